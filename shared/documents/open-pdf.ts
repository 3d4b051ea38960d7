import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../result.ts';
import { hasEnd } from './pdf-end.ts';
import type { DocumentProblem } from './problem.ts';
import { pdfHeadAt } from './sniff.ts';

/** An open PDF, and whether a password guards what may be done with it (it opens without). */
export type OpenPdf = { readonly document: PDFDocument; readonly restricted: boolean };

/**
 * Opens a PDF for reading and copying its pages; its metadata stays as it is. Fails as `truncated`, `encrypted`, `wrong-password`,
 * `unsupported` (a kind of encryption no password opens) or `damaged`. Whether it has pages is not asked here.
 */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<Result<OpenPdf, DocumentProblem>> {
  if (pdfHeadAt(bytes) < 0) return fail({ code: 'damaged' });
  if (!hasEnd(bytes)) return fail({ code: 'truncated' });
  const plain = await loaded(bytes, undefined);
  if (plain.ok) return ok({ document: plain.value, restricted: false });
  if (plain.error.code !== 'encrypted') return plain;
  // Where only an owner's password is set, the empty one opens the file.
  const open = await loaded(bytes, '');
  if (open.ok) return ok({ document: open.value, restricted: true });
  if (open.error.code === 'unsupported' || password === undefined || password === '') return open;
  const locked = await loaded(bytes, password);
  return locked.ok ? ok({ document: locked.value, restricted: false }) : locked;
}

async function loaded(bytes: Uint8Array, password: string | undefined): Promise<Result<PDFDocument, DocumentProblem>> {
  try {
    return ok(await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, ...(password !== undefined && { password }) }));
  } catch (thrown) {
    return fail(problemOf(thrown, password));
  }
}

/** The library tells these apart by their words alone. */
function problemOf(thrown: unknown, password: string | undefined): DocumentProblem {
  if (thrown instanceof EncryptedPDFError) return { code: 'encrypted', unlockable: true };
  const words = thrown instanceof Error ? thrown.message : '';
  if (words === 'NEEDS PASSWORD') return { code: 'encrypted', unlockable: true };
  if (words === 'Password incorrect') return password === undefined || password === '' ? { code: 'encrypted', unlockable: true } : { code: 'wrong-password' };
  if (/encryption (method|algorithm)|crypto method/i.test(words)) return { code: 'encrypted', unlockable: false };
  return { code: 'damaged' };
}
