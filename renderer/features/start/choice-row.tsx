import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './start.module.css';

/** One way to begin: what it is, what comes of it, and the button. */
export function ChoiceRow({ icon: Picture, title, text, action }: {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
}) {
  return (
    <section className={styles.choice}>
      <Picture size={20} stroke={1.6} className={styles.icon} aria-hidden />
      <div>
        <h3 className={styles.choiceTitle}>{title}</h3>
        <p className={styles.choiceText}>{text}</p>
      </div>
      <div className={styles.action}>{action}</div>
    </section>
  );
}
