import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { Deadline, DeadlineArea } from '../../../shared/agenda/deadlines/deadline.ts';
import { employmentOn, rolesOn } from '../../../shared/agenda/employment.ts';
import {
  endOfMonth, fromDay, monthOf, plusDays, plusMonths, startOfMonth, toDay, weekdayOf, type CivilDate,
} from '../../../shared/civil-date.ts';
import { weekOf } from '../../../shared/model/agency-records/period.ts';
import { statusRank, type Status } from '../../../shared/rules/status.ts';
import { longMonthWords } from '../../../shared/wording.ts';

/** What of the deadlines is shown; an empty choice lets everything through. */
export type CalendarFilter = { readonly text: string; readonly areas: readonly DeadlineArea[]; readonly teams: readonly string[]; readonly sites: readonly string[] };

export const noFilter: CalendarFilter = { text: '', areas: [], teams: [], sites: [] };

export const isFiltered = ({ text, areas, teams, sites }: CalendarFilter): boolean => text.trim() !== '' || areas.length + teams.length + sites.length > 0;

/** The teams a deadline belongs to: its own, or those of the person on the day looked at. */
export function teamsOf(file: AgencyFile, asOf: CivilDate): (deadline: Deadline) => readonly string[] {
  const teams = new Map(file.people.map((person): readonly [string, readonly string[]] => {
    const employment = employmentOn(person, asOf);
    return [person.id, employment === null ? [] : rolesOn(employment, asOf).flatMap((role) => role.teamId ?? [])];
  }));
  return ({ subject }) => (subject.id === null ? [] : subject.kind === 'team' ? [subject.id] : subject.kind === 'person' ? (teams.get(subject.id) ?? []) : []);
}

export function filtered(deadlines: readonly Deadline[], { text, areas, teams, sites }: CalendarFilter, teamsFor: (deadline: Deadline) => readonly string[]): readonly Deadline[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  return deadlines.filter((deadline) => {
    const said = `${deadline.subject.name} ${deadline.what}`.toLowerCase();
    return words.every((word) => said.includes(word))
      && (areas.length === 0 || areas.includes(deadline.area))
      && (teams.length === 0 || teamsFor(deadline).some((team) => teams.includes(team)))
      && (sites.length === 0 || (deadline.siteId !== null && sites.includes(deadline.siteId)));
  });
}

/** The days a month's page shows: whole weeks from Monday, 28 to 42 of them. */
export function daysOfMonthPage(day: CivilDate): readonly CivilDate[] {
  const first = startOfMonth(toDay(day));
  const last = endOfMonth(first);
  const from = plusDays(first, 1 - weekdayOf(first));
  const to = plusDays(last, 7 - weekdayOf(last));
  return Array.from({ length: to - from + 1 }, (_, index) => fromDay(plusDays(from, index)));
}

/** Where a key of the month's page leads; null where it leads nowhere. Home is the day looked at. */
export function dayByKey(key: string, day: CivilDate, asOf: CivilDate): CivilDate | null {
  const at = toDay(day);
  switch (key) {
    case 'ArrowLeft': return fromDay(plusDays(at, -1));
    case 'ArrowRight': return fromDay(plusDays(at, 1));
    case 'ArrowUp': return fromDay(plusDays(at, -7));
    case 'ArrowDown': return fromDay(plusDays(at, 7));
    case 'PageUp': return fromDay(plusMonths(at, -1));
    case 'PageDown': return fromDay(plusMonths(at, 1));
    case 'Home': return asOf;
    default: return null;
  }
}

/** One line of a day: a deadline, or several people's of the very same thing. */
export type DayLine = { readonly key: string; readonly status: Status; readonly text: string; readonly deadlines: readonly [Deadline, ...Deadline[]] };

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Of so many people on, the same thing on the same day is one line. */
const together = 3;

/** The lines of one day by consequence, then by words. */
export function linesOf(deadlines: readonly Deadline[]): readonly DayLine[] {
  const alike = new Map<string, [Deadline, ...Deadline[]]>();
  for (const deadline of deadlines) {
    const key = `${deadline.what} ${deadline.status}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [deadline]);
    else known.push(deadline);
  }
  const alone = (deadline: Deadline): DayLine => ({
    key: deadline.key, status: deadline.status, deadlines: [deadline],
    text: deadline.subject.kind === 'agency' ? deadline.what : `${deadline.subject.name}: ${deadline.what}`,
  });
  return [...alike.values()]
    .flatMap((some): readonly DayLine[] => (some.length < together ? some.map(alone) : [{ key: some[0].key, status: some[0].status, deadlines: some, text: `${some.length} × ${some[0].what}` }]))
    .toSorted((one, other) => statusRank(one.status) - statusRank(other.status) || inOrder(one.text, other.text));
}

export function byDay(deadlines: readonly Deadline[]): ReadonlyMap<CivilDate, readonly Deadline[]> {
  const days = new Map<CivilDate, Deadline[]>();
  for (const deadline of deadlines) {
    const known = days.get(deadline.on);
    if (known === undefined) days.set(deadline.on, [deadline]);
    else known.push(deadline);
  }
  return days;
}

/** A stretch of the agenda. */
export type AgendaGroup = { readonly key: string; readonly title: string; readonly deadlines: readonly Deadline[] };

/**
 * The deadlines as one reads them from the day looked at: what is overdue, today, the rest of this week, the next week, then month by
 * month. Weeks are Monday to Sunday. Expects them in order of the day.
 */
export function agendaGroups(deadlines: readonly Deadline[], asOf: CivilDate): readonly AgendaGroup[] {
  const week = weekOf(toDay(asOf));
  const endOfWeek = fromDay(week.last);
  const endOfNext = fromDay(plusDays(week.last, 7));
  const place = ({ on }: Deadline): readonly [string, string] => {
    if (on < asOf) return ['overdue', 'Overdue'];
    if (on === asOf) return ['today', 'Today'];
    if (on <= endOfWeek) return ['week', 'This week'];
    if (on <= endOfNext) return ['next-week', 'Next week'];
    const month = monthOf(on);
    return [month, `${month === monthOf(endOfNext) ? 'Later in ' : ''}${longMonthWords(month)}`];
  };
  const groups = new Map<string, { readonly title: string; readonly deadlines: Deadline[] }>();
  for (const deadline of deadlines) {
    const [key, title] = place(deadline);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { title, deadlines: [deadline] });
    else known.deadlines.push(deadline);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
