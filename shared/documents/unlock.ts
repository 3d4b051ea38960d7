import { PDFInvalidObject, PDFName, PDFRawStream, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../result.ts';
import { latin } from './bytes.ts';
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
    dropTables(open.value.document);
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

/**
 * The library keeps the old file's packed tables as if they were content, or, since it decrypts what is not encrypted, as something it
 * could not read. They say that the file is encrypted, and would be believed when it is opened again; a new table is written anyway.
 */
function dropTables({ context }: PDFDocument): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) if (isTable(object)) context.delete(ref);
}

function isTable(object: PDFObject): boolean {
  if (object instanceof PDFRawStream) return ['XRef', 'ObjStm'].some((each) => object.dict.get(PDFName.of('Type')) === PDFName.of(each));
  if (!(object instanceof PDFInvalidObject)) return false;
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return /\/Type\s*\/(XRef|ObjStm)/.test(latin(bytes, 0, 2_048));
}
