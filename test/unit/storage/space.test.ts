import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesWords, reserveOf, spaceConcerns, spaceLimits, spaceWords, type Space, type SpaceConcern } from '../../../shared/storage/space.ts';

const GiB = 2 ** 30;
const roomy: Space = { disk: { freeBytes: 100 * GiB, totalBytes: 500 * GiB }, quota: { usage: GiB, quota: 300 * GiB }, backupFreeBytes: 100 * GiB, persisted: true };
const kinds = (change: Partial<Space>): readonly string[] => spaceConcerns({ ...roomy, ...change }).map(({ kind }) => kind);
const disk = (leftBytes: number, totalBytes = 500 * GiB) => ({ disk: { freeBytes: reserveOf(totalBytes) + leftBytes, totalBytes } });

describe('the room that is left', () => {
  it('is no concern where there is enough, or where nobody says', () => {
    expect(spaceConcerns(roomy)).toEqual([]);
    expect(spaceConcerns({ disk: null, quota: null, backupFreeBytes: null, persisted: null })).toEqual([]);
  });

  it('turns low and full on its byte, above what the system keeps', () => {
    expect(kinds(disk(spaceLimits.low + 1))).toEqual([]);
    expect(kinds(disk(spaceLimits.low))).toEqual(['disk-low']);
    expect(kinds(disk(spaceLimits.full + 1))).toEqual(['disk-low']);
    expect(kinds(disk(spaceLimits.full))).toEqual(['disk-full']);
    expect(spaceConcerns({ ...roomy, disk: { freeBytes: 0, totalBytes: 500 * GiB } })).toEqual([{ kind: 'disk-full', leftBytes: 0 }]);
  });

  it('keeps a hundredth of a small disk and a gibibyte of a large one', () => {
    expect([reserveOf(50 * GiB), reserveOf(100 * GiB), reserveOf(4_000 * GiB)]).toEqual([GiB / 2, GiB, GiB]);
  });

  it('judges the share of the page, the backup disk and eviction on both sides', () => {
    expect(kinds({ quota: { usage: 1, quota: 1 + spaceLimits.quota + 1 } })).toEqual([]);
    expect(kinds({ quota: { usage: 1, quota: 1 + spaceLimits.quota } })).toEqual(['quota-low']);
    expect(kinds({ backupFreeBytes: spaceLimits.backup + 1 })).toEqual([]);
    expect(kinds({ backupFreeBytes: spaceLimits.backup })).toEqual(['backup-low']);
    expect(kinds({ persisted: false })).toEqual(['not-persistent']);
    expect(kinds({ persisted: false, backupFreeBytes: 0, ...disk(0) })).toEqual(['disk-full', 'not-persistent', 'backup-low']);
  });

  it('never grows as room shrinks', () => {
    const grave = (left: number): number => ['disk-low', 'disk-full'].indexOf(kinds(disk(left))[0] ?? '');
    const sizes = fc.integer({ min: 0, max: 4 * GiB });
    fc.assert(fc.property(sizes, sizes, (one, other) => {
      expect(grave(Math.min(one, other))).toBeGreaterThanOrEqual(grave(Math.max(one, other)));
    }));
  });
});

describe('the words', () => {
  it('count as disks do, rounded down', () => {
    expect([0, 999, 1_999, 999_999, 1e6, 640_900_000, 999_999_999, 1e9, 1_490_000_000].map(bytesWords)).toEqual([
      '0 kB', '0 kB', '1 kB', '999 kB', '1 MB', '640 MB', '999 MB', '1.0 GB', '1.4 GB',
    ]);
  });

  it.each<SpaceConcern>([
    { kind: 'disk-full', leftBytes: 2e8 }, { kind: 'disk-low', leftBytes: 1.5e9 }, { kind: 'quota-low', leftBytes: 1e8 }, { kind: 'backup-low', leftBytes: 5e8 }, { kind: 'not-persistent' },
  ])('of $kind say what is safe, how much is left and what to do', (concern) => {
    const { short, title, text } = spaceWords(concern);
    expect(short.length).toBeLessThanOrEqual(28);
    if ('leftBytes' in concern) expect(`${short} ${title}`).toContain(bytesWords(concern.leftBytes));
    expect(text).toMatch(/safe|Nothing is lost/);
    expect(text).toMatch(/Free some|Keep room/);
    expect(`${title} ${text}`).not.toMatch(/error|oops|please/i);
  });
});
