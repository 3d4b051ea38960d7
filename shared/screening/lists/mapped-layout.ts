import type { CivilDate } from '../../civil-date.ts';
import { plain } from '../../import/plain.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { FileList, ListRow } from '../list.ts';
import type { Layout, Notes, RowProblem } from './layout.ts';
import type { ListError } from './list-error.ts';
import { actionDateOf, birthDateOf, readDateCell, slashedDate } from './list-dates.ts';

/** A field of a list without a fixed layout, which a head of the file stands for. */
export type MappedField = {
  readonly field: string;
  /** As a screen asks for it. */
  readonly title: string;
  readonly required: boolean;
  /** A field that serves in its place. */
  readonly orElse?: string;
  readonly kind: 'name' | 'birth-date' | 'action' | 'date' | 'text';
  /** Heads as publishers write them, compared by `plain`; first come, first served. */
  readonly heads: readonly string[];
};

/** A list whose columns are found by their heads and confirmed by a person. */
export type MappedList = {
  readonly list: Extract<FileList, 'la-adverse-actions' | 'nc-excluded-providers'>;
  readonly fields: readonly MappedField[];
  /** Heads by which the list is known when nobody says which it is, and how many of them it takes. */
  readonly signature: { readonly heads: readonly string[]; readonly needed: number };
  /** A row out of the cells of the fields, a field without a column being empty; dates as the row's cells print them. */
  readonly toRow: (field: (name: string) => string, cells: readonly string[], row: number) => ListRow;
};

const headOf = (head: string): string => plain(head.replace(/[#/]/g, ' '));

/** Field to head, guessed from the heads alone. A head serves one field. */
export function guessColumns(list: MappedList, heads: readonly string[]): Readonly<Record<string, string>> {
  const taken = new Set<string>();
  const guessed: Record<string, string> = {};
  for (const { field, heads: known } of list.fields) {
    for (const name of known) {
      const found = heads.find((head) => !taken.has(head) && headOf(head) === name);
      if (found === undefined) continue;
      taken.add(found);
      guessed[field] = found;
      break;
    }
  }
  return guessed;
}

/** How many of the list's fields the heads hold; what tells a header row from a title. */
export const fieldsFound = (list: MappedList, heads: readonly string[]): number => Object.keys(guessColumns(list, heads)).length;

/** Whether the heads are surely this list's. */
export function hasSignature({ signature }: MappedList, heads: readonly string[]): boolean {
  const plainHeads = new Set(heads.map(headOf));
  return signature.heads.filter((head) => plainHeads.has(head)).length >= signature.needed;
}

/**
 * The layout of one file: `columns` (field to head) as a person confirmed them, else as guessed. Fails with `unmapped` where a required field
 * has no column and with `no-such-column` where a confirmed one is not in the file.
 */
export function mappedLayout(
  list: MappedList,
  heads: readonly string[],
  confirmed: Readonly<Record<string, string>> | undefined,
  fileName: string,
): Result<Layout, ListError> {
  const columns = confirmed ?? guessColumns(list, heads);
  const gone = Object.values(columns).find((head) => head !== '' && !heads.includes(head));
  if (gone !== undefined) return fail({ fileName, list: list.list, code: 'no-such-column', detail: gone });
  const has = (field: string): boolean => (columns[field] ?? '') !== '';
  const missing = list.fields.find(({ field, required, orElse }) => required && !has(field) && !(orElse !== undefined && has(orElse)));
  if (missing !== undefined) return fail({ fileName, list: list.list, code: 'unmapped', detail: missing.title });
  return ok(layoutOf(list, heads, columns));
}

/** The layout of heads whose columns are known to fit, as in a kept record. */
export function layoutOf(list: MappedList, heads: readonly string[], columns: Readonly<Record<string, string>>): Layout {
  const places = new Map(list.fields.map(({ field }) => [field, heads.indexOf(columns[field] ?? '')]));
  const place = (field: string): number => places.get(field) ?? -1;
  const dates = list.fields.filter(({ kind }) => kind !== 'name' && kind !== 'text').map(({ field, kind }) => ({ at: place(field), kind }));
  const action = place(list.fields.find(({ kind }) => kind === 'action')?.field ?? '');
  const nameColumns = list.fields.filter(({ kind }) => kind === 'name').map(({ field }) => place(field)).filter((at) => at >= 0);

  function clean(cells: string[], row: number, { repairs, unread }: Notes): RowProblem | null {
    const actionRead = readDateCell(cells[action] ?? '');
    const actionOn = actionRead.kind === 'date' ? actionRead.date : actionRead.kind === 'short' ? actionDateOf(actionRead) : null;
    for (const { at, kind } of dates) {
      const value = cells[at] ?? '';
      if (at < 0 || value === '') continue;
      const read = readDateCell(value);
      const column = heads[at] ?? '';
      if (read.kind === 'bad') return { code: read.code, column, value, detail: read.why };
      if (read.kind === 'text') unread(row, column, value);
      if (read.kind === 'short') {
        const date: CivilDate | null = kind === 'birth-date' ? birthDateOf(read, actionOn) : actionDateOf(read);
        if (date === null) return { code: 'not-a-date', column, value, detail: 'the century cannot be told' };
        repairs.note('short-year', row);
        cells[at] = slashedDate(date);
      }
    }
    return null;
  }

  return {
    list: list.list,
    heads,
    columns,
    nameColumns,
    clean,
    toRow: (cells, row) => list.toRow((name) => cells[place(name)] ?? '', cells, row),
    names: (cells) => nameColumns.some((at) => (cells[at] ?? '') !== ''),
  };
}

/** The day a cell of a clean row says, null for none. */
export function dayOf(cell: string): CivilDate | null {
  const read = readDateCell(cell);
  return read.kind === 'date' ? read.date : null;
}
