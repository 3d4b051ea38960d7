import { reportWithinWeekdays } from '../../../../shared/agenda/exclusions/report-tasks.ts';
import type { NamedSubject } from '../../../../shared/agenda/exclusions/subject.ts';
import { plusWeekdays, fromDay, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { northCarolinaRoles, type Role } from '../../../../shared/model/person.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import styles from './match-card.module.css';

/** Before somebody is taken off work: what follows, and the way back. */
export function ConfirmPerson({ name, rowName, subject, today, onConfirm, onClose }: {
  readonly name: string;
  readonly rowName: string;
  readonly subject: NamedSubject;
  readonly today: CivilDate;
  /** Answers null when done, else why not. */
  readonly onConfirm: () => Promise<string | null>;
  readonly onClose: () => void;
}) {
  const isVendor = subject.person === null;
  const roles = subject.person?.employments.flatMap((employment) => employment.roles) ?? [];
  // The report is Louisiana's duty; of somebody who only ever worked in North Carolina nobody asks it.
  const reports = roles.length === 0 || roles.some((span) => !(northCarolinaRoles as readonly Role[]).includes(span.role));
  const by = fromDay(plusWeekdays(toDay(today), reportWithinWeekdays));
  return (
    <FormDialog title={`${name} is ${rowName}?`} confirmLabel={`Record: ${isVendor ? 'this is the vendor' : 'this is the person'}`} onSubmit={onConfirm} onClose={onClose}>
      <p>What follows from it:</p>
      <ul className={styles.consequences}>
        <li><b>Work stops today.</b> {`Nothing ${isVendor ? 'this vendor supplies' : 'this person does'} may be paid by Medicaid or Medicare.`}</li>
        <li><b>The verdict is fail</b> on “Not excluded, no adverse finding”, with a stop-work banner on the screen of the person until it is revised.</li>
        {reports && <li><b>{`Report to LDH by ${dateWords(by)}`}</b>{`, within ${reportWithinWeekdays} working days, ${distanceWords(by, today)}. The task stays on Today until the report is recorded.`}</li>}
      </ul>
      <p className={styles.back}>A later decision can revise this one; this one stays in the record and on the certificate.</p>
    </FormDialog>
  );
}
