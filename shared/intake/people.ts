import type { Person } from '../model/person.ts';
import { nameShown, type NameEntry, type RosterIndex } from './roster-index.ts';
import { tokensOf, type Token } from './tokens.ts';

/** How a name stands in a text, the surest first: all of it as recorded, the first name in another form, half of a double surname, an initial, the surname alone. */
export type NameHow = 'full' | 'nickname' | 'part' | 'initial' | 'family';

/** Somebody of the roster whose name stands in a text. */
export type FoundPerson = {
  readonly person: Person;
  readonly how: NameHow;
  /** As printed in the record: the name that was found. */
  readonly recorded: string;
  /** Words that stand beside the name and are not of it; the name of somebody else may be longer. */
  readonly beside: readonly string[];
  /** A middle name or a suffix that contradicts the record. */
  readonly contradicts: string | null;
  /** The words before it say that it is the name of whom the paper is about. */
  readonly labelled: boolean;
  readonly at: number;
};

const rank: Readonly<Record<NameHow, number>> = { full: 0, nickname: 1, part: 2, initial: 3, family: 4 };
export const howRank = (how: NameHow): number => rank[how];

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const credentials = new Set(['md', 'rn', 'lpn', 'lcsw', 'lmsw', 'lpc', 'lmft', 'msw', 'ma', 'ms', 'bs', 'ba', 'phd', 'mr', 'mrs', 'miss', 'dr']);
/** Words between label and name, or around it, that are neither: Last Name: Ruiz, First Name: Ana. */
const labels = new Set(['name', 'first', 'last', 'middle', 'given', 'family', 'surname', 'employee', 'staff', 'patient', 'client', 'applicant', 'candidate', 'student', 'participant', 'recipient', 'cardholder', 'holder', 'subject', 'donor', 'member', 'licensee', 'attendee', 'learner']);
const labelPhrases: readonly (readonly string[])[] = [['certify', 'that'], ['certifies', 'that'], ['issued', 'to'], ['awarded', 'to'], ['presented', 'to'], ['granted', 'to'], ['individual'], ['re']];

const sameLine = (one: Token | undefined, other: Token | undefined): boolean => one !== undefined && other !== undefined && one.line === other.line;

type Search = { readonly tokens: readonly Token[]; readonly isName: boolean; readonly isExplained: (at: number) => boolean };

/** The words of a name beside a surname at [from, to), before it or behind it. */
function givenBeside({ tokens, isName }: Search, entry: NameEntry, from: number, to: number): { readonly how: NameHow; readonly from: number; readonly to: number } | null {
  const usable = (at: number): boolean => sameLine(tokens[at], tokens[from]) && (isName || tokens[at]?.capital === true);
  const isMiddle = (at: number): boolean => {
    const word = tokens[at]?.text ?? '';
    return word.length === 1 || entry.middle.includes(word) || entry.given.includes(word) || labels.has(word) || suffixes.has(word);
  };
  let best: { how: NameHow; from: number; to: number } | null = null;
  const offer = (how: NameHow, start: number, end: number): void => {
    if (best === null || rank[how] < rank[best.how]) best = { how, from: Math.min(start, from), to: Math.max(end, to) };
  };
  const first = entry.given[0] ?? '';
  const look = (at: number): 'full' | 'nickname' | 'initial' | null => {
    const word = tokens[at]?.text ?? '';
    if (word === first || (entry.given.length > 1 && entry.given.every((each, step) => tokens[at + step]?.text === each))) return 'full';
    // DeShawn, which a name in capitals writes as one word.
    if (entry.given.length > 1 && word === entry.given.join('')) return 'full';
    if (entry.nicknames.has(word)) return 'nickname';
    return word.length === 1 && word === first.slice(0, 1) ? 'initial' : null;
  };
  for (let step = 1; step <= 4 && usable(from - step); step += 1) {
    const how = look(from - step);
    if (how !== null) offer(how, from - step, to);
    if (!isMiddle(from - step)) break;
  }
  for (let at = to; at < to + 4 && usable(at); at += 1) {
    const how = look(at);
    if (how !== null) offer(how, from, at + (how === 'full' && tokens[at]?.text !== entry.given.join('') ? (entry.given.every((each, step) => tokens[at + step]?.text === each) ? entry.given.length : 1) : 1));
    if (!isMiddle(at)) break;
  }
  return best;
}

function foundOf(search: Search, entry: NameEntry, how: NameHow, from: number, to: number): FoundPerson {
  const { tokens, isName, isExplained } = search;
  const own = new Set([...entry.given, ...entry.middle, ...entry.person.names.flatMap((name) => [name.middle ?? '', name.family, name.given].flatMap((each) => tokensOf(each).flatMap(({ text }, _at, all) => [text, all.map((one) => one.text).join('')])))]);
  const beside: string[] = [];
  let contradicts: string | null = null;
  const judge = (at: number): boolean => {
    const token = tokens[at];
    if (token === undefined || !sameLine(token, tokens[from]) || /^\d/u.test(token.text)) return false;
    const { text } = token;
    if (suffixes.has(text)) {
      if (entry.suffix !== text) contradicts = `“${text.toUpperCase()}” is not in the record`;
      return true;
    }
    if (own.has(text) || labels.has(text) || credentials.has(text)) return true;
    if (text.length === 1) {
      if (entry.middle.length > 0 && !entry.middle.some((each) => each.startsWith(text))) contradicts = `the middle initial ${text.toUpperCase()} is not ${entry.middle.join(' ')}`;
      else if (entry.middle.length === 0 && !isExplained(at)) beside.push(text);
      return true;
    }
    if (isExplained(at) || (!isName && !token.capital)) return false;
    beside.push(text);
    return false;
  };
  for (let at = from; at < to; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (text.length === 1 && !(how === 'initial' && text === entry.given[0]?.slice(0, 1))) judge(at);
  }
  for (let at = from - 1; at >= from - 3 && judge(at); at -= 1);
  for (let at = to; at < to + 3 && judge(at); at += 1);
  const beforeIt = tokens.slice(Math.max(0, from - 6), from).filter((token) => token.line >= (tokens[from]?.line ?? 0) - 1).map((token) => token.text);
  const labelled = beforeIt.slice(-3).some((word) => labels.has(word)) || labelPhrases.some((phrase) => phrase.every((word, step) => beforeIt.at(step - phrase.length) === word));
  const { given, middle, family } = entry.name;
  return { person: entry.person, how, recorded: [given, middle, family].filter((part) => part !== undefined && part !== '').join(' '), beside, contradicts, labelled, at: from };
}

/**
 * Everybody of the roster whose name stands among the words of a text, each once, in the surest way it does.
 * @param isName the words are a file's name: capitals say nothing there, and a surname or an initial alone is looked at.
 * @param isExplained whether the word at a place is known to be something else, such as the kind of paper.
 */
export function peopleIn(tokens: readonly Token[], index: RosterIndex, isName: boolean, isExplained: (at: number) => boolean): readonly FoundPerson[] {
  const search = { tokens, isName, isExplained };
  const found = new Map<string, FoundPerson>();
  const offer = (each: FoundPerson): void => {
    const known = found.get(each.person.id);
    const better = known === undefined || rank[each.how] < rank[known.how]
      || (rank[each.how] === rank[known.how] && Number(each.labelled) * 4 - each.beside.length - (each.contradicts === null ? 0 : 2) > Number(known.labelled) * 4 - known.beside.length - (known.contradicts === null ? 0 : 2));
    if (better) found.set(each.person.id, each);
  };
  for (const [from, token] of tokens.entries()) {
    if (/^\d/u.test(token.text) || (!isName && !token.capital)) continue;
    let together = '';
    for (let to = from + 1; to <= from + 5 && sameLine(tokens[to - 1], token); to += 1) {
      together += tokens[to - 1]?.text ?? '';
      for (const entry of index.byFamily.get(together) ?? []) {
        const given = givenBeside(search, entry, from, to);
        if (given === null) {
          // A surname alone says something in a file's name only, and only where it is no other word.
          if (isName && !entry.isPart && together.length >= 4 && !isExplained(from)) offer(foundOf(search, entry, 'family', from, to));
        } else if (given.how === 'initial') {
          if (isName && !entry.isPart) offer(foundOf(search, entry, 'initial', given.from, given.to));
        } else offer(foundOf(search, entry, entry.isPart && given.how === 'full' ? 'part' : given.how, given.from, given.to));
      }
      if (to === from + 1) {
        for (const { entry, initial } of index.byOneWord.get(together) ?? []) if (isName || !initial) offer(foundOf(search, entry, initial ? 'initial' : 'full', from, to));
      }
    }
  }
  return [...found.values()].sort((one, other) => rank[one.how] - rank[other.how] || one.at - other.at || (nameShown(one.person) < nameShown(other.person) ? -1 : 1));
}
