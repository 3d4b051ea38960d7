import { fromDay as dateOf, plusMonths, toDay } from '../../../civil-date.ts';
import { attestedFigures } from '../../../model/agency-records/caseload.ts';
import { countOf } from '../../../wording.ts';
import { listed } from '../../explain/words.ts';
import type { Status } from '../../status.ts';
import type { AgencyContext, AgencyJudge, FidelityRule } from '../row.ts';
import { baselineMonths, baselineRemindMonths, contestDays, contestItems, enoughIndividuals, ncFidelityHistory, planToBaselineMonths, type NcHistory } from './north-carolina.ts';
import { certifiedFrom } from './scale.ts';
import { clockSum, coveredThrough, dayBefore, daysLate, far, judgedFrom, judgement, lapsesFrom, on, openUntil, openWords, type FidelityContext, type Verdict } from './verdict.ts';

type NcRule = Extract<FidelityRule, { readonly kind: 'nc-fidelity' }>;

/** The North Carolina tiers of a judged team, from the records known at the asked moment. */
function ncHistoryOf({ records, team, asOf }: Pick<AgencyContext, 'records' | 'team' | 'asOf'>): NcHistory | null {
  if (team === null) return null;
  const ofTeam = <Kept extends { readonly teamId: string }>(kept: readonly Kept[]): readonly Kept[] => kept.filter((record) => record.teamId === team.id);
  return ncFidelityHistory({
    implementedOn: team.implementedOn ?? null,
    closedOn: team.closedOn ?? null,
    reviews: ofTeam(records.of('fidelity-review')),
    plans: ofTeam(records.of('fidelity-plan')),
    contests: ofTeam(records.of('fidelity-contest')),
    assistance: ofTeam(records.of('technical-assistance')),
    individuals: attestedFigures(records, 'active-members', { teamId: team.id }, asOf)[0]?.value ?? null,
    rootOf: records.rootOf,
    asOf,
  });
}

/**
 * Judges one clock of the North Carolina certification of a team; null where the team has no such clock on that day, or is closed.
 * Source: state-funded IPS definition, fidelity.
 */
export const judgeNcFidelity: AgencyJudge<NcRule> = (context) => {
  const history = ncHistoryOf(context);
  if (history === null || history.state === 'closed') return null;
  const verdict = parts[context.row.rule.part](context, history);
  return verdict === null ? null : judgement(verdict);
};

const parts: Readonly<Record<NcRule['part'], (context: FidelityContext, history: NcHistory) => Verdict | null>> = {
  baseline, 'action-plan': actionPlan, minimum, 'next-review': nextReview, contest, assistance,
};

function baseline(context: FidelityContext, history: NcHistory): Verdict | null {
  const { team, asOf, today } = context;
  const began = team?.implementedOn === undefined ? null : toDay(team.implementedOn);
  const rule = `The baseline review comes after ${countOf(baselineMonths, 'month')} of continuous operation; with an action plan, ${countOf(planToBaselineMonths, 'month')} after it.`;
  const first = history.reviews.find((review) => review.clockOn !== null);
  const earliest = began === null ? null : plusMonths(began, baselineMonths);
  if (first?.clockOn != null) {
    const early = earliest !== null && first.clockOn < earliest;
    return {
      status: early ? 'review' : 'met', onTime: early ? null : true, dueOn: null, evidenceIds: [first.id], rule,
      fact: `The first external review was held on ${on(first.clockOn)}${early ? `, before ${on(earliest)}` : ''}.`,
      consequence: early ? 'Whether it counts as the baseline is for DHHS to say.' : '',
      brief: `Held ${on(first.clockOn)}`, headline: early ? `Baseline review held before ${countOf(baselineMonths, 'month')} of operation` : context.row.title,
    };
  }
  const clock = history.baseline;
  if (clock === null || began === null) {
    return {
      status: 'not-yet-due', onTime: null, dueOn: null, missing: ['the first day of the team'], evidenceIds: [], rule,
      fact: 'The first day of the team is not recorded.', consequence: 'No date can be set yet.', brief: 'First day of the team not recorded', headline: `${context.row.title} is open`,
    };
  }
  if (clock.due !== null) {
    const status = openUntil(clock.due, context);
    const made = clock.plan?.submittedOn ?? clock.plan?.approvedOn ?? clock.due;
    return {
      status, onTime: status === 'overdue' ? false : null, dueOn: clock.due, missing: ['the baseline review'], evidenceIds: clock.plan === null ? [] : [clock.plan.record.id], rule,
      fact: `The action plan is of ${on(made)}; no baseline review is on file.`, consequence: openWords(status, clock.due, asOf),
      brief: 'No baseline review yet', headline: status === 'overdue' ? `Baseline review not held, due ${on(clock.due)}` : `Baseline review due ${on(clock.due)}`,
      ...clockSum('Action plan', made, countOf(planToBaselineMonths, 'month'), clock.due, asOf),
    };
  }
  const ready = today >= clock.earliest;
  const amber = today >= clock.remind;
  return {
    status: amber ? 'due-soon' : 'not-yet-due', onTime: null,
    // An earliest day is no deadline: it is named while it lies ahead, then the day from which the missing baseline is pointed out.
    dueOn: amber ? null : today <= clock.earliest ? clock.earliest : clock.remind,
    missing: ['the baseline review'], evidenceIds: [], rule,
    fact: `The team ${began > today ? 'is to begin' : 'began'} on ${on(began)}; no baseline review is on file.`,
    consequence: amber
      ? `${countOf(baselineRemindMonths, 'month')} of operation passed ${far(clock.remind, asOf)}: the review can be held since ${on(clock.earliest)}.`
      : ready ? `It can be held since ${far(clock.earliest, asOf)}; no deadline is named.` : `It can be held from ${far(clock.earliest, asOf)}; no deadline is named.`,
    brief: ready ? `Can be held since ${on(clock.earliest)}` : `Earliest ${on(clock.earliest)}`, headline: amber ? 'Baseline review not held yet' : `Baseline review, earliest ${on(clock.earliest)}`,
    ...clockSum('The team began', began, countOf(baselineMonths, 'month'), clock.earliest, dateOf(clock.earliest)),
  };
}

function actionPlan(context: FidelityContext, { actionPlan: duty }: NcHistory): Verdict | null {
  if (duty === null) return null;
  const made = duty.plan?.submittedOn ?? duty.plan?.approvedOn ?? null;
  const status: Status = made !== null ? 'met' : !duty.demanded ? openUntil(null, context) : duty.plan === null ? 'overdue' : 'incomplete';
  return {
    status, onTime: made !== null ? true : null, dueOn: made === null && duty.demanded ? duty.due : null, evidenceIds: duty.plan === null ? [] : [duty.plan.record.id],
    missing: made !== null ? [] : duty.plan === null ? ['the action plan'] : ['the day it was shared with DHHS and the LME/MCO'],
    fact: duty.demanded ? `Fewer than ${String(enoughIndividuals)} individuals are attested after ${countOf(baselineMonths, 'month')} of operation, reached on ${on(duty.due)}.` : 'An action plan of the new team is on file.',
    rule: `A new team without its staff or with fewer than ${String(enoughIndividuals)} individuals meets DHHS and the LME/MCO and makes an action plan.`,
    consequence: made === null ? 'Record the plan and the day it was shared.' : `It was shared on ${on(made)}; the baseline review follows ${countOf(planToBaselineMonths, 'month')} later.`,
    brief: made === null ? 'No action plan shared yet' : `Shared ${on(made)}`, headline: made === null ? 'Action plan of the new team is not on file' : context.row.title,
  };
}

function minimum(context: FidelityContext, { last, pending }: NcHistory): Verdict | null {
  if (last?.total == null && pending?.total == null) return null;
  const total = last?.total ?? null;
  const draft = pending?.total ?? null;
  const low = total !== null && total < certifiedFrom;
  const doubtful = draft !== null && (draft < certifiedFrom || total === null);
  const status: Status = low ? 'fail' : doubtful ? 'review' : 'met';
  const needed = `A team keeps its certification with at least ${String(certifiedFrom)}.`;
  const shown = low || !doubtful ? total : draft;
  return {
    status, onTime: status === 'met' ? true : status === 'fail' ? false : null, dueOn: null,
    evidenceIds: [last, pending].flatMap((review) => (review?.total == null ? [] : [review.id])),
    ...(status === 'review' ? { missing: ['the final report'] } : {}),
    fact: `${last?.total == null || last.clockOn === null ? '' : `The review of ${on(last.clockOn)} scored ${String(last.total)}. `}${draft === null ? '' : `The draft report of the latest review says ${String(draft)}. `}`.trim(),
    rule: needed,
    consequence: low ? 'Certification is at risk; agree the way back with DHHS and the LME/MCO.' : status === 'review' ? 'The final report decides.' : '',
    brief: status === 'review' ? `Draft says ${String(draft ?? '')}` : `${String(shown ?? '')} of 125, at least ${String(certifiedFrom)}`,
    headline: low ? `Fidelity below ${String(certifiedFrom)}: certification at risk` : status === 'review' ? 'Fidelity score waits for the final report' : context.row.title,
    arithmetic: [{ label: 'Total', value: String(shown ?? '') }, { label: 'Needed', value: String(certifiedFrom), mark: 'total' }, ...(low ? [{ label: 'Short of it', value: String(certifiedFrom - total), mark: 'over' as const }] : [])],
    ...(low ? { effect: `Open. Ends with a review of ${String(certifiedFrom)} or more.` } : {}),
  };
}

function nextReview(context: FidelityContext, history: NcHistory): Verdict | null {
  const { last, pending, clock } = history;
  const { asOf } = context;
  const rule = 'The next review comes 6, 12 or 18 months after the final report for 74 to 99, 100 to 114 and 115 to 125.';
  if (pending !== null) {
    const held = pending.clockOn === null ? 'the latest review' : `the review of ${on(pending.clockOn)}`;
    return {
      status: 'not-yet-due', onTime: null, dueOn: null, missing: ['the final report'], evidenceIds: [pending.id], rule,
      fact: `The final report of ${held} is not on file.`, consequence: 'The next review is counted from the day it comes in.', brief: 'Final report awaited', headline: `Final report of ${held} is not on file`,
    };
  }
  if (last?.total == null) return null;
  if (last.total < certifiedFrom) {
    const planned = history.reviews.find((review) => review.stage === 'planned' && review.plannedOn !== null && review.plannedOn >= context.today);
    return {
      status: planned === undefined ? 'review' : openUntil(planned.plannedOn, context), onTime: null, dueOn: planned?.plannedOn ?? null, missing: planned === undefined ? ['the day of the next review'] : [],
      evidenceIds: [last.id], fact: `The last review scored ${String(last.total)}.`, rule: `Below ${String(certifiedFrom)} the text names no interval.`,
      consequence: planned?.plannedOn == null ? 'Agree a day with DHHS and the LME/MCO and record it as planned.' : `The next review is planned for ${far(planned.plannedOn, asOf)}.`,
      brief: planned === undefined ? 'No day agreed yet' : 'Next review planned', headline: planned === undefined ? `Next review after ${String(last.total)}: no day agreed` : 'Next fidelity review is planned',
    };
  }
  if (clock === null) {
    return {
      status: 'incomplete', onTime: null, dueOn: null, missing: ['the day the final report came in'], evidenceIds: [last.id], rule,
      fact: `The last review scored ${String(last.total)}; the day its final report came in is not recorded.`, consequence: 'Without it the next review has no date.', brief: 'Day of the final report missing', headline: 'Day of the final fidelity report is not recorded',
    };
  }
  const lapses = lapsesFrom(history.lapses, judgedFrom(context));
  const late = last.clockOn !== null && lapses.some((lapse) => lapse.to === dayBefore(last.clockOn ?? clock.from));
  const status = coveredThrough(clock.due, late, context);
  return {
    status, onTime: lapses.length === 0 && status !== 'expired', dueOn: clock.due, validThrough: clock.due, lapses, evidenceIds: [last.id], rule,
    ...(status === 'expired' ? { missing: ['the next fidelity review'] } : {}),
    fact: `The last review scored ${String(last.total)}; its final report came in on ${on(clock.from)}.`,
    consequence: `The next ${status === 'expired' ? 'was' : 'is'} due ${far(clock.due, asOf)}.${late && status !== 'expired' ? ' The last one was late; that stays in the history.' : ''}`,
    brief: status === 'expired' ? `Was due ${on(clock.due)}` : `Next by ${on(clock.due)}`,
    headline: status === 'expired' ? `Fidelity review not held, due ${on(clock.due)}` : status === 'late' ? 'Last fidelity review was held late' : `Next fidelity review due ${on(clock.due)}`,
    ...clockSum('Final report came in', clock.from, countOf(clock.months, 'month'), clock.due, asOf),
    timeline: { anchor: dateOf(clock.from), cover: [{ from: dateOf(clock.from), to: dateOf(clock.due) }] },
  };
}

function contest(context: FidelityContext, { contest: window }: NcHistory): Verdict | null {
  if (window === null) return null;
  const { sent, due, draftOn, most } = window;
  if (sent === null && context.today > due) return null;
  const rule = `Data against a draft report are sent within ${String(contestDays)} business days, about practice up to the last day on site; with ${String(certifiedFrom)} or more about ${String(contestItems)} items at most.`;
  const sum = clockSum('Draft came in', draftOn, `${String(contestDays)} business days`, due, context.asOf);
  if (sent === null) {
    return {
      status: openUntil(due, context), onTime: null, dueOn: due, evidenceIds: [window.review.id], rule,
      fact: `The draft report came in on ${on(draftOn)}${window.review.total === null ? '' : ` with ${String(window.review.total)}`}.`,
      consequence: `Items can be contested until ${far(due, context.asOf)}; nobody has to.`, brief: `Until ${on(due)}${most === null ? '' : `, ${String(most)} items at most`}`, headline: `Draft report can be contested until ${on(due)}`, ...sum,
    };
  }
  const late = daysLate(toDay(sent.sentOn), due);
  const many = most !== null && sent.items.length > most;
  return {
    status: many ? 'review' : late > 0 ? 'late' : 'met', onTime: late > 0 ? false : many ? null : true, dueOn: null, evidenceIds: [sent.id, window.review.id], rule,
    fact: `${countOf(sent.items.length, 'item')} (${listed(sent.items.map(String))}) ${sent.items.length === 1 ? 'was' : 'were'} contested on ${on(toDay(sent.sentOn))}${late > 0 ? `, ${countOf(late, 'day')} after the window closed` : ''}.`,
    consequence: many ? `With ${String(window.review.total ?? certifiedFrom)} at most ${String(most)} items may be contested.` : late > 0 ? 'The evaluators need not consider it.' : 'The final report decides.',
    brief: many ? `${String(sent.items.length)} items, at most ${String(most)}` : late > 0 ? `Sent ${countOf(late, 'day')} late` : `Sent ${on(toDay(sent.sentOn))}`,
    headline: many ? 'More items contested than allowed' : late > 0 ? `Contest sent ${countOf(late, 'day')} late` : context.row.title, ...sum,
  };
}

function assistance(context: FidelityContext, { assistance: duty }: NcHistory): Verdict | null {
  if (duty === null) return null;
  const { plan, set, review, due, from } = duty;
  const { asOf } = context;
  const rule = 'With 74 to 99 the action plan is reviewed with the LME/MCO, which sets hours of technical assistance for the next 12 months.';
  const missing = [...(plan === null ? ['the action plan handed in'] : []), ...(set === null ? ['the hours set by the LME/MCO'] : [])];
  const evidenceIds = [review.id, ...(plan === null ? [] : [plan.record.id]), ...(set === null ? [] : [set.id])];
  const scored = `The last review scored ${String(review.total ?? '')}.`;
  if (set === null || plan === null) {
    const open = openUntil(due, context);
    const status: Status = open === 'overdue' && missing.length === 1 ? 'incomplete' : open;
    return {
      status, onTime: null, dueOn: due, missing, evidenceIds, rule, fact: `${scored} Missing: ${listed(missing)}.`,
      consequence: `${openWords(status, due, asOf)} The text names no day; it is asked for within a month of the final report.`, brief: `Lacks ${listed(missing)}`, headline: `After ${String(review.total ?? '')}: ${listed(missing)} not on file`,
      ...clockSum('Final report came in', from, '30 days', due, asOf),
    };
  }
  const end = plusMonths(toDay(set.setOn), 12);
  const received = set.received ?? 0;
  const full = received >= set.hours;
  const open = openUntil(end, context);
  const status: Status = full ? 'met' : open === 'overdue' ? 'incomplete' : open;
  return {
    status, onTime: full ? true : null, dueOn: full ? null : end, evidenceIds, rule,
    ...(full ? {} : { missing: [`${String(set.hours - received)} of ${countOf(set.hours, 'hour')}`] }),
    fact: `${scored} ${String(received)} of ${countOf(set.hours, 'hour')} set on ${on(toDay(set.setOn))} are attested.`, consequence: full ? '' : openWords(status, end, asOf),
    brief: `${String(received)} of ${countOf(set.hours, 'hour')}`, headline: full ? context.row.title : `Technical assistance: ${String(received)} of ${countOf(set.hours, 'hour')}`,
    ...clockSum('Hours set', toDay(set.setOn), '12 months', end, asOf),
  };
}
