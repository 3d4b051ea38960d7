import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Evaluation } from './standing.ts';

export type EvaluateOptions = {
  /** The day judged. */
  readonly asOf: CivilDate;
  /** Only what was recorded by then counts: an ISO instant, or a bare date meaning the end of that day in the agency's zone. */
  readonly knownAt?: string;
  /** With `from`, every standing adds `inPeriod` for the days `from` to `asOf`. */
  readonly from?: CivilDate;
  readonly personId?: string;
  /** Also answer `not-applicable` for requirements of the packs in force that do not concern the person. */
  readonly all?: boolean;
};

/** Judges every person, employment and vendor of an agency as of a day. Pure; the order of the input lists does not matter. */
export function evaluate(_file: AgencyFile, options: EvaluateOptions): Evaluation {
  return { asOf: options.asOf, standings: [] };
}
