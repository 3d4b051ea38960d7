import { endOfMonth, firstDayOf, fromDay } from '../civil-date.ts';
import type { Agency } from '../model/agency.ts';
import { linksOf, teamOf, wrongTarget, type LinkTarget } from '../model/agency-records/links.ts';
import { partsByKind } from '../model/evidence.ts';
import type { Person } from '../model/person.ts';
import { agencyRequirementIds, requirementIds } from '../rules/packs/packs.ts';
import { checkAgencyRecord } from './agency-record-problems.ts';
import type { AgencyFileProblem, ReferenceList } from './problem.ts';
import { checkDates, checkPerson } from './reference-dates.ts';
import { supersedesProblems } from './supersedes.ts';
import { suggest } from './suggest.ts';
import type { AgencyFile } from './schema.ts';
import { isTimeZone } from './time-zone.ts';

const packRequirementIds = [...requirementIds, ...agencyRequirementIds];

type Report = (problem: AgencyFileProblem) => void;
type Identified = { readonly id: string };

/**
 * What a schema cannot see: ids given twice or pointing nowhere, corrections in a circle or of somebody else's item, roles
 * outside their employment, ends before starts (settled reading 0.6.23), and agency records that point at something of another
 * kind or do not add up. Empty when the record holds together.
 *
 * Accepted on purpose: what was recorded before it was performed or in the future, documents nobody refers to, overlapping
 * roles and employments. Linear in the size of the file, so that every commit can afford it.
 * @param requirementIds the ids packs can demand; overrides, reminder ladders and acknowledgements must name one, or a custom requirement.
 */
export function checkReferences(file: AgencyFile, requirementIds: readonly string[] = packRequirementIds): AgencyFileProblem[] {
  const problems: AgencyFileProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const index = indexOf(file, report);
  checkAgency(file, requirementIds, report);
  checkTeams(file, index, report);
  for (const [at, person] of file.people.entries()) checkPersonReferences(person, `people[${at}]`, index, report);
  checkEvidence(file, index, report);
  checkChecksAndDecisions(file, index, report);
  checkListsAndMonths(file, index, report);
  checkAgencyRecords(file, index, report);
  for (const [at, vendor] of (file.vendors ?? []).entries()) checkDates(vendor, 'from', 'to', `vendors[${at}]`, report);
  return problems;
}

type Index = Readonly<Record<ReferenceList, ReadonlySet<string>>>;

function indexOf(file: AgencyFile, report: Report): Index {
  const evidence = idsOf(file.evidence, 'evidence', report);
  const exclusionChecks = idsOf(file.exclusionChecks, 'exclusionChecks', report);
  idsOf(file.monthRecords, 'monthRecords', report);
  idsOf(file.agency.customRequirements, 'agency.customRequirements', report);
  return {
    people: idsOf(file.people, 'people', report),
    teams: idsOf(file.teams, 'teams', report),
    sites: idsOf(file.sites, 'sites', report),
    vendors: idsOf(file.vendors, 'vendors', report),
    documents: idsOf(file.documents, 'documents', report),
    decisions: idsOf(file.decisions, 'decisions', report),
    listVersions: idsOf(file.listVersions, 'listVersions', report),
    agencyRecords: idsOf(file.agencyRecords, 'agencyRecords', report),
    evidence,
    exclusionChecks,
    'evidence or exclusionChecks': new Set([...evidence, ...exclusionChecks]),
  };
}

/** The ids of a list, reporting each that is there twice. */
function idsOf(list: readonly Identified[] | undefined, path: string, report: Report): ReadonlySet<string> {
  const first = new Map<string, number>();
  for (const [at, { id }] of (list ?? []).entries()) {
    const taken = first.get(id);
    if (taken === undefined) first.set(id, at);
    else report({ code: 'duplicate-id', path: `${path}[${at}].id`, id, firstPath: `${path}[${taken}]` });
  }
  return new Set(first.keys());
}

function checkId(id: string | undefined, list: ReferenceList, path: string, index: Index, report: Report): void {
  if (id === undefined || index[list].has(id)) return;
  report({ code: 'dangling-id', path, id, list, suggestion: suggest(id, index[list]) });
}

function checkDocuments(documents: readonly Identified[] | undefined, path: string, index: Index, report: Report): void {
  for (const [at, { id }] of (documents ?? []).entries()) checkId(id, 'documents', `${path}.documents[${at}].id`, index, report);
}

function checkAgency(file: AgencyFile, requirementIds: readonly string[], report: Report): void {
  const agency: Agency = file.agency;
  if (agency.timeZone !== undefined && !isTimeZone(agency.timeZone)) {
    report({ code: 'unknown-time-zone', path: 'agency.timeZone', zone: agency.timeZone });
  }
  for (const [at, use] of agency.packs.entries()) {
    if (typeof use !== 'string') checkDates(use, 'from', 'to', `agency.packs[${at}]`, report);
  }
  const known = new Set([...requirementIds, ...(agency.customRequirements ?? []).map((each) => each.id)]);
  const checkRequirement = (id: string, path: string): void => {
    if (!known.has(id)) report({ code: 'unknown-requirement', path, id, suggestion: suggest(id, known) });
  };
  for (const [at, { requirement }] of (agency.overrides ?? []).entries()) checkRequirement(requirement, `agency.overrides[${at}].requirement`);
  for (const [at, { requirement }] of (agency.reminders?.ladders ?? []).entries()) checkRequirement(requirement, `agency.reminders.ladders[${at}].requirement`);
  for (const [at, { requirement }] of (file.acknowledgements ?? []).entries()) {
    // A custom requirement may be given up later; what was said of it then stays on the record.
    if (!requirement.startsWith('own.')) checkRequirement(requirement, `acknowledgements[${at}].requirement`);
  }
}

function checkTeams(file: AgencyFile, index: Index, report: Report): void {
  for (const [at, team] of (file.teams ?? []).entries()) {
    checkId(team.siteId, 'sites', `teams[${at}].siteId`, index, report);
    checkId(team.supervisorId, 'people', `teams[${at}].supervisorId`, index, report);
    checkDates(team, 'implementedOn', 'closedOn', `teams[${at}]`, report);
  }
}

function checkPersonReferences(person: Person, path: string, index: Index, report: Report): void {
  idsOf(person.employments, `${path}.employments`, report);
  checkPerson(person, path, report);
  for (const [at, employment] of person.employments.entries()) {
    const place = `${path}.employments[${at}]`;
    checkId(employment.vendorId, 'vendors', `${place}.vendorId`, index, report);
    for (const [roleAt, role] of employment.roles.entries()) checkId(role.teamId, 'teams', `${place}.roles[${roleAt}].teamId`, index, report);
  }
  for (const [at, license] of (person.licenses ?? []).entries()) checkDocuments(license.documents, `${path}.licenses[${at}]`, index, report);
}

function checkEvidence(file: AgencyFile, index: Index, report: Report): void {
  for (const [at, item] of file.evidence.entries()) {
    const path = `evidence[${at}]`;
    checkId(item.personId, 'people', `${path}.personId`, index, report);
    checkId(item.about, 'evidence or exclusionChecks', `${path}.about`, index, report);
    checkId(item.supersedes, 'evidence', `${path}.supersedes`, index, report);
    checkDocuments(item.documents, path, index, report);
    checkDates(item, 'issuedOn', 'expiresOn', path, report);
    const parts: readonly string[] | undefined = Object.hasOwn(partsByKind, item.kind) ? partsByKind[item.kind as keyof typeof partsByKind] : undefined;
    if (parts === undefined) continue;
    for (const [partAt, part] of (item.parts ?? []).entries()) {
      if (parts.includes(part)) continue;
      report({ code: 'unknown-value', path: `${path}.parts[${partAt}]`, value: part, allowed: parts, suggestion: suggest(part, parts) });
    }
  }
  for (const problem of supersedesProblems(file.evidence, 'evidence', [['person', (item) => item.personId], ['kind', (item) => item.kind]])) report(problem);
}

/** The versions of lists and the closed months; a hole is about one person or one vendor. */
function checkListsAndMonths(file: AgencyFile, index: Index, report: Report): void {
  for (const [at, version] of (file.listVersions ?? []).entries()) checkDocuments(version.documents, `listVersions[${at}]`, index, report);
  const closed = new Map<string, string>();
  const records = [...(file.monthRecords ?? []).entries()];
  for (const [at, record] of records) {
    const path = `monthRecords[${at}]`;
    if (record.kind === 'note') continue;
    const first = closed.get(record.month);
    if (first === undefined) closed.set(record.month, path);
    else report({ code: 'month-closed-twice', path, month: record.month, firstPath: first });
    if (record.closedOn < fromDay(endOfMonth(firstDayOf(record.month)))) report({ code: 'month-not-over', path, month: record.month, closedOn: record.closedOn });
    for (const [holeAt, hole] of record.holes.entries()) checkSubject(hole, `${path}.holes[${holeAt}]`, index, report);
  }
  for (const [at, record] of records) {
    if (record.kind === 'note' && !closed.has(record.month)) report({ code: 'month-not-closed', path: `monthRecords[${at}]`, month: record.month });
  }
}

function checkSubject(item: { readonly personId?: string; readonly vendorId?: string }, path: string, index: Index, report: Report): void {
  checkId(item.personId, 'people', `${path}.personId`, index, report);
  checkId(item.vendorId, 'vendors', `${path}.vendorId`, index, report);
  if ((item.personId === undefined) === (item.vendorId === undefined)) {
    report({ code: 'not-one-subject', path, given: item.personId === undefined ? 'neither' : 'both' });
  }
}

function checkChecksAndDecisions(file: AgencyFile, index: Index, report: Report): void {
  const versions = new Map((file.listVersions ?? []).map((version) => [version.id, version]));
  for (const [at, check] of (file.exclusionChecks ?? []).entries()) {
    const path = `exclusionChecks[${at}]`;
    checkSubject(check, path, index, report);
    checkId(check.decisionId, 'decisions', `${path}.decisionId`, index, report);
    const version = versions.get(check.search?.listVersionId ?? '');
    if (version !== undefined && (version.scope !== 'full' || version.list !== check.list)) {
      report({ code: 'not-a-whole-list', path: `${path}.search.listVersionId`, id: version.id, scope: version.scope === 'full' ? 'all' : `the ${version.scope}`, list: version.list });
    }
    checkId(check.search?.listVersionId, 'listVersions', `${path}.search.listVersionId`, index, report);
    for (const [candidateAt, candidate] of (check.search?.candidates ?? []).entries()) {
      checkId(candidate.decisionId, 'decisions', `${path}.search.candidates[${candidateAt}].decisionId`, index, report);
    }
    checkDocuments(check.documents, path, index, report);
  }
  for (const [at, decision] of (file.decisions ?? []).entries()) {
    const path = `decisions[${at}]`;
    checkSubject(decision, path, index, report);
    checkId(decision.checkId, 'exclusionChecks', `${path}.checkId`, index, report);
    checkDocuments(decision.documents, path, index, report);
  }
  for (const [at, { personId, teamId }] of (file.acknowledgements ?? []).entries()) {
    const path = `acknowledgements[${at}]`;
    checkId(personId, 'people', `${path}.personId`, index, report);
    checkId(teamId, 'teams', `${path}.teamId`, index, report);
    if (personId !== undefined && teamId !== undefined) report({ code: 'two-subjects', path });
  }
}

const linkLists: Readonly<Record<LinkTarget, ReferenceList>> = { site: 'sites', team: 'teams', person: 'people', document: 'documents', agencyRecord: 'agencyRecords' };

function checkAgencyRecords(file: AgencyFile, index: Index, report: Report): void {
  const records = file.agencyRecords ?? [];
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const [at, record] of records.entries()) {
    const path = `agencyRecords[${at}]`;
    checkId(record.supersedes, 'agencyRecords', `${path}.supersedes`, index, report);
    for (const link of linksOf(record)) {
      checkId(link.id, linkLists[link.to], `${path}.${link.path}`, index, report);
      const target = link.to === 'agencyRecord' ? byId.get(link.id) : undefined;
      const expected = target === undefined ? null : wrongTarget(record, link, target);
      if (expected !== null) report({ code: 'wrong-target', path: `${path}.${link.path}`, id: link.id, expected });
    }
    checkAgencyRecord(record, path, report);
  }
  for (const problem of supersedesProblems(records, 'agencyRecords', [['kind', (item) => item.kind], ['team', teamOf]])) report(problem);
}
