import { describe, expect, it } from 'vitest';
import { checkLines } from '../../../renderer/features/person/check-lines.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Decision, ExclusionCheck, KeptCandidate } from '../../../shared/model/exclusion.ts';

const day = civilDate;
const file: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'A', packs: [] }, people: [], evidence: [] };
const row = (digest: string, tier: KeptCandidate['tier'], family: string): KeptCandidate => ({
  row: 7, digest: digest.repeat(64), tier, score: 60, record: { LASTNAME: family, FIRSTNAME: 'ODALYS', MIDNAME: 'M' },
});
const check = (id: string, on: string, candidates: readonly KeptCandidate[], over: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  id, personId: 'p1', list: 'oig-leie', checkedOn: day(on), method: 'whole-list', outcome: candidates.some((each) => each.tier !== 'weak') ? 'possible' : 'clear',
  search: { engine: 'e', identity: { names: [], businessNames: [], states: [] }, tier: candidates[0]?.tier ?? 'none', candidates: [...candidates] },
  recordedAt: `${on}T12:00:00Z`, ...over,
});
const decision = (checkId: string, digest: string, verdict: Decision['verdict'], on: string): Decision => ({
  id: `${checkId} ${digest} ${on}`, personId: 'p1', list: 'oig-leie', checkId, rowDigest: digest.repeat(64), verdict, decidedOn: day(on), reason: 'Compared.', recordedAt: `${on}T13:00:00Z`,
});

describe('the checks of a person, line by line', () => {
  const march = check('c1', '2026-03-10', [row('a', 'possible', 'QUILLFEATHER'), row('b', 'weak', 'QUILLFEATHER'), row('c', 'strong', 'QUILL')]);

  it('lists newest first, and none made after the day', () => {
    const lines = checkLines(file, [check('c0', '2026-02-10', []), march, check('c2', '2026-03-20', [])], [], day('2026-03-19'));
    expect(lines.map((line) => line.check.id)).toEqual(['c1', 'c0']);
  });

  it('names each row that had to be decided, with its own decision, and counts the weak', () => {
    const [line] = checkLines(file, [march], [decision('c1', 'a', 'not-the-person', '2026-03-11')], day('2026-03-19'));
    expect(line?.rows.map((each) => [each.name, each.decision?.verdict ?? null])).toEqual([['QUILLFEATHER, ODALYS M', 'not-the-person'], ['QUILL, ODALYS M', null]]);
    expect(line).toMatchObject({ outcome: 'possible', weak: 1, decision: null });
  });

  it('a decision of the next day does not speak yet', () => {
    const decisions = [decision('c1', 'a', 'not-the-person', '2026-03-11'), decision('c1', 'c', 'not-the-person', '2026-03-12')];
    expect(checkLines(file, [march], decisions, day('2026-03-11'))[0]?.outcome).toBe('possible');
    expect(checkLines(file, [march], decisions, day('2026-03-12'))[0]?.outcome).toBe('clear');
  });

  it('a weak row decided to be the person is named like the others', () => {
    const [line] = checkLines(file, [check('c3', '2026-03-10', [row('b', 'weak', 'QUILLFEATHER')])], [decision('c3', 'b', 'the-person', '2026-03-11')], day('2026-03-19'));
    expect(line).toMatchObject({ outcome: 'confirmed', weak: 0 });
    expect(line?.rows).toHaveLength(1);
  });

  it('a search on a web site has its decision on the whole check', () => {
    const { search: _search, ...website } = check('c4', '2026-03-10', [], { method: 'website', outcome: 'possible' });
    const whole: Decision = { id: 'd', personId: 'p1', list: 'oig-leie', checkId: 'c4', verdict: 'unable', decidedOn: day('2026-03-11'), reason: 'No answer.', recordedAt: '2026-03-11T13:00:00Z' };
    expect(checkLines(file, [website], [whole], day('2026-03-19'))[0]).toMatchObject({ outcome: null, rows: [], decision: { id: 'd' } });
  });
});
