import { endOfMonth, plusMonths, type Day } from '../../civil-date.ts';
import type { Validity } from '../../model/window.ts';
import type { Item } from '../known.ts';
import type { Proof, Route } from '../packs/row.ts';
import { judgeCover, type Cover, type CoverDuty } from './cover.ts';
import { dateOf, dateOrNull, finiteOrNull, noCover, openStatus, type Judged } from './judged.ts';

/** The duty a part's items are held against: when it begins, when it is due, what stands in for it. */
export type Duty = CoverDuty & {
  /** The anchor's day; null while unknown. */
  readonly anchor: number | null;
  readonly strict: boolean;
  readonly sameDay: 'review' | 'accept';
  readonly validity: Validity;
  /** Day of hire, for waivers of training done before it; null while unknown. */
  readonly hire: Day | null;
  readonly attested: ReadonlyMap<string, number | null>;
  readonly today: Day;
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
  const { id: evidenceId, date } = item;
  if (date === null) {
    return { from: undatedFrom(duty), to: item.expires ?? Infinity, evidenceId, quality: 'review', sameDay: null, why: () => ({ code: 'undated' }) };
  }
  const to = lastValidDay(item, date, route.validity ?? duty.validity);
  const unrecognised = unrecognisedReason(item, proof, route);
  if (unrecognised !== null) {
    return { from: date, to, evidenceId, quality: 'review', sameDay: null, why: () => ({ code: 'not-recognised', on: dateOf(date), what: unrecognised }) };
  }
  if (proof.waiver !== undefined && duty.hire !== null && date < duty.hire) {
    return { from: date, to, evidenceId, quality: 'review', sameDay: null, why: () => ({ code: 'unwaived', on: dateOf(date) }) };
  }
  return { from: date, to, evidenceId, quality: 'good', sameDay: duty.strict && date === duty.anchor ? sameDayOf(item, duty) : null, why: null };
}

function sameDayOf(item: Item, duty: Duty): 'review' | 'accepted' {
  const attested = duty.attested.get(item.id);
  return duty.sameDay === 'accept' || (attested !== undefined && (attested === null || attested <= duty.today)) ? 'accepted' : 'review';
}

function unrecognisedReason(item: Item, proof: ItemsProof, route: Route): string | null {
  if (proof.issuers !== undefined && !proof.issuers.includes((item.source.issuer ?? '').trim().toLowerCase())) {
    return item.source.issuer === undefined || item.source.issuer.trim() === '' ? 'the issuer is not recorded' : `issuer ${item.source.issuer}`;
  }
  if (proof.reviewCategories !== undefined && item.source.category !== undefined && proof.reviewCategories.includes(item.source.category)) {
    return item.source.category;
  }
  const reviewPart = route.review !== undefined && !speaksFor(item, route.accepts);
  return reviewPart ? (item.source.parts ?? []).join(', ') : null;
}

/** Whether an item can prove a route on the day judged: it is a completed one of its parts and category, and a fact by then. */
const proves = (item: Item, route: Route, today: number): boolean =>
  completed(item) &&
  (item.date === null ? (item.requested ?? -Infinity) <= today : item.date <= today) &&
  (speaksFor(item, route.accepts) || (route.review !== undefined && speaksFor(item, route.review))) &&
  (route.category === undefined || item.source.category === route.category);

const noCovers: readonly Cover[] = [];

/** Judges one route of a part: the items of its kind, as cover of the duty. */
export function judgeRoute(items: readonly Item[], route: Route, count: number, proof: ItemsProof, duty: Duty): Judged {
  if (typeof route.months === 'number') return judgeMonths(items.filter((item) => proves(item, route, duty.today)), route.months, route, duty);
  let covers: Cover[] | null = null;
  for (const item of items) {
    if (!proves(item, route, duty.today)) continue;
    const cover = toCover(item, route, proof, duty);
    // Nearly always none or one: a list written with one is a tenth of the size of one that is pushed to.
    if (covers === null) covers = [cover];
    else covers.push(cover);
  }
  const judged = judgeCover(duty, covers === null ? noCovers : count > 1 ? onlyFrom(covers, count) : covers);
  const waived = proof.waiver === undefined ? null : waiverOf(items, proof.waiver.maxMonths, duty);
  return waived === null || judged.status === 'met' || judged.status === 'expiring' ? judged : waived;
}

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
  if (dated !== undefined && dated.date !== null) {
    const { id, date } = dated;
    return {
      status: 'exempt', missed: false, dueOn: null, validThrough: null, cover: [{ from: date, to: Infinity, evidenceId: id }], owedFrom: duty.deadline + 1,
      evidenceIds: [id], onFile: true, why: () => ({ code: 'exempt', by: `waiver of training of ${dateOf(date)}`, through: null }),
    };
  }
  const undated = waivers.find((item) => item.date === null);
  if (undated === undefined) return null;
  return {
    status: 'review', missed: false, dueOn: finiteOrNull(duty.deadline), validThrough: null, cover: noCover, owedFrom: duty.deadline + 1,
    evidenceIds: [undated.id], onFile: true, why: () => ({ code: 'undated' }),
  };
}

/** Experience adds up over items until it reaches the months needed (0.6.16, 0.6.34). */
function judgeMonths(items: readonly Item[], needed: number, route: Route, duty: Duty): Judged {
  const ordered = [...items].sort((a, b) => (a.date ?? Infinity) - (b.date ?? Infinity));
  const stated = ordered.filter((item) => item.source.months !== undefined);
  const [first] = ordered;
  if (first !== undefined && stated.length === 0) {
    return judgeCover(duty, [{
      from: first.date ?? undatedFrom(duty), to: Infinity, evidenceId: first.id, quality: 'review', sameDay: null,
      why: () => ({ code: 'months', held: 0, needed, stated: false, on: dateOrNull(first.date) }),
    }]);
  }
  let sum = 0;
  for (const [index, item] of stated.entries()) {
    sum += item.source.months ?? 0;
    if (sum < needed) continue;
    const undated = item.date === null;
    const judged = judgeCover(duty, [{
      from: item.date ?? undatedFrom(duty), to: route.validity === undefined && item.expires !== null ? item.expires : Infinity, evidenceId: item.id,
      quality: undated ? 'review' : 'good', sameDay: null, why: undated ? () => ({ code: 'undated' }) : null,
    }]);
    return {
      ...judged,
      evidenceIds: judged.evidenceIds.length > 0 ? stated.slice(0, index + 1).map((each) => each.id) : judged.evidenceIds,
      why: judged.status === 'met' ? () => ({ code: 'months', held: total(stated), needed, stated: true, on: dateOrNull(item.date) }) : judged.why,
    };
  }
  const nothing = judgeCover(duty, []);
  if (stated.length === 0) return nothing;
  const held = sum;
  return {
    ...nothing, onFile: true, evidenceIds: stated.map((item) => item.id),
    status: duty.today <= duty.deadline ? openStatus(duty.deadline, duty.today, duty.soonDays) : 'incomplete',
    why: () => ({ code: 'months', held, needed, stated: true, on: null }),
  };
}

const total = (items: readonly Item[]): number => items.reduce((sum, item) => sum + (item.source.months ?? 0), 0);
