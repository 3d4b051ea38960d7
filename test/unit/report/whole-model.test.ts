import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { required } from '../../../shared/assert.ts';
import { civilDate, fieldsOf, toDay } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { fullName, shownName } from '../../../shared/model/person.ts';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { changesSince, lastBinderFor } from '../../../shared/report/changes-since.ts';
import { binderContext } from '../../../shared/report/context.ts';
import type { PersonChapter } from '../../../shared/report/binder-model.ts';
import type { BinderOptions } from '../../../shared/report/context.ts';
import { personChapter } from '../../../shared/report/person-chapter.ts';
import { defaultProfiles, internalProfile, profilesOf } from '../../../shared/report/profiles.ts';
import { takenOutMark, withoutSensitive } from '../../../shared/report/redaction.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';

const today = civilDate('2026-03-31');
const { file } = demoAgency(today);
const evaluation = evaluate(file, { asOf: today, all: true });
const contextFor = (more: Partial<BinderOptions>) => binderContext(file, evaluation, requirementsOf(file, today), explainer(file, evaluation), {
  people: file.people.map(({ id }) => id), asOf: today, generatedAt: '2026-04-02T14:14:00Z', synthetic: true, paper: 'letter', exhibits: true, oneFile: false, ...more,
});
const chapters = (more: Partial<BinderOptions> = {}): readonly PersonChapter[] => {
  const context = contextFor(more);
  return file.people.map((person) => personChapter(context, person));
};
const entriesOf = (chapter: PersonChapter) => chapter.exhibits.flatMap((tab) => tab.entries.map((entry) => ({ ...entry, tab: tab.tab })));
const stringsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(stringsOf) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];

describe('the exhibits of a whole agency', () => {
  const general = chapters({ volume: 1, volumes: 2 });
  const health = chapters({ volume: 2, volumes: 2 });

  it('lead from every line with evidence to an exhibit, and back', () => {
    for (const chapter of general) {
      const entries = new Map(entriesOf(chapter).map((entry) => [entry.number, entry]));
      for (const row of chapter.checklist.flatMap((part) => part.tabs.flatMap((tab) => tab.rows))) {
        for (const number of row.exhibit.numbers) expect(required(entries.get(number), `${chapter.name} has ${number}`).rows).toContain(row.number);
        if (['gap', 'expired', 'overdue', 'incomplete'].includes(row.status)) expect(row.exhibit.numbers.some((number) => entries.get(number)?.body.kind === 'gap'), `${chapter.name}, row ${row.number}`).toBe(true);
      }
      expect(new Set(entries.keys()).size).toBe(entriesOf(chapter).length);
    }
    expect(general.flatMap(entriesOf).filter(({ body }) => body.kind === 'gap').length).toBeGreaterThan(5);
  });

  it('show no health document in volume 1, and nothing else in volume 2', () => {
    const medical = new Set((file.documents ?? []).filter(({ vault }) => vault === 'medical').map(({ id }) => id));
    expect(medical.size).toBeGreaterThan(0);
    const shownIn = (list: readonly PersonChapter[]) => list.flatMap(entriesOf).flatMap(({ body }) => (body.kind === 'document' || body.kind === 'kept-file' ? [body.document] : []));
    expect(shownIn(general).filter(({ vault, documentId }) => vault === 'medical' || medical.has(documentId))).toEqual([]);
    expect(shownIn(health).length).toBeGreaterThan(0);
    expect(shownIn(health).every(({ vault }) => vault === 'medical')).toBe(true);
    expect(health.flatMap(entriesOf).every(({ tab }) => tab === 'E')).toBe(true);
    const numbers = (list: readonly PersonChapter[]) => list.flatMap((chapter) => entriesOf(chapter).filter(({ tab }) => tab === 'E').map(({ number, stands }) => `${chapter.personId} ${number} ${stands}`));
    expect(numbers(health)).toEqual(numbers(general));
  });

  it('name nobody else’s match in a person’s binder', () => {
    for (const chapter of general) {
      const certificates = entriesOf(chapter).flatMap(({ body }) => (body.kind === 'certificates' ? body.certificates : []));
      const others = file.people.filter(({ id }) => id !== chapter.personId).map((person) => fullName(shownName(person)));
      const texts = stringsOf(certificates.map(({ facts: _facts, ...rest }) => rest)).join('\n');
      for (const other of others) expect(texts.includes(other), `${other} in the certificates of ${chapter.name}`).toBe(false);
    }
  });

  it('keep papers out that are kept apart, unless the recipient includes them', () => {
    const [first] = file.evidence.flatMap((item) => item.documents ?? []);
    const apart = { ...file, documents: (file.documents ?? []).map((document) => (document.id === first?.id ? { ...document, apart: 'i-9' as const } : document)) };
    const shown = (profile: RecipientProfile): boolean => {
      const context = binderContext(apart, evaluation, requirementsOf(apart, today), explainer(apart, evaluation), { people: file.people.map(({ id }) => id), asOf: today, generatedAt: '2026-04-02T14:14:00Z', synthetic: true, paper: 'letter', exhibits: true, profile, volume: 1 });
      return apart.people.some((person) => entriesOf(personChapter(context, person)).some(({ body, stands }) => stands.startsWith(`document ${first?.id ?? ''}`) && body.kind !== 'volume-2'));
    };
    expect(shown(internalProfile)).toBe(false);
    expect(shown({ ...internalProfile, include: ['i-9'] })).toBe(true);
  });
});

describe('what a recipient does not get', () => {
  const strict: RecipientProfile = { ...internalProfile, id: 'strict', kind: 'payer', name: 'Strict', redact: ['birth-date', 'address', 'identifier'], unknownPages: 'leave-out' };

  it('is in no text of any chapter', () => {
    const made = chapters({ profile: strict, volume: 1, volumes: 1 });
    for (const [index, chapter] of made.entries()) {
      const person = required(file.people[index], 'one chapter a person');
      const text = stringsOf(chapter).join('\n');
      for (const license of person.licenses ?? []) if (license.number !== undefined) expect(text).not.toContain(license.number);
      if (person.npi !== undefined) expect(text).not.toContain(person.npi);
      if (person.birthDate !== undefined) expect(text).not.toContain(person.birthDate);
      expect(text).not.toMatch(/born \d{4}/);
    }
  });

  it('is taken out of a text however a birth date is written', () => {
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
    fc.assert(fc.property(fc.integer({ min: toDay(civilDate('1940-01-01')), max: toDay(civilDate('2008-12-31')) }), fc.nat(6), (at, way) => {
      const { year, month, day } = fieldsOf(at as ReturnType<typeof toDay>);
      const two = (value: number): string => String(value).padStart(2, '0');
      const iso = `${year}-${two(month)}-${two(day)}`;
      const written = [iso, `${month}/${day}/${year}`, `${two(month)}/${two(day)}/${year}`, `${months[month - 1] ?? ''} ${day}, ${year}`, `${day} ${(months[month - 1] ?? '').slice(0, 3)} ${year}`, `${two(month)}-${two(day)}-${year}`, `${month}/${day}/${String(year).slice(2)}`][way] ?? iso;
      const left = withoutSensitive(`Checked against the card (${written}), filed.`, ['birth-date'], [{ birthDate: civilDate(iso), licenceNumbers: [] }]);
      expect(left).toBe(`Checked against the card (${takenOutMark}), filed.`);
    }));
    expect(withoutSensitive('Hired 3 Apr 2023, valid to 2027-04-03', ['birth-date'], [{ birthDate: civilDate('1990-04-03'), licenceNumbers: [] }])).toBe('Hired 3 Apr 2023, valid to 2027-04-03');
  });

  it('leaves pages out that nobody can answer for, and keeps those that were looked over', () => {
    const shows = (chapter: PersonChapter) => entriesOf(chapter).flatMap(({ body }) => (body.kind === 'document' ? body.document.pages.map(({ show }) => show) : []));
    expect(new Set(chapters({ profile: strict }).flatMap(shows))).toEqual(new Set(['left-out']));
    const examined = new Map((file.documents ?? []).map(({ id, pages }) => [id, { pages: pages ?? 1, marks: [{ page: 1, left: 0, top: 0, width: 1, height: 0.1, what: 'birth-date' as const }], textPages: [1, 2, 3, 4, 5, 6, 7] }]));
    expect(new Set(chapters({ profile: strict, examined }).flatMap(shows))).toEqual(new Set(['rasterised', 'as-it-is']));
    expect(new Set(chapters({ profile: { ...strict, redactedPages: 'leave-out' }, examined }).flatMap(shows))).toEqual(new Set(['left-out', 'as-it-is']));
  });
});

describe('recipients', () => {
  it('are the usual ones, an agency’s own in their place or after them', () => {
    const mine = { ...internalProfile, id: 'payer', name: 'Healthy Pelican' };
    const other = { ...internalProfile, id: 'x1', name: 'Another' };
    expect(profilesOf({ recipients: [other, mine] }).map(({ id, name }) => `${id} ${name}`)).toEqual(['internal The agency itself', 'payer Healthy Pelican', 'state State agency', 'accreditor Accreditor', 'x1 Another']);
    expect(defaultProfiles().every(({ include }) => include.length === 0)).toBe(true);
  });
});

describe('what changed since the last binder for a recipient', () => {
  const made = {
    id: 'b1', kind: 'binder', recipient: 'Payer', profileId: 'payer', asOf: today, generatedAt: '2026-03-31T12:00:00Z', personIds: file.people.slice(0, 5).map(({ id }) => id),
    files: [{ name: 'a.pdf', sha256: '0'.repeat(64), pages: 1, bytes: 1, volume: 1 as const }], recordedAt: '2026-03-31T12:00:00Z',
  } as const;
  const withBinder = { ...file, agencyRecords: [...(file.agencyRecords ?? []), made] };

  it('is nothing where nothing did', () => {
    expect(lastBinderFor(withBinder, 'state')).toBeNull();
    const last = required(lastBinderFor(withBinder, 'payer'), 'a binder for the payer');
    const changes = changesSince(withBinder, last, { asOf: today, personIds: made.personIds });
    expect(changes.people).toEqual([]);
    expect(changes.lead).toMatch(/^Nothing changed since/);
  });

  it('is what was recorded since, who came and who left', () => {
    const [one, two] = file.people;
    const item = { id: 'new', personId: required(one, 'a person').id, kind: 'other' as const, performedOn: today, note: 'x', recordedAt: '2026-04-01T09:00:00Z' };
    const later = { ...withBinder, evidence: [...file.evidence, item] };
    const changes = changesSince(later, made, { asOf: today, personIds: [required(one, 'a person').id, required(file.people[7], 'another').id] });
    expect(changes.people.map(({ personId, changes: { rows } }) => [personId, rows.map(({ what }) => what)])).toEqual([[required(one, 'a person').id, ['New on file']]]);
    expect(changes.added).toEqual([fullName(shownName(required(file.people[7], 'another')))]);
    expect(changes.gone).toContain(fullName(shownName(required(two, 'two'))));
  });
});
