import { useElementSize } from '@mantine/hooks';
import type { AccreditationEvent, AccreditorTimeline } from '../../../../shared/agenda/accreditation/timeline.ts';
import { fieldsOf, toDay, type CivilDate, type Day } from '../../../../shared/civil-date.ts';
import { isAdverse } from '../../../../shared/model/agency-records/accreditation.ts';
import { dateWords, distanceWords } from '../../../../shared/wording.ts';
import { lanesOf } from './lanes.ts';
import styles from './timeline-chart.module.css';

const laneHeight = 15;
const lanesAtMost = 3;
const lineAt = lanesAtMost * laneHeight + 14;
const height = lineAt + 34;
const side = 20;

const short: Readonly<Record<AccreditationEvent['kind'], string>> = {
  application: 'applied', fee: 'fee paid', withdrawn: 'withdrawn', survey: 'survey', decision: 'decided', expiry: 'award ends', task: 'task',
};

/** One accreditor on a line of time: dots what happened, hollow dots what is expected, the thick line an award, the grey bar the time to full accreditation. */
export function TimelineChart({ timeline, limit, asOf, label }: {
  readonly timeline: AccreditorTimeline;
  /** From the first application to the last day for full accreditation, inclusive. */
  readonly limit: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly asOf: CivilDate;
  readonly label: string;
}) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = Math.max(320, Math.floor(measured));
  const days = [
    ...timeline.events.map((event) => toDay(event.on)), toDay(asOf), ...(limit === null ? [] : [toDay(limit.from), toDay(limit.to)]),
    ...timeline.awards.flatMap((award) => [toDay(award.from), ...(award.to === null ? [] : [toDay(award.to)])]),
  ];
  const first = Math.min(...days) - 30;
  const last = Math.max(...days) + 60;
  const x = (day: number): number => Math.round((side + ((day - first) / (last - first)) * (width - 2 * side)) * 10) / 10;
  const labels = lanesOf(timeline.events.map((event) => ({ key: event.key, x: x(toDay(event.on)), width: short[event.kind].length * 6 + 8 })), lanesAtMost, width);
  const now = x(toDay(asOf));
  return (
    <div ref={ref} className={styles.chart}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {years(first, last).map(({ day, year }) => (
          <g key={year} className={styles.year}>
            <path d={`M${x(day)} ${lineAt + 8}v6`} />
            <text x={x(day)} y={lineAt + 28} textAnchor="middle">{year}</text>
          </g>
        ))}
        <path className={styles.axis} d={`M${side} ${lineAt + 8}H${width - side}`} />
        {limit !== null && (
          <rect className={styles.limit} x={x(toDay(limit.from))} y={lineAt - 5} height={10} width={Math.max(3, x(toDay(limit.to)) - x(toDay(limit.from)))} rx={1.5}>
            <title>{`Full accreditation by ${dateWords(limit.to)}`}</title>
          </rect>
        )}
        {timeline.awards.map((award) => {
          const end = award.to === null ? now : x(toDay(award.to));
          return (
            <g key={award.decision.id} className={award.decision.outcome === 'full' ? styles.full : styles.lesser}>
              <path className={styles.award} d={`M${x(toDay(award.from))} ${lineAt}H${end}`} />
              {award.to !== null && <path className={styles.tick} d={`M${end} ${lineAt - 6}v12`} />}
            </g>
          );
        })}
        <path className={styles.now} d={`M${now} 0V${lineAt + 14}`} />
        {timeline.events.map((event) => {
          const at = x(toDay(event.on));
          const label = labels.get(event.key);
          return (
            <g key={event.key} className={toneOf(event, asOf)}>
              <title>{`${event.words}, ${dateWords(event.on)} · ${distanceWords(event.on, asOf)}`}</title>
              {label !== undefined && (
                <>
                  <path className={styles.leader} d={`M${at} ${label.lane * laneHeight + 13}V${lineAt - 5}`} />
                  <text x={at} y={label.lane * laneHeight + 10} textAnchor={label.anchor}>{short[event.kind]}</text>
                </>
              )}
              <circle className={event.planned ? styles.planned : styles.dot} cx={at} cy={lineAt} r={4} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function toneOf(event: AccreditationEvent, asOf: CivilDate): string {
  const over = event.planned && event.on < asOf;
  return (event.outcome !== null && isAdverse(event.outcome)) || over ? (styles.bad ?? '') : (styles.plain ?? '');
}

/** The first days of the years shown. */
function years(first: number, last: number): readonly { readonly day: number; readonly year: number }[] {
  const from = fieldsOf(first as Day).year + 1;
  const to = fieldsOf(last as Day).year;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({ year: from + at, day: toDay(`${String(from + at).padStart(4, '0')}-01-01` as CivilDate) }));
}
