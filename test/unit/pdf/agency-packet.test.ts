import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { producePacket } from '../../../electron/binder/produce-packet.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { PacketJob } from '../../../shared/report/binder-job.ts';
import { agencyWith, asOf, demo, generatedAt, packetOf } from '../report/agency-packet/fixture.ts';
import { embeddedFonts, readPdf, type ReadPdf } from './reading.ts';

const job: PacketJob = { asOf, generatedAt, synthetic: true };

async function make(file: AgencyFile, more: Partial<PacketJob> = {}, signal = new AbortController().signal) {
  const outFolder = await mkdtemp(path.join(tmpdir(), 'muster-packet-'));
  try {
    const outcome = await producePacket(file, { ...job, ...more }, { outFolder, workers: 2, onProgress: () => undefined, signal });
    const names = await readdir(outFolder);
    return { outcome, names, files: await Promise.all(names.map((name) => readFile(path.join(outFolder, name)))) };
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}

describe('the agency packet as PDF', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    const made = await make(demo);
    expect(made.names).toEqual(['Bayou & Piedmont Supported Employment (demo) - agency packet as of 2026-03-31.pdf']);
    bytes = made.files[0] ?? new Uint8Array();
    pdf = await readPdf(bytes);
  });

  it('numbers every page of US Letter, says what it is, and that it is synthetic', () => {
    expect(pdf.pages.length).toBeGreaterThan(20);
    pdf.pages.forEach((page, at) => {
      expect(page.box).toEqual([0, 0, 612, 792]);
      expect(page.text).toContain(`Page ${at + 1} of ${pdf.pages.length}`);
      expect(page.text).toContain('Agency packet · as of 31 Mar 2026');
      expect(page.text).toContain('SYNTHETIC');
    });
  });

  it('prints in its contents the page each section begins on', () => {
    const contents = pdf.pages[1]?.text ?? '';
    const sections = packetOf(demo).sections.map((section) => section.title);
    for (const title of [...sections, 'Findings of the agency and its teams', 'Appendix 1: Citations and readings']) {
      const entry = pdf.outline.find((each) => each.title === title);
      expect(entry, title).toBeDefined();
      expect(contents.replace(/\s+/g, ' ')).toContain(title);
      expect(pdf.pages[(entry?.page ?? 0) - 1]?.text).toContain(title);
      expect(contents.split(/\s+/)).toContain(String(entry?.page));
    }
  });

  it('names every team where its part begins, and every person of the staff matrix', () => {
    const fidelity = pdf.outline.find((each) => each.title === 'Fidelity to the IPS model');
    expect(fidelity?.children.map((each) => each.title)).toEqual(['Bayou team · Houma office', 'River team · Baton Rouge office', 'Piedmont team · Greensboro office']);
    for (const child of fidelity?.children ?? []) expect(pdf.pages[child.page - 1]?.text).toContain(child.title);
    const all = pdf.pages.map((page) => page.text).join('\n');
    for (const finding of packetOf(demo).findings) expect(all.replace(/\s+/g, ' ')).toContain(finding.headline.replace(/\s+/g, ' ').slice(0, 40));
  });

  it('embeds each face once', () => {
    expect(embeddedFonts(bytes)).toBeLessThanOrEqual(8);
  });

  it('is the same bytes for the same data and time, and other bytes at another time', async () => {
    expect((await make(demo)).files[0]).toEqual(bytes);
    expect((await make(demo, { generatedAt: '2026-04-02T14:06:00Z' })).files[0]).not.toEqual(bytes);
  });
});

it('carries no watermark where nothing is invented, and prints an agency with nothing on record', async () => {
  const [bytes] = (await make(agencyWith([], { teams: [], people: [] }), { synthetic: false })).files;
  const pdf = await readPdf(bytes ?? new Uint8Array());
  expect(pdf.pages.map((page) => page.text).join(' ')).not.toContain('SYNTHETIC');
});

it('cuts hostile text before it can outgrow a page', async () => {
  const long = 'Wort '.repeat(4000);
  const unbroken = 'x'.repeat(5000);
  const file = agencyWith([
    { id: 'c', kind: 'credential', credential: 'policy', title: unbroken, party: long, effectiveOn: asOf, recordedAt: '2026-01-01T00:00:00Z' },
    { id: 'f', kind: 'fidelity-plan', teamId: 't', lines: [{ action: long, finding: unbroken, owner: long }], recordedAt: '2026-01-01T00:00:00Z' },
  ]);
  const { outcome, files } = await make(file);
  expect(outcome.ok).toBe(true);
  expect((await readPdf(files[0] ?? new Uint8Array())).pages.length).toBeLessThan(40);
});

it('stops when asked to and leaves nothing', async () => {
  const made = await make(demo, {}, AbortSignal.abort());
  expect(made.outcome).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(made.names).toEqual([]);
});
