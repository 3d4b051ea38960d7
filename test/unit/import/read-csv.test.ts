import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../shared/import/read-table.ts';
import { tableLimits } from '../../../shared/import/table.ts';
import { tableOf, utf8 } from './tables.ts';

const codeOf = async (bytes: Uint8Array, name = 'file.csv'): Promise<string> => {
  const read = await readTable(bytes, name);
  return read.ok ? 'ok' : read.error.code;
};
const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));
const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = [bigEndian ? [0xfe, 0xff] : [0xff, 0xfe]].flat();
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes.push(...(bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]));
  }
  return Uint8Array.from(bytes);
};

describe('encodings', () => {
  const text = 'Name,City\r\nHébert’s Zoë,Peña Blanca\r\n';
  it.each([
    ['UTF-8', utf8(text), 'UTF-8, comma'],
    ['UTF-8 with a mark', utf8(`\ufeff${text}`), 'UTF-8, comma'],
    ['Windows-1252', windows1252(text), 'Windows-1252, comma'],
    ['UTF-16 little-endian', utf16(text, false), 'UTF-16, comma'],
    ['UTF-16 big-endian', utf16(text, true), 'UTF-16, comma'],
  ])('reads %s', async (_, bytes, readAs) => {
    const table = await tableOf(bytes);
    expect(table.headers).toEqual(['Name', 'City']);
    expect(table.rows).toEqual([{ row: 2, cells: ['Hébert’s Zoë', 'Peña Blanca'] }]);
    expect(table.readAs).toBe(readAs);
  });
});

describe('delimiters', () => {
  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('detects %j', async (delimiter, word) => {
    const table = await tableOf(['Name', 'Birth date'].join(delimiter) + '\n' + ['"Cole, Dan; jr"', '3/2/1990'].join(delimiter) + '\n');
    expect(table.headers).toEqual(['Name', 'Birth date']);
    expect(table.rows[0]?.cells).toEqual(['Cole, Dan; jr', '3/2/1990']);
    expect(table.readAs).toBe(`UTF-8, ${word}`);
  });

  it('is not misled by commas in unquoted cells of a semicolon file', async () => {
    const table = await tableOf('Name;Birth date;Role\nHebert-Cole, Danielle;3/2/1990;IPS\nDugas, Francine;3/4/1990;IPS\n');
    expect(table.headers).toEqual(['Name', 'Birth date', 'Role']);
  });

  it('obeys a sep= line and counts it as a row', async () => {
    const table = await tableOf('sep=;\r\nName;City, State\r\nDan;Houma, LA\r\n');
    expect(table.headers).toEqual(['Name', 'City, State']);
    expect(table.rows).toEqual([{ row: 3, cells: ['Dan', 'Houma, LA'] }]);
  });

  it('reads a single column', async () => {
    expect((await tableOf('Name\nDan\nZoë\n')).rows.map(({ cells }) => cells)).toEqual([['Dan'], ['Zoë']]);
  });
});

describe('shape', () => {
  it('keeps quoted newlines, passes over blank lines, and numbers rows as in the file', async () => {
    const table = await tableOf('Name,Note\n\nDan,"two\nlines"\n,,\n  \nZoë,"say ""hi"""\n');
    expect(table.rows).toEqual([
      { row: 3, cells: ['Dan', 'two\nlines'] },
      { row: 6, cells: ['Zoë', 'say "hi"'] },
    ]);
  });

  it('fills short rows and names long ones', async () => {
    const table = await tableOf('A,B\n1\n1,2,3\n1,2,,\n');
    expect(table.rows.map(({ cells }) => cells)).toEqual([['1', ''], ['1', '2'], ['1', '2']]);
    expect(table.tooLong).toEqual([3]);
  });

  it('passes over a title above the table and drops empty columns', async () => {
    const table = await tableOf('Staff roster 2026,,,\n,,,\nLast,First,,Hired\nCole,Dan,,1/2/2025\n');
    expect(table.headers).toEqual(['Last', 'First', 'Hired']);
    expect(table.rows).toEqual([{ row: 4, cells: ['Cole', 'Dan', '1/2/2025'] }]);
  });

  it('drops the invisible spaces of web pages', async () => {
    expect((await tableOf('A,B\n\u00a0Dan\u200b,x\n')).rows[0]?.cells).toEqual(['Dan', 'x']);
  });
});

describe('what is refused, and as what', () => {
  it.each([
    ['empty-file', new Uint8Array()],
    ['empty-file', utf8('\n\n  \n')],
    ['header-only', utf8('Name,City\n')],
    ['html', utf8('\n <!DOCTYPE html><html><body>Session expired</body></html>')],
    ['html', utf8('\ufeff<html>')],
    ['pdf', utf8('%PDF-1.7 ...')],
    ['picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['binary', Uint8Array.of(1, 2, 0, 4, 5)],
    ['open-quote', utf8('Name,City\nDan,"Houma\nZoë,Gray\n')],
    ['old-xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['encrypted', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...utf16('EncryptedPackage', false).subarray(2)])],
    ['too-many-rows', utf8(`A,B\n${'1,2\n'.repeat(tableLimits.rows + 1)}`)],
    ['too-many-columns', utf8(`${'a,'.repeat(tableLimits.columns)}a\n1\n`)],
    ['cell-too-long', utf8(`A,B\n${'x'.repeat(tableLimits.cellLength + 1)},1\n`)],
  ])('%s', async (code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('names the row a quote was left open in', async () => {
    const read = await readTable(utf8('Name,City\nDan,"Houma\nZoë,Gray\n'), 'file.csv');
    expect(read).toMatchObject({ ok: false, error: { code: 'open-quote', detail: '2' } });
  });
});

describe('whatever the bytes', () => {
  it('a reader answers, never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof (await codeOf(bytes))).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('a CSV written by the rules reads back', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'Z', 'é', '"', ',', ';', '\n', ' ', '7'), minLength: 1, maxLength: 8 })
      .map((text) => `x${text}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 }), async (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        const table = await tableOf(quoted);
        expect([table.headers, ...table.rows.map(({ cells }) => cells)]).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});
