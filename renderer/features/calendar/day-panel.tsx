import { Anchor } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { deadlineAreaWords } from '../../../shared/agenda/deadlines/deadline.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { shortCitation } from '../../../shared/rules/packs/sources.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { countOf, dateWords, distanceWords, longDateWords } from '../../../shared/wording.ts';
import { goalPath } from '../../session/goal-path.ts';
import { useSession } from '../../session/session.tsx';
import { DateWithDistance } from '../../ui/date-with-distance.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { linesOf } from './calendar-model.ts';
import styles from './calendar.module.css';

/** The list beside the month: of one day, or of what is overdue. Arrow keys move, Enter opens what the deadline is about, Escape goes back. */
export function DayPanel({ day, deadlines, next, entered, onLeave, onNext }: {
  /** Null: everything overdue. */
  readonly day: CivilDate | null;
  readonly deadlines: readonly Deadline[];
  /** The next day that has any, where this one has none. */
  readonly next: CivilDate | null;
  readonly onNext: (day: CivilDate) => void;
  /** Counts up when the list is to take the focus. */
  readonly entered: number;
  readonly onLeave: () => void;
}) {
  const { asOf } = useSession();
  const panel = useRef<HTMLElement>(null);
  const links = (): readonly HTMLElement[] => [...(panel.current?.querySelectorAll<HTMLElement>('a[href]') ?? [])];

  useEffect(() => {
    // Into an empty list there is nowhere to go: the focus stays on the day.
    if (entered > 0) panel.current?.querySelector<HTMLElement>('a[href]')?.focus();
  }, [entered]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
      return;
    }
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
  };

  // In the list every deadline stands for itself; what happens to several people still stands together.
  const ordered = day === null ? deadlines : linesOf(deadlines).flatMap((line) => line.deadlines);
  return (
    <aside ref={panel} className={styles.side} aria-label={day === null ? 'Overdue' : 'Deadlines of the day'}>
      <div className={styles.sideHead}>
        <h2>{day === null ? 'Overdue' : longDateWords(day)}</h2>
        <p>{day === null ? countOf(deadlines.length, 'deadline') : `${distanceWords(day, asOf)} · ${deadlines.length === 0 ? 'no deadlines' : countOf(deadlines.length, 'deadline')}`}</p>
      </div>
      <div className={styles.sideList} role="region" aria-label="Deadlines" tabIndex={ordered.length === 0 ? 0 : -1}>
        {ordered.length === 0 && (
          <p className={styles.none}>
            {day === null ? 'Nothing is overdue.' : 'Nothing has its last day here.'}
            {next !== null && (
              <>
                {' The next is '}
                <Anchor component="button" type="button" inherit onClick={() => onNext(next)}>{`${dateWords(next)}, ${distanceWords(next, asOf)}`}</Anchor>.
              </>
            )}
          </p>
        )}
        <ul>
          {ordered.map((deadline) => (
            <li key={deadline.key}>
              <a href={`#${goalPath(deadline.goal)}`} className={styles.entry} onKeyDown={onKeyDown}>
                <span className={styles.entryTop}>
                  <StatusMark {...lookOf(deadline.status)} />
                  <span className={styles.area}>{deadlineAreaWords[deadline.area]}</span>
                </span>
                <b>{deadline.what}</b>
                <span className={styles.who}>{deadline.subject.name}</span>
                {day === null && <DateWithDistance date={dateWords(deadline.on)} distance={distanceWords(deadline.on, asOf)} tone="over" className={styles.when} />}
                {deadline.citations.length > 0 && <span className={styles.cited}>{[...new Set(deadline.citations.map(shortCitation))].slice(0, 2).join(' · ')}</span>}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
