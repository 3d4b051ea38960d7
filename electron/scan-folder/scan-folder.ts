import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ipcLimits } from '../../shared/ipc/contract.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { AfterFiling, ScanFolderLook, ScanFolderStatus } from '../../shared/ipc/scan-folder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { systemCode } from '../system-code.ts';
import { agencyFolder } from '../vault/agency-folder.ts';
import type { Vault } from '../vault/vault.ts';
import { lookAtFolder, type FolderLimits, type FolderMemory } from './look-at-folder.ts';
import { moveFiled } from './move-filed.ts';
import { loadSettings, saveSettings, type ScanSettings } from './scan-settings.ts';

export const scanFolderLimits: FolderLimits = { settleMs: 2_000, largest: ipcLimits.document, atOnce: 200 * 2 ** 20, most: 2_000 };

type Answer<Value> = Promise<Result<Value, IpcFailure>>;

type Needs = {
  /** PROFILE/agencies. */
  readonly agencies: string;
  readonly vault: Pick<Vault, 'unlocked' | 'hasKeys' | 'onLock'>;
  readonly now: () => number;
  readonly limits?: FolderLimits;
};

export type ScanFolders = ReturnType<typeof scanFolders>;

/**
 * The scan folder of every agency. It is looked at when the page asks, by its owner's own reading, never by a service of the system: network folders tell nobody of
 * changes. Nothing is read while the agency is locked, and what was seen is forgotten with the lock.
 */
export function scanFolders({ agencies, vault, now, limits = scanFolderLimits }: Needs) {
  const memories = new Map<string, { readonly folder: string; readonly files: FolderMemory }>();
  vault.onLock(() => memories.clear());

  const status = ({ folder, afterFiling }: ScanSettings): ScanFolderStatus => ({ folder: folder === null ? null : path.basename(folder) || folder, afterFiling });
  const open = async <Value>(agencyId: string, task: (settings: ScanSettings, folder: ReturnType<typeof agencyFolder>) => Answer<Value>): Answer<Value> => {
    if (vault.unlocked()?.agencyId !== agencyId && (await vault.hasKeys(agencyId))) return fail({ code: 'locked' });
    const files = agencyFolder(agencies, agencyId);
    return await task(await loadSettings(files), files);
  };
  const change = (agencyId: string, set: Partial<Pick<ScanSettings, 'folder' | 'afterFiling'>>): Answer<ScanFolderStatus> =>
    open(agencyId, async (settings, files) => {
      try {
        const next = { ...settings, ...set };
        await saveSettings(files, next);
        if (set.folder !== undefined) memories.delete(agencyId);
        return ok(status(next));
      } catch (error) {
        return fail({ code: 'cannot-write', detail: systemCode(error) });
      }
    });
  const memoryOf = (agencyId: string, folder: string): FolderMemory => {
    const kept = memories.get(agencyId);
    if (kept?.folder === folder) return kept.files;
    const files: FolderMemory = new Map();
    memories.set(agencyId, { folder, files });
    return files;
  };
  const known = (agencyId: string, folder: string, sha256: string): string | null =>
    [...memoryOf(agencyId, folder)].find(([, seen]) => seen.sha256 === sha256)?.[0] ?? null;

  return {
    status: (agencyId: string): Answer<ScanFolderStatus> => open(agencyId, (settings) => Promise.resolve(ok(status(settings)))),
    /** Where the dialog begins. */
    folderOf: async (agencyId: string): Promise<string | null> => {
      const found = await open(agencyId, (settings) => Promise.resolve(ok(settings.folder)));
      return found.ok ? found.value : null;
    },
    choose: (agencyId: string, folder: string): Answer<ScanFolderStatus> => change(agencyId, { folder }),
    set: (agencyId: string, afterFiling: AfterFiling): Answer<ScanFolderStatus> => change(agencyId, { afterFiling }),
    forget: (agencyId: string): Answer<ScanFolderStatus> => change(agencyId, { folder: null }),

    look: (agencyId: string): Answer<ScanFolderLook> =>
      open<ScanFolderLook>(agencyId, async ({ folder }) => {
        if (folder === null) return ok({ state: 'none', files: [], arriving: 0, tooLarge: [] });
        const seen = await lookAtFolder(folder, memoryOf(agencyId, folder), now(), limits);
        return ok(seen === null ? { state: 'unreachable', files: [], arriving: 0, tooLarge: [] } : { state: 'here', files: [...seen.files], arriving: seen.arriving, tooLarge: [...seen.tooLarge] });
      }),

    read: (agencyId: string, sha256: string): Answer<{ readonly name: string; readonly bytes: Uint8Array }> =>
      open(agencyId, async ({ folder }) => {
        const name = folder === null ? null : known(agencyId, folder, sha256);
        if (folder === null || name === null) return fail({ code: 'not-found' });
        try {
          const bytes = new Uint8Array(await readFile(path.join(folder, name)));
          // Written over since: the next look tells of it anew.
          return createHash('sha256').update(bytes).digest('hex') === sha256 ? ok({ name, bytes }) : fail({ code: 'not-found' });
        } catch (error) {
          return fail(systemCode(error) === 'ENOENT' ? { code: 'not-found' } : { code: 'cannot-read', detail: systemCode(error) });
        }
      }),

    filed: (agencyId: string, sha256: string): Answer<{ readonly moved: boolean }> =>
      open<{ readonly moved: boolean }>(agencyId, async ({ folder, afterFiling }) => {
        const name = folder === null ? null : known(agencyId, folder, sha256);
        if (folder === null || name === null || afterFiling === 'leave') return ok({ moved: false });
        try {
          await moveFiled(folder, name);
          memoryOf(agencyId, folder).delete(name);
          return ok({ moved: true });
        } catch (error) {
          return fail({ code: 'cannot-write', detail: systemCode(error) });
        }
      }),
  };
}
