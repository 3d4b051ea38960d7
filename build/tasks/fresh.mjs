/** Whether what was built still matches its sources: a stamp of names, sizes and times, so that an unchanged tree builds nothing. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** @param {string} file @returns {Promise<string[]>} one line a file */
async function lines(file) {
  const found = await stat(file).catch(() => null);
  if (found === null) return [`${file} -`];
  if (!found.isDirectory()) return [`${file} ${found.size} ${found.mtimeMs}`];
  const names = (await readdir(file)).sort();
  return (await Promise.all(names.map((name) => lines(path.join(file, name))))).flat();
}

/** @param {readonly string[]} sources folders and files, relative to the project @returns {Promise<string>} */
export async function fingerprint(sources) {
  const all = await Promise.all(sources.map((source) => lines(path.join(ROOT, source))));
  return createHash('sha256').update(all.flat().join('\n')).digest('hex');
}

/** @param {string} stampFile @param {string} stamp */
export async function isFresh(stampFile, stamp) {
  return (await readFile(stampFile, 'utf8').catch(() => '')) === stamp;
}

/** @param {string} stampFile @param {string} stamp */
export async function markFresh(stampFile, stamp) {
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}
