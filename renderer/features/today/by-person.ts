import type { TodayItem, TodayList } from '../../../shared/agenda/today-list.ts';

export type ThingGroup = { readonly key: string; readonly title: string; readonly items: readonly TodayItem[] };

/** The same things by whom they concern: people in the order of their worst, what concerns several together at the end. */
export function byPerson(list: TodayList): readonly ThingGroup[] {
  const groups = new Map<string, { title: string; items: TodayItem[] }>();
  const together: TodayItem[] = [];
  for (const item of list.groups.flatMap((group) => group.items)) {
    const [subject, ...others] = item.subjects;
    if (others.length > 0) {
      together.push(item);
      continue;
    }
    const known = groups.get(subject.id);
    if (known === undefined) groups.set(subject.id, { title: subject.name, items: [item] });
    else known.items.push(item);
  }
  return [
    ...[...groups].map(([key, group]) => ({ key, ...group })),
    ...(together.length === 0 ? [] : [{ key: 'together', title: 'Several together', items: together }]),
  ];
}
