import { liveQuery } from 'dexie';
import type { Actor } from '../../shared/access/rights.ts';
import type { Surveying } from '../../shared/agenda/survey/surveying.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { LogKind } from '../../shared/audit/events.ts';
import type { LogEntry } from '../../shared/audit/chain.ts';
import { applyChanges } from '../../shared/model/apply-changes.ts';
import type { Change } from '../../shared/model/changes.ts';
import { signedChanges } from '../../shared/model/signed-changes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { backupDoor, type BackupDoor } from './backup-door.ts';
import type { RecordKeys } from './codec.ts';
import { commit, recordEvent, type CommitNote } from './commit.ts';
import { disposeFiles, type DisposalRequest, type DisposeError } from './dispose.ts';
import { isStorageError, storageFailure, type CommitError, type OpenFailure, type StorageFailure } from './failures.ts';
import { loadAgencyFile, type OpenAgency } from './open-agency.ts';
import { intakeStore, type IntakeStore } from './intake-store.ts';
import { reminderStore, type ReminderStore } from './reminder-store.ts';
import { setSurveying } from './surveying.ts';
import { undoable, undoImport, type UndoError, type UndoReport } from './undo-import.ts';
import { verifyRecords, type RecordsVerified } from './verify-records.ts';

/**
 * An open agency kept in memory, always what the database holds. Reading everything takes a noticeable moment with tens of
 * thousands of records, so a commit of this window is applied to the record in memory; what another window commits shows in
 * the head of the log and is read anew.
 */
export type LiveAgency = {
  readonly agencyId: string;
  readonly file: () => AgencyFile;
  /** Calls back after every change; returns the function that ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly commit: (changes: readonly Change[], note: CommitNote) => Promise<Result<LogEntry, CommitError>>;
  /** Writes an entry about a deed that changes no record. */
  readonly recordEvent: (note: CommitNote & { readonly kind: LogKind }) => Promise<Result<LogEntry, StorageFailure>>;
  /** Who is at work. */
  readonly actor: Actor;
  /** Surveyor mode; null for none. */
  readonly surveying: () => Surveying | null;
  /** Begins surveyor mode, or ends it (null); see `setSurveying`. */
  readonly setSurveying: (surveying: Surveying | null, note: CommitNote) => Promise<Result<null, StorageFailure>>;
  readonly undo: (logId: string, note: CommitNote & { readonly reason: string }) => Promise<Result<UndoReport, UndoError>>;
  /** Disposes of reviewed files; see `disposeFiles`. */
  readonly dispose: (request: DisposalRequest, note: Pick<CommitNote, 'id' | 'at'>) => Promise<Result<{ readonly logId: string }, DisposeError>>;
  readonly undoable: () => Promise<readonly string[]>;
  /** Compares every record with what the log last wrote for it. */
  readonly verifyRecords: () => Promise<Result<RecordsVerified, StorageFailure>>;
  /** What this computer remembers of the reminders it told. */
  readonly reminders: ReminderStore;
  /** What waits at the intake desk. */
  readonly intake: IntakeStore;
  /** Backups, restoring and handing over. */
  readonly backup: BackupDoor;
  /** Finishes what was begun, forgets the keys and holds back everything that comes until `resume`. */
  readonly pause: () => Promise<void>;
  /** Takes the keys again and goes on with what was held back. */
  readonly resume: (keys: RecordKeys) => void;
  /** Finishes what was begun, forgets the keys and lets go of the database. What comes later is never answered. */
  readonly close: () => Promise<void>;
};

/** Keeps an opened agency live. `failed` is called once when what another window wrote cannot be read. */
export function liveAgency({ db, file: opened, surveying: found }: OpenAgency, failed: (failure: OpenFailure) => void): LiveAgency {
  let file = opened;
  let surveying = found;
  let closed = false;
  const listeners = new Set<() => void>();
  // One thing at a time: a commit and a reload must not overtake one another.
  let queue: Promise<unknown> = Promise.resolve();
  const gate = { open: Promise.resolve(), pass: (): void => undefined, shut: false };
  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    // The gate as it is now: what was begun before it was shut goes through.
    const { open } = gate;
    const turn = queue.then(() => open).then(task);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const become = (next: AgencyFile): void => {
    file = next;
    for (const listener of listeners) listener();
  };
  const reload = async (): Promise<void> => {
    const loaded = await loadAgencyFile(db);
    if (closed) return;
    if (loaded.ok) become(loaded.value);
    else failed(loaded.error);
  };
  const reminders = reminderStore(db);
  const intake = intakeStore(db);
  /** Waits for what was begun; what is asked for from now on waits for the gate. */
  const shut = async (): Promise<void> => {
    if (gate.shut) return;
    const begun = queue;
    gate.shut = true;
    gate.open = new Promise((resolve) => {
      gate.pass = resolve;
    });
    await begun;
  };
  const watch = liveQuery(() => db.log.count()).subscribe((entries) => {
    void inTurn(async () => {
      if (!closed && entries > (file.audit?.length ?? 0)) await reload();
    });
  });

  return {
    agencyId: db.agencyId,
    file: () => file,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    commit: (changes, note) =>
      inTurn(async () => {
        // Judged here on the whole record, and again inside the transaction on what is stored by then.
        const { actor } = db.vault;
        const signed = actor === null ? changes : signedChanges(changes, actor.name, file.agency);
        const next = applyChanges(file, signed);
        if (!next.ok) return fail({ code: 'refused' as const, error: next.error });
        const done = await commit(db, signed, note);
        if (!done.ok) return done;
        if (done.value.seq === nextSeq(file)) become(withEntry(next.value, done.value));
        else await reload();
        return done;
      }),
    recordEvent: (note) =>
      inTurn(async () => {
        const done = await recordEvent(db, note);
        if (!done.ok) return done;
        if (done.value.seq === nextSeq(file)) become(withEntry(file, done.value));
        else await reload();
        return done;
      }),
    actor: db.vault.actor,
    surveying: () => surveying,
    setSurveying: (next, note) =>
      inTurn(async () => {
        const done = await setSurveying(db, next, note);
        if (!done.ok) return done;
        surveying = next;
        await reload();
        return done;
      }),
    undo: (logId, note) =>
      inTurn(async () => {
        const done = await undoImport(db, logId, note);
        if (done.ok) await reload();
        return done;
      }),
    dispose: (request, note) =>
      inTurn(async () => {
        const done = await disposeFiles(db, request, note);
        if (done.ok) await reload();
        return done;
      }),
    undoable: () => inTurn(() => undoable(db)),
    verifyRecords: () =>
      inTurn(async () => {
        try {
          return ok(await verifyRecords(db));
        } catch (error) {
          if (isStorageError(error)) return fail(storageFailure(error));
          throw error;
        }
      }),
    intake: {
      list: () => inTurn(intake.list),
      put: (files, gone) => inTurn(() => intake.put(files, gone)),
      remove: (ids) => inTurn(() => intake.remove(ids)),
      seen: () => inTurn(intake.seen),
      see: (sha256) => inTurn(() => intake.see(sha256)),
    },
    reminders: { read: () => inTurn(reminders.read), write: (state) => inTurn(() => reminders.write(state)) },
    backup: backupDoor(db, () => crypto.randomUUID()),
    pause: async () => {
      await shut();
      db.codec.forget();
    },
    resume: (keys) => {
      if (!gate.shut || closed) return;
      db.codec.remember(keys);
      gate.shut = false;
      gate.pass();
    },
    close: async () => {
      closed = true;
      watch.unsubscribe();
      await shut();
      db.codec.forget();
      db.close();
    },
  };
}

const withEntry = (file: AgencyFile, entry: LogEntry): AgencyFile => ({ ...file, audit: [...(file.audit ?? []), entry] });

function nextSeq(file: AgencyFile): number {
  const last = file.audit?.at(-1)?.['seq'];
  return typeof last === 'number' ? last + 1 : 1;
}
