import { hasRight } from '../../shared/access/rights.ts';
import { disposalCover, disposalRecord } from '../../shared/agenda/retention/disposal.ts';
import { openFindings } from '../../shared/agenda/retention/findings.ts';
import { mayDispose, retentionOf, retentionRuleWords } from '../../shared/agenda/retention/retention.ts';
import { checkReferences } from '../../shared/agency-file/references.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { withoutWords } from '../../shared/audit/chain.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import type { AgencyDatabase } from './agency-database.ts';
import { write, type CommitNote, type RecordWrite } from './commit.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { forgetCopies } from './forget-copies.ts';
import { readRaw } from './load.ts';
import { logRow, openEntry } from './rows.ts';
import { readOnlyCopy, type ReadOnlyCopy } from './standing.ts';

/** Whose files go, and why. `people`: each with a new random id for the line of the disposal log. */
export type DisposalRequest = {
  readonly people: readonly { readonly personId: string; readonly lineId: string }[];
  readonly today: CivilDate;
  readonly reason: string;
};

/** Why nothing was disposed of. */
export type DisposeError =
  | StorageFailure
  | ReadOnlyCopy
  | { readonly code: 'no-right' }
  | { readonly code: 'reason-missing' }
  /** The reason names one of them, and would stay. */
  | { readonly code: 'reason-names' }
  | { readonly code: 'nothing-to-dispose' }
  /** Not due on this day any more, held back, or already gone. */
  | { readonly code: 'not-due'; readonly personId: string }
  | { readonly code: 'inconsistent'; readonly where: string }
  | { readonly code: 'looking-back' };

/**
 * Disposes of the files on a reviewed list: one transaction takes away the people and all that is only theirs, the words of the log that name
 * them, and the copies kept for an undo, and writes the disposal log and an entry. It cannot be undone. Whether each file is due is judged here
 * once more, on what is stored now. The bytes of the documents are destroyed afterwards, by the main process.
 */
export async function disposeFiles(db: AgencyDatabase, { people, today, reason }: DisposalRequest, { id, at }: Pick<CommitNote, 'id' | 'at'>): Promise<Result<{ readonly logId: string }, DisposeError>> {
  const { actor, codec } = db.vault;
  if (!hasRight(actor, 'dispose')) return fail({ code: 'no-right' });
  if (reason.trim() === '') return fail({ code: 'reason-missing' });
  if (people.length === 0) return fail({ code: 'nothing-to-dispose' });
  try {
    return await db.transaction('rw', db.tables, async () => {
      const readOnly = await readOnlyCopy(db);
      if (readOnly !== null) return fail(readOnly);
      // Judged by the schema when the agency was opened, and everything since came through the door.
      const file = (await readRaw(db)) as AgencyFile;
      const findings = openFindings(file, today);
      const due = new Map(retentionOf(file, today, (personId) => findings.get(personId) ?? 0).filter(mayDispose).map((each) => [each.personId, each]));
      const early = people.find(({ personId }) => !due.has(personId));
      if (early !== undefined) return fail({ code: 'not-due' as const, personId: early.personId });

      const cover = disposalCover(file, new Set(people.map(({ personId }) => personId)));
      if (cover.speaksOfThem(reason)) return fail({ code: 'reason-names' as const });
      const reviewedBy = actor?.name ?? 'The user of this computer';
      const lines = people.flatMap(({ personId, lineId }): readonly RecordWrite[] => {
        const person = file.people.find((each) => each.id === personId);
        const [retention, counts] = [due.get(personId), cover.counts.get(personId)];
        if (person === undefined || retention === undefined || counts === undefined) return [];
        const after = disposalRecord(person, counts, {
          id: lineId, disposedOn: today, employedTo: retention.separatedOn, dueSince: retention.dueFrom, rule: retentionRuleWords(file.agency), reason: reason.trim(), reviewedBy, recordedAt: at,
        });
        return [{ list: 'agencyRecords', id: lineId, before: null, after }];
      });
      const rowsOfNotes = (await db.acknowledgements.orderBy('n').toArray()).map((row) => row.id);
      const writes: readonly RecordWrite[] = [...cover.writes.map((each) => (each.list === 'acknowledgements' ? { ...each, id: rowsOfNotes[Number(each.id)] ?? each.id } : each)), ...lines];
      const [problem] = checkReferences(afterwards(file, cover.writes, lines));
      if (problem !== undefined) return fail({ code: 'inconsistent' as const, where: problem.path });

      const wordless = new Set(cover.wordsOf);
      const forgotten = cover.wordsOf.map((entryId) => ({ list: 'log', id: entryId, before: null, after: null }));
      const entry = await write(db, writes, { id, at, kind: 'disposal', what: `Disposed of ${countOf(people.length, 'file')} after review, ${retentionRuleWords(file.agency)}`, reason: reason.trim() }, forgotten);
      const named = (await db.log.toArray()).map((row) => ({ seq: row.seq, entry: openEntry(codec, row) })).filter(({ entry: { id: entryId } }) => typeof entryId === 'string' && wordless.has(entryId));
      await db.log.bulkPut(named.map((each) => logRow(codec, each.seq, withoutWords(each.entry))));
      await forgetCopies(db, (copies) => cover.speaksOfThem(JSON.stringify(copies)));
      // Keys of reminders name people; losing this memory repeats a reminder and misses none.
      const told = await db.meta.get('reminders');
      if (told !== undefined && cover.speaksOfThem(JSON.stringify(codec.open('meta', 'reminders', told.value)))) await db.meta.delete('reminders');
      return ok({ logId: entry.id });
    });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  }
}

/** The record as a disposal leaves it. */
function afterwards(file: AgencyFile, writes: readonly RecordWrite[], lines: readonly RecordWrite[]): AgencyFile {
  const byKey = new Map(writes.map((each) => [`${each.list} ${each.id}`, each]));
  const of = <Item>(list: string, items: readonly Item[] | undefined, idOf: (item: Item, at: number) => string): readonly Item[] =>
    (items ?? []).flatMap((item, at): readonly Item[] => {
      const change = byKey.get(`${list} ${idOf(item, at)}`);
      if (change === undefined) return [item];
      return change.after === null ? [] : [change.after as Item];
    });
  const id = (item: { readonly id: string }): string => item.id;
  return {
    ...file,
    people: of('people', file.people, id),
    evidence: of('evidence', file.evidence, id),
    ...(file.teams !== undefined && { teams: of('teams', file.teams, id) }),
    ...(file.documents !== undefined && { documents: of('documents', file.documents, id) }),
    ...(file.exclusionChecks !== undefined && { exclusionChecks: of('exclusionChecks', file.exclusionChecks, id) }),
    ...(file.decisions !== undefined && { decisions: of('decisions', file.decisions, id) }),
    ...(file.acknowledgements !== undefined && { acknowledgements: of('acknowledgements', file.acknowledgements, (_item, at) => `${at}`) }),
    ...(file.monthRecords !== undefined && { monthRecords: of('monthRecords', file.monthRecords, id) }),
    agencyRecords: [...of('agencyRecords', file.agencyRecords, id), ...lines.map(({ after }) => after as NonNullable<AgencyFile['agencyRecords']>[number])],
  };
}
