import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { todayList } from '../../../shared/agenda/today-list.ts';
import type { Decision, ExclusionCheck, KeptCandidate } from '../../../shared/model/exclusion.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { day, employment, explain, info, person, standing } from './samples.ts';

const infos = [info('la.ex-2', null), info('la.ex-3', null), info('x.file', null)];
const row = (digest: string, over: Partial<KeptCandidate> = {}): KeptCandidate => ({
  row: 12, digest: digest.repeat(64), tier: 'possible', score: 70, record: { LASTNAME: 'QUILLFEATHER', FIRSTNAME: 'ODALYS', MIDNAME: 'M' }, ...over,
});
const check = (id: string, on: string, candidates: readonly KeptCandidate[], over: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  id, personId: 'p1', list: 'oig-leie', checkedOn: day(on), method: 'whole-list', outcome: 'possible',
  search: { engine: 'e', identity: { names: [], businessNames: [], states: [] }, tier: 'possible', candidates: [...candidates] },
  recordedAt: `${on}T12:00:00Z`, ...over,
});
const decision = (checkId: string, digest: string, verdict: Decision['verdict'], on: string, over: Partial<Decision> = {}): Decision => ({
  id: `${checkId}-${digest}-${on}`, personId: 'p1', list: 'oig-leie', checkId, rowDigest: digest.repeat(64), verdict, decidedOn: day(on), reason: 'Compared.', recordedAt: `${on}T13:00:00Z`, ...over,
});

const things = (exclusionChecks: readonly ExclusionCheck[], decisions: readonly Decision[] = [], { asOf = '2026-03-19', standings = [] as readonly Standing[], people = [person()] } = {}) => {
  const file: AgencyFile = {
    format: 'muster-agency', version: 1, agency: { name: 'Bayou Bridge', packs: [] }, people: [...people], evidence: [], exclusionChecks: [...exclusionChecks], decisions: [...decisions],
  };
  return todayList(file, { asOf: day(asOf), standings }, infos, explain).groups.flatMap((group) => group.items.map((item) => ({ ...item, in: group.key })));
};

describe('matches on the list of today', () => {
  it('an open match needs a decision by the end of its month, and leads to it', () => {
    expect(things([check('c1', '2026-03-10', [row('a')])])).toMatchObject([
      { in: 'decide', status: 'review', what: 'Possible match on OIG LEIE: QUILLFEATHER, ODALYS M', dueOn: '2026-03-31', standing: null, leadsTo: { kind: 'match', checkId: 'c1', digest: 'a'.repeat(64) } },
    ]);
  });

  it('the verdicts that wait for the match do not say so again; others in review stay', () => {
    const waiting = standing('la.ex-2', 'review', { evidenceIds: ['c1'] });
    const other = standing('x.file', 'review', { evidenceIds: ['e9'] });
    expect(things([check('c1', '2026-03-10', [row('a')])], [], { standings: [waiting, other] }).map((item) => item.standing?.requirement ?? item.leadsTo.kind)).toEqual(['match', 'x.file']);
  });

  it('several rows of one list are one thing, which leads to the strongest', () => {
    const found = things([check('c1', '2026-03-10', [row('a'), row('b', { tier: 'strong', score: 95, row: 13 })])]);
    expect(found).toMatchObject([{ what: '2 matches on OIG LEIE, the nearest QUILLFEATHER, ODALYS M', standings: 2, leadsTo: { digest: 'b'.repeat(64) } }]);
  });

  it('a row open in two months is due with the first', () => {
    expect(things([check('c1', '2026-02-10', [row('a')]), check('c2', '2026-03-10', [row('a')])])[0]).toMatchObject({ dueOn: '2026-02-28', leadsTo: { checkId: 'c2' } });
  });

  it('a decision takes it off the list on its day, not before', () => {
    const decided = [decision('c1', 'a', 'not-the-person', '2026-03-12')];
    expect(things([check('c1', '2026-03-10', [row('a')])], decided, { asOf: '2026-03-11' })).toHaveLength(1);
    expect(things([check('c1', '2026-03-10', [row('a')])], decided, { asOf: '2026-03-12' })).toEqual([]);
  });

  it('weak rows wait for nobody', () => {
    expect(things([check('c1', '2026-03-10', [row('a', { tier: 'weak', score: 30 })], { outcome: 'clear' })])).toEqual([]);
  });

  it('a match of somebody who left is on the list: it holds its month', () => {
    const left = person({ employments: [employment({ endedOn: day('2026-03-15') })] });
    expect(things([check('c1', '2026-03-10', [row('a')])], [], { people: [left] })).toHaveLength(1);
  });

  it('a match of a web site leads to its check', () => {
    const { search: _search, ...website } = check('c1', '2026-03-10', [], { method: 'website' });
    expect(things([website])).toMatchObject([{ what: 'Possible match on OIG LEIE', leadsTo: { kind: 'match', checkId: 'c1', digest: null } }]);
  });
});

describe('reports owed on the list of today', () => {
  const confirmed = [decision('c1', 'a', 'the-person', '2026-03-12')];
  const report = (asOf: string, more: readonly Decision[] = []) => things([check('c1', '2026-03-10', [row('a')])], [...confirmed, ...more], { asOf });

  it.each([
    // Ten weekdays after Thursday 12 March: Thursday 26 March.
    ['2026-03-12', 'due-soon'],
    ['2026-03-26', 'due-soon'],
    ['2026-03-27', 'overdue'],
  ])('on %s it is %s', (asOf, status) => {
    expect(report(asOf)).toMatchObject([{ in: 'stop', status, what: 'Report to LDH: confirmed on OIG LEIE', dueOn: '2026-03-26', leadsTo: { kind: 'report', checkId: 'c1', digest: 'a'.repeat(64) } }]);
  });

  it('goes once the report is recorded', () => {
    const done = decision('c1', 'a', 'the-person', '2026-03-17', { reported: { on: day('2026-03-16'), to: 'LDH', how: 'by e-mail' } });
    expect(report('2026-03-16', [done])).toHaveLength(1);
    expect(report('2026-03-17', [done])).toEqual([]);
  });
});
