import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import { requirementsOf, shippedRequirements } from '../../rules/catalogue.ts';

/** How the requirements of an agency are called; one that is no longer in force by its name in the packs, an unknown one by its id. */
export function requirementTitles(file: AgencyFile, asOf: CivilDate): (requirement: string) => string {
  const titles = new Map([...shippedRequirements(), ...requirementsOf(file, asOf)].map((info) => [info.id, info.title]));
  return (requirement) => titles.get(requirement) ?? requirement;
}
