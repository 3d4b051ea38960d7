import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, monthOf, type CivilDate, type CivilMonth } from '../../civil-date.ts';
import { exclusionListWords, type ExclusionList } from '../../model/exclusion.ts';
import type { Employment } from '../../model/person.ts';
import type { Evaluation } from '../../rules/standing.ts';
import { dateWords } from '../../wording.ts';
import type { NamedSubject } from './subject.ts';

/** Why nothing is required of somebody, in one sentence. */
export type NotRequired = {
  readonly code:
    | 'not-employed' | 'withdrawn' | 'not-hired-yet' | 'left' | 'left-before-month-end' | 'not-paid-by-medicaid' | 'records-begin-later' | 'month-ahead'
    | 'list-not-demanded' | 'not-demanded';
  readonly words: string;
};

/** Somebody's span of work: an employment, or a vendor's engagement. */
type Span = { readonly from: CivilDate | null; readonly planned: CivilDate | null; readonly to: CivilDate | null; readonly employment: Employment | null };

export const spansOf = (subject: NamedSubject): readonly Span[] =>
  subject.person === null
    ? [{ from: subject.vendor.from, planned: null, to: subject.vendor.to ?? null, employment: null }]
    : subject.person.employments.filter((each) => each.withdrawnOn === undefined)
      .map((employment) => ({ from: employment.hiredOn ?? null, planned: employment.plannedHireOn ?? null, to: employment.endedOn ?? null, employment }));

/**
 * Why a subject owes nothing in a month, or nothing of one list in it (`list` given where others are owed). Asked only of those the
 * rules ask nothing of; the first reason that holds, from what is plain to what only the rules know.
 */
export function whyNotRequired(file: AgencyFile, evaluation: Evaluation): (subject: NamedSubject, month: CivilMonth, list: ExclusionList | null) => NotRequired {
  const { asOf } = evaluation;
  const { recordsFrom } = file.agency;
  return (subject, month, list) => {
    if (list !== null) return { code: 'list-not-demanded', words: `The rules in force do not ask for ${exclusionListWords[list].short} of ${subject.name}.` };
    const first = fromDay(firstDayOf(month));
    const last = fromDay(endOfMonth(firstDayOf(month)));
    if (month > monthOf(asOf)) return { code: 'month-ahead', words: 'The month lies ahead.' };
    const all = spansOf(subject);
    const [withdrawn] = subject.person?.employments.flatMap((each) => each.withdrawnOn ?? []) ?? [];
    if (all.length === 0) return withdrawn === undefined ? { code: 'not-employed', words: 'Not employed in this month.' } : { code: 'withdrawn', words: `The candidacy ended on ${dateWords(withdrawn)}.` };
    const here = all.filter((span) => span.from !== null && span.from <= last && (span.to === null || span.to >= first));
    const planned = all.find((span) => span.from === null && span.planned !== null && span.planned <= last);
    if (here.length === 0) {
      if (planned?.planned != null) return { code: 'not-hired-yet', words: `Not hired yet; planned for ${dateWords(planned.planned)}.` };
      return { code: 'not-employed', words: subject.person === null ? 'Not engaged in this month.' : 'Not employed in this month.' };
    }
    if (recordsFrom !== undefined && here.every((span) => recordsFrom > (span.from !== null && span.from > first ? span.from : first))) {
      return { code: 'records-begin-later', words: `The records begin on ${dateWords(recordsFrom)}; earlier months are not judged.` };
    }
    const begun = here.filter((span) => span.from !== null && span.from <= asOf);
    if (begun.length === 0) return { code: 'not-hired-yet', words: 'The work begins later in this month.' };
    const leaving = begun.every((span) => span.to !== null && span.to < last && span.to <= asOf);
    const end = begun.map((span) => span.to).find((to) => to !== null);
    if (leaving && end !== undefined) return { code: 'left-before-month-end', words: `Left on ${dateWords(end)}, before the month's last day, so the month is not owed.` };
    if (begun.every((span) => span.employment?.medicaidPaid === false)) {
      return { code: 'not-paid-by-medicaid', words: 'The services are not paid by Medicaid or Medicare.' };
    }
    return { code: 'not-demanded', words: 'No rule pack in force asks for a monthly search.' };
  };
}
