import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAgencyFileError } from '../../../shared/agency-file/error.ts';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import { serialiseAgency, writeAgencyFile } from '../../../shared/agency-file/write.ts';
import { bytesOf, documentBytes, documentSha, sampleFile, sampleJson, type Json, type JsonObject } from './sample.ts';

/** Every place of a JSON value, as paths. */
function placesOf(value: Json, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]))];
}

const places = placesOf(sampleJson()).filter((path) => path.length > 0);
const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('__proto__', '\ud800', '2026-02-30', '', '9'.repeat(400), 1e308, -0, null, [], {}, { constructor: 1 }),
  fc.string({ unit: 'binary' }),
);

function mutated(changes: readonly { readonly path: readonly string[]; readonly value: unknown; readonly how: 'set' | 'delete' | 'add' }[]): JsonObject {
  const json = sampleJson();
  for (const { path, value, how } of changes) {
    let place: unknown = json;
    for (const step of path.slice(0, -1)) {
      if (typeof place !== 'object' || place === null) break;
      place = (place as Record<string, unknown>)[step];
    }
    if (typeof place !== 'object' || place === null) continue;
    const key = how === 'add' ? `${path.at(-1) ?? ''}x` : path.at(-1) ?? '';
    if (how === 'delete') Reflect.deleteProperty(place, key);
    else Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return json;
}

describe('any input', () => {
  it('of spoiled records is refused in one line or comes back exactly', () => {
    const change = fc.record({ path: fc.constantFrom(...places), value: strange, how: fc.constantFrom('set' as const, 'delete' as const, 'add' as const) });
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const read = readAgencyFile(bytesOf(mutated(changes)), 'a.json');
      if (!read.ok) {
        expect(describeAgencyFileError(read.error)).toMatch(/^a\.json: [^\n\r]+$/);
        return;
      }
      const again = readAgencyFile(new TextEncoder().encode(serialiseAgency(read.value.file)), 'a.json');
      expect(again).toEqual(read);
    }), { numRuns: 600 });
  });

  it('of spoiled text never throws', () => {
    const source = JSON.stringify(sampleJson());
    const edit = fc.record({ at: fc.nat(source.length), drop: fc.nat(20), put: fc.string({ unit: 'binary', maxLength: 5 }) });
    fc.assert(fc.property(edit, ({ at, drop, put }) => {
      const text = source.slice(0, at) + put + source.slice(at + drop);
      const read = readAgencyFile(new TextEncoder().encode(text), 'a.json');
      if (!read.ok) expect(describeAgencyFileError(read.error)).toMatch(/^a\.json: [^\n\r]+$/);
    }), { numRuns: 1000 });
  });

  it('of spoiled archives never throws, and is accepted only unchanged in content', () => {
    const archive = writeAgencyFile(sampleFile(), new Map([[documentSha, documentBytes]]), { appVersion: '0.1.0' });
    const edit = fc.record({ at: fc.nat(archive.length - 1), to: fc.nat(255) });
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const bytes = archive.slice();
      for (const { at, to } of edits) bytes[at] = to;
      const read = readAgencyFile(bytes, 'a.muster');
      if (read.ok) expect(read.value.file).toEqual(sampleFile());
      else expect(describeAgencyFileError(read.error)).toMatch(/^a\.muster: [^\n\r]+$/);
    }), { numRuns: 600 });
  });

  it('of arbitrary bytes never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, zip) => {
      const read = readAgencyFile(zip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes, 'a');
      expect(read.ok).toBe(false);
    }), { numRuns: 1000 });
  });

  it('agrees with the platform on what JSON is', () => {
    const text = fc.oneof(fc.json(), fc.string(), fc.json().chain((json) => fc.nat(json.length).map((at) => json.slice(0, at) + json.slice(at + 1))));
    fc.assert(fc.property(text, (json) => {
      const refused = readAgencyFile(new TextEncoder().encode(json), 'a');
      const code = refused.ok ? 'ok' : refused.error.code;
      let valid = true;
      try {
        JSON.parse(json);
      } catch {
        valid = false;
      }
      if (valid) expect(code).not.toBe('syntax');
      else expect(['syntax', 'empty', 'duplicate-key', 'forbidden-key', 'inexact-number', 'too-deep']).toContain(code);
    }), { numRuns: 1000 });
  });
});
