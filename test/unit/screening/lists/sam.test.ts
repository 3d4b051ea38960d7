import { describe, expect, it } from 'vitest';
import { digestOfRow } from '../../../../shared/screening/lists/row-record.ts';
import { listOf, refusalOf, samDunsHead, samFile, samHead, samLine, warned, zipOf } from './files.ts';

describe('the SAM exclusions public extract', () => {
  it('reads people by their name parts and everything else by its name', async () => {
    const list = await listOf(samFile([
      { First: 'ODALYS', Middle: 'RENEE', Last: 'DOUCET', Suffix: 'III', NPI: '1234567890', 'Termination Date': '11/20/2026' },
      { Classification: 'Firm', Name: 'QUIET BAYOU HOME CARE, LLC', Country: 'USA' },
      { Classification: 'Special Entity Designation', Name: 'INVENTED RELIEF FUND', Country: 'FRA', 'State / Province': 'PA' },
      { Classification: 'Vessel', Name: 'MARE INVENTUM', Country: '', 'State / Province': '' },
    ]), 'SAM_Exclusions_Public_Extract_V2_23325.CSV');
    expect(list).toMatchObject({ list: 'sam', scope: 'full', newestAction: '2023-11-20' });
    expect(list.heads).toHaveLength(31);
    expect(list.rows[0]).toMatchObject({ family: 'DOUCET', given: 'ODALYS', middle: 'RENEE', suffix: 'III', business: '', npi: '1234567890', state: 'LA', birthDate: null, actionOn: '2023-11-20', endsOn: '2026-11-20' });
    expect(list.rows[1]).toMatchObject({ family: '', business: 'QUIET BAYOU HOME CARE, LLC', endsOn: null, npi: null });
    // A two-letter code of another country is no state.
    expect(list.rows[2]).toMatchObject({ business: 'INVENTED RELIEF FUND', state: '' });
    expect(list.rows[3]).toMatchObject({ business: 'MARE INVENTUM', state: '' });
    expect(warned(list, 'few-rows')).toMatchObject({ asks: true });
  });

  it('reads it zipped, with lines of comment, and in the layout with DUNS numbers', async () => {
    const file = samFile([{ Last: 'DOUCET', First: 'ODALYS' }]);
    const [plainly, zipped, commented, duns] = await Promise.all([
      listOf(file), listOf(zipOf({ 'SAM.CSV': file }), 'SAM.ZIP'), listOf(`# as published\r\n${file}# a note, with commas\r\n`),
      listOf(samFile([{ Last: 'DOUCET', First: 'ODALYS', DUNS: '000000001' }], samDunsHead)),
    ]);
    expect(zipped.rows).toEqual(plainly.rows);
    expect(commented.rows).toEqual(plainly.rows.map((row) => ({ ...row, row: 3 })));
    expect(warned(commented, 'repaired')?.words).toContain('2 lines of comment (first in row 1)');
    expect(duns.heads).toHaveLength(28);
    expect(duns.rows[0]).toMatchObject({ family: 'DOUCET', given: 'ODALYS', actionOn: '2023-11-20' });
  });

  it.each([
    ['a layout between the two', samHead.replace(',"Creation_Date"', ''), 'missing-columns', 'Creation_Date'],
    ['one more column', `${samHead},"Birth Date"`, 'unknown-columns', 'Birth Date'],
  ])('refuses %s', async (_, head, code, detail) => {
    expect(await refusalOf(samFile([{ Last: 'DOUCET' }], head))).toMatchObject({ code, detail, list: 'sam' });
  });

  it.each<[Record<string, string>, object]>([
    [{ Classification: 'DOUCET', Last: 'X' }, { code: 'not-a-class', row: 3, value: 'DOUCET' }],
    [{ 'Active Date': '20/11/2023' }, { code: 'not-a-date', row: 3, column: 'Active Date' }],
    [{ 'Termination Date': '2/30/2023' }, { code: 'not-a-date', row: 3, column: 'Termination Date' }],
    [{ 'Active Date': '11/20/23' }, { code: 'not-a-date', row: 3, detail: 'the century cannot be told' }],
    [{ Creation_Date: '#####' }, { code: 'spreadsheet-error', row: 3 }],
    [{ NPI: '1.23E+09' }, { code: 'lost-digits', row: 3, column: 'NPI' }],
  ])('refuses %j', async (entry, expected) => {
    expect(await refusalOf(samFile([{ Last: 'ROUX' }, { Last: 'DOUCET', ...entry }]))).toMatchObject(expected);
  });

  it('reads a file a spreadsheet program saved again to the same digests', async () => {
    const entry = { Last: 'DOUCET', First: 'ODALYS', 'Zip Code': '07001', 'Active Date': '01/02/2023' };
    const saved = { ...entry, 'Zip Code': '7001', 'Active Date': '1/2/2023', Creation_Date: '11/20/2023' };
    const [before, after] = await Promise.all([listOf(samFile([entry])), listOf(samFile([saved]).replaceAll('"', ''))]);
    expect(after.rows).toEqual(before.rows);
    expect(after.rows.map((row) => digestOfRow('sam', row))).toEqual(before.rows.map((row) => digestOfRow('sam', row)));
    expect(warned(after, 'repaired')?.words).toContain('1 ZIP code without the leading zero');
  });

  it.each([['7001', '07001'], ['70011234', '070011234'], ['601', '00601'], ['70001', '70001'], ['700011234', '700011234'], ['700011', '700011']])('a ZIP of %s is %s', async (printed, read) => {
    const [here, abroad] = await Promise.all([listOf(samFile([{ Last: 'DOUCET', 'Zip Code': printed }])), listOf(samFile([{ Last: 'DOUCET', 'Zip Code': printed, Country: 'NZL' }]))]);
    expect(here.rows[0]?.cells[14]).toBe(read);
    expect(abroad.rows[0]?.cells[14]).toBe(printed);
  });

  it('takes the older way of naming an individual in one cell, and keeps a name it cannot take apart', async () => {
    const { rows } = await listOf(samFile([{ Name: 'DOUCET, ODALYS R', Last: '' }, { Name: 'MADONNA', Last: '' }]));
    expect(rows[0]).toMatchObject({ family: 'DOUCET', given: 'ODALYS', middle: 'R', business: '' });
    expect(rows[1]).toMatchObject({ family: '', business: 'MADONNA' });
  });

  it('keeps a row whose date is a word, and says which', async () => {
    const list = await listOf([samHead, samLine({ Last: 'DOUCET', 'Termination Date': 'upon request' }), samLine({ Last: 'ROUX' }), samLine({ Last: 'ROUX', First: 'A' })].join('\r\n'));
    expect(list.rows[0]).toMatchObject({ endsOn: null });
    expect(warned(list, 'unread-dates')).toMatchObject({ asks: false });
    expect(warned(list, 'unread-dates')?.words).toContain('row 2, Termination Date: “upon request”');
  });

  it('keeps comments of several lines', async () => {
    const { rows } = await listOf(samFile([{ Last: 'DOUCET', 'Additional Comments': 'one\r\ntwo, "three"' }]));
    expect(rows[0]?.cells[22]).toBe('one\ntwo, "three"');
  });
});
