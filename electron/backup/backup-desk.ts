import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupStatus } from '../../shared/backup/status.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { agencyFolder, placeOfAgency } from '../vault/agency-folder.ts';
import type { Unlocked, Vault } from '../vault/vault.ts';
import { folderFor, listIn, namesIn, newName, placeStatus, sweep } from './backup-place.ts';
import { loadState, saveState, type BackupState } from './backup-state.ts';
import { failureOf, whyOf, writeFailure } from './faults.ts';
import { rotate } from './rotate.ts';
import { Stopped } from './stored-files.ts';
import { writeBackup, type BackupSource, type SealKeys, type WritePlan } from './write-backup.ts';

type Answer<Value> = Promise<Result<Value, IpcFailure>>;
/** Told how far the work is. */
export type Progress = (stage: 'documents' | 'record' | 'reading-back' | 'old-documents', done: number, total: number | null) => void;
type ReadBackBytes = { readonly records: Uint8Array; readonly medical: Uint8Array; readonly files: number };

type Needs = {
  /** `PROFILE/agencies`. */
  readonly agencies: string;
  readonly vault: Pick<Vault, 'unlocked'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly appVersion: string;
};

/** How often the page is told, in milliseconds: a thousand documents need not make a thousand messages. */
const tellEvery = 100;

/** Makes, proves and rotates the backups of the agency that is unlocked. One at a time. */
export function backupDesk({ agencies, vault, now, appVersion }: Needs) {
  let working = false;
  let stopped = false;
  const filesOf = (agencyId: string) => agencyFolder(agencies, agencyId);
  const documentsOf = (agencyId: string): string => path.join(placeOfAgency(agencies, agencyId), 'documents');
  const instant = (): string => new Date(now()).toISOString();

  const atWork = (agencyId: string): Unlocked | null => {
    const unlocked = vault.unlocked();
    return unlocked?.agencyId === agencyId ? unlocked : null;
  };

  /**
   * Runs a task with the key of backups, which is taken before anything is awaited: a lock in between overwrites the vault's keys, and
   * nothing may ever be sealed with what is left of one.
   */
  async function withKey<Value>(agencyId: string, task: (seal: SealKeys) => Answer<Value>): Answer<Value> {
    const unlocked = atWork(agencyId);
    if (unlocked === null) return fail({ code: 'locked' });
    const seal = { vaultId: unlocked.vaultId, backupsKey: unlocked.general('backups'), keyring: unlocked.keyringText() };
    try {
      return await alone(() => task(seal));
    } finally {
      seal.backupsKey.fill(0);
    }
  }

  async function status(agencyId: string): Promise<BackupStatus> {
    const state = await loadState(filesOf(agencyId));
    const place = state.folder === null ? null : await placeStatus(state.folder, agencies);
    const lastGood = state.made.filter(({ good }) => good).map(({ at }) => at).toSorted().at(-1) ?? null;
    return { place, lastGoodAt: lastGood, lastFailure: state.lastFailure, backups: state.folder === null || place?.reachable !== true ? [] : [...(await listIn(state.folder, state))] };
  }

  /** Progress that also obeys the wish to stop. */
  const telling = (progress: Progress) => {
    let last = 0;
    return (stage: Parameters<Progress>[0]) => (done: number, total: number | null): void => {
      if (stopped) throw new Stopped();
      if (now() - last < tellEvery) return;
      last = now();
      progress(stage, done, total);
    };
  };

  async function alone<Value>(task: () => Answer<Value>): Answer<Value> {
    if (working) return fail({ code: 'busy', detail: 'backup' });
    working = true;
    stopped = false;
    try {
      return await task();
    } finally {
      working = false;
    }
  }

  const planOf = (agencyId: string, kind: WritePlan['kind'], source: BackupSource, seal: SealKeys, madeAt: string, progress: Progress): WritePlan =>
    ({ kind, source, seal, documents: documentsOf(agencyId), madeAt, appVersion, tell: telling(progress) });

  /** Writes and reads back; a file that did not come out well does not stay. */
  async function written(file: string, plan: WritePlan): Answer<ReadBackBytes> {
    try {
      const read = await writeBackup(file, plan);
      if (read.ok) return ok({ records: read.value.records, medical: read.value.medical, files: read.value.contents.files.length });
      await rm(file, { force: true });
      return fail(failureOf(read.error));
    } catch (error) {
      await rm(file, { force: true }).catch(() => undefined);
      return fail(writeFailure(error));
    }
  }

  async function noteFailure(agencyId: string, failure: IpcFailure): Promise<void> {
    const state = await loadState(filesOf(agencyId));
    await saveState(filesOf(agencyId), { ...state, lastFailure: { at: instant(), why: whyOf(failure).slice(0, 300) } });
  }

  return {
    status,

    /** Takes a chosen place for the backups of an agency. */
    async choose(agencyId: string, agencyName: string, chosen: string): Answer<BackupStatus> {
      const unlocked = atWork(agencyId);
      if (unlocked === null) return fail({ code: 'locked' });
      if (!unlocked.user.administrator) return fail({ code: 'not-allowed' });
      try {
        const folder = await folderFor(chosen, agencyName, unlocked.vaultId);
        const state = await loadState(filesOf(agencyId));
        // What was made elsewhere stays there and is no longer counted: it is not in this folder.
        const names = new Set(await namesIn(folder));
        await saveState(filesOf(agencyId), { ...state, folder, made: state.made.filter(({ name }) => names.has(name)), lastFailure: null });
        return ok(await status(agencyId));
      } catch (error) {
        return fail(writeFailure(error));
      }
    },

    folderOf: async (agencyId: string): Promise<string | null> => (await loadState(filesOf(agencyId))).folder,

    /** Writes a backup into the folder. It counts only after `prove`. A failure is kept for the finding on Today. */
    write: (agencyId: string, source: BackupSource, progress: Progress): Answer<{ readonly name: string; readonly readBack: ReadBackBytes }> =>
      withKey(agencyId, async (seal) => {
        const state = await loadState(filesOf(agencyId));
        const done = await writeInto(state);
        if (!done.ok) await noteFailure(agencyId, done.error);
        return done;

        async function writeInto({ folder, made }: BackupState): Answer<{ readonly name: string; readonly readBack: ReadBackBytes }> {
          if (folder === null || !(await isFolder(folder))) return fail({ code: 'not-found', detail: 'folder' });
          const madeAt = instant();
          let name: string;
          try {
            await sweep(folder);
            name = newName(madeAt, seal.vaultId, new Set(await namesIn(folder)));
            // Noted before it is there: one that a crash leaves unproven is known as that, and rotated out once a good one follows.
            await saveState(filesOf(agencyId), { ...state, made: [...made.filter((each) => each.name !== name), { name, at: madeAt, good: false }] });
          } catch (error) {
            return fail(writeFailure(error));
          }
          const readBack = await written(path.join(folder, name), planOf(agencyId, 'backup', source, seal, madeAt, progress));
          return readBack.ok ? ok({ name, readBack: readBack.value }) : readBack;
        }
      }),

    /** What comparing the backup with a scratch database came to. Good: it counts, and the old ones are rotated out. Else it goes. */
    prove: (agencyId: string, name: string, differs: readonly string[], progress: Progress): Answer<BackupStatus> =>
      withKey(agencyId, async ({ backupsKey }) => {
        const state = await loadState(filesOf(agencyId));
        const { folder } = state;
        if (folder === null || !state.made.some((each) => each.name === name)) return fail({ code: 'not-found', detail: 'backup' });
        try {
          if (differs.length > 0) {
            await rm(path.join(folder, name), { force: true });
            await saveState(filesOf(agencyId), { ...state, made: state.made.filter((each) => each.name !== name), lastFailure: { at: instant(), why: `differs:${differs.join(', ')}`.slice(0, 300) } });
            return ok(await status(agencyId));
          }
          const proven = { ...state, made: state.made.map((each) => (each.name === name ? { ...each, good: true } : each)), lastFailure: null };
          await saveState(filesOf(agencyId), proven);
          // Backups that are no longer in the folder (somebody cleared it) are no longer counted either.
          const names = new Set(await namesIn(folder));
          const made = await rotate(folder, proven.made.filter((each) => names.has(each.name)), backupsKey, telling(progress)('old-documents'));
          await saveState(filesOf(agencyId), { ...proven, made });
          return ok(await status(agencyId));
        } catch (error) {
          return fail(writeFailure(error));
        }
      }),

    /** Whoever is at work may write a copy where they may export; only an administrator hands over. */
    maySave(agencyId: string, kind: 'copy' | 'hand-over'): IpcFailure | null {
      const unlocked = atWork(agencyId);
      if (unlocked === null) return { code: 'locked' };
      return kind === 'hand-over' && !unlocked.user.administrator ? { code: 'not-allowed' } : null;
    },

    /** Writes one self-contained file and reads it back. */
    save: (agencyId: string, kind: 'copy' | 'hand-over', file: string, source: BackupSource, progress: Progress): Answer<ReadBackBytes> =>
      withKey(agencyId, (seal) => written(file, planOf(agencyId, kind, source, seal, instant(), progress))),

    /** Stops the work under way at its next step. */
    stop(): void {
      stopped = true;
    },
  };
}

export type BackupDesk = ReturnType<typeof backupDesk>;

const isFolder = (folder: string): Promise<boolean> => stat(folder).then((facts) => facts.isDirectory(), () => false);
