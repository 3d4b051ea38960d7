import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { Deadline } from '../../../../shared/agenda/deadlines/deadline.ts';
import { deadlinesOf } from '../../../../shared/agenda/deadlines/deadlines.ts';
import { periodOfDuty } from '../../../../shared/agenda/deadlines/key.ts';
import { statusByDay } from '../../../../shared/agenda/deadlines/near.ts';
import { deadlineWords } from '../../../../shared/agenda/deadlines/titles.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import type { Standing } from '../../../../shared/rules/standing.ts';
import { day, employment, person, standing } from '../samples.ts';

const asOf = day('2026-03-19');
const recordedAt = '2026-01-05T10:00:00Z';
const fileWith = (over: Partial<AgencyFile> = {}): AgencyFile => ({ format: 'muster-agency', version: 1, agency: { name: 'Bayou House', packs: [] }, people: [person()], evidence: [], ...over });
const words = { title: (id: string) => id.toUpperCase() };
const of = (file: AgencyFile, standings: readonly Standing[] = [], on: CivilDate = asOf): readonly Deadline[] => deadlinesOf(file, { asOf: on, standings }, words);
const brief = (deadlines: readonly Deadline[]): readonly string[] => deadlines.map(({ key, on, status }) => `${key} ${on} ${status}`);
const at = (status: Standing['status'], dueOn: string | null, over: Partial<Standing> = {}): Standing => standing('la.cpr', status, { dueOn: dueOn === null ? null : day(dueOn), ...over });

describe('deadlines of people', () => {
  it.each([
    ['open', at('due-soon', '2026-04-06'), ['person/p1/e1/la.cpr 2026-04-06 due-soon']],
    ['met with a next day', at('met', '2027-08-31', { validThrough: day('2027-08-31') }), ['person/p1/e1/la.cpr 2027-08-31 met']],
    ['overdue, by its past day', at('overdue', '2026-03-18'), ['person/p1/e1/la.cpr 2026-03-18 overdue']],
    ['met for good', at('met', null), []],
    ['not asked of them', at('not-applicable', '2026-04-06'), []],
    ['late for good, by its past day', at('late', '2026-03-18'), []],
    ['late, with a day to come', at('late', '2026-04-18', { validThrough: day('2026-04-18') }), ['person/p1/e1/la.cpr 2026-04-18 expiring']],
    ['late, with a day further off', at('late', '2026-04-19', { validThrough: day('2026-04-19') }), ['person/p1/e1/la.cpr 2026-04-19 met']],
    ['a year missed, the next one open', at('gap', '2026-06-09', { periods: [{ period: '2024-06-10/2025-06-09', status: 'gap' }] }), ['person/p1/e1/la.cpr/year-2026 2026-06-09 not-yet-due']],
    ['one of the monthly searches', at('due-soon', '2026-03-31', { periods: [{ period: '2026-03', status: 'due-soon' }] }), []],
  ])('%s', (_, judged, expected) => {
    expect(brief(of(fileWith(), [judged]))).toEqual(expected);
  });

  it('leave those out who left, from the day after their last, and keep candidates', () => {
    const leaving = (endedOn: string): AgencyFile => fileWith({ people: [person({ employments: [employment({ endedOn: day(endedOn) })] })] });
    expect(of(leaving('2026-03-19'), [at('due-soon', '2026-04-06')])).toHaveLength(1);
    expect(of(leaving('2026-03-18'), [at('due-soon', '2026-04-06')])).toHaveLength(0);
    const { hiredOn: _hired, ...planned } = employment();
    expect(of(fileWith({ people: [person({ employments: [{ ...planned, plannedHireOn: day('2026-05-01') }] })] }), [at('due-soon', '2026-05-01')])).toHaveLength(1);
  });

  it('name the supervisor and the site of the team of the day', () => {
    const file = fileWith({
      people: [person({ employments: [employment({ roles: [{ role: 'ips-specialist', teamId: 't1', from: day('2025-01-13') }] })] })],
      teams: [{ id: 't1', name: 'Bayou team', siteId: 's1', supervisorId: 'p9' }],
    });
    expect(of(file, [at('due-soon', '2026-04-06')])[0]).toMatchObject({ supervisorId: 'p9', siteId: 's1', personId: 'p1', area: 'staff', goal: { kind: 'person', requirement: 'la.cpr' } });
  });
});

describe('the period in a key', () => {
  const period = (name: string, dueOn: string): string | null => periodOfDuty({ periods: [{ period: name, status: 'met' }], dueOn: day(dueOn) });
  it('is the week, month, quarter or year the day lies in', () => {
    expect(period('2026-03-16', '2026-03-22')).toBe('2026-03-16');
    expect(period('2026-03-16', '2026-03-23')).toBe('2026-03-23');
    expect(period('2026-03', '2026-04-30')).toBe('2026-04');
    expect(period('2026-Q1', '2026-06-30')).toBe('2026-Q2');
    expect(period('2025-06-10/2026-06-09', '2026-06-09')).toBe('year-2026');
    expect(periodOfDuty({ dueOn: day('2026-06-09') })).toBeNull();
  });
});

describe('a plain day', () => {
  it.each([['2026-03-18', 'expired', 'overdue'], ['2026-03-19', 'expiring', 'due-soon'], ['2026-04-18', 'expiring', 'due-soon'], ['2026-04-19', 'met', 'not-yet-due']] as const)('of %s is %s or %s', (on, runsOut, due) => {
    expect([statusByDay(day(on), asOf, 30, true), statusByDay(day(on), asOf, 30, false)]).toEqual([runsOut, due]);
  });
});

describe('deadlines of records', () => {
  const paper = (id: string, over: Partial<Extract<AgencyRecord, { kind: 'credential' }>> = {}): AgencyRecord => ({ kind: 'credential', id, credential: 'insurance', title: 'General liability', recordedAt, ...over });
  const records = (...agencyRecords: readonly AgencyRecord[]): AgencyFile => fileWith({ agencyRecords: [...agencyRecords] });

  it('are what papers say, named by the first of their chain', () => {
    const file = records(paper('c1', { expiresOn: day('2026-05-01'), reviewOn: day('2026-03-10') }), paper('c2', { supersedes: 'c1', expiresOn: day('2027-05-01'), recordedAt: '2026-02-01T10:00:00Z' }));
    const [only, ...more] = of(file);
    expect([only?.key, only?.on, only?.what, only?.changedAt, more]).toEqual(['record/c1/expires', '2027-05-01', 'General liability expires', '2026-02-01T10:00:00Z', []]);
    expect(brief(of(records(paper('c1', { reviewOn: day('2026-03-18') }))))).toEqual(['record/c1/review 2026-03-18 overdue']);
  });

  it('are not those of a paper another one carries on, nor of one given up', () => {
    expect(brief(of(records(paper('c1', { expiresOn: day('2026-02-01') }), paper('c2', { expiresOn: day('2027-02-01') }))))).toEqual(['record/c2/expires 2027-02-01 met']);
    expect(of(records(paper('c1', { expiresOn: day('2026-06-01'), endedOn: day('2026-03-18') })))).toEqual([]);
    expect(of(records(paper('c1', { expiresOn: day('2026-06-01'), endedOn: day('2026-06-01') })))).toEqual([]);
    expect(of(records(paper('c1', { expiresOn: day('2026-06-01'), endedOn: day('2026-06-02') })))).toHaveLength(1);
  });

  it('are left to the verdict that speaks of the same paper and day', () => {
    const file = records(paper('c1', { expiresOn: day('2026-05-01'), reviewOn: day('2026-04-30') }));
    const judged: Standing = { ...standing('la.a1', 'met', { dueOn: day('2026-05-01'), validThrough: day('2026-05-01'), evidenceIds: ['c1'] }) };
    const { personId: _person, employmentId: _employment, ...ofAgency } = judged;
    expect(brief(of(file, [ofAgency]))).toEqual(['record/c1/review 2026-04-30 not-yet-due', 'agency/la.a1 2026-05-01 met']);
  });

  it('are open tasks, surveys and lines of plans, until the day they are done', () => {
    const task = (over: { readonly doneOn?: CivilDate }): AgencyRecord => ({ kind: 'accreditation-task', id: 'k1', accreditor: 'carf', task: 'annual-conformance', dueOn: day('2026-04-06'), recordedAt, ...over });
    expect(of(records(task({})))).toHaveLength(1);
    expect(of(records(task({ doneOn: asOf })))).toHaveLength(0);
    expect(of(records(task({ doneOn: day('2026-03-20') })))).toHaveLength(1);
    const plan: AgencyRecord = {
      kind: 'fidelity-plan', id: 'f1', teamId: 't1', recordedAt,
      lines: [{ item: 4, action: 'One', dueOn: day('2026-03-30') }, { item: 4, action: 'Two', dueOn: day('2026-03-31') }, { action: 'Three', dueOn: day('2026-03-31'), doneOn: day('2026-03-01') }],
    };
    const file = fileWith({ agencyRecords: [plan], teams: [{ id: 't1', name: 'Bayou team' }] });
    expect(brief(of(file))).toEqual(['record/f1/line item 4 1 2026-03-30 due-soon', 'record/f1/line item 4 2 2026-03-31 due-soon']);
    expect(of({ ...file, teams: [{ id: 't1', name: 'Bayou team', closedOn: day('2026-03-18') }] })).toEqual([]);
  });

  it('are one notice per payer, by the end of the grace', () => {
    const decision: AgencyRecord = { kind: 'accreditation-decision', id: 'd1', accreditor: 'coa', outcome: 'denied', decidedOn: day('2026-03-18'), recordedAt };
    const contract = (id: string): AgencyRecord => ({ kind: 'credential', id, credential: 'payer-contract', party: id, effectiveOn: day('2025-01-01'), recordedAt });
    const file = records(decision, contract('P1'), contract('P2'));
    expect(brief(of(file))).toEqual(['notice/d1/P1 2026-03-19 due-soon', 'notice/d1/P2 2026-03-19 due-soon']);
    expect(brief(of(file, [], day('2026-03-20')))).toEqual(['notice/d1/P1 2026-03-19 overdue', 'notice/d1/P2 2026-03-19 overdue']);
    const sent: AgencyRecord = { kind: 'written-notice', id: 'w1', decisionId: 'd1', contractId: 'P1', sentOn: asOf, method: 'e-mail', recordedAt };
    expect(brief(of(records(decision, contract('P1'), contract('P2'), sent)))).toEqual(['notice/d1/P2 2026-03-19 due-soon']);
  });
});

describe('the demo agency', () => {
  const { file } = demoAgency(asOf);
  const deadlines = deadlinesOf(file, evaluate(file, { asOf }), deadlineWords(file, asOf));

  it('has each key once, in order of the day, in every area', () => {
    expect(new Set(deadlines.map((each) => each.key)).size).toBe(deadlines.length);
    expect(deadlines.map((each) => each.on)).toEqual(deadlines.map((each) => each.on).toSorted());
    expect(new Set(deadlines.map((each) => each.area))).toEqual(new Set(['staff', 'exclusions', 'papers', 'accreditation', 'fidelity', 'teams', 'surveys']));
  });

  it('owes the searches of the open month, the close of the one before, newer lists and a report', () => {
    const keys = deadlines.filter((each) => each.area === 'exclusions').map((each) => `${each.key} ${each.on}`);
    expect(keys).toEqual(expect.arrayContaining(['exclusions/2026-03/lists 2026-03-31', 'exclusions/2026-02/close 2026-03-31', 'exclusions/list/sam 2026-04-20']));
    expect(keys.some((key) => key.startsWith('exclusions/report/person p14/oig-leie/'))).toBe(true);
  });

  it('says what changed last about a card, a retracted correction included', () => {
    const before = deadlines.find((each) => each.key === 'person/p02/e1/la.cpr');
    const card = file.evidence.find((item) => item.personId === 'p02' && item.kind === 'cpr-first-aid');
    if (card === undefined) throw new Error('the demo has a card');
    const retracted: AgencyFile = { ...file, evidence: [...file.evidence, { ...card, id: 'x', recordedAt: '2026-03-19T12:00:00Z', retractedAt: '2026-03-19T13:00:00Z', retractedReason: 'another person' }] };
    const after = deadlinesOf(retracted, evaluate(retracted, { asOf }), deadlineWords(retracted, asOf)).find((each) => each.key === before?.key);
    expect([after?.on, after?.changedAt]).toEqual([before?.on, '2026-03-19T13:00:00Z']);
  });
});
