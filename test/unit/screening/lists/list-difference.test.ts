import { describe, expect, it } from 'vitest';
import { differenceBetween, type ListDifference } from '../../../../shared/screening/lists/list-difference.ts';
import { leieFile, listOf, type LeieEntry } from './files.ts';

const one: LeieEntry = { LASTNAME: 'DOUCET', FIRSTNAME: 'ODALYS', DOB: '19710407' };
const two: LeieEntry = { LASTNAME: 'ROUX', FIRSTNAME: 'PIERRE', DOB: '19650101', NPI: '1234567890' };
const business: LeieEntry = { LASTNAME: '', FIRSTNAME: '', BUSNAME: 'QUIET BAYOU HOME CARE', DOB: '' };
const between = async (before: readonly LeieEntry[], after: readonly LeieEntry[]): Promise<ListDifference> => differenceBetween(await listOf(leieFile(before)), await listOf(leieFile(after)));
const rows = (of: readonly { readonly row: number }[]): readonly number[] => of.map(({ row }) => row);

describe('the difference between two versions', () => {
  it('is none for another order or another spelling of the same', async () => {
    const difference = await between([one, two, business], [business, { ...two, LASTNAME: 'Roux', ADDRESS: '12, INVENTED ROAD.' }, one]);
    expect(difference).toEqual({ added: [], removed: [], changed: [], same: 3 });
  });

  it('names what came and what went', async () => {
    const difference = await between([one, two], [two, business]);
    expect(rows(difference.added)).toEqual([3]);
    expect(rows(difference.removed)).toEqual([2]);
    expect(difference).toMatchObject({ changed: [], same: 1 });
  });

  it.each<[string, LeieEntry, LeieEntry, readonly string[]]>([
    ['by number, though the name changed', two, { ...two, LASTNAME: 'LEBLANC' }, ['LASTNAME']],
    ['by name and birth date', one, { ...one, ADDRESS: 'ELSEWHERE', EXCLDATE: '20190101' }, ['ADDRESS', 'EXCLDATE']],
    ['by name and day of the action', business, { ...business, CITY: 'ELSEWHERE' }, ['CITY']],
    ['by name, when a birth date was added', { ...one, DOB: '' }, one, ['DOB']],
    ['by name alone', business, { ...business, EXCLDATE: '20190101' }, ['EXCLDATE']],
  ])('pairs an entry %s', async (_, before, after, columns) => {
    const difference = await between([before, { ...one, FIRSTNAME: 'OTHER' }], [{ ...one, FIRSTNAME: 'OTHER' }, after]);
    expect(difference).toMatchObject({ added: [], removed: [], same: 1 });
    expect(difference.changed).toHaveLength(1);
    expect(difference.changed[0]).toMatchObject({ before: { row: 2 }, after: { row: 3 } });
    expect(difference.changed[0]?.columns.map(({ head }) => head)).toEqual(columns);
  });

  it('shows both sides of a column', async () => {
    const difference = await between([one], [{ ...one, CITY: 'ELSEWHERE' }]);
    expect(difference.changed[0]?.columns).toEqual([{ head: 'CITY', before: 'NOWHERE', after: 'ELSEWHERE' }]);
  });

  it('does not guess which of several namesakes changed', async () => {
    const twin = { ...one, DOB: '', EXCLDATE: '20190101' };
    const difference = await between([{ ...twin, ADDRESS: 'A' }, { ...twin, ADDRESS: 'B' }], [{ ...twin, ADDRESS: 'C' }]);
    expect(difference.changed).toEqual([]);
    expect(rows(difference.removed)).toEqual([2, 3]);
    expect(rows(difference.added)).toEqual([2]);
  });

  it('counts duplicate rows one by one', async () => {
    const fewer = await between([one, one, one], [one, one]);
    expect(fewer).toMatchObject({ added: [], changed: [], same: 2 });
    expect(rows(fewer.removed)).toEqual([4]);
    expect(rows((await between([one], [one, one])).added)).toEqual([3]);
  });
});
