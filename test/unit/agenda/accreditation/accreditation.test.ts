import { describe, expect, test } from 'vitest';
import { accreditationTimeline } from '../../../../shared/agenda/accreditation/timeline.ts';
import { noticeTasks } from '../../../../shared/agenda/accreditation/notice-tasks.ts';
import { tasksAfterDecision, usualExpiry, usualTerms } from '../../../../shared/agenda/accreditation/usual.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate as day } from '../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';

const recordedAt = '2024-01-05T15:00:00Z';
const carf = { accreditor: 'carf', recordedAt } as const;
const fileOf = (...agencyRecords: AgencyRecord[]): AgencyFile => ({ format: 'muster-agency', version: 1, agency: { name: 'Pelican Sample Agency', packs: ['la-medicaid'] }, people: [], evidence: [], agencyRecords });

describe('usual terms only pre-fill', () => {
  test('each accreditor has its usual years, and the last day is the one before the anniversary', () => {
    expect(usualTerms('carf').map(({ years }) => years)).toEqual([3, 1]);
    expect(usualTerms('coa').map(({ years }) => years)).toEqual([4]);
    expect(usualTerms('tjc').map(({ years }) => years)).toEqual([3]);
    expect(usualExpiry(day('2026-03-01'), 3)).toBe('2029-02-28');
    expect(usualExpiry(day('2024-02-29'), 1)).toBe('2025-02-27');
  });

  const decision = { accreditor: 'carf', outcome: 'full', decidedOn: day('2026-03-10'), effectiveOn: day('2026-03-01'), expiresOn: day('2029-02-28') } as const;
  test('after a CARF award of three years: the plan 90 days after the decision, a report on each anniversary inside the award', () => {
    expect(tasksAfterDecision(decision)).toEqual([
      { task: 'quality-improvement-plan', dueOn: '2026-06-08' },
      { task: 'annual-conformance', dueOn: '2027-03-01' },
      { task: 'annual-conformance', dueOn: '2028-03-01' },
    ]);
  });
  test('nothing after a shorter award, another accreditor, another outcome, or without the printed expiry', () => {
    const { expiresOn: _expiresOn, ...open } = decision;
    expect(tasksAfterDecision({ ...decision, expiresOn: day('2027-02-28') })).toEqual([]);
    expect(tasksAfterDecision({ ...decision, accreditor: 'coa' })).toEqual([]);
    expect(tasksAfterDecision({ ...decision, outcome: 'provisional' })).toEqual([]);
    expect(tasksAfterDecision(open)).toEqual([]);
  });
  test('900 days are taken for three years, 899 are not', () => {
    expect(tasksAfterDecision({ ...decision, expiresOn: day('2028-08-17') })).not.toEqual([]);
    expect(tasksAfterDecision({ ...decision, expiresOn: day('2028-08-16') })).toEqual([]);
  });
});

describe('the timeline of an accreditor', () => {
  const records: readonly AgencyRecord[] = [
    { ...carf, kind: 'accreditation-application', id: 'a1', appliedOn: day('2024-01-10'), feePaidOn: day('2024-01-12') },
    { ...carf, kind: 'accreditation-survey', id: 's1', plannedOn: day('2024-09-01'), heldOn: day('2024-09-03') },
    { ...carf, kind: 'accreditation-decision', id: 'd1', outcome: 'full', term: 'One-Year Accreditation', decidedOn: day('2024-10-20'), effectiveOn: day('2024-10-01'), expiresOn: day('2025-09-30') },
    { ...carf, kind: 'accreditation-task', id: 't1', task: 'quality-improvement-plan', dueOn: day('2025-01-18'), doneOn: day('2025-01-10') },
  ];
  const at = (asOf: string, more: readonly AgencyRecord[] = []) => accreditationTimeline(standingRecords([...records, ...more]), day(asOf));
  const words = (asOf: string, more?: readonly AgencyRecord[]) => (at(asOf, more)[0]?.events ?? []).map((event) => `${event.on} ${event.words}${event.planned ? ' (to come)' : ''}`);

  test('in the order of the days, planned things where they are expected', () => {
    expect(words('2026-01-01')).toEqual([
      '2024-01-10 Applied', '2024-01-12 Fee paid', '2024-09-03 Survey held', '2024-10-20 Accredited: One-Year Accreditation', '2025-01-10 Quality improvement plan, done', '2025-09-30 Award ends (to come)',
    ]);
  });
  test('what had not happened yet is not there: the day before and the day itself', () => {
    expect(words('2024-01-09')).toEqual(['2024-09-01 Survey planned (to come)', '2025-01-18 Quality improvement plan (to come)']);
    expect(words('2024-01-11')).not.toContain('2024-01-12 Fee paid');
    expect(words('2024-01-12')).toContain('2024-01-12 Fee paid');
    expect(words('2024-09-02')).toContain('2024-09-01 Survey planned (to come)');
    expect(words('2024-09-03')).toContain('2024-09-03 Survey held');
    expect(at('2024-10-19')[0]?.current).toBeNull();
    expect(at('2024-10-20')[0]?.current?.id).toBe('d1');
    expect(words('2025-01-09')).toContain('2025-01-18 Quality improvement plan (to come)');
  });
  test('an award ends as printed, or when a later decision takes its place; a denied renewal leaves it', () => {
    const later = (outcome: 'lost' | 'denied'): AgencyRecord => ({ ...carf, kind: 'accreditation-decision', id: 'd2', outcome, decidedOn: day('2025-03-01') });
    expect(at('2026-01-01')[0]?.awards).toMatchObject([{ from: '2024-10-01', to: '2025-09-30' }]);
    expect(at('2026-01-01', [later('lost')])[0]?.awards).toMatchObject([{ from: '2024-10-01', to: '2025-03-01' }]);
    expect(at('2026-01-01', [later('denied')])[0]?.awards).toMatchObject([{ from: '2024-10-01', to: '2025-09-30' }]);
    expect(words('2026-01-01', [later('lost')])).not.toContain('2025-09-30 Award ends (to come)');
  });
  test('the end of an award that was followed by another is history; of the last one it is to be looked after', () => {
    const renewed: AgencyRecord = { ...carf, kind: 'accreditation-decision', id: 'd2', outcome: 'full', decidedOn: day('2025-09-20'), effectiveOn: day('2025-10-01'), expiresOn: day('2028-09-30') };
    expect(words('2025-09-30', [renewed])).toContain('2025-09-30 Award ends (to come)');
    expect(words('2025-10-01', [renewed])).toContain('2025-09-30 Award ended');
    expect(words('2029-01-01', [renewed])).toContain('2028-09-30 Award ends (to come)');
  });
  test('accreditors with nothing on file are left out', () => {
    expect(at('2026-01-01').map(({ accreditor }) => accreditor)).toEqual(['carf']);
    expect(accreditationTimeline(standingRecords([]), day('2026-01-01'))).toEqual([]);
  });
});

test('notice tasks: open ones first, and none before it was known', () => {
  const contract = (id: string, party?: string): AgencyRecord => ({ kind: 'credential', id, credential: 'payer-contract', ...(party === undefined ? {} : { party }), effectiveOn: day('2024-01-01'), recordedAt });
  const file = fileOf(
    contract('c1', 'Bayou Health Plan'), contract('c2'),
    { ...carf, kind: 'accreditation-decision', id: 'd1', outcome: 'denied', decidedOn: day('2026-03-06'), recordedAt: '2026-03-06T15:00:00Z' },
    { kind: 'written-notice', id: 'n1', decisionId: 'd1', contractId: 'c1', sentOn: day('2026-03-06'), method: 'portal', recordedAt: '2026-03-06T16:00:00Z' },
  );
  expect(noticeTasks(file, day('2026-03-10'), null).map((task) => [task.payer, task.status])).toEqual([['A payer without a name', 'overdue'], ['Bayou Health Plan', 'met']]);
  expect(noticeTasks(file, day('2026-03-10'), '2026-03-05')).toEqual([]);
});
