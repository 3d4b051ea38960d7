import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sealFile } from '../../../electron/backup/seal-file.ts';
import { readFile } from 'node:fs/promises';
import { failureOf } from '../../../electron/backup/faults.ts';
import { randomOf } from '../../support/random.ts';
import type { Failure, Part } from '../figures.ts';
import { finding } from '../kills/finding.ts';
import { readSealed } from '../mutations/targets/sealed-files.ts';

const backupsKey = new Uint8Array(32).fill(9);

type Options = { readonly flips: number; readonly seed: number; readonly folder: string };

/** Flips one bit of a small backup at a time: in every byte where `flips` reaches that far, else in bytes drawn from the seed. Each must be refused, and the place named. */
export async function runFlips({ flips, seed, folder }: Options): Promise<Part> {
  const random = randomOf(seed);
  const place = await mkdtemp(path.join(folder, 'flips-'));
  const file = path.join(place, 'whole.muster');
  const parts = [Buffer.from('{"format":"muster-backup"}'), Buffer.alloc(400, 7), Buffer.alloc(0), Buffer.alloc(150, 3)];
  await sealFile(file, { header: { kind: 'backup', madeAt: '2026-11-23T02:30:00Z', appVersion: '0.1.0', vaultId: 'v-1' }, keyring: '{"format":"muster-keyring"}', backupsKey, parts });
  const whole = await readFile(file);
  const failures: Failure[] = [];
  if (!(await readSealed(file, backupsKey)).ok) failures.push({ ...finding('unreadable', 'the backup as it was written is refused'), again: '' });
  const positions = flips >= whole.length ? [...whole.keys()] : Array.from({ length: flips }, () => random.below(whole.length));
  const flipped = path.join(place, 'flipped.muster');
  for (const at of positions) {
    const bit = random.below(8);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    await writeFile(flipped, bytes);
    const read = await readSealed(flipped, backupsKey);
    const again = `--only flips --seed ${seed} --flips ${flips}`;
    if (read.ok) failures.push({ ...finding('half-applied', `bit ${bit} of byte ${at} of ${whole.length} was flipped, and the backup opens`), again });
    else if (failureOf(read.error).detail === undefined && !['wrong-key', 'not-sealed'].includes(read.error.code)) failures.push({ ...finding('unclear', `bit ${bit} of byte ${at}: ${read.error.code} without a place`), again });
  }
  return { name: 'flipped bits', figures: [['backups', positions.length], ['bytes', whole.length], ['taken or unnamed', failures.length]], findings: failures, passed: positions.length - failures.length };
}
