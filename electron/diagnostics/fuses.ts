import { open, type FileHandle } from 'node:fs/promises';
import { fuseNames, type FuseName, type FuseState } from '../../shared/ipc/diagnostics.ts';

/** Stands before the fuses in every Electron. Written in two halves: this file is in the package too, and must not be found as its own answer. */
const sentinel = Buffer.from(['dL7pKGdnNz796Pbb', 'jQWNKmHXBZaB9tsX'].join(''));
const chunkBytes = 4 * 2 ** 20;
const states: Readonly<Record<string, FuseState>> = { '0': 'off', '1': 'on', r: 'removed' };

/** The fuses in a program's bytes, in the order of their version 1; null where there are none. Source: electron/fuses, README, "the fuse wire". */
export function fusesIn(wire: Buffer): Readonly<Record<FuseName, FuseState>> | null {
  const at = wire.indexOf(sentinel);
  if (at === -1) return null;
  const version = wire[at + sentinel.length];
  const length = wire[at + sentinel.length + 1];
  if (version !== 1 || length === undefined) return null;
  const from = at + sentinel.length + 2;
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, index < length ? (states[String.fromCharCode(wire[from + index] ?? 0)] ?? 'unknown') : 'unknown']),
  ) as Record<FuseName, FuseState>;
}

/** Reads the fuses of a program, piece by piece; null where it cannot be read or has none. */
export async function readFuses(program: string): Promise<ReturnType<typeof fusesIn>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(program, 'r');
    const piece = Buffer.alloc(chunkBytes + 64);
    for (let from = 0; ; from += chunkBytes) {
      // A little more than a step, so that nothing is missed on a border.
      const { bytesRead } = await handle.read(piece, 0, piece.length, from);
      const found = fusesIn(piece.subarray(0, bytesRead));
      if (found !== null || bytesRead < piece.length) return found;
    }
  } catch {
    return null;
  } finally {
    await handle?.close();
  }
}
