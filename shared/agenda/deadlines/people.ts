import type { CivilDate } from '../../civil-date.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import { fullName, shownName, type Employment, type Person } from '../../model/person.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { lastingStatuses, statusFacts, type Status } from '../../rules/status.ts';
import { isLasting } from '../acknowledgements.ts';
import { employmentState, rolesOn } from '../employment.ts';
import type { Deadlines } from './context.ts';
import type { Deadline } from './deadline.ts';
import { isMonthly, personKey, vendorKey } from './key.ts';
import { statusByDay } from './near.ts';

/** What has a printed last day; of everything else one says that it is due. */
const printed: readonly EvidenceKind[] = [
  'cpr-first-aid', 'cips', 'cpss', 'cesp', 'qmhp', 'amhp', 'cwic', 'wip-c', 'peer-certification', 'license-verification', 'drivers-license', 'motor-insurance',
];

function whatOf(standing: Standing, info: RequirementInfo | undefined, title: string): string {
  const renewed = standing.validThrough !== null && standing.validThrough === standing.dueOn;
  if (!renewed) return `${title} due`;
  if (info?.kinds.some((kind) => printed.includes(kind)) === true) return `${title} expires`;
  // Of what is read from the person's own record, a licence in force, one says neither.
  return info?.kinds.length === 0 && info.group !== 'exclusion' ? `${title} runs out` : `${title} due again`;
}

/**
 * The day a verdict asks for, and how it looks; null where there is none. A finding that lasts asks for nothing by its past day; where
 * it has a day to come, that day is judged by itself, and so is the open period behind closed ones.
 */
export function dayOf(standing: Standing, asOf: CivilDate, soonDays: number): { readonly on: CivilDate; readonly status: Status } | null {
  const { dueOn: on, status } = standing;
  if (on === null || status === 'not-applicable') return null;
  const ahead = on >= asOf;
  const runsOut = standing.validThrough === on;
  if (lastingStatuses.includes(status) && (ahead || isLasting(standing))) {
    if (!ahead) return null;
    return isLasting(standing) || standing.periods !== undefined ? { on, status: statusByDay(on, asOf, soonDays, runsOut) } : { on, status };
  }
  // Something missed in a period gone by does not make the next one late.
  if (ahead && standing.periods !== undefined && !statusFacts[status].compliant) return { on, status: statusByDay(on, asOf, soonDays, runsOut) };
  // In order, but judged on a last day worked: nothing comes after it.
  if (!ahead && (status === 'met' || status === 'exempt')) return null;
  return { on, status };
}

/** Whether anything can still be asked of an employment: while it runs, before it begins, and its own papers once it is over. */
export const isAsked = (employment: Employment, info: RequirementInfo | undefined, asOf: CivilDate): boolean => {
  const state = employmentState(employment, asOf);
  return state === 'employed' || state === 'candidate' || (state === 'left' && info?.kinds.includes('separation') === true);
};

/** The deadline of one verdict on a person; null where nothing is asked of them by a day. The month's searches are one deadline of everybody. */
export function personDeadline(standing: Standing, person: Person, employment: Employment, { file, evaluation, words, infos, soonDays, changed }: Deadlines): Deadline | null {
  const info = infos.get(standing.requirement);
  const day = dayOf(standing, evaluation.asOf, soonDays);
  if (day === null || isMonthly(standing) || !isAsked(employment, info, evaluation.asOf)) return null;
  const teamIds = rolesOn(employment, evaluation.asOf).flatMap((role) => (role.teamId === undefined ? [] : [role.teamId]));
  const teams = (file.teams ?? []).filter((team) => teamIds.includes(team.id));
  const everyTeam = employment.roles.flatMap((role) => (role.teamId === undefined ? [] : [role.teamId]));
  const searched = info?.kinds.length === 0;
  const of = changed.ofRequirement(person.id, standing.requirement, info?.kinds ?? [], everyTeam);
  const ofSearches = searched ? changed.ofSearches({ personId: person.id }, standing.requirement) : null;
  return {
    key: personKey(standing),
    area: info?.group === 'exclusion' ? 'exclusions' : 'staff',
    subject: { kind: 'person', id: person.id, name: fullName(shownName(person)) },
    requirement: standing.requirement,
    what: whatOf(standing, info, words.title(standing.requirement)),
    ...day,
    personId: person.id,
    supervisorId: teams.map((team) => team.supervisorId).find((id) => id !== undefined && id !== person.id) ?? null,
    siteId: teams.find((team) => team.siteId !== undefined)?.siteId ?? null,
    citations: standing.citations,
    changedAt: of === null || (ofSearches !== null && ofSearches > of) ? ofSearches : of,
    goal: { kind: 'person', personId: person.id, requirement: standing.requirement },
    standing,
  };
}

/** The deadline of one verdict on a vendor; null where nothing is asked, or the vendor is gone. */
export function vendorDeadline(standing: Standing, { file, evaluation, words, infos, soonDays, changed }: Deadlines): Deadline | null {
  const vendor = (file.vendors ?? []).find((each) => each.id === standing.vendorId);
  const day = dayOf(standing, evaluation.asOf, soonDays);
  if (vendor === undefined || day === null || isMonthly(standing) || (vendor.to !== undefined && vendor.to < evaluation.asOf)) return null;
  return {
    key: vendorKey(standing),
    area: 'exclusions',
    subject: { kind: 'vendor', id: vendor.id, name: vendor.name },
    requirement: standing.requirement,
    what: whatOf(standing, infos.get(standing.requirement), words.title(standing.requirement)),
    ...day,
    personId: null, supervisorId: null, siteId: null,
    citations: standing.citations,
    changedAt: changed.ofSearches({ vendorId: vendor.id }, standing.requirement),
    goal: { kind: 'exclusions', part: 'coverage' },
    standing,
  };
}
