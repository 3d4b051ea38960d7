import { fromDay, plusDays, plusMonths, toDay, type CivilDate, type Day } from '../../../civil-date.ts';
import type { FidelityGrant, FidelityPlan, FidelityReview } from '../../../model/agency-records/agency-record.ts';
import { countOf, dateWords } from '../../../wording.ts';
import type { Citation } from '../../standing.ts';
import { inOrder, notBefore, type FidelityStep, type NextStep, type ReviewLapse } from './history.ts';
import { planState, type PlanState } from './plan-state.ts';
import { externalReviews, selfEvaluation, type ReviewFacts } from './review-facts.ts';
import { exemplaryFrom, goodFrom } from './scale.ts';

const cite = (section: string): Citation => ({ source: 'S2', section });
export const louisianaRules = {
  selfEvaluation: cite('New Teams 1'),
  firstReview: cite('New Teams 2, 2a'),
  newTeamReview: cite('New Teams 2d'),
  plan: cite('New Teams 2b-2c'),
  existing: cite('Existing Teams'),
  annual: cite('Existing Teams 1'),
  reach: cite('Existing Teams 2'),
  exceptional: cite('Existing Teams, exceptional practice'),
  lost: cite('Existing Teams, below threshold'),
} as const satisfies Readonly<Record<string, Citation>>;

/** Months a new team, a team that lost new members, and a corrective action plan have. */
export const shortMonths = 6;
/** Months between the reviews of an existing team, unless the payer granted more. */
export const annualMonths = 12;
/** The longest interval the text lets a payer grant. */
const longestMonths = 24;
/** Days after the findings by which a corrective action plan is in place. */
export const planDays = 30;

export type LaState = 'new' | 'existing' | 'corrective-action' | 'no-new-members' | 'closed';

/** What the cycle of one Louisiana team is computed from. Records that stand; facts dated after `asOf` are left out here. */
export type LaFidelityFacts = {
  /** First day of the team. A day ahead is a plan: the dates are then said "if it begins". */
  readonly implementedOn: CivilDate | null;
  /** Last day of the team, inclusive. */
  readonly closedOn?: CivilDate | null;
  readonly reviews: readonly FidelityReview[];
  readonly plans: readonly FidelityPlan[];
  readonly grants: readonly FidelityGrant[];
  /** The first id of a record's chain (`StandingRecords.rootOf`): a plan may name an earlier state of its review. */
  readonly rootOf?: (id: string) => string;
  readonly asOf: CivilDate;
};

/** The clock of the next review: counted from a day, so many months. */
export type ReviewClock = { readonly from: Day; readonly months: number; readonly due: Day; readonly because: 'implementation' | 'new-team' | 'annual' | 'grant' | 'lost'; readonly grant: FidelityGrant | null };

/** The six months an existing team below 100 has, and the review that began them. */
export type CorrectiveAction = { readonly review: ReviewFacts; readonly from: Day; readonly deadline: Day };

/** A plan somebody has to make. `demanded` false: a new team's items were not entered, so nobody can tell. */
export type PlanDuty = { readonly review: ReviewFacts | null; readonly demanded: boolean; readonly from: Day; readonly due: Day; readonly shortened: boolean; readonly items: readonly number[] | null; readonly plan: PlanState | null };

/** Where a Louisiana team stands in the fidelity cycle, how it came there, and what comes next. */
export type LaHistory = {
  readonly state: LaState;
  readonly since: CivilDate | null;
  /** Null while it cannot be said: the team has not begun, or the six months are over and the review held inside them has no score yet. */
  readonly mayAcceptNewMembers: boolean | null;
  readonly steps: readonly FidelityStep<LaState>[];
  readonly next: readonly NextStep[];
  readonly baseline: (ReviewFacts & { readonly doneOn: Day }) | null;
  /** External reviews by day, planned ones last. */
  readonly reviews: readonly ReviewFacts[];
  /** The last review with a final total. */
  readonly last: ReviewFacts | null;
  /** Held after `last`, and its final total is not on file. */
  readonly pending: ReviewFacts | null;
  readonly clock: ReviewClock | null;
  readonly corrective: CorrectiveAction | null;
  readonly lostOn: Day | null;
  readonly plan: PlanDuty | null;
  readonly lapses: { readonly first: ReviewLapse | null; readonly newTeam: readonly ReviewLapse[]; readonly existing: readonly ReviewLapse[] };
};

/**
 * The fidelity cycle of one Louisiana team on a day: new until a first 100, then existing; below 100 six months of corrective action, and
 * after them no new members until a review reaches 100 again. Clocks run from the last day on site; the six months and the thirty days
 * of a plan from the day the findings came in (first report), both inclusive. Source: Medicaid manual 2.3, IPS Fidelity Standards.
 */
export function laFidelityHistory(facts: LaFidelityFacts): LaHistory {
  const closedOn = facts.closedOn ?? null;
  if (closedOn !== null && closedOn < facts.asOf) {
    const until = laFidelityHistory({ ...facts, closedOn: null, asOf: closedOn });
    const step: FidelityStep<LaState> = { on: closedOn, event: `The team closed on ${dateWords(closedOn)}`, from: until.state, to: 'closed', rule: louisianaRules.existing };
    return { ...until, state: 'closed', since: closedOn, mayAcceptNewMembers: false, steps: [...until.steps, step], next: [], plan: null, clock: null };
  }
  return new Cycle(facts).history();
}

/** Walks the reviews once, in the order they were held. */
class Cycle {
  private readonly asOf: Day;
  private readonly began: Day | null;
  private readonly reviews: readonly ReviewFacts[];
  private readonly steps: FidelityStep<LaState>[] = [];
  private state: LaState = 'new';
  private since: CivilDate | null = null;
  private last: ReviewFacts | null = null;
  private held: ReviewFacts | null = null;
  private before: LaState = 'new';
  private corrective: CorrectiveAction | null = null;
  private lostOn: Day | null = null;
  private first: ReviewLapse | null = null;
  private readonly newTeam: ReviewLapse[] = [];
  private readonly existing: ReviewLapse[] = [];

  constructor(private readonly facts: LaFidelityFacts) {
    this.asOf = toDay(facts.asOf);
    this.began = facts.implementedOn === null ? null : toDay(facts.implementedOn);
    this.reviews = externalReviews(facts.reviews, this.asOf);
  }

  history(): LaHistory {
    if (this.began !== null && this.began <= this.asOf) this.step(this.began, `The team began on ${dateWords(fromDay(this.began))}`, 'new', louisianaRules.firstReview);
    for (const review of this.reviews) if (review.clockOn !== null) this.hold(review, review.clockOn);
    const waiting = this.awaitedInTime();
    if (this.corrective !== null && this.state === 'corrective-action' && this.asOf > this.corrective.deadline && waiting === null) this.lose(this.corrective.deadline);
    const clock = this.clockAfter();
    const pending = this.pending();
    const plan = this.planDuty();
    return {
      state: this.state,
      since: this.since,
      mayAcceptNewMembers: this.mayAccept(),
      steps: this.steps,
      next: inOrder(this.nextSteps(clock, pending, plan)),
      baseline: selfEvaluation(this.facts.reviews, this.asOf),
      reviews: this.reviews,
      last: this.last,
      pending,
      clock,
      corrective: this.corrective,
      lostOn: this.lostOn,
      plan,
      lapses: { first: this.first, newTeam: this.newTeam, existing: this.existing },
    };
  }

  private mayAccept(): boolean | null {
    if (this.state === 'no-new-members') return false;
    if (this.corrective !== null && this.asOf > this.corrective.deadline) return null;
    return this.held === null && (this.began === null || this.began > this.asOf) ? null : true;
  }

  private step(day: Day, event: string, to: LaState, rule: Citation): void {
    const on = notBefore(day, this.steps.at(-1)?.on);
    this.steps.push({ on, event, from: this.steps.length === 0 ? null : this.state, to, rule });
    if (this.since === null || to !== this.state) this.since = on;
    this.state = to;
  }

  /** A review took place: what was due by then, and with a final total, what it changes. */
  private hold(review: ReviewFacts, on: Day): void {
    if (this.corrective !== null && this.state === 'corrective-action' && on > this.corrective.deadline) this.lose(this.corrective.deadline);
    const clock = this.clockAfter(on);
    if (clock !== null && on > clock.due) {
      const lapse = { from: plusDays(clock.due, 1), to: plusDays(on, -1) };
      if (clock.because === 'implementation') this.first = lapse;
      else if (this.state === 'new') this.newTeam.push(lapse);
      else this.existing.push(lapse);
    }
    this.held = review;
    if (review.stage !== 'final' || review.total === null) return;
    this.last = review;
    this.before = this.state;
    const good = review.total >= goodFrom;
    const said = `Review of ${dateWords(fromDay(on))}: ${String(review.total)} of 125`;
    switch (this.state) {
      case 'new': this.step(on, good ? `${said}, the first with 100 or more` : `${said}, below 100`, good ? 'existing' : 'new', good ? louisianaRules.existing : louisianaRules.newTeamReview); break;
      case 'existing':
        if (good) this.step(on, said, 'existing', louisianaRules.annual);
        else this.begin(review, said);
        break;
      case 'corrective-action':
      case 'no-new-members':
        if (good) {
          this.step(on, `${said}, 100 or more again`, 'existing', this.state === 'no-new-members' ? louisianaRules.lost : louisianaRules.reach);
          this.corrective = null;
          this.lostOn = null;
        } else this.step(on, `${said}, still below 100`, this.state, this.state === 'no-new-members' ? louisianaRules.lost : louisianaRules.reach);
        break;
      case 'closed': break;
    }
  }

  private begin(review: ReviewFacts, said: string): void {
    const from = review.findingsOn ?? review.clockOn ?? this.asOf;
    this.corrective = { review, from, deadline: plusMonths(from, shortMonths) };
    this.step(from, `${said}, below 100`, 'corrective-action', louisianaRules.reach);
  }

  private lose(deadline: Day): void {
    this.lostOn = plusDays(deadline, 1);
    this.step(this.lostOn, `Six months of corrective action ended on ${dateWords(fromDay(deadline))} without 100`, 'no-new-members', louisianaRules.lost);
  }

  /** The review clock after what was held so far; grants count that were given before `until`. */
  private clockAfter(until: Day = plusDays(this.asOf, 1)): ReviewClock | null {
    const held = this.held;
    const from = held?.clockOn ?? null;
    const clock = (start: Day, months: number, because: ReviewClock['because'], grant: FidelityGrant | null = null): ReviewClock => ({ from: start, months, due: plusMonths(start, months), because, grant });
    if (this.state === 'new') {
      if (from !== null) return clock(from, shortMonths, 'new-team');
      return this.began === null ? null : clock(this.began, shortMonths, 'implementation');
    }
    if (from === null || held === null) return null;
    if (this.state === 'no-new-members') {
      const lost = plusDays(this.lostOn ?? from, -1);
      return clock(from > lost ? from : lost, shortMonths, 'lost');
    }
    const grant = this.grantFor(held, from, until);
    return grant === null ? clock(from, annualMonths, 'annual') : clock(from, Math.min(grant.months, longestMonths), 'grant', grant);
  }

  /** The interval a payer set after a review: a longer one needs exceptional practice in that review, a shorter one nothing. */
  private grantFor(held: ReviewFacts, from: Day, until: Day): FidelityGrant | null {
    const exceptional = held.stage === 'final' && held.total !== null && held.total >= exemplaryFrom;
    return this.facts.grants
      .filter((grant) => toDay(grant.grantedOn) >= from && toDay(grant.grantedOn) < until && toDay(grant.grantedOn) <= this.asOf)
      .filter((grant) => grant.months <= annualMonths || exceptional)
      .toSorted((a, b) => (a.grantedOn < b.grantedOn ? -1 : 1))
      .at(-1) ?? null;
  }

  private pending(): ReviewFacts | null {
    return this.held !== null && this.held !== this.last ? this.held : null;
  }

  /** A review held inside the six months whose total is not on file yet: until it is, nobody can say that the team failed. */
  private awaitedInTime(): ReviewFacts | null {
    const { corrective } = this;
    const review = this.pending();
    return corrective !== null && review?.clockOn != null && review.clockOn <= corrective.deadline ? review : null;
  }

  private planDuty(): PlanDuty | null {
    const review = [this.held, this.last].find((each) => each?.total != null) ?? null;
    const before = review === this.last ? this.before : this.state;
    const lost = this.lostOn;
    // The plan of the six months has not led to 100: a new one is owed, unless a review since then brought findings of its own.
    if (lost !== null && this.state === 'no-new-members' && (review?.clockOn ?? lost) < lost) {
      const plan = planState(this.facts.plans.filter((each) => (each.submittedOn ?? each.approvedOn ?? each.implementedOn ?? '') >= fromDay(lost)), this.asOf);
      return this.due(review, true, plusDays(lost, -1), review?.lowItems ?? null, plan);
    }
    if (review?.total == null || review.findingsOn === null) return null;
    const low = review.lowItems;
    const demanded = review.total < goodFrom || (before === 'new' && low !== null && low.length > 0);
    const unknown = !demanded && before === 'new' && low === null;
    if (!demanded && !unknown) return null;
    const root = this.facts.rootOf ?? ((id: string) => id);
    const plan = planState(this.facts.plans.filter((each) => each.reviewId !== undefined && root(each.reviewId) === root(review.id)), this.asOf);
    return this.due(review, demanded, review.findingsOn, low, plan);
  }

  private due(review: ReviewFacts | null, demanded: boolean, from: Day, items: readonly number[] | null, plan: PlanState | null): PlanDuty {
    const usual = plusDays(from, planDays);
    const asked = plan?.record.dueOn === undefined ? null : toDay(plan.record.dueOn);
    const shortened = asked !== null && asked < usual;
    return { review, demanded, from, due: shortened ? asked : usual, shortened, items, plan };
  }

  private nextSteps(clock: ReviewClock | null, pending: ReviewFacts | null, plan: PlanDuty | null): readonly NextStep[] {
    const next: NextStep[] = [];
    for (const review of this.reviews) {
      if (review.stage === 'undated') next.push({ id: 'day', what: 'Record the last day on site of the review', dueOn: null, missing: 'the last day on site', rule: louisianaRules.annual, why: 'A score without a day decides nothing' });
    }
    if (this.began === null && this.held === null) next.push({ id: 'began', what: 'Record the first day of the team', dueOn: null, missing: 'the first day of the team', rule: louisianaRules.firstReview, why: 'The first review is due 6 months after it' });
    if (pending !== null) {
      const when = pending.clockOn === null ? '' : ` of ${dateWords(fromDay(pending.clockOn))}`;
      const said = pending.total === null ? 'It decides what follows' : `The draft says ${String(pending.total)}; the final report decides`;
      next.push({ id: 'score', what: `Record the final report${when}`, dueOn: null, missing: 'the final report with its score', rule: louisianaRules.annual, why: said });
    }
    if (plan !== null && plan.plan?.doneOn == null) {
      next.push(plan.demanded
        ? { id: 'plan', what: 'Put the approved corrective action plan in place', dueOn: fromDay(plan.due), rule: louisianaRules.plan, why: plan.shortened ? 'The day the payer set' : `${countOf(planDays, 'day')} after ${plan.review?.findingsOn === plan.from ? 'the findings' : 'the six months ended'}, ${dateWords(fromDay(plan.from))}` }
        : { id: 'items', what: 'Record the 25 items of the review', dueOn: null, missing: 'the items of the review', rule: louisianaRules.plan, why: 'An item rated 1, 2 or 3 asks for a plan, also with 100 or more' });
    }
    const corrective = this.corrective;
    if (this.state === 'corrective-action' && corrective !== null && this.asOf <= corrective.deadline) {
      next.push({ id: 'reach-100', what: 'Reach 100 or more in a fidelity review', dueOn: fromDay(corrective.deadline), rule: louisianaRules.reach, why: `${countOf(shortMonths, 'month')} after the findings, ${dateWords(fromDay(corrective.from))}` });
    }
    if (clock !== null && !(this.state === 'corrective-action' && corrective !== null && clock.due >= corrective.deadline)) next.push(this.reviewStep(clock));
    return next;
  }

  private reviewStep(clock: ReviewClock): NextStep {
    const planned = this.reviews.find((review) => review.stage === 'planned' && review.plannedOn !== null);
    const said = planned?.plannedOn == null ? '' : `; planned for ${dateWords(fromDay(planned.plannedOn))}`;
    const months = countOf(clock.months, 'month');
    const from = dateWords(fromDay(clock.from));
    const words: Readonly<Record<ReviewClock['because'], readonly [what: string, why: string, rule: Citation]>> = {
      implementation: ['Hold the first external fidelity review', `${months} after the team ${clock.from > this.asOf ? 'is to begin' : 'began'}, ${from}`, louisianaRules.firstReview],
      'new-team': ['Hold the next fidelity review', `${months} after the last day on site, ${from}, until a first 100`, louisianaRules.newTeamReview],
      annual: ['Hold the next fidelity review', `${months} after the last day on site, ${from}`, louisianaRules.annual],
      grant: ['Hold the next fidelity review', `${months} after the last day on site, ${from}, as ${clock.grant?.by ?? 'the payer'} ${clock.months > annualMonths ? 'granted' : 'asked'}`, louisianaRules.exceptional],
      lost: ['Hold the next fidelity review', clock.from === this.held?.clockOn ? `${months} after the last day on site, ${from}` : `${months} after the corrective action ended, ${from}`, louisianaRules.lost],
    };
    const [what, why, rule] = words[clock.because];
    return { id: 'review', what, dueOn: fromDay(clock.due), rule, why: `${why}${said}` };
  }
}
