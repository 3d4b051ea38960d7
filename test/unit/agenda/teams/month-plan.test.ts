import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOfWeek, monthPlan, plannedMeetings, weeksOf, type MonthPlan } from '../../../../shared/agenda/teams/month-plan.ts';
import { agencyRequirementsOf } from '../../../../shared/rules/catalogue.ts';
import { rulesOfKind, teamRules } from '../../../../shared/agenda/teams/team-rules.ts';
import { civilDate, fromDay, plusDays, toDay, type CivilMonth } from '../../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';
import { agencyFile, duties, record, unit, worker, type World } from '../../rules/agency/support.ts';

const people = [worker('s', 'ips-supervisor'), worker('a'), worker('b')];
const clinic = record({ kind: 'treatment-team', id: 'clinic', teamId: 't', name: 'Clinic', from: '2020-01-06', members: [{ personId: 'a', from: '2020-01-06' }, { personId: 'b', from: '2020-01-06' }] });
const world = (records: readonly AgencyRecord[] = []): World => ({ people, teams: [unit], records: [clinic, ...records], agency: { recordsFrom: civilDate('2024-01-01') } });

function planOf(month: string, today: string, records: readonly AgencyRecord[] = []): MonthPlan {
  const file = agencyFile(world(records));
  return monthPlan({ file, records: standingRecords(file.agencyRecords ?? []), team: unit, month: month as CivilMonth, today: civilDate(today), rules: rulesOfKind(teamRules(file, 't', civilDate(today)), 'meeting') });
}

let serial = 0;
const newId = (): string => `m${String((serial += 1))}`;
const entered = (plan: MonthPlan): readonly AgencyRecord[] => plannedMeetings(
  plan.lines.flatMap((line) => line.cells.filter((cell) => !cell.ahead && cell.logged.length === 0).map((cell) => ({ line, on: cell.on, mode: 'in-person' as const, personIds: cell.personIds }))),
  't', newId, '2026-01-01T00:00:00Z',
);

describe('the weeks of a month', () => {
  it('are those whose Thursday lies in it, so that every week is in one month only', () => {
    expect(weeksOf('2026-01' as CivilMonth).map((week) => week.period)).toEqual(['2025-12-29', '2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']);
    expect(weeksOf('2026-02' as CivilMonth).map((week) => week.period)).toEqual(['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']);
  });
});

describe('the expected meetings of a month', () => {
  it('name each recurring duty once, with who would be there, on Tuesdays while nothing is known', () => {
    const plan = planOf('2026-03', '2026-04-30');
    expect(plan.lines.map((line) => [line.label, line.every, line.cells.length])).toEqual(expect.arrayContaining([['Treatment-team meeting: Clinic', 'week', 4]]));
    const supervision = plan.lines.find((line) => line.meeting === 'supervision');
    expect(supervision?.cells.map((cell) => cell.on)).toEqual(['2026-03-03', '2026-03-10', '2026-03-17', '2026-03-24']);
    expect(supervision?.cells[0]?.personIds).toEqual(['a', 'b', 's']);
  });

  it('fall on the weekday the team usually meets', () => {
    const former = ['2026-02-05', '2026-02-12', '2026-02-19'].map((heldOn) => record({ kind: 'meeting', teamId: 't', meeting: 'supervision', heldOn, mode: 'in-person', personIds: ['a', 'b', 's'] }));
    const supervision = planOf('2026-03', '2026-04-30', former).lines.find((line) => line.meeting === 'supervision');
    expect(supervision?.cells.map((cell) => cell.on)).toEqual(['2026-03-05', '2026-03-12', '2026-03-19', '2026-03-26']);
  });

  it('can be entered from the first day of their period on, also earlier than usual', () => {
    const second = (today: string) => planOf('2026-03', today).lines.find((line) => line.meeting === 'supervision')?.cells[1];
    expect(second('2026-03-08')).toMatchObject({ ahead: true, on: '2026-03-10' });
    expect(second('2026-03-09')).toMatchObject({ ahead: false, on: '2026-03-09' });
    expect(second('2026-03-10')).toMatchObject({ ahead: false, on: '2026-03-10' });
  });

  it('of the last days of a month belong to the month their Thursday lies in', () => {
    expect(monthOfWeek(civilDate('2026-06-28'))).toBe('2026-06');
    expect(monthOfWeek(civilDate('2026-06-30'))).toBe('2026-07');
  });

  it('show what is on file and ask for it no more', () => {
    const held = record({ kind: 'meeting', id: 'held', teamId: 't', meeting: 'supervision', heldOn: '2026-03-11', mode: 'video', personIds: ['a', 'b', 's'] });
    const cells = planOf('2026-03', '2026-04-30', [held]).lines.find((line) => line.meeting === 'supervision')?.cells;
    expect(cells?.map((cell) => cell.logged.map((each) => each.id))).toEqual([[], ['held'], [], []]);
  });
});

it.each(['la-medicaid', 'nc-state-funded'] as const)('a month that was entered whole meets every week and month of it, %s', (pack) => {
  const staff = pack === 'la-medicaid' ? people : [worker('s', 'team-lead'), worker('a', 'employment-support-professional'), worker('b', 'employment-support-professional')];
  const team = { ...unit, packs: [pack] };
  fc.assert(fc.property(fc.integer({ min: 0, max: 20 }), (after) => {
    const month = fromDay(plusDays(toDay(civilDate('2024-02-15')), after * 30)).slice(0, 7);
    const today = fromDay(plusDays(toDay(civilDate(`${month}-28`)), 12));
    const shared = record({ kind: 'figures', teamId: 't', period: month, attestedBy: 'S', attestedOn: today, rows: [{ figure: 'shared-members', value: 1 }] });
    const all = (more: readonly AgencyRecord[]): World => ({ ...world([shared, ...more]), people: staff, teams: [team] });
    const file = agencyFile(all([]));
    const rules = teamRules(file, 't', today);
    const plan = monthPlan({ file, records: standingRecords(file.agencyRecords ?? []), team, month: month as CivilMonth, today, rules: rulesOfKind(rules, 'meeting') });
    const standings = duties(all(entered(plan)), today).filter((each) => each.teamId === 't');
    const asked = new Set(agencyRequirementsOf(file, today).filter((each) => each.rule.kind === 'meeting' && each.rule.every !== 'quarter').map((each) => each.id));
    let judged = 0;
    for (const standing of standings.filter((each) => asked.has(each.requirement))) {
      for (const { period, status } of standing.periods ?? []) {
        if (period !== month && !plan.weeks.some((week) => week.period === period)) continue;
        judged += 1;
        expect(['met', 'not-applicable'], `${standing.requirement} ${period}`).toContain(status);
      }
    }
    expect(judged).toBeGreaterThan(7);
  }), { numRuns: 21 });
});
