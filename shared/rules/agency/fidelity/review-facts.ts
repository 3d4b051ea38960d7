import { fromDay, toDay, type CivilDate, type Day } from '../../../civil-date.ts';
import { fidelityItemCount } from '../../../model/agency-records/fidelity.ts';
import type { FidelityReview } from '../../../model/agency-records/agency-record.ts';
import { lowRating, scaleItems } from './scale.ts';

/**
 * How far a review has come by a day. `undated` has a score and no day at all: it decides nothing before somebody adds the day.
 * `final` is what counts: the final report is in, or the score was entered without saying which report it is from.
 */
export type ReviewStage = 'undated' | 'planned' | 'visited' | 'drafted' | 'final';

/** One review as known on a day: what lies after that day is left out, whichever field carries it. */
export type ReviewFacts = {
  readonly id: string;
  readonly kind: FidelityReview['review'];
  readonly stage: ReviewStage;
  readonly plannedOn: Day | null;
  /** The last day on site. */
  readonly visitedOn: Day | null;
  readonly draftOn: Day | null;
  readonly finalOn: Day | null;
  readonly submittedOn: Day | null;
  /** What the intervals of Louisiana are counted from: the last day on site, or where it is not recorded the day of the report. */
  readonly clockOn: Day | null;
  /** The day the agency was told: of the first report, or where no report is recorded the last day on site. */
  readonly findingsOn: Day | null;
  /** The total of a report, draft or final. Absent before one is in, and while items are missing. */
  readonly total: number | null;
  /** Items rated 1, 2 or 3, in order. Null where the items were not entered. */
  readonly lowItems: readonly number[] | null;
  readonly reviewer: string | null;
};

/** Sum of the 25 items, or null while one is missing. */
export function sumOfItems(scores: FidelityReview['scores']): number | null {
  const entered = new Map((scores ?? []).map(({ item, score }) => [item, score]));
  if (entered.size < fidelityItemCount) return null;
  return scaleItems.reduce((sum, item) => sum + (entered.get(item) ?? 0), 0);
}

/** The total of a review as recorded: of its 25 items, else as printed; null where neither is there. */
export const totalOf = (review: Pick<FidelityReview, 'scores' | 'total'>): number | null => sumOfItems(review.scores) ?? review.total ?? null;

/** What is known of a review on a day (inclusive). A planned day may lie ahead: it is a plan, not a fact. */
export function reviewFacts(review: FidelityReview, asOf: Day): ReviewFacts {
  const by = (date: CivilDate | undefined): Day | null => {
    if (date === undefined) return null;
    const day = toDay(date);
    return day <= asOf ? day : null;
  };
  const from = by(review.heldFrom);
  const visitedOn = review.heldTo === undefined ? from : by(review.heldTo);
  const draftOn = by(review.draftReceivedOn);
  const finalOn = by(review.finalReceivedOn);
  const submittedOn = by(review.submittedOn);
  const reportDated = review.draftReceivedOn !== undefined || review.finalReceivedOn !== undefined;
  const entered = totalOf(review);
  const stage = stageOf();
  const reported = stage === 'drafted' || stage === 'final';
  const clockOn = stage === 'planned' || stage === 'undated' ? null : (visitedOn ?? draftOn ?? finalOn);
  return {
    id: review.id, kind: review.review, stage, visitedOn, draftOn, finalOn, submittedOn, clockOn,
    plannedOn: review.plannedOn === undefined ? null : toDay(review.plannedOn),
    findingsOn: reported ? (draftOn ?? finalOn ?? clockOn) : null,
    total: reported ? entered : null,
    lowItems: reported && review.scores !== undefined && sumOfItems(review.scores) !== null ? lowItemsOf(review.scores) : null,
    reviewer: review.reviewer ?? null,
  };

  function stageOf(): ReviewStage {
    if (finalOn !== null && entered !== null) return 'final';
    if (draftOn !== null && entered !== null) return 'drafted';
    if (visitedOn === null && draftOn === null && finalOn === null) {
      const dated = review.heldFrom !== undefined || review.heldTo !== undefined || reportDated || review.plannedOn !== undefined;
      return entered !== null && !dated ? 'undated' : 'planned';
    }
    // A score without any report's date: the report is in, the agency did not note when.
    return entered !== null && !reportDated ? 'final' : 'visited';
  }
}

/** The items of a review rated 1, 2 or 3, in order: what a Louisiana plan has a line for. */
export const lowItemsOf = (scores: NonNullable<FidelityReview['scores']>): readonly number[] =>
  scores.filter(({ score }) => score <= lowRating).map(({ item }) => item).sort((a, b) => a - b);

/** The external reviews of a team by the day they took place, those that are only planned last. */
export function externalReviews(reviews: readonly FidelityReview[], asOf: Day): readonly ReviewFacts[] {
  const end = Number.POSITIVE_INFINITY;
  return reviews
    .filter((review) => review.review === 'external')
    .map((review) => reviewFacts(review, asOf))
    .sort((a, b) => (a.clockOn ?? end) - (b.clockOn ?? end) || (a.findingsOn ?? end) - (b.findingsOn ?? end) || (a.id < b.id ? -1 : 1));
}

/** The baseline: the first self-evaluation with a total on or before a day, or null. */
export function selfEvaluation(reviews: readonly FidelityReview[], asOf: Day): (ReviewFacts & { readonly doneOn: Day }) | null {
  const made = reviews
    .filter((review) => review.review === 'self-evaluation')
    .map((review) => ({ review, facts: reviewFacts(review, asOf) }))
    .flatMap(({ review, facts }) => {
      const doneOn = facts.visitedOn ?? facts.submittedOn;
      return doneOn === null ? [] : [{ ...facts, doneOn, total: totalOf(review) }];
    })
    .sort((a, b) => a.doneOn - b.doneOn || (a.id < b.id ? -1 : 1));
  return made[0] ?? null;
}

/** The civil date of a day, or null. */
export const dateOrNull = (day: Day | null): CivilDate | null => (day === null ? null : fromDay(day));
