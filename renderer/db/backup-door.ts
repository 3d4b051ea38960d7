import { liveQuery } from 'dexie';
import type { SourceFacts } from '../../shared/backup/contents.ts';
import type { LogHead } from '../../shared/ipc/vault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { AgencyDatabase } from './agency-database.ts';
import { readSource, type RecordSource } from './backup-source.ts';
import { NotGenuine } from './codec.ts';
import { write, type CommitNote } from './commit.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { proveBackup, sweepScratch, type BackedUp } from './scratch.ts';
import { setStanding, standingOf, type CopyStanding } from './standing.ts';

/** What backups, restoring and handing over need of an open agency's database. */
export type BackupDoor = {
  /** Whether the agency has keys; without them there is nothing to seal a backup with. */
  readonly sealed: boolean;
  /** `not-genuine`: a row is not what was sealed there, or the agency was locked meanwhile. */
  readonly source: () => Promise<Result<RecordSource, StorageFailure | { readonly code: 'not-genuine'; readonly where: string }>>;
  /** Restores what was read back into a scratch database and answers the lists that differ from what was written. */
  readonly prove: (backedUp: BackedUp, written: SourceFacts) => Promise<Result<readonly string[], StorageFailure>>;
  readonly standing: () => Promise<CopyStanding | null>;
  /** Calls back with how this copy stands, now and whenever that changes; returns the function that ends it. */
  readonly watchStanding: (listener: (standing: CopyStanding | null) => void) => () => void;
  /** Writes the last entry of this copy's log and makes it read-only, in one transaction. Answers the head that goes along. */
  readonly handOver: (to: string, note: CommitNote) => Promise<Result<LogHead, StorageFailure>>;
  /** Makes this copy the one that is written again, and says so in the log. */
  readonly takeBack: (note: CommitNote & { readonly reason: string }) => Promise<Result<null, StorageFailure>>;
};

const ignore = (): void => undefined;

export function backupDoor(db: AgencyDatabase, newId: () => string): BackupDoor {
  const inOne = async <Value>(task: () => Promise<Value>): Promise<Result<Value, StorageFailure>> => {
    try {
      return ok(await db.transaction('rw', db.meta, db.log, task));
    } catch (error) {
      if (isStorageError(error)) return fail(storageFailure(error));
      throw error;
    }
  };
  return {
    sealed: db.codec.sealed,
    async source() {
      try {
        return ok(await readSource(db, newId));
      } catch (error) {
        if (error instanceof NotGenuine) return fail({ code: 'not-genuine', where: error.where });
        if (isStorageError(error)) return fail(storageFailure(error));
        throw error;
      }
    },
    async prove(backedUp, written) {
      await sweepScratch();
      return await proveBackup(backedUp, written, db.codec, newId);
    },
    standing: () => standingOf(db),
    watchStanding(listener) {
      const subscription = liveQuery(() => db.meta.get('standing')).subscribe({
        next: () => void standingOf(db).then(listener, ignore),
        // A database that was closed has nothing more to tell.
        error: ignore,
      });
      return () => subscription.unsubscribe();
    },
    handOver: (to, note) =>
      inOne(async () => {
        const { seq, hash } = await write(db, [], { ...note, kind: 'hand-over' });
        await setStanding(db, { kind: 'handed-over', at: note.at, to, head: { seq, hash } });
        return { seq, hash };
      }),
    takeBack: (note) =>
      inOne(async () => {
        await setStanding(db, null);
        await write(db, [], { ...note, kind: 'hand-over' });
        return null;
      }),
  };
}
