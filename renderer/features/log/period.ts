import { fromDay, plusDays, toDay, type CivilDate } from '../../../shared/civil-date.ts';

export const periods = ['all', 'today', 'week', 'month', 'year', 'between'] as const;
export type Period = (typeof periods)[number];

export const periodWords: Readonly<Record<Period, string>> = {
  all: 'All time', today: 'Today', week: 'Last 7 days', month: 'Last 30 days', year: 'This year', between: 'Between two days …',
};

/** The first and last day of a period, inclusive; nulls are open. What lies between two chosen days is not decided here. */
export function daysOf(period: Exclude<Period, 'between'>, today: CivilDate): { readonly from: CivilDate | null; readonly to: CivilDate | null } {
  const back = (days: number): CivilDate => fromDay(plusDays(toDay(today), -days));
  switch (period) {
    case 'all':
      return { from: null, to: null };
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: back(6), to: today };
    case 'month':
      return { from: back(29), to: today };
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01` as CivilDate, to: today };
  }
}
