import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { examine } from '../../../shared/documents/examine.ts';
import { pagesOf } from '../../../shared/documents/page-ranges.ts';
import { pictureOf } from '../../../shared/documents/picture.ts';

describe.each(['2026-01-05', '2026-11-23'].map(civilDate))('the papers of the demo agency on %s', (today) => {
  const { file, documents } = demoAgency(today);
  const papers = (file.documents ?? []).filter(({ mediaType }) => mediaType !== 'application/gzip' && mediaType !== 'text/csv');
  const bytesOf = (sha256: string): Uint8Array => documents.get(sha256) ?? new Uint8Array();

  it('are what their records say, whole, and rightly named', async () => {
    const odd: unknown[] = [];
    for (const { name, sha256, mediaType, pages } of papers) {
      const read = await examine(bytesOf(sha256), name);
      if (!read.ok || read.value.mediaType !== mediaType || read.value.pages !== (pages ?? 0) || read.value.notes.length > 0) odd.push([name, read]);
    }
    expect(odd).toEqual([]);
  });

  it('came in every way papers come, each the evidence of something', () => {
    const used = new Set(file.evidence.flatMap(({ documents: refs }) => refs?.map(({ id }) => id) ?? []));
    for (const mediaType of ['image/jpeg', 'image/tiff', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']) {
      const found = papers.filter((each) => each.mediaType === mediaType);
      expect([mediaType, found.length > 0 && found.every(({ id }) => used.has(id))]).toEqual([mediaType, true]);
      for (const { bytes } of found) expect(bytes).toBeLessThan(100_000);
    }
  });

  it('have a personnel file scanned whole, of which each item has its own pages and none is left', () => {
    const scans = papers.filter(({ name }) => name.startsWith('Personnel file'));
    expect(scans).toHaveLength(1);
    for (const { id, pages = 0, recordedAt } of scans) {
      const items = file.evidence.filter((item) => item.documents?.some((ref) => ref.id === id));
      const named = items.flatMap((item) => pagesOf(item.documents?.[0]?.pages, pages));
      expect(items.length).toBeGreaterThan(3);
      expect([...named].sort((one, other) => one - other)).toEqual(pagesOf(undefined, pages));
      for (const item of items) expect(item.recordedAt).toBe(recordedAt);
    }
  });

  it('have a photograph that stands upright once its tag is heeded, and a fax as high as its paper', () => {
    const photo = papers.find((each) => each.mediaType === 'image/jpeg');
    const fax = papers.find((each) => each.mediaType === 'image/tiff');
    expect(pictureOf(bytesOf(photo?.sha256 ?? ''), 'jpeg')).toMatchObject({ ok: true, value: { width: 544, height: 720, upright: { mirrored: false, turn: 90 } } });
    expect(pictureOf(bytesOf(fax?.sha256 ?? ''), 'tiff', 2)).toMatchObject({ ok: true, value: { width: 850, height: 550, stretch: 2 } });
  });
});
