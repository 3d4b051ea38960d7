import { Button } from '@mantine/core';
import { useState } from 'react';
import { packIds, type Agency, type PackId } from '../../../shared/model/agency.ts';
import { packs } from '../../../shared/rules/packs/packs.ts';
import { countOf, dateWords } from '../../../shared/wording.ts';
import { packUseOf, withPackUse, type PackDates } from './pack-use.ts';
import { PackEditor } from './pack-editor.tsx';
import styles from './settings.module.css';
import { Trouble } from './trouble.tsx';
import { useChange } from './use-change.ts';

/** Which packs of rules the agency works under, from when to when. */
export function PacksSection() {
  const { agency, working, trouble, canWrite, setAgency } = useChange();
  const [editing, setEditing] = useState<PackId | null>(null);
  const save = async (id: PackId, use: PackDates | null): Promise<void> => {
    const what = use === null ? `Stopped using ${packs[id].title}` : `Saved the use of ${packs[id].title}`;
    if (await setAgency(withPackUse(agency, id, use), what)) setEditing(null);
  };

  return (
    <>
      <p className={styles.intro}>
        Each pack is one payer&apos;s or state&apos;s text as rules with citations. Where several apply, the strictest window wins and every
        citation is kept. A team may have packs of its own, under Teams and sites.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.wide}>Pack</th>
            <th scope="col">Version</th>
            <th scope="col">In use</th>
            <th scope="col">Dates and reason</th>
            <th scope="col"><span className="sr-only">Change</span></th>
          </tr>
        </thead>
        <tbody>
          {packIds.map((id) => (
            <PackRow key={id} id={id} agency={agency} canWrite={canWrite} onEdit={() => setEditing(id)} />
          ))}
        </tbody>
      </table>
      {editing !== null && (
        <PackEditor key={editing} id={editing} use={packUseOf(agency, editing)} working={working} onSave={(use) => void save(editing, use)} onClose={() => setEditing(null)} />
      )}
      <Trouble words={trouble} />
    </>
  );
}

function PackRow({ id, agency, canWrite, onEdit }: { readonly id: PackId; readonly agency: Agency; readonly canWrite: boolean; readonly onEdit: () => void }) {
  const use = packUseOf(agency, id);
  const { title, version, banner, rows } = packs[id];
  return (
    <tr>
      <th scope="row">
        {title}
        {banner !== null && <div className={styles.code}>{banner}</div>}
      </th>
      <td className={styles.fixed}>{version} · {countOf(rows.length, 'rule')}</td>
      <td className={styles.fixed}>{use === null ? <span className={styles.off}>No</span> : <span className={styles.changed}>In use</span>}</td>
      <td className={styles.quiet}>{use === null ? '' : packWords(use)}</td>
      <td><Button variant="subtle" disabled={!canWrite} onClick={onEdit} aria-label={`${use === null ? 'Use' : 'Change'} ${title}`}>{use === null ? 'Use pack' : 'Change'}</Button></td>
    </tr>
  );
}

function packWords({ from, to, appliesToHiresFrom, reason }: PackDates): string {
  const parts = [
    from === null ? null : `from ${dateWords(from)}`,
    to === null ? null : `to ${dateWords(to)}`,
    appliesToHiresFrom === null ? null : `hires from ${dateWords(appliesToHiresFrom)}`,
  ].filter((part) => part !== null);
  const dates = parts.length === 0 ? 'Always' : parts.join(', ');
  return reason === '' ? dates : `${dates}. ${reason}`;
}
