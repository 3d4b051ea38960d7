import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import type { Snoozed } from '../../session/reminders.tsx';
import { WriteButton } from '../../session/write-button.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import styles from './reminders.module.css';

/** What is put off, until when and why. */
export function SnoozedList({ snoozed, today, onOpen, onWake }: {
  readonly snoozed: readonly Snoozed[];
  readonly today: CivilDate;
  readonly onOpen: (deadline: Deadline) => void;
  readonly onWake: (snoozed: Snoozed) => void;
}) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label="Snoozed reminders">
        <thead>
          <tr><th scope="col">Quiet until</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Due</th><th scope="col">Why</th><th scope="col"><span className="sr-only">What to do with it</span></th></tr>
        </thead>
        <tbody>
          {snoozed.map((each) => {
            const { snooze, deadline } = each;
            return (
              <tr key={snooze.id}>
                <td><DateWithDistance date={dateWords(snooze.until)} distance={distanceWords(snooze.until, today)} /></td>
                <td>{deadline?.subject.name ?? ''}</td>
                <td>{deadline === null ? 'Done since, or no longer asked for' : <button type="button" className={styles.link} onClick={() => onOpen(deadline)}>{deadline.what}</button>}</td>
                <td>{deadline !== null && <DateWithDistance date={dateWords(deadline.on)} distance={distanceWords(deadline.on, today)} tone={deadline.on < today ? 'over' : 'plain'} />}</td>
                <td className={styles.quiet}>{snooze.reason}</td>
                <td className={styles.deeds}><WriteButton size="compact-xs" onClick={() => onWake(each)}>Remind again</WriteButton></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
