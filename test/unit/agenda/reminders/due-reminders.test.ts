import { describe, expect, test } from 'vitest';
import { dueReminders, nextTelling } from '../../../../shared/agenda/reminders/due-reminders.ts';
import { defaultLadderOf, ladders, readLeadDays, rungInForce, rungWords, withLadder } from '../../../../shared/agenda/reminders/ladder.ts';
import { nothingTold, readReminderState, type ReminderMemory } from '../../../../shared/agenda/reminders/memory.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { deadline, on, snooze } from './samples.ts';

const due = on('2026-06-30');
const before = (days: number): CivilDate => fromDay(plusDays(toDay(due), -days));
const rungs = (memory: ReminderMemory, today: CivilDate, days = due, more: Parameters<typeof dueReminders>[4] = [], settings = {}) => {
  const run = dueReminders([deadline('k', days)], memory, today, settings, more);
  return { told: run.tell.map((each) => each.rung), passed: run.tell.flatMap((each) => each.passed), memory: run.memory };
};

describe('the ladder', () => {
  test('is the usual one, the agency’s own, or the requirement’s; the day and overdue always belong to it', () => {
    expect(ladders({})('la.cpr')).toEqual([90, 60, 30, 14, 7, 1, 0, -1]);
    const settings = { leadDays: [7, 45, 7, 0], reminders: { ladders: [{ requirement: 'la.cpr', leadDays: [120, 3] }, { requirement: 'la.tb', leadDays: [] }] } };
    expect(ladders(settings)(null)).toEqual([45, 7, 0, -1]);
    expect(ladders(settings)('la.cpr')).toEqual([120, 3, 0, -1]);
    expect(ladders(settings)('la.tb')).toEqual([0, -1]);
    expect(defaultLadderOf(settings)).toEqual([45, 7]);
  });

  test.each([
    [91, null], [90, 90], [61, 90], [60, 60], [31, 60], [30, 30], [15, 30], [14, 14], [8, 14], [7, 7], [2, 7], [1, 1], [0, 0], [-1, -1], [-400, -1],
  ])('with %i days left the rung in force is %s', (left, rung) => {
    expect(rungInForce(ladders({})(null), left)).toBe(rung);
  });

  test('as typed is whole days from 1 to 730, largest first, each once', () => {
    expect(readLeadDays(['7', ' 45 ', '7', '1', '730'])).toEqual({ ok: true, value: [730, 45, 7, 1] });
    expect(readLeadDays([])).toEqual({ ok: true, value: [] });
    for (const text of ['0', '731', '-1', '1.5', 'x', '', '1e1']) expect(readLeadDays(['7', text])).toEqual({ ok: false, error: { code: 'not-days', text } });
  });

  test('is set for all, for one requirement, and taken back', () => {
    const agency = { name: 'Pelican', packs: [] };
    expect(withLadder(agency, null, [7, 45])).toEqual({ ...agency, leadDays: [45, 7] });
    expect(withLadder({ ...agency, leadDays: [3] }, null, [90, 60, 30, 14, 7, 1])).toEqual(agency);
    expect(withLadder({ ...agency, leadDays: [3] }, null, null)).toEqual(agency);
    const own = withLadder(agency, 'la.cpr', [5, 120]);
    expect(own).toEqual({ ...agency, reminders: { ladders: [{ requirement: 'la.cpr', leadDays: [120, 5] }] } });
    expect(withLadder(own, 'la.cpr', [])).toEqual({ ...agency, reminders: { ladders: [{ requirement: 'la.cpr', leadDays: [] }] } });
    expect(withLadder(own, 'la.cpr', null)).toEqual(agency);
  });

  test('rungs have names', () => {
    expect([90, 1, 0, -1].map(rungWords)).toEqual(['90 days ahead', '1 day ahead', 'on the day', 'overdue']);
  });
});

describe('what is told', () => {
  test('each rung once, on its day, when the program runs every day', () => {
    let memory = nothingTold;
    const told: [number, number][] = [];
    for (let left = 100; left >= -10; left -= 1) {
      const run = rungs(memory, before(left));
      memory = run.memory;
      for (const rung of run.told) told.push([left, rung]);
    }
    expect(told).toEqual([[90, 90], [60, 60], [30, 30], [14, 14], [7, 7], [1, 1], [0, 0], [-1, -1]]);
  });

  test('after days switched off only the rung in force, naming what went by', () => {
    const first = rungs(nothingTold, before(90));
    const later = rungs(first.memory, before(5));
    expect(later.told).toEqual([7]);
    expect(later.passed).toEqual([60, 30, 14]);
    expect(rungs(later.memory, before(5)).told).toEqual([]);
    expect(rungs(later.memory, before(2)).told).toEqual([]);
  });

  test('a deadline entered late tells its rung in force once and misses nothing', () => {
    const ran: ReminderMemory = { ranOn: before(21), told: {} };
    const fresh = dueReminders([deadline('k', due, { changedAt: `${before(20)}T10:00:00Z` })], ran, before(20), {}, []);
    expect(fresh.tell).toMatchObject([{ rung: 30, passed: [] }]);
    // The very same, entered before the program was off from 40 to 20 days ahead: it slept over one rung.
    const slept = dueReminders([deadline('k', due, { changedAt: `${before(70)}T10:00:00Z` })], { ranOn: before(61), told: {} }, before(20), {}, []);
    expect(slept.tell).toMatchObject([{ rung: 30, passed: [60] }]);
  });

  test('a day that moved later starts the ladder anew, one that moved earlier tells only what is more urgent', () => {
    const { memory } = rungs(nothingTold, before(10));
    expect(memory.told['k']).toEqual({ on: due, rung: 14, toldOn: before(10) });
    const renewed = rungs(memory, before(9), on('2027-06-30'));
    expect(renewed).toMatchObject({ told: [], memory: { told: {} } });
    expect(rungs(renewed.memory, fromDay(plusDays(toDay(on('2027-06-30')), -90)), on('2027-06-30')).told).toEqual([90]);
    expect(rungs(memory, before(9), fromDay(plusDays(toDay(due), 1))).told).toEqual([14]);
    expect(rungs(memory, before(9), fromDay(plusDays(toDay(due), -1))).told).toEqual([]);
    expect(rungs(memory, before(9), fromDay(plusDays(toDay(due), -2))).told).toEqual([7]);
  });

  test('what is done, or does not apply, is neither told nor remembered', () => {
    const { memory } = rungs(nothingTold, before(10));
    expect(dueReminders([], memory, before(7), {}, [])).toEqual({ tell: [], memory: { ranOn: before(7), told: {} } });
    expect(dueReminders([deadline('k', due, { status: 'not-applicable' })], memory, before(7), {}, []).tell).toEqual([]);
  });

  test('a snooze keeps quiet until the day before, and tells the rung in force on its day, though it was told before', () => {
    const { memory } = rungs(nothingTold, before(30));
    const asleep = [snooze('k', before(20))];
    expect(rungs(memory, before(21), due, asleep).told).toEqual([]);
    const woken = rungs(memory, before(20), due, asleep);
    expect(woken.told).toEqual([30]);
    expect(rungs(woken.memory, before(19), due, asleep).told).toEqual([]);
    expect(rungs(woken.memory, before(14), due, asleep).told).toEqual([14]);
    // Several rungs slept over: one telling, late, naming them.
    const long = rungs(memory, fromDay(plusDays(toDay(due), 3)), due, [snooze('k', fromDay(plusDays(toDay(due), 2)))]);
    expect(long).toMatchObject({ told: [-1], passed: [14, 7, 1, 0] });
  });

  test('the snooze recorded last counts, and one taken back lets what went by be told', () => {
    const { memory } = rungs(nothingTold, before(30));
    const both = [snooze('k', before(10), '2026-02-02T00:00:00Z'), snooze('k', before(1), '2026-02-01T00:00:00Z')];
    expect(rungs(memory, before(11), due, both).told).toEqual([]);
    expect(rungs(memory, before(10), due, both).told).toEqual([14]);
    expect(rungs(memory, before(13), due, []).told).toEqual([14]);
    expect(rungs(memory, before(25), due, []).told).toEqual([]);
  });
});

describe('the next telling', () => {
  test('is the nearest rung ahead, and how many deadlines reach one that day', () => {
    const all = [deadline('a', due), deadline('b', due), deadline('c', on('2026-09-30'))];
    const run = dueReminders(all, nothingTold, before(20), {}, []);
    expect(nextTelling(all, run.memory, before(20), {}, [])).toEqual({ on: before(14), count: 2 });
    expect(nextTelling(all, run.memory, before(20), {}, [snooze('a', before(16))])).toEqual({ on: before(16), count: 1 });
    expect(nextTelling([], run.memory, before(20), {}, [])).toBeNull();
  });

  test('an overdue deadline told has nothing ahead', () => {
    const { memory } = rungs(nothingTold, fromDay(plusDays(toDay(due), 1)));
    expect(nextTelling([deadline('k', due)], memory, fromDay(plusDays(toDay(due), 1)), {}, [])).toBeNull();
  });
});

test('a memory of another form counts as none: it repeats and never misses', () => {
  const empty = { memory: nothingTold, ranAt: null, lastTold: null };
  expect([undefined, null, 'x', { memory: { ranOn: '2026-02-30', told: {} } }].map(readReminderState)).toEqual([empty, empty, empty, empty]);
  const kept = { memory: { ranOn: due, told: { k: { on: due, rung: -1, toldOn: due, passed: [0] } } }, ranAt: '2026-03-19T14:05:00Z', lastTold: null };
  expect(readReminderState(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});
