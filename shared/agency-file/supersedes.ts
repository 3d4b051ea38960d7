import type { AgencyFileProblem, KeptWhat } from './problem.ts';

type Correction = { readonly id: string; readonly supersedes?: string };

/**
 * Corrections that cross what a correction must keep, and chains of corrections that close to a circle (each circle reported once).
 * @param list the items' place in the file, for the paths of the problems.
 * @param keeps what an item and the one it supersedes share ("person", "kind"); undefined on either side counts as a value.
 */
export function supersedesProblems<Item extends Correction>(
  items: readonly Item[],
  list: string,
  keeps: readonly (readonly [what: KeptWhat, of: (item: Item) => string | undefined])[],
): AgencyFileProblem[] {
  const problems: AgencyFileProblem[] = [];
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const [at, item] of items.entries()) {
    const older = item.supersedes === undefined ? undefined : byId.get(item.supersedes);
    if (older === undefined) continue;
    for (const [what, of] of keeps) {
      const [ours, theirs] = [of(item), of(older)];
      if (ours !== theirs) problems.push({ code: 'supersedes-other', path: `${list}[${at}].supersedes`, what, ours: ours ?? '', theirs: theirs ?? '' });
    }
  }
  return [...problems, ...circles(items, list, byId)];
}

function circles(items: readonly Correction[], list: string, byId: ReadonlyMap<string, Correction>): AgencyFileProblem[] {
  const problems: AgencyFileProblem[] = [];
  // Every item points to at most one older item, so each walk either ends, meets an earlier walk, or bites its own tail.
  const walkOf = new Map<string, number>();
  for (const [at, start] of items.entries()) {
    const walk: string[] = [];
    let item: Correction | undefined = start;
    while (item !== undefined && !walkOf.has(item.id)) {
      walkOf.set(item.id, at);
      walk.push(item.id);
      item = item.supersedes === undefined ? undefined : byId.get(item.supersedes);
    }
    if (item === undefined || walkOf.get(item.id) !== at) continue;
    problems.push({ code: 'supersedes-cycle', path: `${list}[${at}].supersedes`, ids: walk.slice(walk.indexOf(item.id)) });
  }
  return problems;
}
