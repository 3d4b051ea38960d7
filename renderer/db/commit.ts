import { keyedDigest } from '../../shared/audit/digest.ts';
import { chained, type CarriedEntry, type LogEntry, type LoggedChange } from '../../shared/audit/chain.ts';
import type { Change } from '../../shared/model/changes.ts';
import { planChanges, type ChangePlan } from '../../shared/model/plan-changes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { AgencyDatabase, ListTable, MonthRow, PersonalRow } from './agency-database.ts';
import { isStorageError, storageFailure, type CommitError } from './failures.ts';
import { gather, type Gathered } from './gather.ts';
import { digestKey } from './meta.ts';

/** What a log entry says besides the changes. `at` is an ISO instant in UTC; `id` is random and new. */
export type CommitNote = { readonly id: string; readonly at: string; readonly what: string; readonly by?: string; readonly reason?: string };

/** One record as it will be written: `before` null where it is new, `after` null where it goes. */
export type RecordWrite = {
  readonly list: ListTable | 'agency';
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly n?: number;
};

/**
 * The one door: every change to an agency's record goes through here. The records and their log entry are written in one
 * transaction, all or nothing. What is needed is read first, then judged, then written; nothing foreign is awaited in between,
 * because that would end the transaction and keep its first half. The head of the log is read inside, so two windows that
 * commit at once line up one after the other.
 */
export async function commit(db: AgencyDatabase, changes: readonly Change[], note: CommitNote): Promise<Result<LogEntry, CommitError>> {
  if (changes.length === 0) return fail({ code: 'nothing-to-record' });
  try {
    return await db.transaction('rw', db.tables, async () => {
      const before = await gather(db, changes);
      const plan = planChanges(before.lookup, changes);
      if (!plan.ok) return fail({ code: 'refused' as const, error: plan.error });
      const writes = writesOf(before, plan.value);
      const entry = await write(db, writes, note);
      await keepForUndo(db, entry, writes);
      return ok(entry);
    });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

function writesOf(before: Gathered, plan: ChangePlan): readonly RecordWrite[] {
  const of = (list: ListTable, records: ReadonlyMap<string, unknown>): readonly RecordWrite[] =>
    [...records].map(([id, after]) => ({ list, id, before: before.body(list, id), after }));
  return [
    ...(plan.agency === null ? [] : [{ list: 'agency' as const, id: 'agency', before: before.agency, after: plan.agency }]),
    ...of('sites', plan.sites),
    ...of('teams', plan.teams),
    ...of('people', plan.people),
    ...of('vendors', plan.vendors),
    ...of('documents', plan.documents),
    ...of('evidence', plan.evidence),
    ...of('exclusionChecks', plan.checks),
    ...of('decisions', plan.decisions),
    ...of('listVersions', plan.listVersions),
    ...of('monthRecords', plan.monthRecords),
    ...of('agencyRecords', plan.agencyRecords),
    ...plan.acknowledgements.map((after, index) => ({ list: 'acknowledgements' as const, id: `${before.nextAcknowledgement + index}`, before: null, after })),
  ];
}

/** Writes records and their log entry. Call it inside a transaction over every table. */
export async function write(db: AgencyDatabase, writes: readonly RecordWrite[], note: CommitNote): Promise<LogEntry> {
  const key = await digestKey(db);
  const head = await db.log.orderBy('seq').last();
  const seal = (body: unknown): unknown => db.codec.seal(body);
  const lists = new Map<RecordWrite['list'], RecordWrite[]>();
  for (const each of writes) (lists.get(each.list) ?? lists.set(each.list, []).get(each.list))?.push(each);
  for (const [list, group] of lists) {
    if (list === 'agency') {
      for (const each of group) await db.agency.put({ id: 'agency', n: 0, body: seal(each.after) });
      continue;
    }
    const table = db.table<PersonalRow, string>(list);
    const gone = group.filter((each) => each.after === null).map((each) => each.id);
    const kept = group.filter((each) => each.after !== null);
    const places = new Map((await table.bulkGet(kept.filter((each) => each.before !== null).map((each) => each.id))).flatMap((row) => (row === undefined ? [] : [[row.id, row.n]])));
    const last = await table.orderBy('n').last();
    let next = (last?.n ?? -1) + 1;
    await table.bulkDelete(gone);
    await table.bulkPut(kept.map((each) => row(each.id, places.get(each.id) ?? each.n ?? next++, each.after, seal)));
  }
  const digest = (body: unknown): string | null => (body === null || body === undefined ? null : keyedDigest(key, body));
  const changes: readonly LoggedChange[] = writes.map((each) => ({ list: each.list, id: each.id, before: digest(each.before), after: digest(each.after) }));
  const entry = chained(head === undefined ? null : (db.codec.open(head.body) as CarriedEntry), { ...note, changes });
  await db.log.add({ seq: (head?.seq ?? 0) + 1, id: entry.id, body: seal(entry) });
  return entry;
}

/** How many commits can be undone. Bounded, because what is kept for it are values, which the log itself never holds. */
const undoDepth = 100;

async function keepForUndo(db: AgencyDatabase, { seq, id }: LogEntry, writes: readonly RecordWrite[]): Promise<void> {
  await db.imports.add({ seq, logId: id, body: db.codec.seal(writes) });
  await db.imports.where('seq').belowOrEqual(seq - undoDepth).delete();
}

/** A row of a list: its columns and its sealed body. */
export function row(id: string, n: number, body: unknown, seal: (body: unknown) => unknown): PersonalRow & MonthRow {
  const column = (key: 'personId' | 'month'): Readonly<Record<string, string>> => {
    const value: unknown = typeof body === 'object' && body !== null && key in body ? (body as Readonly<Record<string, unknown>>)[key] : undefined;
    return typeof value === 'string' ? { [key]: value } : {};
  };
  return { id, n, ...column('personId'), ...column('month'), body: seal(body) };
}
