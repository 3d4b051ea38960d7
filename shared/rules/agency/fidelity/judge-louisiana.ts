import { fromDay as dateOf, plusMonths, toDay, type Day } from '../../../civil-date.ts';
import { countOf } from '../../../wording.ts';
import { listed } from '../../explain/words.ts';
import { worseOf, type Status } from '../../status.ts';
import type { AgencyContext, AgencyJudge, FidelityRule } from '../row.ts';
import { annualMonths, laFidelityHistory, planDays, shortMonths, type LaHistory } from './louisiana.ts';
import { planMissing } from './plan-state.ts';
import type { ReviewFacts } from './review-facts.ts';
import { goodFrom } from './scale.ts';
import { clockSum, coveredThrough, dayBefore, daysLate, far, judgedFrom, judgement, lapsesFrom, on, openUntil, openWords, type FidelityContext, type Verdict } from './verdict.ts';

type LaRule = Extract<FidelityRule, { readonly kind: 'la-fidelity' }>;

/** The Louisiana cycle of a judged team, from the records known at the asked moment. */
function laHistoryOf({ records, team, asOf }: Pick<AgencyContext, 'records' | 'team' | 'asOf'>): LaHistory | null {
  if (team === null) return null;
  const ofTeam = <Kept extends { readonly teamId: string }>(kept: readonly Kept[]): readonly Kept[] => kept.filter((record) => record.teamId === team.id);
  return laFidelityHistory({
    implementedOn: team.implementedOn ?? null,
    closedOn: team.closedOn ?? null,
    reviews: ofTeam(records.of('fidelity-review')),
    plans: ofTeam(records.of('fidelity-plan')),
    grants: ofTeam(records.of('fidelity-grant')),
    rootOf: records.rootOf,
    asOf,
  });
}

/**
 * Judges one clock of the Louisiana fidelity cycle of a team; null where the team's state has no such clock, the team is closed, or what it
 * asks for lay before the records begin. Source: Medicaid manual 2.3, IPS Fidelity Standards.
 */
export const judgeLaFidelity: AgencyJudge<LaRule> = (context) => {
  const history = laHistoryOf(context);
  if (history === null || history.state === 'closed') return null;
  const verdict = parts[context.row.rule.part](context, history);
  return verdict === null ? null : judgement(verdict);
};

const parts: Readonly<Record<LaRule['part'], (context: FidelityContext, history: LaHistory) => Verdict | null>> = {
  'self-evaluation': selfEvaluationVerdict,
  'first-review': firstReview,
  'new-team-review': newTeamReview,
  plan: planVerdict,
  'annual-review': annualReview,
  'reach-100': reach,
};

/** The first payer contract, for the agency's first team; for later teams the day they began. */
function contractingDay({ records, file, team, today }: FidelityContext): { readonly day: Day; readonly name: string } | null {
  const began = team?.implementedOn === undefined ? null : toDay(team.implementedOn);
  const earlier = began !== null && (file.teams ?? []).some((other) => other.id !== team?.id && other.implementedOn !== undefined && toDay(other.implementedOn) < began);
  const contracts = records.of('credential')
    .filter((paper) => paper.credential === 'payer-contract' && (paper.teamId === undefined || paper.teamId === team?.id))
    .flatMap((paper) => paper.effectiveOn ?? paper.signedOn ?? [])
    .map(toDay)
    .filter((day) => day <= today)
    .sort((a, b) => a - b);
  const contract = contracts[0];
  if (contract !== undefined && !earlier) return { day: contract, name: 'the first payer contract' };
  return began === null ? null : { day: began, name: 'the first day of the team' };
}

function selfEvaluationVerdict(context: FidelityContext, { baseline }: LaHistory): Verdict | null {
  const anchor = contractingDay(context);
  const from = judgedFrom(context);
  const due = anchor === null ? null : dayBefore(anchor.day);
  const missing = baseline === null ? ['the self-evaluation'] : [...(baseline.total === null ? ['its total'] : []), ...(baseline.submittedOn === null ? ['the day it was handed in'] : [])];
  const done = missing.length === 0 ? (baseline?.submittedOn ?? null) : null;
  const open = openUntil(due, context);
  const status: Status = done === null
    ? open === 'overdue' && baseline !== null ? 'incomplete' : open
    : anchor === null || done < anchor.day ? 'met' : done === anchor.day ? 'review' : 'late';
  if (status !== 'met' && from !== null && due !== null && due < from) return null;
  const score = baseline?.total == null ? '' : `, ${String(baseline.total)} of 125`;
  const name = anchor?.name ?? 'the first payer contract';
  const fact = baseline === null
    ? 'No self-evaluation with the fidelity scale is on file.'
    : done === null ? `The self-evaluation of ${on(baseline.doneOn)}${score === '' ? '' : `${score},`} lacks ${listed(missing)}.` : `The self-evaluation of ${on(baseline.doneOn)}${score === '' ? '' : `${score},`} was handed in on ${on(done)}${anchor === null ? '' : done < anchor.day ? `, ${countOf(anchor.day - done, 'day')} before ${name}` : done === anchor.day ? `, the day of ${name}` : `, ${countOf(done - anchor.day, 'day')} after ${name}`}.`;
  return {
    status,
    onTime: done === null ? (status === 'overdue' || status === 'incomplete' ? false : null) : status === 'met' ? true : status === 'late' ? false : null,
    dueOn: done === null || status === 'review' ? due : null,
    missing,
    evidenceIds: baseline === null ? [] : [baseline.id],
    fact,
    rule: 'A new team hands in a self-evaluation with a baseline score before it is contracted.',
    consequence: status === 'review' ? 'A person must show which came first.' : status === 'late' ? 'The delay stays in the history.' : status === 'met' ? '' : openWords(status, due, context.asOf),
    brief: baseline === null ? 'No self-evaluation on file' : done === null ? `Lacks ${listed(missing)}` : `Handed in ${on(done)}${score}`,
    headline: status === 'met' ? context.row.title : status === 'late' ? 'Self-evaluation handed in after contracting' : baseline === null ? 'No self-evaluation of the team on file' : 'Self-evaluation of the team is not complete',
    timeline: { anchor: anchor === null ? null : dateOf(anchor.day), dots: baseline === null ? [] : [dateOf(baseline.doneOn)] },
  };
}

function firstReview(context: FidelityContext, history: LaHistory): Verdict | null {
  const { team, asOf } = context;
  const began = team?.implementedOn === undefined ? null : toDay(team.implementedOn);
  const first = history.reviews.find((review) => review.clockOn !== null) ?? null;
  const due = began === null ? null : plusMonths(began, shortMonths);
  const from = judgedFrom(context);
  if (from !== null && due !== null && due < from) return null;
  const rule = `An external review is held within ${countOf(shortMonths, 'month')} of the first day of a new team and shows improvement over its baseline.`;
  const sum = began === null || due === null ? {} : clockSum('The team began', began, countOf(shortMonths, 'month'), due, asOf);
  const shared = { dueOn: due, rule, timeline: { anchor: began === null ? null : dateOf(began), dots: first?.clockOn == null ? [] : [dateOf(first.clockOn)] }, ...sum };
  if (first?.clockOn == null) {
    const status = openUntil(due, context);
    return {
      ...shared, status, onTime: status === 'overdue' ? false : null, evidenceIds: [],
      missing: began === null ? ['the first day of the team'] : ['the first external review'],
      fact: began === null ? 'The first day of the team is not recorded, and no external review is on file.' : `The team ${began > context.today ? 'is to begin' : 'began'} on ${on(began)}; no external review is on file.`,
      consequence: openWords(status, due, asOf),
      brief: began === null ? 'First day of the team not recorded' : 'No external review yet',
      headline: status === 'overdue' && due !== null ? `First fidelity review not held, due ${on(due)}` : 'First fidelity review is open',
    };
  }
  const held = first.clockOn;
  const late = due === null ? 0 : daysLate(held, due);
  const { baseline } = history;
  const score = first.stage === 'final' ? first.total : null;
  const better = score === null || baseline?.total == null ? null : score > baseline.total || score >= goodFrom;
  const waiting = score === null ? (due !== null && context.today > due ? 'incomplete' : openUntil(due, context)) : null;
  const timely: Status = late > 0 ? 'late' : 'met';
  const status = waiting !== null ? worseOf(waiting, timely) : better === false ? worseOf('review', timely) : timely;
  const compared = score === null
    ? 'Its final score is not on file.'
    : baseline?.total == null ? `It scored ${String(score)}; no baseline is on file to compare it with.` : `It scored ${String(score)}, the baseline ${String(baseline.total)}.`;
  return {
    ...shared, status,
    onTime: late > 0 ? false : waiting === null && status !== 'review' ? true : null,
    dueOn: waiting === null ? null : due,
    ...(score === null ? { missing: ['the final report with its score'] } : {}),
    evidenceIds: [first.id, ...(baseline === null ? [] : [baseline.id])],
    fact: `The first review was held on ${on(held)}${late > 0 ? `, ${countOf(late, 'day')} after its day` : ''}. ${compared}`,
    consequence: better === false ? 'That is no improvement; the payer decides.' : late > 0 ? 'The delay stays in the history.' : '',
    brief: score === null ? `Held ${on(held)}, score awaited` : better === false ? `${String(score)}, baseline ${String(baseline?.total ?? '')}` : late > 0 ? `Held ${countOf(late, 'day')} late` : `Held ${on(held)}, ${String(score)}`,
    headline: better === false ? 'First fidelity review shows no improvement over the baseline' : late > 0 ? `First fidelity review held ${countOf(late, 'day')} late` : score === null ? 'First fidelity review: score not on file' : context.row.title,
  };
}

/** A review clock that already ran once: what covers, through when. */
function clockVerdict(context: FidelityContext, history: LaHistory, facts: { readonly rule: string; readonly lapses: LaHistory['lapses']['newTeam']; readonly startLabel: string }): Verdict | null {
  const { clock } = history;
  const held = history.pending ?? history.last;
  if (clock === null || held === null) return null;
  const { asOf } = context;
  const lapses = lapsesFrom(facts.lapses, judgedFrom(context));
  const late = held.clockOn !== null && lapses.some((lapse) => lapse.to === dayBefore(held.clockOn ?? clock.from));
  const status = coveredThrough(clock.due, late, context);
  const score = held.stage === 'final' && held.total !== null ? `: ${String(held.total)} of 125` : ', score awaited';
  const planned = history.reviews.find((review) => review.stage === 'planned' && review.plannedOn !== null);
  const plannedWords = planned?.plannedOn == null ? '' : ` The next is planned for ${far(planned.plannedOn, asOf)}.`;
  return {
    status,
    onTime: lapses.length === 0 && status !== 'expired',
    dueOn: clock.due,
    validThrough: clock.due,
    lapses,
    evidenceIds: [held.id, ...(clock.grant === null ? [] : [clock.grant.id])],
    ...(status === 'expired' ? { missing: ['the next fidelity review'] } : {}),
    fact: held.clockOn === null ? 'A review is on file.' : `The last review was held on ${on(held.clockOn)}${score}.`,
    rule: facts.rule,
    consequence: `${status === 'expired' ? `The next was due ${far(clock.due, asOf)}.` : `The next is due ${far(clock.due, asOf)}.`}${plannedWords}${late && status !== 'expired' ? ' The last one was late; that stays in the history.' : ''}`,
    brief: status === 'expired' ? `Was due ${on(clock.due)}` : `Next by ${on(clock.due)}`,
    headline: status === 'expired' ? `Fidelity review not held, due ${on(clock.due)}` : status === 'late' ? 'Last fidelity review was held late' : `Next fidelity review due ${on(clock.due)}`,
    ...clockSum(facts.startLabel, clock.from, countOf(clock.months, 'month'), clock.due, asOf),
    timeline: { anchor: dateOf(clock.from), cover: [{ from: dateOf(clock.from), to: dateOf(clock.due) }] },
  };
}

function newTeamReview(context: FidelityContext, history: LaHistory): Verdict | null {
  if (history.state !== 'new' || history.clock?.because !== 'new-team') return null;
  return clockVerdict(context, history, { rule: `A new team is reviewed every ${countOf(shortMonths, 'month')} until a first 100, counted from the last day on site.`, lapses: history.lapses.newTeam, startLabel: 'Last day on site' });
}

function annualReview(context: FidelityContext, history: LaHistory): Verdict | null {
  const { clock, state } = history;
  if (clock === null || state === 'new') return null;
  const rule = clock.because === 'lost'
    ? `A team that may not accept new members is reviewed again within ${countOf(shortMonths, 'month')}.`
    : clock.because === 'grant'
      ? `An existing team is reviewed every ${countOf(annualMonths, 'month')}; ${clock.grant?.by ?? 'the payer'} ${clock.months > annualMonths ? 'granted' : 'asked for'} ${countOf(clock.months, 'month')}.`
      : `An existing team is reviewed at least every ${countOf(annualMonths, 'month')}, counted from the last day on site.`;
  const label = clock.because === 'lost' && clock.from === dayBefore(history.lostOn ?? clock.from) ? 'Corrective action ended' : 'Last day on site';
  return clockVerdict(context, history, { rule, lapses: history.lapses.existing, startLabel: label });
}

const itemWords = (items: readonly number[]): string => `${items.length === 1 ? 'Item' : 'Items'} ${listed(items.map(String))}`;

function planVerdict(context: FidelityContext, history: LaHistory): Verdict | null {
  const duty = history.plan;
  const { asOf } = context;
  const from = judgedFrom(context);
  if (duty === null) return planWarning(history.last, context);
  if (from !== null && duty.due < from && (history.state === 'new' || history.state === 'existing')) return null;
  const { review, plan } = duty;
  const rated = duty.items === null || duty.items.length === 0 ? '' : `${itemWords(duty.items)} ${duty.items.length === 1 ? 'was' : 'were'} rated 3 or lower. `;
  const reviewed = review?.clockOn == null ? '' : `The review of ${on(review.clockOn)} scored ${String(review.total ?? '')}${review.stage === 'drafted' ? ' in its draft' : ''}. `;
  if (!duty.demanded) {
    return {
      status: 'review', onTime: null, dueOn: duty.due, missing: ['the 25 items of the review'], evidenceIds: review === null ? [] : [review.id],
      fact: `${reviewed}Its items are not recorded.`, rule: 'In a new team every item rated 1, 2 or 3 asks for a corrective action plan.',
      consequence: 'Whether a plan is owed cannot be said before the items are recorded.', brief: 'Items not recorded', headline: 'Items of the review are not recorded',
    };
  }
  const missing = planMissing(plan);
  const done = plan?.doneOn ?? null;
  const late = done === null ? 0 : daysLate(done, duty.due);
  const open = openUntil(duty.due, context);
  const started = plan !== null;
  const status: Status = done !== null ? (late > 0 ? 'late' : 'met') : open === 'overdue' && started ? 'incomplete' : open;
  const lost = review?.findingsOn !== duty.from;
  const fact = done !== null
    ? `${reviewed}The plan was approved and in place on ${on(done)}${late > 0 ? `, ${countOf(late, 'day')} after its day` : ''}.`
    : `${reviewed}${rated}${started ? `The plan lacks ${listed(missing)}.` : lost ? 'No new corrective action plan is on file.' : 'No corrective action plan is on file.'}`;
  return {
    status,
    onTime: done !== null ? late === 0 : open === 'overdue' ? false : null,
    dueOn: done === null ? duty.due : null,
    missing: done === null ? missing : [],
    evidenceIds: [...(review === null ? [] : [review.id]), ...(plan === null ? [] : [plan.record.id])],
    fact,
    rule: duty.shortened ? 'The payer set an earlier day for the plan.' : lost ? `A team that may not accept new members owes a new approved plan; ${countOf(planDays, 'day')} as for a new team.` : `An approved plan is in place at once, at the latest ${countOf(planDays, 'day')} after the findings.`,
    consequence: done === null ? openWords(status, duty.due, asOf) : late > 0 ? 'The delay stays in the history.' : '',
    brief: done !== null ? (late > 0 ? `In place ${countOf(late, 'day')} late` : `In place ${on(done)}`) : started ? `Lacks ${listed(missing)}` : 'No plan on file',
    headline: status === 'late' ? `Corrective action plan in place ${countOf(late, 'day')} late` : done !== null ? context.row.title : started ? `Corrective action plan lacks ${listed(missing)}` : `No corrective action plan on file, due ${on(duty.due)}`,
    ...clockSum(lost ? 'Corrective action ended' : 'Findings', duty.from, duty.shortened ? "the payer's day" : countOf(planDays, 'day'), duty.due, asOf),
    timeline: { anchor: dateOf(duty.from), window: { from: dateOf(duty.from), to: dateOf(duty.due) }, dots: done === null ? [] : [dateOf(done)] },
  };
}

/** An existing team with 100 or more owes no plan; what was rated low is said all the same. */
function planWarning(last: ReviewFacts | null, { row }: FidelityContext): Verdict | null {
  if (last?.total == null || last.clockOn === null || last.lowItems === null || last.lowItems.length === 0) return null;
  return {
    status: 'met', onTime: true, dueOn: null, evidenceIds: [last.id],
    fact: `${itemWords(last.lowItems)} ${last.lowItems.length === 1 ? 'was' : 'were'} rated 3 or lower in the review of ${on(last.clockOn)}.`,
    rule: 'The text asks a new team for a plan for such items; of an existing team with 100 or more it does not.',
    consequence: 'A plan for them is worth making.', brief: `${itemWords(last.lowItems)} at 3 or lower, no plan owed`, headline: row.title,
  };
}

function reach(context: FidelityContext, history: LaHistory): Verdict | null {
  const { corrective, last, pending, lostOn } = history;
  const { asOf } = context;
  if (history.state === 'new' || last?.total == null) return null;
  const rule = `An existing team keeps ${String(goodFrom)} or more; below, it has ${countOf(shortMonths, 'month')} with an approved plan to reach it again.`;
  const everLost = history.steps.some((step) => step.to === 'no-new-members');
  const evidenceIds = [last.id, ...(pending === null ? [] : [pending.id])];
  const scored = `The review of ${last.clockOn === null ? 'the record' : on(last.clockOn)} scored ${String(last.total)}.`;
  if (corrective === null) {
    const doubtful = pending?.total != null && pending.total < goodFrom;
    return {
      status: doubtful ? 'review' : 'met', onTime: doubtful ? null : !everLost, dueOn: null, evidenceIds,
      ...(doubtful ? { missing: ['the final report'] } : {}),
      fact: doubtful ? `${scored} The draft after it says ${String(pending.total)}.` : scored, rule,
      consequence: doubtful ? 'The final report decides whether corrective action begins.' : 'New members may be accepted.',
      brief: doubtful ? `Draft says ${String(pending.total)}` : `${String(last.total)} of 125`, headline: doubtful ? `Draft report below ${String(goodFrom)}` : context.row.title,
      arithmetic: [{ label: 'Total', value: String(last.total) }, { label: 'Needed', value: String(goodFrom), mark: 'total' }],
    };
  }
  const sum = clockSum('Findings', corrective.from, countOf(shortMonths, 'month'), corrective.deadline, asOf);
  const arithmetic = [{ label: 'Total', value: String(last.total) }, { label: `Short of ${String(goodFrom)}`, value: String(goodFrom - last.total), mark: 'over' as const }, ...sum.arithmetic];
  const timeline = { anchor: dateOf(corrective.from), window: { from: dateOf(corrective.from), to: dateOf(corrective.deadline) }, dots: [last, pending].flatMap((each) => (each?.clockOn == null ? [] : [dateOf(each.clockOn)])) };
  if (history.state === 'no-new-members') {
    const next = history.clock === null ? '' : ` The next review is due ${far(history.clock.due, asOf)}; with ${String(goodFrom)} referrals resume.`;
    return {
      status: 'fail', onTime: false, dueOn: null, evidenceIds, sums: sum.sums, arithmetic, timeline,
      fact: `${scored} The ${countOf(shortMonths, 'month')} of corrective action ended on ${on(corrective.deadline)} without ${String(goodFrom)}.`, rule,
      consequence: `The team may not accept new members since ${lostOn === null ? 'then' : on(lostOn)}; it goes on serving those it has.${next}`,
      brief: `No new members since ${lostOn === null ? on(corrective.deadline) : on(lostOn)}`, headline: 'The team may not accept new members', effect: `Open. Ends with a review of ${String(goodFrom)} or more.`,
    };
  }
  const waiting = context.today > corrective.deadline;
  const status = waiting ? 'review' : openUntil(corrective.deadline, context);
  return {
    status, onTime: null, dueOn: corrective.deadline, evidenceIds, sums: sum.sums, arithmetic, timeline,
    missing: [waiting ? 'the final report of the review held in time' : `a review with ${String(goodFrom)} or more`],
    fact: waiting && pending?.clockOn != null ? `${scored} The review of ${on(pending.clockOn)} was held in time; its final score is not on file.` : scored, rule,
    consequence: waiting ? `The ${countOf(shortMonths, 'month')} ended ${far(corrective.deadline, asOf)}: take no new members before the score is known.` : `${openWords(status, corrective.deadline, asOf)} New members may be accepted until then.`,
    brief: waiting ? 'Held in time, score awaited' : `${String(goodFrom - last.total)} short, by ${on(corrective.deadline)}`,
    headline: waiting ? 'Score of the review held in time is not on file' : `${String(goodFrom)} must be reached by ${on(corrective.deadline)}`,
  };
}
