import { describe, expect, it } from 'vitest';
import { contentsOf, type Contents, type Wanted } from '../../../renderer/features/binders/contents.ts';
import { recipientLines } from '../../../renderer/session/recipient-words.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import type { DocumentRecord } from '../../../shared/model/document.ts';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import { defaultProfiles, internalProfile } from '../../../shared/report/profiles.ts';

const today = civilDate('2026-03-31');
const { file } = demoAgency(today);
const personId = required(file.people[0], 'a person').id;
const accreditor = required(defaultProfiles().find(({ id }) => id === 'accreditor'), 'the accreditor');

function contents(record: AgencyFile, profile: RecipientProfile, people: readonly string[] = [personId]): Contents {
  const wanted: Wanted = { personIds: people, asOf: today, generatedAt: '2026-03-31T12:00:00.000Z', profile };
  let last: Contents | null = null;
  for (const step of contentsOf(record, wanted)) last = step;
  return required(last, 'an answer');
}
const withDocuments = (change: (document: DocumentRecord) => DocumentRecord): AgencyFile => ({ ...file, documents: (file.documents ?? []).map(change) });

describe('what a binder will hold', () => {
  it('counts exhibits, their pages, gaps and health documents of everybody chosen', () => {
    const one = contents(file, internalProfile);
    const all = contents(file, internalProfile, file.people.map(({ id }) => id));
    expect(one.people).toBe(1);
    expect(one.exhibits).toBeGreaterThan(5);
    expect(one.pages).toBeGreaterThanOrEqual(one.exhibits - 2);
    expect(one.leftOut).toEqual([]);
    expect(all.people).toBe(file.people.length);
    expect(all.exhibits).toBeGreaterThan(one.exhibits * 5);
    expect(all.medical).toBeGreaterThan(0);
    expect(all.gaps).toBeGreaterThan(0);
  });

  it('tells pages whose text has to be searched first from those that go in because somebody looked them over', () => {
    const scanned = contents(file, accreditor);
    expect(scanned.leftOut).toEqual([]);
    expect(scanned.unsure[0]).toMatchObject({ personId, pages: 1 });
    expect(scanned.pages).toBe(0);
    const looked = contents(withDocuments((document) => ({ ...document, lookedOver: '1-50' })), accreditor);
    expect([...looked.leftOut, ...looked.unsure].filter(({ pages }) => pages > 0)).toEqual([]);
    expect(looked.notLookedOver).toBe(0);
  });

  it('counts pages that become pictures because of a mark', () => {
    const marked = withDocuments((document) => ({ ...document, lookedOver: '1-50', marks: [{ page: 1, left: 0.1, top: 0.1, width: 0.2, height: 0.1, what: 'birth-date' }] }));
    expect(contents(marked, accreditor).rasterised).toBeGreaterThan(0);
    expect(contents(marked, internalProfile).rasterised).toBe(0);
    const strict = contents(marked, { ...accreditor, redactedPages: 'leave-out' });
    expect(strict.leftOut[0]).toMatchObject({ personId, why: 'It holds what this recipient does not get.', pages: 1 });
    expect(strict.unsure).toEqual([]);
  });

  it('counts papers that stay out unless the recipient is to have them', () => {
    const apart = withDocuments((document) => ({ ...document, apart: 'i-9' }));
    expect(contents(apart, internalProfile).apart).toBeGreaterThan(0);
    expect(contents(apart, { ...internalProfile, include: ['i-9'] }).apart).toBe(0);
  });
});

describe('a recipient in words', () => {
  const words = (profile: RecipientProfile): Readonly<Record<string, string>> => Object.fromEntries(recipientLines(profile).map((line) => [line.label, line.words]));
  it('says what is taken out and what becomes of such a page', () => {
    expect(words(accreditor)['Taken out']).toBe('birth dates, addresses and numbers that identify a person; a page that holds any becomes a picture without it. Pages without text that nobody looked over are left out');
    expect(words({ ...accreditor, redactedPages: 'leave-out', unknownPages: 'include' })['Taken out']).toMatch(/is left out\..*go in as they are$/);
    expect(words(internalProfile)['Taken out']).toBe('nothing: pages go in as they are');
  });
  it('says which papers stay out, and the parts', () => {
    expect(words(internalProfile)['Stay out']).toBe('I-9 forms, payroll and W-4, health details, equal-opportunity forms and social-security papers');
    expect(words({ ...internalProfile, include: ['i-9', 'payroll', 'health', 'equal-opportunity', 'social-security'] })['Stay out']).toBe('none of the papers kept apart');
    expect(words({ ...internalProfile, splitMegabytes: 25 })['Parts']).toBe('files of at most 25 MB');
    expect(words(internalProfile)['Parts']).toBeUndefined();
    expect(words(internalProfile)['Contains']).toBe('every section, in the usual order');
    expect(words(accreditor)['Health documents']).toBe('date and result only; no volume 2');
  });
});
