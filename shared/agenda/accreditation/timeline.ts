import type { CivilDate } from '../../civil-date.ts';
import {
  accreditationOutcomeWords, accreditationTaskWords, accreditors, type AccreditationOutcome, type Accreditor,
} from '../../model/agency-records/accreditation.ts';
import type { AccreditationApplication, AccreditationDecision, AccreditationSurvey, AccreditationTaskRecord } from '../../model/agency-records/agency-record.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';

export type AccreditationRecord = AccreditationApplication | AccreditationSurvey | AccreditationDecision | AccreditationTaskRecord;

/** `planned`: a day to come or passed by which something is expected; the others happened. */
export type AccreditationEvent = {
  /** Unique in its timeline. */
  readonly key: string;
  readonly kind: 'application' | 'fee' | 'withdrawn' | 'survey' | 'decision' | 'expiry' | 'task';
  readonly on: CivilDate;
  readonly planned: boolean;
  /** A few words: "Applied", "Survey planned", "Accredited: Three-Year Accreditation". */
  readonly words: string;
  readonly outcome: AccreditationOutcome | null;
  /** The record it comes from, as it stands. */
  readonly record: AccreditationRecord;
};

/** A time of accreditation, both days inclusive; `to` null where no expiry is recorded. */
export type Award = { readonly from: CivilDate; readonly to: CivilDate | null; readonly decision: AccreditationDecision };

export type AccreditorTimeline = {
  readonly accreditor: Accreditor;
  /** Oldest first. */
  readonly events: readonly AccreditationEvent[];
  readonly awards: readonly Award[];
  /** The last decision by the day; null before the first. */
  readonly current: AccreditationDecision | null;
};

const until = (date: CivilDate | undefined, asOf: CivilDate): CivilDate | undefined => (date !== undefined && date <= asOf ? date : undefined);

function ofApplication(record: AccreditationApplication, asOf: CivilDate): readonly AccreditationEvent[] {
  if (record.appliedOn > asOf) return [];
  const base = { record, planned: false, outcome: null } as const;
  const feePaidOn = until(record.feePaidOn, asOf);
  const withdrawnOn = until(record.withdrawnOn, asOf);
  return [
    { ...base, key: `${record.id} applied`, kind: 'application', on: record.appliedOn, words: record.renewal === true ? 'Applied for renewal' : 'Applied' },
    ...(feePaidOn === undefined ? [] : [{ ...base, key: `${record.id} fee`, kind: 'fee', on: feePaidOn, words: 'Fee paid' } as const]),
    ...(withdrawnOn === undefined ? [] : [{ ...base, key: `${record.id} withdrawn`, kind: 'withdrawn', on: withdrawnOn, words: 'Application withdrawn' } as const]),
  ];
}

function ofSurvey(record: AccreditationSurvey, asOf: CivilDate): readonly AccreditationEvent[] {
  const base = { key: `${record.id} survey`, kind: 'survey', record, outcome: null } as const;
  const heldOn = until(record.heldOn, asOf);
  if (heldOn !== undefined) return [{ ...base, on: heldOn, planned: false, words: 'Survey held' }];
  return record.plannedOn === undefined ? [] : [{ ...base, on: record.plannedOn, planned: true, words: 'Survey planned' }];
}

function ofDecision(record: AccreditationDecision, asOf: CivilDate, ends: CivilDate | null, isLast: boolean): readonly AccreditationEvent[] {
  if (record.decidedOn > asOf) return [];
  const term = record.term === undefined ? '' : `: ${record.term}`;
  const decided: AccreditationEvent = {
    key: `${record.id} decided`, kind: 'decision', on: record.decidedOn, planned: false, words: `${accreditationOutcomeWords[record.outcome]}${term}`, outcome: record.outcome, record,
  };
  // An award that was followed by another decision before its day did not run out.
  if (record.expiresOn === undefined || ends !== record.expiresOn) return [decided];
  // An end that another decision followed is history; the end of the last award is a thing to look after, however long ago.
  const planned = isLast || record.expiresOn >= asOf;
  return [decided, { key: `${record.id} expires`, kind: 'expiry', on: record.expiresOn, planned, words: planned ? 'Award ends' : 'Award ended', outcome: null, record }];
}

function ofTask(record: AccreditationTaskRecord, asOf: CivilDate): AccreditationEvent {
  const doneOn = until(record.doneOn, asOf);
  const title = record.title ?? accreditationTaskWords[record.task];
  return { key: `${record.id} task`, kind: 'task', on: doneOn ?? record.dueOn, planned: doneOn === undefined, words: doneOn === undefined ? title : `${title}, done`, outcome: null, record };
}

const byDay = (one: { readonly on: CivilDate }, other: { readonly on: CivilDate }): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

/** A renewal denied or put off leaves the award that runs until its printed day; every other decision takes its place. */
const takesPlace = ({ outcome }: AccreditationDecision): boolean => outcome !== 'denied' && outcome !== 'deferred';

/** The last day of an award: as printed, or the day the next decision took its place where that came first. */
function endOf(decision: AccreditationDecision, next: AccreditationDecision | undefined): CivilDate | null {
  const printed = decision.expiresOn ?? null;
  const replaced = next === undefined ? null : (next.effectiveOn ?? next.decidedOn);
  return replaced === null || (printed !== null && printed <= replaced) ? printed : replaced;
}

/**
 * What happened with each accreditor and what is still to come, as of a day: applications, fees, surveys, decisions, printed expiries and
 * tasks. Accreditors with anything on file, in their usual order. What happened after `asOf` is left out; a planned survey, a task not yet
 * done and an expiry keep their day wherever it lies.
 */
export function accreditationTimeline(records: StandingRecords, asOf: CivilDate): readonly AccreditorTimeline[] {
  return accreditors.flatMap((accreditor) => {
    const mine = <Item extends { readonly accreditor: Accreditor }>(items: readonly Item[]): readonly Item[] => items.filter((each) => each.accreditor === accreditor);
    const decisions = mine(records.of('accreditation-decision')).filter((each) => each.decidedOn <= asOf).sort((one, other) => (one.decidedOn < other.decidedOn ? -1 : 1));
    const ends = decisions.map((each, at) => endOf(each, decisions.slice(at + 1).find(takesPlace)));
    const events = [
      ...mine(records.of('accreditation-application')).flatMap((each) => ofApplication(each, asOf)),
      ...mine(records.of('accreditation-survey')).flatMap((each) => ofSurvey(each, asOf)),
      ...decisions.flatMap((each, at) => ofDecision(each, asOf, ends[at] ?? null, !decisions.slice(at + 1).some(takesPlace))),
      ...mine(records.of('accreditation-task')).map((each) => ofTask(each, asOf)),
    ].sort(byDay);
    if (events.length === 0) return [];
    const awards = decisions.flatMap((decision, at): Award[] =>
      decision.outcome === 'denied' || decision.outcome === 'lost' || decision.outcome === 'deferred'
        ? [] : [{ from: decision.effectiveOn ?? decision.decidedOn, to: ends[at] ?? null, decision }]);
    return [{ accreditor, events, awards, current: decisions.at(-1) ?? null }];
  });
}
