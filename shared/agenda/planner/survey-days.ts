import type { AgencyFile } from '../../agency-file/schema.ts';
import { fromDay, plusDays, toDay, type CivilDate, type Day } from '../../civil-date.ts';
import { evaluate } from '../../rules/evaluate.ts';
import type { Standing } from '../../rules/standing.ts';
import { statusFacts } from '../../rules/status.ts';

/** What a standing is about, whichever day it is judged: two days are compared by it. */
export const standingKey = (standing: Standing): string =>
  [standing.personId ?? '', standing.vendorId ?? '', standing.teamId ?? '', standing.employmentId ?? '', standing.requirement].join('\n');

/**
 * Finds the first day on which a standing that is in order on one day and not on a later one stops being so: tried first where its own dates
 * say so, else by halving. Judges only the person, the vendor, or the agency side, and each of them once a day.
 */
export function turningDays(file: AgencyFile): (standing: Standing, goodOn: CivilDate, badOn: CivilDate) => CivilDate {
  const judged = new Map<string, ReadonlyMap<string, Standing>>();
  const slices = new Map<string, AgencyFile>();
  const sliceFor = (standing: Standing): { readonly id: string; readonly slice: AgencyFile } => {
    const id = standing.personId !== undefined ? `person ${standing.personId}` : standing.vendorId !== undefined ? `vendor ${standing.vendorId}` : 'agency';
    const known = slices.get(id);
    if (known !== undefined) return { id, slice: known };
    const { personId, vendorId } = standing;
    const slice: AgencyFile = personId !== undefined || vendorId !== undefined
      ? {
          ...file, vendors: (file.vendors ?? []).filter((each) => each.id === vendorId), people: file.people.filter((each) => each.id === personId), agencyRecords: [],
          evidence: file.evidence.filter((each) => each.personId === personId),
          exclusionChecks: (file.exclusionChecks ?? []).filter((each) => ('personId' in each ? each.personId === personId : each.vendorId === vendorId)),
          decisions: (file.decisions ?? []).filter((each) => ('personId' in each ? each.personId === personId : each.vendorId === vendorId)),
        }
      // Ratios count people and the roles they hold; what they have on file is nothing to the agency's own duties.
      : { ...file, vendors: [], evidence: [], exclusionChecks: [], decisions: [] };
    slices.set(id, slice);
    return { id, slice };
  };
  const isBad = (standing: Standing, day: Day): boolean => {
    const { id, slice } = sliceFor(standing);
    const key = `${id} ${day}`;
    let byKey = judged.get(key);
    if (byKey === undefined) {
      const { standings } = evaluate(slice, { asOf: fromDay(day), ...(standing.personId === undefined ? {} : { personId: standing.personId }) });
      byKey = new Map(standings.map((each) => [standingKey(each), each]));
      judged.set(key, byKey);
    }
    const found = byKey.get(standingKey(standing));
    return found !== undefined && !statusFacts[found.status].compliant;
  };
  return (standing, goodOn, badOn) => {
    let good = toDay(goodOn);
    let bad = toDay(badOn);
    for (const date of [standing.dueOn, standing.validThrough]) {
      if (date === null) continue;
      const day = plusDays(toDay(date), 1);
      if (day > good && day <= bad && isBad(standing, day) && !isBad(standing, plusDays(day, -1))) return fromDay(day);
    }
    while (bad - good > 1) {
      const middle = plusDays(good, Math.floor((bad - good) / 2));
      if (isBad(standing, middle)) bad = middle;
      else good = middle;
    }
    return fromDay(bad);
  };
}
