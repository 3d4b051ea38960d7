import type { CarriedEntry, LoggedChange } from '../../shared/audit/chain.ts';
import { keyedDigest } from '../../shared/audit/digest.ts';
import { listTables, type AgencyDatabase, type ListTable, type Row } from './agency-database.ts';
import { digestKey } from './meta.ts';
import { digestsFrom } from './digests-from.ts';
import { bodyOf, digested, idIn, openEntry } from './rows.ts';

type List = ListTable | 'agency';

/** A record that is not what the log last wrote for it: its content differs, it is gone, or it is there although it was taken out. */
export type DifferingRecord = { readonly list: List; readonly id: string; readonly how: 'altered' | 'missing' | 'returned' };

/** What the records are against the log. */
export type RecordsVerified = {
  /** Records that the log wrote and that could be compared, the differing ones among them. */
  readonly checked: number;
  readonly differing: readonly DifferingRecord[];
  /** Records that came with the file the agency was made from, before its own log. */
  readonly unlogged: number;
  /** Records with a medical note whose digest also covers the note, which the user at work may not read: as they were written before notes had a part of their own. */
  readonly medical: number;
};

/**
 * Compares every record with what the log last wrote for it, by the keyed digests of the log. What it cannot prove is counted apart and
 * never called sound: records the log never wrote, and those whose digest covers a medical note the user may not read. The log
 * itself is proven by `verifyChain`.
 * @throws NotGenuine where a row is not what Muster sealed there
 */
export async function verifyRecords(db: AgencyDatabase): Promise<RecordsVerified> {
  return await db.transaction('r', db.tables, async () => {
    const key = await digestKey(db);
    const log = (await db.log.orderBy('seq').toArray()).map((row) => openEntry(db.codec, row));
    const written = lastWritten(log.slice(await digestsFrom(db)));
    const differing: DifferingRecord[] = [];
    let checked = 0;
    let unlogged = 0;
    let medical = 0;
    for (const list of ['agency', ...listTables] as const) {
      for (const [index, row] of (await db.table<Row, string>(list).toArray()).entries()) {
        // A small read keeps the transaction and lets the screen draw.
        if (index % 200 === 199) await db.meta.count();
        const body = bodyOf(db.codec, list, row);
        const id = list === 'agency' ? 'agency' : idIn(body, row);
        const name = `${list} ${id}`;
        const after = written.get(name)?.after;
        written.delete(name);
        if (after === undefined) {
          unlogged += 1;
          continue;
        }
        // Entries from before records had two parts cover the whole of them.
        const sound = after !== null && [digested(list, body), body].some((each) => keyedDigest(key, each) === after);
        if (!sound && after !== null && row.medical !== undefined && db.codec.medical === null) {
          medical += 1;
          continue;
        }
        checked += 1;
        if (!sound) differing.push({ list, id, how: after === null ? 'returned' : 'altered' });
      }
    }
    for (const { list, id, after } of written.values()) {
      if (after === null) continue;
      checked += 1;
      differing.push({ list, id, how: 'missing' });
    }
    return { checked, differing, unlogged, medical };
  });
}

type Written = { readonly list: List; readonly id: string; readonly after: string | null };

const known: ReadonlySet<string> = new Set(['agency', ...listTables]);

/** By list and id, the digest that the log last gave a record; null where it took it out. */
function lastWritten(log: readonly CarriedEntry[]): Map<string, Written> {
  const found = new Map<string, Written>();
  for (const { changes } of log) {
    if (!Array.isArray(changes)) continue;
    for (const { list, id, after } of changes as readonly Partial<LoggedChange>[]) {
      if (list === undefined || id === undefined || !known.has(list)) continue;
      found.set(`${list} ${id}`, { list: list as List, id, after: after ?? null });
    }
  }
  return found;
}
