import { describe, expect, it } from 'vitest';
import { figureColumns, figurePeople } from '../../../../shared/agenda/teams/figure-columns.ts';
import { staffTable } from '../../../../shared/agenda/teams/staff-table.ts';
import { teamRules } from '../../../../shared/agenda/teams/team-rules.ts';
import { whatIsMissing } from '../../../../shared/agenda/teams/what-is-missing.ts';
import { civilDate, toDay } from '../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { weekOf } from '../../../../shared/model/agency-records/period.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { agencyFile, attested, record, unit, worker, type World } from '../../rules/agency/support.ts';

const on = (text: string) => civilDate(text);
const world = (more: Partial<World> = {}): World => ({
  people: [worker('s', 'ips-supervisor'), worker('a'), worker('h', 'ips-specialist', { fte: 0.5 })], teams: [unit], agency: { recordsFrom: on('2026-01-01') }, ...more,
});

describe('who works in a team', () => {
  const table = (records: readonly AgencyRecord[] = [], asOf = '2026-03-19') => {
    const file = agencyFile(world({ records }));
    return staffTable(file, standingRecords(file.agencyRecords ?? []), 't', on(asOf));
  };

  it('leads with the supervisor; half time has half the limit', () => {
    expect(table().map(({ personId, part, share, limit }) => [personId, part, share, limit])).toEqual([['s', 'supervisor', 1, null], ['a', 'specialist', 1, 20], ['h', 'specialist', 0.5, 10]]);
  });

  it('shows the last attested caseload, not one attested after the day', () => {
    const records = [attested('2026-02', '2026-03-02', [{ personId: 'a', figure: 'active-members', value: 18 }]), attested('2026-03', '2026-03-20', [{ personId: 'a', figure: 'active-members', value: 22 }])];
    expect(table(records)[1]?.caseload?.value).toBe(18);
    expect(table(records, '2026-03-20')[1]?.caseload?.value).toBe(22);
  });

  it('says of each caseload what the verdict says: another team’s number is not this one’s, a lead with a caseload of their own is held to it', () => {
    const members = (personId: string, value: number, teamId = 't') => attested('2026-02', '2026-03-02', [{ personId, figure: 'active-members', value }], teamId);
    const two = worker('a', 'ips-specialist', { roles: [{ role: 'ips-specialist', from: on('2020-01-06'), teamId: 't' }, { role: 'ips-specialist', from: on('2020-01-06'), teamId: 'other' }] });
    const both = worker('b', 'ips-specialist', { roles: [{ role: 'ips-specialist', from: on('2020-01-06'), teamId: 't' }, { role: 'ips-supervisor', from: on('2020-01-06'), teamId: 't' }] });
    const file = agencyFile({ people: [two, both], teams: [unit, { ...unit, id: 'other', name: 'Other' }], agency: { recordsFrom: on('2026-01-01') }, records: [members('a', 22, 'other'), members('b', 21)] });
    const rows = staffTable(file, standingRecords(file.agencyRecords ?? []), 't', on('2026-03-19'));
    expect(rows.map(({ personId, limit, over, caseload }) => [personId, limit, over, caseload?.value ?? null])).toEqual([['b', 20, true, 21], ['a', 20, false, null]]);
  });

  it('takes the tightest of several packs, the lead’s limit among them', () => {
    const people = [worker('l', 'team-lead'), worker('e', 'employment-support-professional')];
    const file = agencyFile({ people, teams: [{ ...unit, supervisorId: 'l', packs: ['nc-state-funded', 'la-medicaid'] }] });
    expect(staffTable(file, standingRecords([]), 't', on('2026-03-19')).map(({ personId, limit }) => [personId, limit])).toEqual([['l', 9], ['e', 20]]);
  });

  it('names treatment teams and field support while they last', () => {
    const records = [
      record({ kind: 'treatment-team', teamId: 't', name: 'Clinic', from: '2026-01-05', members: [{ personId: 'a', from: '2026-01-05', to: '2026-03-19' }] }),
      record({ kind: 'field-support', teamId: 't', personId: 'a', from: '2026-03-01', to: '2026-03-19', reason: 'New in the role' }),
    ];
    expect(table(records)[1]).toMatchObject({ attachedTo: ['Clinic'], fieldSupport: 'New in the role' });
    expect(table(records, '2026-03-20')[1]).toMatchObject({ attachedTo: [], fieldSupport: null });
  });
});

describe('the numbers that are asked for', () => {
  it('follow the rules of the packs', () => {
    const columns = figureColumns(teamRules(agencyFile(world()), 't', on('2026-03-19'))).map(({ figure, every, per }) => `${figure} ${every} ${per}`);
    expect(columns).toEqual(expect.arrayContaining(['active-members month specialist', 'other-duty-percent month supervisor', 'shared-members month team', 'employer-contacts week specialist']));
    expect(figureColumns([])).toEqual([]);
  });

  it('ask about whoever was there in the period', () => {
    const file = agencyFile(world({ people: [worker('s', 'ips-supervisor'), worker('a', 'ips-specialist', { endedOn: on('2026-03-10') })] }));
    const week = (day: string) => weekOf(toDay(on(day)));
    const column = { figure: 'employer-contacts', every: 'week', per: 'specialist' } as const;
    expect(figurePeople(file, unit, column, week('2026-03-10'), on('2026-03-31')).map((each) => each.personId)).toEqual(['a']);
    expect(figurePeople(file, unit, column, week('2026-03-16'), on('2026-03-31'))).toEqual([]);
  });
});

describe('what is missing of a team', () => {
  const missing = (records: readonly AgencyRecord[], asOf: string) => whatIsMissing(evaluate(agencyFile(world({ records })), { asOf: on(asOf) }), 't');
  const supervision = (heldOn: string) => record({ kind: 'meeting', teamId: 't', meeting: 'supervision', heldOn, mode: 'in-person', personIds: ['a', 'h', 's'] });

  it('names this week’s supervision until it is held, with its last good day', () => {
    const line = missing([], '2026-03-18').find((each) => each.standing.requirement === 'la.supw');
    expect(line).toMatchObject({ period: '2026-03-16', every: 'week', until: '2026-03-22', open: true });
    expect(missing([supervision('2026-03-18')], '2026-03-18').some((each) => each.standing.requirement === 'la.supw')).toBe(false);
  });

  it('a closed week that was missed is history, the next week asks anew', () => {
    expect(missing([], '2026-03-22').find((each) => each.standing.requirement === 'la.supw')?.period).toBe('2026-03-16');
    expect(missing([], '2026-03-23').filter((each) => each.standing.requirement === 'la.supw').map((each) => each.period)).toEqual(['2026-03-23']);
  });

  it('a number of last week is still awaited', () => {
    const contacts = missing([attested('2026-03-16', '2026-03-20', [{ personId: 'a', figure: 'members-looking', value: 3 }])], '2026-03-24').filter((each) => each.standing.requirement === 'la.emp6');
    expect(contacts.map((each) => each.period)).toEqual(expect.arrayContaining(['2026-03-16', '2026-03-23']));
  });

  it('weeks come before months before quarters', () => {
    const order = ['week', 'month', 'quarter'];
    const found = missing([], '2026-03-18').map((each) => order.indexOf(each.every));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(new Set(found).size).toBeGreaterThan(1);
  });
});
