import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CivilDate } from '../../civil-date.ts';
import { ok, type Result } from '../../result.ts';
import { countOf } from '../../wording.ts';
import type { FileList, ListRow, ListWarning, ReadList } from '../list.ts';
import { headerOf, layoutFor } from './choose-layout.ts';
import { laterOf, type Notes } from './layout.ts';
import { fullFileRows } from './limits.ts';
import type { ListError } from './list-error.ts';
import { scopeOf } from './list-scope.ts';
import { readRawRows } from './raw-rows.ts';
import { readRows } from './read-rows.ts';
import { repairsOf } from './repairs.ts';

export type ReadListOptions = {
  /** The list it must be; without it the heads decide. */
  readonly list?: FileList;
  /** Lists without a fixed layout: field to head, as a person confirmed them; without it they are guessed. */
  readonly columns?: Readonly<Record<string, string>>;
};

/**
 * Reads the file of an exclusion list, whole or not at all: CSV as published, CSV a spreadsheet program saved again where what it said is certain, a ZIP with
 * one CSV, or a workbook. Detects the list by its heads. What was repaired, and what a person should know, is in `warnings`; everything else that
 * is not as it should be refuses the file with a closed code and its place (`listErrorWords`). Never throws on any bytes.
 * Source: rules.md 5a (LEIE), 5d (Louisiana), 5e (SAM), 5f (North Carolina).
 */
export async function readList(bytes: Uint8Array, fileName: string, options: ReadListOptions = {}): Promise<Result<ReadList, ListError>> {
  const repairs = repairsOf();
  const raw = await readRawRows(bytes, fileName, options.list, repairs);
  if (!raw.ok) return raw;
  const header = headerOf(raw.value, fileName, options.list);
  if (!header.ok) return header;
  const layout = layoutFor(header.value, fileName, options.columns);
  if (!layout.ok) return layout;
  const unread: Unread[] = [];
  const notes: Notes = { repairs, unread: (row, column, value) => unread.push({ row, column, value }) };
  if (layout.value.columns === null) {
    for (let at = 0; at < header.value.at; at += 1) repairs.note('comment-lines', raw.value.numberOf(at));
  }
  const read = readRows(raw.value, header.value.at, layout.value, fileName, notes);
  if (!read.ok) return read;
  const rows = read.value;
  let newestAction: CivilDate | null = null;
  let reinstated = 0;
  for (const { actionOn, endsOn } of rows) {
    newestAction = laterOf(newestAction, actionOn);
    if (endsOn !== null) reinstated += 1;
  }
  const { list, heads, columns } = layout.value;
  const scope = scopeOf(list, fileName, rows, reinstated);
  return ok({
    list,
    fileName,
    sha256: bytesToHex(sha256(bytes)),
    bytes: bytes.length,
    heads,
    rows,
    newestAction,
    scope,
    columns,
    warnings: [...scopeWarnings(list, scope, rows.length), ...repairs.warnings(), ...unreadWarnings(unread, rows.length), ...duplicateWarnings(rows)],
  });
}

type Unread = { readonly row: number; readonly column: string; readonly value: string };

function scopeWarnings(list: FileList, scope: ReadList['scope'], count: number): readonly ListWarning[] {
  switch (scope) {
    case 'supplement':
      return [{ code: 'supplement', asks: false, words: `This file holds one month's additions, ${countOf(count, 'entry', 'entries')}, not the whole list. It is kept to look through; it never proves a search and is never combined with a full file.` }];
    case 'reinstatements':
      return [{ code: 'reinstatements', asks: false, words: `This file holds ${countOf(count, 'person or business', 'people and businesses')} taken off the list, not the list. It is kept to look through and never proves a search.` }];
    case 'full':
      return (list === 'oig-leie' || list === 'sam') && count < fullFileRows
        ? [{ code: 'few-rows', asks: true, words: `This file has ${countOf(count, 'entry', 'entries')}; the whole list has more than ${fullFileRows}. The download may have been cut off between two rows, or the file is a part of the list.` }]
        : [];
  }
}

function unreadWarnings(unread: readonly Unread[], rowCount: number): readonly ListWarning[] {
  const [first] = unread;
  if (first === undefined) return [];
  // Where most dates are words, the column is hardly one of dates.
  const asks = unread.length * 2 > rowCount;
  return [{ code: 'unread-dates', asks, words: `${countOf(unread.length, 'cell')} in a column of dates ${unread.length === 1 ? 'says' : 'say'} something else (first in row ${first.row}, ${first.column}: “${first.value.slice(0, 40)}”). The entries are searched as if they had no date there, which hides nobody.` }];
}

/** Rows that say the same in every cell. Lists publish them; they are counted, and all kept. */
function duplicateWarnings(rows: readonly ListRow[]): readonly ListWarning[] {
  const seen = new Map<string, ListRow[]>();
  let count = 0;
  let example: ListRow | null = null;
  for (const row of rows) {
    // Few rows share all of these, so that whole rows are seldom compared.
    const key = `${row.family}|${row.given}|${row.business}|${row.actionOn ?? ''}|${row.birthDate ?? ''}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, [row]);
    } else if (before.some(({ cells }) => cells.every((cell, at) => cell === row.cells[at]))) {
      count += 1;
      example ??= row;
    } else if (before.length < 50) {
      before.push(row);
    }
  }
  return example === null ? [] : [{ code: 'duplicate-rows', asks: false, words: `${countOf(count, 'row')} ${count === 1 ? 'says' : 'say'} the same as an earlier one (first row ${example.row}). All are kept and searched.` }];
}
