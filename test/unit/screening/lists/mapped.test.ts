import { describe, expect, it } from 'vitest';
import { previewList } from '../../../../shared/screening/lists/preview-list.ts';
import { digestOfRow } from '../../../../shared/screening/lists/row-record.ts';
import { workbook } from '../../import/tables.ts';
import { listOf, refusalOf, utf8, warned } from './files.ts';

const older = 'First Name,Last Name or Entity Name,Birthdate,Affiliated Entity,Title or Type,NPI,Exclusion Reason,Period of Exclusion,Effective Date,Reinstate Date,State and Zip';
const newer = 'First Name, Last Name or Entity Name, Birthdate, Affiliated Entity, Title or Provider Type, NPI#, Reason for Exclusion, Period of Exclusion, Reason for Termination, Type of Exclusion, Period of Enrollment Prohibition, Effective Date, Reinstate, State and Zip, Program Office';
const person = 'ODALYS R.,DOUCET JR,4/7/1971 12:00:00 AM,QUIET BAYOU HOME CARE,Direct service worker,NRF,Neglect,Indefinite,3/1/2021 12:00:00 AM,,LA 70001';
const business = ',QUIET BAYOU HOME CARE LLC,,,Personal care,1234567890,Fraud,5 years,12/1/2020,1/1/9999,"TX, 75001"';
const file = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

describe('the Louisiana State Adverse Actions list', () => {
  it('reads people and businesses out of one column', async () => {
    const list = await listOf(file(older, person, business), 'adverse.csv');
    expect(list).toMatchObject({ list: 'la-adverse-actions', scope: 'full', newestAction: '2021-03-01', columns: { family: 'Last Name or Entity Name', given: 'First Name', birthDate: 'Birthdate', effective: 'Effective Date', reinstated: 'Reinstate Date', state: 'State and Zip', npi: 'NPI' } });
    expect(list.rows[0]).toMatchObject({ row: 2, family: 'DOUCET', suffix: 'JR', given: 'ODALYS', middle: 'R', business: '', birthDate: '1971-04-07', npi: null, state: 'LA', actionOn: '2021-03-01', endsOn: null });
    expect(list.rows[1]).toMatchObject({ row: 3, family: '', given: '', business: 'QUIET BAYOU HOME CARE LLC', birthDate: null, npi: '1234567890', state: 'TX', actionOn: '2020-12-01', endsOn: null });
    expect(list.warnings).toEqual([]);
  });

  it('reads the newer columns, a date above the heads and a reinstatement', async () => {
    const list = await listOf(file('As of 11/2/2026', newer, 'ODALYS,DOUCET,4/7/1971,,Aide,NRF,Neglect,,,State,,3/1/2021,3/1/2022,LA 70001,OAAS'), 'SelSearch.csv');
    expect(list.rows[0]).toMatchObject({ row: 3, family: 'DOUCET', given: 'ODALYS', birthDate: '1971-04-07', endsOn: '2022-02-28' });
    expect(list.columns).toMatchObject({ npi: 'NPI#', reinstated: 'Reinstate' });
  });

  it.each([
    ['a rule', '----------,----------,,,,,,,,,'],
    ['a blank line', ',,,,,,,,,,'],
    ['a remark', 'Generated 11/2/2026'],
    ['the heads again', older],
  ])('passes over %s under the heads', async (_, filler) => {
    const list = await listOf(file(older, filler, person));
    expect(list.rows.map(({ row, family }) => [row, family])).toEqual([[3, 'DOUCET']]);
    expect(warned(list, 'repaired')).toBeDefined();
  });

  it('searches a person without a first name as both', async () => {
    const { rows } = await listOf(file(older, ',DOUCET,4/7/1971,,,,,,3/1/2021,,'));
    expect(rows[0]).toMatchObject({ family: 'DOUCET', given: '', business: 'DOUCET', birthDate: '1971-04-07' });
  });

  it('keeps an entry whose date is a word, and asks when most are', async () => {
    const odd = person.replace('4/7/1971 12:00:00 AM', 'about 1971');
    const few = await listOf(file(older, odd, person, business));
    expect(few.rows[0]).toMatchObject({ birthDate: null });
    expect(warned(few, 'unread-dates')).toMatchObject({ asks: false });
    expect(warned(await listOf(file(older, odd)), 'unread-dates')).toMatchObject({ asks: true });
  });

  it.each<[string, string, object]>([
    ['a birth date of another order', person.replace('4/7/1971', '24/7/1971'), { code: 'not-a-date', row: 3, column: 'Birthdate', value: '24/7/1971 12:00:00 AM' }],
    ['a figure in powers of ten', business.replace('1234567890', '1.23E+09'), { code: 'lost-digits', row: 3, column: 'NPI' }],
    ['a serial number', person.replace('4/7/1971 12:00:00 AM', '26030'), { code: 'lost-digits', row: 3 }],
    ['a row that names nobody above others', ',,4/7/1971,,,,,,3/1/2021,,', { code: 'no-name', row: 3 }],
    ['a short row', 'ODALYS,DOUCET', { code: 'short-row', row: 3 }],
  ])('refuses %s', async (_, line, expected) => {
    expect(await refusalOf(file(older, person, line, person))).toMatchObject({ list: 'la-adverse-actions', ...expected });
  });

  it('leaves notes under the table out and says so', async () => {
    const list = await listOf(file(older, person, ',,,Total 1,,,,,,,'));
    expect(list.rows).toHaveLength(1);
    expect(warned(list, 'repaired')?.words).toContain('1 line of notes under the table (first in row 3)');
  });

  it('reads years of two digits where the exclusion settles them', async () => {
    const { rows } = await listOf(file(older, person.replace('4/7/1971 12:00:00 AM', '4/7/71').replace('3/1/2021 12:00:00 AM', '3/1/21')));
    expect(rows[0]).toMatchObject({ birthDate: '1971-04-07', actionOn: '2021-03-01' });
    expect(await refusalOf(file(older, person.replace('4/7/1971 12:00:00 AM', '4/7/71').replace('3/1/2021 12:00:00 AM', '')))).toMatchObject({ code: 'not-a-date', detail: 'the century cannot be told' });
  });

  it('gives the same digest for the printed and the saved form of a date', async () => {
    const [printed, saved] = await Promise.all([listOf(file(older, person)), listOf(file(older, person.replaceAll(' 12:00:00 AM', '').replace('DOUCET', 'Doucet')))]);
    const digests = [printed, saved].map(({ rows }) => rows.map((row) => digestOfRow('la-adverse-actions', row)));
    expect(digests[0]).toEqual(digests[1]);
  });
});

describe('columns said by a person', () => {
  const strange = file('Id,Who,Forename,Born,Since', '7,DOUCET,ODALYS,4/7/1971,3/1/2021');
  const columns = { family: 'Who', given: 'Forename', birthDate: 'Born', effective: 'Since' };

  it('previews heads, first rows, guesses and fields', async () => {
    const preview = await previewList(utf8(file('As of 11/2/2026', older, '---,---', person, business)), 'adverse.csv', 'la-adverse-actions');
    if (!preview.ok) throw new Error(preview.error.code);
    expect(preview.value.heads).toEqual(older.split(','));
    expect(preview.value.rows.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(preview.value.columns).toMatchObject({ family: 'Last Name or Entity Name', given: 'First Name' });
    expect(preview.value.fields.filter(({ required }) => required).map(({ field }) => field)).toEqual(['family', 'given', 'birthDate', 'effective']);
  });

  it('previews a file with heads nobody has seen, which is refused until the columns are said', async () => {
    const preview = await previewList(utf8(strange), 'adverse.csv', 'la-adverse-actions');
    expect(preview).toMatchObject({ ok: true, value: { heads: ['Id', 'Who', 'Forename', 'Born', 'Since'], rows: [{ row: 2 }] } });
    expect(await refusalOf(strange, 'adverse.csv', { list: 'la-adverse-actions' })).toMatchObject({ code: 'unmapped', detail: 'Last name or name of the business' });
    const list = await listOf(strange, 'adverse.csv', { list: 'la-adverse-actions', columns });
    expect(list.rows[0]).toMatchObject({ family: 'DOUCET', given: 'ODALYS', birthDate: '1971-04-07', actionOn: '2021-03-01', npi: null });
    expect(list.columns).toEqual(columns);
  });

  it('refuses columns that are not there, or not enough of them', async () => {
    expect(await refusalOf(strange, 'adverse.csv', { list: 'la-adverse-actions', columns: { ...columns, birthDate: 'Birthdate' } })).toMatchObject({ code: 'no-such-column', detail: 'Birthdate' });
    expect(await refusalOf(strange, 'adverse.csv', { list: 'la-adverse-actions', columns: { ...columns, effective: '' } })).toMatchObject({ code: 'unmapped', detail: 'Effective date' });
  });

  it('refuses to preview what is no table or another list', async () => {
    expect(await previewList(utf8('<html></html>'), 'a.csv', 'la-adverse-actions')).toMatchObject({ ok: false, error: { code: 'html' } });
    expect(await previewList(utf8('LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB\r\n'), 'a.csv', 'nc-excluded-providers')).toMatchObject({ ok: false, error: { code: 'other-list' } });
  });

  it('names a column without a head by its place', async () => {
    const { heads } = await listOf(file(older.replace('Title or Type', ''), person));
    expect(heads[4]).toBe('Column 5');
  });
});

describe('the North Carolina State Excluded Provider list', () => {
  const heads = 'NPI/Atypical ID Excluded,Excluded Entity,Ownership,City,State,Zip Code,Effective Date,Reason for Exclusion';
  const line = (name: string, owner: string, npi = '1234567890'): string => `${npi},"${name}","${owner}",Nowhere,NC,27000,6/1/2022,42 CFR`;

  it.each<[string, string, object]>([
    ['Quiet Creek Homes, LLC', 'Doucet, Odalys', { business: 'Quiet Creek Homes, LLC', family: 'Doucet', given: 'Odalys' }],
    ['Quiet Creek Homes, LLC', 'Upper Creek Holdings Inc', { business: 'Quiet Creek Homes, LLC', family: '', given: '' }],
    ['Odalys R Doucet', 'Odalys R. Doucet', { business: '', family: 'Doucet', given: 'Odalys', middle: 'R' }],
    ['Doucet, Odalys Jr', '', { business: 'Doucet, Odalys Jr', family: 'Doucet', given: 'Odalys', suffix: 'JR' }],
    ['Quiet Creek Homes, LLC', 'Upper Creek Inc; Odalys Doucet and Pierre Roux', { family: 'Doucet', given: 'Odalys' }],
    ['Quietcreek', '', { business: 'Quietcreek', family: '', given: '' }],
    ['Quietcreek', 'Odalys Doucet', { business: 'Quietcreek', family: 'Doucet', given: 'Odalys' }],
  ])('reads %s owned by %s', async (name, owner, expected) => {
    const list = await listOf(file('NC Medicaid', 'State Excluded Provider List', '', heads, line(name, owner)), 'nc.csv');
    expect(list.list).toBe('nc-excluded-providers');
    expect(list.rows[0]).toMatchObject({ row: 5, state: 'NC', npi: '1234567890', actionOn: '2022-06-01', ...expected });
  });

  it('takes names in parts, and an identifier that is no NPI for none', async () => {
    const { rows } = await listOf(file('Last Name,First Name,MI,NPI,Effective Date', 'DOUCET,ODALYS,R,A12345,6/1/2022'), 'nc.csv', { list: 'nc-excluded-providers' });
    expect(rows[0]).toMatchObject({ family: 'DOUCET', given: 'ODALYS', middle: 'R', business: '', npi: null });
  });

  it('reads a workbook with titles above the table', async () => {
    const cells = (at: number, texts: readonly string[]): string => `<row r="${String(at)}">${texts.map((text, column) => `<c r="${String.fromCharCode(65 + column)}${String(at)}" t="str"><v>${text}</v></c>`).join('')}</row>`;
    const book = workbook([{
      name: 'Excluded',
      rows: cells(1, ['NC Medicaid']) + cells(3, ['State Excluded Provider List']) + cells(7, heads.split(',')) + cells(8, ['1234567890', 'Odalys Doucet', 'Odalys Doucet', 'Nowhere', 'NC', '27000', '6/1/2022', 'x']),
    }]);
    const list = await listOf(book, 'State Excluded Provider List.xlsx');
    expect(list.rows[0]).toMatchObject({ row: 8, family: 'Doucet', given: 'Odalys', actionOn: '2022-06-01' });
    // The same entry saved as CSV is the same entry.
    const csv = await listOf(file(heads, line('Odalys Doucet', 'Odalys Doucet').replace('42 CFR', 'x')), 'nc.csv');
    expect(digestOfRow('nc-excluded-providers', csv.rows[0] ?? (() => { throw new Error('no row'); })())).toBe(list.rows.map((row) => digestOfRow('nc-excluded-providers', row))[0]);
  });
});
