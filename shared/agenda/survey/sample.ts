import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CivilDate } from '../../civil-date.ts';
import type { Survey } from '../../model/agency-records/agency-record.ts';
import type { Employment, Person, Role } from '../../model/person.ts';

/** What a sample is drawn from, and how. Dates are civil and inclusive. */
export type SampleOrder = {
  readonly people: readonly Person[];
  /** Only who held one of these on the day; of each of them at least one is drawn. Empty or absent: everybody, by no role. */
  readonly roles?: readonly Role[];
  readonly hiredFrom?: CivilDate;
  readonly hiredTo?: CivilDate;
  /** The day people must have been at work. */
  readonly employedOn: CivilDate;
  readonly size: number;
  /** Any text; the same text draws the same people. */
  readonly seed: string;
};

/** Why somebody could not be drawn. */
export type WhyNotDrawnFrom = 'not-employed' | 'other-role' | 'hired-earlier' | 'hired-later';
export const whyNotWords: Readonly<Record<WhyNotDrawnFrom, string>> = {
  'not-employed': 'not at work on the day',
  'other-role': 'held none of the roles',
  'hired-earlier': 'hired before the first day asked for',
  'hired-later': 'hired after the last day asked for',
};

export type Sample = {
  /** In the order drawn: for each role its first, then the rest. */
  readonly personIds: readonly string[];
  /** Everybody it was drawn from, in the order the seed puts them. */
  readonly outOf: readonly string[];
  readonly others: readonly { readonly personId: string; readonly why: WhyNotDrawnFrom }[];
  /** Roles asked for that nobody drawn held: nobody holds them, or the sample is smaller than the roles are many. */
  readonly uncovered: readonly Role[];
};

/** The place of a person among all: HMAC-SHA-256 with the seed as key and the person's id as message, both in UTF-8, lower-case hexadecimal. */
export const drawKey = (seed: string, personId: string): string => bytesToHex(hmac(sha256, utf8ToBytes(seed), utf8ToBytes(personId)));

const at = (person: Person, on: CivilDate): Employment | undefined =>
  person.employments.find((each) => each.withdrawnOn === undefined && each.hiredOn !== undefined && each.hiredOn <= on && (each.endedOn === undefined || each.endedOn >= on));

const rolesAt = ({ roles }: Employment, on: CivilDate): readonly Role[] => roles.filter(({ from, to }) => from <= on && (to === undefined || to >= on)).map(({ role }) => role);

/** Why a person is not among those drawn from; null where they are. */
export function whyNotDrawnFrom(person: Person, { roles = [], hiredFrom, hiredTo, employedOn }: Omit<SampleOrder, 'people' | 'size' | 'seed'>): WhyNotDrawnFrom | null {
  const employment = at(person, employedOn);
  if (employment?.hiredOn === undefined) return 'not-employed';
  if (roles.length > 0 && !rolesAt(employment, employedOn).some((role) => roles.includes(role))) return 'other-role';
  if (hiredFrom !== undefined && employment.hiredOn < hiredFrom) return 'hired-earlier';
  return hiredTo !== undefined && employment.hiredOn > hiredTo ? 'hired-later' : null;
}

/**
 * Draws a random sample that anybody can draw again from its seed. Everybody who may be drawn is put in the order of `drawKey`. Without roles the
 * first `size` are the sample. With roles the first holder of each role is in it, as far as `size` goes; whoever comes next in the order fills it up.
 * The order of the file plays no part. One person more or fewer changes at most one place of the sample (one for each role asked for that they hold).
 */
export function drawSample(order: SampleOrder): Sample {
  const { people, roles = [], employedOn, size, seed } = order;
  const others: { personId: string; why: WhyNotDrawnFrom }[] = [];
  const pool: { readonly id: string; readonly key: string; readonly roles: readonly Role[] }[] = [];
  for (const person of people) {
    const why = whyNotDrawnFrom(person, order);
    const employment = at(person, employedOn);
    if (why !== null) others.push({ personId: person.id, why });
    else pool.push({ id: person.id, key: drawKey(seed, person.id), roles: employment === undefined ? [] : rolesAt(employment, employedOn) });
  }
  pool.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : one.id < other.id ? -1 : 1));
  const firsts = new Set(roles.flatMap((role) => pool.find((each) => each.roles.includes(role))?.id ?? []));
  const [first, rest] = [pool.filter(({ id }) => firsts.has(id)), pool.filter(({ id }) => !firsts.has(id))];
  const drawn = [...first, ...rest].slice(0, Math.max(0, size));
  return {
    personIds: drawn.map(({ id }) => id),
    outOf: pool.map(({ id }) => id),
    others,
    uncovered: roles.filter((role) => !drawn.some((each) => each.roles.includes(role))),
  };
}

/** A sample as it is printed and handed on, on a binder's cover too: "4 of 21 people, drawn with the seed 7QK2-M4TD, and 1 chosen by name". */
export type PrintedSample = { readonly personIds: readonly string[]; readonly seed: string | null; readonly drawn: number; readonly outOf: number | null; readonly chosen: number };

/** The sample of a survey. The chosen stand behind the drawn. */
export function sampleOf({ personIds, drawn }: Pick<Survey, 'personIds' | 'drawn'>): PrintedSample {
  const count = drawn === undefined ? 0 : Math.min(drawn.size, drawn.outOf, personIds.length);
  return { personIds, seed: drawn?.seed ?? null, drawn: count, outOf: drawn?.outOf ?? null, chosen: personIds.length - count };
}

/** A sample in words. */
export function sampleWords(sample: PrintedSample): string {
  const { seed, drawn, outOf, chosen } = sample;
  const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);
  if (seed === null) return `${people(chosen)} chosen by name`;
  return `${drawn} of ${people(outOf ?? drawn)} drawn with the seed ${seed}${chosen === 0 ? '' : `, and ${chosen} chosen by name`}`;
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A seed somebody can read out and type: eight letters and digits of random bytes (at least 8), none of them alike. */
export function seedOf(random: Uint8Array): string {
  const text = [...random.subarray(0, 8)].map((byte) => letters.charAt(byte % letters.length)).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A seed as it is used: what somebody typed, without spaces around it, in capitals. */
export const typedSeed = (text: string): string => text.trim().toUpperCase().replace(/\s+/g, ' ');
