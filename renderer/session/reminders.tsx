import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { Deadline } from '../../shared/agenda/deadlines/deadline.ts';
import { deadlinesOf } from '../../shared/agenda/deadlines/deadlines.ts';
import { deadlineWords } from '../../shared/agenda/deadlines/titles.ts';
import { nextTelling, snoozesByKey } from '../../shared/agenda/reminders/due-reminders.ts';
import type { ReminderState, Told } from '../../shared/agenda/reminders/memory.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { Snooze } from '../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../shared/model/agency-records/standing-records.ts';
import type { Evaluation } from '../../shared/rules/standing.ts';
import { onShowReminders, remind } from '../platform/desktop.ts';
import { navigate } from '../ui/navigate.ts';
import { reminderRunner } from './reminder-runner.ts';
import { useSession } from './session.tsx';

/** A deadline that was told of and is still open. */
export type ToldReminder = { readonly deadline: Deadline; readonly told: Told };
/** A deadline put off; `deadline` is null where it is done or gone since. */
export type Snoozed = { readonly snooze: Snooze; readonly deadline: Deadline | null };

/** The reminders of the open agency as they stand now, whatever day is looked at. */
export type Reminders = {
  /** Null until the first run is over. */
  readonly state: ReminderState | null;
  readonly today: CivilDate;
  /** Every open deadline. */
  readonly deadlines: readonly Deadline[];
  /** Told, still open and not snoozed: the latest told first, then by day. */
  readonly told: readonly ToldReminder[];
  /** Put off to a day that has not come: the earliest first. */
  readonly snoozed: readonly Snoozed[];
  /** The next day on which something will be told if nothing changes. */
  readonly next: { readonly on: CivilDate; readonly count: number } | null;
  readonly title: (requirementId: string) => string;
};

const RemindersContext = createContext<Reminders | null>(null);

/** The reminders of the open agency. Only below `RemindersProvider`. */
export function useReminders(): Reminders {
  const reminders = useContext(RemindersContext);
  if (reminders === null) throw new Error('useReminders needs RemindersProvider around it');
  return reminders;
}

/** How long after a change the reminders are run: somebody who enters ten cards is not to be told of nine. At first the screen comes first. */
const settled = { first: 300, change: 1_500 } as const;

type Seen = { readonly file: AgencyFile; readonly evaluation: Evaluation; readonly today: CivilDate };

/** Runs reminders when an agency is opened, when the day changes and after changes; never while another day is looked at. */
export function RemindersProvider({ children }: { readonly children: ReactNode }) {
  const { file, evaluation, isNow: atPresent, surveying, today, reminders: store, now } = useSession();
  // A surveyor's view has no reminders, and what is not in it is neither done nor gone.
  const isNow = atPresent && surveying === null;
  const [seen, setSeen] = useState<Seen | null>(null);
  const [state, setState] = useState<ReminderState | null>(null);

  useEffect(() => {
    if (!isNow) return undefined;
    if (seen?.file === file && seen.evaluation === evaluation && seen.today === today) return undefined;
    const timer = setTimeout(() => setSeen({ file, evaluation, today }), seen === null ? settled.first : settled.change);
    return () => clearTimeout(timer);
  }, [seen, file, evaluation, today, isNow]);

  const found = useMemo((): Found | null => {
    if (seen === null) return null;
    const words = deadlineWords(seen.file, seen.today);
    return {
      title: words.title,
      deadlines: deadlinesOf(seen.file, seen.evaluation, words),
      snoozes: standingRecords(seen.file.agencyRecords ?? []).of('snooze'),
    };
  }, [seen]);

  const run = useMemo(() => reminderRunner(store, remind, now), [store, now]);
  useEffect(() => {
    if (seen === null || found === null) return undefined;
    let stale = false;
    void run({ deadlines: found.deadlines, snoozes: found.snoozes, today: seen.today, settings: seen.file.agency }).then((ran) => {
      if (!stale) setState(ran);
    });
    return () => {
      stale = true;
    };
  }, [run, found, seen]);

  useEffect(() => onShowReminders(() => navigate('/reminders')), []);
  // An agency that is closed has nothing in the tray.
  useEffect(() => () => void remind({ overdue: 0, soon: 0, told: 0, notice: null }), []);

  const value = useMemo(() => (found === null || seen === null || surveying !== null ? none(today) : remindersOf(state, found, seen)), [state, found, seen, today, surveying]);
  return <RemindersContext value={value}>{children}</RemindersContext>;
}

type Found = { readonly deadlines: readonly Deadline[]; readonly snoozes: readonly Snooze[]; readonly title: (requirementId: string) => string };

const none = (today: CivilDate): Reminders => ({ state: null, today, deadlines: [], told: [], snoozed: [], next: null, title: (id) => id });

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function remindersOf(
  state: ReminderState | null,
  { deadlines, snoozes, title }: Found,
  { today, file }: Seen,
): Reminders {
  const asleep = snoozesByKey(snoozes);
  const byKey = new Map(deadlines.map((deadline) => [deadline.key, deadline]));
  const memory = state?.memory ?? null;
  const told = deadlines.flatMap((deadline): readonly ToldReminder[] => {
    const each = memory !== null && Object.hasOwn(memory.told, deadline.key) ? memory.told[deadline.key] : undefined;
    return each === undefined || (asleep.get(deadline.key)?.until ?? today) > today ? [] : [{ deadline, told: each }];
  });
  return {
    state,
    today,
    deadlines,
    title,
    told: told.toSorted((one, other) => inOrder(other.told.toldOn, one.told.toldOn) || inOrder(one.deadline.on, other.deadline.on) || inOrder(one.deadline.subject.name, other.deadline.subject.name)),
    snoozed: [...asleep.values()].filter(({ until }) => until > today)
      .map((snooze) => ({ snooze, deadline: byKey.get(snooze.deadline) ?? null }))
      .toSorted((one, other) => inOrder(one.snooze.until, other.snooze.until)),
    next: memory === null ? null : nextTelling(deadlines, memory, today, file.agency, snoozes),
  };
}
