import { digestOf } from '../agency-file/manifest.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../civil-date.ts';
import type { DocumentRecord } from '../model/document.ts';
import { paperOf, type PaperKind } from './papers/papers.ts';

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

type Filed = { readonly id: string; readonly vault: 'personnel' | 'medical'; readonly on: CivilDate };

/** Makes a paper, files it, and answers its id. The name is without an ending. */
export function file(
  cabinet: Cabinet,
  paper: Filed & { readonly name: string; readonly title: string; readonly lines: readonly string[]; readonly kind?: PaperKind },
  today: CivilDate,
): string {
  const { bytes, mediaType, ending, pages } = paperOf(paper.kind ?? 'printed', paper.title, paper.lines);
  return fileBytes(cabinet, { ...paper, name: `${paper.name}.${ending}`, bytes, mediaType, ...(pages !== undefined && { pages }) }, today);
}

/** Files what was made already, and answers its id. */
export function fileBytes(cabinet: Cabinet, { id, vault, on, name, bytes, mediaType, pages }: Filed & { readonly name: string; readonly bytes: Uint8Array; readonly mediaType: string; readonly pages?: number }, today: CivilDate): string {
  const sha256 = digestOf(bytes);
  cabinet.stored.set(sha256, bytes);
  cabinet.records.push({ id, sha256, name, mediaType, bytes: bytes.length, ...(pages !== undefined && { pages }), vault, ...recordedFor(on, today) });
  return id;
}
