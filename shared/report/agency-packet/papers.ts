import type { Credential } from '../../model/agency-records/agency-record.ts';
import { credentialTypes, credentialTypeWords } from '../../model/agency-records/credential.ts';
import { dateWords } from '../../wording.ts';
import { ahead, bold, cell, dutiesOf, dutyTable, happened, heading, quiet, row } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { PacketRow, PacketSection } from './model.ts';

/** Whether a paper is the agency's, a team's or a site's. */
function whose(context: PacketContext, { teamId, siteId }: Credential): string {
  if (teamId !== undefined) return context.team(teamId)?.name ?? 'a team no longer on record';
  if (siteId !== undefined) return context.file.sites?.find((site) => site.id === siteId)?.name ?? 'a site no longer on record';
  return 'the agency';
}

function state({ endedOn, inProcess, expiresOn, effectiveOn }: Credential, asOf: string): { readonly text: string; readonly bad: boolean } {
  if (endedOn !== undefined && endedOn < asOf) return { text: 'ended', bad: false };
  if (expiresOn !== undefined && expiresOn < asOf) return { text: 'expired', bad: true };
  if (inProcess === true) return { text: 'in process', bad: false };
  return { text: effectiveOn !== undefined && effectiveOn > asOf ? 'not in force yet' : 'in force', bad: false };
}

function paperRow(context: PacketContext, paper: Credential): PacketRow {
  const { asOf } = context;
  const began = paper.effectiveOn ?? paper.signedOn;
  const now = state(paper, asOf);
  const filed = (paper.documents ?? []).length;
  return row(
    cell(bold(paper.title ?? credentialTypeWords[paper.credential]), quiet([paper.title === undefined ? null : credentialTypeWords[paper.credential], whose(context, paper)].filter((part) => part !== null).join(' · '))),
    cell(paper.party ?? '–', quiet(paper.number ?? '')),
    cell(began === undefined ? '–' : dateWords(began)),
    paper.expiresOn !== undefined ? ahead(paper.expiresOn, asOf) : paper.endedOn !== undefined ? ahead(paper.endedOn, asOf) : cell('no end recorded'),
    paper.reviewOn === undefined ? cell('–') : ahead(paper.reviewOn, asOf),
    cell({ text: now.text, tone: now.bad ? 'alarm' : 'plain' }, quiet(filed === 0 ? 'no document' : filed === 1 ? '1 document' : `${filed} documents`)),
  );
}

/** Licences, enrolments, contracts, agreements, policies and insurance: first what the rules ask of them, then every paper on record. */
export function papersSection(context: PacketContext): PacketSection {
  const known = context.records.of('credential').filter((paper) => happened(paper.effectiveOn ?? paper.signedOn ?? paper.appliedOn, context.asOf) !== null || (paper.effectiveOn ?? paper.signedOn ?? paper.appliedOn) === undefined);
  const order = (paper: Credential): number => credentialTypes.indexOf(paper.credential);
  const rows = [...known].sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1)).map((paper) => paperRow(context, paper));
  const teams = context.teams.flatMap((team) => {
    const standings = dutiesOf(context, 'papers', team.id);
    return standings.length === 0 ? [] : [heading(team.name, 2), dutyTable(context, standings, '')];
  });
  return {
    id: 'papers', title: 'Licences, contracts, agreements and policies', lead: 'What the rules ask the agency to hold, then every paper on record. Expiry dates are those printed on the papers, inclusive.',
    blocks: [
      dutyTable(context, dutiesOf(context, 'papers', null), 'No rule in force asks for a paper of the agency.'),
      ...teams,
      heading('Papers on record', 2),
      {
        kind: 'table', empty: 'No paper is recorded.', rows,
        columns: [{ head: 'PAPER', width: 142 }, { head: 'PARTY, NUMBER', width: 104 }, { head: 'FROM', width: 58 }, { head: 'TO', width: 66 }, { head: 'REVIEW', width: 62 }, { head: 'STATE', width: 60 }],
      },
    ],
  };
}
