import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { required } from '../../../shared/assert.ts';
import { civilDate, fieldsOf, fromDay, toDay, type Day } from '../../../shared/civil-date.ts';
import { htmlIndex } from '../../../shared/report/html-index.ts';
import { internalProfile } from '../../../shared/report/profiles.ts';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { agencyOf, infoOf, modelOf, standingOf } from './fixture.ts';

const strict: RecipientProfile = { ...internalProfile, id: 'strict', kind: 'payer', name: 'Strict', redact: ['birth-date', 'address', 'identifier'] };
const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const two = (value: number): string => String(value).padStart(2, '0');
/** The usual spellings of a date. */
function spellings(at: number): readonly string[] {
  const { year, month, day } = fieldsOf(at as Day);
  const name = monthNames[month - 1] ?? '';
  return [`${year}-${two(month)}-${two(day)}`, `${month}/${day}/${year}`, `${two(month)}/${two(day)}/${year}`, `${month}/${day}/${two(year % 100)}`, `${two(month)}${two(day)}${year}`, `${name} ${day}, ${year}`, `${day} ${name.slice(0, 3)} ${year}`, `${name.slice(0, 3)}. ${day}, ${year}`, `${two(month)}.${two(day)}.${year}`];
}

const birth = fc.integer({ min: toDay(civilDate('1940-01-01')), max: toDay(civilDate('2005-12-31')) });
const npi = fc.integer({ min: 1_000_000_000, max: 2_999_999_999 }).map(String);
const licence = fc.tuple(fc.constantFrom('', 'RN', 'LPC-'), fc.integer({ min: 10_000, max: 999_999 })).map(([letters, digits]) => `${letters}${digits}`);
const streets = ['412 Oak Street', '9 N. Prospect Ave., Apt 4', '1200 Martin Luther King Blvd'];

describe('what is taken out for a recipient', () => {
  it('is in no text of the binder and of its index, wherever somebody wrote it and however', () => {
    fc.assert(fc.property(birth, npi, licence, fc.nat(8), fc.nat(2), (at, number, held, way, street) => {
      const written = spellings(at)[way] ?? '';
      const place = streets[street] ?? '';
      const [person] = agencyOf().people;
      const file: AgencyFile = agencyOf({
        people: [{ ...required(person, 'one'), birthDate: fromDay(at as Day), npi: number, email: 'anh@example.org', licenses: [{ kind: 'rn', state: 'LA', number: held }] }],
        evidence: [
          { id: 'v1', personId: 'p1', kind: 'cpr-first-aid', performedOn: civilDate('2025-06-01'), issuer: `College, card of ${written}`, documents: [{ id: 'd1' }], recordedAt: '2026-01-02T10:00:00Z' },
        ],
        documents: [{ id: 'd1', sha256: '1'.repeat(64), name: `Dang ${written} ${held}.pdf`, mediaType: 'application/pdf', bytes: 10, pages: 1, vault: 'personnel', recordedAt: '2026-01-02T10:00:00Z' }],
        acknowledgements: [{ requirement: 'la.cpr', personId: 'p1', note: `Born ${written}, lives at ${place}, NPI ${number}, writes from anh@example.org, SSN 123-45-6789`, recordedAt: '2026-02-02T10:00:00Z' }],
      });
      const model = modelOf(file, [infoOf('la.cpr', 'F', 1, ['cpr-first-aid'])], [standingOf('la.cpr', 'expired', { evidenceIds: ['v1'], lapses: [{ from: civilDate('2026-02-01'), to: null }] })], { exhibits: true, profile: strict });
      const texts = [...textsOf(model.chapters), htmlIndex(model.facts, model.chapters, { pdfName: 'a.pdf', pageOf: () => 1, appendix: null })];
      const hidden = [...spellings(at), number, held, place.slice(0, 9), 'anh@example.org', '123-45-6789'].filter((secret) => texts.some((text) => text.includes(secret)));
      expect(hidden).toEqual([]);
      // What was not asked to be taken out stays.
      expect(texts.join('\n')).toContain('1 Jun 2025');
      expect(texts.join('\n')).toContain('[taken out]');
    }), { numRuns: 80 });
  });

  it('leaves everything to who may read everything', () => {
    const [person] = agencyOf().people;
    const model = modelOf(agencyOf({ people: [{ ...required(person, 'one'), npi: '1234567893' }] }), [infoOf('la.cpr', 'F')], [standingOf('la.cpr', 'gap')], { exhibits: true });
    expect(textsOf(model.chapters).join('\n')).toContain('1234567893');
    expect(textsOf(model.chapters).join('\n')).not.toContain('[taken out]');
  });
});
