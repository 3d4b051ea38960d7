import { fullName, shownName, type Person, type PersonName } from '../model/person.ts';
import { surnameForms } from '../screening/match/name-forms.ts';
import { nicknamesOf } from '../screening/match/nicknames.ts';
import { tokensOf } from './tokens.ts';

/** One recorded name of somebody, as it is looked for. */
export type NameEntry = {
  readonly person: Person;
  readonly name: PersonName;
  /** Words as compared, run together: DELACRUZ. */
  readonly family: string;
  /** Whether this is a part of a surname of two, not all of it. */
  readonly isPart: boolean;
  readonly given: readonly string[];
  readonly middle: readonly string[];
  readonly suffix: string;
  readonly nicknames: ReadonlySet<string>;
};

/** A roster prepared for looking people up in file names and texts. Made once; a look-up takes what the words of the text ask for, however long the roster. */
export type RosterIndex = {
  /** By surname as compared. */
  readonly byFamily: ReadonlyMap<string, readonly NameEntry[]>;
  /** First name and surname, or initial and surname, written as one word, in either order. */
  readonly byOneWord: ReadonlyMap<string, readonly { readonly entry: NameEntry; readonly initial: boolean }[]>;
};

const joined = (text: string): string => tokensOf(text).map((token) => token.text).join('');
const words = (text: string): readonly string[] => tokensOf(text).map((token) => token.text);

function pushed<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Prepares a roster: every name ever recorded of everybody, people who left included. */
export function rosterIndex(people: readonly Person[]): RosterIndex {
  const byFamily = new Map<string, NameEntry[]>();
  const byOneWord = new Map<string, { entry: NameEntry; initial: boolean }[]>();
  for (const person of people) {
    const seen = new Set<string>();
    for (const name of person.names) {
      const given = words(name.given);
      const first = given[0];
      if (first === undefined) continue;
      const base = {
        person, name, given,
        middle: words(name.middle ?? ''),
        suffix: joined(name.suffix ?? ''),
        nicknames: new Set([...nicknamesOf(first.toUpperCase())].map((each) => each.toLowerCase())),
      };
      const whole = joined(name.family);
      const parts = surnameForms(name.family).filter(({ kind }) => kind === 'part').map(({ text }) => text.toLowerCase());
      for (const family of new Set([whole, ...parts])) {
        const key = `${family} ${given.join(' ')} ${base.middle.join(' ')}`;
        if (family.length < 2 || seen.has(key)) continue;
        seen.add(key);
        const entry: NameEntry = { ...base, family, isPart: family !== whole };
        pushed(byFamily, family, entry);
        if (entry.isPart) continue;
        const together = given.join('');
        for (const key2 of new Set([together + family, family + together, first + family, family + first])) pushed(byOneWord, key2, { entry, initial: false });
        const initial = first.slice(0, 1);
        if (family.length >= 4) for (const key2 of [initial + family, family + initial]) pushed(byOneWord, key2, { entry, initial: true });
      }
    }
  }
  return { byFamily, byOneWord };
}

/** A person as a proposal names them. */
export const nameShown = (person: Person): string => fullName(shownName(person));
