import { useMemo } from 'react';
import { logOf, type PersonLogLine } from '../../../shared/agenda/person-log.ts';
import { civilDateAt } from '../../../shared/civil-date.ts';
import { defaultTimeZone } from '../../../shared/model/agency.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { PersonView } from './person-view.ts';
import styles from './tabs.module.css';

/** The log entries that touched this person: who recorded what, when, and why. The log is only ever added to. */
export function HistoryTab({ view }: { readonly view: PersonView }) {
  const { file, today } = useSession();
  const lines = useMemo(() => logOf(file, view.person.id), [file, view.person.id]);
  const zone = file.agency.timeZone ?? defaultTimeZone;
  return (
    <div className={styles.tab}>
      <div className={styles.bar}><h2>History <span>{lines.length}</span></h2></div>
      {lines.length === 0 ? (
        <EmptyState>No entry of this log touches this person. What was imported with its own log is in that log.</EmptyState>
      ) : (
        <table className={styles.table}>
          <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Records</th><th scope="col">Who</th><th scope="col">Entry</th></tr></thead>
          <tbody>{lines.map((line) => <Line key={line.seq} line={line} zone={zone} today={today} />)}</tbody>
        </table>
      )}
    </div>
  );
}

function Line({ line, zone, today }: { readonly line: PersonLogLine; readonly zone: string; readonly today: Parameters<typeof distanceWords>[1] }) {
  const day = civilDateAt(Date.parse(line.at), zone);
  return (
    <tr>
      <td className="num"><DateWithDistance date={dateWords(day)} distance={distanceWords(day, today)} /></td>
      <td>{line.what}{line.reason !== null && <span className={styles.small}>{` ${line.reason}`}</span>}</td>
      <td className={styles.small}>{line.records}</td>
      <td>{line.by ?? ''}</td>
      <td className="num">{line.seq}</td>
    </tr>
  );
}
