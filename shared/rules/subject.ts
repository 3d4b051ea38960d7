import { toDay, type CivilDate, type Day } from '../civil-date.ts';
import type { Team, Vendor } from '../model/agency.ts';
import type { PackQuestion } from './effective.ts';
import { northCarolinaRoles, type Employment, type License, type LicenseKind, type Person, type Role } from '../model/person.ts';
import type { Anchor } from '../model/window.ts';
import type { Jurisdiction } from './packs/packs.ts';
import type { RowApplies } from './packs/row.ts';
import { licensedKinds } from './packs/louisiana.ts';

/** A role held from day to day, both inclusive; `to` Infinity without an end. */
type RoleDays = { readonly role: Role; readonly teamId: string | undefined; readonly from: Day; readonly to: number };

/** A licence in force from issue (or always) to its printed last day (or without end), both inclusive; `by` is its kind, as an exemption names it. */
export type LicenceSpan = { readonly from: number; readonly to: number; readonly by: LicenseKind };

/** One employment (or vendor engagement) as the windows look at it, on the day it is judged. Its dates are read once, not per row. */
export type Subject = {
  readonly personId: string | null;
  readonly vendorId: string | null;
  readonly employmentId: string | null;
  readonly employment: Employment | null;
  readonly npi: string | undefined;
  /** The earlier of as-of and the last day worked, inclusive (0.6). */
  readonly today: Day;
  readonly asOf: Day;
  readonly left: boolean;
  /** First paid day, or the planned one. */
  readonly hire: Day | null;
  readonly planned: boolean;
  readonly offer: Day | null;
  readonly directCareFrom: Day | null;
  readonly firstService: Day | null;
  readonly crisisDuty: Day | null;
  /** The last day of the employment before this one; -Infinity for a first employment. */
  readonly formerLastDay: number;
  readonly roles: readonly RoleDays[];
  readonly rolesHeld: readonly Role[];
  readonly licences: readonly LicenceSpan[];
  /** Those licences that make the person licensed staff (any kind but `other`). */
  readonly licensed: readonly LicenceSpan[];
  readonly packs: PackQuestion;
  readonly jurisdictions: readonly Jurisdiction[];
};

const day = (date: CivilDate | undefined): Day | null => (date === undefined ? null : toDay(date));

const noLicences: readonly LicenceSpan[] = [];

const licenceSpans = (licenses: readonly License[] | undefined): readonly LicenceSpan[] =>
  licenses === undefined || licenses.length === 0
    ? noLicences
    : licenses.map((license) => ({
        from: license.issuedOn === undefined ? -Infinity : toDay(license.issuedOn),
        to: license.expiresOn === undefined ? Infinity : toDay(license.expiresOn),
        by: license.kind,
      }));

const roleDays = (employment: Employment): readonly RoleDays[] =>
  employment.roles.map((span) => ({ role: span.role, teamId: span.teamId, from: toDay(span.from), to: span.to === undefined ? Infinity : toDay(span.to) }));

/** Roles held on a day, last day inclusive; before the beginning, the roles the employment begins with. */
function rolesOn(roles: readonly RoleDays[], today: Day, start: Day | null): readonly RoleDays[] {
  const on = start !== null && today < start ? start : today;
  const held = roles.filter((span) => span.from <= on && span.to >= on);
  if (held.length > 0 || start === null || today >= start) return held;
  const first = Math.min(...roles.map((span) => span.from));
  return roles.filter((span) => span.from === first);
}

const isNorthCarolina = (role: Role): boolean => (northCarolinaRoles as readonly Role[]).includes(role);

// Questions put to the catalogue are shared between subjects, which lets it find its answers by identity.
const inLouisiana: readonly Jurisdiction[] = ['louisiana'];
const inNorthCarolina: readonly Jurisdiction[] = ['north-carolina'];
const inBoth: readonly Jurisdiction[] = ['louisiana', 'north-carolina'];
const agencyPacks: PackQuestion = { agency: true, named: [] };

/** Louisiana rows unless every role is a North Carolina one; North Carolina rows where there is one (0.6.20). */
function jurisdictionsOf(roles: readonly RoleDays[]): readonly Jurisdiction[] {
  const northern = roles.some((span) => isNorthCarolina(span.role));
  if (!northern) return inLouisiana;
  return roles.every((span) => isNorthCarolina(span.role)) ? inNorthCarolina : inBoth;
}

/** The packs of the teams a person belongs to on a day; a team without packs, and nobody's team, mean the agency's (0.6.35). */
export type TeamPacks = (roles: readonly RoleDays[]) => PackQuestion;

/** Prepares the teams of an agency: the same teams are answered with the same question, not a copy. */
export function teamPacks(teams: readonly Team[]): TeamPacks {
  const packs = new Map(teams.map((team) => [team.id, team.packs ?? []]));
  const answers = new Map<string, PackQuestion>();
  return (roles) => {
    const named = new Set<string>();
    for (const { teamId } of roles) if (teamId !== undefined) named.add(teamId);
    if (named.size === 0) return agencyPacks;
    const key = [...named].join('\n');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const lists = [...named].map((id) => packs.get(id) ?? []);
    const answer = { agency: lists.some((list) => list.length === 0), named: [...new Set(lists.flat())].sort() };
    answers.set(key, answer);
    return answer;
  };
}

/** The last day of the employment that ended before a beginning; -Infinity where there was none. */
function formerLastDay(person: Person, employment: Employment, hire: Day | null): number {
  if (hire === null || person.employments.length === 1) return -Infinity;
  let last = -Infinity;
  for (const other of person.employments) {
    if (other.id === employment.id || other.endedOn === undefined) continue;
    const end = toDay(other.endedOn);
    if (end < hire && end > last) last = end;
  }
  return last;
}

/** The employments of a person to be judged on a day, in the order of the record. A withdrawn offer has no standings. */
export function subjectsOf(person: Person, packsOf: TeamPacks, asOf: Day): readonly Subject[] {
  const licences = licenceSpans(person.licenses);
  const licensed = licences.length === 0 ? noLicences : licences.filter((span) => licensedKinds.includes(span.by));
  const subjects: Subject[] = [];
  for (const employment of person.employments) {
    if (employment.withdrawnOn !== undefined) continue;
    const ended = day(employment.endedOn);
    const today = ended !== null && ended <= asOf ? ended : asOf;
    const hired = day(employment.hiredOn);
    const hire = hired ?? day(employment.plannedHireOn);
    const roles = roleDays(employment);
    const held = rolesOn(roles, today, hire);
    subjects.push({
      personId: person.id, vendorId: null, employmentId: employment.id, employment, npi: person.npi,
      today, asOf, left: ended !== null && ended <= asOf, hire, planned: hired === null,
      offer: day(employment.offeredOn), directCareFrom: day(employment.directCareFrom), firstService: day(employment.firstServiceOn), crisisDuty: day(employment.crisisDutyOn),
      formerLastDay: formerLastDay(person, employment, hire),
      roles, rolesHeld: held.map((span) => span.role), licences, licensed,
      packs: packsOf(held), jurisdictions: jurisdictionsOf(roles),
    });
  }
  return subjects;
}

/** A vendor's engagement to be judged on a day: by the agency's packs, in both states. */
export function vendorSubject(vendor: Vendor, asOf: Day): Subject {
  const end = day(vendor.to);
  const left = end !== null && end <= asOf;
  return {
    personId: null, vendorId: vendor.id, employmentId: null, employment: null, npi: vendor.npi,
    today: left ? end : asOf, asOf, left, hire: toDay(vendor.from), planned: false,
    offer: null, directCareFrom: null, firstService: null, crisisDuty: null, formerLastDay: -Infinity,
    roles: [], rolesHeld: [], licences: noLicences, licensed: noLicences, packs: agencyPacks, jurisdictions: inBoth,
  };
}

/** Whether a row concerns the subject on the day judged. Being licensed is judged apart: it postpones, see `Subject.licensed`. */
export function concerns(applies: RowApplies, subject: Subject): boolean {
  const { employment } = subject;
  if (employment === null) return applies.vendors === true;
  if (applies.left === true && !subject.left) return false;
  if (applies.roles !== undefined && !applies.roles.some((role) => subject.rolesHeld.includes(role))) return false;
  if (applies.kinds !== undefined && !applies.kinds.includes(employment.kind)) return false;
  if (applies.directCare !== undefined && applies.directCare !== employment.directCare) return false;
  if (applies.medicaidPaid !== undefined && applies.medicaidPaid !== (employment.medicaidPaid ?? true)) return false;
  if (applies.licensed === true && !subject.licences.some((span) => span.from <= subject.today)) return false;
  return true;
}

const later = (one: Day | null, other: Day | null): Day | null => (one === null ? other : other === null ? one : one > other ? one : other);

/** The first start of a role the row names, in this employment: promotion keeps the clock (0.6.10). */
function roleStart(applies: RowApplies, subject: Subject): Day | null {
  let first: Day | null = null;
  for (const span of subject.roles) {
    if (applies.roles !== undefined && !applies.roles.includes(span.role)) continue;
    if (first === null || span.from < first) first = span.from;
  }
  return first;
}

/** Where a window is measured from, and how the moment is called. `on` null: no such day is known. */
export type AnchorDay = { readonly name: string; readonly on: Day | null };

/** The anchor of a row for a subject. */
export function anchorOf(anchor: Anchor, applies: RowApplies, subject: Subject): AnchorDay {
  const { employment, hire } = subject;
  switch (anchor) {
    case 'hire':
      return { name: 'hire', on: hire };
    case 'offer':
      return subject.offer === null ? { name: 'hire', on: hire } : { name: 'offer', on: subject.offer };
    case 'role-start': {
      const start = later(hire, roleStart(applies, subject));
      return { name: start === hire ? 'hire' : 'role start', on: start };
    }
    case 'direct-care': {
      const start = later(hire, subject.directCareFrom);
      return { name: start === hire ? 'hire' : 'start of direct care', on: start };
    }
    case 'first-service':
      return firstService(applies, subject);
    case 'crisis-duty': {
      const duty = subject.crisisDuty;
      const service = employment?.directCare === true ? firstService({ directCare: true }, subject).on : null;
      if (duty !== null && (service === null || duty <= service)) return { name: 'crisis duty', on: duty };
      return service === null ? { name: 'crisis duty', on: null } : { name: subject.firstService === null ? 'hire' : 'first client service', on: service };
    }
  }
}

/** The first client service, no earlier than the row can concern the person; without one, that earliest possible day (0.6.9, 0.6.34). */
function firstService(applies: RowApplies, subject: Subject): AnchorDay {
  const { hire, firstService: service } = subject;
  let earliest = hire;
  let name = 'hire';
  if (applies.directCare === true) {
    earliest = later(earliest, subject.directCareFrom);
    if (earliest !== hire) name = 'start of direct care';
  }
  if (applies.roles !== undefined) {
    earliest = later(earliest, roleStart(applies, subject));
    if (earliest !== hire) name = 'role start';
  }
  if (service === null || (earliest !== null && service < earliest)) return { name, on: earliest };
  return { name: 'first client service', on: service };
}
