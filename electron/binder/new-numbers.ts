import type { GivenNumber } from '../../shared/model/agency-records/binder.ts';
import type { PersonChapter } from '../../shared/report/binder-model.ts';
import type { BinderContext } from '../../shared/report/context.ts';

/** The exhibit numbers of chapters that no binder gave away before. Those of one person are the same in both volumes: each is named once. */
export function newNumbers(volumes: readonly { readonly context: Pick<BinderContext, 'prefixOf' | 'sealed'>; readonly chapters: readonly PersonChapter[] }[]): readonly GivenNumber[] {
  const found = new Map<string, GivenNumber>();
  for (const { context, chapters } of volumes) {
    for (const { personId, exhibits } of chapters) {
      const sealed = new Set((context.sealed.get(personId) ?? []).map(({ number, stands }) => `${number} ${stands}`));
      const prefix = context.prefixOf(personId).length;
      for (const { number, stands } of exhibits.flatMap(({ entries }) => entries)) {
        const own = number.slice(prefix);
        if (!sealed.has(`${own} ${stands}`)) found.set(`${personId} ${stands}`, { personId, number: own, stands });
      }
    }
  }
  return [...found.values()];
}
