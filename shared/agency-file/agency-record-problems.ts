import { isCivilDate, toDay, weekdayOf } from '../civil-date.ts';
import type { AgencyRecord, Figures } from '../model/agency-records/agency-record.ts';
import { fidelityItemCount } from '../model/agency-records/fidelity.ts';
import type { AgencyFileProblem } from './problem.ts';
import { checkDates } from './reference-dates.ts';

type Report = (problem: AgencyFileProblem) => void;

/** What one agency record says that cannot be: ends before starts, scores that do not add up, items twice, impossible figures and weeks. */
export function checkAgencyRecord(record: AgencyRecord, path: string, report: Report): void {
  switch (record.kind) {
    case 'credential':
      checkDates(record, 'effectiveOn', 'expiresOn', path, report);
      checkDates(record, 'effectiveOn', 'endedOn', path, report);
      break;
    case 'accreditation-survey':
      checkDates(record, 'heldOn', 'endedOn', path, report);
      break;
    case 'accreditation-decision':
      checkDates(record, 'effectiveOn', 'expiresOn', path, report);
      break;
    case 'fidelity-review':
      checkDates(record, 'heldFrom', 'heldTo', path, report);
      checkItems(record.scores?.map((score) => score.item), `${path}.scores`, report);
      checkTotal(record, path, report);
      break;
    case 'fidelity-contest':
      checkItems(record.items, `${path}.items`, report);
      break;
    case 'scale-names':
      checkItems(record.names.map((name) => name.item), `${path}.names`, report);
      break;
    case 'treatment-team':
      checkDates(record, 'from', 'to', path, report);
      for (const [at, member] of record.members.entries()) checkDates(member, 'from', 'to', `${path}.members[${at}]`, report);
      break;
    case 'field-support':
      checkDates(record, 'from', 'to', path, report);
      break;
    case 'legal-hold':
      checkDates(record, 'from', 'releasedOn', path, report);
      break;
    case 'survey':
      checkDates(record, 'heldOn', 'endedOn', path, report);
      break;
    case 'figures':
      checkFigures(record, path, report);
      break;
    case 'accreditation-application':
    case 'accreditation-task':
    case 'written-notice':
    case 'fidelity-plan':
    case 'fidelity-grant':
    case 'technical-assistance':
    case 'meeting':
    case 'report':
    case 'snooze':
    case 'disposal':
    case 'binder':
    case 'survey-finding':
    case 'correction':
      break;
  }
}

/** An item of the scale is scored, named or contested once. */
function checkItems(items: readonly number[] | undefined, path: string, report: Report): void {
  const first = new Map<number, number>();
  for (const [at, item] of (items ?? []).entries()) {
    const taken = first.get(item);
    if (taken === undefined) first.set(item, at);
    else report({ code: 'item-twice', path: `${path}[${at}]`, item, firstPath: `${path}[${taken}]` });
  }
}

/** With all items scored the total printed is their sum. */
function checkTotal({ scores, total }: { readonly scores?: readonly { readonly item: number; readonly score: number }[]; readonly total?: number }, path: string, report: Report): void {
  if (scores === undefined || total === undefined || new Set(scores.map((each) => each.item)).size < fidelityItemCount) return;
  const sum = scores.reduce((all, each) => all + each.score, 0);
  if (sum !== total) report({ code: 'total-not-the-sum', path: `${path}.total`, total, sum });
}

function checkFigures(record: Figures, path: string, report: Report): void {
  // Ten characters name a day; the pattern has already told months and quarters from it.
  if (record.period.length === 10 && (!isCivilDate(record.period) || weekdayOf(toDay(record.period)) !== 1)) {
    report({ code: 'bad-value', path: `${path}.period`, value: `"${record.period}"`, rule: 'a week is named by its Monday' });
  }
  const first = new Map<string, number>();
  for (const [at, row] of record.rows.entries()) {
    const key = `${row.figure} ${row.personId ?? ''}`;
    const taken = first.get(key);
    if (taken === undefined) first.set(key, at);
    else report({ code: 'figure-twice', path: `${path}.rows[${at}]`, figure: row.figure, firstPath: `${path}.rows[${taken}]` });
    const share = row.figure === 'community-time-percent' || row.figure === 'other-duty-percent';
    if (share && row.value > 100) report({ code: 'bad-value', path: `${path}.rows[${at}].value`, value: String(row.value), rule: 'a percentage is at most 100' });
  }
}
