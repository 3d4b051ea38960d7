import { describeProblem } from '../agency-file/problem.ts';
import { checkReferences } from '../agency-file/references.ts';
import type { AgencyFile } from '../agency-file/schema.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ChangeError } from './change-error.ts';
import type { Change } from './changes.ts';
import { closeOf } from './exclusion.ts';
import { planChanges } from './plan-changes.ts';
import type { RecordLookup } from './record-lookup.ts';

/**
 * The agency's record after a list of changes, or why they are refused; the file given is left as it is.
 * New records come last in their list, replaced ones keep their place. A list the file does not have stays absent while it
 * would be empty. Errors: see `planChanges`, and `inconsistent` where the outcome could not be read back (an end before its start, a
 * role outside its employment). All of the changes land, or none.
 */
export function applyChanges(file: AgencyFile, changes: readonly Change[]): Result<AgencyFile, ChangeError> {
  const planned = planChanges(lookupOf(file), changes);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const next: AgencyFile = {
    ...file,
    agency: plan.agency ?? file.agency,
    people: merged(file.people, plan.people),
    evidence: merged(file.evidence, plan.evidence),
    ...(plan.sites.size > 0 && { sites: merged(file.sites, plan.sites) }),
    ...(plan.teams.size > 0 && { teams: merged(file.teams, plan.teams) }),
    ...(plan.vendors.size > 0 && { vendors: merged(file.vendors, plan.vendors) }),
    ...(plan.documents.size > 0 && { documents: merged(file.documents, plan.documents) }),
    ...(plan.checks.size > 0 && { exclusionChecks: merged(file.exclusionChecks, plan.checks) }),
    ...(plan.decisions.size > 0 && { decisions: merged(file.decisions, plan.decisions) }),
    ...(plan.listVersions.size > 0 && { listVersions: merged(file.listVersions, plan.listVersions) }),
    ...(plan.monthRecords.size > 0 && { monthRecords: merged(file.monthRecords, plan.monthRecords) }),
    ...(plan.agencyRecords.size > 0 && { agencyRecords: merged(file.agencyRecords, plan.agencyRecords) }),
    ...(plan.acknowledgements.length > 0 && { acknowledgements: [...(file.acknowledgements ?? []), ...plan.acknowledgements] }),
  };
  const [problem] = checkReferences(next);
  return problem === undefined ? ok(next) : fail({ code: 'inconsistent', words: describeProblem(problem) });
}

type Identified = { readonly id: string };

/** A list with replaced records in their old places and new ones at the end. */
function merged<Item extends Identified>(list: readonly Item[] | undefined, changed: ReadonlyMap<string, Item>): readonly Item[] {
  if (changed.size === 0) return list ?? [];
  const left = new Map(changed);
  const kept = (list ?? []).map((item) => {
    const next = left.get(item.id);
    if (next === undefined) return item;
    left.delete(item.id);
    return next;
  });
  return [...kept, ...left.values()];
}

/** Finds the records of a file by id; each list is indexed when it is first asked for. */
export function lookupOf(file: AgencyFile): RecordLookup {
  return {
    site: finder(() => file.sites),
    team: finder(() => file.teams),
    person: finder(() => file.people),
    vendor: finder(() => file.vendors),
    document: finder(() => file.documents),
    evidence: finder(() => file.evidence),
    check: finder(() => file.exclusionChecks),
    decision: finder(() => file.decisions),
    listVersion: finder(() => file.listVersions),
    monthRecord: finder(() => file.monthRecords),
    agencyRecord: finder(() => file.agencyRecords),
    closeOf: (month) => closeOf(file.monthRecords ?? [], month),
  };
}

function finder<Item extends Identified>(list: () => readonly Item[] | undefined): (id: string) => Item | undefined {
  let byId: Map<string, Item> | null = null;
  return (id) => {
    byId ??= new Map((list() ?? []).map((item) => [item.id, item]));
    return byId.get(id);
  };
}
