import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, monthOf, plusMonths, type CivilMonth } from '../../civil-date.ts';
import { latestBy } from '../../model/check-outcome.ts';
import { closeOf, exclusionLists, type Decision, type ExclusionCheck, type ExclusionList, type MonthClose, type MonthHole } from '../../model/exclusion.ts';
import type { Evaluation } from '../../rules/standing.ts';
import { worseOf, type Status } from '../../rules/status.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { obligationsOf, type Obligation, type Obligations } from './obligations.ts';
import { byListName, isAbout, personSubject, recordedBy, vendorSubject, type NamedSubject } from './subject.ts';
import { whyNotRequired, type NotRequired } from './not-required.ts';
import { cellWords } from './coverage-words.ts';

export const coverageStatuses = ['met', 'gap', 'incomplete', 'review', 'fail', 'open', 'not-required'] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

/** One subject in one month, on one list or on all that are owed. */
export type CoverageCell = {
  readonly month: CivilMonth;
  readonly status: CoverageStatus;
  /** What to read on it: the day and the version, what is missing, or why nothing is required. */
  readonly words: string;
  readonly notRequired: NotRequired | null;
  /** What was owed, list by list. */
  readonly owed: readonly Obligation[];
  /** The check that speaks, where the cell is of one list. */
  readonly check: ExclusionCheck | null;
  /** The latest decision about it. */
  readonly decision: Decision | null;
  /** How a hole was explained when the month was closed. */
  readonly hole: MonthHole | null;
};

export type CoverageRow = { readonly subject: NamedSubject; readonly key: SubjectKey; readonly name: string; readonly listName: string; readonly cells: readonly CoverageCell[] };

export type CoverageMonth = { readonly month: CivilMonth; readonly close: MonthClose | null; readonly counts: Readonly<Record<CoverageStatus, number>> };

export type CoverageGrid = {
  /** Null: over all lists together. */
  readonly list: ExclusionList | null;
  /** The lists anybody owes, in the order of the format. */
  readonly lists: readonly ExclusionList[];
  /** Oldest first: the newest is on the right. */
  readonly months: readonly CoverageMonth[];
  readonly rows: readonly CoverageRow[];
};

export type CoverageQuestion = {
  /** How many months up to the one of the day judged, or which. */
  readonly months: number | readonly CivilMonth[];
  readonly list: ExclusionList | null;
};

/** The months up to the one a day lies in, oldest first. */
export const monthsUpTo = (day: Evaluation['asOf'], count: number): readonly CivilMonth[] =>
  Array.from({ length: count }, (_each, index) => monthOf(fromDay(plusMonths(firstDayOf(monthOf(day)), index - count + 1))));

/**
 * People (and vendors) by months: whether everybody owed was searched. Everybody employed or engaged in one of the months has a row, those
 * nothing is required of included, with the reason. The cells over all lists are what LA-EX-2 and its like say of the month.
 * @param evaluation of everybody on the day asked, `all` where the reasons should tell a rule that does not apply.
 */
export function coverageGrid(file: AgencyFile, evaluation: Evaluation, { months: asked, list }: CoverageQuestion): CoverageGrid {
  const months = typeof asked === 'number' ? monthsUpTo(evaluation.asOf, asked) : asked;
  const obligations = obligationsOf(file, evaluation);
  const known = recordedBy(file, evaluation.knownAt);
  const records = (file.monthRecords ?? []).filter(known);
  const closes = new Map(months.map((month) => [month, closeOf(records, month) ?? null]));
  const why = whyNotRequired(file, evaluation);
  const rows = [...file.people.map(personSubject), ...(file.vendors ?? []).map(vendorSubject)]
    .map((subject): CoverageRow => ({
      subject, key: subject.key, name: subject.name, listName: subject.listName,
      cells: months.map((month) => cellOf(subject, month, list, obligations, closes.get(month) ?? null, why, evaluation)),
    }))
    .filter((row) => row.cells.some((cell) => cell.status !== 'not-required' || (cell.notRequired !== null && !isAbsent(cell.notRequired))))
    .sort((one, other) => Number(one.subject.vendor !== null) - Number(other.subject.vendor !== null) || byListName(one, other));
  return {
    list,
    lists: exclusionLists.filter((each) => obligations.lists.has(each)),
    months: months.map((month, at) => ({ month, close: closes.get(month) ?? null, counts: countsOf(rows.map((row) => row.cells[at])) })),
    rows,
  };
}

const isAbsent = (why: NotRequired): boolean => why.code === 'not-employed' || why.code === 'withdrawn' || why.code === 'month-ahead';

function countsOf(cells: readonly (CoverageCell | undefined)[]): CoverageMonth['counts'] {
  const counts: Record<CoverageStatus, number> = { met: 0, gap: 0, incomplete: 0, review: 0, fail: 0, open: 0, 'not-required': 0 };
  for (const cell of cells) if (cell !== undefined && !(cell.notRequired !== null && isAbsent(cell.notRequired))) counts[cell.status] += 1;
  return counts;
}

/** What obligations of one month come to, as the rules add them up: some of them missing is incomplete, all of them a gap (rules 0.6.11). */
export function monthStatus(owed: readonly Obligation[]): Status {
  let worst: Status = 'met';
  let missing = 0;
  let absent: Status = 'met';
  for (const { status } of owed) {
    if (status === 'review' || status === 'fail') worst = worseOf(worst, status);
    else if (status !== 'met') {
      missing += 1;
      absent = status;
    }
  }
  if (missing === 0) return worst;
  return worseOf(worst, absent === 'gap' && missing < owed.length ? 'incomplete' : absent);
}

const statusOf = (status: Status): CoverageStatus => {
  switch (status) {
    case 'met':
    case 'gap':
    case 'incomplete':
    case 'review':
    case 'fail':
      return status;
    default:
      return 'open';
  }
};

function cellOf(
  subject: NamedSubject,
  month: CivilMonth,
  list: ExclusionList | null,
  obligations: Obligations,
  close: MonthClose | null,
  why: ReturnType<typeof whyNotRequired>,
  evaluation: Evaluation,
): CoverageCell {
  const everything = obligations.of(subject.key, month);
  const owed = list === null ? everything : everything.filter((each) => each.list === list);
  if (owed.length === 0) {
    const notRequired = why(subject, month, everything.length > 0 ? list : null);
    return { month, status: 'not-required', words: notRequired.words, notRequired, owed, check: null, decision: null, hole: null };
  }
  const check = list === null ? null : (owed[0]?.check ?? null);
  const about = check === null ? null : obligations.about(check);
  const decision = about === null ? null : latestBy([...about.whole, ...about.rows.flatMap((row) => row.decisions)], evaluation.asOf);
  const hole = close?.holes.find((each) => isAbout(each, subject.key) && owed.some((one) => one.list === each.list)) ?? null;
  const status = (list === null ? obligations.judged(subject.key, month) : null) ?? monthStatus(owed);
  return { month, status: statusOf(status), words: cellWords(owed, hole, fromDay(endOfMonth(firstDayOf(month)))), notRequired: null, owed, check, decision, hole };
}
