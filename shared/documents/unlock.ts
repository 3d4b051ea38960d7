import { fail, ok, type Result } from '../result.ts';
import { openPdf } from './open-pdf.ts';
import { pagesOfPdf } from './pdf-pages.ts';
import type { DocumentProblem } from './problem.ts';

/**
 * A PDF without its password: all its pages as they are, its forms and marks with them. What comes out is opened again and its pages
 * counted and looked at before it is handed on: a page that did not survive is `damaged`, never blank.
 */
export async function unlockPdf(bytes: Uint8Array, password: string): Promise<Result<{ readonly bytes: Uint8Array; readonly pages: number }, DocumentProblem>> {
  try {
    const open = await openPdf(bytes, password);
    if (!open.ok) return open;
    const before = pagesOfPdf(open.value.document);
    if (before.pages === 0) return fail({ code: 'no-pages' });
    const saved = await open.value.document.save({ updateFieldAppearances: false, addDefaultPage: false });
    const again = await openPdf(saved);
    if (!again.ok) return fail({ code: 'damaged' });
    const after = pagesOfPdf(again.value.document);
    const whole = after.pages === before.pages && !after.lost && after.unreadable.length === 0 && after.blank.length === before.blank.length;
    return whole && !again.value.restricted ? ok({ bytes: saved, pages: after.pages }) : fail({ code: 'damaged', ...(after.unreadable.length > 0 && { pages: after.unreadable }) });
  } catch {
    return fail({ code: 'damaged' });
  }
}
