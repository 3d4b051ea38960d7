import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { plain } from '../../import/plain.ts';
import type { FileList, ListRow, ReadList } from '../list.ts';
import { formats } from './formats.ts';
import { readDateCell } from './list-dates.ts';
import { guessColumns, layoutOf } from './mapped-layout.ts';

const betweenCells = '\u001f';

/** What a cell says, whatever its form: dates as `YYYY-MM-DD`, no number and no date as nothing, text without case, accents and punctuation. */
function content(cell: string): string {
  if (cell === '' || /^0+$/.test(cell)) return '';
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const read = readDateCell(cell);
    if (read.kind === 'date') return read.date;
    if (read.kind === 'none') return '';
  }
  return plain(cell);
}

/** What a row says, in one text: the same for every saving of the same entry. Blank columns at the end do not count. */
export function contentOfRow({ cells }: ListRow): string {
  const contents = cells.map(content);
  return contents.slice(0, contents.findLastIndex((each) => each !== '') + 1).join(betweenCells);
}

/**
 * SHA-256 of what a row says in all its columns, lower-case hexadecimal: what a remembered decision is keyed to. Independent of the row's place, of
 * case, accents and punctuation, of the form of dates, and of whether a spreadsheet program saved the file again. Duplicate rows share it.
 * Computed when asked for: 84,000 of them would cost a second.
 */
export const digestOfRow = (list: FileList, row: ListRow): string => bytesToHex(sha256(utf8ToBytes(`${list}\u001e${contentOfRow(row)}`)));

/** A row column by column under the list's own heads, as it is kept with a candidate and a decision. Blank columns are kept too. */
export function recordOf(list: Pick<ReadList, 'heads'>, row: ListRow): Record<string, string> {
  return Object.fromEntries(list.heads.map((head, at) => [head, row.cells[at] ?? '']));
}

/**
 * The row of a kept record, so that a score card can be drawn again without the list: equal to the row the record was made of. Lists by mapping
 * need the columns of their version; without them they are guessed from the record's heads. Columns the record lacks are blank.
 */
export function rowFromRecord(
  list: FileList,
  record: Readonly<Record<string, string>>,
  row: number,
  columns: Readonly<Record<string, string>> | null = null,
): ListRow {
  const format = formats[list];
  if (format.kind === 'mapped') {
    const heads = Object.keys(record);
    return layoutOf(format.mapped, heads, columns ?? guessColumns(format.mapped, heads)).toRow(Object.values(record), row);
  }
  const [newest] = format.layouts;
  const layout = format.layouts.find(({ heads }) => heads.length === Object.keys(record).length && heads.every((head) => Object.hasOwn(record, head))) ?? newest;
  if (layout === undefined) throw new Error(`${list} has no layout`);
  return layout.toRow(layout.heads.map((head) => record[head] ?? ''), row);
}
