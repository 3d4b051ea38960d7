import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { cx } from '../../../ui/cx.ts';
import settings from '../settings.module.css';
import styles from './retention.module.css';

/** What was disposed of, newest first: all that remains of a file. */
export function DisposalLog() {
  const { file, today } = useSession();
  const lines = standingRecords(file.agencyRecords ?? []).of('disposal').toReversed();
  return (
    <>
      <h3 className={settings.subheading}>Disposal log</h3>
      {lines.length === 0 ? (
        <p className={settings.quiet}>Nothing was disposed of yet. Of each file, initials, days of work, counts, rule and reason stay here.</p>
      ) : (
        <table className={cx(settings.table, styles.list)}>
          <thead><tr><th scope="col">Disposed of</th><th scope="col">File of</th><th scope="col">Worked</th><th scope="col">What went</th><th scope="col">Rule and reason</th><th scope="col">Reviewed by</th></tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                <th scope="row">{`${dateWords(line.disposedOn)} · ${distanceWords(line.disposedOn, today)}`}</th>
                <td className={settings.fixed}>{line.initials}</td>
                <td className={settings.fixed}>{`${line.employedFrom === undefined ? 'until' : `${dateWords(line.employedFrom)} to`} ${dateWords(line.employedTo)}`}</td>
                <td>{`${countOf(line.counts.evidence, 'item')} of evidence, ${countOf(line.counts.documents, 'document')}, ${countOf(line.counts.checks, 'check')}`}</td>
                <td>{`${line.rule}; ${line.reason}`}</td>
                <td className={styles.words}>{line.reviewedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
