import { namesPage, pagesOf } from '../documents/page-ranges.ts';
import { turnOf } from '../documents/turns.ts';
import { isPurged, type DocumentRecord } from '../model/document.ts';
import type { RecipientProfile } from '../model/recipient-profile.ts';
import type { ExhibitDocument, ExhibitPage } from './binder-model.ts';
import type { ExaminedDocuments } from './context.ts';

const shown: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'];

/** Whether the pages of a document can be shown; every other file is kept as it is, behind a cover page. */
export const hasPages = ({ mediaType }: Pick<DocumentRecord, 'mediaType'>): boolean => shown.includes(mediaType);

/** A document as an exhibit shows it, or why it cannot be shown. */
export type Shown = { readonly kind: 'document' | 'kept-file'; readonly document: ExhibitDocument } | { readonly kind: 'not-shown'; readonly why: string };

/**
 * The pages of a document that an exhibit shows, in order, and what becomes of each for a recipient. A page with something to be taken out is rasterised
 * or left out, as the profile says; where anything is to be taken out, a page without a text that nobody looked over is left out unless the profile includes it.
 * @param range pages named by what refers to the document; absent: all
 */
export function shownDocument(document: DocumentRecord, range: string | undefined, profile: RecipientProfile, examined: ExaminedDocuments | undefined): Shown {
  if (isPurged(document)) return { kind: 'not-shown', why: `It was purged: ${document.purgedReason ?? 'no reason recorded'}.` };
  const { id, sha256, name, mediaType, vault, bytes } = document;
  const whole = { documentId: id, sha256, name, mediaType, vault, bytes };
  if (!hasPages(document)) return { kind: 'kept-file', document: { ...whole, pages: [] } };
  const facts = examined?.get(id);
  if (facts !== undefined && 'problem' in facts) return { kind: 'not-shown', why: facts.problem };
  const count = facts?.pages ?? document.pages ?? (mediaType === 'image/jpeg' || mediaType === 'image/png' ? 1 : 0);
  const pages = pagesOf(range, count);
  if (pages.length === 0) {
    return { kind: 'not-shown', why: count === 0 ? 'Its pages could not be counted.' : `Pages ${range ?? ''} are named, and it has ${count}.` };
  }
  return { kind: 'document', document: { ...whole, pages: pages.map((page) => pageOf(document, page, profile, facts)) } };
}

function pageOf(document: DocumentRecord, page: number, profile: RecipientProfile, facts: { readonly marks: DocumentRecord['marks']; readonly textPages: readonly number[] } | undefined): ExhibitPage {
  const turn = turnOf(document.turns, page);
  const plain = { page, turn, show: 'as-it-is', marks: [], why: null } as const;
  if (profile.redact.length === 0) return plain;
  const marks = [...(document.marks ?? []), ...(facts?.marks ?? [])].filter((mark) => mark.page === page && profile.redact.includes(mark.what));
  if (marks.length > 0) {
    return profile.redactedPages === 'rasterise'
      ? { page, turn, show: 'rasterised', marks, why: 'Areas were taken out for this recipient; the page is a picture.' }
      : { page, turn, show: 'left-out', marks: [], why: 'It holds what this recipient does not get.' };
  }
  const known = (document.lookedOver !== undefined && namesPage(document.lookedOver, page)) || facts?.textPages.includes(page) === true;
  if (known || profile.unknownPages === 'include') return plain;
  return { page, turn, show: 'left-out', marks: [], why: 'It has no text to search, and nobody has looked it over for what this recipient does not get.' };
}
