import { plain } from '../../import/plain.ts';
import type { NameForm } from './name-forms.ts';
import type { OurForm, RowProfile, SubjectProfile } from './profile.ts';
import { typosBetween } from './typos.ts';

/**
 * How a surname of ours and one of theirs agree. `exact`: the whole of both. `part`: a part of ours is the whole of theirs. `half`: theirs has a part that
 * is ours. `cut`: theirs ends where its field ends, and agrees so far.
 */
export type SurnameVerdict = { readonly how: 'exact' | 'part' | 'cut' | 'half' | 'typo' | 'none'; readonly typos: number; readonly ours: OurForm | null };
export type GivenVerdict = { readonly how: 'exact' | 'part' | 'nickname' | 'cut' | 'typo' | 'initial' | 'none'; readonly typos: number; readonly ours: OurForm | null };

const noSurname: SurnameVerdict = { how: 'none', typos: 0, ours: null };
const noGiven: GivenVerdict = { how: 'none', typos: 0, ours: null };

/** The least length at which mistakes count: in a shorter name another letter is another name. With an equal birth date one letter must be right. */
const leastLength = (typos: number, sameBirth: boolean): number => (sameBirth ? typos + 1 : 4);

/** Mistakes between two forms, a cut one taken as the beginning of a longer name; more than `most` where it is too many. */
function mistakes(ours: string, theirs: NameForm, most: 1 | 2, sameBirth: boolean): number {
  const length = theirs.text.length;
  let typos: number;
  if (theirs.kind === 'cut' && ours.length > length) {
    typos = typosBetween(ours.slice(0, length), theirs.text, most);
    for (const other of [length - 1, length + 1]) if (typos > 0) typos = Math.min(typos, Math.max(1, typosBetween(ours.slice(0, other), theirs.text, most)));
  } else typos = typosBetween(ours, theirs.text, most);
  return typos > 0 && typos <= most && Math.min(ours.length, length) < leastLength(typos, sameBirth) ? most + 1 : typos;
}

const surnameRank = { exact: 0, part: 1, cut: 2, half: 3, typo: 3, none: 9 } as const;

/**
 * The best agreement between our surnames and a row's, up to `most` mistakes; and, apart from it, a part of theirs that is ours: neither is better than the
 * other in every rule.
 */
export function compareSurname(us: SubjectProfile, them: RowProfile, most: 1 | 2, sameBirth: boolean): { readonly best: SurnameVerdict; readonly half: SurnameVerdict | null } {
  let best = noSurname;
  let half: SurnameVerdict | null = null;
  for (const theirs of them.surnames) {
    for (const ours of us.surnames) {
      const typos = mistakes(ours.text, theirs, most, sameBirth);
      if (typos > most) continue;
      const how = typos > 0 ? 'typo'
        : theirs.kind === 'cut' && ours.text.length > theirs.text.length ? 'cut'
          : theirs.kind === 'part' ? 'half' : ours.kind === 'part' ? 'part' : 'exact';
      if (how === 'half') half ??= { how, typos, ours };
      else if (surnameRank[how] + typos < surnameRank[best.how] + best.typos) best = { how, typos, ours };
    }
  }
  return { best, half };
}

const givenRank = { exact: 0, part: 1, nickname: 2, cut: 3, typo: 4, initial: 6, none: 9 } as const;

/** The best agreement between our given names and a row's. Up to `most` mistakes; two count for less than an initial. */
export function compareGiven(us: SubjectProfile, them: RowProfile, most: 1 | 2, sameBirth: boolean): GivenVerdict {
  let best = noGiven;
  const offer = (how: GivenVerdict['how'], typos: number, ours: OurForm): void => {
    // Two mistakes rank behind an initial, which at least is right.
    const rank = givenRank[how] + (typos > 1 ? 3 : typos);
    if (rank < givenRank[best.how] + (best.typos > 1 ? 3 : best.typos)) best = { how, typos, ours };
  };
  for (const theirs of them.givens) {
    for (const ours of us.givens) {
      if (ours.text.length === 1 || theirs.text.length === 1) {
        if (ours.text.charCodeAt(0) === theirs.text.charCodeAt(0)) offer('initial', 0, ours);
        continue;
      }
      const typos = mistakes(ours.text, theirs, most, sameBirth);
      if (typos > most) continue;
      if (typos > 0) offer('typo', typos, ours);
      else if (theirs.kind === 'cut' && ours.text.length > theirs.text.length) offer('cut', 0, ours);
      else offer(theirs.kind === 'part' || ours.kind === 'part' ? 'part' : 'exact', 0, ours);
    }
    const long = us.nicknames.get(theirs.text);
    if (long !== undefined) offer('nickname', 0, long);
  }
  return best;
}

/** Given and family name in each other's place, both without a mistake. */
export function areSwapped(us: SubjectProfile, them: RowProfile): boolean {
  const whole = (forms: readonly NameForm[], text: string): boolean => forms.some((form) => form.text === text && form.text.length > 1);
  return them.surnames.some((theirs) => whole(us.givens, theirs.text)) && them.givens.some((theirs) => whole(us.surnames, theirs.text));
}

/** One side's middle name stands as the other's given name, written out: people go by their middle names. */
export function middleAsGiven(us: SubjectProfile, them: RowProfile): 'ours' | 'theirs' | null {
  if (us.middles.some((middle) => middle.text.length > 2 && them.givens.some((given) => given.text === middle.text))) return 'ours';
  if (them.middle.length > 2 && us.givens.some((given) => given.text === them.middle)) return 'theirs';
  return null;
}

/**
 * Whether the name beside a middle name used as the first name speaks against it: Danielle Marie is MARIE, MARIE D and, on the other side, D MARIE; she is hardly
 * MARIE K. A surname's initial counts too: many keep an earlier surname as a middle name.
 */
export function otherNameDiffers(us: SubjectProfile, them: RowProfile): boolean {
  const oursIsTheirs = us.middles.some((middle) => middle.text.length > 2 && them.givens.some((given) => given.text === middle.text));
  const theirInitial = them.middle[0];
  if (oursIsTheirs && (theirInitial === undefined || [...us.givens, ...us.surnames].some(({ text }) => text[0] === theirInitial))) return false;
  const theirsIsOurs = them.middle.length > 2 && us.givens.some((given) => given.text === them.middle);
  return !(theirsIsOurs && (!us.allHave.middle || us.middles.some(({ text }) => them.givens.some((given) => given.text[0] === text[0]))));
}

/** One side's middle name, written out, is the other's surname: who marries often keeps the name they had as a middle name. */
export function middleAsSurname(us: SubjectProfile, them: RowProfile): boolean {
  return (them.middle.length > 2 && us.surnames.some((surname) => surname.text === them.middle))
    || us.middles.some((middle) => middle.text.length > 2 && them.surnames.some((surname) => surname.text === middle.text));
}

export type MiddleVerdict = 'equal' | 'initial' | 'differs' | 'unknown';

/** Middle names: equal, agreeing by their initial, different, or missing on a side. The best of our names counts. */
export function compareMiddle(us: SubjectProfile, them: RowProfile): MiddleVerdict {
  if (them.middle === '' || us.middles.length === 0) return 'unknown';
  if (us.middles.some((middle) => middle.text === them.middle && middle.text.length > 1)) return 'equal';
  const oneLetter = (middle: string): boolean => middle.length === 1 || them.middle.length === 1;
  if (us.middles.some((middle) => oneLetter(middle.text) && middle.text[0] === them.middle[0])) return 'initial';
  return 'differs';
}

export type SuffixVerdict = 'equal' | 'differs' | 'unknown';

/** JR, SR, II ...: one missing says nothing. */
export function compareSuffix(us: SubjectProfile, them: RowProfile): SuffixVerdict {
  const theirs = them.row.suffix;
  if (theirs === '' || us.suffixes.length === 0) return 'unknown';
  return us.suffixes.some((suffix) => plain(suffix) === plain(theirs)) ? 'equal' : 'differs';
}

export type BirthVerdict = 'equal' | 'one-digit' | 'swapped' | 'differs' | 'unknown';

/** Birth dates: equal, or different; what may be a slip of the pen is named, and still differs. */
export function compareBirth(us: SubjectProfile, them: RowProfile): BirthVerdict {
  if (us.birth === null || them.birth === null) return 'unknown';
  if (us.birth === them.birth) return 'equal';
  const ours = us.birthDate;
  const theirs = them.row.birthDate ?? '';
  if (ours.slice(0, 4) === theirs.slice(0, 4) && ours.slice(5, 7) === theirs.slice(8) && ours.slice(8) === theirs.slice(5, 7)) return 'swapped';
  let differing = 0;
  for (let at = 0; at < ours.length; at += 1) if (ours[at] !== theirs[at]) differing += 1;
  return differing === 1 ? 'one-digit' : 'differs';
}
