import type { ListRow } from './list.ts';

/** An entry of a list in one line, in the list's own letters: `HEBERT, DANIELLE M JR`, else the business, else its row. */
export function entryName(row: Pick<ListRow, 'family' | 'given' | 'middle' | 'suffix' | 'business' | 'row'>): string {
  const given = [row.given, row.middle, row.suffix].filter((part) => part !== '').join(' ');
  const name = [row.family, given].filter((part) => part !== '').join(', ');
  return [name, row.business].find((part) => part !== '') ?? `row ${row.row}`;
}
