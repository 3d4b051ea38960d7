import { Glyph, type GlyphName } from './glyph.tsx';
import { cx } from './cx.ts';
import styles from './status-mark.module.css';

export type MarkFamily = 'fail' | 'act' | 'finding' | 'review' | 'near' | 'open' | 'ok';

export type StatusMarkProps = {
  /** Sets colour and weight; null for what does not apply. */
  readonly family: MarkFamily | null;
  readonly glyph: GlyphName;
  /** The status in a word: shown unless `text` or `bare glyph` says otherwise, and always part of the name. */
  readonly word: string;
  /** `bare` glyph and word, `pill` 20 px, `cell` fills a matrix cell. */
  readonly variant?: 'bare' | 'pill' | 'cell';
  /** What to show instead of the word, such as `+4d`; an empty string shows the glyph alone. */
  readonly text?: string;
  /** The whole accessible name: "Stale. Criminal background check, Delphine Arceneaux. 4 days too old." Default: the word. */
  readonly label?: string;
  readonly className?: string | undefined;
};

/** A status by shape, word, weight and colour, any one of which is enough. */
export function StatusMark({ family, glyph, word, variant = 'bare', text, label, className }: StatusMarkProps) {
  const shown = text ?? word;
  // Where the words on screen are the name, no second name is needed; a reader should not hear it twice.
  const named = label ?? (shown === word ? undefined : word);
  return (
    <span className={cx(styles.mark, styles[family ?? 'none'], variant !== 'bare' && styles[variant], className)}>
      <Glyph name={glyph} />
      {named !== undefined && <span className="sr-only">{named}</span>}
      {shown !== '' && (
        <span className={styles.text} aria-hidden={named !== undefined}>
          {shown}
        </span>
      )}
    </span>
  );
}
