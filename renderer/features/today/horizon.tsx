import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { horizon, horizonKinds, horizonWords, type HorizonMonth } from '../../../shared/agenda/horizon.ts';
import { countOf, longMonthWords, monthWords } from '../../../shared/wording.ts';
import { useSession } from '../../session/session.tsx';
import { useDeadlines } from '../../session/use-deadlines.ts';
import { cx } from '../../ui/cx.ts';
import styles from './horizon.module.css';

const height = 150;
const foot = 20;
const roof = 18;
const left = 28;

/** What has its last day in the next twelve months, a bar a month that leads to it; readers get the same as a table. */
export function Horizon() {
  const { asOf } = useSession();
  const deadlines = useDeadlines();
  const months = useMemo(() => horizon(deadlines, asOf), [deadlines, asOf]);
  const { ref, width } = useElementSize();
  const totals = months.map((month) => horizonKinds.reduce((sum, kind) => sum + month[kind], 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const step = niceStep(Math.max(4, ...totals));
  const top = Math.ceil(Math.max(4, ...totals) / step) * step;
  const scale = (height - foot - roof) / top;
  const slot = (width - left) / 12;
  const bar = Math.min(32, slot * 0.45);
  return (
    <section className={styles.horizon} aria-labelledby="horizon-title">
      <div className={styles.head}>
        <h2 id="horizon-title">Next 12 months</h2>
        <span className={styles.what}>{`${countOf(all, 'deadline')} by month, exclusion checks aside`}</span>
        <ul className={styles.legend} aria-hidden="true">
          {horizonKinds.map((kind) => (
            <li key={kind}><i className={styles[kind]} />{horizonWords[kind]}</li>
          ))}
        </ul>
      </div>
      <div ref={ref} className={styles.frame}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true" focusable="false">
            {Array.from({ length: top / step }, (_, index) => (index + 1) * step).map((value) => (
              <g key={value} className={styles.grid}>
                <path d={`M${left} ${height - foot - value * scale + 0.5}H${width}`} />
                <text x={left - 8} y={height - foot - value * scale + 4} textAnchor="end">{value}</text>
              </g>
            ))}
            {months.map((month, index) => (
              <Bar key={month.month} month={month} x={left + index * slot + slot / 2} width={bar} scale={scale} total={totals[index] ?? 0} isFirst={index === 0} />
            ))}
            <path className={styles.base} d={`M${left} ${height - foot + 0.5}H${width}`} />
          </svg>
        )}
        {width > 0 && months.map((month, index) => (
          <a
            key={month.month}
            className={styles.link}
            style={{ left: left + index * slot, width: slot }}
            href={`#/calendar?day=${index === 0 ? asOf : `${month.month}-01`}`}
            aria-label={`${longMonthWords(month.month)}: ${countOf(totals[index] ?? 0, 'deadline')}. Open the calendar`}
          />
        ))}
      </div>
      <table className="sr-only">
        <caption>Deadlines of the next 12 months</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {horizonKinds.map((kind) => <th key={kind} scope="col">{horizonWords[kind]}</th>)}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{longMonthWords(month.month)}</th>
              {horizonKinds.map((kind) => <td key={kind}>{month[kind]}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Bar({ month, x, width, scale, total, isFirst }: {
  readonly month: HorizonMonth;
  readonly x: number;
  readonly width: number;
  readonly scale: number;
  readonly total: number;
  readonly isFirst: boolean;
}) {
  const base = height - foot;
  const parts = horizonKinds.map((kind, index) => ({
    kind,
    from: horizonKinds.slice(0, index).reduce((sum, before) => sum + month[before], 0),
    count: month[kind],
  }));
  const isJanuary = month.month.endsWith('-01');
  return (
    <g>
      {parts.filter((part) => part.count > 0).map((part) => (
        <rect
          key={part.kind}
          className={styles[part.kind]}
          x={x - width / 2}
          y={base - (part.from + part.count) * scale}
          width={width}
          // A hair of the surface parts the categories, so that they do not rest on shade alone.
          height={Math.max(1, part.count * scale - 1.5)}
          rx={1}
        />
      ))}
      {total > 0 && <text className={styles.total} x={x} y={base - total * scale - 5} textAnchor="middle">{total}</text>}
      <text className={cx(styles.month, isFirst && styles.now)} x={x} y={height - 5} textAnchor="middle">
        {isFirst || isJanuary ? monthWords(month.month) : monthWords(month.month).slice(0, 3)}
      </text>
    </g>
  );
}

/** A step of 1, 2, 5 times a power of ten that makes at most four lines. */
function niceStep(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
}
