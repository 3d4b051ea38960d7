import { fromDay, monthOf, plusMonths, startOfMonth, toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import type { Deadline, DeadlineArea } from './deadlines/deadline.ts';

/** What the bars of the horizon are made of: three shades tell apart without colour, so areas that belong together share one. */
export const horizonKinds = ['staff', 'papers', 'teams'] as const;
export type HorizonKind = (typeof horizonKinds)[number];
export const horizonWords: Readonly<Record<HorizonKind, string>> = { staff: 'Staff', papers: 'Papers and accreditation', teams: 'Teams and fidelity' };

/** Searches are due every month for everybody and would drown the rest: they have their own screen. */
const kindOfArea: Readonly<Record<DeadlineArea, HorizonKind | null>> = {
  staff: 'staff', exclusions: null, papers: 'papers', accreditation: 'papers', fidelity: 'teams', teams: 'teams', surveys: 'staff',
};

/** What has its last day in one month. */
export type HorizonMonth = { readonly month: CivilMonth } & Readonly<Record<HorizonKind, number>>;

/**
 * The twelve months from the one judged: how many deadlines have their last day in each, from the day judged on, that day included. What
 * is overdue is on the list of today, not ahead; exclusion checks are left out.
 */
export function horizon(deadlines: readonly Deadline[], asOf: CivilDate): readonly HorizonMonth[] {
  const first = startOfMonth(toDay(asOf));
  const months = Array.from({ length: 12 }, (_, index) => ({ month: monthOf(fromDay(plusMonths(first, index))), staff: 0, papers: 0, teams: 0 }));
  const byMonth = new Map(months.map((month) => [month.month, month]));
  for (const { on, area } of deadlines) {
    const kind = kindOfArea[area];
    const month = on < asOf || kind === null ? undefined : byMonth.get(monthOf(on));
    if (month !== undefined && kind !== null) month[kind] += 1;
  }
  return months;
}
