import { toDay, type CivilDate } from '../../civil-date.ts';
import { countOf, dateWords, distanceWords } from '../../wording.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import type { Reminder } from './due-reminders.ts';
import { rungWords, type Rung } from './ladder.ts';

/** How many of some deadlines lie where, seen from a day. Every deadline is counted once. */
export type ReminderCounts = { readonly overdue: number; readonly today: number; readonly week: number; readonly month: number; readonly later: number };

/** Counts deadlines by how near they are: past, today, within 7 days, within 30, later. */
export function countDeadlines(deadlines: readonly Pick<Deadline, 'on'>[], today: CivilDate): ReminderCounts {
  const counts = { overdue: 0, today: 0, week: 0, month: 0, later: 0 };
  for (const { on } of deadlines) {
    const left = toDay(on) - toDay(today);
    counts[left < 0 ? 'overdue' : left === 0 ? 'today' : left <= 7 ? 'week' : left <= 30 ? 'month' : 'later'] += 1;
  }
  return counts;
}

/** `5 deadlines: 2 overdue, 3 within 7 days`. Names nobody: fit for a screen anybody may see. */
export function summaryWords(tell: readonly Reminder[], today: CivilDate): string {
  const { overdue, today: due, week, month, later } = countDeadlines(tell.map(({ deadline }) => deadline), today);
  const parts = [
    [overdue, 'overdue'], [due, 'today'], [week, 'within 7 days'], [month, 'within 30 days'], [later, 'later'],
  ].flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]));
  const [only] = parts;
  const where = parts.length === 1 && only !== undefined ? only.slice(only.indexOf(' ') + 1) : parts.join(', ');
  return `${countOf(tell.length, 'deadline')}: ${where}`;
}

/** What a deadline asks and of whom: `Ana Ruiz: CPR and First Aid expires`; the agency's own without its name. */
export const deadlineLine = ({ subject, what }: Pick<Deadline, 'subject' | 'what'>): string => (subject.kind === 'agency' ? what : `${subject.name}: ${what}`);

/** How many deadlines a notification names before it says how many more there are. */
const namedInNotification = 4;

/** The nearest of them with names, one a line, the most urgent first: only for whoever has asked for names. */
export function namedWords(tell: readonly Reminder[], today: CivilDate): string {
  const nearest = tell.toSorted((one, other) => (one.deadline.on < other.deadline.on ? -1 : one.deadline.on > other.deadline.on ? 1 : 0));
  const lines = nearest.slice(0, namedInNotification).map(({ deadline }) => `${deadlineLine(deadline)}, ${distanceWords(deadline.on, today)}`);
  const more = nearest.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** `told 14 days ahead; 60 and 30 days ahead went by untold`: why a reminder came now. */
export function rungReason(rung: Rung, passed: readonly Rung[]): string {
  const told = rungWords(rung);
  if (passed.length === 0) return told;
  const days = passed.map((each, index) => (index === passed.length - 1 ? rungWords(each) : each === 0 ? 'on the day' : String(each)));
  const [last] = days.slice(-1);
  return `${told}; ${days.length === 1 ? (last ?? '') : `${days.slice(0, -1).join(', ')} and ${last ?? ''}`} went by untold`;
}

/** `30 Mar 2026 · in 12 days`. */
export const dayAndDistance = (date: CivilDate, today: CivilDate): string => `${dateWords(date)} · ${distanceWords(date, today)}`;
