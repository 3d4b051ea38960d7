import type { MonthCoverage } from '../../../shared/agenda/month-coverage.ts';
import type { CivilMonth } from '../../../shared/civil-date.ts';
import { exclusionListWords } from '../../../shared/model/exclusion.ts';
import { statusFacts } from '../../../shared/rules/status.ts';
import { lookOf } from '../../../shared/status-look.ts';
import { dateWords, longMonthWords } from '../../../shared/wording.ts';
import type { MonthRow } from '../../ui/month-grid.tsx';

/** Years by lists for the month grid, the oldest year first; an open month that owes nothing yet is left empty. */
export function monthRows(coverage: MonthCoverage): readonly MonthRow[] {
  const years = [...new Set(coverage.lists.flatMap((each) => each.months.map(({ month }) => month.slice(0, 4))))].sort();
  return years.flatMap((year) =>
    coverage.lists.map(({ list, months }): MonthRow => ({
      year: Number(year),
      // Beside twelve cells there is room for one short word.
      rowLabel: exclusionListWords[list].short.replace(/ (LEIE|list)$/, ''),
      cells: months
        .filter(({ month, status }) => month.startsWith(year) && status !== 'not-yet-due')
        .map(({ month, status, check }) => ({
          month,
          ...lookOf(status),
          label: `${longMonthWords(month)}, ${exclusionListWords[list].short}: ${check === null ? statusFacts[status].word : `${statusFacts[status].word}, checked ${dateWords(check.checkedOn)}`}`,
        })),
    })),
  );
}

/** The sentence above the grid: how many closed months are covered, and which are not. */
export function coverageWords(coverage: MonthCoverage): { readonly text: string; readonly holes: string } {
  const lists = coverage.lists.length === 2 ? 'both lists' : `${coverage.lists.length} lists`;
  const text = coverage.closed === 0 ? 'No month is owed yet.' : `${coverage.covered} of ${coverage.closed} months on ${coverage.lists.length === 1 ? 'the list' : lists}.`;
  const names = coverage.holes.map((month: CivilMonth) => longMonthWords(month));
  const holes = names.length === 0 ? '' : names.length <= 3 ? `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} none.` : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more have none.`;
  return { text, holes };
}
