import type { Random } from '../../support/random.ts';

/** What became of one mutated input. A refusal has its closed code. `wrong`: it was taken although it is not valid, or left something behind. */
export type Verdict = { readonly as: 'refused'; readonly code: string } | { readonly as: 'taken' } | { readonly as: 'wrong'; readonly what: string };

export const refused = (code: string): Verdict => ({ as: 'refused', code });
export const taken: Verdict = { as: 'taken' };
export const wrong = (what: string): Verdict => ({ as: 'wrong', what });

/** Something that reads input from outside. `attempt` makes one mutated input from the numbers it is given, and reads it. Throwing is a crash. */
export type Target = {
  readonly name: string;
  /** How many of a hundred inputs are for it. */
  readonly share: number;
  readonly attempt: (random: Random, told: (how: string) => void) => Promise<Verdict>;
};
