import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sealFile } from '../../../../electron/backup/seal-file.ts';
import { openSealedFile } from '../../../../electron/backup/sealed-file.ts';
import type { SealedFault } from '../../../../electron/backup/sealed-format.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { spoiled, text } from '../mutate-bytes.ts';
import { refused, taken, wrong, type Target } from '../target.ts';

const backupsKey = new Uint8Array(32).fill(9);
const parts = [text('{"contents":1}'), text('x'.repeat(300)), new Uint8Array(), new Uint8Array(2_000).map((_each, at) => at % 251)];

type Source = { readonly folder: string; readonly bytes: Uint8Array };
let source: Promise<Source> | null = null;

async function made(): Promise<Source> {
  const folder = await mkdtemp(path.join(tmpdir(), 'muster-sealed-'));
  const file = path.join(folder, 'whole.muster');
  await sealFile(file, { header: { kind: 'backup', madeAt: '2026-11-23T02:30:00Z', appVersion: '0.1.0', vaultId: 'v-1' }, keyring: '{"format":"muster-keyring"}', backupsKey, parts });
  return { folder, bytes: new Uint8Array(await readFile(file)) };
}

/** Everything in a sealed file, or the first fault on the way to it; first without the key, then with it. */
export async function readSealed(file: string, key: Uint8Array): Promise<Result<readonly Uint8Array[], SealedFault>> {
  const opened = await openSealedFile(file);
  if (!opened.ok) return opened;
  try {
    const structure = await opened.value.checkStructure();
    if (!structure.ok) return structure;
    const unlocked = opened.value.unlock(key);
    if (!unlocked.ok) return unlocked;
    const read: Uint8Array[] = [];
    for (let part = 0; part < unlocked.value.count; part += 1) {
      const each = await unlocked.value.read(part, 2 ** 26);
      if (!each.ok) return each;
      read.push(each.value);
    }
    return ok(read);
  } finally {
    await opened.value.close();
  }
}

export const sealedFiles: Target = {
  name: 'sealed backups',
  share: 6,
  attempt: async (random, told) => {
    const { folder, bytes: whole } = await (source ??= made());
    const { bytes, how } = spoiled(whole, random);
    told(how);
    const file = path.join(folder, 'spoiled.muster');
    await writeFile(file, bytes);
    const read = await readSealed(file, backupsKey);
    if (!read.ok) return refused(read.error.code);
    const untouched = Buffer.from(bytes).equals(Buffer.from(whole));
    return untouched ? taken : wrong('a sealed file that was touched opens');
  },
};
