import { closeSync, chmodSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';

const CHUNK = 1 << 20;

/**
 * Unpacks a zip in one pass, a megabyte at a time, so that a 200 MB archive costs a few MB of memory.
 *
 * @param {string} zipFile
 * @param {string} folder an existing folder
 * @param {(name: string) => { to: string, executable?: boolean } | null} place where an entry goes, relative to the folder; null leaves it out
 * @returns {{ files: number }}
 */
export function unzip(zipFile, folder, place) {
  const root = path.resolve(folder);
  let files = 0;
  /** @type {Set<number>} */
  const opened = new Set();
  const reader = new Unzip((entry) => {
    if (entry.name.endsWith('/')) return;
    const where = place(entry.name);
    if (where === null) return;
    const target = path.resolve(root, where.to);
    const inside = path.relative(root, target);
    if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) {
      throw new Error(`${path.basename(zipFile)}: the entry "${entry.name}" points outside its folder`);
    }
    mkdirSync(path.dirname(target), { recursive: true });
    const file = openSync(target, 'w');
    opened.add(file);
    entry.ondata = (error, data, final) => {
      if (error) throw error;
      for (let done = 0; done < data.length; ) done += writeSync(file, data, done);
      if (!final) return;
      closeSync(file);
      opened.delete(file);
      if (where.executable) chmodSync(target, 0o755);
      files += 1;
    };
    entry.start();
  });
  reader.register(UnzipInflate);
  reader.register(UnzipPassThrough);

  const input = openSync(zipFile, 'r');
  try {
    for (;;) {
      // A fresh buffer each time: the reader may keep a slice of the one before.
      const chunk = new Uint8Array(CHUNK);
      const read = readSync(input, chunk, 0, CHUNK, null);
      if (read === 0) break;
      reader.push(chunk.subarray(0, read), false);
    }
    let whole = true;
    try {
      reader.push(new Uint8Array(0), true);
    } catch {
      whole = false;
    }
    if (!whole || opened.size > 0) throw new Error(`${path.basename(zipFile)} is cut off`);
  } finally {
    closeSync(input);
    for (const file of opened) closeSync(file);
  }
  return { files };
}
