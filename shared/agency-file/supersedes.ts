import type { Evidence } from '../model/evidence.ts';
import type { AgencyFileProblem } from './problem.ts';

/** Corrections that cross a person or a kind, and chains of corrections that close to a circle (each circle reported once). */
export function supersedesProblems(evidence: readonly Evidence[]): AgencyFileProblem[] {
  const problems: AgencyFileProblem[] = [];
  const byId = new Map(evidence.map((item) => [item.id, item]));
  for (const [at, item] of evidence.entries()) {
    const older = item.supersedes === undefined ? undefined : byId.get(item.supersedes);
    if (older === undefined) continue;
    const path = `evidence[${at}].supersedes`;
    if (older.personId !== item.personId) problems.push({ code: 'supersedes-other', path, what: 'person', ours: item.personId, theirs: older.personId });
    if (older.kind !== item.kind) problems.push({ code: 'supersedes-other', path, what: 'kind', ours: item.kind, theirs: older.kind });
  }
  return [...problems, ...circles(evidence, byId)];
}

function circles(evidence: readonly Evidence[], byId: ReadonlyMap<string, Evidence>): AgencyFileProblem[] {
  const problems: AgencyFileProblem[] = [];
  // Every item points to at most one older item, so each walk either ends, meets an earlier walk, or bites its own tail.
  const walkOf = new Map<string, number>();
  for (const [at, start] of evidence.entries()) {
    const walk: string[] = [];
    let item: Evidence | undefined = start;
    while (item !== undefined && !walkOf.has(item.id)) {
      walkOf.set(item.id, at);
      walk.push(item.id);
      item = item.supersedes === undefined ? undefined : byId.get(item.supersedes);
    }
    if (item === undefined || walkOf.get(item.id) !== at) continue;
    problems.push({ code: 'supersedes-cycle', path: `evidence[${at}].supersedes`, ids: walk.slice(walk.indexOf(item.id)) });
  }
  return problems;
}
