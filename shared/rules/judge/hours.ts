import { fieldsOf, fromDay, plusDays, plusYears, toDay, type CivilDate, type Day } from '../../civil-date.ts';
import type { Item } from '../known.ts';
import type { Period } from '../standing.ts';
import type { JudgedPeriod, JudgedPeriods } from './months.ts';
import { openStatus } from './judged.ts';

export type HoursQuestion = {
  readonly items: readonly Item[];
  readonly needed: number;
  readonly year: 'anniversary' | 'calendar' | 'fiscal';
  readonly hire: Day;
  /** Start of the first role that owes hours. */
  readonly roleStart: Day;
  readonly judgedFrom: number;
  readonly today: Day;
  readonly left: boolean;
  readonly asOf: Day;
  readonly soonDays: number;
};

// Hours are written with decimals ("1.25"); millionths keep 0.1 + 0.2 exact.
const scale = 1_000_000;
const scaled = (hours: number): number => Math.round(hours * scale);

/** First day of the training year a day lies in. The fiscal year begins on 1 July. */
function yearStart(day: Day, question: HoursQuestion): Day {
  const { year } = fieldsOf(day);
  if (question.year === 'anniversary') {
    let count = year - fieldsOf(question.hire).year;
    while (plusYears(question.hire, count) > day) count -= 1;
    return plusYears(question.hire, count);
  }
  const monthDay = question.year === 'calendar' ? '01-01' : '07-01';
  const start = toDay(`${String(year).padStart(4, '0')}-${monthDay}` as CivilDate);
  return start <= day ? start : plusYears(start, -1);
}

function nextStart(start: Day, question: HoursQuestion): Day {
  if (question.year !== 'anniversary') return plusYears(start, 1);
  // Counted from the hire itself, so that 29 February comes back in leap years.
  const count = fieldsOf(start).year - fieldsOf(question.hire).year + 1;
  return plusYears(question.hire, count);
}

/** Judges every training year from the one of the first role start to the day judged (0.6.18, 0.6.25). */
export function judgeHours(question: HoursQuestion): JudgedPeriods {
  const { today } = question;
  const periods: JudgedPeriod[] = [];
  const evidenceIds: string[] = [];
  for (let first = yearStart(question.roleStart, question); first <= today; first = nextStart(first, question)) {
    const last = plusDays(nextStart(first, question), -1);
    if (question.judgedFrom > Math.max(first, question.hire)) continue;
    const leaving = question.left && today <= last;
    const owed = !leaving || today === last;
    const open = leaving && owed ? question.asOf <= last : today <= last;
    const items = itemsOf(question, first, last);
    const shown = judgeYear(question, items, first, last, open);
    if (leaving && !owed && shown.status !== 'met') continue;
    periods.push({ shown, from: Math.max(first, question.hire), to: last, open: open && owed });
    for (const item of items) evidenceIds.push(item.id);
  }
  return { periods, evidenceIds };
}

const itemsOf = ({ items, today }: HoursQuestion, first: Day, last: Day): readonly Item[] =>
  items.filter(({ date, source }) => date !== null && date >= first && date <= last && date <= today && source.result !== 'fail' && source.result !== 'waived');

function judgeYear(question: HoursQuestion, items: readonly Item[], first: Day, last: Day, open: boolean): Period {
  const period = `${fromDay(first)}/${fromDay(last)}`;
  const sum = (some: readonly Item[]): number => some.reduce((total, item) => total + scaled(item.source.hours ?? 0), 0);
  const all = sum(items);
  const approved = sum(items.filter((item) => (item.source.approvingBody ?? '').trim() !== ''));
  const needed = scaled(question.needed);
  if (approved >= needed) return { period, status: 'met' };
  if (all >= needed) return { period, status: 'review', missing: ['approving body'] };
  const missing = [`${String((needed - all) / scale)} hours`];
  if (open) return { period, status: openStatus(last, question.today, question.soonDays), missing };
  return { period, status: all === 0 ? 'gap' : 'incomplete', missing };
}
