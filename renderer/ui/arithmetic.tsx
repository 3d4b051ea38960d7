import { cx } from './cx.ts';
import styles from './arithmetic.module.css';

export type SumLine = { readonly label: string; readonly value: string; readonly mark?: 'total' | 'over' };

/** A sum as on paper: lines of label and value, a rule above the total, what is over the limit in its family's colour. */
export function Arithmetic({ lines, tone = 'plain' }: { readonly lines: readonly SumLine[]; readonly tone?: 'plain' | 'act' | 'finding' | 'fail' | 'near' | 'review' }) {
  if (lines.length === 0) return null;
  const last = lines.length - 1;
  return (
    <dl className={styles.sum}>
      {lines.map((line, index) => (
        <div
          key={`${line.label}-${index}`}
          className={cx(styles.line, (line.mark !== undefined || index === last) && styles.closing, line.mark === 'over' && styles[tone])}
        >
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
    </dl>
  );
}
