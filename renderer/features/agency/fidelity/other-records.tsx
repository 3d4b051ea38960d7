import { dateWords, countOf, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { FidelityDeed, TeamFidelity } from './use-fidelity.ts';
import styles from './fidelity.module.css';

/** What belongs to the cycle besides reviews and plans: intervals the payer set, data against drafts, technical assistance. */
export function OtherRecords({ fidelity, onDeed }: { readonly fidelity: TeamFidelity; readonly onDeed: (deed: FidelityDeed) => void }) {
  const { asOf } = useSession();
  const rows = [
    ...fidelity.grants.map((record) => ({ record, on: record.grantedOn, title: 'interval', words: `${countOf(record.months, 'month')} between reviews, set by ${record.by}`, more: null })),
    ...fidelity.contests.map((record) => ({ record, on: record.sentOn, title: 'contest', words: `${countOf(record.items.length, 'item')} contested: ${record.items.join(', ')}`, more: null })),
    ...fidelity.assistance.map((record) => ({
      record, on: record.setOn, title: 'technical assistance',
      words: `${countOf(record.hours, 'hour')} of technical assistance for 12 months${record.received === undefined ? '' : `, ${String(record.received)} received`}`,
      more: { kind: 'received', record } as const,
    })),
  ].filter((row) => row.on <= asOf).toSorted((a, b) => (a.on < b.on ? 1 : -1));
  if (rows.length === 0) return null;
  return (
    <Panel title="Intervals, contests, assistance" aside={String(rows.length)}>
      <ul className={styles.earlier}>
        {rows.map(({ record, on, title, words, more }) => (
          <li key={record.id}>
            <span>{words}<span className={styles.rule}>{`${dateWords(on)} · ${distanceWords(on, asOf)}`}</span></span>
            <span className={styles.buttons}>
              {more !== null && <WriteButton size="compact-xs" onClick={() => onDeed(more)}>Record hours</WriteButton>}
              <WriteButton size="compact-xs" variant="subtle" onClick={() => onDeed({ kind: 'retract', record, title })}>Retract</WriteButton>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
