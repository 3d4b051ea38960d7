import { fromDay, plusDays, toDay, type CivilDate } from '../../civil-date.ts';
import type { Snooze } from '../../model/agency-records/agency-record.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import { ladders, rungInForce, type ReminderSettings, type Rung } from './ladder.ts';
import type { ReminderMemory, Told } from './memory.ts';

/** A deadline to be told of now. */
export type Reminder = {
  readonly deadline: Deadline;
  readonly rung: Rung;
  /** Rungs that went by untold, the earliest first: while the program was off, or while the reminder was snoozed. */
  readonly passed: readonly Rung[];
};

/** What does not apply asks for nothing. */
const asks = (deadline: Deadline): boolean => deadline.status !== 'not-applicable';

/** The snooze in force of each deadline: the one recorded last. */
export function snoozesByKey(snoozes: readonly Snooze[]): ReadonlyMap<string, Snooze> {
  const last = new Map<string, Snooze>();
  for (const each of snoozes) {
    const known = last.get(each.deadline);
    if (known === undefined || known.recordedAt <= each.recordedAt) last.set(each.deadline, each);
  }
  return last;
}

/**
 * What to tell of on a day, and what to remember of having told it. Computed from the deadlines alone, so that nothing depends on
 * the program having run on the day a rung was reached: of several rungs that went by only the one in force is told, once.
 *
 * A deadline whose day moved later than the one told for starts its ladder anew; one that moved earlier is told again only where
 * a more urgent rung is in force. A snooze keeps quiet before its day and tells the rung in force from that day on. What is no
 * longer among the deadlines is done: it is neither told nor remembered.
 * @param deadlines every open deadline, each key once.
 * @param today the agency's civil day.
 * @param snoozes the snoozes that stand (not retracted, not superseded).
 */
export function dueReminders(
  deadlines: readonly Deadline[],
  memory: ReminderMemory,
  today: CivilDate,
  settings: ReminderSettings,
  snoozes: readonly Snooze[],
): { readonly tell: readonly Reminder[]; readonly memory: ReminderMemory } {
  const ladderOf = ladders(settings);
  const asleep = snoozesByKey(snoozes);
  const tell: Reminder[] = [];
  const told: Record<string, Told> = {};
  for (const deadline of deadlines) {
    if (!asks(deadline)) continue;
    const { key, on, requirement } = deadline;
    const before = Object.hasOwn(memory.told, key) ? memory.told[key] : undefined;
    // Told for an earlier day: it was renewed or put off since, and everything begins again.
    const known = before === undefined || on > before.on ? undefined : before;
    const snooze = asleep.get(key);
    const quiet = snooze !== undefined && today < snooze.until;
    const ladder = ladderOf(requirement);
    const rung = quiet ? null : rungInForce(ladder, toDay(on) - toDay(today));
    const woken = snooze !== undefined && !quiet && known !== undefined && known.toldOn < snooze.until;
    if (rung === null || (known !== undefined && rung >= known.rung && !woken)) {
      if (known !== undefined) told[key] = known;
      continue;
    }
    const passed = ladder.filter((each) => each > rung && wentBy(each, on, known, memory.ranOn, deadline.changedAt));
    tell.push({ deadline, rung, passed });
    told[key] = { on, rung, toldOn: today, ...(passed.length > 0 && { passed: [...passed] }) };
  }
  return { tell, memory: { ranOn: today, told } };
}

/** Whether a less urgent rung went by untold. Of a deadline never told it must have been reached after the last run and after it was recorded. */
function wentBy(rung: Rung, on: CivilDate, known: Told | undefined, ranOn: CivilDate | null, changedAt: string | null): boolean {
  if (known !== undefined) return rung < known.rung;
  const reached = fromDay(plusDays(toDay(on), -rung));
  return ranOn !== null && reached > ranOn && (changedAt === null || changedAt.slice(0, 10) <= reached);
}

/**
 * The next day after `today` on which something will be told if nothing changes until then, and of how many deadlines; null where
 * nothing lies ahead. `memory` is what is remembered after today's run.
 */
export function nextTelling(
  deadlines: readonly Deadline[],
  memory: ReminderMemory,
  today: CivilDate,
  settings: ReminderSettings,
  snoozes: readonly Snooze[],
): { readonly on: CivilDate; readonly count: number } | null {
  const ladderOf = ladders(settings);
  const asleep = snoozesByKey(snoozes);
  let next: CivilDate | null = null;
  let count = 0;
  for (const deadline of deadlines) {
    if (!asks(deadline)) continue;
    const known = Object.hasOwn(memory.told, deadline.key) ? memory.told[deadline.key] : undefined;
    const day = nextDayOf(deadline, known, ladderOf(deadline.requirement), today, asleep.get(deadline.key));
    if (day === null || (next !== null && day > next)) continue;
    count = day === next ? count + 1 : 1;
    next = day;
  }
  return next === null ? null : { on: next, count };
}

function nextDayOf(deadline: Deadline, before: Told | undefined, ladder: readonly Rung[], today: CivilDate, snooze: Snooze | undefined): CivilDate | null {
  const known = before === undefined || deadline.on > before.on ? undefined : before;
  const dayOf = (rung: Rung): CivilDate => fromDay(plusDays(toDay(deadline.on), -rung));
  const ahead = (after: CivilDate): CivilDate | null => {
    const rung = ladder.find((each) => dayOf(each) > after && (known === undefined || each < known.rung));
    return rung === undefined ? null : dayOf(rung);
  };
  if (snooze === undefined || snooze.until <= today) return ahead(today);
  return rungInForce(ladder, toDay(deadline.on) - toDay(snooze.until)) === null ? ahead(snooze.until) : snooze.until;
}
