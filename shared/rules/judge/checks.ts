import { plusMonths, type Day } from '../../civil-date.ts';
import type { ExclusionList } from '../../model/exclusion.ts';
import type { Validity } from '../../model/window.ts';
import { outcomeOn, type Check } from '../known.ts';
import type { Status } from '../status.ts';
import type { Why } from '../standing.ts';
import { judgeCover, type Cover } from './cover.ts';
import { againstThem, dateOf, noCover, nothingOnFile, type Judged } from './judged.ts';

export type ListQuestion = {
  readonly list: ExclusionList;
  readonly checks: readonly Check[];
  readonly anchor: Day;
  readonly maxAgeDays: number | null;
  readonly strict: boolean;
  readonly sameDay: 'review' | 'accept';
  /** Only checks dated after this day count: the former last day worked. */
  readonly after: number;
  readonly attested: ReadonlyMap<string, number | null>;
  readonly today: Day;
  readonly soonDays: number;
};

/** What a search says on a day, if it counts then; "unable to determine" is no search (0.6.11). */
function outcomeFor(check: Check, { today, after }: ListQuestion): 'clear' | 'possible' | 'confirmed' | null {
  if (check.on > today || check.on <= after) return null;
  const outcome = outcomeOn(check, today);
  return outcome === 'unable' ? null : outcome;
}

const accepted = (check: Check, { sameDay, attested, today }: ListQuestion): boolean => {
  const on = attested.get(check.id);
  return sameDay === 'accept' || (on !== undefined && (on === null || on <= today));
};

/** The searches of a list as they lie around an anchor: the latest of each kind before it, on it, and the first after it. */
type Around = {
  readonly before: Check | null;
  readonly beforeConfirmed: boolean;
  readonly clearBefore: Check | null;
  readonly same: Check | null;
  readonly sameOutcome: 'clear' | 'possible' | 'confirmed' | null;
  /** The latest undecided one not after the anchor. */
  readonly possible: Check | null;
  readonly late: Check | null;
};

function around(question: ListQuestion): Around {
  const { anchor, strict } = question;
  let before: Check | null = null;
  let beforeConfirmed = false;
  let clearBefore: Check | null = null;
  let same: Check | null = null;
  let sameOutcome: Around['sameOutcome'] = null;
  let possible: Check | null = null;
  let late: Check | null = null;
  for (const check of question.checks) {
    const outcome = outcomeFor(check, question);
    if (outcome === null) continue;
    if (check.on > anchor) {
      late = check;
      break;
    }
    if (outcome === 'possible') possible = check;
    if (strict && check.on === anchor) {
      same = check;
      sameOutcome = outcome;
    } else {
      before = check;
      beforeConfirmed = outcome === 'confirmed';
      if (outcome === 'clear') clearBefore = check;
    }
  }
  return { before, beforeConfirmed, clearBefore, same, sameOutcome, possible, late };
}

/** One list searched before an anchor: any clear search before it; the same day is review; only later ones are late (0.6.12, 0.6.28). */
export function judgeListBefore(question: ListQuestion): Judged {
  const { anchor, today, soonDays, strict, maxAgeDays } = question;
  const deadline = strict ? anchor - 1 : anchor;
  const { before, beforeConfirmed, clearBefore, same, sameOutcome, possible, late } = around(question);
  const answer = (status: Status, check: Check, why: () => Why): Judged => ({
    status,
    missed: status === 'late' || status === 'stale',
    dueOn: status === 'review' || status === 'stale' ? deadline : null,
    validThrough: null,
    cover: status === 'stale' ? noCover : [{ from: check.on, to: Infinity, evidenceId: check.id }],
    owedFrom: anchor,
    evidenceIds: [check.id],
    onFile: true,
    why,
  });
  const aged = (status: Status, check: Check): Judged =>
    answer(status, check, () => ({ code: 'age', performedOn: dateOf(check.on), completedOn: dateOf(check.on), ageDays: anchor - check.on, maxAgeDays }));

  if (before !== null && beforeConfirmed) return againstThem(before.id, before.on, 'confirmed');
  if (clearBefore !== null && (maxAgeDays === null || anchor - clearBefore.on <= maxAgeDays)) return aged('met', clearBefore);
  if (same !== null && sameOutcome === 'confirmed') return againstThem(same.id, same.on, 'confirmed');
  if (same !== null && sameOutcome === 'clear') {
    return accepted(same, question) ? aged('met', same) : answer('review', same, () => ({ code: 'same-day', on: dateOf(same.on) }));
  }
  if (possible !== null) return answer('review', possible, () => ({ code: 'match', on: dateOf(possible.on), list: question.list }));
  if (late !== null) return aged('late', late);
  if (clearBefore !== null) return aged('stale', clearBefore);
  return nothingOnFile(deadline, today, soonDays, anchor);
}

/** One registry searched before an anchor and again every so many months. */
export function judgeListRenewed(question: ListQuestion, validity: Validity): Judged {
  const { anchor, list, strict, today, soonDays } = question;
  const covers: Cover[] = [];
  let latest: { readonly check: Check; readonly confirmed: boolean } | null = null;
  for (const check of question.checks) {
    const outcome = outcomeFor(check, question);
    if (outcome === null) continue;
    latest = { check, confirmed: outcome === 'confirmed' };
    if (outcome === 'confirmed') continue;
    covers.push({
      from: check.on,
      to: 'months' in validity ? plusMonths(check.on, validity.months) : Infinity,
      evidenceId: check.id,
      quality: outcome === 'clear' ? 'good' : 'review',
      sameDay: strict && check.on === anchor ? (question.sameDay === 'accept' || question.attested.has(check.id) ? 'accepted' : 'review') : null,
      why: outcome === 'possible' ? () => ({ code: 'match', on: dateOf(check.on), list }) : null,
    });
  }
  if (latest?.confirmed === true) return againstThem(latest.check.id, latest.check.on, 'confirmed');
  return judgeCover({ deadline: strict ? anchor - 1 : anchor, beginning: anchor, exempt: [], today, soonDays }, covers);
}
