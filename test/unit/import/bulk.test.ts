import { describe, expect, it } from 'vitest';
import { civilDate, monthOf } from '../../../shared/civil-date.ts';
import { employedIn, planClass, planPastChecks } from '../../../shared/import/bulk.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { Person } from '../../../shared/model/person.ts';
import { context, emptyAgency } from './planning.ts';

const now = '2026-03-19T15:00:00Z';
const person = (id: string, hired: string, ended?: string): Person => ({
  id,
  names: [{ kind: 'legal', given: id, family: 'Roe' }],
  employments: [{ id: `e-${id}`, kind: 'employee', hiredOn: civilDate(hired), ...(ended === undefined ? {} : { endedOn: civilDate(ended) }), directCare: true, roles: [] }],
});
const month = (date: string) => monthOf(civilDate(`${date}-01`));

describe('one class for many people', () => {
  const make = (personId: string): Evidence => ({ id: `x-${personId}`, personId, kind: 'continuing-education', parts: ['hipaa', 'confidentiality'], performedOn: civilDate('2026-03-12'), recordedAt: now });
  it('makes an item each, but not twice', () => {
    const file = { ...emptyAgency, evidence: [{ ...make('b'), id: 'old', parts: ['confidentiality', 'hipaa'] }] };
    const plan = planClass(file, ['a', 'b', 'c'], make);
    expect(plan.items.map(({ personId }) => personId)).toEqual(['a', 'c']);
    expect(plan.already).toEqual(['b']);
  });
  it('records again what was retracted or corrected', () => {
    const retracted = { ...make('a'), id: 'old', retractedAt: now, retractedReason: 'typo' };
    expect(planClass({ ...emptyAgency, evidence: [retracted] }, ['a'], make).items).toHaveLength(1);
    const corrected = [{ ...make('a'), id: 'old' }, { ...make('a'), id: 'new', supersedes: 'old', performedOn: civilDate('2026-03-11') }];
    expect(planClass({ ...emptyAgency, evidence: corrected }, ['a'], make).items).toHaveLength(1);
  });
});

describe('past exclusion checks', () => {
  const days = [{ month: month('2026-01'), checkedOn: civilDate('2026-01-05') }, { month: month('2026-02'), checkedOn: civilDate('2026-02-05') }];
  it('are people by lists by months, less what is on file and who was not employed', () => {
    const people = [person('a', '2020-01-01'), person('b', '2026-02-01'), person('c', '2020-01-01', '2026-01-01')];
    const file = { ...emptyAgency, people, exclusionChecks: [{ id: 'k', personId: 'a', list: 'oig-leie' as const, checkedOn: civilDate('2026-01-20'), method: 'website' as const, outcome: 'possible' as const, recordedAt: now }] };
    const plan = planPastChecks({ file, people, lists: ['oig-leie', 'la-adverse-actions'], days, method: 'website', documents: [{ id: 'd1' }], newId: context().newId, now });
    expect(plan.checks.map(({ personId, list, checkedOn }) => `${personId ?? ''} ${list} ${checkedOn}`)).toEqual([
      'a la-adverse-actions 2026-01-05', 'c oig-leie 2026-01-05', 'c la-adverse-actions 2026-01-05',
      'a oig-leie 2026-02-05', 'a la-adverse-actions 2026-02-05', 'b oig-leie 2026-02-05', 'b la-adverse-actions 2026-02-05',
    ]);
    expect(plan).toMatchObject({ already: 1, notEmployed: 2 });
    expect(plan.checks.every(({ outcome, documents }) => outcome === 'clear' && documents?.[0]?.id === 'd1')).toBe(true);
  });
  it('count a month from its first to its last day', () => {
    const one = person('a', '2026-01-31', '2026-03-01');
    expect(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map((each) => employedIn(one, month(each)))).toEqual([false, true, true, true, false]);
  });
});
