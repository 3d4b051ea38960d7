import type { CivilDate } from '../civil-date.ts';
import { fullName, shownName, type Person } from '../model/person.ts';
import { dateWords } from '../wording.ts';
import { nameKey, namesClash, type NameParts } from './person-names.ts';
import type { Identity } from './read-person-row.ts';

/** A person a row may mean, and why it is not certain. */
export type Candidate = {
  /** What `ImportChoices.people` answers with: a person's id, or `row:N` for one first met in row N of the roster. */
  readonly ref: string;
  readonly name: string;
  readonly birthDate: CivilDate | undefined;
  readonly hiredOn: CivilDate | undefined;
  readonly onFile: boolean;
};

/** Rows of one identity that may or may not be somebody already known: a person must say, and may change the answer. */
export type Duplicate = {
  /** The key of the answer in `ImportChoices.people`. */
  readonly key: string;
  readonly file: 'roster' | 'evidence';
  readonly rows: readonly number[];
  readonly name: string;
  readonly birthDate: CivilDate | undefined;
  readonly hiredOn: CivilDate | undefined;
  readonly candidates: readonly Candidate[];
  /** `a ref`, `new`, or null while nobody has said. Evidence cannot make a new person. */
  readonly choice: string | null;
};

/** A question only a person can answer, with the answer given so far. */
export type Question = { readonly key: string; readonly candidates: readonly Candidate[]; readonly choice: string | null };

export type Match =
  | { readonly kind: 'person'; readonly id: string; readonly asked?: Question }
  | { readonly kind: 'nobody'; readonly asked?: Question }
  | { readonly kind: 'undecided'; readonly asked: Question };

/** Everybody known so far: on file before the import, or made by an earlier row of it. */
export type People = {
  readonly all: () => readonly Person[];
  readonly get: (id: string) => Person | undefined;
  readonly put: (person: Person) => void;
  readonly match: (identity: Identity, hints: Hints) => Match;
};

type Hints = {
  readonly hiredOn: CivilDate | undefined;
  /** In evidence a name alone is enough where only one person has it. */
  readonly nameIsEnough: boolean;
  readonly choices: Readonly<Record<string, string>>;
};

/** The key by which an answer about an identity is found again. */
export const identityKey = (identity: Identity, file: 'roster' | 'evidence'): string =>
  `${file}:${identity.name === null ? '' : nameKey(identity.name)}|${identity.birthDate ?? ''}`;

/** Opens the people of an agency for matching. `refOf` names a person for choices: the id, or the row that made them. */
export function peopleOf(onFile: readonly Person[], refOf: (id: string) => string): People {
  const byId = new Map<string, Person>();
  const byName = new Map<string, Set<string>>();
  const index = (name: { readonly given: string; readonly family: string }, id: string): void => {
    const key = nameKey(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(id));
  };
  const put = (person: Person): void => {
    byId.set(person.id, person);
    for (const name of person.names) index(name, person.id);
  };
  for (const person of onFile) put(person);

  const candidate = (person: Person): Candidate => ({
    ref: refOf(person.id),
    name: fullName(shownName(person)),
    birthDate: person.birthDate,
    hiredOn: person.employments.at(-1)?.hiredOn ?? person.employments.at(-1)?.plannedHireOn,
    onFile: refOf(person.id) === person.id,
  });

  const match = (identity: Identity, { hiredOn, nameIsEnough, choices }: Hints): Match => {
    const byOwnId = identity.id === '' ? undefined : byId.get(identity.id);
    if (byOwnId !== undefined) return { kind: 'person', id: byOwnId.id };
    const { name, birthDate, npi } = identity;
    if (name === null) return { kind: 'nobody' };
    const alike = [...(byName.get(nameKey(name)) ?? [])].flatMap((id) => byId.get(id) ?? []);
    const sure = alike.filter((person) => isSure(person, { name, birthDate, npi, hiredOn }));
    const [one, second] = sure;
    if (one !== undefined && second === undefined) return { kind: 'person', id: one.id };
    const open = sure.length > 0 ? sure : alike.filter((person) => isPossible(person, name, birthDate));
    const [only, other] = open;
    if (only === undefined) return { kind: 'nobody' };
    if (nameIsEnough && other === undefined) return { kind: 'person', id: only.id };
    const key = identityKey(identity, nameIsEnough ? 'evidence' : 'roster');
    const candidates = open.map(candidate);
    const choice = choices[key];
    if (choice === 'new' && !nameIsEnough) return { kind: 'nobody', asked: { key, candidates, choice } };
    const chosen = open.find((person) => refOf(person.id) === choice);
    return chosen === undefined
      ? { kind: 'undecided', asked: { key, candidates, choice: null } }
      : { kind: 'person', id: chosen.id, asked: { key, candidates, choice: refOf(chosen.id) } };
  };

  return { all: () => [...byId.values()], get: (id) => byId.get(id), put, match };
}

type Facts = {
  readonly name: NameParts;
  readonly birthDate: CivilDate | undefined;
  readonly npi: string | undefined;
  readonly hiredOn: CivilDate | undefined;
};



/** The same birth date or NPI beside the name; where a birth date is missing, the same hire date. */
function isSure(person: Person, { name, birthDate, npi, hiredOn }: Facts): boolean {
  if (birthDate !== undefined && person.birthDate !== undefined) return birthDate === person.birthDate;
  if (npi !== undefined && person.npi !== undefined) return npi === person.npi;
  if (hiredOn === undefined || clashes(person, name)) return false;
  return person.employments.some((employment) => employment.hiredOn === hiredOn || employment.plannedHireOn === hiredOn);
}

function isPossible(person: Person, name: NameParts, birthDate: CivilDate | undefined): boolean {
  if (birthDate !== undefined && person.birthDate !== undefined) return birthDate === person.birthDate;
  return !clashes(person, name);
}

const clashes = (person: Person, name: NameParts): boolean =>
  person.names.filter((each) => nameKey(each) === nameKey(name)).every((each) => namesClash(each, name));

/** A candidate in words: `Danielle Hebert-Cole, born 14 Jun 1987, hired 1 Feb 2020`. */
export const candidateWords = ({ name, birthDate, hiredOn }: Pick<Candidate, 'name' | 'birthDate' | 'hiredOn'>): string =>
  [name, birthDate === undefined ? 'no birth date' : `born ${dateWords(birthDate)}`, ...(hiredOn === undefined ? [] : [`hired ${dateWords(hiredOn)}`])].join(', ');
