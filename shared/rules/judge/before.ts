import type { EvidenceResult } from '../../model/evidence.ts';
import type { Item } from '../known.ts';
import type { Status } from '../status.ts';
import type { Why } from '../standing.ts';
import { dateOrNull, finiteOrNull, nothingOnFile, openStatus, type Judged } from './judged.ts';

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

type Verdict = { readonly item: Item; readonly status: 'met' | 'review' | 'incomplete' | 'late' | 'stale'; readonly why: Why };

const adverse: readonly EvidenceResult[] = ['fail', 'positive'];
const passing: readonly EvidenceResult[] = ['pass', 'negative', 'cleared', 'not-communicable', 'complete'];

const isAdverse = (item: Item): boolean => item.source.result !== undefined && adverse.includes(item.source.result);
const isPassing = (item: Item): boolean => item.source.result !== undefined && passing.includes(item.source.result);

/** The most recent adverse result that no passing one of the same day or later answers (0.6.7). */
export function unansweredAdverse(items: readonly Item[]): Item | null {
  const latestPass = Math.max(-Infinity, ...items.filter(isPassing).map((item) => item.date ?? -Infinity));
  const open = items.filter((item) => isAdverse(item) && (item.date === null || item.date > latestPass));
  return open.at(-1) ?? null;
}

/** Facts of a day: dated on or before it; undated items count, unless even their request lies ahead. */
export const factsBy = (items: readonly Item[], today: number, after: number): readonly Item[] =>
  items.filter((item) => (item.date === null ? (item.requested ?? -Infinity) <= today : item.date <= today && item.date > after));

const bestFirst: readonly Verdict['status'][] = ['met', 'review', 'incomplete', 'late', 'stale'];

function classify(item: Item, anchor: number, question: BeforeQuestion): Verdict {
  const { performed, date } = item;
  if (performed === null || date === null) return { item, status: 'review', why: { code: 'undated' } };
  const on = dateOrNull(performed) ?? failDate();
  const age = anchor - performed;
  const ageWhy: Why = { code: 'age', performedOn: on, completedOn: dateOrNull(date) ?? failDate(), ageDays: age, maxAgeDays: question.maxAgeDays };
  if (question.tb && item.source.parts?.includes('tst') === true && item.source.result === undefined && item.source.resultOn === undefined) {
    return { item, status: 'incomplete', why: { code: 'reading-missing', on } };
  }
  if (question.maxAgeDays !== null && age > question.maxAgeDays) return { item, status: 'stale', why: ageWhy };
  if (date > anchor) return { item, status: 'late', why: ageWhy };
  if (!isPassing(item)) return { item, status: 'review', why: { code: 'no-result', on } };
  if (date === anchor && question.strict && question.sameDay === 'review') {
    const attested = question.attested.get(item.id);
    if (attested === undefined || (attested !== null && attested > question.today)) return { item, status: 'review', why: { code: 'same-day', on } };
  }
  return { item, status: 'met', why: ageWhy };
}

function failDate(): never {
  throw new Error('a dated item has a date');
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
  const base = { owedFrom: anchor, onFile: true };
  if (bad !== null) {
    return {
      ...base, status: 'fail', missed: true, dueOn: null, validThrough: null, cover: [], owedFrom: Infinity, evidenceIds: [bad.id],
      why: { code: 'adverse', on: dateOrNull(bad.date), result: bad.source.result ?? '' },
    };
  }
  // What was clear before an adverse result proves nothing after it: only what answers it can count.
  const lastAdverse = Math.max(-Infinity, ...facts.filter(isAdverse).map((item) => item.date ?? -Infinity));
  const candidates = facts.filter((item) => !isAdverse(item) && (item.date ?? Infinity) >= lastAdverse);
  if (candidates.length === 0) return { ...nothingOnFile(deadline, today, soonDays), owedFrom: anchor };
  const verdicts = candidates
    .map((item) => (anchor === Infinity ? withoutAnchor(item, question) : classify(item, anchor, question)))
    .sort((a, b) => bestFirst.indexOf(a.status) - bestFirst.indexOf(b.status) || Number(b.item.documented) - Number(a.item.documented) || (b.item.date ?? 0) - (a.item.date ?? 0));
  const best = verdicts[0] ?? failDate();
  const cover = best.status === 'met' || best.status === 'late' || best.status === 'review'
    ? [{ from: best.item.date ?? anchor, to: Infinity, evidenceId: best.item.id }]
    : [];
  const answer = (status: Status, missed: boolean, dueOn: number | null): Judged => ({
    ...base, status, missed, dueOn: dueOn === null ? null : finiteOrNull(dueOn), validThrough: null, cover, evidenceIds: [best.item.id], why: best.why,
  });
  switch (best.status) {
    case 'met':
      return answer('met', false, null);
    case 'review':
      return answer('review', false, deadline);
    case 'incomplete':
      return today <= deadline ? answer(openStatus(deadline, today, soonDays), false, deadline) : answer('incomplete', true, deadline);
    case 'late':
      return answer('late', true, null);
    case 'stale':
      return answer('stale', true, deadline);
  }
}

function withoutAnchor(item: Item, question: BeforeQuestion): Verdict {
  const verdict = classify(item, item.performed ?? 0, { ...question, maxAgeDays: null, strict: false });
  return verdict.status === 'late' ? { ...verdict, status: 'met' } : verdict;
}
