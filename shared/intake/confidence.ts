/**
 * How far a proposal can be trusted. `sure`: what was read names it and nothing read speaks against it. `likely`: it fits, but something is missing or
 * stands beside it. `open`: nothing fits, or several things fit equally well; then nothing is filled in. None of them is ever taken without a person.
 */
export type Confidence = 'sure' | 'likely' | 'open';

/** As a form says it beside what it proposes. */
export const confidenceWords: Readonly<Record<Confidence, string>> = { sure: 'Sure', likely: 'Likely', open: 'To choose' };
