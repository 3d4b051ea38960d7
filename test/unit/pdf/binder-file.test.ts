import { beforeAll, describe, expect, it } from 'vitest';
import { demoFile, jobFor, make, renamed } from './jobs.ts';
import { embeddedFonts, readPdf, type ReadPdf } from './reading.ts';

const legal = (given: string, family: string) => ({ kind: 'legal' as const, given, family });
const alias = (given: string, family: string) => ({ kind: 'alias' as const, given, family });

describe('the binder of one person', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  let pages = 0;
  beforeAll(async () => {
    const agency = renamed([[legal('Đặng Thị Ánh', 'Nguyệt'), alias('José', 'Muñoz-Peña'), alias('Łukasz', 'Wójcik'), alias('Thời', 'Trần'), alias('梅', '李')]]);
    const made = await make(jobFor(agency, ['x0']));
    expect(made.outcome).toMatchObject({ ok: true });
    bytes = made.files[0] ?? new Uint8Array();
    pages = made.outcome.ok ? (made.outcome.value.files[0]?.pages ?? 0) : 0;
    pdf = await readPdf(bytes);
  }, 60_000);

  it('is US Letter and says person, agency, as-of and "Page x of y" on every page', () => {
    expect(pdf.pages).toHaveLength(pages);
    pdf.pages.forEach((page, index) => {
      expect(page.box).toEqual([0, 0, 612, 792]);
      expect(page.items).toContain(`Page ${index + 1} of ${pages}`);
      expect(page.text).toContain('Đặng Thị Ánh Nguyệt');
      expect(page.text).toContain('Bayou & Piedmont Supported Employment (demo)');
      expect(page.text).toMatch(/as of 31 Mar(ch)? 2026/);
      expect(page.text).toContain('SYNTHETIC');
    });
  });

  it('prints names with é ñ Đ ł ờ and 李 so that they can be found, in few fonts', () => {
    for (const name of ['José Muñoz-Peña', 'Łukasz Wójcik', 'Thời Trần', '李', '梅']) expect(pdf.pages[0]?.text).toContain(name);
    expect(embeddedFonts(bytes)).toBeLessThanOrEqual(8);
  });

  it('hyphenates nothing', () => {
    const broken = pdf.pages.flatMap((page) => page.items.filter((item) => /\p{L}-$/u.test(item)));
    expect(broken).toEqual([]);
  });

  it('leads from every line of the contents to the page it names', () => {
    const contents = pdf.links.filter((link) => link.page === 2);
    expect(contents.length).toBeGreaterThan(20);
    const checklist = pdf.pages.findIndex((page) => page.text.includes('Requirement checklist') && page.text.includes('WINDOW AND ARITHMETIC')) + 1;
    expect(contents[0]?.to).toBe(checklist);
    expect(contents.every((link) => link.to > 2 && link.to <= pages)).toBe(true);
  });

  it('leads from a finding to its row of the checklist and back', () => {
    const findings = pdf.pages.findIndex((page) => page.items.includes('Findings and lapses') && page.items.includes('File shows')) + 1;
    const out = pdf.links.filter((link) => link.page === findings);
    expect(out.length).toBeGreaterThan(0);
    for (const link of out) {
      expect(link.to).toBeLessThan(findings);
      expect(pdf.links.some((back) => back.page === link.to && back.to === findings)).toBe(true);
    }
  });

  it('has bookmarks for its sections, each on its page', () => {
    expect(pdf.outline.map((each) => each.title)).toEqual([
      'Summary', 'Contents', 'Requirement checklist', 'Findings and lapses', 'History of findings', 'Exclusion checks, month by month', 'Appendix 1: Citations and readings',
    ].filter((title) => pdf.pages.some((page) => title === 'Summary' || page.items.includes(title))));
    for (const mark of pdf.outline.slice(1)) expect(pdf.pages[mark.page - 1]?.items).toContain(mark.title);
    const tabs = pdf.outline.find((each) => each.title === 'Requirement checklist')?.children ?? [];
    for (const tab of tabs) expect(pdf.pages[tab.page - 1]?.text).toContain(tab.title.slice(2).slice(0, 20));
  });

  it('carries title, language and dates, and nothing of the machine', () => {
    expect(pdf.info).toMatchObject({ Title: 'Đặng Thị Ánh Nguyệt: personnel binder as of 31 Mar 2026', Creator: 'Muster', Producer: 'Muster', Language: 'en-US', CreationDate: "D:20260402141400Z" });
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/node_modules|\/home\/|\/tmp\/|react-pdf/);
  });
});

describe('the binder of an agency', () => {
  it('numbers pages through the whole file and leads to every person', async () => {
    const people = demoFile().people.slice(0, 3);
    const made = await make(jobFor(demoFile(), people.map((person) => person.id), { synthetic: false }));
    const pdf = await readPdf(made.files[0] ?? new Uint8Array());
    const total = pdf.pages.length;
    pdf.pages.forEach((page, index) => {
      expect(page.items).toContain(`Page ${index + 1} of ${total}`);
      expect(page.text).not.toMatch(/SYNTHETIC|invented/);
    });
    expect(pdf.outline.map((each) => each.title)).toEqual(['Cover', 'Contents', ...people.map((person) => [person.names[0]?.given, person.names[0]?.middle, person.names[0]?.family, person.names[0]?.suffix].filter(Boolean).join(' ')), 'Appendix 1: Citations and readings', 'Appendix 2: Manifest and how to verify']);
    const rows = pdf.links.filter((link) => link.page === 2).slice(0, 3);
    expect(rows.map((link) => link.to)).toEqual(pdf.outline.slice(2, 5).map((each) => each.page));
    for (const link of rows) expect(pdf.pages[1]?.items).toContain(String(link.to));
    expect(embeddedFonts(made.files[0] ?? new Uint8Array())).toBeLessThanOrEqual(8);
    expect(made.folder).toEqual(['.html', '.manifest.json', '.pdf'].map((ending) => `${demoFile().agency.name} - binder as of 2026-03-31${ending}`));
  });

  it('fits A4 where that is asked for', async () => {
    const made = await make(jobFor(demoFile(), [demoFile().people[0]?.id ?? ''], { paper: 'a4' }));
    const pdf = await readPdf(made.files[0] ?? new Uint8Array());
    for (const page of pdf.pages) expect(page.box.map(Math.round)).toEqual([0, 0, 595, 842]);
  });
}, 60_000);
