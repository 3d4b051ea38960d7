import type { AgencyFile } from '../../agency-file/schema.ts';
import type { StandingRecords } from '../../model/agency-records/standing-records.ts';
import type { RequirementInfo } from '../../rules/requirement.ts';
import type { Evaluation } from '../../rules/standing.ts';
import type { Changed } from './changed.ts';

/** How requirements are called where the deadlines are shown. */
export type DeadlineWords = { readonly title: (requirementId: string) => string };

/** What every part of the list of deadlines is made from. */
export type Deadlines = {
  readonly file: AgencyFile;
  readonly evaluation: Evaluation;
  readonly words: DeadlineWords;
  readonly infos: ReadonlyMap<string, RequirementInfo>;
  readonly soonDays: number;
  readonly changed: Changed;
  /** The agency records that stand at the moment judged. */
  readonly records: StandingRecords;
};
