import { canonicalJson } from '../audit/canonical-json.ts';
import type { AgencyFile } from '../agency-file/schema.ts';
import { partsOf } from '../model/medical-part.ts';
import { relationOf, type LogRelation } from './lineage.ts';

/** How one list would change: ids that would come, go, or read otherwise. */
export type ListComparison = { readonly list: ComparedList; readonly added: readonly string[]; readonly missing: readonly string[]; readonly changed: readonly string[] };

/** Lists in the order a person asks for them. */
export const comparedLists = ['people', 'evidence', 'documents', 'exclusionChecks', 'decisions', 'agencyRecords', 'teams', 'sites', 'vendors', 'listVersions', 'monthRecords'] as const;
export type ComparedList = (typeof comparedLists)[number];

/** What restoring `theirs` in the place of `ours` would change. */
export type AgencyComparison = {
  /** Only lists with a difference. */
  readonly lists: readonly ListComparison[];
  /** Whether name, packs, parameters or the like differ. */
  readonly agency: boolean;
  /** Acknowledgements have no id: how many more (or, negative, fewer) there would be, and whether any reads otherwise. */
  readonly acknowledgements: { readonly more: number; readonly differ: boolean };
  readonly log: LogRelation;
};

/** Compares two records of an agency list by list, by id. Notes that only the medical right opens are not looked at. */
export function compareAgencies(ours: AgencyFile, theirs: AgencyFile): AgencyComparison {
  const general = (list: string, record: unknown): string => canonicalJson(partsOf(list, record).general);
  const lists = comparedLists.map((list): ListComparison => {
    const before = new Map((ours[list] ?? []).map((record) => [record.id, record]));
    const after = new Map((theirs[list] ?? []).map((record) => [record.id, record]));
    return {
      list,
      added: [...after.keys()].filter((id) => !before.has(id)),
      missing: [...before.keys()].filter((id) => !after.has(id)),
      changed: [...after].flatMap(([id, record]) => (before.has(id) && general(list, before.get(id)) !== general(list, record) ? [id] : [])),
    };
  });
  const notes = [ours.acknowledgements ?? [], theirs.acknowledgements ?? []] as const;
  return {
    lists: lists.filter(({ added, missing, changed }) => added.length + missing.length + changed.length > 0),
    agency: canonicalJson(ours.agency) !== canonicalJson(theirs.agency),
    acknowledgements: { more: notes[1].length - notes[0].length, differ: canonicalJson(notes[0]) !== canonicalJson(notes[1]) },
    log: relationOf(ours.audit ?? [], theirs.audit ?? []),
  };
}
