import type { AgencyRecord, AgencyRecordKind } from './agency-record.ts';

/** What an agency record may point at. */
export type LinkTarget = 'site' | 'team' | 'person' | 'document' | 'agencyRecord';

/** What a linked agency record must be: its kind, of a contract also its types; `sameTeam` of the record that points at it. */
type Wanted = { readonly kind: AgencyRecordKind; readonly sameTeam?: true; readonly credentials?: readonly string[]; readonly words: string };

/** One reference of an agency record; `path` is its place inside the record. */
type AgencyLink = { readonly path: string; readonly to: LinkTarget; readonly id: string; readonly wanted?: Wanted };

const wantedBy = {
  applicationId: { kind: 'accreditation-application', words: 'an accreditation application' },
  decisionId: { kind: 'accreditation-decision', words: 'an accreditation decision' },
  contractId: { kind: 'credential', credentials: ['payer-contract', 'lme-mco-contract'], words: 'a contract with a payer, an MCO or an LME/MCO' },
  surveyId: { kind: 'survey', words: 'a survey' },
  findingId: { kind: 'survey-finding', words: 'a finding of a survey' },
  reviewId: { kind: 'fidelity-review', sameTeam: true, words: 'a fidelity review of the same team' },
  treatmentTeamId: { kind: 'treatment-team', sameTeam: true, words: 'a treatment team of the same team' },
} as const satisfies Readonly<Record<string, Wanted>>;

/** Every record an agency record refers to, with the place of the reference; `supersedes` is judged apart. */
export function linksOf(record: AgencyRecord): readonly AgencyLink[] {
  const links: AgencyLink[] = [];
  const link = (path: string, to: LinkTarget, id: string | undefined): void => {
    if (id !== undefined) links.push({ path, to, id });
  };
  if ('teamId' in record) link('teamId', 'team', record.teamId);
  if ('siteId' in record) link('siteId', 'site', record.siteId);
  if ('personId' in record) link('personId', 'person', record.personId);
  if ('personIds' in record) for (const [at, id] of record.personIds.entries()) link(`personIds[${at}]`, 'person', id);
  if ('members' in record) for (const [at, member] of record.members.entries()) link(`members[${at}].personId`, 'person', member.personId);
  if ('rows' in record) for (const [at, row] of record.rows.entries()) link(`rows[${at}].personId`, 'person', row.personId);
  if (record.kind === 'binder') for (const [at, { personId }] of (record.numbers ?? []).entries()) link(`numbers[${at}].personId`, 'person', personId);
  const own = record as Readonly<Partial<Record<string, unknown>>>;
  for (const [key, wanted] of Object.entries(wantedBy)) {
    const id = own[key];
    if (typeof id === 'string') links.push({ path: key, to: 'agencyRecord', id, wanted });
  }
  for (const [at, { id }] of (record.documents ?? []).entries()) link(`documents[${at}].id`, 'document', id);
  return links;
}

/** What a linked agency record should have been and is not, in words ("an accreditation decision"); null where it is the right one. */
export function wrongTarget(record: AgencyRecord, link: AgencyLink, target: AgencyRecord): string | null {
  const { wanted } = link;
  if (wanted === undefined) return null;
  const fits =
    target.kind === wanted.kind &&
    (wanted.credentials === undefined || (target.kind === 'credential' && wanted.credentials.includes(target.credential))) &&
    (wanted.sameTeam !== true || teamOf(target) === teamOf(record));
  return fits ? null : wanted.words;
}

/** The team a record of a team belongs to, for ever; undefined for records of the agency. A paper may change hands, so it has none. */
export const teamOf = (record: AgencyRecord): string | undefined => (record.kind !== 'credential' && 'teamId' in record ? record.teamId : undefined);
