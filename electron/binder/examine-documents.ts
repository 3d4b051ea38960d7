import { setImmediate as breathe } from 'node:timers/promises';
import { examine } from '../../shared/documents/examine.ts';
import { problemWords } from '../../shared/documents/problem.ts';
import { textMarks, type MarkSubject } from '../../shared/documents/text-marks.ts';
import type { DocumentRecord, PageMark } from '../../shared/model/document.ts';
import type { DocumentFacts } from '../../shared/report/context.ts';
import { faultWords, type DocumentSource } from './document-source.ts';
import { lookable } from './exhibits.ts';
import { stopIfCancelled } from './printing.ts';

/** A document that has to be looked at before pages are made up, and whose data must not be read on it. */
export type ToExamine = { readonly document: DocumentRecord; readonly subjects: readonly MarkSubject[] };

// As many as a page read by a machine has at the least.
const wordsOfAPage = 30;

/**
 * Looks at documents, one at a time: how many pages they have, and where something is to be taken out, what their text gives away and which pages have a text.
 * @param searched whether anything is to be taken out
 */
export async function examineDocuments(
  needed: readonly ToExamine[], searched: boolean, source: DocumentSource, signal: AbortSignal, told: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, DocumentFacts>> {
  const found = new Map<string, DocumentFacts>();
  for (const [index, each] of needed.entries()) {
    await breathe();
    stopIfCancelled(signal);
    const read = await source.read(each.document);
    found.set(each.document.id, read.ok ? await factsOf(each, read.value, searched) : { problem: faultWords(read.error, each.document.name) });
    told(index + 1, needed.length);
  }
  return found;
}

async function factsOf({ document, subjects }: ToExamine, bytes: Uint8Array, searched: boolean): Promise<DocumentFacts> {
  const examined = await examine(bytes, document.name);
  if (!examined.ok) return { problem: problemWords(examined.error, document.name) };
  const { kind, pages } = examined.value;
  // The text of a picture is part of the picture: only who looks it over knows what stands there.
  if (!searched || kind !== 'pdf') return { pages, marks: [], textPages: [] };
  const open = await lookable(bytes, 1);
  if (!open.ok) return { problem: problemWords(open.error, document.name) };
  const looked = open.value.document;
  try {
    const marks: PageMark[] = [];
    const textPages: number[] = [];
    for (let page = 1; page <= pages; page += 1) {
      const words = looked.words(page);
      // A scan with a fax's head line has a text, and yet nobody knows what stands in it.
      if (words.length >= wordsOfAPage || (words.length > 0 && !looked.hasPicture(page))) textPages.push(page);
      for (const { left, top, width, height, what } of textMarks(words, subjects)) marks.push({ page, left, top, width, height, what });
    }
    return { pages, marks, textPages };
  } catch {
    return { problem: problemWords({ code: 'damaged' }, document.name) };
  } finally {
    looked.close();
  }
}
