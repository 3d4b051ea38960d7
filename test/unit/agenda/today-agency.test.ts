import { describe, expect, test } from 'vitest';
import { acknowledgementsOf, isExplained, lastingPeriods } from '../../../shared/agenda/acknowledgements.ts';
import { todayList, type TodayItem } from '../../../shared/agenda/today-list.ts';
import { atSite } from '../../../shared/agenda/today-sites.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';
import { agencyFile, attested, paper, record, unit, worker } from '../rules/agency/support.ts';

const asOf = civilDate('2026-03-24');
const listOf = (file: AgencyFile) => {
  const evaluation = evaluate(file, { asOf });
  return todayList(file, evaluation, requirementsOf(file, asOf), explainer(file, evaluation));
};
const own = (file: AgencyFile): readonly TodayItem[] => listOf(file).groups.flatMap((group) => group.items).filter((item) => ['agency', 'team'].includes(item.subjects[0].kind));
const team = { ...unit, siteId: 'h' };
const people = [worker('s', 'ips-supervisor'), worker('a')];
const supervision = (heldOn: string) => record({ kind: 'meeting', teamId: 't', meeting: 'supervision', heldOn, mode: 'in-person', personIds: ['a'] });

describe('the agency on Today', () => {
  test('an agency that recorded nothing of itself has one thing to do about that', () => {
    const items = own(agencyFile({ teams: [team], people }));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ leadsTo: { kind: 'agency-papers' }, status: 'overdue' });
    expect(items[0]?.what).toMatch(/^Record the agency's papers: \d+ requirements$/);
  });

  test('papers nobody recorded are one line once something is on file; what ended has its own', () => {
    const items = own(agencyFile({ records: [paper('license', { effectiveOn: '2025-01-01', expiresOn: '2026-03-23' })] }));
    expect(items.find((item) => item.standing?.requirement === 'la.a1')).toMatchObject({ group: 'missing', status: 'expired', standings: 1 });
    expect(items.filter((item) => item.status === 'overdue')).toHaveLength(1);
    expect(items.find((item) => item.status === 'overdue')?.what).toContain('Drug-free workplace policy');
  });

  test("a team's line names who leads it; its site narrows the list", () => {
    const file = { ...agencyFile({ teams: [team], people, records: [attested('2026-02', '2026-02-27', [{ personId: 'a', figure: 'active-members', value: 21 }])] }), sites: [{ id: 'h', name: 'Houma' }, { id: 'b', name: 'Baton Rouge' }] };
    expect(own(file).find((item) => item.standing?.requirement === 'la.ratio')).toMatchObject({ group: 'missing', whoActs: 'S Ample', subjects: [{ kind: 'team', id: 't', name: 'Bayou' }] });
    const whole = listOf(file);
    expect(atSite(file, whole, asOf, null)).toBe(whole);
    const houma = atSite(file, whole, asOf, 'h').groups.flatMap((group) => group.items);
    expect(houma.some((item) => item.subjects[0].kind === 'agency')).toBe(false);
    expect(houma.some((item) => item.subjects[0].id === 't')).toBe(true);
    expect(houma.some((item) => item.subjects[0].kind === 'person')).toBe(true);
    expect(atSite(file, whole, asOf, 'b').count).toBe(0);
  });

  test('a week without supervision is a lasting finding until a note names it', () => {
    const records = [supervision('2026-03-04'), supervision('2026-03-18')];
    const file = agencyFile({ teams: [team], people, records, agency: { recordsFrom: civilDate('2026-03-02') } });
    const standing = evaluate(file, { asOf }).standings.find((each) => each.requirement === 'la.supw');
    if (standing === undefined) throw new Error('supervision is judged');
    expect(lastingPeriods(standing)).toEqual(['2026-03-09']);
    expect(own(file).find((item) => item.standing?.requirement === 'la.supw')).toMatchObject({ group: 'explain', status: 'gap' });
    const acknowledgements = acknowledgementsOf(file, standing, 'Storm', '2026-03-24T12:00:00Z');
    expect(acknowledgements).toMatchObject([{ requirement: 'la.supw', teamId: 't', period: '2026-03-09', note: 'Storm' }]);
    expect(isExplained({ ...file, acknowledgements }, standing)).toBe(true);
    expect(own({ ...file, acknowledgements }).some((item) => item.standing?.requirement === 'la.supw')).toBe(false);
  });
});
