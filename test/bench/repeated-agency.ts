import type { AgencyFile } from '../../shared/agency-file/schema.ts';

const named = (id: string, copy: number): string => (copy === 0 ? id : `${String(copy)}-${id}`);

/**
 * An agency of so many people: the demo's, repeated under fresh ids, with all their evidence and checks. The first copy keeps its
 * ids, so that what names a person (a team's supervisor, say) still names one.
 */
export function repeated(file: AgencyFile, people: number): AgencyFile {
  const copies = Math.ceil(people / file.people.length);
  const renamed = <Shape extends { readonly id: string }>(list: readonly Shape[], copy: number): Shape[] => list.map((each) => ({ ...each, id: named(each.id, copy) }));
  const of = (copy: number): Pick<AgencyFile, 'people' | 'evidence' | 'exclusionChecks' | 'decisions'> => ({
    people: renamed(file.people, copy),
    evidence: renamed(file.evidence, copy).map((item) => ({
      ...item, personId: named(item.personId, copy),
      ...(item.supersedes === undefined ? {} : { supersedes: named(item.supersedes, copy) }),
      ...(item.about === undefined ? {} : { about: named(item.about, copy) }),
    })),
    exclusionChecks: renamed(file.exclusionChecks ?? [], copy).filter((check) => check.personId !== undefined).map((check) => ({
      ...check, personId: named(check.personId ?? '', copy),
      ...(check.decisionId === undefined ? {} : { decisionId: named(check.decisionId, copy) }),
    })),
    decisions: renamed(file.decisions ?? [], copy).map((decision) => ({
      ...decision,
      ...(decision.personId === undefined ? {} : { personId: named(decision.personId, copy) }),
      ...(decision.checkId === undefined || decision.personId === undefined ? {} : { checkId: named(decision.checkId, copy) }),
    })),
  });
  const all = Array.from({ length: copies }, (_, copy) => of(copy));
  const kept = all.flatMap((each) => each.people).slice(0, people);
  const ids = new Set(kept.map((person) => person.id));
  return {
    ...file,
    people: kept,
    evidence: all.flatMap((each) => each.evidence).filter((item) => ids.has(item.personId)),
    exclusionChecks: all.flatMap((each) => each.exclusionChecks ?? []).filter((check) => ids.has(check.personId ?? '')),
    decisions: all.flatMap((each) => each.decisions ?? []).filter((decision) => ids.has(decision.personId ?? '')),
    acknowledgements: [],
  };
}
