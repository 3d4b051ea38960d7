import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { csv } from '../../../shared/demo/csv.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { adverseActionsCsv, leieCsv } from '../../../shared/demo/lists.ts';
import { asciiOf, onePagePdf } from '../../../shared/demo/one-page-pdf.ts';
import { checksCsv, evidenceCsv, rosterCsv } from '../../../shared/demo/spreadsheets.ts';

const today = civilDate('2026-03-19');
const { file } = demoAgency(today);
const rowsOf = (text: string): readonly string[][] => Papa.parse(text, { delimiter: ',', skipEmptyLines: true }).data;

describe('a paper', () => {
  it('is a PDF of one page with its text, which any reader opens', async () => {
    const document = await getDocument({ data: onePagePdf('TB test (skin)', ['Name: Đặng Văn Thời', 'Back\\slash']), verbosity: 0 }).promise;
    expect(document.numPages).toBe(1);
    const content = await (await document.getPage(1)).getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('\n');
    expect(text).toContain('SYNTHETIC');
    expect(text).toContain('TB test (skin)');
    expect(text).toContain('Name: Dang Van Thoi');
    expect(text).toContain('Back\\slash');
    await document.loadingTask.destroy();
  });

  it('writes letters Helvetica lacks without their marks', () => {
    expect(asciiOf('Łucja O’Dwyer 李 é')).toBe("Lucja O'Dwyer ? e");
  });
});

describe('the sheets', () => {
  it('quote what needs quoting', () => {
    expect(csv(['a', 'b'], [['x, y', 'say "no"'], [undefined, 1.5]])).toBe('a,b\r\n"x, y","say ""no"""\r\n,1.5\r\n');
  });

  it('have a row for each role held, and for each item of evidence that stands', () => {
    const roster = rowsOf(rosterCsv(file));
    const held = file.people.flatMap((person) => person.employments.flatMap((employment) => employment.roles));
    expect(roster).toHaveLength(held.length + 1);
    const evidence = rowsOf(evidenceCsv(file));
    expect(evidence).toHaveLength(file.evidence.length - 2 + 1);
    expect(rowsOf(checksCsv(file)).length).toBeGreaterThan(500);
    for (const sheet of [roster, evidence]) expect(new Set(sheet.map((row) => row.length)).size).toBe(1);
  });
});

describe('the lists', () => {
  it('have the eighteen columns of the federal file and one person of the demo on them', () => {
    const rows = rowsOf(leieCsv(today));
    expect(rows[0]).toEqual(['LASTNAME', 'FIRSTNAME', 'MIDNAME', 'BUSNAME', 'GENERAL', 'SPECIALTY', 'UPIN', 'NPI', 'DOB', 'ADDRESS', 'CITY', 'STATE', 'ZIP', 'EXCLTYPE', 'EXCLDATE', 'REINDATE', 'WAIVERDATE', 'WVRSTATE']);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([18]));
    expect(rows.filter((row) => row[0] === 'VILLERE-HAYES' && row[1] === 'MARCUS' && row[8] === '19810203')).toHaveLength(1);
    expect(rows.some((row) => row[0] === 'LANDRY-NG' && row[8] !== '19940404')).toBe(true);
  });

  it('have the columns and the filler line of the state export', () => {
    const rows = rowsOf(adverseActionsCsv(today));
    expect(rows[0]?.[1]).toBe('Last Name or Entity Name');
    expect(new Set(rows[1])).toEqual(new Set(['']));
    expect(rows).toHaveLength(152);
  });
});
