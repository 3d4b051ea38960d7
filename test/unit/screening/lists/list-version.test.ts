import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../../shared/civil-date.ts';
import type { ListVersion } from '../../../../shared/model/exclusion.ts';
import { listVersionSchema } from '../../../../shared/model/exclusion.ts';
import { ageInDays, isStale, listVersionOf, publishedByName, warningsAgainst } from '../../../../shared/screening/lists/list-version.ts';
import type { ListWarning, ReadList } from '../../../../shared/screening/list.ts';
import { leieFile, listOf } from './files.ts';

const today = civilDate('2019-06-10');
const of = (count: number, EXCLDATE = '20190520', name = 'UPDATED.csv'): Promise<ReadList> => listOf(leieFile(Array.from({ length: count }, (_, at) => ({ FIRSTNAME: `A${String(at)}`, EXCLDATE: at === 0 ? EXCLDATE : '19990101' }))), name);
const versionOf = (list: ReadList, change: Partial<ListVersion> = {}): ListVersion => ({ ...listVersionOf(list, { id: 'v1', source: 'file', recordedAt: '2019-05-12T10:00:00Z' }), ...change });
const codes = (warnings: readonly ListWarning[]): readonly string[] => warnings.map(({ code }) => code);
const found = (warnings: readonly ListWarning[], code: ListWarning['code']): ListWarning | undefined => warnings.find((warning) => warning.code === code);

describe('the version the file keeps', () => {
  it('says name, digest, size, rows, newest action and what was noticed', async () => {
    const list = await of(3);
    const version = listVersionOf(list, { id: 'v1', source: 'download', publishedOn: civilDate('2019-06-07'), reason: 'a test', recordedAt: '2019-06-10T10:00:00Z', recordedBy: 'A' });
    expect(version).toMatchObject({ id: 'v1', list: 'oig-leie', name: 'UPDATED.csv', sha256: list.sha256, bytes: list.bytes, rows: 3, newestAction: '2019-05-20', scope: 'full', source: 'download', publishedOn: '2019-06-07', reason: 'a test' });
    expect(version.warnings).toEqual(list.warnings.map(({ words }) => words));
    expect(listVersionSchema.safeParse(version).success).toBe(true);
  });

  it('leaves out what there is none of, and keeps the warnings that were shown', async () => {
    const list = await listOf(leieFile([{ EXCLDATE: '' }]));
    const version = listVersionOf(list, { id: 'v1', source: 'file', recordedAt: '2019-06-10T10:00:00Z', shown: [] });
    expect(Object.keys(version).toSorted()).toEqual(['bytes', 'id', 'list', 'name', 'recordedAt', 'rows', 'scope', 'sha256', 'source']);
  });
});

describe('age', () => {
  it.each([
    ['2608EXCL.csv', '2026-09-10'],
    ['2612rein.csv', '2027-01-10'],
    ['08-2026 Updated.csv', '2026-09-10'],
    ['UPDATED.csv', null],
    ['2613EXCL.csv', null],
  ])('%s was published on %s', (name, day) => {
    expect(publishedByName(name)).toBe(day);
  });

  it.each([
    [{ publishedOn: civilDate('2019-04-26') }, 45, false],
    [{ publishedOn: civilDate('2019-04-25') }, 46, true],
    [{ newestAction: civilDate('2019-04-26') }, 45, false],
    [{ newestAction: civilDate('2019-04-25') }, 46, true],
    [{ newestAction: civilDate('2019-07-20') }, 0, false], // an exclusion may lie ahead
    [{ newestAction: civilDate('2019-01-01'), publishedOn: civilDate('2019-06-07') }, 3, false],
    [{}, null, false],
  ])('of %j is %s', (dated, age, stale) => {
    const version = { list: 'oig-leie', name: 'UPDATED.csv', ...dated } as const;
    expect(ageInDays(version, today)).toBe(age);
    expect(isStale(version, today)).toBe(stale);
  });

  it('goes by the month in the name of a LEIE file only', () => {
    expect(ageInDays({ list: 'oig-leie', name: '1904EXCL.csv' }, today)).toBe(31);
    expect(ageInDays({ list: 'sam', name: '1904EXCL.csv' }, today)).toBeNull();
  });
});

describe('warnings against the version held', () => {
  it('begin with what was noticed in the file itself', async () => {
    expect(codes(warningsAgainst(await of(3), null, today))).toEqual(['few-rows']);
    expect(codes(warningsAgainst(await of(3, '20190520', '1905EXCL.csv'), null, today))).toEqual(['supplement']);
  });

  it.each([
    [100, 100, undefined],
    [100, 101, undefined],
    [100, 99, false],
    [100, 90, false], // a tenth
    [100, 89, true],
  ])('%i entries before, %i now: asks %s', async (before, now, asks) => {
    const held = versionOf(await of(before), { sha256: 'f'.repeat(64) });
    expect(found(warningsAgainst(await of(now), held, today), 'fewer-than-before')?.asks).toBe(asks);
  });

  it.each([
    [84_000, false],
    [84_001, true],
  ])('asks when more than a thousand are gone, however large the list was: %i to 83,000', async (before, asks) => {
    const list = await of(3);
    const many: ReadList = { ...list, rows: Array.from({ length: 83_000 }, () => list.rows).flat().slice(0, 83_000) };
    const held = versionOf(list, { sha256: 'f'.repeat(64), rows: before });
    expect(found(warningsAgainst(many, held, today), 'fewer-than-before')?.asks).toBe(asks);
  });

  it('say that the file is an older one, the same one, or out of date', async () => {
    const held = versionOf(await of(4));
    expect(found(warningsAgainst(await of(4), held, today), 'same-as-before')).toMatchObject({ asks: false });
    const older = warningsAgainst(await of(4, '20190519'), held, today);
    expect(found(older, 'older-than-before')).toMatchObject({ asks: true });
    expect(found(older, 'older-than-before')?.words).toContain('19 May 2019');
    expect(codes(warningsAgainst(await of(4, '20190521'), held, today))).toEqual(['few-rows']);
    expect(found(warningsAgainst(await of(4, '20190425'), null, today), 'out-of-date')?.words).toContain('46 days ago');
    expect(found(warningsAgainst(await of(4, '20190425'), null, today, civilDate('2019-06-07')), 'out-of-date')).toBeUndefined();
  });

  it('do not compare a supplement with a full file', async () => {
    const held = versionOf(await of(40));
    expect(codes(warningsAgainst(await of(3, '20190501', '1905EXCL.csv'), held, today))).toEqual(['supplement']);
    expect(codes(warningsAgainst(await of(3), versionOf(await of(40, '20190520', '1905EXCL.csv')), today))).toEqual(['few-rows']);
  });
});
