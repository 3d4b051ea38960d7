import type { CrosswalkRow } from './binder-model.ts';
import type { NumberedRow } from './checklist.ts';

/**
 * For every item an auditor asks for, in the order of the tabs (rules section 7), the exhibits that answer it. Pages are set once the binder is bound.
 * @param ofRow numbers of the exhibits by checklist line
 */
export const crosswalkOf = (personId: string, name: string, rows: readonly NumberedRow[], ofRow: ReadonlyMap<number, readonly string[]>, words: (row: NumberedRow) => string): readonly CrosswalkRow[] =>
  rows.map((row) => {
    const exhibits = ofRow.get(row.number) ?? [];
    return { item: row.info?.title ?? row.standing.requirement, personId, name, row: row.number, status: row.standing.status, exhibits, words: exhibits.length > 0 ? '' : words(row) };
  });
