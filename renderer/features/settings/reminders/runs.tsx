import { deadlineLine, dayAndDistance } from '../../../../shared/agenda/reminders/words.ts';
import { defaultTimeZone } from '../../../../shared/model/agency.ts';
import { countOf } from '../../../../shared/wording.ts';
import { useReminders } from '../../../session/reminders.tsx';
import { useSession } from '../../../session/session.tsx';
import { momentWords } from '../network-log.ts';
import styles from '../settings.module.css';
import own from './reminders.module.css';

const shownLines = 8;

/** When reminders ran and will run, and what the last run that told anything told. */
export function Runs() {
  const { file } = useSession();
  const { state, next, today, deadlines, snoozed } = useReminders();
  const timeZone = file.agency.timeZone ?? defaultTimeZone;
  if (state === null) return null;
  const { ranAt, lastTold } = state;
  const byKey = new Map(deadlines.map((deadline) => [deadline.key, deadline]));
  const open = (lastTold?.keys ?? []).flatMap((key) => byKey.get(key) ?? []);
  const done = (lastTold?.keys.length ?? 0) - open.length;
  return (
    <>
      <dl className={styles.facts}>
        <dt>Last run</dt>
        <dd>{ranAt === null ? 'not yet' : momentWords(ranAt, timeZone)}</dd>
        <dt>Next run</dt>
        <dd>After midnight while Muster is open, after changes, and at every start</dd>
        <dt>Next telling</dt>
        <dd>{next === null ? 'nothing lies ahead' : `${dayAndDistance(next.on, today)}: ${countOf(next.count, 'deadline')}`}</dd>
        <dt>Last told</dt>
        <dd>{lastTold === null ? 'nothing yet' : `${momentWords(lastTold.at, timeZone)}: ${lastTold.text}`}</dd>
      </dl>
      {open.length > 0 && (
        <ul className={own.told} aria-label="What the last run told">
          {open.slice(0, shownLines).map((deadline) => <li key={deadline.key}>{deadlineLine(deadline)} <span>{dayAndDistance(deadline.on, today)}</span></li>)}
        </ul>
      )}
      <p className={styles.quiet}>
        {open.length > shownLines && `and ${open.length - shownLines} more. `}
        {done > 0 && `${countOf(done, 'deadline')} of it done since. `}
        <a href="#/reminders">{snoozed.length === 0 ? 'All reminders' : `All reminders, ${snoozed.length} snoozed`}</a>
      </p>
    </>
  );
}
