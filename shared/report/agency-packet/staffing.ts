import { rolesOn } from '../../agenda/employment.ts';
import { caseloadOf } from '../../model/agency-records/caseload.ts';
import { agencyPeriodWords } from '../../model/agency-records/period.ts';
import { roleWords, type Employment } from '../../model/person.ts';
import { dateWords } from '../../wording.ts';
import { byText } from '../by-text.ts';
import { bold, cell, dutiesOf, dutyTable, heading, quiet, row, teamTitle } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { PacketBlock, PacketRow, PacketSection } from './model.ts';

const worksOn = (employment: Employment, asOf: string): boolean =>
  employment.hiredOn !== undefined && employment.hiredOn <= asOf && (employment.endedOn === undefined || employment.endedOn >= asOf) && employment.withdrawnOn === undefined;

/** Who works in a team on the day, in which role and with how many members as last attested. */
function members(context: PacketContext, teamId: string): readonly PacketRow[] {
  const { file, records, asOf } = context;
  return file.people
    .flatMap((person) => person.employments.filter((employment) => worksOn(employment, asOf)).flatMap((employment) =>
      rolesOn(employment, asOf).filter((span) => span.teamId === teamId).map((span) => ({ person, span }))))
    .sort((a, b) => byText(a.span.role, b.span.role) || byText(context.personListName(a.person.id), context.personListName(b.person.id)))
    .map(({ person, span }) => {
      const load = caseloadOf(records, person.id, asOf);
      return row(
        cell(bold(context.personListName(person.id))),
        cell(roleWords[span.role], quiet(`since ${dateWords(span.from)}`)),
        cell(span.fte === undefined ? '–' : String(span.fte)),
        cell(load === null ? '–' : String(load.value)),
        cell(load === null ? 'nothing attested' : agencyPeriodWords(load.period), quiet(load === null ? '' : `attested by ${load.attestedBy}, ${dateWords(load.attestedOn)}`)),
      );
    });
}

function teamBlocks(context: PacketContext, teamId: string): readonly PacketBlock[] {
  const supervisor = context.team(teamId)?.supervisorId;
  return [
    dutyTable(context, dutiesOf(context, 'staffing', teamId), 'No rule in force sets a ratio for this team.'),
    { kind: 'text', text: supervisor === undefined ? 'No supervisor is recorded for the team.' : `Supervisor: ${context.personName(supervisor)}.`, quiet: false },
    {
      kind: 'table', rows: members(context, teamId), empty: 'Nobody holds a role in this team on this day.',
      columns: [{ head: 'WHO', width: 140 }, { head: 'ROLE', width: 130 }, { head: 'FTE', width: 36 }, { head: 'MEMBERS', width: 52 }, { head: 'FIGURE OF', width: 134 }],
    },
  ];
}

/** Ratios and the employment unit: the duties and, team by team, who works there with what caseload. */
export function staffingSection(context: PacketContext): PacketSection {
  const agency = dutiesOf(context, 'staffing', null);
  return {
    id: 'staffing', title: 'Employment unit and ratios', lead: 'Who works in each team on the day, full-time equivalents as recorded, and active members as somebody last attested them.',
    blocks: [
      ...(agency.length === 0 ? [] : [dutyTable(context, agency, '')]),
      ...(context.teams.length === 0 ? [{ kind: 'text' as const, text: 'The agency has no team.', quiet: false }] : []),
      ...context.teams.flatMap((team) => [heading(teamTitle(context, team.id), 1, `staffing/${team.id}`), ...teamBlocks(context, team.id)]),
    ],
  };
}
