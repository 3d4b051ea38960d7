import type { ReactNode } from 'react';
import styles from './recovery.module.css';

/** One way on: what it does, and the button. */
export function RecoveryStep({ title, text, action }: { readonly title: string; readonly text: string; readonly action: ReactNode }) {
  return (
    <section className={styles.step}>
      <div>
        <h3 className={styles.stepTitle}>{title}</h3>
        <p className={styles.stepText}>{text}</p>
      </div>
      <div className={styles.action}>{action}</div>
    </section>
  );
}
