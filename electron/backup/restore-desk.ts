import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackupContents } from '../../shared/backup/contents.ts';
import type { Restorable } from '../../shared/ipc/backup.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { VaultSession } from '../../shared/ipc/vault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { keyFor } from '../../shared/sealing/keys.ts';
import { placeOfAgency } from '../vault/agency-folder.ts';
import { openWithPassphrase, openWithRecovery, readKeyring, type DataKeys, type Keyring, type KeyringError } from '../vault/keyring.ts';
import type { Credential, Vault } from '../vault/vault.ts';
import { copyFileWhole, copyWhole } from './copy-file.ts';
import { failureOf, keyringFailure, writeFailure } from './faults.ts';
import { firstDocument, holdsDocuments, readBackup } from './read-backup.ts';
import { openSealedFile, type SealedFile, type SealedParts } from './sealed-file.ts';
import { isWhole, placeOf, sharedPlace, Stopped, type Tell } from './stored-files.ts';

type Answer<Value> = Promise<Result<Value, IpcFailure>>;

/** A file somebody opened for restoring. `unlocked` once its keyring was opened and every byte of it proven. */
type Held = {
  readonly file: string;
  readonly sealed: SealedFile;
  readonly keyring: Keyring;
  unlocked: { readonly parts: SealedParts; readonly contents: BackupContents; readonly bad: ReadonlySet<string>; readonly by: Credential } | null;
  adoptedAs: string | null;
};

export type UnlockedBackup = { readonly contents: BackupContents; readonly records: Uint8Array; readonly medical: Uint8Array; readonly badFiles: readonly string[] };

/** Opens the keyring of a sealed file: with a user's passphrase, or with the recovery key. */
export async function openKeyring(keyring: Keyring, { userId, passphrase, recoveryKey }: Credential): Promise<Result<DataKeys, KeyringError>> {
  if (recoveryKey !== undefined) return openWithRecovery(keyring, recoveryKey);
  const opened = await openWithPassphrase(keyring, userId, passphrase);
  if (!opened.ok) return opened;
  opened.value.pair.privateKey.fill(0);
  return ok(opened.value.keys);
}

/** Opens sealed files for restoring and puts what is in them in place for a new agency. The page knows each by a token. */
export function restoreDesk({ agencies, vault }: { readonly agencies: string; readonly vault: Pick<Vault, 'adopt' | 'lock'> }) {
  const held = new Map<string, Held>();
  let stopped = false;

  const stopping = (tell: Tell): Tell => (done, total) => {
    if (stopped) throw new Stopped();
    tell(done, total);
  };

  return {
    /** What can be read of a file without a passphrase. */
    async open(file: string): Answer<Restorable> {
      const opened = await openSealedFile(file);
      if (!opened.ok) return fail(failureOf(opened.error));
      const keyring = readKeyring(opened.value.keyring);
      if (!keyring.ok) {
        await opened.value.close();
        return fail(keyringFailure(keyring.error));
      }
      const token = randomUUID();
      held.set(token, { file, sealed: opened.value, keyring: keyring.value, unlocked: null, adoptedAs: null });
      const { kind, madeAt, appVersion, vaultId } = opened.value.header;
      return ok({ token, name: path.basename(file), kind, madeAt, appVersion, vaultId, bytes: opened.value.size, users: keyring.value.users.map(({ id, name }) => ({ id, name })) });
    },

    /** Opens it and proves every byte. */
    async unlock(token: string, by: Credential, tell: Tell): Answer<UnlockedBackup> {
      const file = held.get(token);
      if (file === undefined) return fail({ code: 'not-found', detail: 'token' });
      stopped = false;
      const keys = await openKeyring(file.keyring, by);
      if (!keys.ok) return fail(keyringFailure(keys.error));
      const key = keyFor(keys.value.general, 'backups');
      keys.value.general.fill(0);
      keys.value.medical?.fill(0);
      const structure = await file.sealed.checkStructure();
      if (!structure.ok) return fail(failureOf(structure.error));
      const parts = file.sealed.unlock(key);
      key.fill(0);
      if (!parts.ok) return fail(failureOf(parts.error));
      try {
        const read = await readBackup(file.sealed, parts.value, path.dirname(file.file), stopping(tell));
        if (!read.ok) return fail(failureOf(read.error));
        const { contents, records, medical, badFiles } = read.value;
        file.unlocked = { parts: parts.value, contents, bad: new Set(badFiles), by };
        return ok({ contents, records, medical, badFiles });
      } catch (error) {
        return fail(writeFailure(error));
      }
    },

    /** Puts documents and keyring in place for an agency that has no folder here yet, and unlocks it. Where that fails, nothing of it stays. */
    async adopt(token: string, agencyId: string, tell: Tell): Answer<VaultSession> {
      const file = held.get(token);
      if (file?.unlocked == null) return fail({ code: 'not-found', detail: 'token' });
      const place = placeOfAgency(agencies, agencyId);
      if (await stat(place).then(() => true, () => false)) return fail({ code: 'exists' });
      const { parts, contents, bad, by } = file.unlocked;
      file.adoptedAs = agencyId;
      stopped = false;
      try {
        const documents = path.join(place, 'documents');
        const telling = stopping(tell);
        for (const [index, each] of contents.files.entries()) {
          telling(index, contents.files.length);
          if (bad.has(each.path)) continue;
          const to = placeOf(documents, each);
          if (holdsDocuments(file.sealed)) await copyWhole(to, parts.chunks(firstDocument + index));
          else await copyFileWhole(sharedPlace(path.dirname(file.file), each.sha256), to);
          if (!(await isWhole(to, each))) return await undone(file, { code: 'damaged', detail: `document ${each.path}` });
        }
        const session = await vault.adopt(agencyId, file.sealed.keyring, by);
        return session.ok ? session : await undone(file, session.error);
      } catch (error) {
        return await undone(file, writeFailure(error));
      }
    },

    /** Takes back what `adopt` put in place. */
    async abandon(token: string): Answer<Record<string, never>> {
      const file = held.get(token);
      if (file === undefined) return fail({ code: 'not-found', detail: 'token' });
      vault.lock('person');
      await undone(file, { code: 'cancelled' });
      return ok({});
    },

    async close(token: string): Promise<void> {
      const file = held.get(token);
      held.delete(token);
      await file?.sealed.close();
    },

    /** Stops reading or putting in place at the next document. */
    stop(): void {
      stopped = true;
    },
  };

  async function undone(file: Held, failure: IpcFailure): Promise<{ readonly ok: false; readonly error: IpcFailure }> {
    if (file.adoptedAs !== null) await rm(placeOfAgency(agencies, file.adoptedAs), { recursive: true, force: true });
    file.adoptedAs = null;
    return fail(failure);
  }
}

export type RestoreDesk = ReturnType<typeof restoreDesk>;
