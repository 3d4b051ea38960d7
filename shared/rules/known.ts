import type { AgencyFile } from '../agency-file/schema.ts';
import { fromDay, isCivilDate, plusDays, toDay, type Day } from '../civil-date.ts';
import { defaultTimeZone, type Override } from '../model/agency.ts';
import type { DocRef } from '../model/document.ts';
import type { Evidence, EvidenceKind } from '../model/evidence.ts';
import { decisionsIndex, outcomeBy, type AboutCheck } from '../model/check-outcome.ts';
import { replaced } from '../model/corrections.ts';
import type { CheckOutcome, ExclusionCheck, ExclusionList } from '../model/exclusion.ts';

/** An item of evidence as the windows look at it: days as numbers, null where the record says nothing. */
export type Item = {
  readonly id: string;
  readonly source: Evidence;
  /** When it was done: performed, else issued. */
  readonly performed: Day | null;
  /** When it counts from: the later of performed and result (settled reading 0.6.1). Null when undated. */
  readonly date: Day | null;
  readonly requested: Day | null;
  /** The day a card or certificate was issued, where it is recorded apart. */
  readonly issued: Day | null;
  readonly expires: Day | null;
  readonly documented: boolean;
};

/** A search of one list with what was decided about it. */
export type Check = {
  readonly id: string;
  readonly source: ExclusionCheck;
  readonly on: Day;
  readonly documented: boolean;
  /** What was decided about it; which decision speaks depends on the day judged (0.6.29). */
  readonly about: AboutCheck;
};

/** One person's (or vendor's) facts known by the asked moment, in an order that does not depend on the input's. */
export type Facts = {
  readonly items: ReadonlyMap<EvidenceKind, readonly Item[]>;
  readonly checks: ReadonlyMap<ExclusionList, readonly Check[]>;
  /** Ids of items or checks that an attestation speaks about, with the attestation's day (null: undated). */
  readonly attested: ReadonlyMap<string, Day | null>;
};

export type Known = {
  readonly ofPerson: (personId: string) => Facts;
  readonly ofVendor: (vendorId: string) => Facts;
  readonly overrides: readonly Override[];
};

/** The offset of a zone at an instant, in milliseconds east of UTC. */
function zoneOffset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(new Date(instant));
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(instant / 1000) * 1000;
}

/**
 * The last millisecond that `--known-at` covers. A bare date is the end of that civil day in the agency's zone (0.6.32).
 * @returns milliseconds since the epoch, inclusive; null when the text is neither a date nor an instant.
 */
export function knownUntil(text: string, timeZone: string = defaultTimeZone): number | null {
  if (!isCivilDate(text)) {
    const instant = Date.parse(text);
    return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(text) && !Number.isNaN(instant) ? instant : null;
  }
  const midnight = plusDays(toDay(text), 1) * 86_400_000;
  // Twice, since the offset must be the one in force at the local midnight itself, not at the first guess.
  const guess = midnight - zoneOffset(midnight, timeZone);
  return midnight - zoneOffset(guess, timeZone) - 1;
}

/** The day a fact is ordered by; what is undated comes first. */
const dayOf = (fact: Item | Check): number => ('on' in fact ? fact.on : (fact.date ?? -Infinity));

const byDateThenId = (a: Item | Check, b: Item | Check): number => {
  const [one, other] = [dayOf(a), dayOf(b)];
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

const emptyFacts: Facts = { items: new Map(), checks: new Map(), attested: new Map() };

function toItem(source: Evidence, documented: boolean): Item {
  const performedText = source.performedOn ?? source.issuedOn;
  const performed = performedText === undefined ? null : toDay(performedText);
  const result = source.resultOn === undefined ? null : toDay(source.resultOn);
  return {
    id: source.id,
    source,
    performed: performed ?? result,
    date: performed === null ? result : result === null ? performed : (Math.max(performed, result) as Day),
    issued: source.issuedOn === undefined ? null : toDay(source.issuedOn),
    requested: source.requestedOn === undefined ? null : toDay(source.requestedOn),
    expires: source.expiresOn === undefined ? null : toDay(source.expiresOn),
    documented,
  };
}

/** The records about one person or vendor, as the file has them. */
type Group = { readonly evidence: Evidence[]; readonly checks: ExclusionCheck[] };

/** What reading a group needs to know of the rest of the file. */
type Reading = {
  readonly documented: (refs: readonly DocRef[] | undefined) => boolean;
  readonly decisionsOf: (check: ExclusionCheck) => AboutCheck;
};

const nothingAttested: Facts['attested'] = new Map();

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Records come in order of date nearly always: looking whether they do is cheaper than sorting them again. */
function putInOrder(facts: (Item | Check)[]): void {
  let before = facts[0];
  for (const fact of facts) {
    if (before !== undefined && byDateThenId(before, fact) > 0) {
      facts.sort(byDateThenId);
      return;
    }
    before = fact;
  }
}

function factsOf(group: Group, { documented, decisionsOf }: Reading): Facts {
  const items = new Map<EvidenceKind, Item[]>();
  const checks = new Map<ExclusionList, Check[]>();
  const attested = new Map<string, Day | null>();
  for (const source of group.evidence) {
    const item = toItem(source, documented(source.documents));
    push(items, source.kind, item);
    if (source.kind === 'attestation' && source.about !== undefined && source.result !== 'fail') {
      const earlier = attested.get(source.about);
      const undated = earlier === null || item.date === null;
      attested.set(source.about, undated ? null : (Math.min(item.date, earlier ?? item.date) as Day));
    }
  }
  for (const source of group.checks) {
    push(checks, source.list, { id: source.id, source, on: toDay(source.checkedOn), documented: documented(source.documents), about: decisionsOf(source) });
  }
  for (const list of items.values()) putInOrder(list);
  for (const list of checks.values()) putInOrder(list);
  return { items, checks, attested: attested.size === 0 ? nothingAttested : attested };
}

/**
 * Sorts an agency's records by subject, keeping only what was recorded by the asked moment. A subject's facts are read when they
 * are asked for: keeping those of everybody alive would cost more than reading them again.
 */
export function knownFacts(file: AgencyFile, knownAt: string | undefined): Known {
  const until = knownAt === undefined ? Infinity : (knownUntil(knownAt, file.agency.timeZone) ?? Infinity);
  const recorded = (record: { readonly recordedAt: string }): boolean => until === Infinity || Date.parse(record.recordedAt) <= until;
  const stands = (item: Evidence): boolean =>
    until === Infinity
      ? item.retractedAt === undefined
      : recorded(item) && (item.retractedAt === undefined || Date.parse(item.retractedAt) > until);
  const laterDocuments = new Set((file.documents ?? []).filter((document) => !recorded(document)).map((document) => document.id));
  const reading: Reading = {
    documented: (refs) => refs !== undefined && (laterDocuments.size === 0 ? refs.length > 0 : refs.some((ref) => !laterDocuments.has(ref.id))),
    decisionsOf: decisionsIndex((file.decisions ?? []).filter(recorded)),
  };

  const people = new Map<string, Group>();
  const vendors = new Map<string, Group>();
  const groupOf = (groups: Map<string, Group>, id: string): Group => {
    const known = groups.get(id);
    if (known !== undefined) return known;
    const fresh: Group = { evidence: [], checks: [] };
    groups.set(id, fresh);
    return fresh;
  };
  const losers = replaced(file.evidence, stands);
  for (const item of file.evidence) {
    if (stands(item) && !losers.has(item)) groupOf(people, item.personId).evidence.push(item);
  }
  for (const check of file.exclusionChecks ?? []) {
    if (!recorded(check)) continue;
    if (check.personId !== undefined) groupOf(people, check.personId).checks.push(check);
    else if (check.vendorId !== undefined) groupOf(vendors, check.vendorId).checks.push(check);
  }

  const asked = (groups: ReadonlyMap<string, Group>): ((id: string) => Facts) => {
    // A chapter of the binder and an explanation ask many times for the same person.
    let last: { readonly id: string; readonly facts: Facts } | null = null;
    return (id) => {
      if (last?.id === id) return last.facts;
      const group = groups.get(id);
      const facts = group === undefined ? emptyFacts : factsOf(group, reading);
      last = { id, facts };
      return facts;
    };
  };
  return { ofPerson: asked(people), ofVendor: asked(vendors), overrides: (file.agency.overrides ?? []).filter(recorded) };
}

/** What a check says on a day, after the decisions made by then: `null` is no check at all (unable, 0.6.11 and 0.6.29). */
export function outcomeOn(check: Check, today: Day): CheckOutcome | null {
  const { source, about } = check;
  // Hardly any check has rows or decisions; writing the day out for each of hundreds of thousands would cost more than judging them.
  if (about.whole.length === 0 && about.rows.length === 0) return source.outcome === 'unable' ? null : source.outcome;
  return outcomeBy(source, about, fromDay(today));
}
