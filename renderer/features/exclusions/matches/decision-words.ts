import type { DecisionVerdict } from '../../../../shared/model/exclusion.ts';

/** What was decided, as one would say it afterwards. */
export const decisionWords: Readonly<Record<DecisionVerdict, string>> = {
  'not-the-person': 'Not the person',
  'the-person': 'The person',
  unable: 'Could not tell',
};

/** The choices, as they are offered. */
export const verdictTitles: Readonly<Record<DecisionVerdict, string>> = {
  'not-the-person': 'Not the person',
  'the-person': 'The person',
  unable: 'Cannot tell yet',
};
