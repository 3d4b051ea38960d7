import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { statesOf, statesOfPacks } from '../../shared/agenda/exclusions/subjects.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { Subject } from '../../shared/screening/finding.ts';
import { identityOfPerson, identityOfVendor } from '../../shared/screening/match/identity.ts';

/**
 * Whom a list is searched for on a day, in the order of the file: everybody with an employment that has not ended before it and was not withdrawn, those to be
 * hired included, whatever their rule packs ask; then the vendors engaged on it (first and last day inclusive).
 */
export function subjectsOn(file: AgencyFile, on: CivilDate): readonly Subject[] {
  const states = statesOfPacks(file, on);
  return [
    ...file.people.flatMap((person): readonly Subject[] => {
      const current = person.employments.filter((each) => each.withdrawnOn === undefined && (each.endedOn === undefined || each.endedOn >= on));
      return current.length === 0 ? [] : [{ key: { personId: person.id }, identity: identityOfPerson(person, statesOf(current)) }];
    }),
    ...(file.vendors ?? [])
      .filter((vendor) => vendor.from <= on && (vendor.to === undefined || vendor.to >= on))
      .map((vendor): Subject => ({ key: { vendorId: vendor.id }, identity: identityOfVendor(vendor, states) })),
  ];
}
