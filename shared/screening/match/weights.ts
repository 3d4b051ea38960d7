import type { MatchTier } from '../../model/exclusion.ts';
import type { MatchPart } from '../finding.ts';
import type { BirthVerdict, GivenVerdict, MiddleVerdict, SuffixVerdict, SurnameVerdict } from './compare.ts';
import type { BusinessVerdict } from './business.ts';

type Line = { readonly weight: number; readonly agrees: MatchPart['agrees']; readonly verdict: string };

/** The band of the score of each tier, both ends inclusive: the tier decides, the points order within it. */
export const tierBands: Readonly<Record<MatchTier, readonly [number, number]>> = { strong: [90, 100], possible: [50, 89], weak: [1, 49], none: [0, 49] };

const surnameLines: Readonly<Record<SurnameVerdict['how'], Line>> = {
  exact: { weight: 40, agrees: 'yes', verdict: 'Equal' },
  part: { weight: 36, agrees: 'yes', verdict: 'Equal to a part of ours' },
  cut: { weight: 36, agrees: 'yes', verdict: 'Equal as far as the list’s field goes' },
  half: { weight: 30, agrees: 'partly', verdict: 'A part of it agrees' },
  typo: { weight: 30, agrees: 'partly', verdict: 'One letter differs' },
  none: { weight: 0, agrees: 'no', verdict: 'Differs' },
};

const givenLines: Readonly<Record<GivenVerdict['how'], Line>> = {
  exact: { weight: 25, agrees: 'yes', verdict: 'Equal' },
  part: { weight: 23, agrees: 'yes', verdict: 'First word agrees' },
  nickname: { weight: 20, agrees: 'yes', verdict: 'Short or long form of the same name' },
  cut: { weight: 22, agrees: 'yes', verdict: 'Equal as far as the list’s field goes' },
  typo: { weight: 18, agrees: 'partly', verdict: 'One letter differs' },
  initial: { weight: 10, agrees: 'partly', verdict: 'Only the initial agrees' },
  none: { weight: 0, agrees: 'no', verdict: 'Differs' },
};

const twoLetters: Line = { weight: 18, agrees: 'partly', verdict: 'Two letters differ' };

export const surnameLine = ({ how, typos }: SurnameVerdict): Line => (typos > 1 ? twoLetters : surnameLines[how]);
export const givenLine = ({ how, typos }: GivenVerdict): Line => (typos > 1 ? { ...twoLetters, weight: 10 } : givenLines[how]);

export const noNameLine: Line = { weight: 0, agrees: 'unknown', verdict: 'List gives none: cannot decide' };
export const swappedSurname: Line = { weight: 28, agrees: 'partly', verdict: 'Stands as the first name' };
export const swappedGiven: Line = { weight: 18, agrees: 'partly', verdict: 'Stands as the surname' };
export const middleAsGivenLine: Line = { weight: 14, agrees: 'partly', verdict: 'Is the other’s middle name' };

export const middleLines: Readonly<Record<MiddleVerdict, Line>> = {
  equal: { weight: 10, agrees: 'yes', verdict: 'Equal' },
  initial: { weight: 8, agrees: 'yes', verdict: 'Initial agrees' },
  differs: { weight: -6, agrees: 'no', verdict: 'Differs' },
  unknown: { weight: 0, agrees: 'unknown', verdict: 'Not on both sides' },
};

export const suffixLines: Readonly<Record<SuffixVerdict, Line>> = {
  equal: { weight: 4, agrees: 'yes', verdict: 'Equal' },
  differs: { weight: -12, agrees: 'no', verdict: 'Differs' },
  unknown: { weight: 0, agrees: 'unknown', verdict: 'Not on both sides' },
};

export const birthLines: Readonly<Record<BirthVerdict, Line>> = {
  equal: { weight: 25, agrees: 'yes', verdict: 'Equal' },
  'one-digit': { weight: -10, agrees: 'no', verdict: 'One digit differs' },
  swapped: { weight: -10, agrees: 'no', verdict: 'Day and month are swapped' },
  differs: { weight: -20, agrees: 'no', verdict: 'Differs' },
  unknown: { weight: 0, agrees: 'unknown', verdict: 'Missing: cannot decide' },
};

export const businessLines: Readonly<Record<BusinessVerdict['how'] | 'none', Line>> = {
  equal: { weight: 65, agrees: 'yes', verdict: 'Equal without the legal form' },
  cut: { weight: 60, agrees: 'yes', verdict: 'Equal as far as the list’s field goes' },
  order: { weight: 40, agrees: 'partly', verdict: 'The same words in another order' },
  typo: { weight: 40, agrees: 'partly', verdict: 'One letter differs' },
  none: { weight: 0, agrees: 'no', verdict: 'Differs' },
};
