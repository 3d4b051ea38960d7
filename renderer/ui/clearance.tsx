import type { ReactNode } from 'react';
import { StatusMark, type MarkFamily } from './status-mark.tsx';
import type { GlyphName } from './glyph.tsx';
import styles from './clearance.module.css';

export type ClearanceCard = {
  readonly title: string;
  readonly verdict: { readonly family: MarkFamily | null; readonly glyph: GlyphName; readonly word: string };
  /** "Yes, on 13 Jan 2025" */
  readonly statement: ReactNode;
  /** The one reason. */
  readonly reason: ReactNode;
};

/** Questions answered side by side: title, verdict, statement, the one reason. */
export function Clearance({ cards, label }: { readonly cards: readonly ClearanceCard[]; readonly label: string }) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {cards.map((card) => (
        <li key={card.title} className={styles.card}>
          <div className={styles.head}>
            <span className={styles.title}>{card.title}</span>
            <StatusMark {...card.verdict} variant="pill" />
          </div>
          <p className={styles.statement}>{card.statement}</p>
          <p className={styles.reason}>{card.reason}</p>
        </li>
      ))}
    </ul>
  );
}
