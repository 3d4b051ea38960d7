import styles from './progress-bar.module.css';

/** How far something is. `total` null while the amount is not known. */
export function ProgressBar({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number | null }) {
  const part = total === null || total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(total === null ? {} : { 'aria-valuemax': total, 'aria-valuenow': done, 'aria-valuetext': `${done} of ${total}` })}
    >
      <div className={total === null ? styles.unknown : styles.bar} style={total === null ? undefined : { width: `${part * 100}%` }} />
    </div>
  );
}

export type BarPart = { readonly key: string; readonly count: number; readonly label: string; readonly tone: 'ok' | 'open' | 'near' | 'review' | 'act' | 'finding' | 'fail' | 'rest' };

/** A whole split into parts, drawn in the given order; each part is at least wide enough to be seen. */
export function SplitBar({ parts, label }: { readonly parts: readonly BarPart[]; readonly label: string }) {
  const some = parts.filter((part) => part.count > 0);
  return (
    <div className={styles.split} role="img" aria-label={`${label}: ${some.map((part) => `${part.count} ${part.label}`).join(', ')}`}>
      {some.map((part) => (
        <div key={part.key} className={styles[part.tone]} style={{ flexGrow: part.count }} />
      ))}
    </div>
  );
}
