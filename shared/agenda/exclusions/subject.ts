import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import type { Vendor } from '../../model/agency.ts';
import type { Decision, ExclusionCheck } from '../../model/exclusion.ts';
import { fullName, listName, shownName, type Person } from '../../model/person.ts';
import { knownUntil } from '../../rules/known.ts';
import type { SubjectKey } from '../../screening/finding.ts';

/** A record about a person or a vendor. */
type About = { readonly personId?: string; readonly vendorId?: string };

/** Whom a record is about; null where it names nobody, which the agency file refuses. */
export const keyOf = (about: About): SubjectKey | null =>
  about.personId !== undefined ? { personId: about.personId } : about.vendorId !== undefined ? { vendorId: about.vendorId } : null;

/** A subject as one text, for maps: people and vendors may share an id. */
export const keyText = (key: SubjectKey): string => ('personId' in key ? `person ${key.personId}` : `vendor ${key.vendorId}`);

export const isAbout = (about: About, key: SubjectKey): boolean =>
  'personId' in key ? about.personId === key.personId : about.personId === undefined && about.vendorId === key.vendorId;

/** A subject with its record and its names: `name` as one speaks of them, `listName` as one sorts them. */
export type NamedSubject = { readonly key: SubjectKey; readonly name: string; readonly listName: string } & (
  | { readonly person: Person; readonly vendor: null }
  | { readonly person: null; readonly vendor: Vendor }
);

export const personSubject = (person: Person): NamedSubject & { readonly person: Person } =>
  ({ key: { personId: person.id }, name: fullName(shownName(person)), listName: listName(shownName(person)), person, vendor: null });

export const vendorSubject = (vendor: Vendor): NamedSubject & { readonly vendor: Vendor } =>
  ({ key: { vendorId: vendor.id }, name: vendor.name, listName: vendor.name, person: null, vendor });

/** Finds the subjects of a file; null for one that is not on file. */
export function subjectFinder(file: AgencyFile): (key: SubjectKey) => NamedSubject | null {
  const people = new Map(file.people.map((person) => [person.id, person]));
  const vendors = new Map((file.vendors ?? []).map((vendor) => [vendor.id, vendor]));
  return (key) => {
    if ('personId' in key) {
      const person = people.get(key.personId);
      return person === undefined ? null : personSubject(person);
    }
    const vendor = vendors.get(key.vendorId);
    return vendor === undefined ? null : vendorSubject(vendor);
  };
}

/** What was on record by a moment: everything, where none is asked for. */
export function recordedBy(file: AgencyFile, knownAt: string | undefined): (record: { readonly recordedAt: string }) => boolean {
  const until = knownAt === undefined ? Infinity : (knownUntil(knownAt, file.agency.timeZone) ?? Infinity);
  return (record) => until === Infinity || Date.parse(record.recordedAt) <= until;
}

/** The checks and decisions of an agency that count on a day: dated by then, that day included, and recorded by the moment asked for. */
export type Recorded = {
  readonly checks: readonly ExclusionCheck[];
  readonly decisions: readonly Decision[];
  readonly checksOf: (key: SubjectKey) => readonly ExclusionCheck[];
};

export function recordedOn(file: AgencyFile, asOf: CivilDate, knownAt: string | undefined): Recorded {
  const known = recordedBy(file, knownAt);
  const checks = (file.exclusionChecks ?? []).filter((check) => check.checkedOn <= asOf && known(check));
  const decisions = (file.decisions ?? []).filter((decision) => decision.decidedOn <= asOf && known(decision));
  const bySubject = new Map<string, ExclusionCheck[]>();
  for (const check of checks) {
    const key = keyOf(check);
    if (key === null) continue;
    const own = bySubject.get(keyText(key));
    if (own === undefined) bySubject.set(keyText(key), [check]);
    else own.push(check);
  }
  return { checks, decisions, checksOf: (key) => bySubject.get(keyText(key)) ?? [] };
}

/** By family name, then by the whole name; the order does not depend on the machine's language. */
export const byListName = (one: { readonly listName: string }, other: { readonly listName: string }): number =>
  one.listName < other.listName ? -1 : one.listName > other.listName ? 1 : 0;
