import { cx } from './cx.ts';
import styles from './date-with-distance.module.css';

/** A date with how far it lies: "31 Mar 2026 · in 12 days". The words are passed in; `tone` colours the distance of what is over. */
export function DateWithDistance({ date, distance, tone = 'plain', className }: {
  readonly date: string;
  readonly distance: string;
  readonly tone?: 'plain' | 'over' | undefined;
  readonly className?: string | undefined;
}) {
  return (
    <span className={cx(styles.date, className)}>
      {date}
      {distance !== '' && (
        <span className={cx(styles.distance, tone === 'over' && styles.over)}>
          {' · '}
          {distance}
        </span>
      )}
    </span>
  );
}
