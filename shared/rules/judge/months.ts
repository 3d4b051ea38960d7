import { endOfMonth, fromDay, monthOf, plusDays, startOfMonth, type Day } from '../../civil-date.ts';
import type { ExclusionList } from '../../model/exclusion.ts';
import { outcomeOn, type Check } from '../known.ts';
import { worseOf, type Status } from '../status.ts';
import type { Period } from '../standing.ts';

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

/** A period that was judged: a month or a training year, with its days. */
export type JudgedPeriod = Period & { readonly from: number; readonly to: number; readonly open: boolean; readonly evidenceIds: readonly string[] };

/** Days before the end of the open month from which it is due soon (0.6.2). */
const monthEndWarning = 10;

/** Judges every calendar month from the hire to the day judged (0.6.11, 0.6.25). */
export function judgeMonths(question: MonthsQuestion): readonly JudgedPeriod[] {
  const { hire, today } = question;
  const periods: JudgedPeriod[] = [];
  for (let first = startOfMonth(hire); first <= today; first = plusDays(endOfMonth(first), 1)) {
    const last = endOfMonth(first);
    const owedFrom = Math.max(first, hire);
    if (question.judgedFrom > owedFrom) continue;
    const leaving = question.left && today <= last;
    const owed = !leaving || today === last;
    const open = leaving && owed ? question.asOf <= last : today <= last;
    const verdict = judgeMonth(question, first, last, open);
    // A month of leaving that is not owed is shown where it was done and left out where it was not.
    if (leaving && !owed && verdict.status !== 'met' && verdict.status !== 'fail' && verdict.status !== 'review') continue;
    periods.push({ ...verdict, period: monthOf(fromDay(first)), from: owedFrom, to: last, open: open && owed });
  }
  return periods;
}

type Verdict = { readonly status: Status; readonly missing?: readonly string[]; readonly evidenceIds: readonly string[] };

function judgeMonth(question: MonthsQuestion, first: Day, last: Day, open: boolean): Verdict {
  const { hire, today } = question;
  const preHireFrom = first <= hire && hire <= last && question.hireMonth === '31-days' ? Math.min(first, hire - 31) : first;
  let worst: Status = 'met';
  const missing: string[] = [];
  const evidenceIds: string[] = [];
  for (const list of question.lists) {
    const decided = latestDecided(question.checks.get(list) ?? [], preHireFrom, Math.min(last, today), today);
    if (decided === null) missing.push(list);
    else {
      evidenceIds.push(decided.check.id);
      if (decided.outcome !== 'clear') worst = worseOf(worst, decided.outcome === 'confirmed' ? 'fail' : 'review');
    }
  }
  if (missing.length === 0) return { status: worst, evidenceIds };
  const absent: Status = open
    ? last - today <= monthEndWarning ? 'due-soon' : 'not-yet-due'
    : missing.length === question.lists.length ? 'gap' : 'incomplete';
  return { status: worseOf(worst, absent), missing, evidenceIds };
}

/** Of several searches of one list in a period the latest decided one speaks; an undecided one only where none is decided. */
function latestDecided(checks: readonly Check[], from: number, to: number, today: Day): { readonly check: Check; readonly outcome: 'clear' | 'possible' | 'confirmed' } | null {
  let undecided: Check | null = null;
  for (let index = lastAtOrBefore(checks, to); index >= 0; index -= 1) {
    const check = checks[index];
    if (check === undefined || check.on < from) break;
    const outcome = outcomeOn(check, today);
    if (outcome === 'clear' || outcome === 'confirmed') return { check, outcome };
    if (outcome === 'possible') undecided ??= check;
  }
  return undecided === null ? null : { check: undecided, outcome: 'possible' };
}

/** Index of the last check on or before a day in a list sorted by day; -1 where there is none. Halving keeps ten years of months cheap. */
function lastAtOrBefore(checks: readonly Check[], day: number): number {
  let low = 0;
  let high = checks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((checks[middle]?.on ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
