import { fieldsOf, fromDay, plusDays, plusMonths, startOfMonth, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { hireHorizonDays } from '../../../../shared/agenda/planner/hire-plan.ts';
import { monthWords } from '../../../../shared/wording.ts';
import type { Axis } from '../../../ui/window-axis.ts';

/** How far back the axis reaches: the longest look-back there is, so that every window is seen whole. */
const daysBack = 100;

export type DayAxis = Axis & { readonly first: number; readonly months: readonly { readonly at: number; readonly words: string }[]; /** The day at a place between 0 and 1. */ readonly dayAt: (share: number) => CivilDate };

/** One linear axis for all lines: it stands still while the hire date moves over it. */
export function dayAxis(today: CivilDate, hireOn: CivilDate): DayAxis {
  const now = toDay(today);
  const anchor = toDay(hireOn);
  const first = Math.min(now, anchor) - daysBack;
  const last = Math.max(now + hireHorizonDays, anchor + 30);
  const at = (day: number): number => Math.min(1, Math.max(0, (day - first) / (last - first)));
  const months: { at: number; words: string }[] = [];
  for (let day = plusMonths(startOfMonth(plusDays(now, first - now)), 1); day <= last; day = plusMonths(day, 1)) {
    const words = monthWords(fromDay(day));
    months.push({ at: at(day), words: fieldsOf(day).month === 1 || months.length === 0 ? words : words.slice(0, 3) });
  }
  return { first, last, now, anchor, at, months, dayAt: (share) => fromDay(plusDays(now, Math.round(first + share * (last - first)) - now)) };
}
