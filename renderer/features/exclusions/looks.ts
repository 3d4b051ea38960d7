import type { MatchTier } from '../../../shared/model/exclusion.ts';
import type { StatusMarkProps } from '../../ui/status-mark.tsx';

type Look = Pick<StatusMarkProps, 'family' | 'glyph' | 'word'>;

/** How sure a match is, told by shape, word and weight. */
export const tierLook: Readonly<Record<MatchTier, Look>> = {
  strong: { family: 'act', glyph: 'question', word: 'Strong' },
  possible: { family: 'review', glyph: 'question', word: 'Possible' },
  weak: { family: 'open', glyph: 'circle', word: 'Weak' },
  none: { family: 'ok', glyph: 'tick', word: 'None' },
};
