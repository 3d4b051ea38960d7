import { fromDay, plusDays, plusMonths, startOfMonth, type Day } from '../../civil-date.ts';
import type { Meeting } from '../../model/agency-records/agency-record.ts';
import { monthSpanOf, periodsBetween, weekOf, type PeriodSpan } from '../../model/agency-records/period.ts';
import { workdayOf, type Desk } from './desk.ts';
import { demoTeams, fieldSupport, leadOf, nameOf, treatmentTeams, unitOf, type DemoTeam } from './units.ts';

/** How many days back the logs begin: fifteen months. */
export const loggedDays = 456;

/** Whose eight members allow them to come every second week. */
const everySecondWeek = ['p16'];

/** How many weeks back the office was closed by a storm. */
const stormWeek = 9;

/** The week of the storm. */
export const stormWeekOf = (today: Day): PeriodSpan => weekOf(plusDays(today, -7 * stormWeek));

type Log = (
  team: DemoTeam, meeting: Meeting['meeting'], day: Day, personIds: readonly string[],
  more?: Partial<Pick<Meeting, 'mode' | 'treatmentTeamId' | 'note'>> & { readonly name?: string },
) => void;

/**
 * Fifteen months of meetings: weekly, monthly and quarterly ones, with the holes an audit finds: a week of supervision lost to a storm,
 * a treatment team not met, a month without the rehabilitation office, one meeting by telephone, four by video in one month.
 */
export function fileMeetings({ today, add }: Desk): void {
  const from = weekOf(plusDays(today, -loggedDays)).first;
  const log: Log = (team, meeting, day, personIds, { name, mode = 'in-person', ...more } = {}) => {
    const heldOn = fromDay(day);
    if (day < from || personIds.length === 0) return;
    add(heldOn, { id: ['m', nameOf(team), name ?? meeting, heldOn].join('-'), kind: 'meeting', teamId: team, meeting, heldOn, mode, personIds: [...personIds], ...more });
  };
  const weeks = periodsBetween('week', from, today);
  const months = periodsBetween('month', from, today);
  const quarters = periodsBetween('quarter', from, today);
  for (const team of demoTeams) {
    for (const [at, week] of weeks.entries()) weekly(log, team, week, weeks.length - 1 - at, today);
    for (const [at, month] of months.entries()) monthly(log, team, month, months.length - 1 - at, today);
    for (const [at, quarter] of quarters.entries()) quarterly(log, team, quarter, quarters.length - 1 - at, today);
  }
}

function weekly(log: Log, team: DemoTeam, week: PeriodSpan, back: number, today: Day): void {
  // The week after the storm everybody came.
  const second = Math.floor(week.first / 7) % 2 === 0 || back === stormWeek - 1;
  const present = (day: Day): readonly string[] => unitOf(team, day, today).filter((id) => second || !everySecondWeek.includes(id));
  const northern = team === 't-piedmont';
  const supervised = plusDays(week.first, northern ? 3 : 2);
  const withLead = (day: Day): readonly string[] => [...new Set([leadOf(team, day, today), ...present(day)])];
  if (!(team === 't-river' && back === stormWeek)) log(team, 'supervision', supervised, withLead(supervised));
  if (northern) {
    const day = plusDays(week.first, 1);
    const mode = unitMode(day, back, today);
    log(team, 'unit', day, withLead(day), mode === 'telephone' ? { mode, note: 'Ice on the roads; the line of the video service was down too.' } : { mode });
  }
  for (const each of treatmentTeams) {
    if (each.team !== team || (each.id === 'tt-lafourche' && back === 21)) continue;
    const day = plusDays(week.first, each.weekday - 1);
    log(team, 'treatment-team', day, present(day).filter((id) => each.members.includes(id)), { treatmentTeamId: each.id, name: each.id });
  }
}

/** The unit in North Carolina meets by video once a month; in the third month back four times, and once by telephone. */
function unitMode(day: Day, back: number, today: Day): Meeting['mode'] {
  if (back === 20) return 'telephone';
  const month = monthSpanOf(day);
  const ofMonth = Math.ceil((day - month.first + 1) / 7);
  const videos = month.period === monthSpanOf(plusMonths(startOfMonth(today), -3)).period ? 4 : 1;
  return ofMonth <= videos ? 'video' : 'in-person';
}

function monthly(log: Log, team: DemoTeam, month: PeriodSpan, back: number, today: Day): void {
  const visited = workdayOf(plusDays(month.first, 13));
  if (!(team === 't-river' && back === 5)) log(team, 'vr', visited, [leadOf(team, visited, today), ...unitOf(team, visited, today).slice(0, 2)].filter((id, at, all) => all.indexOf(id) === at));
  if (team === 't-piedmont') {
    for (const [at, personId] of unitOf(team, month.last, today).entries()) {
      const day = workdayOf(plusDays(month.first, 7 + at * 3));
      const employed = unitOf(team, day, today).includes(personId);
      if (personId === leadOf(team, day, today) || (personId === 'p24' && back === 4)) continue;
      // Whoever began after that day is accompanied at the end of the month.
      log(team, 'field-mentoring', employed ? day : workdayOf(month.last), [personId], { name: `mentoring-${personId}` });
    }
    return;
  }
  for (const { team: own, personId, from, ...rest } of fieldSupport) {
    const [first, last] = [plusDays(today, -from), 'to' in rest ? plusDays(today, -rest.to) : month.last];
    const day = workdayOf(plusDays(month.first, 18));
    const held = day < first ? workdayOf(month.last) : day;
    if (own === team && held >= first && held <= last) log(team, 'field-mentoring', held, [personId], { name: `mentoring-${personId}` });
  }
}

function quarterly(log: Log, team: DemoTeam, quarter: PeriodSpan, back: number, today: Day): void {
  const reviewed = workdayOf(plusDays(quarter.first, 66));
  log(team, 'outcome-review', reviewed, [...new Set([leadOf(team, reviewed, today), ...unitOf(team, reviewed, today)])]);
  for (const [at, each] of treatmentTeams.filter((some) => some.team === team).entries()) {
    if (each.id === 'tt-act' && back === 2) continue;
    const day = workdayOf(plusDays(quarter.first, 31 + at * 7));
    log(team, 'supervisor-treatment-team', day, [leadOf(team, day, today)], { treatmentTeamId: each.id, name: `lead-at-${each.id}` });
  }
}
