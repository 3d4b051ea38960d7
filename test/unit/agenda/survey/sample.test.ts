import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawKey, drawSample, sampleOf, sampleWords, seedOf, typedSeed, whyNotDrawnFrom } from '../../../../shared/agenda/survey/sample.ts';
import type { Person, Role } from '../../../../shared/model/person.ts';
import { day, employment, person } from '../samples.ts';

const on = day('2026-03-19');
const someone = (id: string, role: Role = 'ips-specialist', hired = '2025-01-13'): Person =>
  person({ id, employments: [employment({ hiredOn: day(hired), roles: [{ role, from: day(hired) }] })] });
const crowd = (count: number): readonly Person[] => Array.from({ length: count }, (_, index) => someone(`p${index}`));
const rolesInUse: readonly Role[] = ['ips-specialist', 'ips-supervisor', 'team-lead'];

const people = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom(...rolesInUse)), { selector: ([id]) => id, maxLength: 30 })
  .map((list) => list.map(([id, role]) => someone(id, role)));
const seed = fc.string({ minLength: 1 });

describe('who may be drawn', () => {
  const one = someone('a', 'ips-specialist', '2025-06-10');
  it('counts the first and the last day of work', () => {
    const left = person({ id: 'l', employments: [employment({ hiredOn: day('2025-01-13'), endedOn: on })] });
    expect(whyNotDrawnFrom(left, { employedOn: on })).toBeNull();
    expect(whyNotDrawnFrom(left, { employedOn: day('2026-03-20') })).toBe('not-employed');
    expect(whyNotDrawnFrom(one, { employedOn: day('2025-06-10') })).toBeNull();
    expect(whyNotDrawnFrom(one, { employedOn: day('2025-06-09') })).toBe('not-employed');
  });

  it('counts both ends of the hire dates, and the roles held on the day', () => {
    const within = { employedOn: on, hiredFrom: day('2025-06-10'), hiredTo: day('2025-06-10') };
    expect(whyNotDrawnFrom(one, within)).toBeNull();
    expect(whyNotDrawnFrom(one, { employedOn: on, hiredFrom: day('2025-06-11') })).toBe('hired-earlier');
    expect(whyNotDrawnFrom(one, { employedOn: on, hiredTo: day('2025-06-09') })).toBe('hired-later');
    expect(whyNotDrawnFrom(one, { employedOn: on, roles: ['ips-supervisor'] })).toBe('other-role');
  });
});

describe('a drawn sample', () => {
  it('is the documented order: HMAC-SHA-256 with the seed as key and the id as message', () => {
    expect(drawKey('key', 'The quick brown fox jumps over the lazy dog')).toBe('f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8');
    const sample = drawSample({ people: crowd(9), employedOn: on, size: 4, seed: 'K7' });
    expect(sample.personIds).toEqual([...crowd(9)].map(({ id }) => id).sort((a, b) => (drawKey('K7', a) < drawKey('K7', b) ? -1 : 1)).slice(0, 4));
  });

  it('does not depend on the order of the file, and keeps to its size', () => {
    fc.assert(fc.property(people, seed, fc.nat(12), fc.subarray([...rolesInUse]), (all, text, size, roles) => {
      const order = { employedOn: on, size, seed: text, roles };
      const drawn = drawSample({ people: all, ...order });
      expect(drawSample({ people: [...all].reverse(), ...order }).personIds).toEqual(drawn.personIds);
      expect(drawn.personIds).toHaveLength(Math.min(size, drawn.outOf.length));
      expect(new Set(drawn.personIds).size).toBe(drawn.personIds.length);
      expect(drawn.outOf.length + drawn.others.length).toBe(all.length);
    }));
  });

  it('holds one of each role asked for, where there is one and room', () => {
    fc.assert(fc.property(people, seed, (all, text) => {
      const drawn = drawSample({ people: all, roles: rolesInUse, employedOn: on, size: rolesInUse.length, seed: text });
      const held = new Set(all.flatMap(({ employments }) => employments.flatMap(({ roles }) => roles.map(({ role }) => role))));
      expect(drawn.uncovered).toEqual(rolesInUse.filter((role) => !held.has(role)));
    }));
  });

  it('changes at most one place when one person comes', () => {
    fc.assert(fc.property(people, fc.constantFrom(...rolesInUse), seed, fc.integer({ min: 1, max: 10 }), fc.subarray([...rolesInUse]), (all, role, text, size, roles) => {
      const order = { employedOn: on, size, seed: text, roles };
      const before = new Set(drawSample({ people: all, ...order }).personIds);
      const after = drawSample({ people: [...all, someone('the one who came', role)], ...order }).personIds;
      expect(after.filter((id) => !before.has(id)).length).toBeLessThanOrEqual(1);
    }));
  });

  it('is uniform: over many seeds everybody is drawn about equally often', () => {
    const [all, size, rounds] = [crowd(10), 3, 2000];
    const counts = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      for (const id of drawSample({ people: all, employedOn: on, size, seed: `seed ${round}` }).personIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const expected = (rounds * size) / all.length;
    const chi = all.reduce((sum, { id }) => sum + ((counts.get(id) ?? 0) - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: 27.9 is passed by chance once in a thousand. The seeds are fixed, so this is one value for ever.
    expect(chi).toBeLessThan(27.9);
    expect(chi).toBeGreaterThan(0.5);
  });
});

describe('a sample on paper', () => {
  it('says how many were drawn and how many chosen', () => {
    const drawn = { seed: 'K7QM-24TD', size: 2, outOf: 21 };
    expect(sampleWords(sampleOf({ personIds: ['a', 'b', 'c'], drawn }))).toBe('2 of 21 people drawn with the seed K7QM-24TD, and 1 chosen by name');
    expect(sampleWords(sampleOf({ personIds: ['a', 'b'], drawn }))).toBe('2 of 21 people drawn with the seed K7QM-24TD');
    expect(sampleWords(sampleOf({ personIds: ['a'] }))).toBe('1 person chosen by name');
  });

  it('has a seed that can be read out and typed', () => {
    expect(seedOf(new Uint8Array([0, 1, 2, 3, 4, 31, 32, 255]))).toBe('2345-6Z2Z');
    expect(typedSeed('  k7qm-24td ')).toBe('K7QM-24TD');
  });
});
