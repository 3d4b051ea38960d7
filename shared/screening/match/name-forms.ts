import { plain } from '../../import/plain.ts';

/**
 * One way a name is compared. `whole`: all of it. `part`: one half of a hyphenated or two-word name, or the name without its particle. `cut`: all that a
 * list's field had room for, to be compared with the beginning of the other name.
 */
export type NameForm = { readonly text: string; readonly kind: 'whole' | 'part' | 'cut'; readonly note: string };

const capitals = /^[A-Z]+$/;

/** A name's words in capitals without accents and signs: `Hébert-Cole` becomes HEBERT, COLE. */
export function wordsOf(name: string): readonly string[] {
  if (name === '') return [];
  // Most names of a list are plain capitals already, and a list has a quarter of a million of them.
  if (capitals.test(name)) return [name];
  const text = plain(name);
  return text === '' ? [] : text.toUpperCase().split(' ');
}

// Words that are no surname of their own before another word: they stay with it in the whole form and are left out of the part.
const particles = new Set([
  'DE', 'DEL', 'DELLA', 'DELA', 'DI', 'DA', 'DOS', 'DAS', 'DU', 'DES', 'LA', 'LAS', 'LOS', 'LE', 'LES', 'VAN', 'VON', 'VANDE', 'VANDER', 'DER', 'DEN', 'TEN', 'TER', 'AL', 'EL', 'BIN', 'IBN',
  'ABU', 'BEN', 'Y', 'E', 'ZU', 'ZUR',
]);
// Words that begin a surname and are one with what follows: SAINT PIERRE, MC DONALD, O NEAL.
const joined = new Map([['ST', 'ST'], ['SAINT', 'ST'], ['STE', 'STE'], ['SAINTE', 'STE'], ['SAN', 'SAN'], ['SANTA', 'SANTA'], ['MC', 'MC'], ['MAC', 'MAC'], ['O', 'O'], ['D', 'D'], ['L', 'L'], ['FITZ', 'FITZ']]);

// With a hyphen these still are particles (Al-Sayed); the others are surnames then (Le-Nguyen, Des-Champs).
const hyphenedParticles = new Set(['AL', 'EL', 'BIN', 'IBN', 'ABU', 'BEN']);
const hyphen = /\p{Pd}/u;

/** The surnames a surname holds: the parts a hyphen or space divides, particles left out, SAINT and MC kept with what follows. */
function unitsOf(words: readonly string[], hyphened: boolean): readonly string[] {
  const units: string[] = [];
  let begun = '';
  for (const [at, word] of words.entries()) {
    const isLast = at === words.length - 1;
    const joins = isLast ? undefined : joined.get(word);
    if (joins !== undefined) begun += joins;
    else if (!isLast && begun === '' && particles.has(word) && !(hyphened && words.length === 2 && !hyphenedParticles.has(word))) continue;
    else {
      units.push(begun + word);
      begun = '';
    }
  }
  return units;
}

const ordinals = ['first', 'second', 'third', 'fourth'];

/** The forms a surname is compared in: whole, and each of its parts. `cut` where the list's field ends before the name may. */
export function surnameForms(family: string, cut = false): readonly NameForm[] {
  const words = wordsOf(family);
  const [only] = words;
  if (only === undefined) return [];
  if (words.length === 1) return [{ text: only, kind: cut ? 'cut' : 'whole', note: '' }];
  const canonical = words.map((word, at) => (at === words.length - 1 ? word : (joined.get(word) ?? word)));
  const whole = canonical.join('');
  const forms: NameForm[] = [{ text: whole, kind: cut ? 'cut' : 'whole', note: '' }];
  const units = unitsOf(words, hyphen.test(family));
  for (const [at, unit] of units.entries()) {
    // The last part of a cut field is cut too, and a stump is no name.
    if (unit === whole || unit.length < 2 || (cut && at === units.length - 1) || forms.some((form) => form.text === unit)) continue;
    const note = units.length === 1 ? 'without the particle' : `${ordinals[at] ?? 'a'} part of the surname`;
    forms.push({ text: unit, kind: 'part', note });
  }
  return forms;
}

// Words that begin many given names and are none: La Toya and La Keisha have no name in common.
const givenBeginnings = new Set(['LA', 'LE', 'DE', 'DA', 'DU', 'DI', 'SHA']);

/** The forms a given name is compared in: whole, and its first word. */
export function givenForms(given: string, cut = false): readonly NameForm[] {
  const words = wordsOf(given);
  const [first] = words;
  if (first === undefined) return [];
  if (words.length === 1) return [{ text: first, kind: cut ? 'cut' : 'whole', note: '' }];
  const whole: NameForm = { text: words.join(''), kind: cut ? 'cut' : 'whole', note: '' };
  if (givenBeginnings.has(first)) return [whole];
  // A first word of one letter is an initial before the name in use: the name counts too.
  const second = words[1];
  const name = first.length === 1 && second !== undefined && second.length > 1 ? second : first;
  return [whole, { text: name, kind: 'part', note: name === first ? 'its first word' : 'after the initial' }];
}
