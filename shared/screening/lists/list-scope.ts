import { fromDay, plusDays, toDay } from '../../civil-date.ts';
import type { ListScope } from '../../model/exclusion.ts';
import type { FileList, ListRow } from '../list.ts';
import { fullFileRows } from './limits.ts';

const supplementName = /(?:^|\D)\d{4}EXCL/i;
/** As OIG names the full file, and offers it month by month: `UPDATED.csv`, "08-2026 Updated". */
const fullName = /(?:^|[^a-z])updated(?![a-z])/i;
const reinstatementName = /(?:^|\D)\d{4}REIN/i;

/** A monthly supplement has had 52 to 518 entries; a full file as small and as recent as this does not exist. */
const supplementRows = { from: 20, to: 5_000 } as const;
const supplementDays = 62;

/**
 * What a LEIE file holds. By its name (`YYMMEXCL`, `YYMMREIN`, `UPDATED`, as OIG names its files), else by its content: reinstatement dates in most rows,
 * or few entries nine tenths of which were excluded within two months of the newest. Other lists are published whole.
 */
export function scopeOf(list: FileList, fileName: string, rows: readonly ListRow[], reinstated: number): ListScope {
  if (list !== 'oig-leie' || rows.length >= fullFileRows) return 'full';
  if (reinstatementName.test(fileName) || reinstated * 2 > rows.length) return 'reinstatements';
  if (supplementName.test(fileName)) return 'supplement';
  if (fullName.test(fileName)) return 'full';
  if (rows.length < supplementRows.from || rows.length > supplementRows.to) return 'full';
  const days = rows.map(({ actionOn }) => actionOn ?? '').toSorted();
  const newest = rows.find(({ actionOn }) => actionOn === days.at(-1))?.actionOn;
  if (newest === undefined || newest === null) return 'full';
  return (days[Math.floor(rows.length / 10)] ?? '') >= fromDay(plusDays(toDay(newest), -supplementDays)) ? 'supplement' : 'full';
}
