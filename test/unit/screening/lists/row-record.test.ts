import { describe, expect, it } from 'vitest';
import { digestOfRow, recordOf, rowFromRecord } from '../../../../shared/screening/lists/row-record.ts';
import type { ListRow, ReadList } from '../../../../shared/screening/list.ts';
import { leieFile, leieRow, listOf, samDunsHead, samFile, type LeieEntry } from './files.ts';

const digest = async (entry: LeieEntry): Promise<string> => digestOfRow('oig-leie', await leieRow(entry));
const entry: LeieEntry = { LASTNAME: 'O\'DOUCET-ROUX', FIRSTNAME: 'ODALYS', MIDNAME: 'R JR', NPI: '1234567890', REINDATE: '20200301' };

describe('the digest of a row', () => {
  it.each<[string, LeieEntry]>([
    ['case', { ...entry, LASTNAME: 'o\'Doucet-Roux' }],
    ['accents', { ...entry, FIRSTNAME: 'ODÁLYS' }],
    ['apostrophes and hyphens', { ...entry, LASTNAME: 'O’DOUCET ROUX' }],
    ['blanks', { ...entry, CITY: '  NOWHERE ', ADDRESS: '12  INVENTED   ROAD' }],
    ['the form of a date', { ...entry, DOB: '03/04/1972', REINDATE: '3/1/2020' }],
    ['how no date is written', { ...entry, WAIVERDATE: '0' }],
  ])('does not hang on %s', async (_, same) => {
    expect(await digest(same)).toBe(await digest(entry));
  });

  it.each<LeieEntry>([{ LASTNAME: 'DOUCET' }, { MIDNAME: 'R' }, { DOB: '19720305' }, { DOB: '' }, { NPI: '' }, { ADDRESS: '13 INVENTED ROAD' }, { STATE: 'TX' }, { EXCLTYPE: '1128a1' }, { EXCLDATE: '20190521' }, { REINDATE: '' }, { WVRSTATE: 'LA' }])(
    'changes with %j',
    async (change) => {
      expect(await digest({ ...entry, ...change })).not.toBe(await digest(entry));
    },
  );

  it('does not hang on the place of a row, and duplicates share it', async () => {
    const { rows } = await listOf(leieFile([entry, {}, entry]));
    const [first, other, last] = rows.map((row) => digestOfRow('oig-leie', row));
    expect(first).toBe(last);
    expect(first).not.toBe(other);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells neighbouring columns and other lists apart', async () => {
    expect(await digest({ FIRSTNAME: 'A', MIDNAME: '' })).not.toBe(await digest({ FIRSTNAME: '', MIDNAME: 'A' }));
    const row = await leieRow(entry);
    expect(digestOfRow('sam', row)).not.toBe(digestOfRow('oig-leie', row));
  });

  it('is the same from version to version of this program: decisions are keyed to it', async () => {
    expect(await digest(entry)).toMatchInlineSnapshot(`"6549a00d3887616c37ac7c93cb9695eecc1527c8b0a506ce1bb5b65bede67e2b"`);
  });
});

describe('a kept record', () => {
  const roundTrip = (list: ReadList): readonly ListRow[] => list.rows.map((row) => rowFromRecord(list.list, JSON.parse(JSON.stringify(recordOf(list, row))) as Record<string, string>, row.row, list.columns));

  it.each<[string, string, string]>([
    ['LEIE', leieFile([entry, {}, { LASTNAME: 'A'.repeat(20), MIDNAME: 'III' }]), 'UPDATED.csv'],
    ['LEIE with two-digit years', leieFile([{ DOB: '03/04/72', EXCLDATE: '20160320' }]), '1602EXCL.csv'],
    ['SAM', samFile([{ Last: 'DOUCET', First: 'A', Suffix: 'JR' }, { Classification: 'Firm', Name: 'X LLC' }]), 'SAM.csv'],
    ['SAM with DUNS numbers', samFile([{ Last: 'DOUCET', DUNS: '000000001' }], samDunsHead), 'SAM.csv'],
    ['Louisiana', 'First Name,Last Name or Entity Name,Birthdate,Effective Date,State and Zip\r\nODALYS R,DOUCET,4/7/71,3/1/21,LA 70001\r\n,X LLC,,,\r\n', 'la.csv'],
    ['North Carolina', 'Excluded Entity,Ownership,Effective Date\r\n"Doucet, Odalys",,6/1/2022\r\nX LLC,Roux Pierre,6/1/2022\r\n', 'nc.csv'],
  ])('of %s gives the row again', async (_, file, name) => {
    const list = await listOf(file, name);
    expect(roundTrip(list)).toEqual(list.rows);
  });

  it('has every head of the list, blank cells too', async () => {
    const list = await listOf(leieFile([entry]));
    expect(list.rows.map((row) => recordOf(list, row))[0]).toMatchObject({ LASTNAME: 'O\'DOUCET-ROUX', MIDNAME: 'R JR', DOB: '19720304', WVRSTATE: '' });
  });

  it('may have lost its order and its blank columns where the layout is fixed', async () => {
    const row = await leieRow(entry);
    const record = Object.fromEntries(Object.entries(recordOf(await listOf(leieFile([entry])), row)).filter(([, cell]) => cell !== '').reverse());
    expect(rowFromRecord('oig-leie', record, 2)).toEqual(row);
  });

  it('guesses the columns of a list by mapping where they were not kept', () => {
    expect(rowFromRecord('la-adverse-actions', { 'First Name': 'ODALYS', 'Last Name or Entity Name': 'DOUCET' }, 9)).toMatchObject({ row: 9, family: 'DOUCET', given: 'ODALYS', birthDate: null });
  });
});
