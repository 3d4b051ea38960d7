import { lookOf } from '../../../shared/status-look.ts';
import { statusFamilies, type Status, type StatusFamily } from '../../../shared/rules/status.ts';
import { cx } from '../../ui/cx.ts';
import { Glyph } from '../../ui/glyph.tsx';
import styles from './matrix.module.css';

const members: Readonly<Record<StatusFamily, { readonly words: string; readonly statuses: readonly Status[] }>> = {
  fail: { words: 'Fail', statuses: ['fail'] },
  act: { words: 'Overdue, incomplete, expired', statuses: ['overdue', 'incomplete', 'expired'] },
  finding: { words: 'Stale, late, gap', statuses: ['stale', 'late', 'gap'] },
  review: { words: 'Review', statuses: ['review'] },
  near: { words: 'Due soon, expiring', statuses: ['due-soon', 'expiring'] },
  open: { words: 'Not yet due', statuses: ['not-yet-due'] },
  ok: { words: 'Met, exempt', statuses: ['met', 'exempt'] },
};

/** The legend, which filters: shapes, words and how many there are, in the order of consequence. */
export function Legend({ counts, chosen, onChange }: {
  readonly counts: ReadonlyMap<StatusFamily, number>;
  readonly chosen: readonly StatusFamily[];
  readonly onChange: (chosen: readonly StatusFamily[]) => void;
}) {
  return (
    <div role="group" aria-label="Legend and filter by standing" className={styles.legend}>
      {statusFamilies.map((family) => {
        const on = chosen.includes(family);
        return (
          <button
            key={family}
            type="button"
            aria-pressed={on}
            className={cx(styles.chip, styles[family], on && styles.chipOn)}
            onClick={() => onChange(on ? chosen.filter((each) => each !== family) : [...chosen, family])}
          >
            {members[family].statuses.map((status) => (
              <Glyph key={status} name={lookOf(status).glyph} />
            ))}
            <span className={styles.chipWords}>{members[family].words}</span>
            <b>{counts.get(family) ?? 0}</b>
          </button>
        );
      })}
    </div>
  );
}
