import type { CivilDate } from '../civil-date.ts';
import { dateWords } from '../wording.ts';
import type { Confidence } from './confidence.ts';
import { howRank, type FoundPerson } from './people.ts';
import { nameShown } from './roster-index.ts';

/** Whom a paper is about, as far as it says. `candidates`: people to choose from, the likeliest first. */
export type PersonProposal = { readonly personId: string | null; readonly confidence: Confidence; readonly why: string; readonly candidates: readonly string[] };

const howWords = ({ how, recorded }: FoundPerson, where: string): string => {
  switch (how) {
    case 'full':
      return `${where} says ${recorded}`;
    case 'nickname':
      return `${where} has another form of the first name of ${recorded}`;
    case 'part':
      return `${where} has the first name and half of the surname of ${recorded}`;
    case 'initial':
      return `${where} has the initial and the surname of ${recorded}`;
    case 'family':
      return `${where} has the surname of ${recorded}, and nobody else's`;
  }
};

const best = (people: readonly FoundPerson[]): readonly FoundPerson[] => {
  const least = Math.min(...people.map(({ how }) => howRank(how)));
  return people.filter(({ how }) => howRank(how) === least);
};

/** What two people of the same standing are told apart by: the birth date on the paper. */
function byBirth(people: readonly FoundPerson[], births: readonly CivilDate[]): { readonly people: readonly FoundPerson[]; readonly said: string | null } {
  if (births.length === 0) return { people, said: null };
  const same = people.filter(({ person }) => person.birthDate !== undefined && births.includes(person.birthDate));
  if (same.length > 0) return { people: same, said: 'the birth date on the paper is the recorded one' };
  return { people: people.filter(({ person }) => person.birthDate === undefined), said: null };
}

/**
 * Chooses whom a paper is about. Precision first: a person is `sure` only where the whole recorded name stands there, once on the roster, with no other word beside it
 * and nothing against it; where the name goes on, where file name and text name different people, or two people fit alike, nobody is proposed, only listed to choose from.
 * @param births birth dates printed on the paper.
 */
export function choosePerson(inName: readonly FoundPerson[], inText: readonly FoundPerson[], births: readonly CivilDate[]): PersonProposal {
  const everybody = [...new Set([...inName, ...inText].map(({ person }) => person.id))].slice(0, 12);
  const open = (why: string): PersonProposal => ({ personId: null, confidence: 'open', why, candidates: everybody });
  if (everybody.length === 0) return open('No name of the roster was found');

  const named = inName.length === 0 ? [] : best(inName);
  const whole = inText.filter(({ how }) => howRank(how) <= 2);
  const labelled = whole.filter((each) => each.labelled);
  const written = whole.length === 0 ? [] : best(labelled.length > 0 ? labelled : whole);
  const read = byBirth(named.length > 0 ? named : written, births);
  const [first, second] = read.people;
  if (first === undefined) return open(`The birth date on the paper, ${births.map(dateWords).join(' or ')}, is nobody's whose name was found`);
  if (second !== undefined) return open(`${nameShown(first.person)} and ${second.person.id === first.person.id ? 'another' : nameShown(second.person)} fit alike`);
  const where = named.length > 0 ? 'The file name' : 'The text';
  const only = (confidence: Confidence, why: string): PersonProposal => ({ personId: first.person.id, confidence, why, candidates: [first.person.id, ...everybody.filter((id) => id !== first.person.id)] });

  // The text is about somebody else: neither is believed.
  const textSays = labelled.length > 0 ? labelled : whole;
  if (named.length > 0 && textSays.length > 0 && !textSays.some(({ person }) => person.id === first.person.id)) {
    return open(`The file name says ${nameShown(first.person)}, the text ${nameShown(textSays[0]?.person ?? first.person)}`);
  }
  const others = inName.filter(({ person, how }) => person.id !== first.person.id && howRank(how) < 4);
  const told = howWords(first, where);
  const unsaid = (why: string): PersonProposal => ({ ...only('open', why), personId: null });
  if (first.contradicts !== null) return unsaid(`${told}, but ${first.contradicts}`);
  // The name may go on, and be somebody's who is not on the roster.
  if (first.beside.some((word) => word.length > 1)) return unsaid(`${told}, with “${first.beside.join(' ')}” beside it`);
  if (first.beside.length > 0) return only('likely', `${told}, with the initial ${first.beside.join(' ').toUpperCase()}`);
  if (named.length > 0 && others.length > 0 && read.said === null) return only('likely', `${told}; ${nameShown(others[0]?.person ?? first.person)} may be meant too`);
  if (first.how !== 'full') return only('likely', told);
  if (read.said !== null) return only('sure', `${told}, and ${read.said}`);
  if (named.length > 0) return only('sure', textSays.length > 0 ? `${told}, and so does the text` : told);
  return first.labelled && new Set(labelled.map(({ person }) => person.id)).size === 1 ? only('sure', told) : only('likely', `${told}, without saying that it is about this person`);
}
