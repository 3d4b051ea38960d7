import type { FileList } from '../../../../shared/screening/list.ts';
import type { DecisionVerdict, ExclusionList } from '../../../../shared/model/exclusion.ts';

/** A decision while it is being made. Nothing is chosen to begin with. */
export type MatchDraft = {
  readonly verdict: DecisionVerdict | null;
  /** What was compared, of `comparable`. */
  readonly compared: readonly string[];
  /** The number was looked up on the list's own site; whatever the site answered is in the verdict and the reason. */
  readonly ssn: boolean;
  /** Cannot tell: what was asked, and of whom. */
  readonly asked: string;
  readonly reason: string;
  readonly proof: File | null;
};

export const emptyDraft: MatchDraft = { verdict: null, compared: [], ssn: false, asked: '', reason: '', proof: null };

/** What can be compared, as the decision keeps it and the certificate prints it. */
export const comparable = {
  person: ['birth date', 'middle name', 'NPI', 'address', 'occupation', 'identity document'],
  vendor: ['NPI', 'EIN', 'address', 'owners'],
} as const;

/** The sites on which a list's office confirms by social security number; the number itself is never stored. */
const ssnSites: Readonly<Partial<Record<ExclusionList, string>>> = {
  'oig-leie': 'exclusions.oig.hhs.gov',
  'la-adverse-actions': 'adverseactions.ldh.la.gov',
} satisfies Readonly<Partial<Record<FileList, string>>>;

/** Where the social security number is checked for a list, and who answers questions about it. */
export const ssnSiteOf = (list: ExclusionList): string | null => ssnSites[list] ?? null;

/** How the decision says that the number was looked up: `SSN on exclusions.oig.hhs.gov`. */
export const ssnWords = (list: ExclusionList, isVendor: boolean): string => `${isVendor ? 'EIN' : 'SSN'} on ${ssnSiteOf(list) ?? 'the list’s web site'}`;

/** Why a draft cannot be recorded yet, as a sentence; null when it can. `the-person` and `not-the-person` must say what was compared. */
export function draftProblem(draft: MatchDraft): { readonly field: 'verdict' | 'compared' | 'asked' | 'reason'; readonly words: string } | null {
  if (draft.verdict === null) return { field: 'verdict', words: 'Choose a decision first: 1, 2 or 3.' };
  if (draft.verdict !== 'unable' && draft.compared.length === 0 && !draft.ssn) return { field: 'compared', words: 'Tick what was compared: a name alone decides nothing.' };
  if (draft.verdict === 'unable' && draft.asked.trim() === '') return { field: 'asked', words: 'Write what was asked, of whom and when, so that the answer can be followed up.' };
  if (draft.reason.trim() === '') return { field: 'reason', words: 'Write the reason. It is printed on the certificate.' };
  return null;
}

/** The compared things as they are stored, in the order of the form, the number's check last. */
export const comparedOf = (draft: MatchDraft, list: ExclusionList, isVendor: boolean): readonly string[] => [
  ...comparable[isVendor ? 'vendor' : 'person'].filter((each) => draft.compared.includes(each)),
  ...(draft.ssn ? [ssnWords(list, isVendor)] : []),
];
