import type { PersonChapter } from '../../shared/report/binder-model.ts';

/** The rule packs chapters were judged by, each once, by id. */
export function packRowsOf(chapters: readonly PersonChapter[]): readonly { readonly id: string; readonly version: string }[] {
  const found = new Map<string, string>();
  for (const { appendix } of chapters) for (const { id, version } of appendix.packs ?? []) found.set(id, version);
  return [...found].map(([id, version]) => ({ id, version })).sort((one, other) => (one.id < other.id ? -1 : 1));
}
