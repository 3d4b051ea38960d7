import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Deadline } from '../../../../shared/agenda/deadlines/deadline.ts';
import { dueReminders, nextTelling } from '../../../../shared/agenda/reminders/due-reminders.ts';
import { nothingTold } from '../../../../shared/agenda/reminders/memory.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import type { Snooze } from '../../../../shared/model/agency-records/agency-record.ts';
import { deadline, on, snooze } from './samples.ts';

const start = toDay(on('2026-01-01'));
const year = 365;
const dateOf = (day: number): CivilDate => fromDay(plusDays(start, day));
const dayOf = (date: CivilDate): number => toDay(date) - start;
const keys = ['a', 'b', 'c', 'd', 'e'] as const;

/** What happens to one deadline on one day: entered or moved to a day, done, or snoozed for so many days. */
type Event = { readonly day: number; readonly key: string } & (
  | { readonly kind: 'set'; readonly due: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'snooze'; readonly until: number }
);

const event = fc.record({ day: fc.nat(year), key: fc.constantFrom(...keys), pick: fc.nat(9), span: fc.integer({ min: -40, max: 400 }) }).map(
  ({ day, key, pick, span }): Event =>
    pick < 6 ? { day, key, kind: 'set', due: day + span } : pick < 7 ? { day, key, kind: 'done' } : { day, key, kind: 'snooze', until: day + 1 + (Math.abs(span) % 60) },
);

type World = { readonly deadlines: readonly Deadline[]; readonly snoozes: readonly Snooze[] };

/** The state of the record on a day, replayed from all events up to it. */
function worldOn(day: number, events: readonly Event[]): World {
  const dues = new Map<string, number>();
  const snoozes: Snooze[] = [];
  for (const each of events.filter((one) => one.day <= day)) {
    if (each.kind === 'set') dues.set(each.key, each.due);
    else if (each.kind === 'done') dues.delete(each.key);
    else snoozes.push(snooze(each.key, dateOf(each.until), `${dateOf(each.day)}T12:00:00Z`));
  }
  return { deadlines: [...dues].map(([key, due]) => deadline(key, dateOf(due))), snoozes };
}

type Telling = { readonly day: number; readonly key: string; readonly due: number; readonly rung: number };
const steps = [90, 60, 30, 14, 7, 1, 0, -1];

/**
 * The oracle: no memory, the whole history of a deadline looked through again on every day the program ran. Told is the rung in
 * force unless the last telling of the key still stands: on no day of a run since then was the deadline gone or later than
 * the day told for, no snooze has ended since, and it told as urgently.
 */
function oracle(runs: readonly number[], worlds: ReadonlyMap<number, World>): readonly Telling[] {
  const tellings: Telling[] = [];
  for (const today of runs) {
    const { deadlines, snoozes } = worlds.get(today) ?? { deadlines: [], snoozes: [] };
    for (const { key, on: date } of deadlines) {
      const due = dayOf(date);
      const until = dayOf(snoozes.findLast((each) => each.deadline === key)?.until ?? dateOf(-1000));
      if (today < until) continue;
      const reached = steps.filter((step) => due - today <= step).at(-1);
      if (reached === undefined) continue;
      const last = tellings.findLast((each) => each.key === key);
      const stands = last !== undefined
        && last.rung <= reached
        && !(last.day < until)
        && runs.filter((run) => run > last.day && run <= today).every((run) => {
          const then = worlds.get(run)?.deadlines.find((each) => each.key === key);
          return then !== undefined && dayOf(then.on) <= last.due;
        });
      if (!stands) tellings.push({ day: today, key, due, rung: reached });
    }
  }
  return tellings;
}

test('a year with the program off on random days: what is told is exactly what an oracle without memory would tell', () => {
  const seed = Number(process.env['MUSTER_SEED'] ?? 20_260_101);
  let told = 0;
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), fc.uniqueArray(fc.nat(year), { maxLength: year }), fc.boolean(), (unordered, off, mostlyOff) => {
      const events = unordered.toSorted((one, other) => one.day - other.day);
      const chosen = new Set(off);
      const runs = Array.from({ length: year + 1 }, (_, day) => day).filter((day) => chosen.has(day) === mostlyOff);
      const worlds = new Map(runs.map((day) => [day, worldOn(day, events)]));
      let memory = nothingTold;
      const tellings: Telling[] = [];
      for (const today of runs) {
        const { deadlines, snoozes } = worlds.get(today) ?? { deadlines: [], snoozes: [] };
        const run = dueReminders(deadlines, JSON.parse(JSON.stringify(memory)) as typeof memory, dateOf(today), {}, snoozes);
        for (const { deadline: each, rung } of run.tell) tellings.push({ day: today, key: each.key, due: dayOf(each.on), rung });
        memory = run.memory;
        // Nothing is told twice on one day, and the memory never outgrows what is open.
        expect(dueReminders(deadlines, memory, dateOf(today), {}, snoozes).tell).toEqual([]);
        expect(Object.keys(memory.told).length).toBeLessThanOrEqual(deadlines.length);
      }
      told += tellings.length;
      expect(tellings).toEqual(oracle(runs, worlds));
    }),
    { seed, numRuns: 150 },
  );
  expect(told, `seed ${seed}`).toBeGreaterThan(500);
});

test('the next telling is the next day on which anything is told, if the program runs every day and nothing changes', () => {
  const seed = Number(process.env['MUSTER_SEED'] ?? 20_260_102);
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), fc.nat(year), (unordered, today) => {
      const { deadlines, snoozes } = worldOn(today, unordered.toSorted((one, other) => one.day - other.day));
      const { memory } = dueReminders(deadlines, nothingTold, dateOf(today), {}, snoozes);
      let found: { on: CivilDate; count: number } | null = null;
      for (let day = today + 1; day < today + 500 && found === null; day += 1) {
        const { tell } = dueReminders(deadlines, memory, dateOf(day), {}, snoozes);
        if (tell.length > 0) found = { on: dateOf(day), count: tell.length };
      }
      expect(nextTelling(deadlines, memory, dateOf(today), {}, snoozes)).toEqual(found);
    }),
    { seed, numRuns: 150 },
  );
});
