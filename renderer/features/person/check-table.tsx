import { Button } from '@mantine/core';
import { exclusionListWords, type CheckOutcome } from '../../../shared/model/exclusion.ts';
import type { Status } from '../../../shared/rules/status.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { matchKey, matchPath } from '../../session/match-path.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { verdictWords, type CheckLine, type FoundRow } from './check-lines.ts';
import type { Deed } from './deeds.ts';
import styles from './tabs.module.css';

const looks: Readonly<Record<CheckOutcome, { readonly status: Status; readonly word: string }>> = {
  clear: { status: 'met', word: 'Clear' },
  possible: { status: 'review', word: 'To decide' },
  confirmed: { status: 'fail', word: 'Confirmed' },
  unable: { status: 'gap', word: 'No check' },
};

const tierWord = { strong: 'strong', possible: 'possible', weak: 'weak' } as const;

/** Every search of this person's names: on which list and version, what it found, and what was decided about it. */
export function CheckTable({ lines, onDeed }: { readonly lines: readonly CheckLine[]; readonly onDeed: (deed: Deed) => void }) {
  const { asOf, canRecord } = useSession();
  return (
    <table className={styles.table} aria-label="Searches">
      <thead>
        <tr><th scope="col">Checked on</th><th scope="col">List</th><th scope="col">Outcome</th><th scope="col">Found</th><th scope="col">Searched</th><th scope="col">Decision</th></tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { check, outcome, rows, weak, decision } = line;
          const look = looks[outcome ?? 'unable'];
          return (
            <tr key={check.id} className={styles.checkLine}>
              <td className="num"><DateWithDistance date={dateWords(check.checkedOn)} distance={distanceWords(check.checkedOn, asOf)} /></td>
              <td title={exclusionListWords[check.list].long}>{exclusionListWords[check.list].short}</td>
              <td><StatusMark {...lookOf(look.status)} word={look.word} variant={look.status === 'met' ? 'bare' : 'pill'} /></td>
              <td>
                {rows.map((row) => <Found key={row.candidate.digest} checkId={check.id} row={row} />)}
                {rows.length === 0 && <span className={styles.small}>{weak > 0 ? `${weak} weak` : check.search?.nearest === undefined ? 'nothing' : `nothing; nearest ${check.search.nearest.score} points`}</span>}
                {rows.length > 0 && weak > 0 && <span className={styles.small}>{`and ${weak} weak`}</span>}
              </td>
              <td>
                {check.method === 'whole-list' ? (check.listVersion?.name ?? 'whole list') : 'web site'}
                <span className={styles.under} title={check.namesSearched?.join(', ') ?? ''}>
                  {[
                    check.listVersion === undefined ? '' : `${check.listVersion.rows.toLocaleString('en-US')} rows, ${check.listVersion.sha256.slice(0, 8)}`,
                    check.namesSearched === undefined ? 'names not stated' : countOf(check.namesSearched.length, 'name form'),
                  ].filter((part) => part !== '').join(' · ')}
                </span>
              </td>
              <td>
                {rows.flatMap((row) => (row.decision === null ? [] : [(
                  <span key={row.candidate.digest} className={styles.decided} title={row.decision.reason}>{`${verdictWords[row.decision.verdict]}, ${dateWords(row.decision.decidedOn)}`}</span>
                )]))}
                {decision !== null && <span className={styles.decided} title={decision.reason}>{`${verdictWords[decision.verdict]}, ${dateWords(decision.decidedOn)}`}</span>}
                {outcome === 'possible' && rows.length === 0 && <Button size="compact-xs" disabled={!canRecord} onClick={() => onDeed({ kind: 'decide', check })}>Record decision</Button>}
                {outcome === 'possible' && rows.length > 0 && <Button size="compact-xs" component="a" href={`#${matchPath(matchKey(check.id, (rows.find((row) => row.decision === null) ?? rows[0])?.candidate.digest ?? null))}`}>Decide</Button>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Found({ checkId, row: { candidate, name } }: { readonly checkId: string; readonly row: FoundRow }) {
  return (
    <a className={styles.found} href={`#${matchPath(matchKey(checkId, candidate.digest))}`}>
      {name}
      <span className="num">{` ${tierWord[candidate.tier]}, ${candidate.score}`}</span>
    </a>
  );
}
