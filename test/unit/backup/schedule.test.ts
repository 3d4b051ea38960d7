import { describe, expect, it } from 'vitest';
import { backupDue, backupFinding } from '../../../shared/backup/schedule.ts';

const place = { folder: '/media/stick/Pelican backups', reachable: true, sameDisk: false, freeBytes: 1 };
const good = '2026-11-20T14:00:00.000Z';
const later = (milliseconds: number): number => Date.parse(good) + milliseconds;
const day = 86_400_000;

describe('when a backup is due', () => {
  it('is not before a folder was chosen', () => {
    expect(backupDue({ place: null, lastGoodAt: null, lastFailure: null }, later(0))).toBe(false);
  });
  it('is at once when there is none', () => {
    expect(backupDue({ place, lastGoodAt: null, lastFailure: null }, later(0))).toBe(true);
  });
  it('is when the last good one is a day old, not a moment before', () => {
    expect(backupDue({ place, lastGoodAt: good, lastFailure: null }, later(day - 1))).toBe(false);
    expect(backupDue({ place, lastGoodAt: good, lastFailure: null }, later(day))).toBe(true);
  });
  it('waits a quarter of an hour after a try that failed', () => {
    const lastFailure = { at: new Date(later(2 * day)).toISOString(), why: 'no-folder' };
    expect(backupDue({ place, lastGoodAt: good, lastFailure }, later(2 * day + 15 * 60_000 - 1))).toBe(false);
    expect(backupDue({ place, lastGoodAt: good, lastFailure }, later(2 * day + 15 * 60_000))).toBe(true);
  });
  it('is not put off by a clock that was set back', () => {
    expect(backupDue({ place, lastGoodAt: good, lastFailure: null }, later(-1))).toBe(true);
    expect(backupDue({ place, lastGoodAt: null, lastFailure: { at: good, why: 'no-folder' } }, later(-1))).toBe(true);
  });
});

describe('the finding on backups', () => {
  it('is none while the last good one is under two days old', () => {
    expect(backupFinding({ place, lastGoodAt: good, lastFailure: null }, later(2 * day - 1))).toBeNull();
    expect(backupFinding({ place, lastGoodAt: good, lastFailure: null }, later(2 * day))).toEqual({ kind: 'old', days: 2, lastGoodAt: good });
  });
  it('says that none was set up, or none made yet', () => {
    expect(backupFinding({ place: null, lastGoodAt: null, lastFailure: null }, later(0))).toEqual({ kind: 'never-set-up' });
    expect(backupFinding({ place, lastGoodAt: null, lastFailure: null }, later(0))).toEqual({ kind: 'none-yet' });
  });
  it('says why the last try failed until a good one follows', () => {
    const lastFailure = { at: '2026-11-20T13:59:59.999Z', why: 'disk-full' };
    expect(backupFinding({ place, lastGoodAt: good, lastFailure }, later(1))).toBeNull();
    const after = { at: '2026-11-20T14:00:00.001Z', why: 'disk-full' };
    expect(backupFinding({ place, lastGoodAt: good, lastFailure: after }, later(2))).toEqual({ kind: 'failed', ...after, lastGoodAt: good });
    expect(backupFinding({ place, lastGoodAt: null, lastFailure: after }, later(2))).toMatchObject({ kind: 'failed', lastGoodAt: null });
  });
});
