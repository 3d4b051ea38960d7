import { diffDays, type CivilDate } from '../../civil-date.ts';
import type { Correction, Survey, SurveyFinding } from '../../model/agency-records/agency-record.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';

/** How a correction stands: done (and late or not), past its day, within the days called soon, or later. The due day is its last good day. */
export type CorrectionState = 'done' | 'done-late' | 'overdue' | 'due-soon' | 'open';
export const correctionStateWords: Readonly<Record<CorrectionState, string>> = { done: 'Done', 'done-late': 'Done late', overdue: 'Overdue', 'due-soon': 'Due soon', open: 'Open' };

export type CorrectionLine = { readonly correction: Correction; readonly finding: SurveyFinding; readonly survey: Survey; readonly state: CorrectionState };

export type FindingLine = {
  readonly finding: SurveyFinding;
  readonly corrections: readonly CorrectionLine[];
  /** A recommendation needs no correction; a finding is closed once it has corrections and all are done. */
  readonly state: 'unplanned' | 'open' | 'overdue' | 'closed' | 'recommendation';
};

export type SurveyState = {
  readonly survey: Survey;
  /** Begun and not ended by the day. */
  readonly running: boolean;
  readonly findings: readonly FindingLine[];
  /** By due day, what is done last. */
  readonly plan: readonly CorrectionLine[];
  readonly overdue: number;
  readonly done: number;
};

/** How a correction stands on a day. `soonDays`: how many days ahead are called soon, inclusive. */
export function correctionState({ dueOn, doneOn }: Pick<Correction, 'dueOn' | 'doneOn'>, asOf: CivilDate, soonDays: number): CorrectionState {
  if (doneOn !== undefined && doneOn <= asOf) return doneOn > dueOn ? 'done-late' : 'done';
  if (dueOn < asOf) return 'overdue';
  return diffDays(asOf, dueOn) <= soonDays ? 'due-soon' : 'open';
}

/** A correction as a line of the calendar and of Today: what, and who answers for it. */
export const correctionWords = ({ action, owner }: Pick<Correction, 'action' | 'owner'>): string => `Correction: ${action} (${owner})`;

export const isDone = ({ state }: Pick<CorrectionLine, 'state'>): boolean => state === 'done' || state === 'done-late';

const byDay = (one: CorrectionLine, other: CorrectionLine): number =>
  Number(isDone(one)) - Number(isDone(other)) || (one.correction.dueOn < other.correction.dueOn ? -1 : one.correction.dueOn > other.correction.dueOn ? 1 : one.correction.id < other.correction.id ? -1 : 1);

/**
 * The surveys that stand, as of a day, the latest first: each with its findings and its plan of correction. A correction whose finding is
 * not on file any more is left out.
 */
export function surveyStates(records: StandingRecords, asOf: CivilDate, soonDays: number): readonly SurveyState[] {
  const findings = records.of('survey-finding');
  const corrections = records.of('correction');
  return records.of('survey')
    .filter(({ heldOn }) => heldOn <= asOf)
    .map((survey): SurveyState => {
      const lines = findings
        .filter(({ surveyId }) => records.rootOf(surveyId) === records.rootOf(survey.id))
        .map((finding): FindingLine => {
          const own = corrections
            .filter(({ findingId }) => records.rootOf(findingId) === records.rootOf(finding.id))
            .map((correction): CorrectionLine => ({ correction, finding, survey, state: correctionState(correction, asOf, soonDays) }))
            .sort(byDay);
          return { finding, corrections: own, state: findingState(finding, own) };
        });
      const plan = lines.flatMap(({ corrections: own }) => own).sort(byDay);
      return {
        survey,
        running: survey.endedOn === undefined || survey.endedOn > asOf,
        findings: lines,
        plan,
        overdue: plan.filter(({ state }) => state === 'overdue').length,
        done: plan.filter(isDone).length,
      };
    })
    .sort((one, other) => (one.survey.heldOn > other.survey.heldOn ? -1 : one.survey.heldOn < other.survey.heldOn ? 1 : one.survey.id < other.survey.id ? -1 : 1));
}

function findingState({ weight }: SurveyFinding, corrections: readonly CorrectionLine[]): FindingLine['state'] {
  if (corrections.length === 0) return weight === 'recommendation' ? 'recommendation' : 'unplanned';
  if (corrections.every(isDone)) return 'closed';
  return corrections.some(({ state }) => state === 'overdue') ? 'overdue' : 'open';
}
