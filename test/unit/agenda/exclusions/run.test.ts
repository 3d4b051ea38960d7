import { describe, expect, it } from 'vitest';
import { checksFrom } from '../../../../shared/agenda/exclusions/run-checks.ts';
import { notSearched, runSubjects } from '../../../../shared/agenda/exclusions/subjects.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { Decision } from '../../../../shared/model/exclusion.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import type { Candidate, Finding } from '../../../../shared/screening/finding.ts';
import { agencyOf, check, employmentOf } from '../../rules/support.ts';
import { after, candidate, day, decision, digest, identity, judged, searched, stamp, value, version } from './samples.ts';
import { decisionFor } from '../../../../shared/agenda/exclusions/decide.ts';

const runOf = (file: AgencyFile, asOf: string) => runSubjects(file, judged(file, asOf));
const listsOf = (file: AgencyFile, asOf: string) => runOf(file, asOf).map((each) => [each.name, each.reason, ...each.lists.map(({ list }) => list)]);

describe('who is to be searched', () => {
  it('is everybody at work whose rules ask for it, until the last day worked', () => {
    const file = agencyOf({ employment: { endedOn: day('2026-05-20') }, person: { birthDate: day('1990-05-01') } });
    expect(listsOf(file, '2026-04-08')).toEqual([['Ada Ample', 'monthly', 'oig-leie', 'la-adverse-actions']]);
    expect(runOf(file, '2026-04-08')[0]).toMatchObject({ fileLists: ['oig-leie', 'la-adverse-actions'], websiteLists: [], identity: { birthDate: '1990-05-01', states: ['LA'], names: [{ given: 'Ada', family: 'Ample' }] } });
    expect(listsOf(file, '2026-05-20')).toHaveLength(1);
    expect(listsOf(file, '2026-05-21')).toEqual([]);
  });

  it('says what is done already', () => {
    const file = agencyOf({ checks: [check('oig-leie', '2026-04-02', { id: 'done' })] });
    expect(runOf(file, '2026-04-08')[0]?.lists).toMatchObject([{ list: 'oig-leie', by: 'file', reason: 'monthly', requirements: ['la.ex-2'], done: { id: 'done' } }, { list: 'la-adverse-actions', requirements: ['la.ex-1', 'la.ex-2'], done: null }]);
  });

  it('is somebody to be hired, on every list of the work to come', () => {
    const { hiredOn: _hired, ...planned } = employmentOf({ plannedHireOn: day('2026-04-20') });
    const file = agencyOf({ employments: [planned], checks: [check('oig-leie', '2026-03-09', { id: 'fresh' }), check('la-adverse-actions', '2026-03-07')] });
    expect(listsOf(file, '2026-04-08')).toEqual([['Ada Ample', 'before-hire', 'oig-leie', 'la-adverse-actions']]);
    expect(runOf(file, '2026-04-08')[0]?.lists.map((each) => each.done?.id ?? null)).toEqual(['fresh', null]);
    expect(listsOf(agencyOf({ employments: [{ ...planned, withdrawnOn: day('2026-04-01') }] }), '2026-04-08')).toEqual([]);
  });

  it('takes the lists of the state, registries on their web sites, vendors last', () => {
    const north = agencyOf({ role: 'team-lead', agency: { packs: ['nc-state-funded'] }, file: { vendors: [{ id: 'v', name: 'Delta', kind: 'staffing', from: day('2026-01-01') }, { id: 'w', name: 'Gone', kind: 'owner', from: day('2026-01-01'), to: day('2026-04-07') }] } });
    expect(listsOf(north, '2026-04-08')).toEqual([
      ['Ada Ample', 'monthly', 'oig-leie', 'sam', 'nc-excluded-providers', 'nc-hcpr'],
      ['Delta', 'vendor', 'oig-leie', 'sam', 'nc-excluded-providers'],
    ]);
    const [person, vendor] = runOf(north, '2026-04-08');
    expect(person).toMatchObject({ websiteLists: ['nc-hcpr'], identity: { states: ['NC'] } });
    expect(person?.lists[3]).toMatchObject({ by: 'website', reason: 'before-hire', requirements: ['nc.pub-hcpr'] });
    expect(vendor).toMatchObject({ key: { vendorId: 'v' }, identity: { businessNames: ['Delta'], states: ['NC'] } });
    // Once searched before hire, a registry is not asked for again.
    const done = { ...north, exclusionChecks: [check('nc-hcpr', '2026-02-20')] };
    expect(runOf(done, '2026-04-08')[0]?.websiteLists).toEqual([]);
  });

  it('says who is not, and why', () => {
    const why = (file: AgencyFile, asOf = '2026-04-08') => notSearched(file, judged(file, asOf)).map((each) => [each.subject.name, each.why.code, each.why.words]);
    expect(why(agencyOf({ employment: { medicaidPaid: false } }))).toEqual([['Ada Ample', 'not-paid-by-medicaid', 'The services are not paid by Medicaid or Medicare.']]);
    expect(why(agencyOf({ employment: { endedOn: day('2026-04-07') } }))).toEqual([['Ada Ample', 'left', 'Left on 7 Apr 2026.']]);
    expect(why(agencyOf({ agency: { packs: ['personnel-file'] } }))[0]?.[1]).toBe('not-demanded');
    expect(why(agencyOf({ agency: { packs: [{ pack: 'la-medicaid', from: day('2026-05-01') }] } }))[0]?.[1]).toBe('not-demanded');
    const { hiredOn: _hired, ...planned } = employmentOf({ plannedHireOn: day('2026-04-20') });
    expect(why(agencyOf({ employments: [{ ...planned, withdrawnOn: day('2026-04-01') }] }))[0]?.[1]).toBe('withdrawn');
    expect(why(agencyOf({}))).toEqual([]);
  });

  it('is everybody on record, searched or not, in the demo agency', () => {
    const { file } = demoAgency(day('2026-03-19'));
    const evaluation = judged(file, '2026-03-19');
    const run = runSubjects(file, evaluation);
    expect(run.length + notSearched(file, evaluation).length).toBe(file.people.length + (file.vendors ?? []).length);
    expect(new Set(run.map((each) => each.reason))).toEqual(new Set(['monthly', 'before-hire', 'vendor']));
    expect(run.at(-1)?.key).toEqual({ vendorId: 'v-delta' });
  });

  it('asks for a registry again once its six months are near', () => {
    const overrides = [{ requirement: 'la.pub-cna', set: { enabled: true }, reason: 'Contract', recordedAt: '2026-01-01T00:00:00Z' }];
    const file = agencyOf({ agency: { overrides }, checks: [check('la-cna-registry', '2026-02-20')] });
    expect(runOf(file, '2026-07-20')[0]?.websiteLists).toEqual([]);
    expect(runOf(file, '2026-07-21')[0]?.lists.at(-1)).toMatchObject({ list: 'la-cna-registry', by: 'website', reason: 'renewal', requirements: ['la.pub-cna'], done: null });
  });
});

describe('the checks of a run', () => {
  const listed = version('lv', '2026-04-01T12:00:00Z', { newestAction: day('2026-03-20') });
  const found = (letter: string, more: Partial<Candidate> = {}): Candidate => ({ ...candidate(letter), parts: [], variant: 'legal name', why: 'No birth date.', ...more });
  const finding = (candidates: readonly Candidate[], who = identity()): Finding => ({
    subject: { key: { personId: 'p' }, identity: who }, namesSearched: ['ADA AMPLE'], tier: candidates[0]?.tier ?? 'none', candidates, nearest: candidates.length > 0 ? null : { row: 9, score: 12, why: 'Another given name.', record: {} },
  });
  const run = (candidates: readonly Candidate[], decisions: readonly Decision[] = [], who = identity()) => {
    const file = agencyOf({ checks: [searched('march', '2026-03-10', [candidate('a')])], file: { decisions, listVersions: [listed] } });
    const made = checksFrom([finding(candidates, who)], { list: 'oig-leie', version: listed, on: day('2026-04-08'), file, ...stamp('2026-04-08T15:00:00Z', 'M. T.') })[0];
    if (made === undefined) throw new Error('a finding makes a check');
    // What is made can be recorded.
    after(file, [{ kind: 'add-check', check: made }]);
    return made;
  };

  it('keep whom was searched for, in which version, by which engine, and what came nearest', () => {
    expect(run([])).toMatchObject({
      personId: 'p', list: 'oig-leie', checkedOn: '2026-04-08', method: 'whole-list', outcome: 'clear', namesSearched: ['ADA AMPLE'], recordedBy: 'M. T.',
      listVersion: { name: 'lv.csv', sha256: digest('0'), rows: 80_000, newestAction: '2026-03-20' },
      search: { engine: 'muster-match 1', listVersionId: 'lv', identity: identity(), tier: 'none', candidates: [], nearest: { row: 9, score: 12, why: 'Another given name.' } },
    });
  });

  it('are possible while a strong or possible row is undecided, and clear with weak ones alone', () => {
    expect(run([found('a')])).toMatchObject({ outcome: 'possible', search: { candidates: [{ row: 197, digest: digest('a'), tier: 'possible', score: 62 }] } });
    expect(run([found('a')]).search?.candidates[0]).not.toHaveProperty('parts');
    expect(run([found('a', { tier: 'strong', score: 95 })]).outcome).toBe('possible');
    expect(run([found('f', { tier: 'weak', score: 30 })]).outcome).toBe('clear');
  });

  it('remember what was decided about the same row and identity, until either changes', () => {
    const cleared = decision('n', 'march', 'a', 'not-the-person', '2026-03-11');
    expect(run([found('a')], [cleared])).toMatchObject({ outcome: 'clear', search: { candidates: [{ decisionId: 'n' }] } });
    expect(run([found('a'), found('b')], [cleared])).toMatchObject({ outcome: 'possible', search: { candidates: [{ decisionId: 'n' }, {}] } });
    expect(run([found('b')], [cleared]).outcome).toBe('possible');
    expect(run([found('a')], [cleared], identity({ birthDate: day('1991-05-01') })).outcome).toBe('possible');
    expect(run([found('a')], [cleared], identity({ states: ['NC'] })).outcome).toBe('clear');
    expect(run([found('a')], [{ ...cleared, personId: 'other', id: 'x' }].map((each) => ({ ...each, personId: 'p', decidedOn: day('2026-04-09') })))).toMatchObject({ outcome: 'possible' });
    const { identity: _identity, ...bare } = cleared;
    expect(run([found('a')], [bare]).outcome).toBe('possible');
  });

  it('confirm a row that is the person, and ask again about what could not be determined', () => {
    expect(run([found('a')], [decision('n', 'march', 'a', 'the-person', '2026-03-11')])).toMatchObject({ outcome: 'confirmed', search: { candidates: [{ decisionId: 'n' }] } });
    const unable = run([found('a')], [decision('n', 'march', 'a', 'unable', '2026-03-11')]);
    expect(unable.outcome).toBe('possible');
    expect(unable.search?.candidates[0]).not.toHaveProperty('decisionId');
  });

  it('remember the latest word: a revision counts, and a later answer under other names is not overruled', () => {
    const cleared = decision('n', 'march', 'a', 'not-the-person', '2026-03-11');
    const revised = decision('m', 'march', 'a', 'the-person', '2026-03-20');
    expect(run([found('a')], [revised, cleared])).toMatchObject({ outcome: 'confirmed', search: { candidates: [{ decisionId: 'm' }] } });
    expect(run([found('a')], [cleared, { ...revised, identity: identity({ npi: '1093700026' }) }]).outcome).toBe('possible');
  });

  it('never come from a supplement', () => {
    const supplement = { ...listed, scope: 'supplement' as const };
    expect(() => checksFrom([], { list: 'oig-leie', version: supplement, on: day('2026-04-08'), file: agencyOf({}), ...stamp() })).toThrow('proves no search');
  });

  it('are asked about once: what is decided this month is remembered the next', () => {
    const file = agencyOf({ checks: [searched('march', '2026-03-10', [candidate('a')])], file: { listVersions: [listed] } });
    const [march] = file.exclusionChecks ?? [];
    if (march === undefined) throw new Error('there is a check');
    const decided = after(file, value(decisionFor(file, { check: march, digest: digest('a'), verdict: 'not-the-person', reason: 'Another birth date', on: day('2026-03-11'), ...stamp('2026-03-11T12:00:00Z') })));
    const [april] = checksFrom([finding([found('a')])], { list: 'oig-leie', version: listed, on: day('2026-04-08'), file: decided, ...stamp('2026-04-08T15:00:00Z') });
    expect(april).toMatchObject({ outcome: 'clear', search: { candidates: [{ decisionId: decided.decisions?.[0]?.id }] } });
  });
});
