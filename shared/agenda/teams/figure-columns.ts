import { toDay, type CivilDate } from '../../civil-date.ts';
import type { Cadence, PeriodSpan } from '../../model/agency-records/period.ts';
import type { FigureName } from '../../model/agency-records/team.ts';
import type { Team } from '../../model/agency.ts';
import type { AgencyFile } from '../../agency-file/schema.ts';
import { teamMembers, type Days } from '../../rules/agency/meetings/members.ts';
import type { AgencyRule } from '../../rules/agency/row.ts';

/** A number that is asked for: how often, of whom, and who of a team that is in a period. */
export type FigureColumn = { readonly figure: FigureName; readonly every: Cadence; readonly per: 'specialist' | 'supervisor' | 'team' };

/**
 * The numbers a team's rules rest on, each with how often it is attested: caseloads and shared members every month, and what a rule
 * counts by the week, month or quarter as that rule says.
 */
export function figureColumns(rules: readonly AgencyRule[]): readonly FigureColumn[] {
  const columns = new Map<string, FigureColumn>();
  const add = (column: FigureColumn): void => {
    const key = `${column.figure} ${column.every} ${column.per}`;
    if (!columns.has(key)) columns.set(key, column);
  };
  for (const rule of rules) {
    if (rule.kind === 'caseload') add({ figure: 'active-members', every: 'month', per: 'specialist' });
    if (rule.kind === 'supervisor-ratio') add({ figure: 'other-duty-percent', every: 'month', per: 'supervisor' });
    if (rule.kind === 'meeting' && rule.ifShared === true) add({ figure: 'shared-members', every: 'month', per: 'team' });
    if (rule.kind === 'figure') {
      if (rule.ifLooking === true) add({ figure: 'members-looking', every: rule.every, per: rule.per });
      add({ figure: rule.figure, every: rule.every, per: rule.per });
    }
  }
  return [...columns.values()];
}

const touches = (days: readonly Days[], span: PeriodSpan): boolean => days.some((each) => each.from <= span.last && each.to >= span.first);

/** Whom a column asks about in a period, by name; empty for the team as a whole. Days after `today` are not known yet. */
export function figurePeople(file: AgencyFile, team: Team, column: FigureColumn, span: PeriodSpan, today: CivilDate): readonly { readonly personId: string; readonly name: string }[] {
  if (column.per === 'team') return [];
  const now = toDay(today);
  const known = span.last > now ? { ...span, last: now } : span;
  return teamMembers(file, team.id)
    .filter((member) => touches(column.per === 'supervisor' ? member.days.supervisor : member.working, known) || (column.per === 'supervisor' && member.personId === team.supervisorId))
    .map(({ personId, name }) => ({ personId, name }));
}
