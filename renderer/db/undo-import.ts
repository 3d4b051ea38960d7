import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import { monthOf } from '../../shared/civil-date.ts';
import { closeOf, type Decision, type ExclusionCheck, type MonthRecord } from '../../shared/model/exclusion.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { mayWrite } from '../../shared/access/rights.ts';
import type { AgencyDatabase, Row } from './agency-database.ts';
import { write, type CommitNote, type RecordWrite } from './commit.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { referrers } from './referrers.ts';
import { bodyOf, digested } from './rows.ts';
import { readOnlyCopy, type ReadOnlyCopy } from './standing.ts';

/** What an undo did, by record id. `kept`: changed or referred to since the import, so it stays as it is. */
export type UndoReport = {
  readonly logId: string;
  readonly removed: readonly string[];
  readonly restored: readonly string[];
  readonly retracted: readonly string[];
  readonly kept: readonly string[];
};

export type UndoError =
  | StorageFailure
  | { readonly code: 'cannot-undo' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'no-right' }
  | ReadOnlyCopy
  | { readonly code: 'looking-back' };

/** The commits that can still be undone, by the id of their log entry. */
export async function undoable(db: AgencyDatabase): Promise<readonly string[]> {
  return (await db.imports.orderBy('logId').keys()).map(String);
}

/**
 * Takes back what one import, or any other commit, brought, and nothing else; one commit of its own, with a reason.
 * - What it replaced is as it was before, unless it was changed again since.
 * - Records it created go where nothing else refers to them; a person or a team goes together with what the same import recorded for them.
 * - Evidence it recorded for people who stay, and agency records of the agency or of teams that stay, are retracted with the reason,
 *   so that known-at still shows them.
 * - What belongs to a closed month stays: its closing, its notes, its checks and what was decided about them.
 * Whatever was changed or is referred to since is kept, and named in the report.
 */
export async function undoImport(db: AgencyDatabase, logId: string, note: CommitNote & { readonly reason: string }): Promise<Result<UndoReport, UndoError>> {
  if (note.reason.trim() === '') return fail({ code: 'reason-missing' });
  if (!mayWrite(db.vault.actor)) return fail({ code: 'no-right' });
  try {
    return await db.transaction('rw', db.tables, async () => {
      const readOnly = await readOnlyCopy(db);
      if (readOnly !== null) return fail(readOnly);
      const kept = await db.imports.get({ logId });
      if (kept === undefined) return fail({ code: 'cannot-undo' as const });
      const imported = db.codec.open('imports', `${kept.seq}`, kept.body) as readonly RecordWrite[];
      const { writes, report } = await planUndo(db, imported, note);
      if (writes.length > 0) await write(db, writes, { kind: 'undo', ...note });
      await db.imports.delete(kept.seq);
      return ok({ logId: note.id, ...report });
    });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

type Plan = { readonly writes: readonly RecordWrite[]; readonly report: Omit<UndoReport, 'logId'> };

const keyOf = (each: Pick<RecordWrite, 'list' | 'id'>): string => `${each.list} ${each.id}`;

async function planUndo(db: AgencyDatabase, imported: readonly RecordWrite[], note: { readonly at: string; readonly reason: string }): Promise<Plan> {
  const current = new Map<string, unknown>();
  for (const each of imported) {
    const row = await db.table<Row, string>(each.list).get(db.codec.rowId(each.list, each.id));
    current.set(keyOf(each), row === undefined ? null : bodyOf(db.codec, each.list, row));
  }
  const untouched = (each: RecordWrite): boolean => canonicalJson(digested(each.list, current.get(keyOf(each)))) === canonicalJson(digested(each.list, each.after));

  const created = imported.filter((each) => each.before === null);
  const sealed = await sealedByMonths(db, created);
  const removable = new Set(created.filter((each) => untouched(each) && !sealed.has(keyOf(each))).map(keyOf));
  const refersTo = await referrers(db);
  // What something else still refers to stays, and so does what that refers to: repeat until nothing more is held.
  for (let held = true; held; ) {
    held = false;
    for (const each of created) {
      const key = keyOf(each);
      // What belongs to somebody who stays is retracted, not removed, so it still refers to its documents.
      const retracted = isRetractable(each.list) && !ownerGoes(removable, each.after);
      if (!removable.has(key) || (!retracted && refersTo(key).every((from) => removable.has(from)))) continue;
      removable.delete(key);
      held = true;
    }
  }

  const writes: RecordWrite[] = [];
  const report = { removed: [] as string[], restored: [] as string[], retracted: [] as string[], kept: [] as string[] };
  for (const each of imported) {
    const now = current.get(keyOf(each));
    if (each.before !== null) {
      if (untouched(each)) {
        writes.push({ list: each.list, id: each.id, before: now, after: each.before });
        report.restored.push(each.id);
      } else report.kept.push(each.id);
    } else if (isRetractable(each.list) && isKept(now) && now.retractedAt === undefined && !ownerGoes(removable, now)) {
      writes.push({ list: each.list, id: each.id, before: now, after: { ...now, retractedAt: note.at, retractedReason: note.reason } });
      report.retracted.push(each.id);
    } else if (removable.has(keyOf(each))) {
      writes.push({ list: each.list, id: each.id, before: now, after: null });
      report.removed.push(each.id);
    } else if (now !== null) report.kept.push(each.id);
  }
  return { writes, report };
}

/** The records of an import that a closed month holds fast: a month that was closed is only annotated. */
async function sealedByMonths(db: AgencyDatabase, created: readonly RecordWrite[]): Promise<ReadonlySet<string>> {
  const records = (await db.monthRecords.toArray()).map((row) => bodyOf(db.codec, 'monthRecords', row) as MonthRecord);
  const held = new Set(created.filter((each) => each.list === 'monthRecords').map(keyOf));
  if (records.length === 0) return held;
  const inClosedMonth = (body: unknown): boolean => closeOf(records, monthOf((body as ExclusionCheck).checkedOn)) !== undefined;
  for (const each of created) {
    if (each.list === 'exclusionChecks' && inClosedMonth(each.after)) held.add(keyOf(each));
    const about = each.list === 'decisions' ? (each.after as Decision).checkId : undefined;
    const check = about === undefined ? undefined : await db.exclusionChecks.get(db.codec.rowId('exclusionChecks', about));
    if (check !== undefined && inClosedMonth(bodyOf(db.codec, 'exclusionChecks', check))) held.add(keyOf(each));
  }
  return held;
}

const isRetractable = (list: RecordWrite['list']): boolean => list === 'evidence' || list === 'agencyRecords';

type Kept = { readonly personId?: string; readonly teamId?: string; readonly kind: string; readonly retractedAt?: string };

const isKept = (body: unknown): body is Kept => typeof body === 'object' && body !== null && 'kind' in body;

/** Whether the person an item of evidence, or the team an agency record, belongs to goes too. What is the agency's own stays with it. */
function ownerGoes(removable: ReadonlySet<string>, body: unknown): boolean {
  if (!isKept(body)) return false;
  if (body.teamId !== undefined) return removable.has(`teams ${body.teamId}`);
  return body.personId !== undefined && removable.has(`people ${body.personId}`);
}
