import { useElementSize } from '@mantine/hooks';
import { toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { bandOf, certifiedFrom, exemplaryFrom, goodFrom } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { KnownReview } from './use-fidelity.ts';
import styles from './fidelity.module.css';

type Point = { readonly key: string; readonly on: CivilDate; readonly total: number; readonly kind: 'final' | 'draft' | 'self' };

const height = 196;
const box = { top: 20, foot: 24, left: 8, right: 92 } as const;
const lines = [
  { at: exemplaryFrom, label: '115 exemplary' },
  { at: goodFrom, label: '100 good' },
  { at: certifiedFrom, label: '74 fair' },
] as const;

/** The reviews that have a total on the day looked at, oldest first. */
export function trendPoints(reviews: readonly KnownReview[], asOf: CivilDate): readonly Point[] {
  return reviews.flatMap(({ record, facts, total, on }): Point[] => {
    if (on === null || on > asOf || total === null) return [];
    if (record.review === 'self-evaluation') return [{ key: record.id, on, total, kind: 'self' }];
    return facts.total === null ? [] : [{ key: record.id, on, total: facts.total, kind: facts.stage === 'drafted' ? 'draft' : 'final' }];
  }).toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

const kindWords = { final: 'Review', draft: 'Draft report', self: 'Self-evaluation' } as const;

/** Totals over time against the bands; readers get the same as a table. */
export function TrendChart({ reviews }: { readonly reviews: readonly KnownReview[] }) {
  const { asOf } = useSession();
  const { ref, width } = useElementSize();
  const points = trendPoints(reviews, asOf);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const low = Math.min(70, Math.floor((Math.min(...points.map((point) => point.total)) - 5) / 10) * 10);
  const from = toDay(first.on);
  const span = Math.max(1, toDay(last.on) - from);
  const plot = Math.max(0, width - box.left - box.right - 28);
  const x = (on: CivilDate): number => box.left + 14 + (points.length === 1 ? plot / 2 : ((toDay(on) - from) / span) * plot);
  const y = (total: number): number => box.top + ((125 - total) / (125 - low)) * (height - box.top - box.foot);
  const external = points.filter((point) => point.kind !== 'self');
  return (
    <Panel title="Totals over time" aside={`Latest ${String(last.total)} of 125`}>
      <div ref={ref} className={styles.chart}>
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true" focusable="false">
            {lines.filter((line) => line.at > low).map((line) => (
              <g key={line.at}>
                <path className={line.at === goodFrom ? styles.bandMain : styles.band} d={`M${String(box.left)} ${String(y(line.at))}H${String(width - box.right)}`} />
                <text className={styles.bandLabel} x={width - box.right + 8} y={y(line.at) + 4}>{line.label}</text>
              </g>
            ))}
            <path className={styles.line} d={external.map((point, index) => `${index === 0 ? 'M' : 'L'}${String(x(point.on))} ${String(y(point.total))}`).join('')} />
            {points.map((point) => (
              <g key={point.key}>
                <circle className={point.kind === 'final' ? styles.dot : styles.hollow} cx={x(point.on)} cy={y(point.total)} r={4} />
                <text className={styles.value} x={x(point.on)} y={y(point.total) - 9} textAnchor="middle">{point.total}</text>
              </g>
            ))}
            {[first, ...(last === first ? [] : [last])].map((point) => (
              <text key={point.key} className={styles.bandLabel} x={x(point.on)} y={height - 6} textAnchor={points.length === 1 ? 'middle' : point === first ? 'start' : 'end'}>{dateWords(point.on)}</text>
            ))}
          </svg>
        )}
      </div>
      {points.some((point) => point.kind !== 'final') && <p className={styles.quiet}>Hollow: self-evaluation or draft report.</p>}
      <table className="sr-only">
        <caption>Totals over time</caption>
        <thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Total</th><th scope="col">Band</th></tr></thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.key}><th scope="row">{`${dateWords(point.on)}, ${distanceWords(point.on, asOf)}`}</th><td>{kindWords[point.kind]}</td><td>{point.total}</td><td>{bandOf(point.total)?.title}</td></tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
