import type { ListRow, ReadList } from '../list.ts';
import { contentOfRow } from './row-record.ts';
import { plain } from '../../import/plain.ts';

/** An entry that is in both versions and says something else: the columns that differ, under the newer version's heads. */
export type ChangedRow = {
  readonly before: ListRow;
  readonly after: ListRow;
  readonly columns: readonly { readonly head: string; readonly before: string; readonly after: string }[];
};

/** What changed from one version of a list to the next. Rows in the order of their file; a row whose place alone changed is none of them. */
export type ListDifference = {
  readonly added: readonly ListRow[];
  readonly removed: readonly ListRow[];
  readonly changed: readonly ChangedRow[];
  readonly same: number;
};

/** The rows of either side without an equal on the other, equal ones paired off one by one. */
function unequal(before: readonly ListRow[], after: readonly ListRow[], keyOf: (row: ListRow) => string): { before: ListRow[]; after: ListRow[] } {
  const counts = new Map<string, number>();
  for (const row of before) {
    const key = keyOf(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const onlyAfter: ListRow[] = [];
  for (const row of after) {
    const key = keyOf(row);
    const left = counts.get(key) ?? 0;
    if (left === 0) onlyAfter.push(row);
    else counts.set(key, left - 1);
  }
  // What is left in the counts has no equal; of several equal rows the last ones are taken as gone.
  const onlyBefore: ListRow[] = [];
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const row = before[at];
    if (row === undefined) continue;
    const key = keyOf(row);
    const left = counts.get(key) ?? 0;
    if (left === 0) continue;
    counts.set(key, left - 1);
    onlyBefore.push(row);
  }
  return { before: onlyBefore.reverse(), after: onlyAfter };
}

// The same entry: by number, else by everything that names somebody, with the birth date, with the day of the action, or alone.
const identities: readonly ((row: ListRow) => string | null)[] = [
  ({ npi, actionOn }) => (npi === null ? null : `${npi}|${actionOn ?? ''}`),
  (row) => (row.birthDate === null ? null : `${nameOf(row)}|${row.birthDate}`),
  (row) => (row.actionOn === null ? null : `${nameOf(row)}|${row.actionOn}`),
  ({ npi }) => npi,
  (row) => nameOf(row),
];

const nameOf = ({ family, given, business }: ListRow): string => plain(`${family} | ${given} | ${business}`);

/**
 * Compares two versions of one list. Rows are equal when they say the same, whatever their place and form. Of the rest, an entry removed and an
 * entry added are one changed entry when they agree by NPI, or by name with birth date or day of action, or by name alone where only one of each has it.
 * Two files of 84,000 rows take well under a second: only rows that are not equal letter by letter are looked at closely.
 */
export function differenceBetween(before: ReadList, after: ReadList): ListDifference {
  const literal = unequal(before.rows, after.rows, ({ cells }) => cells.join('\u001f'));
  const sayings = new Map<ListRow, string>();
  const saying = (row: ListRow): string => {
    const known = sayings.get(row);
    if (known !== undefined) return known;
    const said = contentOfRow(row);
    sayings.set(row, said);
    return said;
  };
  const rest = unequal(literal.before, literal.after, saying);
  const changed: ChangedRow[] = [];
  const gone = new Set(rest.before);
  const come = new Set(rest.after);
  for (const identity of identities) {
    const older = single(gone, identity);
    const newer = single(come, identity);
    for (const [key, from] of older) {
      const to = newer.get(key);
      if (from === null || to === undefined || to === null) continue;
      gone.delete(from);
      come.delete(to);
      changed.push({ before: from, after: to, columns: columnsThatDiffer(before, after, from, to) });
    }
  }
  return {
    added: [...come],
    removed: [...gone],
    changed: changed.toSorted((one, other) => one.after.row - other.after.row),
    same: after.rows.length - rest.after.length,
  };
}

/** Rows by identity; null where several share one, since then nobody can say which became which. */
function single(rows: ReadonlySet<ListRow>, identity: (row: ListRow) => string | null): Map<string, ListRow | null> {
  const found = new Map<string, ListRow | null>();
  for (const row of rows) {
    const key = identity(row);
    if (key !== null) found.set(key, found.has(key) ? null : row);
  }
  return found;
}

function columnsThatDiffer(before: ReadList, after: ReadList, from: ListRow, to: ListRow): ChangedRow['columns'] {
  const heads = [...after.heads, ...before.heads.filter((head) => !after.heads.includes(head))];
  const cell = (list: ReadList, row: ListRow, head: string): string => row.cells[list.heads.indexOf(head)] ?? '';
  return heads
    .map((head) => ({ head, before: cell(before, from, head), after: cell(after, to, head) }))
    .filter((column) => column.before !== column.after);
}
