import type { Finding, FindingKind } from './kills/finding.ts';

/** What one part of a run came to. */
export type Part = {
  readonly name: string;
  /** `kills 500, acknowledged changes checked 4120`: what was done, in figures. */
  readonly figures: readonly (readonly [string, number | string])[];
  readonly findings: readonly Failure[];
  /** Checks that passed, for whoever counts tests. */
  readonly passed: number;
};

/** A finding, and how to have it again. */
export type Failure = Finding & { readonly again: string };

export const countOf = (findings: readonly Finding[], kind: FindingKind): number => findings.filter((each) => each.kind === kind).length;

/** The one line a run ends with. */
export const lineOf = (parts: readonly Part[]): string => parts.map(({ name, figures }) => `${name}: ${figures.map(([what, count]) => `${what} ${count}`).join(', ')}`).join('; ');
