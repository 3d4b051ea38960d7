import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readableIn } from './leveldb.ts';

/** Where a text lies readable: the file from the folder searched, and the text. */
export type Found = { readonly file: string; readonly text: string };

/** A text in every form a profile may hold it: UTF-8, one byte a letter, and two bytes a letter in either order (IndexedDB's keys are big-endian). */
function formsOf(text: string): readonly Buffer[] {
  const wide = Buffer.from(text, 'utf16le');
  const all = [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), wide, Buffer.from(wide).swap16()];
  // Beyond Latin-1 that form would be another text.
  return Buffer.from(text, 'latin1').toString('latin1') === text ? all : [...all.slice(0, 1), ...all.slice(2)];
}

/** Every file under a folder, as paths from there, in order. */
async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => path.relative(folder, path.join(each.parentPath, each.name))).sort();
}

/**
 * Looks for texts in every file of a folder, inside LevelDB's compressed blocks and IndexedDB's compressed values too, and in the names of the files.
 * A file that goes while it is searched is left out.
 */
export async function findPlain(folder: string, texts: readonly string[]): Promise<readonly Found[]> {
  const wanted = texts.map((text) => ({ text, forms: formsOf(text) }));
  const found: Found[] = [];
  for (const file of await filesUnder(folder)) {
    const bytes = await readFile(path.join(folder, file)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
      throw error;
    });
    const here = new Set(texts.filter((text) => file.includes(text)));
    // Small parts one after the other would be searched once each for every text: they are searched together.
    const parts = Buffer.concat([...readableIn(file, bytes)].flatMap((part) => [part, Buffer.of(0)]));
    for (const { text, forms } of wanted) if (forms.some((form) => parts.includes(form))) here.add(text);
    found.push(...[...here].map((text) => ({ file, text })));
  }
  return found;
}
