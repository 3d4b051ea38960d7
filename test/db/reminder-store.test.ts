import { freshMachine, restored } from './support/database.ts';
import { expect, it } from 'vitest';
import { openAgency } from '../../renderer/db/open-agency.ts';
import { reminderStore } from '../../renderer/db/reminder-store.ts';
import { reminderRunner } from '../../renderer/session/reminder-runner.ts';
import { nothingTold } from '../../shared/agenda/reminders/memory.ts';
import type { ReminderRun } from '../../shared/ipc/reminders.ts';
import { deadline, on, snooze } from '../unit/agenda/reminders/samples.ts';
import { value } from './support/database.ts';

freshMachine();

const today = on('2026-03-19');
const input = {
  deadlines: [deadline('a', on('2026-03-10')), deadline('b', on('2026-03-24')), deadline('c', on('2026-03-19')), deadline('d', on('2027-01-01'))],
  today,
  settings: {},
  snoozes: [snooze('c', on('2026-03-20'))],
};

it('remembers what was told over a start, beside the record and not in it', async () => {
  const db = await restored();
  const runs: ReminderRun[] = [];
  const first = reminderRunner(reminderStore(db), (run) => Promise.resolve(runs.push(run)), () => '2026-03-19T14:05:00Z');
  const [state] = await Promise.all([first(input), first(input)]);
  expect(runs).toEqual([
    { overdue: 1, soon: 1, told: 2, notice: { text: '2 deadlines: 1 overdue, 1 within 7 days', named: expect.stringContaining('Ana Ruiz: CPR and First Aid expires, 9 days ago') as string } },
    { overdue: 1, soon: 1, told: 2, notice: null },
  ]);
  expect(state.lastTold).toEqual({ at: '2026-03-19T14:05:00Z', text: '2 deadlines: 1 overdue, 1 within 7 days', keys: ['a', 'b'] });
  db.close();

  const opened = value(await openAgency('one'));
  expect(JSON.stringify(opened.file)).not.toContain('toldOn');
  expect(await reminderStore(opened.db).read()).toEqual(state);
  const again = reminderRunner(reminderStore(opened.db), (run) => Promise.resolve(runs.push(run)), () => '2026-03-20T08:00:00Z');
  expect(await again({ ...input, today: on('2026-03-20') })).toMatchObject({ lastTold: { text: '1 deadline: overdue', keys: ['c'] }, memory: { ranOn: '2026-03-20' } });
  opened.db.close();
});

it('tells first and remembers afterwards, so that what breaks in between repeats', async () => {
  const db = await restored();
  const store = reminderStore(db);
  const broken = reminderRunner(store, () => Promise.reject(new Error('gone')), () => '2026-03-19T14:05:00Z');
  await expect(broken(input)).rejects.toThrow('gone');
  expect(await store.read()).toEqual({ memory: nothingTold, ranAt: null, lastTold: null });
  db.close();
  expect(await store.write({ memory: nothingTold, ranAt: null, lastTold: null })).toBe(false);
  expect((await store.read()).ranAt).toBeNull();
});
