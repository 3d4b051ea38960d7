import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { SearchIdentity } from '../../../../shared/model/exclusion.ts';
import type { Subject } from '../../../../shared/screening/finding.ts';
import type { ListRow, ReadList } from '../../../../shared/screening/list.ts';
import { rowFromRecord } from '../../../../shared/screening/lists/row-record.ts';

export const leieHeads = [
  'LASTNAME', 'FIRSTNAME', 'MIDNAME', 'BUSNAME', 'GENERAL', 'SPECIALTY', 'UPIN', 'NPI', 'DOB', 'ADDRESS', 'CITY', 'STATE', 'ZIP', 'EXCLTYPE', 'EXCLDATE', 'REINDATE', 'WAIVERDATE', 'WVRSTATE',
] as const;

export const searchedOn = '2026-03-16' as CivilDate;

type Cells = Partial<Record<(typeof leieHeads)[number], string>>;

/** A LEIE row as the reader makes it of its cells. */
export const leieRow = (cells: Cells, row = 2): ListRow =>
  rowFromRecord('oig-leie', Object.fromEntries(leieHeads.map((head) => [head, cells[head] ?? (head === 'EXCLDATE' ? '20190820' : '')])), row);

/** A list of rows given by their cells; row 2 is the first. */
export function leieList(rows: readonly Cells[]): ReadList {
  return {
    list: 'oig-leie', fileName: 'UPDATED.csv', sha256: '0'.repeat(64), bytes: 0, heads: leieHeads, rows: rows.map((cells, at) => leieRow(cells, at + 2)),
    newestAction: null, scope: 'full', columns: null, warnings: [],
  };
}

type Name = Omit<SearchIdentity['names'][number], 'kind'> & { readonly kind?: SearchIdentity['names'][number]['kind'] };

export const subjectOf = (names: readonly Name[], more: Partial<SearchIdentity> = {}): Subject => ({
  key: { personId: 'p1' },
  identity: { names: names.map((name) => ({ kind: 'legal' as const, ...name })), businessNames: [], states: ['LA'], ...more },
});
