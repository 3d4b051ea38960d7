import type { Axis, LineInput } from './window-axis.ts';
import styles from './window-line.module.css';

export type WindowLineProps = {
  readonly line: LineInput;
  readonly axis: Axis;
  readonly width: number;
  readonly height?: number;
  /** What a reader hears instead of the drawing. */
  readonly label: string;
  /** Colours dots and cover: of the same family as the status beside it. */
  readonly tone?: 'ok' | 'near' | 'review' | 'act' | 'finding' | 'fail' | 'open';
  readonly lapseTone?: 'act' | 'finding';
};

/** A gap of one day or month must still be seen. */
const smallestMark = 4;

/**
 * One requirement on a shared time axis: grey bar the window, dots the evidence, line with an end tick the cover, dashed box
 * what is still open, lapses in their own colour; a dotted line at the anchor, the accent line at the day looked at.
 */
export function WindowLine({ line, axis, width, height = 30, label, tone = 'ok', lapseTone = 'act' }: WindowLineProps) {
  const x = (day: number): number => Math.round(axis.at(day) * width * 10) / 10;
  const middle = height / 2;
  const from = (day: number | null): number => (day === null ? 0 : x(day));
  const to = (day: number | null): number => (day === null ? width : x(day));
  return (
    <svg className={styles.line} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {line.window !== null && (
        <rect className={styles.window} x={from(line.window.from)} width={Math.max(smallestMark, to(line.window.to) - from(line.window.from))} y={middle - 4.5} height={9} rx={1.5} />
      )}
      {line.openUntil !== null && (
        <g className={styles.open}>
          <rect x={from(line.openFrom)} y={middle - 4.5} height={9} width={Math.max(smallestMark, x(line.openUntil) - from(line.openFrom))} />
          <path d={`M${x(line.openUntil)} ${middle - 6}v12`} />
        </g>
      )}
      <g className={styles[tone]}>
        {line.cover.map((cover) => (
          <g key={`${cover.from}-${cover.to ?? 'open'}`}>
            <path className={styles.cover} d={`M${x(cover.from)} ${middle}H${to(cover.to)}`} />
            {cover.to !== null && <path className={styles.tick} d={`M${x(cover.to)} ${middle - 4.5}v9`} />}
          </g>
        ))}
      </g>
      <g className={styles[lapseTone]}>
        {line.lapses.map((lapse) => {
          const start = x(lapse.from);
          const end = Math.max(start + smallestMark, lapse.to === null ? x(axis.now) : x(lapse.to));
          return <path key={lapse.from} className={styles.lapse} d={`M${start} ${middle}H${end}`} />;
        })}
      </g>
      {line.anchor !== null && <path className={styles.anchor} d={`M${x(line.anchor)} 0V${height}`} />}
      {axis.now <= axis.last && <path className={styles.now} d={`M${x(axis.now)} 0V${height}`} />}
      <g className={styles[tone]}>
        {line.dots.map((dot, index) => (
          <circle key={`${dot}-${index}`} className={styles.dot} cx={x(dot)} cy={middle} r={4} />
        ))}
      </g>
    </svg>
  );
}
