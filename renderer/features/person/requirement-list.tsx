import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { endOfMonth, fieldsOf, firstDayOf, fromDay, toDay, type CivilDate, type CivilMonth, type Day } from '../../../shared/civil-date.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { shownId } from '../../../shared/rules/requirement.ts';
import { dateWords, distanceWords } from '../../../shared/wording.ts';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { cx } from '../../ui/cx.ts';
import type { Axis, LineInput } from '../../ui/window-axis.ts';
import { WindowLine, type WindowLineProps } from '../../ui/window-line.tsx';
import type { PersonView, RequirementRow } from './person-view.ts';
import styles from './requirement-list.module.css';

const dayOf = (date: CivilDate | null): number | null => (date === null ? null : toDay(date));

/** Months that are searched on time are one line of cover; the lapses drawn over it are the months without a search. */
function monthCover({ standing }: RequirementRow, axis: Axis): LineInput['cover'] {
  const months = (standing.periods ?? []).filter((each) => /^\d{4}-\d{2}$/.test(each.period));
  const last = months.findLast((each) => each.status === 'met' || each.status === 'exempt');
  const first = months[0];
  if (first === undefined || last === undefined) return [];
  return [{ from: Math.max(axis.anchor, firstDayOf(first.period as CivilMonth)), to: endOfMonth(firstDayOf(last.period as CivilMonth)) }];
}

/** A duty before its moment is open from today, or from the first day that would not be too early; one after it, from the moment. */
function openFrom({ explanation: { timeline } }: RequirementRow, axis: Axis): number {
  const anchor = dayOf(timeline.anchor) ?? axis.anchor;
  const until = dayOf(timeline.openUntil);
  return until !== null && until <= anchor ? Math.max(axis.now, dayOf(timeline.window?.from ?? null) ?? axis.now) : anchor;
}

function lineOf(row: RequirementRow, axis: Axis): LineInput {
  const { timeline } = row.explanation;
  const span = (each: { readonly from: CivilDate; readonly to: CivilDate | null }) => ({ from: Number(toDay(each.from)), to: dayOf(each.to) });
  const { window } = timeline;
  const isWindowed = window !== null && (window.from !== null || window.to !== null);
  // What holds for good says "no end" in the last column; a line to the edge would only be loud.
  const cover = timeline.cover.filter((each) => each.to !== null).map(span);
  return {
    anchor: axis.anchor,
    window: isWindowed ? { from: dayOf(window.from), to: dayOf(window.to) } : null,
    dots: timeline.dots.map((dot) => toDay(dot)),
    cover: cover.length > 0 ? cover : monthCover(row, axis),
    lapses: timeline.lapses.map(span),
    openFrom: openFrom(row, axis),
    openUntil: dayOf(timeline.openUntil),
  };
}

type Tone = NonNullable<WindowLineProps['tone']>;

/** Evidence and cover are drawn as what they are; only what is undecided, adverse or about to end takes the colour of the verdict. */
function toneOf(row: RequirementRow): Tone {
  const { family } = lookOf(row.standing.status);
  return family === 'review' || family === 'fail' || family === 'near' ? family : 'ok';
}

const bare: ReadonlySet<string> = new Set(['met', 'exempt', 'not-yet-due']);

/** "Valid through" of what is met, the day due of what is not; nothing at all where there is no end. */
function untilOf({ standing }: RequirementRow): { readonly date: CivilDate; readonly over: boolean } | null {
  const date = ['met', 'exempt', 'expiring', 'late'].includes(standing.status) ? standing.validThrough : (standing.dueOn ?? standing.validThrough);
  if (date === null) return null;
  return { date, over: ['expired', 'overdue', 'incomplete'].includes(standing.status) };
}

function Until({ row, asOf }: { readonly row: RequirementRow; readonly asOf: CivilDate }) {
  const until = untilOf(row);
  if (until !== null) return <DateWithDistance date={dateWords(until.date)} distance={distanceWords(until.date, asOf)} tone={until.over && until.date < asOf ? 'over' : 'plain'} />;
  const { status } = row.standing;
  return <span className={styles.none}>{['met', 'exempt', 'late'].includes(status) ? 'no end' : ''}</span>;
}

/** The ticks of the axis: -90 and -30 days before the anchor, half years or years after it, as far apart as can be read. */
function ticksOf(axis: Axis, width: number): readonly { readonly x: number; readonly label: string }[] {
  const before = [-90, -30].map((days) => ({ x: axis.at(axis.anchor + days) * width, label: `−${-days} d` }));
  // In a narrow window the two would run into each other.
  const ticks = (before[1]?.x ?? 0) - (before[0]?.x ?? 0) < 42 ? before.slice(1) : before;
  const { year } = fieldsOf(axis.anchor as Day);
  const candidates: { readonly x: number; readonly label: string }[] = [];
  for (let each = year; each <= year + 12; each += 1) {
    for (const [month, label] of [['01', String(each)], ['07', 'Jul']] as const) {
      const day = toDay(`${String(each).padStart(4, '0')}-${month}-01` as CivilDate);
      if (day > axis.anchor + 20 && day <= axis.last) candidates.push({ x: axis.at(day) * width, label });
    }
  }
  let last = axis.at(axis.anchor) * width;
  for (const tick of candidates.filter((each) => candidates.length <= 6 || each.label !== 'Jul')) {
    if (tick.x - last < 38 || tick.x > width - 6) continue;
    ticks.push(tick);
    last = tick.x;
  }
  return ticks;
}

const empty: Omit<LineInput, 'anchor'> = { window: null, dots: [], cover: [], lapses: [], openFrom: null, openUntil: null };

/** Everything asked of one person, grouped by the moment it guards, each line with its verdict, its reason and its dates. */
export function RequirementList({ view, asOf, selected, onSelect, onOpen }: {
  readonly view: PersonView;
  readonly asOf: CivilDate;
  readonly selected: string | null;
  readonly onSelect: (requirementId: string) => void;
  /** Enter: go to the panel. */
  readonly onOpen: () => void;
}) {
  const { ref, width: measured } = useElementSize<HTMLTableCellElement>();
  const width = Math.max(120, Math.floor(measured));
  const table = useRef<HTMLTableElement>(null);
  const ids = view.rows.map((row) => row.standing.requirement);
  const { axis } = view;
  const anchorOn = fromDay(axis.anchor as Day);

  useEffect(() => {
    table.current?.querySelector<HTMLElement>('tr[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = selected === null ? -1 : ids.indexOf(selected);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (next === undefined) {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      onOpen();
      return;
    }
    event.preventDefault();
    const id = ids[Math.min(ids.length - 1, Math.max(0, next))];
    if (id === undefined) return;
    onSelect(id);
    table.current?.querySelector<HTMLElement>(`tr[data-requirement="${CSS.escape(id)}"]`)?.focus();
  };

  const frame = (height: number) => <WindowLine line={{ ...empty, anchor: axis.anchor }} axis={axis} width={width} height={height} label="" />;

  return (
    <table ref={table} className={styles.list} role="grid" aria-label="Requirements" onKeyDown={onKeyDown}>
      <colgroup>
        <col className={styles.colTitle} />
        <col className={styles.colStanding} />
        <col className={styles.colWhy} />
        <col />
        <col className={styles.colUntil} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Requirement</th>
          <th scope="col">Standing</th>
          <th scope="col">Why</th>
          <th scope="col" ref={ref} className={styles.axis}>
            <span className="sr-only">Window and evidence on a line of time</span>
            <svg width={width} height={32} aria-hidden="true">
              {ticksOf(axis, width).map((tick) => (
                <g key={`${tick.label}-${tick.x}`} transform={`translate(${tick.x} 0)`}>
                  <text y={20} textAnchor="middle">{tick.label}</text>
                  <path d="M0 27v5" />
                </g>
              ))}
            </svg>
          </th>
          <th scope="col" className={styles.until}>Valid or due until</th>
        </tr>
      </thead>
      {view.groups.map((group, index) => (
        <tbody key={group.title}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={3}>{group.title}</th>
            <td className={styles.line} aria-hidden="true">
              {frame(26)}
              {index === 0 && <AxisNotes axis={axis} width={width} anchorOn={anchorOn} asOf={asOf} planned={view.employment?.hiredOn === undefined} />}
            </td>
            <td />
          </tr>
          {group.rows.map((row) => {
            const { requirement, status } = row.standing;
            const isSelected = requirement === selected;
            return (
              <tr
                key={requirement}
                data-requirement={requirement}
                className={cx(styles.row, isSelected && styles.selected)}
                aria-selected={isSelected}
                tabIndex={isSelected || (selected === null && requirement === ids[0]) ? 0 : -1}
                onClick={() => onSelect(requirement)}
                onFocus={() => {
                  if (!isSelected) onSelect(requirement);
                }}
              >
                <th scope="row" title={`${shownId(requirement)} · ${row.title}`}><span className={styles.clamp}>{row.title}</span></th>
                <td><StatusMark {...lookOf(status)} variant={bare.has(status) ? 'bare' : 'pill'} /></td>
                <td className={styles.why} title={row.explanation.brief}><span className={styles.clamp}>{row.explanation.brief}</span></td>
                <td className={styles.line}>
                  <WindowLine line={lineOf(row, axis)} axis={axis} width={width} height={33} tone={toneOf(row)} lapseTone={['gap', 'late', 'stale'].includes(status) ? 'finding' : 'act'} label={`${row.title}: ${row.explanation.brief}`} />
                </td>
                <td className={styles.until}><Until row={row} asOf={asOf} /></td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

/** What the two upright lines are, written once at the top. Where they are close, the anchor's note goes to its left. */
function AxisNotes({ axis, width, anchorOn, asOf, planned }: {
  readonly axis: Axis;
  readonly width: number;
  readonly anchorOn: CivilDate;
  readonly asOf: CivilDate;
  readonly planned: boolean;
}) {
  const anchor = axis.at(axis.anchor) * width;
  const now = axis.at(toDay(asOf)) * width;
  const noteLeft = now > anchor && now - anchor < 112;
  const nowLeft = now > width - 52 || (now < anchor && anchor - now < 64);
  const fits = axis.anchor !== toDay(asOf);
  return (
    <>
      {fits && (
        <span className={styles.anchorNote} style={noteLeft ? { right: width - anchor + 6 } : { left: anchor + 6 }}>
          {`${planned ? 'planned' : 'hired'} ${dateWords(anchorOn)}`}
        </span>
      )}
      <span className={styles.nowNote} style={nowLeft ? { right: width - now + 6 } : { left: now + 6 }}>
        {dateWords(asOf).replace(/ \d{4}$/, '')}
      </span>
    </>
  );
}
