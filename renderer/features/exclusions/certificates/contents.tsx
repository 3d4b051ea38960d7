import type { Certificate, MonthStanding } from '../../../../shared/report/certificate-model.ts';
import { countOf, dateWords } from '../../../../shared/wording.ts';
import { Figures } from '../../../ui/figures.tsx';
import { StatusMark, type StatusMarkProps } from '../../../ui/status-mark.tsx';
import styles from './certificates.module.css';

const looks: Readonly<Record<MonthStanding, Pick<StatusMarkProps, 'family' | 'glyph' | 'word'>>> = {
  complete: { family: 'ok', glyph: 'tick', word: 'Complete' },
  'not-complete': { family: 'act', glyph: 'half-square', word: 'Not complete' },
  'nothing-owed': { family: null, glyph: 'dash', word: 'Nothing owed' },
};

/** So many holes by name, then a number: the certificate has all of them. */
const shown = 8;

/** What the certificate of the agency will say, from the record as it is now. */
export function Contents({ certificate }: { readonly certificate: Certificate }) {
  const { standing, lead, figures, lists, subjects, decisions, holes, proofs, closing } = certificate;
  return (
    <>
      <div className={styles.head}>
        <h2>{certificate.title}</h2>
        <StatusMark {...looks[standing]} variant="pill" />
      </div>
      {lead.map((sentence, index) => <p key={sentence} className={index === 0 ? styles.first : styles.more}><Figures text={sentence} /></p>)}
      <ul className={styles.figures}>
        {figures.map((figure) => <li key={figure.label}><b className="num">{figure.value}</b><span>{figure.label}</span></li>)}
      </ul>
      <h3>Lists <span className="num">{lists.length}</span></h3>
      <table className={styles.lists}>
        <thead><tr><th scope="col">List</th><th scope="col">File or site</th><th scope="col">Rows</th><th scope="col">Searched</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>
          {lists.map((list) => (
            <tr key={`${list.list} ${list.file} ${list.from} ${list.sha256 ?? ''}`}>
              <td title={list.long}>{list.short}</td>
              <td>{list.file}</td>
              <td className="num">{list.rows === null ? '' : list.rows.toLocaleString('en-US')}</td>
              <td className="num">{list.from === list.to ? dateWords(list.from) : `${dateWords(list.from)} to ${dateWords(list.to)}`}</td>
              <td className="num" title={list.sha256 ?? ''}>{list.sha256?.slice(0, 12) ?? 'no file'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>On its pages</h3>
      <ul className={styles.parts}>
        <li>{`${countOf(subjects.length, 'subject')}, each with the names searched and the outcome on every list`}</li>
        <li>{decisions.length === 0 ? 'No match had to be decided' : `${countOf(decisions.length, 'decision')} with what was compared and the reason`}</li>
        <li>{proofs.length === 0 ? 'No saved result of a web site' : `${countOf(proofs.length, 'saved result')} of web sites, by SHA-256`}</li>
        <li>{closing === null ? 'The month is not closed' : `Closed ${dateWords(closing.on)}${closing.by === null ? '' : ` by ${closing.by}`}`}</li>
      </ul>
      {holes.length > 0 && (
        <>
          <h3>Searches missing <span className="num">{holes.length}</span></h3>
          <ul className={styles.parts}>
            {holes.slice(0, shown).map((hole) => <li key={`${hole.subject} ${hole.short}`}>{`${hole.subject}, ${hole.short}${hole.reason === null ? '' : `: ${hole.reason}`}`}</li>)}
            {holes.length > shown && <li>{`and ${holes.length - shown} more`}</li>}
          </ul>
        </>
      )}
    </>
  );
}
