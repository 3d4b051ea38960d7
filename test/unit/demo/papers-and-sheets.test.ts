import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { civilDate, plusDays, toDay } from '../../../shared/civil-date.ts';
import { csv } from '../../../shared/demo/csv.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { adverseActionsCsv, demoList, leieCsv, northCarolinaCsv, samCsv } from '../../../shared/demo/lists.ts';
import { asciiOf, onePagePdf } from '../../../shared/demo/one-page-pdf.ts';
import { checksCsv, evidenceCsv, rosterCsv } from '../../../shared/demo/spreadsheets.ts';
import { fileLists, type FileList } from '../../../shared/screening/list.ts';
import { readList } from '../../../shared/screening/lists/read-list.ts';

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
  const day = toDay(today);
  const decoded = (list: FileList, fetched = day): string => new TextDecoder().decode(demoList(list, fetched, day).bytes);

  it('have the eighteen columns of the federal file, quoted as it is, and one person of the demo on them', () => {
    expect(decoded('oig-leie')).toBe(leieCsv(day));
    expect(leieCsv(day).split('\r\n')[0]).toBe('LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE');
    const rows = rowsOf(leieCsv(day));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([18]));
    expect(rows.filter((row) => row[0] === 'VILLERE-HAYES' && row[1] === 'MARCUS' && row[8] === '19810203')).toHaveLength(1);
  });

  it('have the columns and the filler line of the state export, and the thirty-one columns of SAM', () => {
    const rows = rowsOf(adverseActionsCsv(day));
    expect(rows[0]?.[1]).toBe('Last Name or Entity Name');
    expect(new Set(rows[1])).toEqual(new Set(['']));
    expect(rows.length).toBeGreaterThan(100);
    expect(rowsOf(samCsv(day))[0]).toHaveLength(31);
    expect(rowsOf(northCarolinaCsv(day))[0]).toContain('Excluded Entity');
  });

  it.each(fileLists)('are read in as the whole %s, as the demo holds them', async (list) => {
    const made = demoList(list, day, day);
    const read = await readList(made.bytes, made.name);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.warnings.map((warning) => warning.code)).toEqual(list === 'nc-excluded-providers' ? [] : list === 'la-adverse-actions' ? ['repaired'] : ['few-rows']);
    expect({ ...read.value, warnings: [] }).toEqual(made.read);
  });

  it('come and go over the months: each version has entries the one before had not', () => {
    for (const list of fileLists) {
      const [before, after] = [plusDays(day, -60), day].map((fetched) => demoList(list, fetched, day));
      const names = (each: typeof before) => new Set(each?.read.rows.map((row) => row.cells.join()));
      const [old, now] = [names(before), names(after)];
      expect([...now].some((row) => !old.has(row))).toBe(true);
      expect(before?.read.sha256).not.toBe(after?.read.sha256);
    }
  });
});
