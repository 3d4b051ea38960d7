import { describe, expect, it } from 'vitest';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { agencyOf, infoOf, modelOf, standingOf } from './fixture.ts';

const chapterOf = (...args: Parameters<typeof modelOf>) => required(modelOf(...args).chapters[0], 'one person');

describe('the checklist', () => {
  it('stands in the order of tabs and places, not of judgement, and numbers what applies', () => {
    const chapter = chapterOf(agencyOf(), [infoOf('la.b', 'G'), infoOf('la.a', 'C', 2), infoOf('la.c', 'C', 1), infoOf('la.n', 'A')], [
      standingOf('la.b', 'met'), standingOf('la.a', 'late'), standingOf('la.c', 'met'), standingOf('la.n', 'not-applicable'),
    ]);
    const part = required(chapter.checklist[0], 'one employment');
    expect(part.tabs.map((tab) => [tab.tab, ...tab.rows.map((row) => `${row.number} ${row.id}`)])).toEqual([['C', '1 la.c', '2 la.a'], ['G', '3 la.b']]);
    expect(part.notApplicable).toEqual(['LA-N Title of la.n']);
    expect(chapter.judged).toBe(3);
    expect(part.heading).toBeNull();
  });

  it.each([
    ['met', true, true, 'yes', 'yes'],
    ['late', false, true, 'no', 'yes'],
    ['stale', false, false, 'no', 'no'],
    ['not-yet-due', null, null, 'open', 'open'],
    ['exempt', null, true, '–', 'yes'],
  ] as const)('keeps "on time" and "valid today" apart: %s', (status, onTime, validNow, first, second) => {
    const chapter = chapterOf(agencyOf(), [infoOf('la.a', 'C')], [standingOf('la.a', status, { onTime, validNow })]);
    const row = required(chapter.checklist[0]?.tabs[0]?.rows[0], 'one row');
    expect([row.onTime, row.validToday]).toEqual([first, second]);
  });

  it('names a source once for all its sections and shows what an override changed', () => {
    const chapter = chapterOf(agencyOf(), [infoOf('la.a', 'C')], [standingOf('la.a', 'met', {
      citations: [{ source: 'S2', section: 'Agency 3, 4a' }, { source: 'S2', section: 'Staff 2' }, { source: 'OIG', section: 'page 14' }],
      account: { rule: { kind: 'always', validity: { by: 'forever' } }, anchor: null, window: null, parts: [], notes: [], overrides: [{ parameter: 'maxAgeDays', old: '90', new: '60', reason: 'Policy HR-3.' }] },
    })]);
    const row = required(chapter.checklist[0]?.tabs[0]?.rows[0], 'one row');
    expect(row.source).toBe('LA-A · Manual 2.3, Agency 3, 4a; Staff 2 · OIG 2013, page 14');
    expect(row.arithmetic).toEqual(['Sum of la.a', 'Set by the agency: 60 instead of 90. Policy HR-3.']);
  });

  const item = (extra: Partial<Evidence>): Evidence => ({ id: 'v1', personId: 'p1', kind: 'training-hours', performedOn: civilDate('2025-06-01'), recordedAt: '2025-06-02T08:00:00Z', ...extra });

  it('tells what evidence says: dates, hours, issuer, approving body', () => {
    const file = agencyOf({ evidence: [item({ hours: 4.5, issuer: 'Invented College', approvingBody: 'NBCC' })] });
    const chapter = chapterOf(file, [infoOf('nc.10h', 'G', 1, ['training-hours'])], [standingOf('nc.10h', 'met', { evidenceIds: ['v1'] })]);
    expect(chapter.checklist[0]?.tabs[0]?.rows[0]?.evidence).toEqual(['1 Jun 2025, 4.5 hours, Invented College, approved by NBCC']);
    expect(chapter.checklist[0]?.tabs[0]?.rows[0]?.exhibit).toEqual({ numbers: [], words: 'not on file' });
  });

  it('prints of a health item its date and result and nothing else', () => {
    const file = agencyOf({ evidence: [item({ kind: 'tb-test', resultOn: civilDate('2025-06-03'), result: 'negative', issuer: 'Dr. Secret', note: 'diagnosis', parts: ['chest-xray'] })] });
    const chapter = chapterOf(file, [infoOf('la.tb', 'E', 1, ['tb-test'])], [standingOf('la.tb', 'met', { evidenceIds: ['v1'] })]);
    const row = required(chapter.checklist[0]?.tabs[0]?.rows[0], 'one row');
    expect(row.evidence).toEqual(['1 Jun 2025, read 3 Jun 2025, negative']);
    expect(row.exhibit.words).toBe('date and result only');
    expect(JSON.stringify(chapter)).not.toMatch(/Secret|diagnosis|xray/);
  });

  it('prints both employments of a person hired again, the current one first', () => {
    const file = agencyOf();
    const person = required(file.people[0], 'one person');
    const again = { ...file, people: [{ ...person, employments: [
      { ...required(person.employments[0], 'one employment'), endedOn: civilDate('2024-01-31') },
      { ...required(person.employments[0], 'one employment'), id: 'e2', hiredOn: civilDate('2025-01-06') },
    ] }] };
    const chapter = chapterOf(again, [infoOf('la.a', 'C')], [standingOf('la.a', 'met'), standingOf('la.a', 'late', { employmentId: 'e2' })]);
    expect(chapter.checklist.map((part) => part.heading)).toEqual(['Employment from 6 Jan 2025', 'Employment from 3 Apr 2023 to 31 Jan 2024, judged as of its last day once that is past']);
    expect(chapter.checklist.map((part) => part.tabs[0]?.rows[0]?.number)).toEqual([1, 2]);
    expect(chapter.facts.left.at(-1)).toMatchObject({ label: 'Employed before', value: '3 Apr 2023 to 31 Jan 2024' });
  });
});
