import type { AgencyFile } from '../../agency-file/schema.ts';
import { toDay, type CivilDate } from '../../civil-date.ts';
import { agencySubjects } from '../../rules/agency/evaluate-agency.ts';
import type { AgencyRule } from '../../rules/agency/row.ts';

/** The rules of the duties a team's packs demand on a day, overrides applied; none for a team that is closed by then. */
export function teamRules(file: AgencyFile, teamId: string, on: CivilDate): readonly AgencyRule[] {
  return agencySubjects(file, file.agency.overrides ?? [], toDay(on)).find(({ team }) => team?.id === teamId)?.rows.map(({ rule }) => rule) ?? [];
}

/** Those of one kind. */
export const rulesOfKind = <Kind extends AgencyRule['kind']>(rules: readonly AgencyRule[], kind: Kind): readonly Extract<AgencyRule, { readonly kind: Kind }>[] =>
  rules.filter((rule): rule is Extract<AgencyRule, { readonly kind: Kind }> => rule.kind === kind);
