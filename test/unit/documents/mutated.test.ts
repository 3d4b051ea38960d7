import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../shared/documents/examine.ts';
import { pictureOf } from '../../../shared/documents/picture.ts';
import { photographsToPdf } from '../../../shared/documents/photographs.ts';
import { unlockPdf } from '../../../shared/documents/unlock.ts';
import { randomOf } from '../../support/random.ts';
import { spoiled } from '../../faults/mutations/mutate-bytes.ts';
import { pdfOf } from './fixtures/pdfs.ts';
import { picture, pictures } from './fixtures/pictures.ts';

/** What one examination of a few kilobytes may take, with a slow machine in mind. */
const bound = 2_000;

describe('a file spoiled in any way', async () => {
  const lock = { ownerPassword: 'o', userPassword: 'u', algorithm: 'AES-128' as const };
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['a.pdf', await pdfOf(['one', '', 'three'])], ['b.pdf', await pdfOf(['one', 'two'], { objectStreams: true })], ['c.pdf', await pdfOf(['one'], { lock })],
    ...Object.keys(pictures).map((name) => [name, picture(name as keyof typeof pictures)] as const),
  ];

  it('is taken or refused, never thrown at anybody, and what is taken has pages', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.integer(), async ([name, bytes], seed) => {
      const { bytes: bad, how } = spoiled(bytes, randomOf(seed));
      const began = performance.now();
      const read = await examine(bad, name, 'u');
      const took = performance.now() - began;
      expect(took, `${name}, ${how}`).toBeLessThan(bound);
      if (!read.ok) return;
      const { kind, pages } = read.value;
      expect(pages > 0).toBe(kind !== 'kept');
      if (kind === 'jpeg' || kind === 'png' || kind === 'tiff') {
        for (let page = 1; page <= pages; page += 1) expect(pictureOf(bad, kind, page)).toMatchObject({ ok: true });
        await photographsToPdf([{ name, bytes: bad }]);
      }
      if (kind === 'pdf') {
        const made = await unlockPdf(bad, 'u');
        if (made.ok) expect(made.value.pages).toBe(pages);
      }
    }), { numRuns: 400 });
  }, 120_000);
});
