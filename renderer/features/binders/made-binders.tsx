import { Button, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import type { MadeBinder } from '../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';
import { changesSince } from '../../../shared/report/changes-since.ts';
import { countOf, dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './made-binders.module.css';

const mostShown = 12;

/** The binders made before, the newest first, and what changed since each. */
export function MadeBinders() {
  const { file, today } = useSession();
  const [since, setSince] = useState<MadeBinder | null>(null);
  const [all, setAll] = useState(false);
  const made = useMemo(() => [...standingRecords(file.agencyRecords ?? []).of('binder')].sort((one, other) => (one.generatedAt < other.generatedAt ? 1 : -1)), [file.agencyRecords]);
  if (made.length === 0) return null;
  const dayOf = (record: MadeBinder) => civilDateAt(Date.parse(record.generatedAt), file.agency.timeZone ?? defaultTimeZone);
  return (
    <Panel title="Made before" aside={countOf(made.length, 'time')}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead><tr><th scope="col">Made</th><th scope="col">For</th><th scope="col">As of</th><th scope="col">People</th><th scope="col">Files</th><th scope="col"><span className="sr-only">Compare</span></th></tr></thead>
          <tbody>
            {(all ? made : made.slice(0, mostShown)).map((record) => {
              const pages = record.files.reduce((sum, each) => sum + each.pages, 0);
              return (
                <tr key={record.id}>
                  <td><DateWithDistance date={dateWords(dayOf(record))} distance={distanceWords(dayOf(record), today)} /></td>
                  <td>{record.recipient}</td>
                  <td>{dateWords(record.asOf)}</td>
                  <td className="num">{record.personIds.length}</td>
                  <td title={record.files.map(({ name, sha256 }) => `${name}  SHA-256 ${sha256}`).slice(0, 20).join('\n')}>{`${countOf(record.files.length, 'file')}, ${countOf(pages, 'page')}`}</td>
                  <td><Button size="compact-xs" aria-label={`What changed since the binder for ${record.recipient} of ${dateWords(dayOf(record))}`} onClick={() => setSince(record)}>What changed since</Button></td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {!all && made.length > mostShown && <Button mt={8} size="compact-xs" onClick={() => setAll(true)}>{`Show all ${made.length}`}</Button>}
      </div>
      {since !== null && <Changes since={since} onClose={() => setSince(null)} />}
    </Panel>
  );
}

function Changes({ since, onClose }: { readonly since: MadeBinder; readonly onClose: () => void }) {
  const { file, asOf, knownAt } = useSession();
  const found = useMemo(() => changesSince(file, since, { asOf, ...(knownAt !== null && { knownAt }), personIds: since.personIds }), [file, since, asOf, knownAt]);
  return (
    <Modal opened onClose={onClose} title={`Since the binder for ${since.recipient}`} size={680} closeButtonProps={{ 'aria-label': 'Close' }} styles={{ title: { fontWeight: 600 } }}>
      <p className={styles.lead}>{found.lead}</p>
      {found.people.map(({ personId, name, changes }) => (
        <section key={personId} className={styles.person}>
          <h3>{name}</h3>
          <ul>{changes.rows.map((row, at) => <li key={`${row.what} ${at}`}><b>{row.what}</b> {row.words}</li>)}</ul>
        </section>
      ))}
    </Modal>
  );
}
