import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../../../electron/atomic-write.ts';
import { sealFile } from '../../../electron/backup/seal-file.ts';
import { documentStores } from '../../../electron/documents/document-stores.ts';
import { systemCode } from '../../../electron/system-code.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { failureWords } from '../../../renderer/platform/failure-words.ts';
import type { IpcFailure } from '../../../shared/ipc/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { madeKeys } from '../../support/made-keys.ts';

export const agencyId = 'full-disk';
export const passphrases = { before: 'a passphrase before the disk was full', after: 'a passphrase after the disk was full' } as const;
export const documents = { before: 'before '.repeat(2_000), after: 'after '.repeat(30_000) } as const;
export const exports = { before: 'an export of before', after: 'an export '.repeat(8_000) } as const;
export const backupsKey = new Uint8Array(32).fill(4);

/** What one deed came to: done, or refused with a code and a sentence. */
export type Deed = { readonly deed: 'passphrase' | 'document' | 'export' | 'backup'; readonly done: boolean; readonly code: string; readonly detail: string; readonly words: string };

const cost = { memoryKiB: 8_192, passes: 1, lanes: 1 } as const;

/** The modules that write files, on one folder. */
export function machineOf(folder: string) {
  const vault = createVault({ folder: path.join(folder, 'agencies'), keyStore: { kind: () => 'no-store', seal: () => new Uint8Array(), open: () => '' }, now: () => 0, cost });
  return { vault, store: documentStores({ profile: folder, vault }).of(agencyId), exportPath: path.join(folder, 'export.muster'), backupPath: path.join(folder, 'backup.muster') };
}

/** What was there before the disk was full. Answers the user's id. */
export async function prepare(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { vault, store, exportPath } = machineOf(folder);
  const made = await madeKeys(vault, agencyId, 'Odalys', passphrases.before);
  if (!made.ok) throw new Error(made.error.code);
  await store.store(Buffer.from(documents.before), 'personnel');
  await writeWhole(exportPath, exports.before);
  return made.value.session.user.id;
}

/** Everything that writes, one after the other, while the disk is full somewhere. Nothing may throw. */
export async function strike(folder: string, userId: string): Promise<readonly Deed[]> {
  const { vault, store, exportPath, backupPath } = machineOf(folder);
  const opened = await vault.unlock(agencyId, userId, passphrases.before);
  if (!opened.ok) throw new Error(`unlock answered ${opened.error.code}`);
  const deeds: Deed[] = [];
  const note = (deed: Deed['deed'], answer: Result<unknown, IpcFailure>): void => {
    deeds.push(answer.ok ? { deed, done: true, code: '', detail: '', words: '' } : { deed, done: false, code: answer.error.code, detail: answer.error.detail ?? '', words: failureWords(answer.error) });
  };
  note('document', await store.store(Buffer.from(documents.after), 'personnel'));
  note('export', await written(() => writeWhole(exportPath, exports.after)));
  note('backup', await written(() => sealFile(backupPath, { header: { kind: 'backup', madeAt: '2026-11-23T02:30:00Z', appVersion: '0.1.0', vaultId: 'v-1' }, keyring: '{}', backupsKey, parts: [Buffer.from('contents'), Buffer.alloc(60_000, 1), Buffer.alloc(0)] })));
  note('passphrase', await written(async () => {
    const done = await vault.changePassphrase(passphrases.before, passphrases.after);
    if (!done.ok) throw Object.assign(new Error(done.error.code), { code: done.error.detail ?? done.error.code });
  }));
  return deeds;
}

/** As the handlers do: what the system answers is a failure with its code. */
async function written(task: () => Promise<void>): Promise<Result<unknown, IpcFailure>> {
  try {
    await task();
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, error: { code: 'cannot-write', detail: systemCode(error) } };
  }
}
