import type { EvidenceKind, EvidenceResult } from '../../model/evidence.ts';
import type { Item } from '../known.ts';
import type { Status } from '../status.ts';
import type { Why } from '../standing.ts';
import { againstThem, dateOf, finiteOrNull, noCover, nothingOnFile, openStatus, type Judged } from './judged.ts';

export type BeforeQuestion = {
  readonly items: readonly Item[];
  /** The day the check must precede; null while no beginning is known. */
  readonly anchor: number | null;
  /** Oldest age in days accepted on the anchor, inclusive; null for any age. */
  readonly maxAgeDays: number | null;
  /** `true`: strictly before the anchor. `false`: the anchor day itself counts. */
  readonly strict: boolean;
  readonly sameDay: 'review' | 'accept';
  /** The day before which nothing counts: the former last day, where a row looks only after a break. */
  readonly after: number;
  readonly attested: ReadonlyMap<string, number | null>;
  /** Tuberculosis: a skin test needs a reading; a positive can be cleared. */
  readonly tb: boolean;
  readonly today: number;
  readonly soonDays: number;
};

type Verdict = { readonly item: Item; readonly status: 'met' | 'review' | 'incomplete' | 'late' | 'stale'; readonly why: () => Why };

const adverse: readonly EvidenceResult[] = ['fail', 'positive'];
const passing: readonly EvidenceResult[] = ['pass', 'negative', 'cleared', 'not-communicable', 'complete'];

/** Kinds whose verdict is their result; a training or paper without one is complete (0.6.8). */
const needsResult: readonly EvidenceKind[] = ['background-check', 'sex-offender-registry', 'tb-test', 'drug-screen'];

const isAdverse = (item: Item): boolean => item.source.result !== undefined && adverse.includes(item.source.result);
const isPassing = (item: Item): boolean => item.source.result !== undefined && passing.includes(item.source.result);

/** The day of the last of some results; -Infinity where there is none, or none is dated. */
function latest(items: readonly Item[], counts: (item: Item) => boolean): number {
  let day = -Infinity;
  for (const item of items) if (item.date !== null && item.date > day && counts(item)) day = item.date;
  return day;
}

/** The most recent adverse result that no passing one of the same day or later answers (0.6.7). */
export function unansweredAdverse(items: readonly Item[]): Item | null {
  if (!items.some(isAdverse)) return null;
  const latestPass = latest(items, isPassing);
  return items.findLast((item) => isAdverse(item) && (item.date === null || item.date > latestPass)) ?? null;
}

/** Facts of a day: dated on or before it; undated items count, unless even their request lies ahead. */
export const factsBy = (items: readonly Item[], today: number, after: number): readonly Item[] =>
  items.filter((item) => (item.date === null ? (item.requested ?? -Infinity) <= today : item.date <= today && item.date > after));

const bestFirst: readonly Verdict['status'][] = ['met', 'review', 'incomplete', 'late', 'stale'];

function classify(item: Item, anchor: number, question: Pick<BeforeQuestion, 'maxAgeDays' | 'strict' | 'sameDay' | 'attested' | 'tb' | 'today'>): Verdict {
  const { performed, date } = item;
  const { maxAgeDays } = question;
  if (performed === null || date === null) return { item, status: 'review', why: () => ({ code: 'undated' }) };
  const age = anchor - performed;
  const ageWhy = (): Why => ({ code: 'age', performedOn: dateOf(performed), completedOn: dateOf(date), ageDays: age, maxAgeDays });
  if (question.tb && item.source.parts?.includes('tst') === true && item.source.result === undefined && item.source.resultOn === undefined) {
    return { item, status: 'incomplete', why: () => ({ code: 'reading-missing', on: dateOf(performed) }) };
  }
  if (maxAgeDays !== null && age > maxAgeDays) return { item, status: 'stale', why: ageWhy };
  if (date > anchor) return { item, status: 'late', why: ageWhy };
  if (!isPassing(item) && (item.source.result !== undefined || needsResult.includes(item.source.kind))) return { item, status: 'review', why: () => ({ code: 'no-result', on: dateOf(performed) }) };
  if (date === anchor && question.strict && question.sameDay === 'review') {
    const attested = question.attested.get(item.id);
    if (attested === undefined || (attested !== null && attested > question.today)) {
      return { item, status: 'review', why: () => ({ code: 'same-day', on: dateOf(performed) }) };
    }
  }
  return { item, status: 'met', why: ageWhy };
}

/** The better verdict first; of equals the one with its paper, then the later. */
const byBest = (a: Verdict, b: Verdict): number =>
  bestFirst.indexOf(a.status) - bestFirst.indexOf(b.status) || Number(b.item.documented) - Number(a.item.documented) || (b.item.date ?? 0) - (a.item.date ?? 0);

/** The best verdict on the checks that can count; null where none can. Of equals the first. */
function bestVerdict(facts: readonly Item[], question: BeforeQuestion): Verdict | null {
  // What was clear before an adverse result proves nothing after it: only what answers it can count.
  const lastAdverse = latest(facts, isAdverse);
  let best: Verdict | null = null;
  for (const item of facts) {
    if (isAdverse(item) || (item.date ?? Infinity) < lastAdverse) continue;
    const verdict = question.anchor === null ? withoutAnchor(item, question) : classify(item, question.anchor, question);
    if (best === null || byBest(verdict, best) < 0) best = verdict;
  }
  return best;
}

/**
 * Judges a check that must be done before an anchor and not be too old on it (rules 0.3, 0.6.7, 0.6.8, 0.6.15, 0.6.27).
 * A check without a known anchor is judged by its presence alone.
 */
export function judgeBefore(question: BeforeQuestion): Judged {
  const { today, soonDays } = question;
  const anchor = question.anchor ?? Infinity;
  const deadline = question.strict ? anchor - 1 : anchor;
  const facts = factsBy(question.items, today, question.after);
  const bad = unansweredAdverse(facts);
  if (bad !== null) return againstThem(bad.id, bad.date, bad.source.result ?? '');
  const best = bestVerdict(facts, question);
  if (best === null) return nothingOnFile(deadline, today, soonDays, anchor);
  const { item, why } = best;
  const answer = (status: Status, missed: boolean, dueOn: number): Judged => ({
    status, missed, dueOn: finiteOrNull(dueOn), validThrough: null,
    cover: best.status === 'stale' || best.status === 'incomplete' ? noCover : [{ from: item.date ?? anchor, to: Infinity, evidenceId: item.id }],
    owedFrom: anchor, evidenceIds: [item.id], onFile: true, why,
  });
  switch (best.status) {
    case 'met':
      return answer('met', false, Infinity);
    case 'review':
      return answer('review', false, deadline);
    case 'incomplete':
      return today <= deadline ? answer(openStatus(deadline, today, soonDays), false, deadline) : answer('incomplete', true, deadline);
    case 'late':
      return answer('late', true, Infinity);
    case 'stale':
      return answer('stale', true, deadline);
  }
}

function withoutAnchor(item: Item, question: BeforeQuestion): Verdict {
  const verdict = classify(item, item.performed ?? 0, { ...question, maxAgeDays: null, strict: false });
  return verdict.status === 'late' ? { item: verdict.item, status: 'met', why: verdict.why } : verdict;
}
