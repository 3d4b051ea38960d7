import { toDay, type CivilDate, type Day } from '../../../civil-date.ts';
import type { FidelityPlan } from '../../../model/agency-records/agency-record.ts';

/** One plan as known on a day: what lies after that day is left out. */
export type PlanState = {
  readonly record: FidelityPlan;
  readonly submittedOn: Day | null;
  readonly approvedOn: Day | null;
  readonly implementedOn: Day | null;
  /** The day it was both approved and implemented; null while one of them is missing. */
  readonly doneOn: Day | null;
};

/** Of several plans the one that is done first, else the one that has come furthest; null where there is none on file by that day. */
export function planState(plans: readonly FidelityPlan[], asOf: Day): PlanState | null {
  const by = (date: CivilDate | undefined): Day | null => (date === undefined || toDay(date) > asOf ? null : toDay(date));
  const states = plans.map((record): PlanState => {
    const approvedOn = by(record.approvedOn);
    const implementedOn = by(record.implementedOn);
    return {
      record, approvedOn, implementedOn,
      submittedOn: by(record.submittedOn),
      doneOn: approvedOn === null || implementedOn === null ? null : approvedOn > implementedOn ? approvedOn : implementedOn,
    };
  });
  const far = (state: PlanState): number => [state.submittedOn, state.approvedOn, state.implementedOn].filter((day) => day !== null).length;
  const end = Number.POSITIVE_INFINITY;
  return states.toSorted((a, b) => (a.doneOn ?? end) - (b.doneOn ?? end) || far(b) - far(a))[0] ?? null;
}

/** What a plan still lacks, in words: nothing on file lacks all of it. */
export function planMissing(plan: PlanState | null): readonly string[] {
  return [
    ...(plan === null ? ['the plan'] : plan.submittedOn === null && plan.approvedOn === null ? ['the day it was handed in'] : []),
    ...(plan?.approvedOn == null ? ["the payer's approval"] : []),
    ...(plan?.implementedOn == null ? ['the day it is in place'] : []),
  ];
}
