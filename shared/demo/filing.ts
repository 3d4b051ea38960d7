import { digestOf } from '../agency-file/manifest.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../civil-date.ts';
import type { DocumentRecord } from '../model/document.ts';
import { onePagePdf } from './one-page-pdf.ts';

/** Who keeps the demo agency's records. */
export const recordKeeper = 'Demo HR officer';

/** When a thing done on a day was entered: the next morning, or on today itself just after midnight, never in the future. */
export function recordedFor(done: CivilDate, today: CivilDate): { readonly recordedAt: string; readonly recordedBy: string } {
  const next = fromDay(plusDays(toDay(done), 1));
  const recordedAt = next < today ? `${next}T15:10:00Z` : `${today}T00:05:00Z`;
  return { recordedAt, recordedBy: recordKeeper };
}

/** The papers of the demo: each made once, known to the record and stored by its digest. */
export type Cabinet = {
  readonly records: DocumentRecord[];
  readonly stored: Map<string, Uint8Array>;
};

export const emptyCabinet = (): Cabinet => ({ records: [], stored: new Map() });

/** Makes a one-page paper, files it, and answers its id. */
export function file(
  cabinet: Cabinet,
  paper: { readonly id: string; readonly name: string; readonly title: string; readonly lines: readonly string[]; readonly vault: 'personnel' | 'medical'; readonly on: CivilDate },
  today: CivilDate,
): string {
  const bytes = onePagePdf(paper.title, paper.lines);
  const sha256 = digestOf(bytes);
  cabinet.stored.set(sha256, bytes);
  cabinet.records.push({
    id: paper.id, sha256, name: paper.name, mediaType: 'application/pdf', bytes: bytes.length, pages: 1, vault: paper.vault, ...recordedFor(paper.on, today),
  });
  return paper.id;
}
