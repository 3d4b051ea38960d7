import { fromDay, plusWeekdays, toDay, type CivilDate } from '../../civil-date.ts';
import { isAdverse, type AccreditationOutcome } from './accreditation.ts';
import type { AccreditationDecision, Credential, WrittenNotice } from './agency-record.ts';
import type { StandingRecords } from './standing-records.ts';

/** `done` within the grace, `late` after it; nothing sent: `open` until the grace ends, `overdue` from the day after. */
export type NoticeState = 'done' | 'late' | 'open' | 'overdue';

/** The written notice of one decision that one payer is owed, as of a day. */
export type NoticeOwed = {
  readonly decision: AccreditationDecision;
  readonly contract: Credential;
  /** The day the agency was told, which is the day the notice is due. */
  readonly dueOn: CivilDate;
  /** The last day before it counts as overdue, inclusive. */
  readonly graceUntil: CivilDate;
  /** The first notice sent to this payer, by the day asked about. */
  readonly notice: WrittenNotice | null;
  readonly state: NoticeState;
};

/** When the agency was told of a decision: the recorded day, else the day it was decided. */
export const toldOn = (decision: AccreditationDecision): CivilDate => decision.notifiedOn ?? decision.decidedOn;

const rank: Readonly<Record<AccreditationOutcome, number>> = { full: 2, reduced: 1, provisional: 1, deferred: 1, denied: 0, lost: 0 };

/**
 * The decisions the agency had been told of by a day that are denials, losses or changes for the worse, oldest first. A provisional or
 * deferred outcome is one where the accreditor had accredited the agency in full before: any step down is a negative change
 * (S2 2.3, Agency 2).
 */
export function adverseDecisions(records: StandingRecords, asOf: CivilDate): readonly AccreditationDecision[] {
  const told = records.of('accreditation-decision')
    .filter((decision) => decision.decidedOn <= asOf && toldOn(decision) <= asOf)
    .sort((one, other) => (one.decidedOn < other.decidedOn ? -1 : one.decidedOn > other.decidedOn ? 1 : 0));
  return told.filter((decision, at) => {
    if (isAdverse(decision.outcome)) return true;
    const before = told.slice(0, at).findLast((each) => each.accreditor === decision.accreditor);
    return before !== undefined && rank[decision.outcome] < rank[before.outcome];
  });
}

/** Whether a contract is in force on a day. A contract without dates is; one still in process is not. Days are inclusive. */
export function inForceOn(contract: Credential, on: CivilDate): boolean {
  if (contract.inProcess === true && contract.effectiveOn === undefined) return false;
  const from = contract.effectiveOn ?? contract.signedOn;
  return (from === undefined || from <= on)
    && (contract.expiresOn === undefined || contract.expiresOn >= on)
    && (contract.endedOn === undefined || contract.endedOn >= on);
}

/**
 * One written notice per adverse decision and payer contract in force on the day the agency was told: due that same day, overdue once
 * `businessDays` Monday-to-Friday days have passed (S2 2.3, Agency 2: in writing, immediately upon notification, to the managed care
 * entities). In the order of decisions, then contracts. Facts after `asOf` do not count.
 */
export function noticesOwed(records: StandingRecords, asOf: CivilDate, businessDays = 1): readonly NoticeOwed[] {
  const contracts = records.of('credential').filter((each) => each.credential === 'payer-contract');
  const sent = records.of('written-notice').filter((each) => each.sentOn <= asOf);
  return adverseDecisions(records, asOf).flatMap((decision) => {
    const dueOn = toldOn(decision);
    const graceUntil = fromDay(plusWeekdays(toDay(dueOn), businessDays));
    return contracts.filter((contract) => inForceOn(contract, dueOn)).map((contract): NoticeOwed => {
      const notices = sent.filter(
        (each) => records.rootOf(each.decisionId) === records.rootOf(decision.id) && records.rootOf(each.contractId) === records.rootOf(contract.id),
      );
      const notice = notices.reduce<WrittenNotice | null>((first, each) => (first === null || each.sentOn < first.sentOn ? each : first), null);
      const state = notice === null ? (asOf > graceUntil ? 'overdue' : 'open') : notice.sentOn > graceUntil ? 'late' : 'done';
      return { decision, contract, dueOn, graceUntil, notice, state };
    });
  });
}
