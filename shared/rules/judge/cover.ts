import type { Why } from '../standing.ts';
import { dateOf, dateOrNull, finiteOrNull, isNear, noIds, nothingOnFile, type Judged, type Span } from './judged.ts';

/** An item as cover: in force from its date to its last valid day, both inclusive (`to` Infinity without an end). */
export type Cover = {
  readonly from: number;
  readonly to: number;
  readonly evidenceId: string;
  /** `review`: counts only after a person decided. */
  readonly quality: 'good' | 'review';
  /** Dated on the anchor itself of a strict "prior to": `review` until attested, `accepted` once attested. */
  readonly sameDay: 'review' | 'accepted' | null;
  /** Why it needs a person; null where that is the day it is dated on. */
  readonly why: (() => Why) | null;
};

/** The duty that cover is held against. */
export type CoverDuty = {
  /** Last compliant day of the first duty; Infinity without a deadline. */
  readonly deadline: number;
  /** First day on which a card that already ended counts as nothing on file. */
  readonly beginning: number;
  /** Days on which an exemption stood in for cover (a licence), inclusive. */
  readonly exempt: readonly { readonly from: number; readonly to: number; readonly by: string }[];
  readonly today: number;
  readonly soonDays: number;
};

/** What walking the covers in order of date comes to. */
type Walk = {
  /** The cover in force today: the latest one that covers, but nothing renews what has no end. */
  readonly current: Cover | null;
  /** Last day the current cover could begin on to leave no day without, and the days it came after its limit. */
  readonly limit: number;
  readonly daysLate: number;
  /** Some cover, of today or before, came late. */
  readonly missed: boolean;
  /** The cover that ends last, and the last day of those in force today. */
  readonly last: Cover | null;
  readonly through: number;
};

function walk(covers: readonly Cover[], deadline: number, today: number): Walk {
  let reach = -Infinity;
  let missed = false;
  let current: Cover | null = null;
  let limit = deadline;
  let daysLate = 0;
  let last: Cover | null = null;
  let through = -Infinity;
  for (const cover of covers) {
    const renewal = reach >= deadline;
    // A renewal dated the day after the last valid day leaves no day without cover.
    const mine = renewal ? reach + 1 : cover.sameDay === null ? deadline : deadline + 1;
    if (cover.from > mine) missed = true;
    if (cover.to >= today && current?.to !== Infinity) {
      current = cover;
      limit = mine;
      daysLate = cover.from > mine ? cover.from - (renewal ? mine : deadline) : 0;
    }
    if (last === null || cover.to >= last.to) last = cover;
    if (cover.to >= today) through = Math.max(through, cover.to);
    reach = Math.max(reach, cover.to);
  }
  return { current, limit, daysLate, missed, last, through };
}

/** Judges covers in order of date. The first deadline may lie after the duty's own, where an exemption ended later. */
function judgeWalk(duty: CoverDuty, covers: readonly Cover[], deadline: number, { current, limit, daysLate, missed, last, through }: Walk): Judged {
  const { today, soonDays } = duty;
  const owedFrom = duty.deadline + 1;
  const cover = withExemptions(covers, duty);
  if (current !== null) {
    return {
      status: daysLate > 0 ? 'late' : isNear(through, today, soonDays) ? 'expiring' : 'met',
      missed, dueOn: finiteOrNull(through), validThrough: finiteOrNull(through), cover, owedFrom, evidenceIds: [current.evidenceId], onFile: true,
      why: () => ({ code: 'done', on: dateOf(current.from), deadline: dateOrNull(limit), daysLate, validThrough: dateOrNull(through) }),
    };
  }
  if (last !== null && today > deadline && last.to >= deadline) {
    return {
      status: 'expired', missed: true, dueOn: last.to, validThrough: last.to, cover, owedFrom, evidenceIds: [last.evidenceId], onFile: true,
      why: () => ({ code: 'expired', on: dateOf(last.from), validThrough: dateOf(last.to), daysWithout: today - last.to }),
    };
  }
  const nothing = nothingOnFile(deadline, today, soonDays, owedFrom);
  return cover.length === 0 ? nothing : { ...nothing, cover };
}

const better = (judged: Judged): boolean => judged.status === 'met' || judged.status === 'expiring';

/**
 * Judges a duty that is met once and then kept up: first deadline, renewals, lapses (rules 0.6.5, 0.6.6).
 * A review item speaks only where what is certain does not already meet the duty (0.6.7).
 */
export function judgeCover(duty: CoverDuty, all: readonly Cover[]): Judged {
  const { exempt, today } = duty;
  const covers = relevant(all, duty);
  if (exempt.length === 0) return judgeCovers(duty, covers, duty.deadline);
  const begun = exempt.filter((span) => span.from <= today);
  const [current] = begun.filter((span) => span.to >= today);
  const through = Math.max(-Infinity, ...begun.map((span) => span.to));
  // When an exemption ends, the duty is due at the later of its last day and the first deadline (0.6.13).
  if (current === undefined) return judgeCovers(duty, covers, Math.max(duty.deadline, through));
  return {
    status: 'exempt', missed: false, dueOn: finiteOrNull(through), validThrough: finiteOrNull(through), cover: withExemptions(covers, duty),
    owedFrom: duty.deadline + 1, evidenceIds: noIds, onFile: true, why: () => ({ code: 'exempt', by: current.by, through: dateOrNull(through) }),
  };
}

/** Judges by what is certain, and where that does not meet the duty by what a person may decide. */
function judgeCovers(duty: CoverDuty, covers: readonly Cover[], deadline: number): Judged {
  const certain = covers.every(isPlain) ? covers : covers.filter((cover) => cover.quality === 'good' && !undecidedSameDay(cover, covers, deadline));
  const sure = judgeWalk(duty, certain, deadline, walk(certain, deadline, duty.today));
  return certain.length === covers.length || better(sure) ? sure : withReview(duty, sure, covers, certain, deadline);
}

/** In order of date, without what ended before the beginning, which counts as nothing on file (0.6.26), and without what lies ahead. */
function relevant(covers: readonly Cover[], { beginning, today }: CoverDuty): readonly Cover[] {
  const counting = (cover: Cover): boolean => cover.to >= beginning && cover.from <= today;
  const kept = covers.every(counting) ? covers : covers.filter(counting);
  for (let index = 1; index < kept.length; index += 1) {
    const [before, after] = [kept[index - 1], kept[index]];
    if (before !== undefined && after !== undefined && byDate(before, after) > 0) return [...kept].sort(byDate);
  }
  return kept;
}

const byDate = (a: Cover, b: Cover): number => a.from - b.from || a.to - b.to || (a.evidenceId < b.evidenceId ? -1 : a.evidenceId > b.evidenceId ? 1 : 0);

const isPlain = (cover: Cover): boolean => cover.quality === 'good' && cover.sameDay !== 'review';

/** A same-day item needs a person only where it opens the duty; as a renewal of cover that reached the deadline it is plain. */
const undecidedSameDay = (cover: Cover, covers: readonly Cover[], deadline: number): boolean =>
  cover.sameDay === 'review' &&
  !covers.some((other) => other.quality === 'good' && other.from < cover.from && other.to >= deadline);

function withReview(duty: CoverDuty, sure: Judged, covers: readonly Cover[], certain: readonly Cover[], deadline: number): Judged {
  const walked = walk(covers, deadline, duty.today);
  const maybe = judgeWalk(duty, covers, deadline, walked);
  if (maybe.status === sure.status) return sure;
  const undecided = walked.current !== null && !certain.includes(walked.current) ? walked.current : null;
  if (undecided === null && !better(maybe) && maybe.status !== 'late') return sure;
  const pending = undecided ?? covers.find((cover) => !certain.includes(cover));
  if (pending === undefined) return sure;
  return {
    ...maybe,
    status: 'review',
    missed: false,
    dueOn: finiteOrNull(deadline),
    validThrough: null,
    evidenceIds: [pending.evidenceId],
    why: pending.why ?? (() => (pending.sameDay === null ? { code: 'undated' } : { code: 'same-day', on: dateOf(pending.from) })),
  };
}

const withExemptions = (covers: readonly Cover[], { exempt }: CoverDuty): readonly Span[] =>
  exempt.length === 0 ? covers : [...covers, ...exempt.map((span) => ({ from: span.from, to: span.to, evidenceId: '' }))];
