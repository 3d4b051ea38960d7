import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sideManifestSchema } from '../../shared/proof/manifest.ts';
import { version } from '../../package.json';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import { chapterFingerprint } from '../../shared/report/build-binder.ts';
import type { BinderFacts, PersonChapter } from '../../shared/report/binder-model.ts';
import type { BindingOptions, ProducedFile } from './printing.ts';

const keyOf = ({ signer }: Pick<BindingOptions, 'signer'>): string | null => (signer === undefined ? null : Buffer.from(signer.publicKey).toString('hex'));

/** SHA-256 of the public half of the key a job signs with, as papers print it; null where it does not sign. */
export const keyFingerprintOf = ({ signer }: Pick<BindingOptions, 'signer'>): string | null => (signer === undefined ? null : createHash('sha256').update(signer.publicKey).digest('hex'));

/** The digest of everything a binder is made of but the moment and the log's head: these change with every deed and say nothing of the file. */
export function madeOf(job: BinderJob, facts: BinderFacts, chapters: readonly PersonChapter[], options: Pick<BindingOptions, 'signer'>): string {
  const lasting = { ...facts, generatedAt: null, generatedWords: null, fingerprint: null, logHead: null };
  const all = { version, facts: lasting, chapters: chapters.map(chapterFingerprint), profile: job.profile ?? null, exhibits: job.exhibits ?? false, layout: job.layout, key: keyOf(options) };
  return createHash('sha256').update(canonicalJson(all)).digest('hex');
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/**
 * A file of this name that lies in the folder and need not be made again: its manifest says it was made of the same, signed by the same key, and its bytes
 * are still those. Null otherwise; whatever is odd about it, it is made anew.
 * @param expected what it would be made of now, see `madeOf`
 */
export async function reusable(folder: string, name: string, expected: string, options: Pick<BindingOptions, 'signer'>): Promise<ProducedFile | null> {
  try {
    const text = await readFile(path.join(folder, `${name.replace(/\.pdf$/, '')}.manifest.json`), 'utf8');
    const side = sideManifestSchema.safeParse(JSON.parse(text));
    if (!side.success) return null;
    const { manifest, file } = side.data;
    if (manifest.madeOf !== expected || manifest.publicKey !== keyOf(options) || manifest.part.of !== 1 || file.name !== name) return null;
    if ((await digestOfFile(path.join(folder, name))) !== file.sha256) return null;
    return { name, pages: manifest.pages.length, bytes: file.bytes, sha256: file.sha256, volume: manifest.volume.number === 2 ? 2 : 1, unchanged: true };
  } catch {
    return null;
  }
}
