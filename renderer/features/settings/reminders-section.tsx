import { LadderSection } from './reminders/ladder-section.tsx';
import { MailTemplates } from './reminders/mail-templates.tsx';
import { OnThisComputer } from './reminders/on-this-computer.tsx';
import { Runs } from './reminders/runs.tsx';
import styles from './settings.module.css';

/** When deadlines are told of, how this computer says so, what it said last, and how drafts of e-mails are worded. */
export function RemindersSection() {
  return (
    <>
      <p className={styles.intro}>
        Muster tells of a deadline on certain days before it, on the day and when it is overdue. Days on which Muster was off are caught up at
        the next start: what was passed is told once.
      </p>
      <Runs />
      <LadderSection />
      <OnThisComputer />
      <MailTemplates />
    </>
  );
}
