import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './panel.module.css';

/** A titled block, separated by a line and not by a shadow. `level` is the heading's place in the page's outline. */
export function Panel({ title, aside, children, level = 2, className }: {
  readonly title: ReactNode;
  /** Right of the title: a date, a count, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3;
  readonly className?: string | undefined;
}) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx(styles.panel, className)}>
      <div className={styles.head}>
        <Heading className={styles.title}>{title}</Heading>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
