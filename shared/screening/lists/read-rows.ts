import { fail, ok, type Result } from '../../result.ts';
import type { ListRow } from '../list.ts';
import type { Layout, Notes, RowProblem } from './layout.ts';
import { listLimits } from './limits.ts';
import type { ListError } from './list-error.ts';
import type { RawRows } from './raw-rows.ts';

const spreadsheetError = /^(?:#(?:NAME\?|VALUE!|REF!|N\/A|DIV\/0!|NUM!|NULL!)|#{3,})$/i;
const powersOfTen = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;
const ruled = /^[-=_*.~\s]*$/;
const comment = /^#\s/;

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '');

/** Every row under the heads, or the first thing that is wrong with one: there is no half of a list. */
export function readRows(raw: RawRows, headAt: number, layout: Layout, fileName: string, notes: Notes): Result<readonly ListRow[], ListError> {
  const width = layout.heads.length;
  const mapped = layout.columns !== null;
  const { repairs } = notes;
  const failed = (index: number, problem: RowProblem): Result<never, ListError> => fail({ fileName, list: layout.list, row: raw.numberOf(index), ...problem });
  const rows: ListRow[] = [];
  const last = raw.rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const leftOut = blocksWithoutBlanks(raw, headAt, last, width);
  const allowed = blankColumnsTo(raw, headAt, last, width);
  let nameless: number | null = null;
  for (let index = headAt + 1; index <= last; index += 1) {
    const cells = raw.rows[index] ?? [];
    const row = raw.numberOf(index);
    for (let at = 0; at < cells.length; at += 1) cells[at] = (cells[at] ?? '').trim();
    if (cells.length !== width || cells[0] === '') {
      if (isBlank(cells)) {
        repairs.note('blank-rows', row);
        continue;
      }
    }
    if (!mapped && comment.test(cells[0] ?? '')) {
      repairs.note('comment-lines', row);
      continue;
    }
    if (mapped && index === headAt + 1 && isFiller(cells, layout)) {
      repairs.note('filler', row);
      continue;
    }
    if (cells.length > width) {
      if (cells.length > allowed || cells.slice(width).some((cell) => cell !== '')) return failed(index, { code: 'long-row', detail: `${cells.length} in place of ${width}` });
      cells.length = width;
      repairs.note('blank-columns', row);
    }
    if (cells.length < width) {
      if (!leftOut.has(blockOf(row))) return failed(index, { code: index === last ? 'cut-off' : 'short-row', detail: `${cells.length} in place of ${width}` });
      repairs.note('left-out', row);
      while (cells.length < width) cells.push('');
    }
    const problem = damageIn(cells, layout, raw);
    if (problem !== null) return failed(index, problem);
    if (raw.workbook) mendTruth(cells, layout, row, notes);
    if (!layout.names(cells)) {
      nameless ??= index;
      continue;
    }
    // Notes may stand under the table, never inside it.
    if (nameless !== null) return failed(nameless, { code: 'no-name' });
    const wrong = layout.clean(cells, row, notes);
    if (wrong !== null) return failed(index, wrong);
    rows.push(layout.toRow(cells, row));
  }
  if (nameless !== null) {
    for (let index = nameless; index <= last; index += 1) repairs.note('notes', raw.numberOf(index));
  }
  return rows.length === 0 ? fail({ fileName, list: layout.list, code: 'no-rows' }) : ok(rows);
}

/**
 * How wide a row may be with blank cells at its end: as wide as the heads' own row or as every other. A single row that is wider was divided by a
 * comma in a name, and its cells are not where they belong.
 */
function blankColumnsTo(raw: RawRows, headAt: number, last: number, width: number): number {
  let narrowest = Infinity;
  for (let index = headAt + 1; index <= last; index += 1) {
    const count = raw.rows[index]?.length ?? 0;
    if (count > 1 && count < narrowest) narrowest = count;
  }
  // Of one row alone nobody can tell.
  return Math.max(width, raw.rows[headAt]?.length ?? 0, last - headAt > 1 && narrowest < Infinity ? narrowest : 0);
}

const blockRows = 16;
const blockOf = (row: number): number => Math.floor((row - 1) / blockRows);

/**
 * Excel leaves blank cells at the end of rows out of a CSV where sixteen rows together (17 to 32, 33 to 48, ...) have nothing in those columns
 * (Microsoft, “Column delimiters are missing in an Excel spreadsheet that is saved as text”). Answers those blocks. Only a whole block is certain: a row shorter than its neighbours has lost a cell somewhere.
 */
function blocksWithoutBlanks(raw: RawRows, headAt: number, last: number, width: number): ReadonlySet<number> {
  const blocks = new Map<number, { rows: number; cells: number; alike: boolean; used: boolean }>();
  for (let index = headAt; index <= last; index += 1) {
    const row = raw.rows[index] ?? [];
    const block = blockOf(raw.numberOf(index));
    const known = blocks.get(block) ?? { rows: 0, cells: row.length, alike: true, used: false };
    known.rows += 1;
    known.alike &&= known.cells === row.length;
    // Excel writes up to the last column with something in it: a block that ends in blanks lost its cells some other way.
    known.used ||= (row.at(-1) ?? '').trim() !== '';
    blocks.set(block, known);
  }
  const whole = [...blocks].filter(([, { rows, cells, alike, used }]) => alike && used && rows > 1 && cells > width / 2 && cells < width);
  return new Set(whole.map(([block]) => block));
}

/** A line between the heads and the first entry: rules, the heads again, or a remark in one cell. */
function isFiller(cells: readonly string[], layout: Layout): boolean {
  if (cells.every((cell) => ruled.test(cell))) return true;
  if (cells.filter((cell) => cell !== '').length <= 1) return true;
  return cells.every((cell, at) => cell.toLowerCase() === (layout.heads[at] ?? '').toLowerCase());
}

function damageIn(cells: readonly string[], layout: Layout, raw: RawRows): RowProblem | null {
  for (let at = 0; at < cells.length; at += 1) {
    const value = cells[at] ?? '';
    if (value.length > listLimits.cellLength) return { code: 'cell-too-long', column: layout.heads[at] ?? '' };
    if (raw.suspect) {
      if (spreadsheetError.test(value)) return { code: 'spreadsheet-error', column: layout.heads[at] ?? '', value };
      if (powersOfTen.test(value)) return { code: 'lost-digits', column: layout.heads[at] ?? '', value };
    }
    // No cell of the LEIE has two lines: a quotation mark that was lost has swallowed a row.
    if (raw.multiline && layout.list === 'oig-leie' && value.includes('\n')) return { code: 'open-quote', column: layout.heads[at] ?? '' };
  }
  return null;
}

/** A workbook takes a person called True for a truth value, which its reader says as yes. */
function mendTruth(cells: string[], layout: Layout, row: number, { repairs }: Notes): void {
  for (const at of layout.nameColumns) {
    const value = cells[at];
    if (value !== 'yes' && value !== 'no') continue;
    cells[at] = value === 'yes' ? 'TRUE' : 'FALSE';
    repairs.note('truth', row);
  }
}
