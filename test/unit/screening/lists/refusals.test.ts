import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listLimits } from '../../../../shared/screening/lists/limits.ts';
import { listErrorWords, type ListError } from '../../../../shared/screening/lists/list-error.ts';
import { leieFile, leieHead, listOf, refusalOf, samFile, utf8, zipOf } from './files.ts';

const good = leieFile([{ FIRSTNAME: 'ANAIS' }, { FIRSTNAME: 'PIERRE' }, { FIRSTNAME: 'ODETTE' }]);
const lines = good.trimEnd().split('\r\n');
const [head = '', first = '', second = '', third = ''] = lines;
const joined = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');
const heads = leieHead.split(',');

describe('files that are no list', () => {
  it.each<[string, string | Uint8Array, ListError['code']]>([
    ['nothing', '', 'empty-file'],
    ['only line ends', '\r\n\r\n', 'empty-file'],
    ['a web page', '<!DOCTYPE html><html><body>Access denied</body></html>', 'html'],
    ['a web page under a comment', '<!-- served by 7 -->\n<html><body>Sign in</body></html>', 'html'],
    ['a page without a head', '<div class="error">Service unavailable</div>', 'html'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]), 'picture'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'binary'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'old-xls'],
    ['a workbook with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from('EncryptedPackage', (letter) => [letter.charCodeAt(0), 0]).flat()]), 'encrypted'],
    ['a message', 'The requested file is not available.', 'unknown-list'],
    ['JSON', '{"error":"quota exceeded","code":429}', 'unknown-list'],
    ['another table', 'Name,Phone,City\r\nA,1,B\r\n', 'unknown-list'],
    ['a zip without a CSV', zipOf({ 'readme.md': 'x' }), 'zip'],
    ['a zip with two CSV files', zipOf({ 'a.csv': good, 'b.csv': good }), 'zip'],
    ['a zip with a web page in it', zipOf({ 'a.csv': '<html><body>no</body></html>' }), 'html'],
    ['an empty CSV in a zip', zipOf({ 'a.csv': '' }), 'empty-file'],
    ['a gzip', gzipSync(strToU8(good)), 'binary'],
  ])('refuses %s', async (_, file, code) => {
    expect((await refusalOf(file)).code).toBe(code);
  });

  it('takes a zip with one CSV, whatever lies beside it', async () => {
    const list = await listOf(zipOf({ 'SAM_Exclusions.CSV': good, '__MACOSX/SAM_Exclusions.CSV': 'x', 'readme.txt': 'x' }), 'list.zip');
    expect(list.rows).toHaveLength(3);
    expect(list.fileName).toBe('list.zip');
  });

  it('refuses an archive that is cut off, altered or encrypted', async () => {
    const zip = zipSync({ 'a.csv': strToU8(good.repeat(20)) });
    expect(await refusalOf(zip.subarray(0, zip.length - 30))).toMatchObject({ code: 'damaged' });
    const altered = zipSync({ 'a.csv': strToU8(good) }, { level: 0 });
    altered[60] = (altered[60] ?? 0) ^ 1;
    expect(await refusalOf(altered)).toMatchObject({ code: 'damaged' });
    const encrypted = Uint8Array.from(zip);
    const directory = encrypted.findLastIndex((byte, at) => byte === 0x50 && encrypted[at + 1] === 0x4b && encrypted[at + 2] === 1 && encrypted[at + 3] === 2);
    encrypted[directory + 8] = 1;
    expect(await refusalOf(encrypted)).toMatchObject({ code: 'encrypted' });
  });

  it('refuses archives that unpack to more than they may, before unpacking them', async () => {
    expect(await refusalOf(zipSync({ 'a.csv': new Uint8Array(40 * 2 ** 20) }))).toMatchObject({ code: 'bomb' });
    expect(await refusalOf(zipOf(Object.fromEntries(Array.from({ length: listLimits.entries + 1 }, (_, at) => [`${String(at)}.txt`, 'x']))))).toMatchObject({ code: 'bomb' });
    // A directory that says less than there is: what was promised is all that is unpacked, and it disagrees with its checksum.
    const lying = zipSync({ 'a.csv': strToU8(good) });
    const directory = lying.findLastIndex((byte, at) => byte === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1 && lying[at + 3] === 2);
    lying[directory + 24] = 100;
    lying[directory + 25] = 0;
    expect(await refusalOf(lying)).toMatchObject({ code: 'damaged' });
  });

  it('refuses a file larger than any list', async () => {
    expect(await refusalOf(new Uint8Array(listLimits.bytes + 1))).toMatchObject({ code: 'too-large' });
  });
});

describe('heads', () => {
  it.each<[string, string, Partial<ListError>]>([
    ['a missing column', joined(heads.filter((each) => each !== 'DOB').join(','), first), { code: 'missing-columns', detail: 'DOB' }],
    ['two missing columns', joined(heads.filter((each) => each !== 'DOB' && each !== 'NPI').join(','), first), { code: 'missing-columns', detail: 'NPI, DOB' }],
    ['a renamed column', joined(leieHead.replace('DOB', 'BIRTHDAY'), first), { code: 'missing-columns', detail: 'DOB' }],
    ['one more column', joined(`${leieHead},SSN`, first), { code: 'unknown-columns', detail: 'SSN' }],
    ['another order', joined(leieHead.replace('LASTNAME,FIRSTNAME', 'FIRSTNAME,LASTNAME'), first), { code: 'column-order', detail: 'FIRSTNAME' }],
    ['a column twice', joined(leieHead.replace('UPIN', 'npi'), first), { code: 'duplicate-heads', row: 1, detail: 'NPI' }],
    ['no heads', joined(first, second), { code: 'no-header', list: 'oig-leie' }],
    ['heads alone', joined(head), { code: 'no-rows', list: 'oig-leie' }],
  ])('%s', async (_, file, expected) => {
    expect(await refusalOf(file)).toMatchObject(expected);
  });

  it('names the list a file is when another was asked for', async () => {
    expect(await refusalOf(good, 'x.csv', { list: 'sam' })).toMatchObject({ code: 'other-list', list: 'sam', detail: 'the OIG List of Excluded Individuals and Entities' });
    expect(await refusalOf(samFile([{ Last: 'DOUCET' }]), 'x.csv', { list: 'la-adverse-actions' })).toMatchObject({ code: 'other-list', detail: 'the SAM.gov exclusions' });
    expect(await refusalOf('Name,Phone\r\nA,1\r\n', 'x.csv', { list: 'oig-leie' })).toMatchObject({ code: 'no-header' });
    // A few of its heads are enough to say which are missing.
    expect(await refusalOf('LASTNAME,FIRSTNAME,NPI\r\nA,B,\r\n', 'x.csv', { list: 'oig-leie' })).toMatchObject({ code: 'missing-columns' });
  });
});

describe('rows', () => {
  it.each<[string, string, Partial<ListError>]>([
    ['too short', joined(head, first, second.replace('"",', ''), third), { code: 'short-row', row: 3, detail: '17 in place of 18' }],
    ['too long', joined(head, first, `${second},"MORE"`, third), { code: 'long-row', row: 3, detail: '19 in place of 18' }],
    ['a comma that divides an unquoted name', joined(head, first.replaceAll('"', ''), second.replaceAll('"', '').replace('NOWHERE', 'NO, WHERE')), { code: 'long-row', row: 3, detail: '19 in place of 18' }],
    ['cut off between two cells', good.slice(0, good.lastIndexOf('"1128b4"') - 1), { code: 'cut-off', row: 4, detail: '13 in place of 18' }],
    ['cut off inside a cell', good.slice(0, good.lastIndexOf('28b4')), { code: 'open-quote', row: 4 }],
    ['an open quotation mark', joined(head, first.replace('"NOWHERE"', '"NOWHERE'), second, third), { code: 'stray-quote', row: 2 }],
    ['a stray quotation mark', joined(head, first, second.replace('NOWHERE', 'NO"WHERE'), third), { code: 'stray-quote', row: 3 }],
    ['a cell without end', joined(head, first.replace('NOWHERE', 'N'.repeat(listLimits.cellLength + 1))), { code: 'cell-too-long', row: 2, column: 'CITY' }],
    ['bytes that are no text', joined(head, first.replace('NOWHERE', 'N'.repeat(5_000)), second.replace('NOWHERE', 'NO\0WHERE')), { code: 'binary', row: 3 }],
  ])('%s', async (_, file, expected) => {
    expect(await refusalOf(file)).toMatchObject(expected);
  });

  it('takes a cell of the greatest length', async () => {
    const list = await listOf(joined(head, first.replace('NOWHERE', 'N'.repeat(listLimits.cellLength))));
    expect(list.rows).toHaveLength(1);
  });

  it('refuses more rows than any list has', async () => {
    expect(await refusalOf(utf8(`${leieHead}\n${`${','.repeat(17)}\n`.repeat(listLimits.rows + 1)}`))).toMatchObject({ code: 'too-many-rows' });
  });
});

describe('the words', () => {
  it('say what, where, the mend, and that the previous version stays in force', () => {
    expect(listErrorWords({ fileName: 'UPDATED.csv', code: 'not-a-date', row: 12, column: 'DOB', value: '13/02/1980', detail: 'the day seems to stand before the month', list: 'oig-leie' })).toBe(
      'UPDATED.csv, row 12, column DOB: “13/02/1980” is no date (the day seems to stand before the month). Import the file as it was downloaded, without opening and saving it in a spreadsheet program. Nothing was imported; the previous version stays in force.',
    );
    expect(listErrorWords({ fileName: 'UPDATED.csv', code: 'missing-columns', detail: 'NPI, DOB', list: 'oig-leie' })).toBe(
      'UPDATED.csv lacks the columns NPI, DOB of the OIG List of Excluded Individuals and Entities. Download the list again. Nothing was imported; the previous version stays in force.',
    );
  });

  it('never blame, and cut a long value', () => {
    const codes: readonly ListError['code'][] = [
      'empty-file', 'too-large', 'html', 'pdf', 'picture', 'binary', 'old-xls', 'encrypted', 'bomb', 'zip', 'damaged', 'open-quote', 'stray-quote', 'cut-off', 'short-row', 'long-row', 'unknown-list', 'other-list',
      'no-header', 'missing-columns', 'unknown-columns', 'column-order', 'duplicate-heads', 'unmapped', 'no-such-column', 'no-rows', 'too-many-rows', 'cell-too-long', 'not-a-date', 'not-an-npi', 'lost-digits',
      'spreadsheet-error', 'not-a-class', 'no-name',
    ];
    for (const code of codes) {
      const said = listErrorWords({ fileName: 'f.csv', code, row: 7, column: 'C', value: 'v'.repeat(100), detail: 'd' });
      expect(said).toMatch(/^f\.csv.*the previous version stays in force\.$/);
      expect(said).not.toMatch(/please|oops|error(?! or sign-in)|violation|undefined|v{41}/i);
    }
  });
});
