import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, monthOf, type CivilDate, type CivilMonth } from '../../civil-date.ts';
import type { Change } from '../../model/changes.ts';
import { latestBy } from '../../model/check-outcome.ts';
import { closeOf, exclusionLists, type ExclusionCheck, type ExclusionList, type MonthClose, type MonthRecord } from '../../model/exclusion.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Evaluation } from '../../rules/standing.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { fileLists } from '../../screening/list.ts';
import { countOf, dateWords, longMonthWords } from '../../wording.ts';
import { obligationsOf, type Obligation, type Obligations } from './obligations.ts';
import { byListName, isAbout, keyOf, keyText, recordedBy, subjectFinder } from './subject.ts';
import { versionInForce } from './versions.ts';

/** Somebody who owes a list of the month and has no check of it that counts. */
export type Hole = {
  readonly key: SubjectKey;
  readonly name: string;
  readonly listName: string;
  readonly list: ExclusionList;
  /** A gap for good; or, while the month runs, still to be done. */
  readonly status: 'gap' | 'open';
  /** How it was explained when the month was closed. */
  readonly reason: string | null;
};

/** A check of the month that a match holds open. */
export type HeldCheck = { readonly key: SubjectKey; readonly name: string; readonly listName: string; readonly check: ExclusionCheck };

/** How far the check of one list is in the month: of those who owe it, by how they stand. Somebody with two employments owes it once. */
export type ListTally = {
  readonly list: ExclusionList;
  readonly owed: number;
  readonly done: number;
  readonly undecided: number;
  /** Searched, and a match could not be determined. */
  readonly unable: number;
  readonly confirmed: number;
  readonly missing: number;
  /** The latest day of the month on which anybody who owes it was searched. */
  readonly latestOn: CivilDate | null;
};

export type MonthState = {
  readonly month: CivilMonth;
  /** Its last day. */
  readonly endsOn: CivilDate;
  readonly close: MonthClose | null;
  /** What was noted since it was closed, oldest first. */
  readonly notes: readonly Extract<MonthRecord, { readonly kind: 'note' }>[];
  /** Lists owed, subject by subject: one person owing two lists counts twice. */
  readonly owed: number;
  readonly done: number;
  readonly lists: readonly ListTally[];
  readonly holes: readonly Hole[];
  /** Possible matches nobody decided yet. */
  readonly undecided: readonly HeldCheck[];
  /** Matches that could not be determined: they stay open and hold the month. */
  readonly unable: readonly HeldCheck[];
  readonly confirmed: readonly HeldCheck[];
  /** Lists still owed by somebody that are searched on their web sites, or have no version brought in to search, with how many. */
  readonly websites: readonly { readonly list: ExclusionList; readonly count: number }[];
  /** Nothing stands in the way of closing; holes still need a reason each. */
  readonly canClose: boolean;
  /** What does, in sentences. */
  readonly whyNot: readonly string[];
};

/** How a month of exclusion checks stands: what is done, what holds it open, whether it is closed. Judged as of the evaluation's day. */
export function monthState(file: AgencyFile, evaluation: Evaluation, month: CivilMonth, known: Obligations = obligationsOf(file, evaluation)): MonthState {
  const { asOf, knownAt } = evaluation;
  const endsOn = fromDay(endOfMonth(firstDayOf(month)));
  const records = (file.monthRecords ?? []).filter(recordedBy(file, knownAt));
  const close = closeOf(records, month) ?? null;
  const find = subjectFinder(file);
  const named = (key: SubjectKey): { readonly name: string; readonly listName: string } => {
    const subject = find(key);
    return { name: subject?.name ?? '', listName: subject?.listName ?? '' };
  };
  const owed = known.inMonth(month);
  // Every match of the month counts, also of somebody who owed nothing and beside a search that was decided.
  const held = (which: (check: ExclusionCheck) => boolean): readonly HeldCheck[] => known.recorded.checks
    .filter((check) => monthOf(check.checkedOn) === month && which(check))
    .flatMap((check): readonly HeldCheck[] => {
      const key = keyOf(check);
      return key === null ? [] : [{ key, ...named(key), check }];
    })
    .sort(byListName);
  const undecided = held((check) => known.outcomeOf(check) === 'possible');
  const unable = held((check) => isUndetermined(check, known, asOf));
  // Who was searched and could not be told apart owes a decision, not another search; it holds the month by itself.
  const isUnable = (each: Obligation): boolean => unable.some(({ key, check }) => check.list === each.list && keyText(key) === keyText(each.key));
  const isMissing = (each: Obligation): boolean => (each.status === 'gap' || each.status === 'due-soon' || each.status === 'not-yet-due') && !isUnable(each);
  const missing = owed.filter(isMissing);
  const holes = missing
    .map((each): Hole => ({
      key: each.key, ...named(each.key), list: each.list, status: each.status === 'gap' ? 'gap' : 'open',
      reason: close?.holes.find((hole) => hole.list === each.list && isAbout(hole, each.key))?.reason ?? null,
    }))
    .sort((one, other) => byListName(one, other) || exclusionLists.indexOf(one.list) - exclusionLists.indexOf(other.list));
  const whyNot = whyNotClosed(month, endsOn, asOf, close, holes, undecided.length, unable.length);
  return {
    month, endsOn, close,
    notes: records.filter((record) => record.kind === 'note').filter((record) => record.month === month).sort((one, other) => Date.parse(one.recordedAt) - Date.parse(other.recordedAt)),
    owed: owed.length,
    done: owed.filter((each) => each.status === 'met' || each.status === 'fail').length,
    lists: exclusionLists.filter((list) => owed.some((each) => each.list === list)).map((list) => tally(list, owed, isMissing)),
    holes, undecided, unable,
    confirmed: held((check) => known.outcomeOf(check) === 'confirmed'),
    websites: exclusionLists
      .filter((list) => !(fileLists as readonly ExclusionList[]).includes(list) || versionInForce(file, list, asOf, knownAt) === null)
      .map((list) => ({ list, count: missing.filter((each) => each.list === list).length }))
      .filter((each) => each.count > 0),
    canClose: whyNot.length === 0,
    whyNot,
  };
}

/** A match decided as "cannot be determined": the check counts as none, and the question is still open. */
function isUndetermined(check: ExclusionCheck, { about, outcomeOf }: Obligations, asOf: CivilDate): boolean {
  if (outcomeOf(check) !== null) return false;
  const { whole, rows } = about(check);
  return latestBy(whole, asOf)?.verdict === 'unable' || rows.some((row) => latestBy(row.decisions, asOf)?.verdict === 'unable');
}

function tally(list: ExclusionList, owed: readonly Obligation[], isMissing: (each: Obligation) => boolean): ListTally {
  const own = owed.filter((each) => each.list === list);
  const count = (status: Obligation['status']): number => own.filter((each) => each.status === status).length;
  const counted = { done: count('met'), undecided: count('review'), confirmed: count('fail'), missing: own.filter(isMissing).length };
  const latestOn = own.reduce<CivilDate | null>((latest, { check, beforeHire }) => (check !== null && !beforeHire && (latest === null || check.checkedOn > latest) ? check.checkedOn : latest), null);
  return { list, owed: own.length, ...counted, latestOn, unable: own.length - counted.done - counted.undecided - counted.confirmed - counted.missing };
}

function whyNotClosed(month: CivilMonth, endsOn: CivilDate, asOf: CivilDate, close: MonthClose | null, holes: readonly Hole[], undecided: number, unable: number): readonly string[] {
  if (close !== null) return [`${longMonthWords(month)} was closed on ${dateWords(close.closedOn)}.`];
  if (asOf < endsOn) return [`${longMonthWords(month)} can be closed from its last day on, ${dateWords(endsOn)}.`];
  const open = holes.filter((hole) => hole.status === 'open').length;
  return [
    ...(undecided > 0 ? [`${countOf(undecided, 'possible match waits', 'possible matches wait')} for a decision.`] : []),
    ...(unable > 0 ? [`${countOf(unable, 'match', 'matches')} could not be determined and ${unable === 1 ? 'stays' : 'stay'} open.`] : []),
    ...(open > 0 ? [`${countOf(open, 'search is', 'searches are')} still owed today; the month can be closed once ${open === 1 ? 'it is' : 'they are'} made, or tomorrow with a reason for each.`] : []),
  ];
}

/** Why a month is not closed, or a note on it not taken. */
export type CloseError =
  | { readonly code: 'held'; readonly why: readonly string[] }
  | { readonly code: 'reason-missing'; readonly holes: readonly Hole[] }
  | { readonly code: 'note-missing' }
  | { readonly code: 'not-closed'; readonly month: CivilMonth };

export function closeErrorWords(error: CloseError): string {
  switch (error.code) {
    case 'held':
      return error.why.join(' ');
    case 'reason-missing': {
      const [first] = error.holes;
      return `${countOf(error.holes.length, 'search was', 'searches were')} not made and ${error.holes.length === 1 ? 'needs' : 'need'} a reason${first === undefined ? '' : `, the first of ${first.name}`}. The gap stays; the reason explains it.`;
    }
    case 'note-missing':
      return 'Type the note.';
    case 'not-closed':
      return `${longMonthWords(error.month)} is not closed; a note belongs to a closed month.`;
  }
}

/** Why somebody was not searched on a list. */
export type HoleReason = { readonly key: SubjectKey; readonly list: ExclusionList; readonly reason: string };

/** What is stamped on the record. `now` is an instant in UTC. */
export type Stamp = { readonly newId: () => string; readonly now: string; readonly by?: string };

const stamped = ({ now, by }: Stamp): { readonly recordedAt: string; readonly recordedBy?: string } => ({ recordedAt: now, ...(by === undefined ? {} : { recordedBy: by }) });

/**
 * Closes a month as of the evaluation's day: every possible match decided, none undetermined, every hole with a reason. The holes stay
 * gaps. A month can be closed from its last day on; on that day itself only when nothing is owed any more.
 */
export function closeMonth(
  file: AgencyFile,
  evaluation: Evaluation,
  { month, reasons, note, ...stamp }: { readonly month: CivilMonth; readonly reasons: readonly HoleReason[]; readonly note?: string } & Stamp,
): Result<readonly Change[], CloseError> {
  const state = monthState(file, evaluation, month);
  if (!state.canClose) return fail({ code: 'held', why: state.whyNot });
  const explained = state.holes.map((hole) => ({
    hole,
    reason: reasons.find((each) => each.list === hole.list && isAbout(each.key, hole.key))?.reason.trim() ?? '',
  }));
  const bare = explained.filter((each) => each.reason === '').map((each) => each.hole);
  if (bare.length > 0) return fail({ code: 'reason-missing', holes: bare });
  return ok([{
    kind: 'add-month-record',
    record: {
      id: stamp.newId(), kind: 'close', month, closedOn: evaluation.asOf,
      holes: explained.map(({ hole, reason }) => ({ ...hole.key, list: hole.list, reason })),
      ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
      ...stamped(stamp),
    },
  }]);
}

/** Adds a note to a closed month; nothing else changes one. */
export function noteOnMonth(file: AgencyFile, { month, note, ...stamp }: { readonly month: CivilMonth; readonly note: string } & Stamp): Result<readonly Change[], CloseError> {
  if (closeOf(file.monthRecords ?? [], month) === undefined) return fail({ code: 'not-closed', month });
  if (note.trim() === '') return fail({ code: 'note-missing' });
  return ok([{ kind: 'add-month-record', record: { id: stamp.newId(), kind: 'note', month, note: note.trim(), ...stamped(stamp) } }]);
}
