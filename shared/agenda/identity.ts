import type { CivilDate } from '../civil-date.ts';
import { isEmailAddress } from '../model/email.ts';
import { fullName, shownName, type Employment, type Person, type PersonName } from '../model/person.ts';

/**
 * Whether an NPI is ten digits with a valid check digit: the Luhn sum over the number with the prefix 80840, whose own
 * share is 24.
 */
export function isValidNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = Array.from(text).reduceRight((total, character, at) => {
    const figure = Number(character);
    const weighed = (text.length - 1 - at) % 2 === 1 ? figure * 2 : figure;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 24);
  return sum % 10 === 0;
}

/** A name for comparison: without accents, case, punctuation or generation suffix. `Đ` and `ł` have no decomposition. */
export const plainName = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[Đđ]/g, 'd').replace(/[Łł]/g, 'l').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export type NewPerson = { readonly given: string; readonly family: string; readonly birthDate: CivilDate | null };

export type LikelyDuplicate = { readonly person: Person; readonly why: 'name-and-birth-date' | 'name' | 'birth-date-and-given-name' };

/**
 * People who may be the one being added: equal names under any name ever used, or equal birth date and given name. The
 * certain ones first. A different birth date on both sides rules an equal name out.
 */
export function likelyDuplicates(people: readonly Person[], fresh: NewPerson): readonly LikelyDuplicate[] {
  const given = plainName(fresh.given);
  const family = plainName(fresh.family);
  if (given === '' || family === '') return [];
  const found: LikelyDuplicate[] = [];
  for (const person of people) {
    const sameBirth = fresh.birthDate !== null && person.birthDate === fresh.birthDate;
    const otherBirth = fresh.birthDate !== null && person.birthDate !== undefined && !sameBirth;
    const sameName = person.names.some((name) => plainName(name.given) === given && plainName(name.family) === family);
    const sameGiven = person.names.some((name) => plainName(name.given) === given);
    if (sameName && sameBirth) found.push({ person, why: 'name-and-birth-date' });
    else if (sameName && !otherBirth) found.push({ person, why: 'name' });
    else if (sameGiven && sameBirth) found.push({ person, why: 'birth-date-and-given-name' });
  }
  const rank = ['name-and-birth-date', 'name', 'birth-date-and-given-name'];
  return found.sort((one, other) => rank.indexOf(one.why) - rank.indexOf(other.why));
}

/** Every other name the person goes or went by, as written; the shown one and repetitions left out. */
export function otherNames(person: Person): readonly string[] {
  const shown = fullName(shownName(person));
  return [...new Set(person.names.map(fullName))].filter((name) => name !== shown);
}

/** What contradicts itself in a person's identity or employments: where, and a sentence with the mend. */
export type PersonProblem = { readonly path: string; readonly message: string };

function nameProblems(names: readonly PersonName[]): readonly PersonProblem[] {
  const problems: PersonProblem[] = [];
  if (!names.some((each) => each.kind === 'legal')) problems.push({ path: 'names', message: 'One name must be the legal one.' });
  names.forEach((name, index) => {
    if (name.given.trim() === '') problems.push({ path: `names.${index}.given`, message: 'Type the given name.' });
    if (name.family.trim() === '') problems.push({ path: `names.${index}.family`, message: 'Type the family name.' });
    if (name.from !== undefined && name.to !== undefined && name.to < name.from) {
      problems.push({ path: `names.${index}.to`, message: 'This name ends before it begins.' });
    }
  });
  return problems;
}

/** What contradicts itself in one employment. Paths are relative to it. */
export function employmentProblems(employment: Employment): readonly PersonProblem[] {
  const problems: PersonProblem[] = [];
  const begin = employment.hiredOn ?? employment.plannedHireOn;
  if (begin === undefined) problems.push({ path: 'hiredOn', message: 'Type the day of hire, or the day it is planned for.' });
  const after = (path: string, day: CivilDate | undefined, what: string): void => {
    if (begin !== undefined && day !== undefined && day < begin) problems.push({ path, message: `${what} lies before the hire. One of the two is wrong.` });
  };
  if (employment.hiredOn !== undefined) {
    after('firstServiceOn', employment.firstServiceOn, 'The first client service');
    after('crisisDutyOn', employment.crisisDutyOn, 'Crisis duty');
    after('endedOn', employment.endedOn, 'The last day worked');
    if (employment.offeredOn !== undefined && employment.offeredOn > employment.hiredOn) {
      problems.push({ path: 'offeredOn', message: 'The offer lies after the hire. One of the two is wrong.' });
    }
    if (employment.withdrawnOn !== undefined) problems.push({ path: 'withdrawnOn', message: 'Somebody who was hired cannot have withdrawn. Record the last day worked instead.' });
  } else if (employment.endedOn !== undefined) {
    problems.push({ path: 'endedOn', message: 'There is a last day worked but no day of hire. Type the day of hire, or record that the candidate withdrew.' });
  }
  if (employment.roles.length === 0) problems.push({ path: 'roles', message: 'Add at least one role; the rules depend on it.' });
  employment.roles.forEach((role, index) => {
    if (role.to !== undefined && role.to < role.from) problems.push({ path: `roles.${index}.to`, message: 'This role ends before it begins.' });
    if (begin !== undefined && role.from < begin) problems.push({ path: `roles.${index}.from`, message: 'This role begins before the employment.' });
    if (employment.endedOn !== undefined && (role.to ?? role.from) > employment.endedOn) {
      problems.push({ path: `roles.${index}.to`, message: 'This role goes on after the last day worked.' });
    }
  });
  return problems;
}

/**
 * Everything in a person's record that contradicts itself; empty when it can be kept.
 * @param today a birth later than this cannot be.
 */
export function personProblems(person: Person, today: CivilDate): readonly PersonProblem[] {
  const problems: PersonProblem[] = [...nameProblems(person.names)];
  if (person.birthDate !== undefined && person.birthDate >= today) problems.push({ path: 'birthDate', message: 'The birth date lies in the future.' });
  if (person.npi !== undefined && person.npi !== '' && !/^\d{10}$/.test(person.npi)) {
    problems.push({ path: 'npi', message: 'An NPI has ten digits. Leave it empty if there is none.' });
  }
  if (person.email !== undefined && !isEmailAddress(person.email)) {
    problems.push({ path: 'email', message: 'Write one e-mail address such as ana@example.org. Leave it empty if there is none.' });
  }
  person.employments.forEach((employment, index) => {
    for (const problem of employmentProblems(employment)) {
      problems.push({ path: `employments.${index}.${problem.path}`, message: problem.message });
    }
  });
  (person.licenses ?? []).forEach((license, index) => {
    if (license.issuedOn !== undefined && license.expiresOn !== undefined && license.expiresOn < license.issuedOn) {
      problems.push({ path: `licenses.${index}.expiresOn`, message: 'This licence ends before it was issued.' });
    }
  });
  return problems;
}
