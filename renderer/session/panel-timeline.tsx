import type { CivilDate } from '../../shared/civil-date.ts';
import { toDay } from '../../shared/civil-date.ts';
import type { Timeline } from '../../shared/rules/explanation.ts';
import type { StatusFamily } from '../../shared/rules/status.ts';
import { dateWords } from '../../shared/wording.ts';
import type { Axis } from '../ui/window-axis.ts';
import { WindowLine } from '../ui/window-line.tsx';
import styles from './panel-timeline.module.css';

const width = 290;
const margin = 0.04;

/** The one requirement on an axis of its own: as wide as what it shows, so that a window of 30 days is not a hair. */
export function PanelTimeline({ timeline, asOf, anchorName, family, label }: {
  readonly timeline: Timeline;
  readonly asOf: CivilDate;
  readonly anchorName: string;
  readonly family: StatusFamily | null;
  readonly label: string;
}) {
  // A window that ends with its anchor is all there is to see; the years since would only squeeze it.
  const before = timeline.window?.to !== null && timeline.window !== null && timeline.anchor !== null && timeline.window.to <= timeline.anchor;
  const { cover, lapses, openUntil } = before ? { cover: [], lapses: [], openUntil: timeline.openUntil } : timeline;
  const dates = [
    timeline.anchor,
    timeline.window?.from,
    timeline.window?.to,
    ...timeline.dots,
    ...cover.flatMap((each) => [each.from, each.to]),
    ...lapses.flatMap((lapse) => [lapse.from, lapse.to]),
    openUntil,
  ].filter((date) => date !== null && date !== undefined);
  if (dates.length === 0) return null;
  const recent = cover.length > 0 || lapses.length > 0 || openUntil !== null;
  const days = [...dates, ...(recent ? [asOf] : [])].map(toDay);
  const first = Math.min(...days);
  const last = Math.max(...days, first + 20);
  const axis: Axis = {
    anchor: timeline.anchor === null ? first : toDay(timeline.anchor),
    now: toDay(asOf),
    last,
    at: (day) => Math.min(1, Math.max(0, margin + ((day - first) / (last - first)) * (1 - 2 * margin))),
  };
  const day = (date: CivilDate | null): number | null => (date === null ? null : toDay(date));
  return (
    <div className={styles.timeline}>
      <WindowLine
        width={width}
        height={34}
        axis={axis}
        label={label}
        tone={family ?? 'open'}
        lapseTone={family === 'finding' ? 'finding' : 'act'}
        line={{
          anchor: day(timeline.anchor),
          window: timeline.window === null ? null : { from: day(timeline.window.from), to: day(timeline.window.to) },
          dots: timeline.dots.map(toDay),
          cover: cover.map((each) => ({ from: toDay(each.from), to: day(each.to) })),
          lapses: lapses.map((each) => ({ from: toDay(each.from), to: day(each.to) })),
          openFrom: day(timeline.anchor),
          openUntil: day(openUntil),
        }}
      />
      <div className={styles.ends}>
        <span>{endWords(dates.reduce((one, other) => (one < other ? one : other)), timeline, asOf, anchorName)}</span>
        <span>{endWords([...dates, ...(recent ? [asOf] : [])].reduce((one, other) => (one > other ? one : other)), timeline, asOf, anchorName)}</span>
      </div>
    </div>
  );
}

function endWords(date: CivilDate, timeline: Timeline, asOf: CivilDate, anchorName: string): string {
  const name =
    date === timeline.anchor ? anchorName
    : timeline.dots.includes(date) ? 'done'
    : date === timeline.window?.from ? 'earliest'
    : date === timeline.window?.to ? 'latest'
    : date === timeline.openUntil ? 'due'
    : timeline.cover.some((cover) => cover.to === date) ? 'valid through'
    : date === asOf ? 'as of'
    : '';
  return name === '' ? dateWords(date) : `${dateWords(date)} · ${name}`;
}
