import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { internalProfile } from '../../../shared/report/profiles.ts';
import { agencyOf, asOf, judgedModel } from './fixture.ts';

const before = '2026-02-01T10:00:00Z';
const since = '2026-03-01T12:00:00Z';
const after = '2026-03-15T10:00:00Z';
const item = (id: string, recordedAt: string, more: Partial<Evidence> = {}): Evidence => ({ id, personId: 'p1', kind: 'cpr-first-aid', performedOn: civilDate('2025-06-01'), recordedAt, ...more });
const document = { id: 'd1', sha256: '1'.repeat(64), name: 'card.pdf', mediaType: 'application/pdf', bytes: 10, pages: 1, vault: 'personnel', recordedAt: after } as const;

const rowsOf = (extra: Partial<AgencyFile>) => {
  const made = {
    id: 'b1', kind: 'binder', recipient: 'The agency itself', profileId: 'internal', asOf: civilDate('2026-03-01'), generatedAt: since, personIds: ['p1'],
    files: [{ name: 'a.pdf', sha256: '0'.repeat(64), pages: 1, bytes: 1, volume: 1 as const }], recordedAt: since,
  } as const;
  const chapter = required(judgedModel(agencyOf({ agencyRecords: [made], ...extra }), { exhibits: true, profile: internalProfile }).chapters[0], 'one person');
  const places = new Set(chapter.checklist.flatMap(({ tabs }) => tabs.flatMap(({ rows }) => rows.map(({ number }) => `person:p1/row/${number}`))));
  const rows = chapter.changes?.rows ?? [];
  for (const { to } of rows) if (to !== null) expect(places).toContain(to);
  return rows.map(({ what, words, to }) => [what, words, to !== null]);
};
const card = 'CPR and First Aid card, 1 Jun 2025';

describe('what changed since the last binder for a recipient, in the binder', () => {
  it('leads to the line: what is new on file and what became of its finding', () => {
    const rows = rowsOf({ evidence: [item('a', after, { parts: ['cpr', 'first-aid'], expiresOn: civilDate('2027-06-01'), documents: [{ id: 'd1' }] })], documents: [document] });
    expect(rows).toEqual([
      ['Status', 'CPR and First Aid (LA-CPR): overdue before, review now', true], ['Status', 'Proof of each training and certification (LA-DOC): not yet due before, met now', true], ['New on file', card, true],
    ]);
  });

  it('puts what became a finding, or no longer is one, first', () => {
    expect(rowsOf({ evidence: [item('a', after)] })[0]).toEqual(['New finding', 'Proof of each training and certification (LA-DOC): not yet due before, incomplete now', true]);
    expect(rowsOf({ evidence: [item('a', before), item('b', after, { supersedes: 'a', documents: [{ id: 'd1' }] })], documents: [document] })[0]).toEqual(['No longer a finding', 'Proof of each training and certification (LA-DOC): incomplete before, met now', true]);
  });

  it('tells a correction that brought the document, and what was taken off', () => {
    const corrected = rowsOf({ evidence: [item('a', before), item('b', after, { supersedes: 'a', documents: [{ id: 'd1' }] })], documents: [document] });
    expect(corrected).toContainEqual(['Corrected', `${card}, now with its document`, true]);
    expect(corrected.some(([what]) => what === 'New on file' || what === 'Taken off the file')).toBe(false);
    expect(rowsOf({ evidence: [item('a', before, { retractedAt: after, retractedReason: 'another person’s' })] })).toContainEqual(['Taken off the file', card, true]);
  });

  it('tells a document that was destroyed since, not one destroyed before', () => {
    const of = (purgedAt: string) => rowsOf({ evidence: [item('a', before, { documents: [{ id: 'd1' }] })], documents: [{ ...document, purgedAt, purgedReason: 'misfiled' }] });
    expect(of(after)).toContainEqual(['Document destroyed', `${card}: misfiled`, true]);
    expect(of(since).some(([what]) => what === 'Document destroyed')).toBe(false);
  });

  it('counts searches of the lists', () => {
    const check = (id: string, recordedAt: string) => ({ id, personId: 'p1', list: 'oig-leie' as const, checkedOn: asOf, method: 'website' as const, outcome: 'clear' as const, recordedAt });
    expect(rowsOf({ exclusionChecks: [check('x', before), check('y', after), check('z', after)] })).toContainEqual(['New on file', '2 searches of exclusion lists', false]);
  });
});
