import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Glyph } from './glyph.tsx';
import styles from './score-card.module.css';

/** How a line compares: agreeing, differing, agreeing in part, one side without a value, or shown and not compared. */
export type ScoreAgreement = 'yes' | 'no' | 'partly' | 'unknown' | 'none';

export type ScoreLine = {
  readonly key: string;
  readonly label: string;
  readonly ours: string;
  /** Behind the value, quieter: where it comes from. */
  readonly oursNote?: string;
  readonly theirs: string;
  readonly theirsNote?: string;
  readonly agrees: ScoreAgreement;
  /** The comparison in words. */
  readonly verdict: string;
  /** Null: not scored. */
  readonly points: number | null;
};

/** A stretch of the scale, from `from` to before the next one. */
export type ScoreBand = { readonly key: string; readonly label: string; readonly from: number; readonly tone: 'open' | 'review' | 'act' };

/** Signed, with a real minus: `+40`, `0`, `−28`; a dash for what is not scored. */
const pointsWords = (points: number | null): string => (points === null ? '–' : points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

/** One line a part, ours beside theirs, the comparison in words, and what it adds; the sum drawn on its scale below. */
export function ScoreCard({ label, heads, lines, score, bands, current, blank }: {
  readonly label: string;
  readonly heads: { readonly ours: string; readonly theirs: string };
  readonly lines: readonly ScoreLine[];
  /** 0 to 100; null where no sum was made. */
  readonly score: number | null;
  readonly bands: readonly ScoreBand[];
  /** The band the verdict is in, which need not be the one the score lies in. */
  readonly current: string;
  /** What stands in for a missing value. */
  readonly blank: string;
}) {
  return (
    <div className={styles.card}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col"><span className="sr-only">Part</span></th>
            <th scope="col">{heads.ours}</th>
            <th scope="col" className={styles.theirs}>{heads.theirs}</th>
            <th scope="col">Comparison</th>
            <th scope="col" className={styles.points}>Points</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={cx(line.agrees === 'none' && styles.quiet)}>
              <th scope="row">{line.label}</th>
              <td><Value text={line.ours} note={line.oursNote} blank={line.agrees === 'none' && line.theirs === '' ? '' : blank} /></td>
              <td className={styles.theirs}><Value text={line.theirs} note={line.theirsNote} blank={line.agrees === 'none' && line.ours === '' ? '' : blank} /></td>
              <td className={cx(styles.verdict, styles[line.agrees])}><Sign agrees={line.agrees} />{line.verdict}</td>
              <td className={cx('num', styles.points)}>{pointsWords(line.points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {score !== null && <Scale score={score} bands={bands} current={current} />}
    </div>
  );
}

function Value({ text, note, blank }: { readonly text: string; readonly note: string | undefined; readonly blank: string }): ReactNode {
  return (
    <>
      {text === '' ? <span className={styles.blank}>{blank}</span> : text}
      {note !== undefined && note !== '' && <span className={styles.note}>{note}</span>}
    </>
  );
}

/** Equal, unequal, nearly, unknown: signs of a comparison, where a tick and a question mark mean what they mean elsewhere. */
function Sign({ agrees }: { readonly agrees: ScoreAgreement }) {
  switch (agrees) {
    case 'yes':
      return <Glyph name="tick" />;
    case 'unknown':
      return <Glyph name="question" />;
    case 'none':
      return <Glyph name="dash" />;
    case 'no':
      return <Drawn path="M2 4.4h8M2 7.6h8M8.3 1.6 3.7 10.4" />;
    case 'partly':
      return <Drawn path="M2 4.9c1.4-1.6 2.7-1.6 4-.5s2.6 1.1 4-.5M2 8.5c1.4-1.6 2.7-1.6 4-.5s2.6 1.1 4-.5" />;
  }
}

const Drawn = ({ path }: { readonly path: string }) => (
  <svg width={12} height={12} viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

function Scale({ score, bands, current }: { readonly score: number; readonly bands: readonly ScoreBand[]; readonly current: string }) {
  const shown = Math.min(100, Math.max(0, score));
  const to = (index: number): number => bands[index + 1]?.from ?? 100;
  const tone = bands.find((band) => band.key === current)?.tone ?? 'open';
  const range = (band: ScoreBand, index: number): string =>
    index === bands.length - 1 ? `${band.label}, ${band.from} and more` : index === 0 ? `${band.label}, below ${to(index)}` : `${band.label}, ${band.from} to ${to(index) - 1}`;
  return (
    <div className={styles.score}>
      <span className={styles.scoreLabel}>Score</span>
      <div className={styles.scale} role="img" aria-label={`Score ${score} of 100: ${bands.find((band) => band.key === current)?.label ?? ''}`}>
        <div className={styles.track}>
          <div className={cx(styles.fill, styles[tone])} style={{ width: `${shown}%` }} />
          {bands.slice(1).map((band) => <i key={band.key} className={styles.bound} style={{ left: `${band.from}%` }} />)}
        </div>
        <div className={styles.bands} style={{ gridTemplateColumns: bands.map((band, index) => `${to(index) - band.from}fr`).join(' ') }}>
          {bands.map((band, index) => (
            <span key={band.key} className={cx(band.key === current && styles.here, band.key === current && styles[`${tone}Text`])}>
              {band.key === current ? range(band, index) : band.label}
            </span>
          ))}
        </div>
      </div>
      <span className={cx('num', styles.sum)}>{score}</span>
    </div>
  );
}
