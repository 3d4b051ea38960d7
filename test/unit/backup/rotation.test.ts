import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surplusBackups, usualRotation, type DatedBackup } from '../../../shared/backup/rotation.ts';

const start = Date.parse('2024-01-01T02:30:00Z');
const dayLong = 86_400_000;
const onDay = (day: number, good = true, hours = 0): DatedBackup => {
  const at = new Date(start + day * dayLong + hours * 3_600_000).toISOString();
  return { name: `${at.slice(0, 13).replace('T', '-')}-${day}-${hours}`, at, good };
};
const keptOf = (backups: readonly DatedBackup[]): readonly DatedBackup[] => {
  const gone = new Set(surplusBackups(backups));
  return backups.filter((each) => !gone.has(each));
};

const anyBackups = fc.uniqueArray(fc.record({ day: fc.nat(1_500), good: fc.boolean(), hours: fc.nat(23) }), { maxLength: 120, selector: ({ day, hours }) => `${day}/${hours}` })
  .map((all) => all.map(({ day, good, hours }) => onDay(day, good, hours)));

describe('rotation', () => {
  it('keeps fourteen days: the fourteenth stays, the fifteenth goes', () => {
    const days = Array.from({ length: 15 }, (_, day) => onDay(day + 3));
    expect(surplusBackups(days)).toEqual([days[0]]);
    expect(surplusBackups(days.slice(1))).toEqual([]);
  });

  it('keeps the last of twenty-four months: the twenty-fourth stays, the one before goes', () => {
    const days = Array.from({ length: 790 }, (_, day) => onDay(day));
    const kept = keptOf(days);
    const months = new Set(kept.map(({ at }) => at.slice(0, 7)));
    expect(months.size).toBe(24);
    expect(kept[0]?.at.slice(0, 10)).toBe('2024-03-31');
    expect(kept).toHaveLength(14 + 23);
  });

  it('keeps the newest of a day', () => {
    const morning = onDay(5, true, 1);
    const evening = onDay(5, true, 9);
    expect(surplusBackups([morning, evening, onDay(6)])).toEqual([morning]);
  });

  it('lets one that was never proven good go only once a newer good one stands', () => {
    const unproven = onDay(5, false);
    expect(surplusBackups([onDay(4), unproven])).toEqual([]);
    expect(surplusBackups([onDay(4), unproven, onDay(6)])).toEqual([unproven]);
  });

  it('never takes the newest good one, and nothing at all where none is good', () => {
    fc.assert(fc.property(anyBackups, (backups) => {
      const good = backups.filter((each) => each.good).toSorted((one, other) => (one.at < other.at ? 1 : -1));
      const gone = surplusBackups(backups);
      if (good[0] === undefined) expect(gone).toEqual([]);
      else expect(gone).not.toContain(good[0]);
    }));
  });

  it('keeps at most its days and months of good ones, and every unproven one after the newest good', () => {
    fc.assert(fc.property(anyBackups, (backups) => {
      const kept = keptOf(backups);
      expect(kept.filter((each) => each.good).length).toBeLessThanOrEqual(usualRotation.daily + usualRotation.monthly);
      const newest = kept.filter((each) => each.good).map(({ at }) => at).toSorted().at(-1);
      expect(backups.filter((each) => !each.good && (newest === undefined || each.at >= newest)).every((each) => kept.includes(each))).toBe(true);
    }));
  });

  it('run twice takes nothing more, in any order of the folder', () => {
    fc.assert(fc.property(anyBackups, (backups) => {
      expect(surplusBackups(keptOf(backups))).toEqual([]);
      expect(new Set(surplusBackups(backups.toReversed()))).toEqual(new Set(surplusBackups(backups)));
    }));
  });

  it('run day by day keeps what it would keep had it run once at the end', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(900), { minLength: 1, maxLength: 200 }), (days) => {
      const all = days.toSorted((one, other) => one - other).map((day) => onDay(day));
      let folder: readonly DatedBackup[] = [];
      for (const each of all) folder = keptOf([...folder, each]);
      expect(folder).toEqual(keptOf(all));
    }), { numRuns: 40 });
  });
});
