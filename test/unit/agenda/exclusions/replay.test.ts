import { describe, expect, it } from 'vitest';
import { matchQueue } from '../../../../shared/agenda/exclusions/match-queue.ts';
import { replay } from '../../../../shared/agenda/exclusions/replay.ts';
import { checksFrom } from '../../../../shared/agenda/exclusions/run-checks.ts';
import { runSubjects } from '../../../../shared/agenda/exclusions/subjects.ts';
import { whyNow } from '../../../../shared/agenda/exclusions/why-now.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { readAgencyFile } from '../../../../shared/agency-file/read.ts';
import { serialiseAgency } from '../../../../shared/agency-file/write.ts';
import type { ExclusionCheck, ListVersion } from '../../../../shared/model/exclusion.ts';
import type { ReadList } from '../../../../shared/screening/list.ts';
import { listVersionOf } from '../../../../shared/screening/lists/list-version.ts';
import { buildIndex } from '../../../../shared/screening/match/list-index.ts';
import { search } from '../../../../shared/screening/match/search.ts';
import { agencyOf } from '../../rules/support.ts';
import { leieFile, listOf as readFile, type LeieEntry } from '../../screening/lists/files.ts';
import { after, day, digest, judged, stamp, value } from './samples.ts';

/** A row of the list: family, given, birth date. */
const row = (LASTNAME: string, FIRSTNAME: string, DOB = ''): LeieEntry => ({ LASTNAME, FIRSTNAME, DOB });
const listOf = (...rows: readonly LeieEntry[]): Promise<ReadList> => readFile(leieFile(rows));
const versionOf = (list: ReadList, id: string, recordedAt: string): ListVersion => listVersionOf(list, { id, source: 'file', recordedAt });

/** One run of everybody the rules demand on the list, as it is recorded. */
function run(file: AgencyFile, list: ReadList, version: ListVersion, on: string): AgencyFile {
  const index = buildIndex(list);
  const findings = runSubjects(file, judged(file, on)).map(({ key, identity }) => search(index, { key, identity }, day(on)));
  const known = (file.listVersions ?? []).some((each) => each.id === version.id) ? file : after(file, [{ kind: 'add-list-version', version }]);
  return after(known, checksFrom(findings, { list: 'oig-leie', version, on: day(on), file, ...stamp(`${on}T15:00:00Z`) }).map((check) => ({ kind: 'add-check', check })));
}

const agency = agencyOf({ person: { birthDate: day('1990-05-01'), names: [{ kind: 'legal', given: 'Ada', family: 'Ample-Dane' }] } });

describe('searching again', async () => {
  const list = await listOf(row('AMPLE', 'ADA'), row('GUIDRY', 'NOEMIE', '19700101'));
  const version = versionOf(list, 'lv', '2026-03-05T12:00:00Z');
  const recorded = run(agency, list, version, '2026-03-10');
  const [made] = recorded.exclusionChecks ?? [];
  if (made?.search === undefined) throw new Error('the run made a check');
  const { search: kept } = made;
  const lists = new Map([[list.sha256, list]]);
  const results = (check: Partial<ExclusionCheck>, at: ReadonlyMap<string, ReadList> = lists) => replay({ ...recorded, exclusionChecks: [{ ...made, ...check }] }, at).checks.map((each) => [each.result, ...each.fields]);

  it('gives the same, also after the record was written and read again', () => {
    expect(made).toMatchObject({ outcome: 'possible', search: { tier: 'possible', candidates: [{ row: 2 }] } });
    const read = value(readAgencyFile(new TextEncoder().encode(serialiseAgency(recorded)), 'agency.json'));
    const report = replay(read.file, lists);
    expect(report.counts).toEqual({ same: 1, different: 0, 'other-engine': 0, 'list-missing': 0, 'list-changed': 0 });
    expect(report).toEqual(replay(recorded, lists));
    expect(report.checks[0]).toMatchObject({ checkId: made.id, key: { personId: 'p' }, list: 'oig-leie', checkedOn: '2026-03-10', result: 'same' });
  });

  it('says which fields differ', () => {
    const [candidate] = kept.candidates;
    if (candidate === undefined) throw new Error('a row was found');
    expect(results({ search: { ...kept, tier: 'strong', candidates: [{ ...candidate, score: 1, digest: digest('f') }] }, namesSearched: ['X'] })).toEqual([['different', 'tier', 'namesSearched', 'candidates[0].digest', 'candidates[0].score']]);
    expect(results({ search: { ...kept, candidates: [], nearest: { row: 2, score: 3, why: 'x' } } })).toEqual([['different', 'candidates', 'nearest']]);
    expect(results({ search: { ...kept, candidates: [{ ...candidate, record: { ...candidate.record, CITY: 'GRAY' } }] } })).toEqual([['different', 'candidates[0].record']]);
    expect(results({ search: { ...kept, identity: { ...kept.identity, names: [{ kind: 'legal', given: 'Zoe', family: 'Quick' }] } } })[0]?.[0]).toBe('different');
  });

  it('says where it cannot tell: another engine, a list that is gone or is not what was searched', () => {
    expect(results({ search: { ...kept, engine: 'muster-match 0' } })).toEqual([['other-engine']]);
    expect(results({}, new Map())).toEqual([['list-missing']]);
    expect(results({}, new Map([[list.sha256, { ...list, sha256: digest('f') }]]))).toEqual([['list-changed']]);
    expect(results({}, new Map([[list.sha256, { ...list, rows: list.rows.slice(1) }]]))).toEqual([['list-changed']]);
    expect(results({ list: 'sam' })).toEqual([['list-changed']]);
    const { search: _search, ...website } = made;
    expect(replay({ ...recorded, exclusionChecks: [website] }, lists).checks).toEqual([]);
  });
});

describe('why a match turns up now', async () => {
  const empty = await listOf(row('GUIDRY', 'NOEMIE', '19700101'));
  const first = versionOf(empty, 'march', '2026-03-05T12:00:00Z');
  const list = await listOf(row('GUIDRY', 'NOEMIE', '19700101'), row('HEBERT', 'ADA'), row('AMPLE', 'ADA', '19500101'));
  const second = versionOf(list, 'april', '2026-04-05T12:00:00Z');
  const whyOf = (file: AgencyFile) => matchQueue(file, day('2026-04-30')).open.map((item) => whyNow(file, item, day('2026-04-30')));

  it('is a name added since, or a row that is new', () => {
    const march = run(agency, empty, first, '2026-03-10');
    const renamed: AgencyFile = { ...march, people: march.people.map((person) => ({ ...person, names: [...person.names, { kind: 'former' as const, given: 'Ada', family: 'Hebert' }] })) };
    const [why] = whyOf(run(renamed, list, second, '2026-04-08'));
    expect(why).toMatchObject({ firstSeenOn: '2026-04-08', before: { checkedOn: '2026-03-10' }, namesAdded: ['Ada Hebert'] });
    expect(why?.words).toEqual(['The name Ada Hebert was added.', 'The search of 10 Mar 2026 was for 1 name, that of 8 Apr 2026 for 2.']);
    expect(why?.names.map((each) => [each.name, each.kind, each.hits])).toEqual([['Ada Ample-Dane', 'legal', 1], ['Ada Hebert', 'former', 1]]);
    expect(why?.names[0]?.variants).toBeGreaterThan(1);

    const always: AgencyFile = { ...agency, people: renamed.people };
    const [fresh] = whyOf(run(run(always, empty, first, '2026-03-10'), list, second, '2026-04-08'));
    expect(fresh?.words).toEqual(['The same names were searched on 10 Mar 2026 in UPDATED.csv without this row: it is new on the list, or was changed since.']);
    const [only] = whyOf(run(always, list, second, '2026-04-08'));
    expect(only?.words).toEqual(['Found by the first search of this list on record, on 8 Apr 2026 in UPDATED.csv.']);
  });
});
