import type { AgencyFile } from '../agency-file/schema.ts';
import { evidenceKindWords } from '../model/evidence.ts';
import { exclusionListWords } from '../model/exclusion.ts';
import { roleWords, type Person } from '../model/person.ts';
import { csv } from './csv.ts';

/** Names a person goes by besides the first, as one cell. */
const otherNames = (person: Person): string => person.names.slice(1).map((name) => `${name.given} ${name.family}`).join('; ');

/** The demo's people as an agency keeps them in a spreadsheet: a row for each employment, dates in ISO. */
export function rosterCsv(file: AgencyFile): string {
  const heads = [
    'Person ID', 'Last name', 'First name', 'Middle name', 'Suffix', 'Other names', 'Birth date', 'NPI', 'E-mail', 'Employment type', 'Offer date', 'Planned hire date', 'Hire date',
    'First service date', 'Last day worked', 'Direct care', 'Medicaid paid', 'Role', 'Role start', 'Role end', 'Team', 'FTE', 'License type', 'License number', 'License state',
    'License issued', 'License expires',
  ];
  const teams = new Map((file.teams ?? []).map((team) => [team.id, team.name]));
  const rows = file.people.flatMap((person) => person.employments.flatMap((employment) => employment.roles.map((role) => {
    const [name] = person.names;
    const [license] = person.licenses ?? [];
    return [
      person.id, name?.family, name?.given, name?.middle, name?.suffix, otherNames(person), person.birthDate, person.npi, person.email, employment.kind, employment.offeredOn,
      employment.plannedHireOn, employment.hiredOn, employment.firstServiceOn, employment.endedOn, employment.directCare ? 'Yes' : 'No',
      employment.medicaidPaid === false ? 'No' : 'Yes', roleWords[role.role], role.from, role.to, teams.get(role.teamId ?? ''), role.fte,
      license?.kind, license?.number, license?.state, license?.issuedOn, license?.expiresOn,
    ];
  })));
  return csv(heads, rows);
}

/** The demo's evidence as a spreadsheet, a row for each item that stands: neither retracted nor corrected by another. */
export function evidenceCsv(file: AgencyFile): string {
  const heads = [
    'Person ID', 'Last name', 'First name', 'Birth date', 'Kind', 'Requested on', 'Performed on', 'Result on', 'Issued on', 'Expires on', 'Result', 'Parts', 'Hours', 'Months',
    'Category', 'Issuer', 'Approving body', 'Note',
  ];
  const people = new Map(file.people.map((person) => [person.id, person]));
  const corrected = new Set(file.evidence.map((item) => item.supersedes));
  const standing = file.evidence.filter((item) => item.retractedAt === undefined && !corrected.has(item.id));
  return csv(heads, standing.map((item) => {
    const person = people.get(item.personId);
    return [
      item.personId, person?.names[0]?.family, person?.names[0]?.given, person?.birthDate, evidenceKindWords[item.kind], item.requestedOn, item.performedOn, item.resultOn,
      item.issuedOn, item.expiresOn, item.result, item.parts?.join('; '), item.hours, item.months, item.category, item.issuer, item.approvingBody, item.note,
    ];
  }));
}

/** The demo's clear searches of people as a spreadsheet, a row for each. */
export function checksCsv(file: AgencyFile): string {
  const people = new Map(file.people.map((person) => [person.id, person]));
  const clear = (file.exclusionChecks ?? []).filter((check) => check.personId !== undefined && check.outcome === 'clear');
  return csv(['Person ID', 'Last name', 'First name', 'Birth date', 'List', 'Checked on', 'Outcome', 'Method'], clear.map((check) => {
    const person = people.get(check.personId ?? '');
    return [check.personId, person?.names[0]?.family, person?.names[0]?.given, person?.birthDate, exclusionListWords[check.list].short, check.checkedOn, check.outcome, check.method];
  }));
}
