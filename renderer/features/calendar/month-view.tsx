import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { monthOf, toDay, weekdayOf, type CivilDate } from '../../../shared/civil-date.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords, longDateWords } from '../../../shared/wording.ts';
import { cx } from '../../ui/cx.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { byDay, dayByKey, daysOfMonthPage, linesOf } from './calendar-model.ts';
import styles from './month-view.module.css';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const lineHeight = 18;
const dayHead = 26;

/** A month as a page of weeks. Arrow keys move by day and week, Page keys by month, Home to the day looked at; Enter goes into the day's list. */
export function MonthView({ deadlines, day, asOf, title, focused, onDay, onEnter }: {
  readonly deadlines: readonly Deadline[];
  readonly day: CivilDate;
  readonly asOf: CivilDate;
  readonly title: string;
  /** Counts up when the chosen day is to take the focus: after a key, and when the list beside it is left. */
  readonly focused: number;
  readonly onDay: (day: CivilDate, byKey: boolean) => void;
  readonly onEnter: () => void;
}) {
  const days = daysOfMonthPage(day);
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  const known = byDay(deadlines);
  const { ref, height } = useElementSize();
  const grid = useRef<HTMLTableElement>(null);
  const room = Math.max(1, Math.floor((height / weeks.length - dayHead) / lineHeight));

  useEffect(() => {
    if (focused > 0) grid.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onEnter();
      return;
    }
    const next = dayByKey(event.key, day, asOf);
    if (next === null) return;
    event.preventDefault();
    onDay(next, true);
  };

  return (
    <div className={styles.view}>
      <div className={styles.heads} aria-hidden="true">{weekdays.map((name) => <span key={name}>{name.slice(0, 3)}</span>)}</div>
      <div ref={ref} className={styles.frame}>
        <table ref={grid} role="grid" aria-label={title} className={styles.grid} onKeyDown={onKeyDown}>
          <thead className="sr-only">
            <tr>{weekdays.map((name) => <th key={name} scope="col">{name}</th>)}</tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]} style={{ height: `${100 / weeks.length}%` }}>
                {week.map((each) => (
                  <Day
                    key={each}
                    date={each}
                    deadlines={known.get(each) ?? []}
                    room={room}
                    asOf={asOf}
                    isOutside={monthOf(each) !== monthOf(day)}
                    isChosen={each === day}
                    onChoose={() => onDay(each, false)}
                    onEnter={onEnter}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Day({ date, deadlines, room, asOf, isOutside, isChosen, onChoose, onEnter }: {
  readonly date: CivilDate;
  readonly deadlines: readonly Deadline[];
  readonly room: number;
  readonly asOf: CivilDate;
  readonly isOutside: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onEnter: () => void;
}) {
  const lines = linesOf(deadlines);
  // The line that says how many more there are takes the place of one.
  // A day with room to spare lets its lines run over two.
  const isRoomy = lines.length * 2 <= room;
  const shown = lines.length <= room ? lines : lines.slice(0, Math.max(0, room - 1));
  const left = lines.slice(shown.length).reduce((sum, line) => sum + line.deadlines.length, 0);
  const isToday = date === asOf;
  const number = Number(date.slice(8));
  return (
    <td
      role="gridcell"
      aria-selected={isChosen}
      aria-current={isToday ? 'date' : undefined}
      aria-label={`${weekdays[weekdayOf(toDay(date)) - 1] ?? ''} ${longDateWords(date)}, ${distanceWords(date, asOf)}: ${deadlines.length === 0 ? 'no deadlines' : countOf(deadlines.length, 'deadline')}`}
      tabIndex={isChosen ? 0 : -1}
      className={cx(styles.day, isOutside && styles.outside, isChosen && styles.chosen, isToday && styles.today, date < asOf && styles.past)}
      onClick={onChoose}
      onDoubleClick={onEnter}
    >
      <div className={styles.cell}>
        <span className={styles.number}>{number === 1 ? dateWords(date).slice(0, -5) : number}</span>
        {shown.map((line) => (
          <span key={line.key} className={cx(styles.line, isRoomy && styles.roomy)} title={line.text}>
            <StatusMark {...lookOf(line.status)} text="" />
            <span className={styles.text}>{line.text}</span>
          </span>
        ))}
        {left > 0 && <span className={styles.more}>{shown.length === 0 ? countOf(left, 'deadline') : `+${left} more`}</span>}
      </div>
    </td>
  );
}
