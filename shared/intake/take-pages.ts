import { PDFDocument } from '@cantoo/pdf-lib';
import { openPdf } from '../documents/open-pdf.ts';
import { pagesOfPdf } from '../documents/pdf-pages.ts';
import type { DocumentProblem } from '../documents/problem.ts';
import { fail, ok, type Result } from '../result.ts';

/**
 * A PDF of some pages of another, in the order given (from 1), as they are. What comes out is opened and counted again: pages that did not survive are `damaged`,
 * never blank.
 */
export async function takePages(bytes: Uint8Array, pages: readonly number[]): Promise<Result<Uint8Array, DocumentProblem>> {
  try {
    const open = await openPdf(bytes);
    if (!open.ok) return open;
    if (pages.length === 0 || pages.some((page) => page < 1 || page > open.value.document.getPageCount())) return fail({ code: 'no-pages' });
    const taken = await PDFDocument.create({ updateMetadata: false });
    for (const page of await taken.copyPages(open.value.document, pages.map((page) => page - 1))) taken.addPage(page);
    const saved = await taken.save({ addDefaultPage: false });
    const again = await openPdf(saved);
    if (!again.ok) return fail({ code: 'damaged' });
    const after = pagesOfPdf(again.value.document);
    return after.pages === pages.length && !after.lost && after.unreadable.length === 0 ? ok(saved) : fail({ code: 'damaged' });
  } catch {
    return fail({ code: 'damaged' });
  }
}
