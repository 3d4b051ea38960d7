import type { MatchTier } from '../../model/exclusion.ts';
import type { MatchPart } from '../finding.ts';

/** Tiers as screens and certificates name them. */
export const tierWords: Readonly<Record<MatchTier, string>> = { strong: 'Strong', possible: 'Possible', weak: 'Weak', none: 'None' };

/** The parts of a score card as screens name them. */
export const partWords: Readonly<Record<MatchPart['part'], string>> = {
  surname: 'Surname',
  given: 'First name',
  middle: 'Middle',
  suffix: 'Suffix',
  'birth-date': 'Birth date',
  npi: 'NPI',
  state: 'State',
  business: 'Business',
  limit: 'Tier',
};
