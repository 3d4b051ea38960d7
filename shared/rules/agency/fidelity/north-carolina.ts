import { fromDay, plusMonths, plusWeekdays, toDay, type CivilDate, type Day } from '../../../civil-date.ts';
import type { FidelityContest, FidelityPlan, FidelityReview, TechnicalAssistance } from '../../../model/agency-records/agency-record.ts';
import { countOf, dateWords } from '../../../wording.ts';
import type { Citation } from '../../standing.ts';
import { inOrder, notBefore, type FidelityStep, type NextStep } from './history.ts';
import { planState, type PlanState } from './plan-state.ts';
import { externalReviews, type ReviewFacts } from './review-facts.ts';
import { certifiedFrom, exemplaryFrom, goodFrom } from './scale.ts';

const cite = (section: string): Citation => ({ source: 'S4', section });
export const carolinaRules = {
  baseline: cite('Provider Certifications'),
  actionPlan: cite('Provider Certifications'),
  minimum: cite('Provider Certifications'),
  next: cite('Provider Certifications, Table 1'),
  contest: cite('Provider Certifications'),
  assistance: cite('Staff Training Requirements'),
} as const satisfies Readonly<Record<string, Citation>>;

/** Months of continuous operation before the baseline review: an earliest day, never a deadline. */
export const baselineMonths = 6;
/** From then on the missing baseline is pointed out. */
export const baselineRemindMonths = 9;
/** Months between the action plan of a new team and its baseline review. */
export const planToBaselineMonths = 3;
/** Fewer individuals than this at six months ask for an action plan. */
export const enoughIndividuals = 20;
/** Business days after the draft report, last day inclusive. */
export const contestDays = 10;
/** How many items may be contested with 74 or more. */
export const contestItems = 3;
/** The text names no day for hours of technical assistance; so many days after the final report they are asked for. */
export const assistanceDays = 30;

export type NcState = 'before-baseline' | 'certified' | 'below-minimum' | 'closed';

/** Months to the next review for a total; null below 74, where the text names none. */
export const tierMonths = (total: number): number | null => (total >= exemplaryFrom ? 18 : total >= goodFrom ? 12 : total >= certifiedFrom ? 6 : null);

/** What the cycle of one North Carolina team is computed from. Facts dated after `asOf` are left out here. */
export type NcFidelityFacts = {
  readonly implementedOn: CivilDate | null;
  /** Last day of the team, inclusive. */
  readonly closedOn?: CivilDate | null;
  readonly reviews: readonly FidelityReview[];
  readonly plans: readonly FidelityPlan[];
  readonly contests?: readonly FidelityContest[];
  readonly assistance?: readonly TechnicalAssistance[];
  /** Individuals served as last attested; null when nobody attested any. */
  readonly individuals?: number | null;
  readonly rootOf?: (id: string) => string;
  readonly asOf: CivilDate;
};

/** The baseline of a team that has none: not before a day, or after an action plan by one. */
export type BaselineClock = { readonly earliest: Day; readonly remind: Day; readonly plan: PlanState | null; readonly due: Day | null };

/** The contest window of a draft report, last day inclusive. `most` null: no limit (below 74). */
export type ContestWindow = { readonly review: ReviewFacts; readonly draftOn: Day; readonly due: Day; readonly most: number | null; readonly sent: FidelityContest | null };

/** What a review of 74 to 99 asks for: an action plan, and hours of assistance set for the twelve months to come. */
export type AssistanceDuty = { readonly review: ReviewFacts; readonly from: Day; readonly due: Day; readonly plan: PlanState | null; readonly set: TechnicalAssistance | null };

/** Where a North Carolina team stands in its certification tiers, how it came there, and what comes next. */
export type NcHistory = {
  readonly state: NcState;
  readonly since: CivilDate | null;
  readonly steps: readonly FidelityStep<NcState>[];
  readonly next: readonly NextStep[];
  readonly reviews: readonly ReviewFacts[];
  readonly last: ReviewFacts | null;
  readonly pending: ReviewFacts | null;
  readonly baseline: BaselineClock | null;
  /** The action plan of a new team with too few individuals; `demanded` is false where a plan was made though nobody attested a number. */
  readonly actionPlan: { readonly due: Day; readonly demanded: boolean; readonly plan: PlanState | null } | null;
  /** The next review after the last final report, while nothing was held since. */
  readonly clock: { readonly from: Day; readonly months: number; readonly due: Day } | null;
  readonly contest: ContestWindow | null;
  readonly assistance: AssistanceDuty | null;
  /** Reviews held after their day. */
  readonly lapses: readonly { readonly from: Day; readonly to: Day }[];
};

/**
 * The certification of one North Carolina team on a day: a baseline after six months of operation, then a tier by the last total, the next
 * review 6, 12 or 18 months after the final report came in, and below 74 certification at risk. Source: state-funded IPS definition.
 */
export function ncFidelityHistory(facts: NcFidelityFacts): NcHistory {
  const closedOn = facts.closedOn ?? null;
  if (closedOn !== null && closedOn < facts.asOf) {
    const until = ncFidelityHistory({ ...facts, closedOn: null, asOf: closedOn });
    const step: FidelityStep<NcState> = { on: closedOn, event: `The team closed on ${dateWords(closedOn)}`, from: until.state, to: 'closed', rule: carolinaRules.next };
    return { ...until, state: 'closed', since: closedOn, steps: [...until.steps, step], next: [], baseline: null, actionPlan: null, clock: null, contest: null, assistance: null };
  }
  const asOf = toDay(facts.asOf);
  const began = facts.implementedOn === null ? null : toDay(facts.implementedOn);
  const reviews = externalReviews(facts.reviews, asOf);
  const held = reviews.filter((review) => review.clockOn !== null);
  const last = held.findLast((review) => review.stage === 'final') ?? null;
  const latest = held.at(-1) ?? null;
  const pending = latest !== null && latest !== last ? latest : null;
  const { steps, state, since } = walk(began !== null && began <= asOf ? began : null, held);
  const baseline = baselineClock(facts, began, latest, asOf);
  const clock = pending === null ? clockOf(last) : null;
  const contest = contestOf(facts, pending, asOf);
  const assistance = assistanceOf(facts, last, asOf);
  const actionPlan = actionPlanOf(facts, baseline, asOf);
  const history = { state, since, steps, reviews, last, pending, baseline, actionPlan, clock, contest, assistance, lapses: lapsesOf(held) };
  return { ...history, next: inOrder(nextSteps(history, facts, asOf)) };
}

function walk(began: Day | null, held: readonly ReviewFacts[]): { readonly steps: readonly FidelityStep<NcState>[]; readonly state: NcState; readonly since: CivilDate | null } {
  const steps: FidelityStep<NcState>[] = [];
  let state: NcState = 'before-baseline';
  let since: CivilDate | null = null;
  const step = (day: Day, event: string, to: NcState, rule: Citation): void => {
    const on = notBefore(day, steps.at(-1)?.on);
    steps.push({ on, event, from: steps.length === 0 ? null : state, to, rule });
    if (since === null || to !== state) since = on;
    state = to;
  };
  if (began !== null) step(began, `The team began on ${dateWords(fromDay(began))}`, 'before-baseline', carolinaRules.baseline);
  for (const review of held) {
    if (review.stage !== 'final' || review.total === null || review.clockOn === null) continue;
    const said = `Review of ${dateWords(fromDay(review.clockOn))}: ${String(review.total)} of 125`;
    const certified = review.total >= certifiedFrom;
    step(review.finalOn ?? review.clockOn, certified ? said : `${said}, below 74`, certified ? 'certified' : 'below-minimum', certified ? carolinaRules.next : carolinaRules.minimum);
  }
  return { steps, state, since };
}

/** The next review by the tier of a final report; null without the day the report came in, and below 74. */
function clockOf(review: ReviewFacts | null): NcHistory['clock'] {
  const months = review?.total == null ? null : tierMonths(review.total);
  return months === null || review?.finalOn == null ? null : { from: review.finalOn, months, due: plusMonths(review.finalOn, months) };
}

function lapsesOf(held: readonly ReviewFacts[]): NcHistory['lapses'] {
  return held.flatMap((review, index) => {
    const clock = clockOf(held[index - 1] ?? null);
    return clock === null || review.clockOn === null || review.clockOn <= clock.due ? [] : [{ from: (clock.due + 1) as Day, to: (review.clockOn - 1) as Day }];
  });
}

function baselineClock(facts: NcFidelityFacts, began: Day | null, latest: ReviewFacts | null, asOf: Day): BaselineClock | null {
  if (began === null || latest !== null) return null;
  const plan = planState(facts.plans.filter((each) => each.reviewId === undefined), asOf);
  const made = plan?.submittedOn ?? plan?.approvedOn ?? null;
  return { earliest: plusMonths(began, baselineMonths), remind: plusMonths(began, baselineRemindMonths), plan, due: made === null ? null : plusMonths(made, planToBaselineMonths) };
}

function actionPlanOf(facts: NcFidelityFacts, baseline: BaselineClock | null, asOf: Day): NcHistory['actionPlan'] {
  if (baseline === null) return null;
  const few = (facts.individuals ?? enoughIndividuals) < enoughIndividuals && asOf >= baseline.earliest;
  return few || baseline.plan !== null ? { due: baseline.earliest, demanded: few, plan: baseline.plan } : null;
}

function contestOf(facts: NcFidelityFacts, pending: ReviewFacts | null, asOf: Day): ContestWindow | null {
  if (pending?.draftOn == null) return null;
  const root = facts.rootOf ?? ((id: string) => id);
  const sent = (facts.contests ?? []).filter((each) => root(each.reviewId) === root(pending.id) && toDay(each.sentOn) <= asOf);
  return {
    review: pending,
    draftOn: pending.draftOn,
    due: plusWeekdays(pending.draftOn, contestDays),
    most: (pending.total ?? certifiedFrom) >= certifiedFrom ? contestItems : null,
    sent: sent.toSorted((a, b) => (a.sentOn < b.sentOn ? -1 : 1))[0] ?? null,
  };
}

function assistanceOf(facts: NcFidelityFacts, last: ReviewFacts | null, asOf: Day): AssistanceDuty | null {
  if (last?.total == null || last.total < certifiedFrom || last.total >= goodFrom) return null;
  const from = last.finalOn ?? last.clockOn;
  if (from === null) return null;
  const root = facts.rootOf ?? ((id: string) => id);
  const plan = planState(facts.plans.filter((each) => each.reviewId !== undefined && root(each.reviewId) === root(last.id)), asOf);
  const set = (facts.assistance ?? []).filter((each) => root(each.reviewId) === root(last.id) && toDay(each.setOn) <= asOf).at(-1) ?? null;
  return { review: last, from, due: (from + assistanceDays) as Day, plan: plan?.submittedOn == null && plan?.approvedOn == null ? null : plan, set };
}

function nextSteps(history: Omit<NcHistory, 'next'>, facts: NcFidelityFacts, asOf: Day): readonly NextStep[] {
  const next: NextStep[] = [];
  const { baseline, last, pending, clock, contest, assistance, actionPlan } = history;
  const on = (day: Day): string => dateWords(fromDay(day));
  for (const review of history.reviews) {
    if (review.stage === 'undated') next.push({ id: 'day', what: 'Record the last day on site of the review', dueOn: null, missing: 'the last day on site', rule: carolinaRules.next, why: 'A score without a day decides nothing' });
  }
  if (last === null && pending === null && facts.implementedOn === null) {
    next.push({ id: 'began', what: 'Record the first day of the team', dueOn: null, missing: 'the first day of the team', rule: carolinaRules.baseline, why: 'The baseline review comes 6 months after it at the earliest' });
  }
  if (actionPlan !== null && actionPlan.demanded && actionPlan.plan?.submittedOn == null) {
    next.push({ id: 'action-plan', what: 'Meet DHHS and the LME/MCO and make an IPS fidelity action plan', dueOn: fromDay(actionPlan.due), rule: carolinaRules.actionPlan, why: `Fewer than ${String(enoughIndividuals)} individuals after ${countOf(baselineMonths, 'month')}` });
  }
  const planned = history.reviews.find((review) => review.stage === 'planned' && review.plannedOn !== null);
  const plannedWords = planned?.plannedOn == null ? '' : `; planned for ${on(planned.plannedOn)}`;
  if (baseline !== null) {
    next.push(baseline.due !== null
      ? { id: 'baseline', what: 'Hold the baseline review', dueOn: fromDay(baseline.due), rule: carolinaRules.actionPlan, why: `${countOf(planToBaselineMonths, 'month')} after the action plan${plannedWords}` }
      : { id: 'baseline', what: asOf >= baseline.earliest ? 'Arrange the baseline review' : 'Hold the baseline review, not earlier', dueOn: fromDay(baseline.earliest), earliest: true, rule: carolinaRules.baseline, why: `After ${countOf(baselineMonths, 'month')} of continuous operation${plannedWords}` });
  }
  if (pending !== null) {
    next.push({ id: 'score', what: `Record the final report of ${pending.clockOn === null ? 'the review' : on(pending.clockOn)}`, dueOn: null, missing: 'the final report with its score', rule: carolinaRules.next, why: pending.total === null ? 'The next review is counted from the day it comes in' : `The draft says ${String(pending.total)}; the final report decides` });
  }
  if (contest !== null && contest.sent === null && contest.due >= asOf) {
    next.push({ id: 'contest', what: contest.most === null ? 'Contest items of the draft, where the data say otherwise' : `Contest up to ${String(contest.most)} items of the draft, where the data say otherwise`, dueOn: fromDay(contest.due), rule: carolinaRules.contest, why: `${String(contestDays)} business days after the draft, ${on(contest.draftOn)}; data up to the last day on site` });
  }
  if (assistance !== null && (assistance.plan === null || assistance.set === null)) {
    next.push({ id: 'assistance', what: 'Review the action plan with the LME/MCO and record the hours of technical assistance', dueOn: fromDay(assistance.due), rule: carolinaRules.assistance, why: `74 to 99 points; ${countOf(assistanceDays, 'day')} after the final report, the text names no day` });
  }
  const set = assistance?.set ?? null;
  if (set !== null && assistance?.plan != null && (set.received ?? 0) < set.hours) {
    next.push({ id: 'assistance', what: `Receive the technical assistance: ${String(set.received ?? 0)} of ${countOf(set.hours, 'hour')} so far`, dueOn: fromDay(plusMonths(toDay(set.setOn), 12)), rule: carolinaRules.assistance, why: `12 months after the hours were set, ${dateWords(set.setOn)}` });
  }
  if (pending === null && last?.total != null) {
    if (last.total < certifiedFrom) next.push({ id: 'renewed-certification', what: 'Agree the next review with DHHS and the LME/MCO', dueOn: planned?.plannedOn == null ? null : fromDay(planned.plannedOn), missing: 'the day of the next review', rule: carolinaRules.minimum, why: 'Below 74 the text names no interval; certification is at risk' });
    else if (clock === null) next.push({ id: 'final-date', what: 'Record the day the final report came in', dueOn: null, missing: 'the day the final report came in', rule: carolinaRules.next, why: 'The next review is counted from it' });
    else next.push({ id: 'review', what: 'Hold the next fidelity review', dueOn: fromDay(clock.due), rule: carolinaRules.next, why: `${countOf(clock.months, 'month')} after the final report came in, ${on(clock.from)}${plannedWords}` });
  }
  return next;
}
