import { exclusionListWords } from '../../model/exclusion.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { FileList } from '../list.ts';
import { findHeader, headKey, headsOf } from './find-header.ts';
import { formats } from './formats.ts';
import type { Layout } from './layout.ts';
import type { ListError } from './list-error.ts';
import { mappedLayout } from './mapped-layout.ts';
import { listLimits } from './limits.ts';
import type { RawRows } from './raw-rows.ts';

/** The heads of a file: where they stand, as they are printed, and whose they are. */
export type Header = { readonly at: number; readonly list: FileList; readonly heads: readonly string[] };

const named = (heads: readonly string[]): string => heads.slice(0, 8).map((head) => (head === '' ? 'a blank one' : head)).join(', ') + (heads.length > 8 ? ' and more' : '');

/** Finds the header of a file and the list it belongs to; with `wanted` it must be that list's. */
export function headerOf(raw: RawRows, fileName: string, wanted: FileList | undefined): Result<Header, ListError> {
  const about = wanted === undefined ? { fileName } : { fileName, list: wanted };
  const found = findHeader(raw.rows, wanted);
  if (found === null) {
    const first = headsOf(raw.rows.find((cells) => headsOf(cells).length > 0) ?? []);
    const data = dataOf(first, wanted);
    if (data !== null) return fail({ fileName, list: data, code: 'no-header' });
    return fail({ ...about, code: wanted === undefined ? 'unknown-list' : 'no-header', detail: named(first) });
  }
  if (wanted !== undefined && found.list !== wanted) return fail({ ...about, code: 'other-list', detail: `the ${exclusionListWords[found.list].long}` });
  const printed = headsOf(raw.rows[found.at] ?? []);
  const mapped = formats[found.list].kind === 'mapped';
  if (printed.length > listLimits.columns) return fail({ fileName, list: found.list, code: 'unknown-columns', detail: named(printed.slice(listLimits.columns)) });
  // A column without a head may hold what somebody has to look at.
  const heads = printed.map((head, at) => (head === '' && mapped ? `Column ${at + 1}` : head));
  const keys = heads.map((head) => head.toLowerCase());
  const twice = heads.find((head, at) => head !== '' && keys.indexOf(head.toLowerCase()) < at);
  if (twice !== undefined) return fail({ fileName, list: found.list, code: 'duplicate-heads', row: raw.numberOf(found.at), detail: twice });
  return ok({ at: found.at, list: found.list, heads });
}

/** The list whose entry the first row is, where the heads were deleted: as many cells as the layout has columns. */
function dataOf(cells: readonly string[], wanted: FileList | undefined): FileList | null {
  if (wanted !== undefined) return null;
  return cells.length >= 17 && cells.length <= 18 && /^\d{8}$/.test(cells[14] ?? '') ? 'oig-leie' : /^(?:individual|firm|vessel)$/i.test(cells[0] ?? '') ? 'sam' : null;
}

/** The layout of a file by its heads: exactly a fixed one, or the columns confirmed or guessed. */
export function layoutFor(header: Header, fileName: string, columns: Readonly<Record<string, string>> | undefined): Result<Layout, ListError> {
  const format = formats[header.list];
  if (format.kind === 'mapped') return mappedLayout(format.mapped, header.heads, columns, fileName);
  const keys = header.heads.map((head) => headKey(head, format.spellings));
  const missingOf = (layout: Layout): readonly string[] => layout.heads.filter((head) => !keys.includes(head.toUpperCase()));
  const [nearest] = format.layouts.toSorted((one, other) => missingOf(one).length - missingOf(other).length);
  if (nearest === undefined) throw new Error(`${header.list} has no layout`);
  const about = { fileName, list: header.list };
  const missing = missingOf(nearest);
  if (missing.length > 0) return fail({ ...about, code: 'missing-columns', detail: named(missing) });
  const expected = nearest.heads.map((head) => head.toUpperCase());
  const unknown = header.heads.filter((_, at) => !expected.includes(keys[at] ?? ''));
  if (unknown.length > 0) return fail({ ...about, code: 'unknown-columns', detail: named(unknown) });
  const moved = header.heads.find((_, at) => keys[at] !== expected[at]);
  return moved === undefined ? ok(nearest) : fail({ ...about, code: 'column-order', detail: moved });
}
