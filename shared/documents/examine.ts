import { fail, ok, type Result } from '../result.ts';
import { lastPlace } from './bytes.ts';
import { readJpeg } from './jpeg.ts';
import { openPdf } from './open-pdf.ts';
import { pagesOfPdf } from './pdf-pages.ts';
import { mostPixels, readPng, tooManyPixels } from './png.ts';
import type { DocumentNote, DocumentProblem, Examined } from './problem.ts';
import { fittingName, isLockedOffice, isProgram, sniff, type Sniffed } from './sniff.ts';
import { checkTiffPage } from './tiff.ts';
import { readDirectories } from './tiff-directory.ts';

export type { DocumentProblem, Examined } from './problem.ts';

/** Pages of one PDF: what a binder of the largest agency has, several times. */
const mostPages = 50_000;

/** How far a long examination has come, in pages. */
type Progress = ((done: number, total: number) => void) | undefined;

/**
 * What a file is by its content, how many pages it has, and what is wrong with it. `name` is only compared with the content. Never
 * throws; a PDF is taken as opened by the password, and still has to be made one without (`unlockPdf`).
 */
export async function examine(bytes: Uint8Array, name: string, password?: string, progress?: Progress): Promise<Result<Examined, DocumentProblem>> {
  if (bytes.length === 0) return fail({ code: 'empty' });
  try {
    const is = sniff(bytes);
    if (isProgram(bytes)) return fail({ code: 'program' });
    const read = await contentOf(bytes, is, name, password, progress);
    if (!read.ok) return read;
    const right = fittingName(name, is);
    const lying: readonly DocumentNote[] = right === name ? [] : [{ code: 'lying-name', is: is.is, name: right }];
    return ok({ mediaType: is.mediaType, kind: is.kind, pages: read.value.pages, notes: [...lying, ...read.value.notes] });
  } catch {
    // Readers of other people's formats run out of stack or memory on what is made to break them.
    return fail({ code: 'damaged' });
  }
}

type Content = { readonly pages: number; readonly notes: readonly DocumentNote[] };

async function contentOf(bytes: Uint8Array, is: Sniffed, name: string, password: string | undefined, progress: Progress): Promise<Result<Content, DocumentProblem>> {
  switch (is.kind) {
    case 'pdf':
      return pdf(bytes, password);
    case 'jpeg': {
      const read = readJpeg(bytes);
      if (!read.ok) return read;
      return read.value.width * read.value.height > mostPixels ? fail(tooManyPixels) : ok({ pages: 1, notes: [] });
    }
    case 'png': {
      const read = readPng(bytes);
      return read.ok ? ok({ pages: 1, notes: [] }) : read;
    }
    case 'tiff':
      return tiff(bytes, progress);
    case 'kept':
      return kept(bytes, is, name);
  }
}

async function pdf(bytes: Uint8Array, password: string | undefined): Promise<Result<Content, DocumentProblem>> {
  const open = await openPdf(bytes, password);
  if (!open.ok) return open;
  const found = pagesOfPdf(open.value.document);
  if (found.pages === 0) return fail({ code: found.lost || found.stated > 0 ? 'damaged' : 'no-pages' });
  if (found.pages > mostPages) return fail({ code: 'too-large', limit: { pages: mostPages } });
  if (found.unreadable.length > 0) return fail({ code: 'damaged', pages: found.unreadable });
  if (found.lost) return fail({ code: 'damaged' });
  return ok({
    pages: found.pages,
    notes: [
      ...(open.value.restricted ? [{ code: 'restricted' as const }] : []),
      ...(found.stated === found.pages ? [] : [{ code: 'miscounted' as const, stated: found.stated }]),
      ...(found.blank.length > 0 ? [{ code: 'blank-pages' as const, pages: found.blank }] : []),
    ],
  });
}

function tiff(bytes: Uint8Array, progress: Progress): Result<Content, DocumentProblem> {
  const read = readDirectories(bytes);
  if (!read.ok) return read;
  const damaged: number[] = [];
  for (const [at, directory] of read.value.entries()) {
    const problem = checkTiffPage(bytes, directory);
    if (problem !== null && problem.code !== 'damaged') return fail(problem);
    if (problem !== null) damaged.push(at + 1);
    progress?.(at + 1, read.value.length);
  }
  return damaged.length > 0 ? fail({ code: 'damaged', pages: damaged }) : ok({ pages: read.value.length, notes: [] });
}

/** Endings of what is examined here: a file that has one and a content nobody knows is broken, not a rarity. */
const examinedEndings = /\.(pdf|jpe?g|png|tiff?|docx|xlsx|pptx|zip)$/i;

function kept(bytes: Uint8Array, is: Sniffed, name: string): Result<Content, DocumentProblem> {
  if (isLockedOffice(bytes)) return fail({ code: 'encrypted', unlockable: false });
  if (is.mediaType === 'application/octet-stream' && examinedEndings.test(name)) return fail({ code: 'damaged' });
  // The directory of a ZIP, which Word and Excel files are, stands at its end.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && lastPlace(bytes, 'PK\x05\x06') < Math.max(0, bytes.length - 65_557)) return fail({ code: 'truncated' });
  return ok({ pages: 0, notes: is.mediaType.startsWith('image/') ? [{ code: 'not-shown', is: is.is }] : [] });
}
