import type { ExhibitEntry, PersonChapter } from '../../shared/report/binder-model.ts';
import type { Trouble } from './exhibits.ts';

/** Chapters in which a page says why, instead of each document that turned out not to be one that can be shown. */
export function withoutTroubles(chapters: readonly PersonChapter[], troubles: readonly Trouble[]): readonly PersonChapter[] {
  const why = new Map(troubles.map((trouble) => [trouble.sha256, trouble.why] as const));
  const shown = (entry: ExhibitEntry): ExhibitEntry => {
    if (entry.body.kind !== 'document' && entry.body.kind !== 'kept-file') return entry;
    const { sha256, name } = entry.body.document;
    const reason = why.get(sha256);
    return reason === undefined ? entry : { ...entry, body: { kind: 'not-shown', name, why: reason } };
  };
  return chapters.map((chapter) => ({ ...chapter, exhibits: chapter.exhibits.map((tab) => ({ ...tab, entries: tab.entries.map(shown) })) }));
}
