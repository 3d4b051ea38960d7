import { fromDay, plusDays, type Day } from '../../civil-date.ts';
import type { Figures } from '../../model/agency-records/agency-record.ts';
import { periodsBetween, weekOf, type PeriodSpan } from '../../model/agency-records/period.ts';
import type { Desk } from './desk.ts';
import { loggedDays } from './meetings.ts';
import { demoTeams, leadOf, nameOf, unitOf, type DemoTeam } from './units.ts';

type Row = Figures['rows'][number];

/** Active members of those who carry a caseload. Tomás has two more than his twenty. */
const caseloads: Readonly<Record<string, number>> = {
  p02: 18, p03: 17, p04: 14, p09: 16, p10: 13, p11: 7, p12: 22, p13: 18, p14: 16, p15: 17, p16: 8, p18: 12, p20: 7, p21: 23, p22: 15,
};
const carriesCaseload = (id: string): boolean => caseloads[id] !== undefined;
const steady = ['p12', 'p16', 'p20'];

/** Per cent of the leads' time that goes to other duties. */
const otherDuties: Readonly<Record<DemoTeam, number>> = { 't-bayou': 55, 't-river': 25, 't-piedmont': 20 };
const sharedMembers: Readonly<Record<DemoTeam, number>> = { 't-bayou': 6, 't-river': 9, 't-piedmont': 11 };

const attestedBy: Readonly<Record<DemoTeam, string>> = { 't-bayou': 'Marisol Peña-Núñez', 't-river': 'Theo Fontenot', 't-piedmont': 'Siobhán O’Dwyer-Pruitt' };

/** Numbers about members, as the leads attest them: caseloads each month, employer contacts each week; and the state's quarterly reports, one of them missing. */
export function fileFigures(desk: Desk): void {
  const from = weekOf(plusDays(desk.today, -loggedDays)).first;
  for (const team of demoTeams) {
    for (const [at, month] of periodsBetween('month', from, desk.today).entries()) {
      attest(desk, team, month, [
        ...unitOf(team, month.last, desk.today).filter(carriesCaseload).flatMap((personId) => caseloadRows(personId, at)),
        { figure: 'shared-members', value: sharedMembers[team] + (at % 3) },
        { figure: 'community-time-percent', value: 67 + ((at * 5) % 9) },
        { personId: leadOf(team, month.last, desk.today), figure: 'other-duty-percent', value: otherDuties[team] },
      ]);
    }
    for (const [at, week] of periodsBetween('week', from, desk.today).entries()) {
      const weeks = Math.floor((desk.today - week.first) / 7);
      const rows = unitOf(team, week.first, desk.today).filter(carriesCaseload).map((personId): Row => ({ personId, figure: 'employer-contacts', value: personId === 'p14' && weeks === 13 ? 4 : 6 + ((at + Number(personId.slice(1))) % 4) }));
      if (rows.length > 0) attest(desk, team, week, rows);
    }
  }
  fileReports(desk, from);
}

function caseloadRows(personId: string, month: number): readonly Row[] {
  const value = (caseloads[personId] ?? 0) + (steady.includes(personId) ? 0 : (month + Number(personId.slice(1))) % 3 - 1);
  return [{ personId, figure: 'active-members', value }, { personId, figure: 'members-looking', value: Math.round(value * 0.4) }];
}

/** Handed in on the Friday of the week, or on the last day of the month. */
function attest({ add }: Desk, team: DemoTeam, span: PeriodSpan, rows: readonly Row[]): void {
  const attestedOn = fromDay(span.every === 'week' ? plusDays(span.first, 4) : span.last);
  add(attestedOn, { id: ['n', nameOf(team), span.every, span.period].join('-'), kind: 'figures', teamId: team, period: span.period, attestedBy: attestedBy[team], attestedOn, rows: [...rows] });
}

function fileReports({ today, add }: Desk, from: Day): void {
  const quarters = periodsBetween('quarter', from, today).filter((quarter) => quarter.last < today);
  for (const [at, quarter] of quarters.entries()) {
    const submittedOn = fromDay(plusDays(quarter.last, 12));
    const base = { kind: 'report', teamId: 't-piedmont', quarter: quarter.period, submittedOn } as const;
    if (quarters.length - 1 - at !== 2) add(submittedOn, { id: `q-outcomes-${quarter.period}`, ...base, report: 'outcome-tracking' });
    add(submittedOn, { id: `q-topps-${quarter.period}`, ...base, report: 'nc-topps' });
  }
}
