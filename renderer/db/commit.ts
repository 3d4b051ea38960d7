import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import { keyedDigest } from '../../shared/audit/digest.ts';
import { chained, type LogEntry, type LoggedChange } from '../../shared/audit/chain.ts';
import { kindOf } from '../../shared/audit/kind-of.ts';
import type { Agency } from '../../shared/model/agency.ts';
import type { Change } from '../../shared/model/changes.ts';
import { planChanges, type ChangePlan } from '../../shared/model/plan-changes.ts';
import { signedChanges } from '../../shared/model/signed-changes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { mayChange } from '../../shared/access/rights.ts';
import type { LogKind } from '../../shared/audit/events.ts';
import { partsOf } from '../../shared/model/medical-part.ts';
import type { AgencyDatabase, ListTable, PersonalRow } from './agency-database.ts';
import { isStorageError, storageFailure, type CommitError, type StorageFailure } from './failures.ts';
import { forgetCopies } from './forget-copies.ts';
import { gather, type Gathered } from './gather.ts';
import { digestKey } from './meta.ts';
import { digested, logRow, openEntry, rowOf } from './rows.ts';
import { readOnlyCopy } from './standing.ts';

/** What a log entry says besides the changes and who made them. `at` is an ISO instant in UTC; `id` is random and new; without a kind it is what the changes make it. */
export type CommitNote = { readonly id: string; readonly at: string; readonly what: string; readonly kind?: LogKind; readonly reason?: string };

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
  const { actor, codec } = db.vault;
  const forbidden = changes.find((change) => !mayChange(actor, change));
  if (forbidden !== undefined) return fail({ code: 'no-right', change: forbidden.kind });
  if (codec.medical === null && changes.some((change) => change.kind === 'add-evidence' && partsOf('evidence', change.evidence).medical !== null)) return fail({ code: 'medical-note' });
  try {
    return await db.transaction('rw', db.tables, async () => {
      const readOnly = await readOnlyCopy(db);
      if (readOnly !== null) return fail(readOnly);
      const before = await gather(db, changes);
      const signed = actor === null ? changes : signedChanges(changes, actor.name, before.agency as Agency);
      const plan = planChanges(before.lookup, signed);
      if (!plan.ok) return fail({ code: 'refused' as const, error: plan.error });
      const writes = writesOf(before, plan.value);
      const entry = await write(db, writes, { ...note, kind: note.kind ?? kindOf(changes) });
      if (changes.some(({ kind }) => kind === 'purge-document')) await forgetCopies(db, purgedIn(changes));
      else await keepForUndo(db, entry, writes);
      return ok(entry);
    });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

/** What was purged never comes back: no copy of it is kept for an undo. */
const purgedIn = (changes: readonly Change[]) => {
  const ids = new Set(changes.flatMap((change) => (change.kind === 'purge-document' ? [change.documentId] : [])));
  return (copies: readonly RecordWrite[]): boolean => copies.some(({ list, id }) => list === 'documents' && ids.has(id));
};

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

/** Writes records and their log entry. Call it inside a transaction over every table. `alsoLogged`: changes of what is no record, such as words that go. */
export async function write(db: AgencyDatabase, writes: readonly RecordWrite[], note: CommitNote, alsoLogged: readonly LoggedChange[] = []): Promise<LogEntry> {
  const key = await digestKey(db);
  const head = await db.log.orderBy('seq').last();
  const lists = new Map<RecordWrite['list'], RecordWrite[]>();
  for (const each of writes) (lists.get(each.list) ?? lists.set(each.list, []).get(each.list))?.push(each);
  for (const [list, group] of lists) {
    if (list === 'agency') {
      for (const each of group) await db.agency.put(rowOf(db.codec, 'agency', 'agency', 0, each.after));
      continue;
    }
    const table = db.table<PersonalRow, string>(list);
    const rowId = ({ id }: RecordWrite): string => db.codec.rowId(list, id);
    const gone = group.filter((each) => each.after === null).map(rowId);
    const kept = group.filter((each) => each.after !== null);
    const rows = new Map((await table.bulkGet(kept.filter((each) => each.before !== null).map(rowId))).flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
    const last = await table.orderBy('n').last();
    let next = (last?.n ?? -1) + 1;
    await table.bulkDelete(gone);
    await table.bulkPut(kept.map((each) => {
      const known = rows.get(rowId(each));
      return rowOf(db.codec, list, each.id, known?.n ?? each.n ?? next++, each.after, known?.medical);
    }));
  }
  const digest = (list: string, body: unknown): string | null => (body === null || body === undefined ? null : keyedDigest(key, digested(list, body)));
  const changes: LoggedChange[] = writes.map((each) => ({ list: each.list, id: each.id, before: digest(each.list, each.before), after: digest(each.list, each.after) }));
  changes.push(...alsoLogged);
  const { actor } = db.vault;
  const entry = chained(head === undefined ? null : openEntry(db.codec, head), { ...note, ...(actor !== null && { by: actor.name }), salt: bytesToHex(randomBytes(16)), changes });
  await db.log.add(logRow(db.codec, (head?.seq ?? 0) + 1, entry));
  return entry;
}

/** How many commits can be undone. Bounded, because what is kept for it are values, which the log itself never holds. */
const undoDepth = 100;

async function keepForUndo(db: AgencyDatabase, { seq, id }: LogEntry, writes: readonly RecordWrite[]): Promise<void> {
  // Medical parts stay where the medical key seals them: what an undo puts back keeps the one its row has.
  const kept = writes.map((each) => ({ ...each, before: digested(each.list, each.before), after: digested(each.list, each.after) }));
  await db.imports.add({ seq, logId: id, body: db.codec.seal('imports', `${seq}`, kept) });
  await db.imports.where('seq').belowOrEqual(seq - undoDepth).delete();
}

/**
 * Writes an entry about a deed that changes no record: an export, an unlock, an opened medical document. The same log, the same chain.
 */
export async function recordEvent(db: AgencyDatabase, note: CommitNote & { readonly kind: LogKind }): Promise<Result<LogEntry, StorageFailure>> {
  try {
    return await db.transaction('rw', db.meta, db.log, async () => ok(await write(db, [], note)));
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}
