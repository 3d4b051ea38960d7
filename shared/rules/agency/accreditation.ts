import { fromDay, plusDays, plusMonths, toDay, type CivilDate } from '../../civil-date.ts';
import { accreditorWords, accreditationOutcomeWords, type AccreditationOutcome } from '../../model/agency-records/accreditation.ts';
import type { AccreditationApplication, AccreditationDecision } from '../../model/agency-records/agency-record.ts';
import { noticesOwed, type NoticeOwed } from '../../model/agency-records/notices.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';
import { countOf, dateWords } from '../../wording.ts';
import { listed } from '../explain/words.ts';
import { statusRank, type Status } from '../status.ts';
import { clockSum, coveredThrough, dayBefore, far, judgement, on, openUntil, openWords, type Verdict } from './fidelity/verdict.ts';
import type { AccreditationRule, AgencyContext, AgencyJudge } from './row.ts';

type Rule<Kind extends AccreditationRule['kind']> = Extract<AccreditationRule, { readonly kind: Kind }>;

/** Months an agency that has applied may take to be accredited (S2 Agency 2, Note). */
const monthsToAccreditation = 18;

const startOf = (decision: AccreditationDecision): CivilDate => decision.effectiveOn ?? decision.decidedOn;

/** Decisions in effect by a day, oldest first. */
const decisionsBy = (records: StandingRecords, asOf: CivilDate): readonly AccreditationDecision[] =>
  records.of('accreditation-decision')
    .filter((decision) => decision.decidedOn <= asOf && startOf(decision) <= asOf)
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : startOf(one) > startOf(other) ? 1 : one.decidedOn < other.decidedOn ? -1 : 1));

/** Applications that were made and not withdrawn by a day, oldest first. */
const applicationsBy = (records: StandingRecords, asOf: CivilDate): readonly AccreditationApplication[] =>
  records.of('accreditation-application')
    .filter((each) => each.appliedOn <= asOf && !(each.withdrawnOn !== undefined && each.withdrawnOn <= asOf))
    .sort((one, other) => (one.appliedOn < other.appliedOn ? -1 : one.appliedOn > other.appliedOn ? 1 : 0));

/** The first application, whoever was asked; a renewal is no first one. */
const firstApplication = (records: StandingRecords, asOf: CivilDate): AccreditationApplication | null => applicationsBy(records, asOf).find((each) => each.renewal !== true) ?? null;

const waiting: readonly AccreditationOutcome[] = ['provisional', 'deferred', 'reduced'];

/** Judges whether one of the three accreditors accredits the agency on the day (S2 Agency 2; G-10). */
export const judgeAccredited: AgencyJudge<Rule<'accredited'>> = (context) => {
  const decisions = decisionsBy(context.records, context.asOf);
  const verdicts = [...new Set(decisions.map((each) => each.accreditor))].map((accreditor) => decided(context, decisions.filter((each) => each.accreditor === accreditor)));
  const best = verdicts.reduce<Verdict | null>((first, each) => (first === null || statusRank(each.status) > statusRank(first.status) ? each : first), null);
  return judgement(best ?? undecided(context));
};

const accreditedRule = 'The agency is accredited by CARF, COA or the Joint Commission, through the printed last day.';

function undecided({ records, asOf, today, soonDays, row }: AgencyContext): Verdict {
  const first = applicationsBy(records, asOf)[0];
  if (first === undefined) {
    return {
      status: 'overdue', onTime: false, dueOn: null, missing: ['an application', 'an accreditation decision'], evidenceIds: [], fact: 'Neither an application nor a decision is on file.', rule: accreditedRule,
      consequence: 'It is overdue until it is recorded.', brief: 'Nothing on file', headline: 'Accreditation is not on file',
    };
  }
  const applied = toDay(first.appliedOn);
  const due = plusMonths(applied, monthsToAccreditation);
  const status = openUntil(due, { today, soonDays });
  return {
    status, onTime: status === 'overdue' ? false : null, dueOn: due, missing: ['an accreditation decision'], evidenceIds: [first.id],
    fact: `${accreditorWords[first.accreditor].short} was applied to on ${on(applied)}; no decision is on file.`, rule: accreditedRule, consequence: openWords(status, due, asOf),
    brief: status === 'overdue' ? 'No decision in 18 months' : 'Applied, decision awaited', headline: status === 'overdue' ? 'The agency is not accredited' : row.title,
    ...clockSum('Applied', applied, countOf(monthsToAccreditation, 'month'), due, asOf),
  };
}

function decided({ asOf, today, soonDays, recordsFrom, row }: AgencyContext, decisions: readonly AccreditationDecision[]): Verdict {
  const last = decisions.at(-1);
  if (last === undefined) throw new Error('an accreditor with a decision');
  const name = accreditorWords[last.accreditor].short;
  const from = toDay(startOf(last));
  const end = last.expiresOn === undefined ? null : toDay(last.expiresOn);
  const before = decisions.at(-2);
  const beforeEnd = before?.expiresOn === undefined ? null : toDay(before.expiresOn);
  const hole = beforeEnd !== null && beforeEnd + 1 < from && (recordsFrom === null || beforeEnd >= recordsFrom) ? { from: plusDays(beforeEnd, 1), to: dayBefore(from) } : null;
  const expired = end !== null && today > end ? [{ from: plusDays(end, 1), to: today }] : [];
  const lapses = [...(hole === null ? [] : [hole]), ...expired];
  const outcome = `${name}: ${accreditationOutcomeWords[last.outcome].toLowerCase()}${last.term === undefined ? '' : `, ${last.term}`}, from ${on(from)}${end === null ? ', no last day on file' : ` through ${far(end, asOf)}`}`;
  const shared = { evidenceIds: [last.id], rule: accreditedRule, validThrough: end, lapses, timeline: { cover: [{ from: fromDay(from), to: end === null ? null : fromDay(end) }] } };
  if (last.outcome === 'denied' || last.outcome === 'lost') {
    return {
      ...shared, status: 'fail', onTime: false, dueOn: null, validThrough: null, fact: `${name}: ${accreditationOutcomeWords[last.outcome].toLowerCase()} on ${dateWords(last.decidedOn)}.`, consequence: 'The agency is not accredited until a later decision says so.',
      brief: `${accreditationOutcomeWords[last.outcome]} ${dateWords(last.decidedOn)}`, headline: `Accreditation was ${last.outcome === 'denied' ? 'denied' : 'lost'}`, effect: 'Open. Ends with a later decision that accredits.',
    };
  }
  if (expired.length > 0 && end !== null) {
    return {
      ...shared, status: 'expired', onTime: false, dueOn: end, fact: `${outcome}.`, consequence: 'No later decision is on file.', brief: `Ended ${on(end)}`, headline: `Accreditation ended on ${on(end)}`,
      sums: [`${on(end)}, the last day inclusive, to ${on(today)} = ${countOf(today - end, 'day')}.`], effect: 'Open. Ends with a later decision that accredits.',
    };
  }
  if (waiting.includes(last.outcome)) {
    return {
      ...shared, status: 'review', onTime: null, dueOn: end, fact: `${outcome}.`, consequence: 'Whether this counts as accredited is for a person to settle.', brief: accreditationOutcomeWords[last.outcome],
      headline: `Accreditation is ${accreditationOutcomeWords[last.outcome].toLowerCase()}`, effect: 'No verdict until a person decides.',
    };
  }
  const status = end === null ? (hole === null ? 'met' : 'late') : coveredThrough(end, hole !== null, { today, soonDays });
  return {
    ...shared, status, onTime: hole === null, dueOn: end, fact: `${outcome}${hole === null ? '' : `; not accredited ${on(hole.from)} to ${on(hole.to)}`}.`, consequence: hole === null ? '' : 'The lapse stays in the history.',
    brief: end === null ? `${name}, no printed end` : `${name}, through ${on(end)}`,
    headline: hole !== null ? 'Accreditation had lapsed before it was renewed' : status === 'expiring' && end !== null ? `Accreditation ends on ${on(end)}` : row.title,
  };
}

/** The day the first payer contract was in force by a day, else signed; null without one. */
function firstContract(records: StandingRecords, asOf: CivilDate): { readonly day: CivilDate; readonly id: string } | null {
  const contracts = records.of('credential').filter((each) => each.credential === 'payer-contract').flatMap((each) => {
    const day = each.effectiveOn ?? each.signedOn;
    return day === undefined || day > asOf ? [] : [{ day, id: each.id }];
  });
  return contracts.reduce<{ readonly day: CivilDate; readonly id: string } | null>((first, each) => (first === null || each.day < first.day ? each : first), null);
}

/** Judges whether accreditation was applied for, and the fee paid, before the first payer contract (S2 Agency 2, Note). Null without a contract, unless all is done. */
export const judgeAppliedFirst: AgencyJudge<Rule<'applied-before-contract'>> = ({ records, asOf, row }) => {
  const contract = firstContract(records, asOf);
  const all = applicationsBy(records, asOf);
  const paid = (each: AccreditationApplication): CivilDate | null => (each.feePaidOn === undefined || each.feePaidOn > asOf ? null : each.feePaidOn);
  const complete = all.flatMap((each) => {
    const fee = paid(each);
    return fee === null ? [] : [{ each, fee, done: fee > each.appliedOn ? fee : each.appliedOn }];
  });
  const best = complete.reduce<(typeof complete)[number] | null>((first, each) => (first === null || each.done < first.done ? each : first), null);
  const rule = 'Both come before the agency is contracted, and the proof of both is kept.';
  if (contract === null && best === null) return null;
  const anchor = contract === null ? null : toDay(contract.day);
  const timeline = { anchor: contract === null ? null : contract.day, dots: best === null ? [] : [best.done] };
  if (best === null) {
    const application = all[0];
    const missing = application === undefined ? ['the application', 'the proof of payment'] : ['the proof of payment'];
    return judgement({
      status: application === undefined ? 'overdue' : 'incomplete', onTime: false, dueOn: anchor === null ? null : dayBefore(anchor), missing, evidenceIds: application === undefined ? [] : [application.id], rule, timeline,
      fact: `The first payer contract began on ${anchor === null ? '' : on(anchor)}; ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not on file.`, consequence: 'Record when they were made.',
      brief: application === undefined ? 'Nothing on file' : 'Payment not on file', headline: application === undefined ? 'Accreditation application is not on file' : 'Payment of the accreditation fee is not on file',
    });
  }
  const done = toDay(best.done);
  const did = `${accreditorWords[best.each.accreditor].short} was applied to on ${dateWords(best.each.appliedOn)} and paid on ${dateWords(best.fee)}`;
  const status: Status = anchor === null || done < anchor ? 'met' : done === anchor ? 'review' : 'late';
  const days = anchor === null ? '' : countOf(Math.abs(anchor - done), 'day');
  return judgement({
    status, onTime: status === 'met' ? true : status === 'late' ? false : null, dueOn: null, evidenceIds: [best.each.id, ...(contract === null ? [] : [contract.id])], rule, timeline,
    fact: anchor === null ? `${did}; no payer contract is on file.` : status === 'met' ? `${did}, ${days} before the first payer contract of ${on(anchor)}.` : status === 'review' ? `${did}, the day the first payer contract began.` : `${did}, ${days} after the first payer contract of ${on(anchor)}.`,
    consequence: status === 'late' ? 'Nothing recorded later can change this.' : status === 'review' ? 'A person must show which came first.' : '',
    brief: anchor === null ? 'Applied and paid' : status === 'review' ? 'On the day of the contract' : `${days} ${status === 'late' ? 'after' : 'before'} the first contract`,
    headline: status === 'late' ? 'Accreditation was applied for and paid after the first contract' : status === 'review' ? 'Accreditation was applied for and paid on the day of the first contract' : row.title,
    ...(anchor === null || status === 'review' ? {} : { sums: [status === 'met' ? `${on(done)} to ${on(anchor)} = ${days} before.` : `${on(anchor)} to ${on(done)} = ${days} late.`] }),
  });
};

/** Judges full accreditation within so many months of the first application (S2 Agency 2, Note; G-10). Null before any first application. */
export const judgeAccreditedWithin: AgencyJudge<Rule<'accredited-within'>> = ({ records, asOf, today, soonDays, row }) => {
  const first = firstApplication(records, asOf);
  if (first === null) return null;
  const { months } = row.rule;
  const applied = toDay(first.appliedOn);
  const due = plusMonths(applied, months);
  const decisions = records.of('accreditation-decision').filter((each) => each.decidedOn <= asOf && each.decidedOn >= first.appliedOn).sort((one, other) => (one.decidedOn < other.decidedOn ? -1 : 1));
  const full = decisions.find((each) => each.outcome === 'full');
  const pending = decisions.findLast((each) => waiting.includes(each.outcome));
  const done = full === undefined ? null : toDay(full.decidedOn);
  const open = openUntil(due, { today, soonDays });
  const status: Status = done !== null ? (done <= due ? 'met' : 'late') : pending !== undefined ? 'review' : open;
  const awarded = full ?? pending;
  const sum = clockSum('First application', applied, countOf(months, 'month'), due, done === null ? asOf : fromDay(done));
  const told = awarded === undefined ? `The first application was made on ${on(applied)}; no accreditation is on file.` : `The first application was made on ${on(applied)}, ${accreditorWords[awarded.accreditor].short} decided on ${dateWords(awarded.decidedOn)}: ${accreditationOutcomeWords[awarded.outcome].toLowerCase()}.`;
  return judgement({
    ...(status === 'met' ? {} : sum), ...(status === 'met' ? { sums: [`${on(applied)} + ${countOf(months, 'month')} = ${on(due)}, inclusive; accredited ${done === null ? '' : on(done)}.`] } : {}),
    status, onTime: status === 'met' ? true : status === 'late' || status === 'overdue' ? false : null, dueOn: done === null ? due : null,
    missing: done === null ? ['full accreditation'] : [], evidenceIds: [first.id, ...(awarded === undefined ? [] : [awarded.id])],
    fact: told, rule: `Full accreditation is reached within ${countOf(months, 'month')} of the first application, by ${on(due)}.`,
    consequence: done !== null ? (status === 'late' ? `It came ${countOf(done - due, 'day')} late; the delay stays in the history.` : '') : status === 'review' ? 'Whether this counts as full is for a person to settle.' : openWords(status, due, asOf),
    brief: done !== null ? (status === 'late' ? `${countOf(done - due, 'day')} late` : `Accredited ${on(done)}`) : status === 'review' ? `Only ${accreditationOutcomeWords[pending?.outcome ?? 'provisional'].toLowerCase()}` : `Needed by ${on(due)}`,
    headline: status === 'late' ? `Full accreditation came after ${countOf(months, 'month')}` : status === 'overdue' ? `No full accreditation ${countOf(months, 'month')} after applying` : row.title,
    timeline: { anchor: first.appliedOn, window: { from: first.appliedOn, to: fromDay(due) }, dots: awarded === undefined ? [] : [awarded.decidedOn] },
  });
};

const noticeStatus: Readonly<Record<NoticeOwed['state'], Status>> = { done: 'met', late: 'late', open: 'due-soon', overdue: 'overdue' };

/** Judges the written notices of adverse decisions, one per payer (S2 Agency 2). Null where nothing adverse was decided, or nobody was to be told. */
export const judgeAdverseNotice: AgencyJudge<Rule<'adverse-notice'>> = ({ records, asOf, row }) => {
  const owed = noticesOwed(records, asOf, row.rule.businessDays);
  if (owed.length === 0) return null;
  const payer = (each: NoticeOwed): string => each.contract.party ?? each.contract.title ?? each.contract.number ?? 'a payer without a name';
  const open = owed.filter((each) => each.notice === null);
  const status = owed.map((each) => noticeStatus[each.state]).reduce((worst, each) => (statusRank(each) < statusRank(worst) ? each : worst));
  const late = owed.filter((each) => each.state === 'late');
  const due = open.map((each) => toDay(each.dueOn)).sort((a, b) => a - b)[0] ?? null;
  const line = (each: NoticeOwed): string => `${payer(each)}: told ${dateWords(each.dueOn)}, ${each.notice === null ? `not sent, overdue after ${dateWords(each.graceUntil)}` : `sent ${dateWords(each.notice.sentOn)}${each.state === 'late' ? `, ${countOf(toDay(each.notice.sentOn) - toDay(each.dueOn), 'day')} later` : ''}`}.`;
  return judgement({
    status, onTime: late.length > 0 || open.some((each) => each.state === 'overdue') ? false : open.length > 0 ? null : true, dueOn: due, missing: open.map(payer),
    evidenceIds: [...new Set(owed.flatMap((each) => [each.decision.id, ...(each.notice === null ? [] : [each.notice.id])]))],
    fact: `${countOf(owed.length - open.length, 'written notice')} of ${String(owed.length)} sent${open.length === 0 ? '' : `; outstanding: ${listed(open.map(payer))}`}${late.length === 0 ? '' : `; late: ${listed(late.map(payer))}`}.`,
    rule: `Every payer is told in writing the day the agency learns of it, ${countOf(row.rule.businessDays, 'business day')} later at the latest.`,
    consequence: due !== null ? openWords(status, due, asOf) : late.length > 0 ? 'The delay stays in the history.' : '',
    brief: open.length > 0 ? `${countOf(open.length, 'notice')} to send` : late.length > 0 ? `${countOf(late.length, 'notice')} sent late` : 'All payers told',
    headline: open.length > 0 ? `${countOf(open.length, 'written notice')} of an accreditation decision to send` : late.length > 0 ? `${countOf(late.length, 'written notice')} of an accreditation decision ${late.length === 1 ? 'was' : 'were'} sent late` : row.title,
    sums: owed.map(line),
  });
};
