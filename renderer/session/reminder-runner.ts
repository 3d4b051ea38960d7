import type { Deadline } from '../../shared/agenda/deadlines/deadline.ts';
import { dueReminders, snoozesByKey } from '../../shared/agenda/reminders/due-reminders.ts';
import type { ReminderSettings } from '../../shared/agenda/reminders/ladder.ts';
import type { ReminderState } from '../../shared/agenda/reminders/memory.ts';
import { countDeadlines, namedWords, summaryWords } from '../../shared/agenda/reminders/words.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { ReminderRun } from '../../shared/ipc/reminders.ts';
import type { Snooze } from '../../shared/model/agency-records/agency-record.ts';
import type { ReminderStore } from '../db/reminder-store.ts';

/** What a run is made on. */
export type RunInput = {
  readonly deadlines: readonly Deadline[];
  readonly today: CivilDate;
  readonly settings: ReminderSettings;
  readonly snoozes: readonly Snooze[];
};

/** The deadlines nobody has put off to a later day. */
export const awake = ({ deadlines, snoozes, today }: Pick<RunInput, 'deadlines' | 'snoozes' | 'today'>): readonly Deadline[] => {
  const asleep = snoozesByKey(snoozes);
  return deadlines.filter(({ key }) => (asleep.get(key)?.until ?? today) <= today);
};

/**
 * Runs reminders one after the other: each reads what was told, tells what is due, and only then writes that it was told, so that
 * whatever breaks in between repeats a reminder and loses none.
 */
export function reminderRunner(store: ReminderStore, tell: (run: ReminderRun) => Promise<unknown>, now: () => string): (input: RunInput) => Promise<ReminderState> {
  let queue: Promise<unknown> = Promise.resolve();
  const run = async (input: RunInput): Promise<ReminderState> => {
    const { deadlines, today, settings, snoozes } = input;
    const before = await store.read();
    const due = dueReminders(deadlines, before.memory, today, settings, snoozes);
    const at = now();
    const text = summaryWords(due.tell, today);
    const open = awake(input);
    const { overdue, today: onTheDay, week } = countDeadlines(open, today);
    const told = open.filter(({ key }) => due.memory.told[key]?.toldOn === today).length;
    await tell({ overdue, soon: onTheDay + week, told, notice: due.tell.length === 0 ? null : { text, named: namedWords(due.tell, today).slice(0, 2_000) } });
    const state: ReminderState = {
      memory: due.memory,
      ranAt: at,
      lastTold: due.tell.length === 0 ? before.lastTold : { at, text, keys: due.tell.map(({ deadline }) => deadline.key) },
    };
    await store.write(state);
    return state;
  };
  return (input) => {
    const turn = queue.then(() => run(input));
    queue = turn.catch(() => undefined);
    return turn;
  };
}
