import type { Why } from '../standing.ts';
import { dateOrNull, finiteOrNull, isNear, nothingOnFile, type Judged } from './judged.ts';

/** An item as cover: in force from its date to its last valid day, both inclusive (`to` Infinity without an end). */
export type Cover = {
  readonly from: number;
  readonly to: number;
  readonly evidenceId: string;
  /** `review`: counts only after a person decided. */
  readonly quality: 'good' | 'review';
  /** Dated on the anchor itself of a strict "prior to": `review` until attested, `accepted` once attested. */
  readonly sameDay?: 'review' | 'accepted';
  readonly why?: Why;
};

export type CoverQuestion = {
  readonly covers: readonly Cover[];
  /** Last compliant day of the first duty; Infinity without a deadline. */
  readonly deadline: number;
  /** First day on which a card that already ended counts as nothing on file. */
  readonly beginning: number;
  /** Days on which an exemption stood in for cover (a licence), inclusive. */
  readonly exempt: readonly { readonly from: number; readonly to: number; readonly by: string }[];
  readonly today: number;
  readonly soonDays: number;
};

type Link = { readonly cover: Cover; readonly onTime: boolean; readonly daysLate: number; readonly limit: number };

/** Walks the covers in order of date and says of each whether it came on time after what went before. */
function chain(covers: readonly Cover[], deadline: number): readonly Link[] {
  let reach = -Infinity;
  return covers.map((cover) => {
    const renewal = reach >= deadline;
    // A renewal dated the day after the last valid day leaves no day without cover.
    const limit = renewal ? reach + 1 : cover.sameDay === undefined ? deadline : deadline + 1;
    reach = Math.max(reach, cover.to);
    return { cover, onTime: cover.from <= limit, daysLate: Math.max(0, cover.from - (renewal ? limit : deadline)), limit };
  });
}

/** The link in force today: the latest one that covers, but nothing renews what has no end. */
function inForce(links: readonly Link[], today: number): Link | null {
  let current: Link | null = null;
  for (const link of links) {
    if (link.cover.to < today) continue;
    if (current !== null && current.cover.to === Infinity) break;
    current = link;
  }
  return current;
}

function judgeChain(question: CoverQuestion, covers: readonly Cover[], deadline: number): Judged & { readonly current: Cover | null } {
  const { today, soonDays } = question;
  const links = chain(covers, deadline);
  const current = inForce(links, today);
  const spans = covers.map(({ from, to, evidenceId }) => ({ from, to, evidenceId }));
  const base = { cover: spans, owedFrom: deadline + 1, onFile: covers.length > 0 };
  const missed = links.some((link) => !link.onTime);

  if (current !== null) {
    const through = spans.reduce((latest, span) => (span.to >= today ? Math.max(latest, span.to) : latest), current.cover.to);
    const why: Why = {
      code: 'done', on: dateOrNull(current.cover.from) ?? failDate(), deadline: dateOrNull(current.limit),
      daysLate: current.onTime ? 0 : current.daysLate, validThrough: dateOrNull(through),
    };
    const status = !current.onTime ? 'late' : isNear(through, today, soonDays) ? 'expiring' : 'met';
    return {
      ...base, status, missed: missed || !current.onTime, dueOn: finiteOrNull(through), validThrough: finiteOrNull(through),
      evidenceIds: [current.cover.evidenceId], why, current: current.cover,
    };
  }
  const last = covers.reduce<Cover | null>((latest, cover) => (latest === null || cover.to >= latest.to ? cover : latest), null);
  if (last !== null && today > deadline && last.to >= deadline) {
    const validThrough = dateOrNull(last.to) ?? failDate();
    return {
      ...base, status: 'expired', missed: true, dueOn: last.to, validThrough: last.to, evidenceIds: [last.evidenceId],
      why: { code: 'expired', on: dateOrNull(last.from) ?? failDate(), validThrough, daysWithout: today - last.to }, current: null,
    };
  }
  return { ...nothingOnFile(deadline, today, soonDays), cover: spans, missed: today > deadline, current: null };
}

function failDate(): never {
  throw new Error('a cover in force has a date');
}

const better = new Set(['met', 'expiring']);

/**
 * Judges a duty that is met once and then kept up: first deadline, renewals, lapses (rules 0.6.5, 0.6.6).
 * A review item speaks only where what is certain does not already meet the duty (0.6.7).
 */
export function judgeCover(question: CoverQuestion): Judged {
  const { today } = question;
  // What ended before the beginning counts as nothing on file (0.6.26); what lies ahead is not yet a fact.
  const covers = question.covers
    .filter((cover) => cover.to >= question.beginning && cover.from <= today)
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.evidenceId < b.evidenceId ? -1 : 1));
  const exemptToday = question.exempt.filter((span) => span.from <= today && span.to >= today);
  const exemptPast = question.exempt.filter((span) => span.from <= today).map((span) => span.to);
  const exemptReach = Math.max(-Infinity, ...exemptPast);
  // When an exemption ends, the duty is due at the later of its last day and the first deadline (0.6.13).
  const deadline = exemptReach < today ? Math.max(question.deadline, exemptReach) : question.deadline;

  if (exemptToday.length > 0) {
    const through = Math.max(...exemptToday.map((span) => span.to));
    const by = exemptToday[0]?.by ?? '';
    return {
      status: 'exempt', missed: false, dueOn: finiteOrNull(through), validThrough: finiteOrNull(through), evidenceIds: [], onFile: true,
      cover: spansWith(covers, question), owedFrom: question.deadline + 1, why: { code: 'exempt', by, through: dateOrNull(through) },
    };
  }

  const certain = covers.filter((cover) => cover.quality === 'good' && !undecidedSameDay(cover, covers, deadline));
  const sure = judgeChain(question, certain, deadline);
  const judged = better.has(sure.status) || certain.length === covers.length ? sure : withReview(question, sure, covers, certain, deadline);
  return { ...judged, cover: [...judged.cover, ...exemptSpans(question)], owedFrom: question.deadline + 1 };
}

/** A same-day item needs a person only where it opens the duty; as a renewal of cover that reached the deadline it is plain. */
const undecidedSameDay = (cover: Cover, covers: readonly Cover[], deadline: number): boolean =>
  cover.sameDay === 'review' &&
  !covers.some((other) => other.quality === 'good' && other.from < cover.from && other.to >= deadline);

function withReview(question: CoverQuestion, sure: Judged, covers: readonly Cover[], certain: readonly Cover[], deadline: number): Judged {
  const maybe = judgeChain(question, covers, deadline);
  if (maybe.status === sure.status) return sure;
  const undecided = maybe.current !== null && !certain.includes(maybe.current) ? maybe.current : null;
  if (undecided === null && !better.has(maybe.status) && maybe.status !== 'late') return sure;
  const pending = undecided ?? covers.find((cover) => !certain.includes(cover));
  if (pending === undefined) return sure;
  return {
    ...maybe,
    status: 'review',
    missed: false,
    dueOn: finiteOrNull(deadline),
    validThrough: null,
    evidenceIds: [pending.evidenceId],
    why: pending.why ?? (pending.sameDay === undefined ? { code: 'undated' } : { code: 'same-day', on: dateOrNull(pending.from) ?? failDate() }),
  };
}

const exemptSpans = (question: CoverQuestion): readonly { readonly from: number; readonly to: number; readonly evidenceId: string }[] =>
  question.exempt.map((span) => ({ from: span.from, to: span.to, evidenceId: '' }));

const spansWith = (covers: readonly Cover[], question: CoverQuestion): Judged['cover'] => [
  ...covers.map(({ from, to, evidenceId }) => ({ from, to, evidenceId })),
  ...exemptSpans(question),
];
