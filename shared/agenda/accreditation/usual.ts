import { fromDay, plusDays, plusYears, toDay, type CivilDate } from '../../civil-date.ts';
import type { AccreditationDecision } from '../../model/agency-records/agency-record.ts';
import type { AccreditationTask, Accreditor } from '../../model/agency-records/accreditation.ts';

/** A term an accreditor usually awards: how it is printed, and how many years it runs. General knowledge, no payer's text. */
export type UsualTerm = { readonly term: string; readonly years: number };

const terms: Readonly<Record<Accreditor, readonly UsualTerm[]>> = {
  carf: [{ term: 'Three-Year Accreditation', years: 3 }, { term: 'One-Year Accreditation', years: 1 }],
  coa: [{ term: 'Four-Year Accreditation', years: 4 }],
  tjc: [{ term: 'Three-Year Accreditation', years: 3 }],
};

/** The terms an accreditor usually awards in full, the longest first. They pre-fill a form and judge nothing. */
export const usualTerms = (accreditor: Accreditor): readonly UsualTerm[] => terms[accreditor];

/** The last day of an award of a usual term that begins on a day, inclusive. A pre-fill to be compared with the certificate, whose printed day counts. */
export const usualExpiry = (begins: CivilDate, years: number): CivilDate => fromDay(plusDays(plusYears(toDay(begins), years), -1));

export type UsualTask = { readonly task: AccreditationTask; readonly dueOn: CivilDate };

/** Most of three years: a printed expiry may lie some weeks before the round date. */
const threeYearsAtLeast = 30 * 30;

/**
 * What usually follows a decision: after a CARF award of three years a quality improvement plan within 90 days of the decision, and a
 * conformance report on each anniversary inside the award. Nothing after any other decision. Usual practice, not from a payer's text:
 * it pre-fills a form, every date can be changed there. The award must have its printed expiry.
 */
export function tasksAfterDecision(decision: Pick<AccreditationDecision, 'accreditor' | 'outcome' | 'decidedOn' | 'effectiveOn' | 'expiresOn'>): readonly UsualTask[] {
  const { accreditor, outcome, decidedOn, effectiveOn, expiresOn } = decision;
  if (accreditor !== 'carf' || outcome !== 'full' || expiresOn === undefined) return [];
  const begins = toDay(effectiveOn ?? decidedOn);
  if (toDay(expiresOn) - begins < threeYearsAtLeast) return [];
  const anniversaries = [1, 2, 3, 4].map((years) => fromDay(plusYears(begins, years))).filter((on) => on < expiresOn && toDay(expiresOn) - toDay(on) > 90);
  return [
    { task: 'quality-improvement-plan', dueOn: fromDay(plusDays(toDay(decidedOn), 90)) },
    ...anniversaries.map((dueOn) => ({ task: 'annual-conformance', dueOn }) as const),
  ];
}
