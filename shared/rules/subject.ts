import { toDay, type CivilDate, type Day } from '../civil-date.ts';
import type { Team } from '../model/agency.ts';
import type { PackQuestion } from './effective.ts';
import { northCarolinaRoles, type Employment, type License, type Person, type Role } from '../model/person.ts';
import type { Anchor } from '../model/window.ts';
import type { Jurisdiction } from './packs/packs.ts';
import type { RowApplies } from './packs/row.ts';
import { licensedKinds } from './packs/louisiana.ts';
import { licenceSpans } from './judge/states.ts';

/** One employment (or vendor engagement) as the windows look at it, on the day it is judged. */
export type Subject = {
  readonly personId: string | null;
  readonly vendorId: string | null;
  readonly employmentId: string | null;
  readonly employment: Employment | null;
  readonly licenses: readonly License[] | undefined;
  readonly npi: string | undefined;
  /** The earlier of as-of and the last day worked, inclusive (0.6). */
  readonly today: Day;
  readonly asOf: Day;
  readonly left: boolean;
  /** First paid day, or the planned one. */
  readonly hire: Day | null;
  readonly planned: boolean;
  /** The last day of the employment before this one; -Infinity for a first employment. */
  readonly formerLastDay: number;
  readonly rolesHeld: readonly Role[];
  readonly packs: PackQuestion;
  readonly jurisdictions: readonly Jurisdiction[];
};

const day = (date: CivilDate | undefined): Day | null => (date === undefined ? null : toDay(date));

/** Roles held on a day, last day inclusive; before the beginning, the roles the employment begins with. */
function rolesOn(employment: Employment, today: Day, start: Day | null): Employment['roles'] {
  const on = start !== null && today < start ? start : today;
  const held = employment.roles.filter((span) => toDay(span.from) <= on && (span.to === undefined || toDay(span.to) >= on));
  if (held.length > 0 || start === null || today >= start) return held;
  const first = Math.min(...employment.roles.map((span) => toDay(span.from)));
  return employment.roles.filter((span) => toDay(span.from) === first);
}

const isNorthCarolina = (role: Role): boolean => (northCarolinaRoles as readonly Role[]).includes(role);

/** Louisiana rows unless every role is a North Carolina one; North Carolina rows where there is one (0.6.20). */
function jurisdictionsOf(employment: Employment): readonly Jurisdiction[] {
  const northern = employment.roles.filter((span) => isNorthCarolina(span.role)).length;
  const jurisdictions: Jurisdiction[] = [];
  if (northern < employment.roles.length || employment.roles.length === 0) jurisdictions.push('louisiana');
  if (northern > 0) jurisdictions.push('north-carolina');
  return jurisdictions;
}

/** The packs of the teams a person belongs to on a day; a team without packs, and nobody's team, mean the agency's (0.6.35). */
function packsOf(roles: Employment['roles'], teams: ReadonlyMap<string, Team>): PackQuestion {
  const named = roles.filter((span) => span.teamId !== undefined).map((span) => teams.get(span.teamId ?? '')?.packs ?? []);
  return {
    agency: named.length === 0 || named.some((packs) => packs.length === 0),
    named: [...new Set(named.flat())].sort(),
  };
}

/** The employments of a person to be judged on a day, in the order of the record. A withdrawn offer has no standings. */
export function subjectsOf(person: Person, teams: ReadonlyMap<string, Team>, asOf: Day): readonly Subject[] {
  const lastDays = person.employments.flatMap((employment) => (employment.endedOn === undefined ? [] : [{ id: employment.id, end: toDay(employment.endedOn) }]));
  return person.employments.flatMap((employment): Subject[] => {
    if (employment.withdrawnOn !== undefined) return [];
    const ended = day(employment.endedOn);
    const today = ended !== null && ended <= asOf ? ended : asOf;
    const hired = day(employment.hiredOn);
    const hire = hired ?? day(employment.plannedHireOn);
    const held = rolesOn(employment, today, hire);
    return [{
      personId: person.id, vendorId: null, employmentId: employment.id, employment, licenses: person.licenses, npi: person.npi,
      today, asOf, left: ended !== null && ended <= asOf, hire, planned: hired === null,
      formerLastDay: Math.max(-Infinity, ...lastDays.filter((each) => each.id !== employment.id && hire !== null && each.end < hire).map((each) => each.end)),
      rolesHeld: [...new Set(held.map((span) => span.role))],
      packs: packsOf(held, teams),
      jurisdictions: jurisdictionsOf(employment),
    }];
  });
}

/** Spans on which the person holds a licence that makes them licensed staff (any kind but `other`). */
export const licensedSpans = (subject: Subject): readonly { readonly from: number; readonly to: number; readonly by: string }[] =>
  licenceSpans(subject.licenses).filter((span) => licensedKinds.includes(span.kind)).map((span) => ({ from: span.from, to: span.to, by: span.kind }));

/** Whether a row concerns the subject on the day judged. Being licensed is judged apart: it postpones, see `licensedSpans`. */
export function concerns(applies: RowApplies, subject: Subject): boolean {
  const { employment } = subject;
  if (employment === null) return applies.vendors === true;
  if (applies.left === true && !subject.left) return false;
  if (applies.roles !== undefined && !applies.roles.some((role) => subject.rolesHeld.includes(role))) return false;
  if (applies.kinds !== undefined && !applies.kinds.includes(employment.kind)) return false;
  if (applies.directCare !== undefined && applies.directCare !== employment.directCare) return false;
  if (applies.medicaidPaid !== undefined && applies.medicaidPaid !== (employment.medicaidPaid ?? true)) return false;
  if (applies.licensed === true && !licenceSpans(subject.licenses).some((span) => span.from <= subject.today)) return false;
  return true;
}

const later = (one: Day | null, other: Day | null): Day | null => (one === null ? other : other === null ? one : one > other ? one : other);

/** The first start of a role the row names, in this employment: promotion keeps the clock (0.6.10). */
function roleStart(applies: RowApplies, subject: Subject): Day | null {
  const spans = (subject.employment?.roles ?? []).filter((span) => applies.roles?.includes(span.role) ?? true);
  if (spans.length === 0) return null;
  return Math.min(...spans.map((span) => toDay(span.from))) as Day;
}

/** Where a window is measured from, and how the moment is called. `on` null: no such day is known. */
export function anchorOf(anchor: Anchor, applies: RowApplies, subject: Subject): { readonly name: string; readonly on: Day | null } {
  const { employment, hire } = subject;
  switch (anchor) {
    case 'hire':
      return { name: 'hire', on: hire };
    case 'offer':
      return employment?.offeredOn === undefined ? { name: 'hire', on: hire } : { name: 'offer', on: day(employment.offeredOn) };
    case 'role-start': {
      const start = later(hire, roleStart(applies, subject));
      return { name: start === hire ? 'hire' : 'role start', on: start };
    }
    case 'direct-care': {
      const start = later(hire, day(employment?.directCareFrom));
      return { name: start === hire ? 'hire' : 'start of direct care', on: start };
    }
    case 'first-service':
      return firstService(applies, subject);
    case 'crisis-duty': {
      const duty = day(employment?.crisisDutyOn);
      const service = employment?.directCare === true ? firstService({ directCare: true }, subject).on : null;
      if (duty !== null && (service === null || duty <= service)) return { name: 'crisis duty', on: duty };
      return service === null ? { name: 'crisis duty', on: null } : { name: employment?.firstServiceOn === undefined ? 'hire' : 'first client service', on: service };
    }
  }
}

/** The first client service, no earlier than the row can concern the person; without one, that earliest possible day (0.6.9, 0.6.34). */
function firstService(applies: RowApplies, subject: Subject): { readonly name: string; readonly on: Day | null } {
  const { employment, hire } = subject;
  let earliest = hire;
  let name = 'hire';
  if (applies.directCare === true) {
    earliest = later(earliest, day(employment?.directCareFrom));
    if (earliest !== hire) name = 'start of direct care';
  }
  if (applies.roles !== undefined) {
    earliest = later(earliest, roleStart(applies, subject));
    if (earliest !== hire) name = 'role start';
  }
  const service = day(employment?.firstServiceOn);
  if (service === null || (earliest !== null && service < earliest)) return { name, on: earliest };
  return { name: 'first client service', on: service };
}
