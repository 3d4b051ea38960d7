import { describe, expect, it } from 'vitest';
import { leieFile, leieHead, leieRow, listOf, refusalOf, utf8, warned, type LeieEntry } from './files.ts';

describe('a LEIE file as published', () => {
  it('reads every column of an entry', async () => {
    const list = await listOf(leieFile([{ LASTNAME: 'O\'MALLEY-ROUX', FIRSTNAME: 'STEVEN ', MIDNAME: ' ', NPI: '1234567890' }, { BUSNAME: 'QUIET BAYOU HOME CARE', LASTNAME: '', FIRSTNAME: '', DOB: '' }]));
    expect(list).toMatchObject({ list: 'oig-leie', fileName: 'UPDATED.csv', newestAction: '2019-05-20', scope: 'full', columns: null });
    expect(list.heads).toEqual(leieHead.split(','));
    expect(list.rows[0]).toMatchObject({
      row: 2, family: 'O\'MALLEY-ROUX', given: 'STEVEN', middle: '', suffix: '', business: '', birthDate: '1972-03-04', npi: '1234567890', state: 'LA', actionOn: '2019-05-20', endsOn: null,
    });
    expect(list.rows[1]).toMatchObject({ row: 3, family: '', given: '', business: 'QUIET BAYOU HOME CARE', birthDate: null, npi: null });
    expect(list.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(warned(list, 'repaired')).toBeUndefined();
  });

  it.each([
    ['quoted heads', leieHead.split(',').map((head) => `"${head}"`).join(',')],
    ['lower-case heads', leieHead.toLowerCase()],
    ['the head the record layout prints', leieHead.replace('WVRSTATE', 'WAIVERSTATE')],
    ['blanks around heads', leieHead.replaceAll(',', ' , ')],
  ])('takes %s', async (_, head) => {
    const list = await listOf(leieFile([{}], head));
    expect(list.heads).toEqual(leieHead.split(','));
    expect(list.rows).toHaveLength(1);
  });

  it('takes both line ends, also mixed, and no line end after the last row', async () => {
    const file = leieFile([{}, { FIRSTNAME: 'PIERRE' }]);
    const read = await Promise.all([file, file.replaceAll('\r\n', '\n'), file.replace('\r\n', '\n'), file.trimEnd(), file.replaceAll('\r\n', '\r')].map((text) => listOf(text)));
    for (const list of read) expect(list.rows).toEqual(read[0]?.rows);
  });

  it.each<[string, LeieEntry, object]>([
    ['a number of zeros', { NPI: '0000000000' }, { npi: null }],
    ['no number at all', { NPI: '' }, { npi: null }],
    ['a birth date of zeros', { DOB: '00000000' }, { birthDate: null }],
    ['a blank birth date', { DOB: '' }, { birthDate: null }],
    ['an exclusion without a day', { EXCLDATE: '00000000' }, { actionOn: null }],
    ['an exclusion ahead of today', { EXCLDATE: '20991120' }, { actionOn: '2099-11-20' }],
    ['a reinstatement, from which day on nobody is excluded', { REINDATE: '20200301' }, { endsOn: '2020-02-29' }],
    ['the last day of February of a leap year', { DOB: '19720229' }, { birthDate: '1972-02-29' }],
    ['a state in small letters', { STATE: 'la' }, { state: 'LA' }],
    ['a blank state', { STATE: '' }, { state: '' }],
    ['people called Null and True', { LASTNAME: 'NULL', FIRSTNAME: 'TRUE' }, { family: 'NULL', given: 'TRUE' }],
    ['a suffix in the middle name', { MIDNAME: 'JR' }, { middle: '', suffix: 'JR' }],
    ['a suffix behind a middle name', { MIDNAME: 'LEROY III ' }, { middle: 'LEROY', suffix: 'III' }],
    ['a suffix before a middle name', { MIDNAME: 'Sr. A' }, { middle: 'A', suffix: 'SR' }],
    ['a suffix behind the surname', { LASTNAME: 'THIBODAUX, JR.' }, { family: 'THIBODAUX', suffix: 'JR' }],
    ['a suffix behind the given name', { FIRSTNAME: 'REMY IV' }, { given: 'REMY', suffix: 'IV' }],
    ['a given name that begins like one', { FIRSTNAME: 'SR AGNES' }, { given: 'SR AGNES', suffix: '' }],
    ['an initial V, which is no suffix', { MIDNAME: 'V' }, { middle: 'V', suffix: '' }],
    ['a surname that is nothing but one', { LASTNAME: 'II' }, { family: 'II', suffix: '' }],
  ])('reads %s', async (_, entry, expected) => {
    expect(await leieRow(entry)).toMatchObject(expected);
  });

  it.each<[LeieEntry, object]>([
    [{ LASTNAME: 'A'.repeat(19) }, { familyCut: false }],
    [{ LASTNAME: 'A'.repeat(20) }, { familyCut: true }],
    [{ FIRSTNAME: 'B'.repeat(14) }, { givenCut: false }],
    [{ FIRSTNAME: 'B'.repeat(15) }, { givenCut: true }],
    [{ BUSNAME: 'C'.repeat(29) }, { businessCut: false }],
    [{ BUSNAME: 'C'.repeat(30) }, { businessCut: true }],
  ])('knows a name that ends where the column does %#', async (entry, expected) => {
    expect(await leieRow(entry)).toMatchObject(expected);
  });

  it('keeps rows that say the same and says so', async () => {
    const list = await listOf(leieFile([{}, { FIRSTNAME: 'PIERRE' }, {}]));
    expect(list.rows).toHaveLength(3);
    expect(warned(list, 'duplicate-rows')).toMatchObject({ asks: false });
    expect(warned(list, 'duplicate-rows')?.words).toContain('row 4');
  });
});

describe('birth years of two digits', () => {
  it.each([
    ['03/04/72', '20160320', '1972-03-04'],
    ['03/20/01', '20160320', '2001-03-20'], // fifteen on that day
    ['03/21/01', '20160320', '1901-03-21'], // not yet fifteen
    ['01/01/16', '20160320', '1916-01-01'],
    ['02/29/00', '20160320', '2000-02-29'],
  ])('reads %s excluded on %s as %s', async (DOB, EXCLDATE, birthDate) => {
    const list = await listOf(leieFile([{ DOB, EXCLDATE }]));
    expect(list.rows[0]?.birthDate).toBe(birthDate);
    expect(list.rows[0]?.cells[8]).toBe(birthDate.replaceAll('-', ''));
  });

  it('refuses one where no exclusion settles the century, and the 29 February that 1900 never had', async () => {
    expect(await refusalOf(leieFile([{ DOB: '03/04/72', EXCLDATE: '' }]))).toMatchObject({ code: 'not-a-date', row: 2, column: 'DOB', value: '03/04/72' });
    expect(await refusalOf(leieFile([{ DOB: '02/29/00', EXCLDATE: '20150227' }]))).toMatchObject({ code: 'not-a-date' });
  });
});

describe('what a LEIE file holds', () => {
  const entries = (count: number, days: readonly string[], entry: LeieEntry = {}): string =>
    leieFile(Array.from({ length: count }, (_, at) => ({ FIRSTNAME: `A${String(at)}`, EXCLDATE: days[at % days.length] ?? '', ...entry })));
  const recent = ['20190320', '20190420', '20190520'];

  it.each([
    ['1905EXCL.csv', entries(3, ['20010101', '20190520']), 'supplement'],
    ['downloads/1905excl (1).csv', entries(3, ['20010101']), 'supplement'],
    ['1905REIN.csv', entries(3, ['20010101']), 'reinstatements'],
    ['list.csv', entries(3, ['20010101'], { REINDATE: '20190501' }), 'reinstatements'],
    ['list.csv', entries(20, recent), 'supplement'],
    ['UPDATED.csv', entries(20, recent), 'full'], // few rows are warned about
    ['08-2026 Updated.csv', entries(20, recent), 'full'],
    ['outdated.csv', entries(20, recent), 'supplement'],
    ['list.csv', entries(19, recent), 'full'],
    ['list.csv', entries(40, ['20190318', '20190520']), 'full'], // 63 days apart
    ['list.csv', entries(40, ['20190319', '20190520']), 'supplement'], // 62
    ['UPDATED.csv', entries(40, ['19880830', '20030101', '20190520']), 'full'],
    ['1119EXCLUDED-people.csv', entries(3, ['20010101']), 'supplement'],
  ])('%s %# is a %s', async (name, text, scope) => {
    const list = await listOf(text, name);
    expect(list.scope).toBe(scope);
    expect(list.warnings.map(({ code }) => code)).toContain(scope === 'full' ? 'few-rows' : scope);
  });

  it('asks why a full file has fewer than 60,000 rows, and not of one that has them', async () => {
    const line = `${leieFile([{}]).split('\r\n')[1] ?? ''}\r\n`;
    const few = await listOf(utf8(`${leieHead}\r\n${line.repeat(59_999)}`));
    expect(warned(few, 'few-rows')).toMatchObject({ asks: true });
    // By then it is a full file whatever its name says.
    const enough = await listOf(utf8(`${leieHead}\r\n${line.repeat(60_000)}`), '1905EXCL.csv');
    expect(enough.scope).toBe('full');
    expect(enough.rows).toHaveLength(60_000);
    expect(warned(enough, 'few-rows')).toBeUndefined();
  });
});
