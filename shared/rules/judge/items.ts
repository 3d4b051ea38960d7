import { endOfMonth, plusMonths, type Day } from '../../civil-date.ts';
import type { Validity } from '../../model/window.ts';
import type { Item } from '../known.ts';
import type { Proof, Route } from '../packs/row.ts';
import { judgeCover, type Cover } from './cover.ts';
import { dateOrNull, openStatus, type Judged } from './judged.ts';

/** The duty a part's items are held against: when it begins, when it is due, what stands in for it. */
export type Duty = {
  /** The anchor's day; null while unknown. */
  readonly anchor: number | null;
  /** Last compliant day; Infinity without one. */
  readonly deadline: number;
  readonly strict: boolean;
  readonly sameDay: 'review' | 'accept';
  readonly validity: Validity;
  /** Day of hire, for waivers of training done before it; null while unknown. */
  readonly hire: Day | null;
  readonly exempt: readonly { readonly from: number; readonly to: number; readonly by: string }[];
  readonly attested: ReadonlyMap<string, number | null>;
  readonly today: Day;
  readonly soonDays: number;
};

type ItemsProof = Extract<Proof, { by: 'items' }>;

/** Last valid day of an item, inclusive. A printed expiry comes before a computed one (0.6.6). */
function lastValidDay(item: Item, from: number, validity: Validity): number {
  if (item.expires !== null) return item.expires;
  switch (validity.by) {
    case 'forever':
    case 'printed':
      return Infinity;
    case 'months':
      return plusMonths(from as Day, validity.months);
    case 'month-end':
      // A card is dated by its issue where both are known; whole months are counted from that month (AHA).
      return endOfMonth(plusMonths(endOfMonth(item.issued ?? item.performed ?? (from as Day)), validity.months));
  }
}

const speaksFor = (item: Item, parts: readonly string[] | undefined): boolean =>
  parts === undefined || (item.source.parts?.some((part) => parts.includes(part)) ?? false);

/** Trainings that failed do not count and are never a failure (0.6.30); a waiver is not the training. */
const completed = (item: Item): boolean => item.source.result !== 'fail' && item.source.result !== 'positive' && item.source.result !== 'waived';

/** Undated items are open to decision from the first day they could matter. */
const undatedFrom = (duty: Duty): number => Math.min(duty.anchor ?? duty.today, duty.today);

function toCover(item: Item, route: Route, proof: ItemsProof, duty: Duty): Cover {
  const reviewPart = !speaksFor(item, route.accepts) && route.review !== undefined;
  const validity = route.validity ?? duty.validity;
  if (item.date === null) {
    return { from: undatedFrom(duty), to: item.expires ?? Infinity, evidenceId: item.id, quality: 'review', why: { code: 'undated' } };
  }
  const on = dateOrNull(item.date) ?? dateFailure();
  const cover = { from: item.date, to: lastValidDay(item, item.date, validity), evidenceId: item.id } as const;
  const unrecognised = unrecognisedReason(item, proof, reviewPart);
  if (unrecognised !== null) return { ...cover, quality: 'review', why: { code: 'not-recognised', on, what: unrecognised } };
  if (proof.waiver !== undefined && duty.hire !== null && item.date < duty.hire) return { ...cover, quality: 'review', why: { code: 'unwaived', on } };
  if (duty.strict && item.date === duty.anchor) {
    const attested = duty.attested.get(item.id);
    const accepted = duty.sameDay === 'accept' || (attested !== undefined && (attested === null || attested <= duty.today));
    return { ...cover, quality: 'good', sameDay: accepted ? 'accepted' : 'review' };
  }
  return { ...cover, quality: 'good' };
}

function unrecognisedReason(item: Item, proof: ItemsProof, reviewPart: boolean): string | null {
  if (proof.issuers !== undefined && !proof.issuers.includes((item.source.issuer ?? '').trim().toLowerCase())) {
    return item.source.issuer === undefined || item.source.issuer.trim() === '' ? 'the issuer is not recorded' : `issuer ${item.source.issuer}`;
  }
  if (proof.reviewCategories !== undefined && item.source.category !== undefined && proof.reviewCategories.includes(item.source.category)) {
    return item.source.category;
  }
  return reviewPart ? (item.source.parts ?? []).join(', ') : null;
}

function dateFailure(): never {
  throw new Error('a dated item has a date');
}

/** Judges one route of a part: the items of its kind, as cover of the duty. */
export function judgeRoute(items: readonly Item[], route: Route, count: number, proof: ItemsProof, duty: Duty): Judged {
  const mine = items.filter(
    (item) =>
      completed(item) &&
      (item.date === null ? (item.requested ?? -Infinity) <= duty.today : item.date <= duty.today) &&
      (speaksFor(item, route.accepts) || (route.review !== undefined && speaksFor(item, route.review))) &&
      (route.category === undefined || item.source.category === route.category),
  );
  if (typeof route.months === 'number') return judgeMonths(mine, route.months, route, duty);
  const covers = mine.map((item) => toCover(item, route, proof, duty));
  const judged = judgeCover({ ...question(duty), covers: count > 1 ? onlyFrom(covers, count) : covers });
  const waived = proof.waiver === undefined ? null : waiverOf(items, proof.waiver.maxMonths, duty);
  return waived === null || judged.status === 'met' || judged.status === 'expiring' ? judged : waived;
}

const question = (duty: Duty): Omit<Parameters<typeof judgeCover>[0], 'covers'> => ({
  deadline: duty.deadline, beginning: duty.anchor ?? -Infinity, exempt: duty.exempt, today: duty.today, soonDays: duty.soonDays,
});

/** Where several items are needed the duty is met with the last of them. */
function onlyFrom(covers: readonly Cover[], count: number): readonly Cover[] {
  const ordered = [...covers].sort((a, b) => a.from - b.from);
  return ordered.slice(count - 1);
}

/** The recorded waiver of an initial training, if there is one young enough on the day of hire (0.6.17). */
function waiverOf(items: readonly Item[], maxMonths: number | null, duty: Duty): Judged | null {
  const waivers = items.filter((item) => item.source.result === 'waived' && (item.date === null || item.date <= duty.today));
  const dated = waivers.find(
    (item) => item.date !== null && (maxMonths === null || duty.hire === null || item.date >= plusMonths(duty.hire, -maxMonths)),
  );
  const base = { missed: false, validThrough: null, owedFrom: duty.deadline + 1, onFile: true };
  if (dated !== undefined && dated.date !== null) {
    return {
      ...base, status: 'exempt', dueOn: null, evidenceIds: [dated.id], cover: [{ from: dated.date, to: Infinity, evidenceId: dated.id }],
      why: { code: 'exempt', by: `waiver of training of ${dateOrNull(dated.date) ?? ''}`, through: null },
    };
  }
  const undated = waivers.find((item) => item.date === null);
  if (undated === undefined) return null;
  return { ...base, status: 'review', dueOn: Number.isFinite(duty.deadline) ? duty.deadline : null, evidenceIds: [undated.id], cover: [], why: { code: 'undated' } };
}

/** Experience adds up over items until it reaches the months needed (0.6.16, 0.6.34). */
function judgeMonths(items: readonly Item[], needed: number, route: Route, duty: Duty): Judged {
  const ordered = [...items].sort((a, b) => (a.date ?? Infinity) - (b.date ?? Infinity));
  const stated = ordered.filter((item) => item.source.months !== undefined);
  if (ordered.length > 0 && stated.length === 0) {
    const first = ordered[0] ?? dateFailure();
    const cover: Cover = {
      from: first.date ?? undatedFrom(duty), to: Infinity, evidenceId: first.id, quality: 'review',
      why: { code: 'months', held: 0, needed, stated: false, on: dateOrNull(first.date) },
    };
    return judgeCover({ ...question(duty), covers: [cover] });
  }
  let sum = 0;
  for (const [index, item] of stated.entries()) {
    sum += item.source.months ?? 0;
    if (sum < needed) continue;
    const why = { code: 'months', held: total(stated), needed, stated: true, on: dateOrNull(item.date) } as const;
    const cover: Cover = {
      from: item.date ?? undatedFrom(duty), to: route.validity === undefined && item.expires !== null ? item.expires : Infinity, evidenceId: item.id,
      quality: item.date === null ? 'review' : 'good', ...(item.date === null ? { why: { code: 'undated' as const } } : {}),
    };
    const judged = judgeCover({ ...question(duty), covers: [cover] });
    const evidenceIds = stated.slice(0, index + 1).map((each) => each.id);
    return { ...judged, evidenceIds: judged.evidenceIds.length > 0 ? evidenceIds : [], why: judged.status === 'met' ? why : judged.why };
  }
  const nothing = judgeCover({ ...question(duty), covers: [] });
  if (stated.length === 0) return nothing;
  const why = { code: 'months', held: sum, needed, stated: true, on: null } as const;
  const open = duty.today <= duty.deadline;
  return {
    ...nothing, onFile: true, why, evidenceIds: stated.map((item) => item.id),
    status: open ? openStatus(duty.deadline, duty.today, duty.soonDays) : 'incomplete',
  };
}

const total = (items: readonly Item[]): number => items.reduce((sum, item) => sum + (item.source.months ?? 0), 0);
