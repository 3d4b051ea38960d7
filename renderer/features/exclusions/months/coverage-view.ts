import type { CoverageCell, CoverageGrid, CoverageStatus } from '../../../../shared/agenda/exclusions/coverage.ts';
import type { CivilMonth } from '../../../../shared/civil-date.ts';
import { lookOf, type StatusLook } from '../../../../shared/status-look.ts';
import { keyText } from '../../../../shared/agenda/exclusions/subject.ts';
import { countOf, dateWords, longMonthWords } from '../../../../shared/wording.ts';

/** How a cell of the grid looks: the looks of the same standings elsewhere, under the words of coverage. */
export const coverageLooks: Readonly<Record<CoverageStatus, StatusLook>> = {
  met: lookOf('met'),
  gap: lookOf('gap'),
  incomplete: lookOf('incomplete'),
  review: { ...lookOf('review'), word: 'Under review' },
  fail: lookOf('fail'),
  open: { ...lookOf('not-yet-due'), word: 'Open' },
  'not-required': { ...lookOf('not-applicable'), word: 'Not required' },
};

/** The order the legend names them in: by consequence. */
export const coverageOrder: readonly CoverageStatus[] = ['fail', 'gap', 'incomplete', 'review', 'open', 'met', 'not-required'];

/** Months that lack a check: what a closing has to explain, and what stays. */
const isHole = (status: CoverageStatus): boolean => status === 'gap' || status === 'incomplete';

export type GridCell = { readonly look: StatusLook; readonly label: string; readonly cell: CoverageCell };
export type GridRow = { readonly key: string; readonly name: string; readonly personId: string | null; readonly holes: number; readonly cells: readonly GridCell[] };
export type GridMonth = { readonly month: CivilMonth; readonly holes: number; readonly closed: boolean; readonly title: string };

/** The lines of the grid; with `onlyHoles` those with a gap or an incomplete month. */
export function gridRows(grid: CoverageGrid, { words, onlyHoles }: { readonly words: string; readonly onlyHoles: boolean }): readonly GridRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return grid.rows.flatMap((row): readonly GridRow[] => {
    const holes = row.cells.filter(({ status }) => isHole(status)).length;
    const text = `${row.name} ${row.listName}`.toLowerCase();
    if ((onlyHoles && holes === 0) || !wanted.every((word) => text.includes(word))) return [];
    return [{
      key: keyText(row.key),
      name: row.listName,
      personId: 'personId' in row.key ? row.key.personId : null,
      holes,
      cells: row.cells.map((cell) => ({ cell, look: coverageLooks[cell.status], label: `${coverageLooks[cell.status].word}. ${row.name}, ${longMonthWords(cell.month)}. ${cell.words}` })),
    }];
  });
}

/** The heads: how many holes a month has, and whether it was closed. */
export const gridMonths = (grid: CoverageGrid): readonly GridMonth[] =>
  grid.months.map(({ month, close, counts }) => {
    const holes = counts.gap + counts.incomplete;
    const state = close === null ? 'open' : `closed on ${dateWords(close.closedOn)}`;
    return { month, holes, closed: close !== null, title: `${longMonthWords(month)}: ${state}, ${holes === 0 ? 'no hole' : countOf(holes, 'hole')}` };
  });
