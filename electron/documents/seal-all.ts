import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DocumentKeys } from './document-keys.ts';
import type { DocumentName } from './document-stores.ts';
import { destroyFile, digestOf, filesIn, isThere } from './files.ts';
import type { PlainDocuments } from './plain-documents.ts';
import { digestOfSealed, writeSealed } from './sealed-file.ts';

export type SealProgress = (done: number, total: number) => void;

/**
 * What sealing came to. `sealed`: lie sealed now, whether from this run or an earlier one. `missing`: on record, but there were no bytes;
 * `damaged`: the bytes were not the ones on record, sealed as they were found.
 */
export type SealReport = { readonly sealed: number; readonly missing: readonly string[]; readonly damaged: readonly string[]; readonly sharedLeft: number };

/**
 * Seals every document of an agency that lies plain, its own and those of the folder all agencies once shared. Each plain copy goes only after
 * the sealed one was read back; a crash leaves both, and running again finishes. Plain files of the agency that nothing on record needs go too.
 * Of the shared folder goes what no other agency needs.
 * @param neededElsewhere digests the other agencies of this computer still need there; null where that is not known, and nothing of it goes.
 */
export async function sealAll({ keys, names, plain, shared, neededElsewhere, progress }: {
  readonly keys: DocumentKeys;
  readonly names: readonly DocumentName[];
  readonly plain: PlainDocuments;
  readonly shared: PlainDocuments;
  readonly neededElsewhere: readonly string[] | null;
  readonly progress: SealProgress;
}): Promise<SealReport> {
  const missing = new Set<string>();
  const damaged = new Set<string>();
  let sealed = 0;
  for (const [done, name] of names.entries()) {
    progress(done, names.length);
    const bytes = (await plain.read(name.sha256)) ?? (await shared.read(name.sha256));
    const there = await sealedDigest(keys, name);
    if (bytes === null) {
      if (there === null) missing.add(name.sha256);
      else sealed += 1;
      continue;
    }
    const digest = await digestOf(bytes);
    // A plain copy that was damaged never takes the place of a sealed one that is whole.
    if (there !== name.sha256) {
      if (digest !== name.sha256) damaged.add(name.sha256);
      const place = keys.placeOf(name);
      await mkdir(path.dirname(place.file), { recursive: true, mode: 0o700 });
      await rm(place.keyFile, { force: true });
      await writeSealed(place, keys.wrapping(name.vault), bytes);
      if ((await sealedDigest(keys, name)) !== digest) throw new Error('A document was not read back as it was sealed');
    }
    sealed += 1;
  }
  progress(names.length, names.length);
  for (const file of await filesIn(plain.folder)) await destroyFile(file);
  await rm(plain.folder, { recursive: true, force: true });
  const sharedFiles = await filesIn(shared.folder);
  let sharedLeft = sharedFiles.length;
  if (neededElsewhere !== null) {
    const needed = new Set(neededElsewhere);
    for (const file of sharedFiles) {
      if (needed.has(path.basename(file))) continue;
      await destroyFile(file);
      sharedLeft -= 1;
    }
    if (sharedLeft === 0) await rm(shared.folder, { recursive: true, force: true });
  }
  return { sealed, missing: [...missing], damaged: [...damaged], sharedLeft };
}

/** The digest of what lies sealed under a name; null where nothing lies there that opens. */
async function sealedDigest(keys: DocumentKeys, name: DocumentName): Promise<string | null> {
  const place = keys.placeOf(name);
  if (!(await isThere(place.file)) || !(await isThere(place.keyFile))) return null;
  const read = await digestOfSealed(place, keys.wrapping(name.vault));
  return read.ok ? read.value : null;
}
