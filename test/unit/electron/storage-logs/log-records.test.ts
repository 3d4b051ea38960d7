import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfLog } from '../../../../electron/storage-logs/log-records.ts';
import { asLog } from './log-writer.ts';

const filled = (length: number, with_: number): Uint8Array => new Uint8Array(length).fill(with_);
const records = [filled(10, 1), filled(70_000, 2), filled(32_768 - 7, 3), new Uint8Array(), filled(5, 4)];

describe('a log of LevelDB', () => {
  it('is whole where its last record is', async () => {
    for (let count = 0; count <= records.length; count += 1) {
      const log = await asLog(records.slice(0, count));
      expect(await endOfLog(log)).toEqual({ whole: log.length, state: 'whole' });
    }
  });

  it('is as the program wrote it: a record known from LevelDB’s own files', async () => {
    // The first record of the manifest of any IndexedDB: its comparator `idb_cmp1`, and numbers.
    const known = Buffer.from('e4d68eee10000101086964625f636d7031020003020400', 'hex');
    expect(await endOfLog(known)).toEqual({ whole: known.length, state: 'whole' });
  });

  it('is torn wherever its last record is cut off, and whole up to the one before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 5 }), fc.nat(), async (lengths, cut) => {
        const contents = lengths.map((length, index) => filled(length, index + 1));
        const before = await asLog(contents.slice(0, -1));
        const log = await asLog(contents);
        const kept = before.length + 1 + (cut % (log.length - before.length - 1));
        expect(await endOfLog(log.subarray(0, kept))).toEqual({ whole: before.length, state: 'torn' });
      }),
      { numRuns: 60 },
    );
  });

  it('is torn where its last record was not written through: garbage or zeros in place of it', async () => {
    const before = await asLog([filled(100, 1)]);
    const log = Buffer.from(await asLog([filled(100, 1), filled(200, 2)]));
    log.fill(0xaa, before.length + 20, before.length + 40);
    expect(await endOfLog(log)).toEqual({ whole: before.length, state: 'torn' });
    expect(await endOfLog(Buffer.concat([before, new Uint8Array(100_000)]))).toEqual({ whole: before.length, state: 'torn' });
  });

  it('is torn where the fragments of its last record were written out of order', async () => {
    const before = await asLog([filled(100, 1)]);
    const log = Buffer.from(await asLog([filled(100, 1), filled(100_000, 2)]));
    log.fill(0, before.length, before.length + 7);
    expect(await endOfLog(log)).toEqual({ whole: before.length, state: 'torn' });
  });

  it('is damaged where whole records follow what cannot be read', async () => {
    const before = await asLog([filled(100, 1)]);
    const torn = (await asLog([filled(100, 1), filled(500, 2)])).subarray(0, before.length + 300);
    const goneOn = Buffer.concat([torn, await asLog([filled(50, 3)], torn.length)]);
    expect(await endOfLog(goneOn)).toEqual({ whole: before.length, state: 'damaged' });
  });

  it('goes on behind room that was given and never written to, as LevelDB does', async () => {
    const block = 32_768;
    const before = await asLog([filled(100, 1)]);
    const log = Buffer.concat([before, new Uint8Array(block - before.length), await asLog([filled(9, 2)], block)]);
    expect(await endOfLog(log)).toEqual({ whole: log.length, state: 'whole' });
  });
});
