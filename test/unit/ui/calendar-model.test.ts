import { describe, expect, it } from 'vitest';
import { agendaGroups, dayByKey, daysOfMonthPage, filtered, linesOf, noFilter } from '../../../renderer/features/calendar/calendar-model.ts';
import type { Deadline } from '../../../shared/agenda/deadlines/deadline.ts';
import { day } from '../agenda/samples.ts';

const asOf = day('2026-03-19');
const due = (on: string, name = 'Ana Ruiz', what = 'CPR due', over: Partial<Deadline> = {}): Deadline => ({
  key: `${name} ${what} ${on}`, area: 'staff', subject: { kind: 'person', id: name, name }, requirement: 'la.cpr', what, on: day(on), status: 'due-soon', personId: name, supervisorId: null,
  siteId: null, citations: [], changedAt: null, goal: { kind: 'person', personId: name, requirement: 'la.cpr' }, ...over,
});

describe('the page of a month', () => {
  it.each([['2026-03-19', '2026-02-23', '2026-04-05', 42], ['2027-02-10', '2027-02-01', '2027-02-28', 28], ['2026-11-01', '2026-10-26', '2026-12-06', 42]])('of %s runs from %s to %s', (on, first, last, count) => {
    const days = daysOfMonthPage(day(on));
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, count]);
  });

  it.each([['ArrowLeft', '2026-03-30'], ['ArrowRight', '2026-04-01'], ['ArrowUp', '2026-03-24'], ['ArrowDown', '2026-04-07'], ['PageUp', '2026-02-28'], ['PageDown', '2026-04-30'], ['Home', '2026-03-19'], ['x', null]])('is walked by %s', (key, expected) => {
    expect(dayByKey(key, day('2026-03-31'), asOf)).toBe(expected);
  });
});

describe('the lines of a day', () => {
  it('stand by consequence, alike ones of three people or more together', () => {
    const two = [due('2026-04-01', 'B'), due('2026-04-01', 'A')];
    expect(linesOf(two).map((line) => line.text)).toEqual(['A: CPR due', 'B: CPR due']);
    const lines = linesOf([...two, due('2026-04-01', 'C'), due('2026-04-01', 'D', 'TB test due', { status: 'overdue' })]);
    expect(lines.map((line) => [line.text, line.deadlines.length])).toEqual([['D: TB test due', 1], ['3 × CPR due', 3]]);
  });
});

describe('the agenda', () => {
  it('goes from what is overdue by week to months', () => {
    const on = ['2026-03-18', '2026-03-19', '2026-03-22', '2026-03-23', '2026-03-29', '2026-03-30', '2026-04-01'];
    expect(agendaGroups(on.map((each) => due(each)), asOf).map((group) => [group.title, group.deadlines.length])).toEqual([
      ['Overdue', 1], ['Today', 1], ['This week', 1], ['Next week', 2], ['Later in March 2026', 1], ['April 2026', 1],
    ]);
  });
});

describe('the filters', () => {
  it('hold together; a choice of nothing lets everything through', () => {
    const all = [due('2026-04-01', 'Ana Ruiz'), due('2026-04-01', 'Bo Li', 'TB test due', { area: 'papers', siteId: 's1' })];
    const teams = (deadline: Deadline): readonly string[] => (deadline.subject.name === 'Bo Li' ? ['t1'] : []);
    const names = (filter: Partial<typeof noFilter>): readonly string[] => filtered(all, { ...noFilter, ...filter }, teams).map((each) => each.subject.name);
    expect(names({})).toEqual(['Ana Ruiz', 'Bo Li']);
    expect(names({ text: ' ruiz CPR ' })).toEqual(['Ana Ruiz']);
    expect(names({ areas: ['papers'] })).toEqual(['Bo Li']);
    expect(names({ teams: ['t1'] })).toEqual(['Bo Li']);
    expect(names({ sites: ['s1'], text: 'ana' })).toEqual([]);
  });
});
