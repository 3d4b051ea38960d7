import type { Employment, Person } from '../model/person.ts';
import type { AgencyFileProblem } from './problem.ts';

type Report = (problem: AgencyFileProblem) => void;

/** Reports an end that lies before its start; either may be absent. Civil dates compare as text. */
export function checkDates<Key extends string>(
  item: Readonly<Partial<Record<Key, string>>>,
  startKey: Key,
  endKey: Key,
  path: string,
  report: Report,
): void {
  const start = item[startKey];
  const end = item[endKey];
  if (start !== undefined && end !== undefined && end < start) report({ code: 'end-before-start', path, start, end, startKey, endKey });
}

/** The dates of one person: names, licences, employments with their leaves, and roles inside their employment. */
export function checkPerson(person: Person, path: string, report: Report): void {
  for (const [at, name] of person.names.entries()) checkDates(name, 'from', 'to', `${path}.names[${at}]`, report);
  for (const [at, license] of (person.licenses ?? []).entries()) checkDates(license, 'issuedOn', 'expiresOn', `${path}.licenses[${at}]`, report);
  for (const [at, employment] of person.employments.entries()) checkEmployment(employment, `${path}.employments[${at}]`, report);
}

function checkEmployment(employment: Employment, path: string, report: Report): void {
  const startKey = employment.hiredOn === undefined ? 'plannedHireOn' : 'hiredOn';
  const start = employment[startKey];
  if (start === undefined) report({ code: 'no-hire-date', path });
  checkDates(employment, startKey, 'endedOn', path, report);
  for (const [at, leave] of (employment.leaves ?? []).entries()) checkDates(leave, 'from', 'to', `${path}.leaves[${at}]`, report);
  for (const [at, role] of employment.roles.entries()) {
    const place = `${path}.roles[${at}]`;
    checkDates(role, 'from', 'to', place, report);
    if (start !== undefined && role.from < start) {
      report({ code: 'role-outside', path: place, edge: 'from', on: role.from, limit: start, limitKey: startKey });
    }
    const end = employment.endedOn;
    if (end === undefined) continue;
    if (role.from > end) report({ code: 'role-outside', path: place, edge: 'from', on: role.from, limit: end, limitKey: 'endedOn' });
    else if (role.to !== undefined && role.to > end) report({ code: 'role-outside', path: place, edge: 'to', on: role.to, limit: end, limitKey: 'endedOn' });
  }
}
