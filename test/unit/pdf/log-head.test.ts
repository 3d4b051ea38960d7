import { beforeAll, describe, expect, it } from 'vitest';
import { chained, type LogEntry } from '../../../shared/audit/chain.ts';
import { shortHash } from '../../../shared/audit/verification.ts';
import { logMarkOf } from '../../../shared/report/log-mark.ts';
import { demoFile, jobFor, make } from './jobs.ts';
import { readPdf, type ReadPdf } from './reading.ts';

const first = chained(null, { id: 'l1', at: '2026-03-18T14:05:00Z', what: 'First', salt: 'a'.repeat(32), changes: [] });
const head = chained(first, { id: 'l2', at: '2026-03-19T14:05:00Z', what: 'Second', salt: 'b'.repeat(32), changes: [] });
const withLog = (audit: readonly LogEntry[]) => ({ ...demoFile(), audit });

describe('the head of the log on paper', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  const job = () => jobFor(withLog([first, head]), [demoFile().people[0]?.id ?? '']);
  beforeAll(async () => {
    bytes = (await make(job())).files[0] ?? new Uint8Array();
    pdf = await readPdf(bytes);
  }, 60_000);

  it('stands in the foot of every page and in the box of the cover: number, sixteen digits, time', () => {
    const line = `Log entry 2 · ${shortHash(head.hash)} · written 19 Mar 2026 14:05 UTC`;
    for (const page of pdf.pages) expect(page.text).toContain(line);
    expect(pdf.pages[0]?.text).toContain('HEAD OF THE LOG, ENTRY 2');
    expect(shortHash(head.hash)).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/);
  });

  it('leaves same data, same bytes', async () => {
    expect((await make(job())).files[0]).toEqual(bytes);
  }, 60_000);

  it('is the last entry, or none where there is no log', () => {
    expect(logMarkOf(withLog([first]))).toEqual({ seq: 1, hash: first.hash, atWords: '18 Mar 2026 14:05 UTC' });
    expect(logMarkOf(demoFile())).toBeNull();
    expect(logMarkOf({ ...demoFile(), audit: [{ note: 'of another program' }] })).toMatchObject({ seq: 1, atWords: null });
  });
});
