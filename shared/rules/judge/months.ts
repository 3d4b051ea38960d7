import type { Day } from '../../civil-date.ts';
import type { ExclusionList } from '../../model/exclusion.ts';
import { outcomeOn, type Check } from '../known.ts';
import { worseOf, type Status } from '../status.ts';
import type { Period } from '../standing.ts';
import { monthAt, monthIndexOf, type Month } from './calendar.ts';

export type MonthsQuestion = {
  readonly lists: readonly ExclusionList[];
  readonly checks: ReadonlyMap<ExclusionList, readonly Check[]>;
  readonly hire: Day;
  readonly hireMonth: '31-days' | 'same-month';
  /** Periods that begin before this day are not judged: records or a pack begin only then. -Infinity where nothing cuts. */
  readonly judgedFrom: number;
  /** The day judged: the earlier of as-of and the last day worked. */
  readonly today: Day;
  /** The last day worked is known and is the day judged. */
  readonly left: boolean;
  /** The day asked for, which closes a leaver's last period once it is later. */
  readonly asOf: Day;
};

/** A period that was judged: a month or a training year as a standing shows it, with its days. */
export type JudgedPeriod = { readonly shown: Period; readonly from: number; readonly to: number; readonly open: boolean };

/** The periods judged, in order, and what they were judged by, without repeats. */
export type JudgedPeriods = { readonly periods: readonly JudgedPeriod[]; readonly evidenceIds: readonly string[] };

/** Days before the end of the open month from which it is due soon (0.6.2). */
const monthEndWarning = 10;

/** The searches of one list, walked once: months come in order and so do searches. */
type Walker = { readonly list: ExclusionList; readonly checks: readonly Check[]; at: number };

/** Judges every calendar month from the hire to the day judged (0.6.11, 0.6.25). */
export function judgeMonths(question: MonthsQuestion): JudgedPeriods {
  const { hire, today } = question;
  const walkers = question.lists.map((list): Walker => ({ list, checks: question.checks.get(list) ?? noChecks, at: -1 }));
  const periods: JudgedPeriod[] = [];
  const evidenceIds: string[] = [];
  const lastIndex = monthIndexOf(today);
  for (let index = monthIndexOf(hire); index <= lastIndex; index += 1) {
    const month = monthAt(index);
    const { first, last } = month;
    const from = Math.max(first, hire);
    if (question.judgedFrom > from) continue;
    const leaving = question.left && today <= last;
    const owed = !leaving || today === last;
    const open = leaving && owed ? question.asOf <= last : today <= last;
    const before = evidenceIds.length;
    const shown = judgeMonth(question, walkers, month, open, evidenceIds);
    // A month of leaving that is not owed is shown where it was done and left out where it was not.
    if (leaving && !owed && shown.status !== 'met' && shown.status !== 'fail' && shown.status !== 'review') evidenceIds.length = before;
    else periods.push({ shown, from, to: last, open: open && owed });
  }
  return { periods, evidenceIds };
}

const noChecks: readonly Check[] = [];

/** Judges one month and adds the searches it was judged by to `evidenceIds`. */
function judgeMonth(question: MonthsQuestion, walkers: readonly Walker[], month: Month, open: boolean, evidenceIds: string[]): Period {
  const { hire, today } = question;
  const { first, last, period } = month;
  const from = first <= hire && hire <= last && question.hireMonth === '31-days' ? Math.min(first, hire - 31) : first;
  const to = Math.min(last, today);
  const before = evidenceIds.length;
  let worst: Status = 'met';
  let missing: string[] | null = null;
  for (const walker of walkers) {
    const found = latestDecided(walker, from, to, today);
    if (found === null) (missing ??= []).push(walker.list);
    else {
      if (!evidenceIds.includes(found.id, before)) evidenceIds.push(found.id);
      const outcome = outcomeOn(found, today);
      if (outcome !== 'clear') worst = worseOf(worst, outcome === 'confirmed' ? 'fail' : 'review');
    }
  }
  if (missing === null) return worst === 'met' ? month.met : { period, status: worst };
  const absent: Status = open
    ? last - today <= monthEndWarning ? 'due-soon' : 'not-yet-due'
    : missing.length === walkers.length ? 'gap' : 'incomplete';
  return { period, status: worseOf(worst, absent), missing };
}

/** Of several searches of one list in a period the latest decided one speaks; an undecided one only where none is decided. */
function latestDecided(walker: Walker, from: number, to: number, today: Day): Check | null {
  const { checks } = walker;
  while ((checks[walker.at + 1]?.on ?? Infinity) <= to) walker.at += 1;
  let undecided: Check | null = null;
  for (let index = walker.at; index >= 0; index -= 1) {
    const check = checks[index];
    if (check === undefined || check.on < from) break;
    const outcome = outcomeOn(check, today);
    if (outcome === 'clear' || outcome === 'confirmed') return check;
    if (outcome === 'possible') undecided ??= check;
  }
  return undecided;
}
