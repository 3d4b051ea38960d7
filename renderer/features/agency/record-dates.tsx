import { distanceWords, dateWords } from '../../../shared/wording.ts';
import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { datesOfRecord } from './words.ts';
import styles from './panel.module.css';

/** Every day a record names, each with its distance. */
export function RecordDates({ record }: { readonly record: AgencyRecord }) {
  const { asOf } = useSession();
  const dates = datesOfRecord(record);
  if (dates.length === 0) return <p className={styles.facts}>No date is recorded.</p>;
  return (
    <dl className={styles.dates}>
      {dates.map(([label, on]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd><DateWithDistance date={dateWords(on)} distance={distanceWords(on, asOf)} /></dd>
        </div>
      ))}
    </dl>
  );
}
