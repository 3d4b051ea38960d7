import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What stands where a list would: one sentence, then the next step and one alternative. No picture. */
export function EmptyState({ children, action, alternative }: { readonly children: ReactNode; readonly action?: ReactNode; readonly alternative?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {(action !== undefined || alternative !== undefined) && (
        <div className={styles.actions}>
          {action}
          {alternative}
        </div>
      )}
    </div>
  );
}
