import type { CivilDate } from '../../shared/civil-date.ts';
import type { Person, PersonName } from '../../shared/model/person.ts';
import { nicknamesOf } from '../../shared/screening/match/nicknames.ts';
import { randomOf, type Random } from './random.ts';
import { drawBirthDate, drawFamily, drawNpi, drawState, type Entry } from './synthetic-list.ts';
import { drawGiven, drawMiddle, drawSurname, mistyped } from './synthetic-names.ts';

const capitalised = (text: string): string => text.toLowerCase().replace(/(^|[\s-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());

type Name = { readonly given: string; readonly middle?: string; readonly family: string; readonly suffix?: string };

const printed = (kind: PersonName['kind'], { given, middle = '', family, suffix = '' }: Name): PersonName => ({
  kind, given: capitalised(given), family: capitalised(family),
  ...(middle !== '' && { middle: capitalised(middle) }),
  ...(suffix !== '' && { suffix }),
});

/** A person as the agency records them: every name, birth date, NPI. */
export function personOf(id: string, names: readonly PersonName[], birthDate: CivilDate, npi: string | null = null): Person {
  return { id, names, birthDate, ...(npi !== null && { npi }), employments: [] };
}

/**
 * People who are on no list, with birth dates, drawn from what lists are drawn from. Seven in ten record a middle name, three in ten an earlier surname, one
 * in ten the name they go by, one in ten an NPI. Whom a synthetic list of another seed agrees with, it agrees with by chance.
 */
export function innocentPeople(seed: number, count: number): readonly Person[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, at) => {
    const given = drawGiven(random);
    const legal = { given, family: drawFamily(random), ...(random.chance(0.7) && { middle: drawMiddle(random) }), ...(random.chance(0.02) && { suffix: 'Jr' }) };
    const names = [printed('legal', legal)];
    if (random.chance(0.3)) names.push(printed(random.chance(0.5) ? 'maiden' : 'former', { ...legal, family: drawSurname(random) }));
    const goesBy = [...nicknamesOf(given)];
    if (goesBy.length > 0 && random.chance(0.1)) names.push(printed('preferred', { ...legal, given: random.pick(goesBy) }));
    return personOf(`innocent-${String(at)}`, names, drawBirthDate(random), random.chance(0.1) ? drawNpi(random) : null);
  });
}

/** Someone who is on the list, and how the list has them. */
export type Planted = { readonly kind: PlantedKind; readonly person: Person; readonly entry: Entry };

export const plantedKinds = [
  'exact', 'accents', 'hyphen forms', 'nickname', 'maiden name', 'one typo', 'two typos', 'swapped', 'suffix moved', 'truncated surname',
] as const;
export type PlantedKind = (typeof plantedKinds)[number];

/** A name of at least so many letters: mistakes in shorter ones make other names (see docs/screening.md). */
function long(draw: (random: Random) => string, letters: number, random: Random): string {
  for (;;) {
    const name = draw(random);
    if (name.length >= letters) return name;
  }
}

const accents: Readonly<Record<string, string>> = { A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ü', N: 'Ñ', C: 'Ç' };
const accented = (name: string): string => name.replace(/[AEIOUNC]/, (letter) => accents[letter] ?? letter);

type Case = { readonly names: readonly PersonName[]; readonly family: string; readonly given: string; readonly middle?: string };

/** One person's names and what the list prints; `turn` goes through the shapes a kind has. */
const cases: Readonly<Record<PlantedKind, (random: Random, turn: number, birthOnList: boolean) => Case>> = {
  exact: (random) => {
    const name = { given: drawGiven(random), middle: drawMiddle(random), family: drawSurname(random) };
    return { names: [printed('legal', name)], ...name };
  },
  accents: (random) => {
    const [given, family] = [drawGiven(random), drawSurname(random)];
    return { names: [printed('legal', { given: accented(given), family: accented(family) })], given, family };
  },
  'hyphen forms': (random, turn) => {
    const [given, one, other] = [drawGiven(random), drawSurname(random), drawSurname(random)];
    const ours = [`${one}-${other}`, `${one} ${other}`, `${one}-${other}`, `${one}-${other}`, one][turn % 5] ?? one;
    const theirs = [`${one} ${other}`, `${one}-${other}`, one, other, `${one}-${other}`][turn % 5] ?? one;
    return { names: [printed('legal', { given, family: ours })], given, family: theirs.slice(0, 20) };
  },
  nickname: (random, turn) => {
    let given = drawGiven(random);
    while (nicknamesOf(given).size === 0) given = drawGiven(random);
    const [other, family] = [random.pick([...nicknamesOf(given)]), drawSurname(random)];
    return turn % 2 === 0 ? { names: [printed('legal', { given: other, family })], given, family } : { names: [printed('legal', { given, family })], given: other, family };
  },
  'maiden name': (random, turn) => {
    const [given, maiden] = [drawGiven(random), drawSurname(random)];
    const names = [printed('legal', { given, family: drawSurname(random) }), printed(turn % 2 === 0 ? 'maiden' : 'former', { given, family: maiden })];
    return { names, given, family: maiden };
  },
  'one typo': (random, turn) => {
    const [given, family] = [long(drawGiven, 5, random), long(drawSurname, 5, random)];
    const names = [printed('legal', { given, family })];
    return turn % 2 === 0 ? { names, given, family: mistyped(family, random) } : { names, given: mistyped(given, random), family };
  },
  'two typos': (random, turn, birthOnList) => {
    const [given, family] = [long(drawGiven, 7, random), long(drawSurname, 7, random)];
    const names = [printed('legal', { given, family })];
    // Two in one name are a match only beside an equal birth date. They stand apart: two slips on the same letters are one.
    const shape = birthOnList ? turn % 3 : 0;
    const twice = (name: string): string => mistyped(mistyped(name, random, name.length - 2), random, 1);
    if (shape === 1) return { names, given, family: twice(family) };
    if (shape === 2) return { names, given: twice(given), family };
    return { names, given: mistyped(given, random), family: mistyped(family, random) };
  },
  swapped: (random) => {
    const [given, family] = [drawGiven(random), drawSurname(random)];
    return { names: [printed('legal', { given, family })], given: family, family: given };
  },
  'suffix moved': (random, turn) => {
    const [given, family, middle] = [drawGiven(random), drawSurname(random), drawMiddle(random)];
    const names = [[printed('legal', { given, middle, family, suffix: 'Jr.' })], [printed('legal', { given, middle, family: `${family} Jr` })], [printed('legal', { given, middle, family, suffix: 'JR' })]][turn % 3] ?? [];
    return turn % 3 === 2 ? { names, given, middle, family: `${family} JR` } : { names, given, middle: `${middle} JR`, family };
  },
  'truncated surname': (random) => {
    const [given, one] = [drawGiven(random), drawSurname(random)];
    let family = `${one}-${drawSurname(random)}`;
    while (family.length <= 20) family = `${family}${family.length < 12 ? '-' : ''}${drawSurname(random)}`;
    // The file cuts it at 20 letters, `leieFile`.
    return { names: [printed('legal', { given, family })], given, family };
  },
};

/**
 * People who are on the list, so many of each kind: what differs between the agency's record and the list is what the kind says, and nothing else.
 * `birthOnList`: without it the list has no birth date for them, so that the names alone must do.
 */
export function plantedPeople(seed: number, each: number, birthOnList: boolean): readonly Planted[] {
  const random = randomOf(seed);
  return plantedKinds.flatMap((kind) =>
    Array.from({ length: each }, (_, turn) => {
      const { names: bare, family, given, middle: own } = cases[kind](random, turn, birthOnList);
      // Where the kind is about other parts of the name, both sides have the same middle name as often as people have one.
      const middle = own ?? (random.chance(0.7) ? drawMiddle(random) : '');
      const names = own === undefined && middle !== '' ? bare.map((name) => ({ ...name, middle: capitalised(middle) })) : bare;
      const birthDate = drawBirthDate(random);
      const person = personOf(`${kind.replaceAll(' ', '-')}-${String(turn)}`, names, birthDate);
      return { kind, person, entry: { family, given, middle, business: '', npi: null, birthDate: birthOnList ? birthDate : null, state: drawState(random) } };
    }));
}
