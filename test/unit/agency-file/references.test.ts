import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../shared/agency-file/problem.ts';
import { checkReferences } from '../../../shared/agency-file/references.ts';
import { agencyFileSchema } from '../../../shared/agency-file/schema.ts';
import { sampleFile, sampleJson, spoil, type Json, type JsonObject } from './sample.ts';

const problems = (json: JsonObject): string[] => checkReferences(agencyFileSchema.parse(json)).map(describeProblem);
const spoiled = (...changes: (readonly [readonly (string | number)[], Json | undefined])[]): string[] =>
  problems(changes.reduce((json, [path, value]) => spoil(json, path, value), sampleJson()));

const role = ['people', 0, 'employments', 0, 'roles', 0] as const;
const employment = ['people', 0, 'employments', 0] as const;

describe('references', () => {
  it('hold in the sample', () => {
    expect(checkReferences(sampleFile())).toEqual([]);
  });

  it.each<[readonly (string | number)[], Json | undefined, string]>([
    [['people', 1, 'id'], 'p1', 'people[1].id: the id "p1" is taken by people[0], give each its own'],
    [['evidence', 1, 'id'], 'ev1', 'evidence[1].id: the id "ev1" is taken by evidence[0], give each its own'],
    [[...role, 'teamId'], 't9', 'people[0].employments[0].roles[0].teamId: "t9" is not in teams, did you mean t1?'],
    [[...employment, 'vendorId'], 'unknown', 'people[0].employments[0].vendorId: "unknown" is not the id of anything in vendors, correct it or add what it names'],
    [['teams', 0, 'siteId'], 's2', 'teams[0].siteId: "s2" is not in sites, did you mean s1?'],
    [['teams', 0, 'supervisorId'], 'x', 'teams[0].supervisorId: "x" is not the id of anything in people, correct it or add what it names'],
    [['evidence', 0, 'personId'], 'p3', 'evidence[0].personId: "p3" is not in people, did you mean p1?'],
    [['evidence', 0, 'documents', 0, 'id'], 'd2', 'evidence[0].documents[0].id: "d2" is not in documents, did you mean d1?'],
    [['evidence', 2, 'about'], 'nothing', 'evidence[2].about: "nothing" is not the id of anything in evidence or exclusionChecks, correct it or add what it names'],
    [['evidence', 1, 'supersedes'], 'ev9', 'evidence[1].supersedes: "ev9" is not in evidence, did you mean ev1?'],
    [['people', 0, 'licenses', 0, 'documents', 0, 'id'], 'zz', 'people[0].licenses[0].documents[0].id: "zz" is not the id of anything in documents, correct it or add what it names'],
    [['exclusionChecks', 0, 'decisionId'], 'n2', 'exclusionChecks[0].decisionId: "n2" is not in decisions, did you mean n1?'],
    [['decisions', 0, 'checkId'], 'x9', 'decisions[0].checkId: "x9" is not in exclusionChecks, did you mean x1?'],
    [['exclusionChecks', 2, 'search', 'listVersionId'], 'lv2', 'exclusionChecks[2].search.listVersionId: "lv2" is not in listVersions, did you mean lv1?'],
    [['exclusionChecks', 2, 'search', 'candidates', 0, 'decisionId'], 'n2', 'exclusionChecks[2].search.candidates[0].decisionId: "n2" is not in decisions, did you mean n1?'],
    [['listVersions', 0, 'documents', 0, 'id'], 'd2', 'listVersions[0].documents[0].id: "d2" is not in documents, did you mean d1?'],
    [['listVersions', 1], { id: 'lv1', list: 'sam', name: 'x.csv', sha256: 'd'.repeat(64), bytes: 1, rows: 0, scope: 'full', source: 'file', recordedAt: '2026-01-05T15:00:00Z' }, 'listVersions[1].id: the id "lv1" is taken by listVersions[0], give each its own'],
    [['listVersions', 0, 'scope'], 'supplement', 'exclusionChecks[2].search.listVersionId: the version "lv1" holds the supplement of oig-leie; only a whole version of the check\'s own list proves a search, correct it or remove the check'],
    [['listVersions', 0, 'list'], 'sam', 'exclusionChecks[2].search.listVersionId: the version "lv1" holds all of sam; only a whole version of the check\'s own list proves a search, correct it or remove the check'],
    [['monthRecords', 1, 'id'], 'm1', 'monthRecords[1].id: the id "m1" is taken by monthRecords[0], give each its own'],
    [['monthRecords', 1], { id: 'm3', kind: 'close', month: '2026-01', closedOn: '2026-02-01', holes: [], recordedAt: '2026-01-05T15:00:00Z' }, 'monthRecords[1]: the month 2026-01 is closed already by monthRecords[0], make this one a note'],
    [['monthRecords', 1, 'month'], '2026-02', 'monthRecords[1]: a note on the month 2026-02, which nothing here closes, add its closing or remove the note'],
    [['monthRecords', 0, 'closedOn'], '2026-01-30', 'monthRecords[0]: closedOn 2026-01-30 lies before the last day of the month 2026-01, correct one of them'],
    [['monthRecords', 0, 'holes', 0, 'personId'], 'p9', 'monthRecords[0].holes[0].personId: "p9" is not in people, did you mean p1?'],
    [['monthRecords', 0, 'holes', 0, 'vendorId'], 'v1', 'monthRecords[0].holes[0]: names both a personId and a vendorId, keep one'],
    [['acknowledgements', 0, 'personId'], 'q', 'acknowledgements[0].personId: "q" is not the id of anything in people, correct it or add what it names'],
    [['exclusionChecks', 1, 'personId'], 'p1', 'exclusionChecks[1]: names both a personId and a vendorId, keep one'],
    [['exclusionChecks', 1, 'vendorId'], undefined, 'exclusionChecks[1]: names neither a personId nor a vendorId, add the one it is about'],
    [['decisions', 0, 'personId'], undefined, 'decisions[0]: names neither a personId nor a vendorId, add the one it is about'],
    [['evidence', 1, 'kind'], 'attestation', 'evidence[1].supersedes: a correction keeps the kind, but it is "attestation" here and "cpr-first-aid" in the item it supersedes'],
    [['evidence', 1, 'personId'], 'p2', 'evidence[1].supersedes: a correction keeps the person, but it is "p2" here and "p1" in the item it supersedes'],
    [['evidence', 0, 'supersedes'], 'ev2', 'evidence[0].supersedes: items supersede each other in a circle (ev1, ev2), break it at one of them'],
    [['evidence', 0, 'supersedes'], 'ev1', 'evidence[0].supersedes: items supersede each other in a circle (ev1), break it at one of them'],
    [['evidence', 0, 'parts', 0], 'first-ade', 'evidence[0].parts[0]: unknown value "first-ade", did you mean first-aid?'],
    [['evidence', 0, 'parts', 0], 'swimming', 'evidence[0].parts[0]: unknown value "swimming", use one of cpr, first-aid'],
    [['agency', 'timeZone'], 'America/Chicgo', 'agency.timeZone: "America/Chicgo" is not a time zone, use an IANA name such as America/Chicago'],
    [['agency', 'timeZone'], '+05:00', 'agency.timeZone: "+05:00" is not a time zone, use an IANA name such as America/Chicago'],
    [['agency', 'overrides', 0, 'requirement'], 'la.bgcc', 'agency.overrides[0].requirement: "la.bgcc" is not a requirement, did you mean la.bgc?'],
    [['agency', 'overrides', 0, 'requirement'], 'constructor', 'agency.overrides[0].requirement: "constructor" is not a requirement, use an id such as la.bgc'],
    [['acknowledgements', 0, 'requirement'], 'LA-EX-2', 'acknowledgements[0].requirement: "LA-EX-2" is not a requirement, did you mean la.ex-2?'],
    [[...employment, 'hiredOn'], undefined, 'people[0].employments[0]: has neither hiredOn nor plannedHireOn, add one'],
    [[...employment, 'endedOn'], '2025-03-02', 'people[0].employments[0]: endedOn 2025-03-02 lies before hiredOn 2025-03-03, correct one of them'],
    [[...role, 'from'], '2025-03-02', "people[0].employments[0].roles[0]: the role's from 2025-03-02 lies before the employment's hiredOn 2025-03-03, correct one of them"],
    [[...role, 'from'], '2026-01-31', "people[0].employments[0].roles[0]: the role's from 2026-01-31 lies after the employment's endedOn 2026-01-30, correct one of them"],
    [[...role, 'to'], '2026-01-31', "people[0].employments[0].roles[0]: the role's to 2026-01-31 lies after the employment's endedOn 2026-01-30, correct one of them"],
    [[...role, 'to'], '2025-03-02', 'people[0].employments[0].roles[0]: to 2025-03-02 lies before from 2025-03-03, correct one of them'],
    [['people', 1, 'employments', 0, 'roles', 0, 'from'], '2026-05-03', "people[1].employments[0].roles[0]: the role's from 2026-05-03 lies before the employment's plannedHireOn 2026-05-04, correct one of them"],
    [[...employment, 'leaves', 0, 'to'], '2025-05-31', 'people[0].employments[0].leaves[0]: to 2025-05-31 lies before from 2025-06-01, correct one of them'],
    [['people', 0, 'names', 1, 'from'], '2020-05-02', 'people[0].names[1]: to 2020-05-01 lies before from 2020-05-02, correct one of them'],
    [['people', 0, 'licenses', 0, 'expiresOn'], '2023-12-31', 'people[0].licenses[0]: expiresOn 2023-12-31 lies before issuedOn 2024-01-01, correct one of them'],
    [['evidence', 0, 'expiresOn'], '2025-03-31', 'evidence[0]: expiresOn 2025-03-31 lies before issuedOn 2025-04-01, correct one of them'],
    [['agency', 'packs', 1, 'to'], '2023-12-31', 'agency.packs[1]: to 2023-12-31 lies before from 2024-01-01, correct one of them'],
    [['vendors', 0, 'to'], '2023-12-31', 'vendors[0]: to 2023-12-31 lies before from 2024-01-01, correct one of them'],
    [['teams', 1, 'closedOn'], '2023-12-31', 'teams[1]: closedOn 2023-12-31 lies before implementedOn 2024-01-01, correct one of them'],
    [['agency', 'reminders', 'ladders', 0, 'requirement'], 'la.bgcc', 'agency.reminders.ladders[0].requirement: "la.bgcc" is not a requirement, did you mean la.bgc?'],
    [['acknowledgements', 1, 'teamId'], 't9', 'acknowledgements[1].teamId: "t9" is not in teams, did you mean t1?'],
    [['acknowledgements', 1, 'personId'], 'p1', 'acknowledgements[1]: names both a personId and a teamId, keep one'],
  ])('%j set to %j', (path, value, expected) => {
    expect(spoiled([path, value])).toContain(expected);
  });

  it.each<[id: string, path: readonly (string | number)[], value: Json | undefined, expected: string]>([
    ['r2', ['siteId'], 's9', 'siteId: "s9" is not in sites, did you mean s1?'],
    ['r2', ['teamId'], 't9', 'teamId: "t9" is not in teams, did you mean t1?'],
    ['r1', ['documents', 0, 'id'], 'd2', 'documents[0].id: "d2" is not in documents, did you mean d1?'],
    ['r7', ['teamId'], 't9', 'teamId: "t9" is not in teams, did you mean t1?'],
    ['r12', ['members', 0, 'personId'], 'p9', 'members[0].personId: "p9" is not in people, did you mean p1?'],
    ['r13', ['personIds', 1], 'p9', 'personIds[1]: "p9" is not in people, did you mean p1?'],
    ['r14', ['personId'], 'p9', 'personId: "p9" is not in people, did you mean p1?'],
    ['r15', ['rows', 0, 'personId'], 'p9', 'rows[0].personId: "p9" is not in people, did you mean p1?'],
    ['r4', ['applicationId'], 'nowhere', 'applicationId: "nowhere" is not the id of anything in agencyRecords, correct it or add what it names'],
    ['r4', ['applicationId'], 'r3', 'applicationId: "r3" is not an accreditation application, correct it or add what it names'],
    ['r5', ['decisionId'], 'r1', 'decisionId: "r1" is not an accreditation decision, correct it or add what it names'],
    ['r6', ['decisionId'], 'r1', 'decisionId: "r1" is not an accreditation decision, correct it or add what it names'],
    ['r6', ['contractId'], 'r1', 'contractId: "r1" is not a contract with a payer, an MCO or an LME/MCO, correct it or add what it names'],
    ['r2', ['credential'], 'policy', 'contractId: "r2" is not a contract with a payer, an MCO or an LME/MCO, correct it or add what it names'],
    ['r8', ['reviewId'], 'r12', 'reviewId: "r12" is not a fidelity review of the same team, correct it or add what it names'],
    ['r10', ['teamId'], 't2', 'reviewId: "r7" is not a fidelity review of the same team, correct it or add what it names'],
    ['r13', ['treatmentTeamId'], 'r7', 'treatmentTeamId: "r7" is not a treatment team of the same team, correct it or add what it names'],
    ['r13', ['teamId'], 't2', 'treatmentTeamId: "r12" is not a treatment team of the same team, correct it or add what it names'],
    ['r9', ['supersedes'], 'r99', 'supersedes: "r99" is not in agencyRecords, did you mean r9?'],
    ['r9', ['supersedes'], 'r7', 'supersedes: a correction keeps the kind, but it is "fidelity-plan" here and "fidelity-review" in the item it supersedes'],
    ['r9', ['teamId'], 't2', 'supersedes: a correction keeps the team, but it is "t2" here and "t1" in the item it supersedes'],
    ['r9', ['supersedes'], 'r9', 'supersedes: items supersede each other in a circle (r9), break it at one of them'],
    ['r8', ['supersedes'], 'r9', 'supersedes: items supersede each other in a circle (r8, r9), break it at one of them'],
    ['r2', ['expiresOn'], '2025-02-28', ': expiresOn 2025-02-28 lies before effectiveOn 2025-03-01, correct one of them'],
    ['r2', ['endedOn'], '2025-02-28', ': endedOn 2025-02-28 lies before effectiveOn 2025-03-01, correct one of them'],
    ['r3', ['endedOn'], '2025-09-07', ': endedOn 2025-09-07 lies before heldOn 2025-09-08, correct one of them'],
    ['r4', ['expiresOn'], '2025-11-02', ': expiresOn 2025-11-02 lies before effectiveOn 2025-11-03, correct one of them'],
    ['r7', ['heldTo'], '2025-08-31', ': heldTo 2025-08-31 lies before heldFrom 2025-09-01, correct one of them'],
    ['r12', ['to'], '2025-03-02', ': to 2025-03-02 lies before from 2025-03-03, correct one of them'],
    ['r12', ['members', 0, 'to'], '2025-03-02', 'members[0]: to 2025-03-02 lies before from 2025-03-03, correct one of them'],
    ['r14', ['to'], '2025-03-02', ': to 2025-03-02 lies before from 2025-03-03, correct one of them'],
    ['r7', ['total'], 99, 'total: the total 99 is not the sum of the scores, 100, correct one of them'],
    ['r7', ['scores', 6, 'score'], 5, 'total: the total 100 is not the sum of the scores, 101, correct one of them'],
    ['r7', ['scores', 1, 'item'], 1, 'scores[1]: the item 1 is there already as agencyRecords[6].scores[0], keep one of them'],
    ['r10', ['items', 1], 4, 'items[1]: the item 4 is there already as agencyRecords[9].items[0], keep one of them'],
    ['r16', ['names', 1, 'item'], 1, 'names[1]: the item 1 is there already as agencyRecords[15].names[0], keep one of them'],
    ['r15', ['rows', 1, 'value'], 101, 'rows[1].value: a percentage is at most 100, found 101'],
    ['r15', ['rows', 2], { figure: 'community-time-percent', value: 70 }, 'rows[2]: community-time-percent of the same person or team is there already as agencyRecords[14].rows[1], keep one of them'],
    ['r15', ['period'], '2025-03-11', 'period: a week is named by its Monday, found "2025-03-11"'],
    ['r15', ['period'], '2025-02-31', 'period: a week is named by its Monday, found "2025-02-31"'],
  ])('%s with %j set to %j', (id, path, value, expected) => {
    const records = sampleFile().agencyRecords ?? [];
    const at = records.findIndex((record) => record.id === id);
    // What changes in one record may show in another, the one that points at it.
    const told = spoiled([['agencyRecords', at, ...path], value]).map((line) => line.replace(/^agencyRecords\[\d+\]\.?/, ''));
    expect(told).toContain(expected);
  });

  it.each<[what: string, id: string, path: readonly (string | number)[], value: Json | undefined]>([
    ['a total without its items', 'r7', ['scores'], undefined],
    ['a total beside some of the items only', 'r7', ['scores', 24], undefined],
    ['items without a total', 'r7', ['total'], undefined],
    ['the same figure of a person and of the team', 'r15', ['rows', 2], { figure: 'employer-contacts', value: 20 }],
    ['figures of a month', 'r15', ['period'], '2025-03'],
    ['figures of a quarter', 'r15', ['period'], '2025-Q1'],
    ['a count above 100', 'r15', ['rows', 0, 'value'], 101],
    ['a contract of one day', 'r2', ['endedOn'], '2025-03-01'],
    ['a paper that is now one team\'s', 'r2', ['teamId'], 't1'],
    ['a notice to an LME/MCO', 'r2', ['credential'], 'lme-mco-contract'],
  ])('accept %s', (_what, id, path, value) => {
    const records = sampleJson();
    const at = (sampleFile().agencyRecords ?? []).findIndex((record) => record.id === id);
    spoil(records, ['agencyRecords', at, ...path], value);
    // Removing a position of a list leaves a hole; JSON has none.
    const scores = (records['agencyRecords'] as JsonObject[])[6]?.['scores'];
    if (Array.isArray(scores)) scores.length = scores.filter(Boolean).length;
    expect(problems(records)).toEqual([]);
  });

  it('report a role that ended before its employment does on both counts', () => {
    expect(spoiled([[...role, 'from'], '2025-03-02'], [[...role, 'to'], '2026-02-01'])).toHaveLength(2);
  });

  it.each<[string, readonly (readonly [readonly (string | number)[], Json | undefined])[]]>([
    ['a record made in the future, or before what it records', [[['evidence', 0, 'recordedAt'], '2019-01-01T00:00:00Z'], [['evidence', 1, 'recordedAt'], '2099-01-01T00:00:00Z']]],
    ['a document nobody refers to', [[['evidence', 0, 'documents'], undefined], [['people', 0, 'licenses'], undefined]]],
    ['overlapping roles', [[['people', 0, 'employments', 0, 'roles', 1], { role: 'ips-supervisor', from: '2025-04-01', to: '2025-12-01' }]]],
    ['overlapping employments', [[['people', 1, 'employments', 1], { id: 'e2', kind: 'intern', hiredOn: '2026-05-05', directCare: false, roles: [] }]]],
    ['the same employment id at two people', []],
    ['free parts of kinds that list none', [[['evidence', 2, 'parts'], ['anything']]]],
    ['a role, leave or name of one day', [[[...role, 'to'], '2025-03-03'], [[...employment, 'leaves', 0, 'to'], '2025-06-01']]],
    ['an override of a custom requirement', [[['agency', 'overrides', 0, 'requirement'], 'own.defensive-driving']]],
    ['an acknowledgement of a custom requirement given up since', [[['acknowledgements', 0, 'requirement'], 'own.old-one']]],
    ['a team closed on its first day', [[['teams', 1, 'closedOn'], '2024-01-01']]],
    ['a note on the agency', [[['acknowledgements', 1, 'teamId'], undefined]]],
    ['an employment that ends on its first day', [[[...employment, 'endedOn'], '2025-03-03']]],
    ['a result read before it was performed', [[['evidence', 0, 'performedOn'], '2025-04-03'], [['evidence', 0, 'resultOn'], '2025-04-02']]],
  ])('accept %s', (_what, changes) => {
    expect(spoiled(...changes)).toEqual([]);
  });

  it('report one long circle once, and the tail that leads into it not at all', () => {
    const items = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, personId: 'p1', kind: 'other', recordedAt: '2026-01-05T15:00:00Z', supersedes: ['b', 'c', 'd', 'b'][at] ?? '' }));
    expect(spoiled([['evidence'], items])).toEqual([
      'evidence[0].supersedes: items supersede each other in a circle (b, c, d), break it at one of them',
    ]);
  });

  it('take ten thousand corrections in one chain in stride', () => {
    const items = Array.from({ length: 10_000 }, (_, at) => ({
      id: `c${at}`, personId: 'p1', kind: 'other', recordedAt: '2026-01-05T15:00:00Z', ...(at > 0 ? { supersedes: `c${at - 1}` } : {}),
    }));
    expect(spoiled([['evidence'], items])).toEqual([]);
  });
});
