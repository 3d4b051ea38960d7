import type { AgencyFile } from '../../agency-file/schema.ts';
import type { AgencyRecord, AgencyRecordKind } from '../../model/agency-records/agency-record.ts';
import { medicalKinds } from '../../model/evidence.ts';
import type { Person } from '../../model/person.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { areaOfRequirement } from '../deadlines/areas.ts';
import { namesPerson } from '../retention/names.ts';
import type { Surveying } from './surveying.ts';

export type SurveyChoices = Pick<Surveying, 'agency' | 'medical'>;

/** What a surveyor may see of the agency's own records where the host allows it: none that lists people or says how the agency prepares. */
const agencyKinds: readonly AgencyRecordKind[] = [
  'credential', 'accreditation-application', 'accreditation-survey', 'accreditation-decision', 'accreditation-task', 'written-notice',
  'fidelity-review', 'fidelity-plan', 'fidelity-contest', 'fidelity-grant', 'technical-assistance', 'scale-names',
];

/** What stands where a text names somebody outside the sample. */
export const leftOut = 'Left out: names somebody outside the sample.';

/**
 * The agency as a surveyor sees it: only the people of the sample, with their evidence, checks, decisions and explanations, the documents these
 * rest on, the lists they were searched on, and where the host allows it the agency's own papers. Texts that name anybody else are left out. Neither the log
 * nor what the agency found about itself is in it; of the log its head stays, which is printed on papers. The verdicts on these people are the same as in the whole file.
 * Ids that nobody has are left aside.
 */
export function surveyView(file: AgencyFile, personIds: readonly string[], choices: SurveyChoices): AgencyFile {
  const shown = new Set(personIds);
  const people = file.people.filter(({ id }) => shown.has(id));
  const hush = hushing(file.people.filter(({ id }) => !shown.has(id)));
  const ofThem = <Item extends { readonly personId?: string }>(items: readonly Item[] | undefined): readonly Item[] => (items ?? []).filter(({ personId }) => personId !== undefined && shown.has(personId));
  const evidence = ofThem(file.evidence).map((item) => {
    const { note: _note, ...rest } = item;
    return hush(!choices.medical && medicalKinds.includes(item.kind) ? rest : item);
  });
  const exclusionChecks = ofThem(file.exclusionChecks);
  const decisions = ofThem(file.decisions).map(hush);
  const usedVersions = new Set(exclusionChecks.flatMap(({ search, listVersion }) => [search?.listVersionId ?? '', listVersion?.sha256 ?? '']));
  const listVersions = (file.listVersions ?? []).filter(({ id, sha256 }) => usedVersions.has(id) || usedVersions.has(sha256)).map(hush);
  const agencyRecords = choices.agency ? (file.agencyRecords ?? []).filter((record) => agencyKinds.includes(record.kind)).map((record) => hush(withoutOthers(record, shown))) : [];
  const vendors = new Set(people.flatMap(({ employments }) => employments.flatMap(({ vendorId }) => vendorId ?? [])));
  const teams = new Set(people.flatMap(({ employments }) => employments.flatMap(({ roles }) => roles.flatMap(({ teamId }) => teamId ?? []))));
  const holders: readonly { readonly documents?: readonly { readonly id: string }[] }[] = [...evidence, ...exclusionChecks, ...decisions, ...listVersions, ...agencyRecords, ...people.flatMap(({ licenses }) => licenses ?? [])];
  const documents = new Set(holders.flatMap((holder) => (holder.documents ?? []).map(({ id }) => id)));
  const head = file.audit?.at(-1);
  const { recipients: _recipients, mailTemplates: _templates, ...agency } = file.agency;
  return {
    format: file.format,
    version: file.version,
    agency,
    ...(file.sites !== undefined && { sites: file.sites }),
    ...(file.teams !== undefined && {
      // A team nobody of the sample belongs to is kept where the agency's own side is shown: reviews are of teams.
      teams: file.teams.filter(({ id }) => choices.agency || teams.has(id)).map((team) => {
        const { supervisorId, ...rest } = team;
        return supervisorId === undefined || shown.has(supervisorId) ? team : rest;
      }),
    }),
    people,
    ...(file.vendors !== undefined && { vendors: file.vendors.filter(({ id }) => vendors.has(id)) }),
    evidence,
    ...(file.documents !== undefined && { documents: file.documents.filter(({ id }) => documents.has(id)).map((document) => (document.vault === 'medical' && !choices.medical ? { ...document, name: 'Medical document' } : hush(document))) }),
    exclusionChecks,
    acknowledgements: ofThem(file.acknowledgements).map(hush),
    decisions,
    listVersions,
    monthRecords: (file.monthRecords ?? []).map((record) => hush(record.kind === 'close' ? { ...record, holes: ofThem(record.holes) } : record)),
    agencyRecords,
    audit: head === undefined ? [] : [{ seq: head['seq'], hash: head['hash'] }],
  };
}

/** Only what an evaluation of a survey's view may say: of the people, and where shown of the agency's papers, accreditation and fidelity. Staffing and meetings rest on people left out. */
export function surveyEvaluation(evaluation: Evaluation, choices: Pick<SurveyChoices, 'agency'>): Evaluation {
  const shows = ({ personId, vendorId, requirement }: Standing): boolean => {
    if (personId !== undefined) return true;
    const area = areaOfRequirement(requirement);
    return vendorId === undefined && choices.agency && (area === 'papers' || area === 'accreditation' || area === 'fidelity');
  };
  return { ...evaluation, standings: evaluation.standings.filter(shows) };
}

/** The parts of a record that point at people outside the sample. */
function withoutOthers(record: AgencyRecord, shown: ReadonlySet<string>): AgencyRecord {
  if ('rows' in record) return { ...record, rows: record.rows.filter(({ personId }) => personId === undefined || shown.has(personId)) };
  return record;
}

/** Takes out every text of a record, at any depth, that names one of these people. Ids, dates and fixed words name nobody. */
function hushing(others: readonly Person[]): <Item>(item: Item) => Item {
  const tests = others.map((person) => namesPerson(person));
  const known = new Map<string, boolean>();
  const speaks = (text: string): boolean => {
    if (!/\p{L}[\p{L}\p{M}]*[^\p{L}\p{M}]+\p{L}/u.test(text)) return false;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = tests.some((test) => test(text));
    known.set(text, found);
    return found;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return speaks(value) ? leftOut : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    // Who recorded something is no secret of a personnel file: evidence is signed for.
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === 'recordedBy' || key === 'id' || key.endsWith('Id') ? each : walk(each)]));
  };
  return <Item>(item: Item): Item => walk(item) as Item;
}
