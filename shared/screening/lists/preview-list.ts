import { ok, type Result } from '../../result.ts';
import { headerOf } from './choose-layout.ts';
import { formats } from './formats.ts';
import type { ListError } from './list-error.ts';
import { guessColumns, type MappedList } from './mapped-layout.ts';
import { readRawRows } from './raw-rows.ts';
import { repairsOf } from './repairs.ts';

/** The first rows of a list without a fixed layout, for a person to say which column is which. */
export type ListPreview = {
  readonly list: MappedList['list'];
  readonly fileName: string;
  readonly heads: readonly string[];
  /** The first rows with at least two filled cells; row numbers as in the file. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Field to head, as guessed; a field that was not found is absent. What the person confirms goes to `readList` as `columns`. */
  readonly columns: Readonly<Record<string, string>>;
  /** All fields in the order a screen asks for them. A required one may be served by `orElse` in its place. */
  readonly fields: readonly { readonly field: string; readonly title: string; readonly required: boolean; readonly orElse?: string }[];
};

const rowsShown = 5;

/** Reads heads and first rows of a Louisiana or North Carolina list and guesses its columns. Refuses what `readList` would refuse before it looks at columns. */
export async function previewList(bytes: Uint8Array, fileName: string, list: MappedList['list']): Promise<Result<ListPreview, ListError>> {
  const raw = await readRawRows(bytes, fileName, list, repairsOf());
  if (!raw.ok) return raw;
  const header = headerOf(raw.value, fileName, list);
  if (!header.ok) return header;
  const format = formats[list];
  if (format.kind !== 'mapped') throw new Error(`${list} has a fixed layout`);
  const { at, heads } = header.value;
  const rows: { row: number; cells: readonly string[] }[] = [];
  for (let index = at + 1; index < raw.value.rows.length && rows.length < rowsShown; index += 1) {
    const cells = heads.map((_, column) => (raw.value.rows[index]?.[column] ?? '').trim());
    if (cells.filter((cell) => cell !== '').length > 1) rows.push({ row: raw.value.numberOf(index), cells });
  }
  return ok({
    list,
    fileName,
    heads,
    rows,
    columns: guessColumns(format.mapped, heads),
    fields: format.mapped.fields.map(({ field, title, required, orElse }) => ({ field, title, required, ...(orElse === undefined ? {} : { orElse }) })),
  });
}
