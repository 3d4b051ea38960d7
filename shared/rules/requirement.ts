import type { EvidenceKind } from '../model/evidence.ts';
import type { Parameters } from '../model/window.ts';
import type { Citation } from './standing.ts';

/** The moment of a working life a requirement guards: how the matrix and the person screen group their rows. */
export const requirementGroups = ['before-hire', 'exclusion', 'role', 'training', 'files'] as const;
export type RequirementGroup = (typeof requirementGroups)[number];
export const groupWords: Readonly<Record<RequirementGroup, string>> = {
  'before-hire': 'Before hire',
  exclusion: 'Exclusion',
  role: 'Role',
  training: 'Training and certification',
  files: 'Files',
};

/** The tab of the binder a requirement stands in, in the order an auditor reads (rules section 7). */
export const binderTabs = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
export type BinderTab = (typeof binderTabs)[number];
export const binderTabTitles: Readonly<Record<BinderTab, string>> = {
  A: 'Application and role',
  B: 'Education and experience',
  C: 'Background',
  D: 'Exclusion checks',
  E: 'Health items',
  F: 'Safety training',
  G: 'Initial and continuing training',
  H: 'Identifiers and proof',
  I: 'Personnel record',
};

/** Which clearance an unmet requirement blocks: being hired, serving clients, handling crises, or none of them. */
export type Clearance = 'hire' | 'serve' | 'crisis';

/** What screens and binders need to know of a requirement, whatever its window. */
export type RequirementInfo = {
  /** `la.bgc`; shown as `LA-BGC` by `shownId`. */
  readonly id: string;
  readonly title: string;
  /** Two short lines at most, for a matrix column head. */
  readonly short: string;
  readonly group: RequirementGroup;
  readonly tab: BinderTab;
  /** Position inside the tab. */
  readonly tabOrder: number;
  readonly clearance: Clearance | null;
  /** The kinds of evidence a person would record to meet it; empty for checks and states. */
  readonly kinds: readonly EvidenceKind[];
  /** The window in words, with the parameters in force: "Before hire, at most 90 days old." */
  readonly windowWords: string;
  /** Editable parameters and the packs' values. */
  readonly parameters: Parameters;
  readonly citations: readonly Citation[];
};

/** `la.bgc` as people write it: `LA-BGC`. */
export const shownId = (id: string): string => id.replace('.', '-').toUpperCase();
