import type { CivilDate } from '../../../civil-date.ts';
import { attestedFigures, figureOfPeriod, type AttestedFigure } from '../../../model/agency-records/caseload.ts';
import type { PeriodSpan } from '../../../model/agency-records/period.ts';
import type { StandingRecords } from '../../../model/agency-records/standing-records.ts';
import type { FigureName } from '../../../model/agency-records/team.ts';

type Subject = { readonly personId: string } | { readonly teamId: string };

/** The number attested for exactly this period: the newest of them; null where nobody attested one. */
export const figureFor = (records: StandingRecords, figure: FigureName, subject: Subject, span: PeriodSpan, asOf: CivilDate): AttestedFigure | null =>
  figureOfPeriod(records, figure, subject, span.period, asOf);

/**
 * Whether a count of members was above zero in a period: by its own figure; else any longer or shorter period that overlaps it and
 * counts some says yes, and a longer one that contains it and counts none says no. Null where no attested number tells.
 */
export function anyIn(records: StandingRecords, figure: FigureName, subject: Subject, span: PeriodSpan, asOf: CivilDate): { readonly any: boolean; readonly recordId: string } | null {
  const own = figureFor(records, figure, subject, span, asOf);
  if (own !== null) return { any: own.value > 0, recordId: own.recordId };
  const seen = new Set<string>();
  let none: AttestedFigure | null = null;
  for (const each of attestedFigures(records, figure, subject, asOf)) {
    if (each.span.last < span.first || each.span.first > span.last || seen.has(each.period)) continue;
    // Of several numbers for one period the newest speaks.
    seen.add(each.period);
    if (each.value > 0) return { any: true, recordId: each.recordId };
    if (each.span.first <= span.first && each.span.last >= span.last) none ??= each;
  }
  return none === null ? null : { any: false, recordId: none.recordId };
}

/** Days an attested caseload speaks for after its period: two months, so that a month still running rests on the one before. */
const caseloadLasts = 62;

/** The attested caseload a week may rest its relief on; null where none is recent enough. */
export const caseloadIn = (records: StandingRecords, personId: string, span: PeriodSpan, asOf: CivilDate): AttestedFigure | null => {
  const latest = attestedFigures(records, 'active-members', { personId }, asOf).find((each) => each.span.first <= span.last);
  return latest === undefined || latest.span.last + caseloadLasts < span.first ? null : latest;
};
