import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../renderer/features/log/period.ts';
import { walkChain } from '../../../renderer/features/log/walk-chain.ts';
import { chained, verifyChain, type LogEntry } from '../../../shared/audit/chain.ts';
import { civilDate } from '../../../shared/civil-date.ts';

const log: LogEntry[] = [];
for (let n = 1; n <= 20; n += 1) log.push(chained(log.at(-1) ?? null, { id: `l${n}`, at: '2026-03-19T15:00:00Z', what: `Entry ${n}`, salt: 'a'.repeat(32), changes: [] }));

/** A clock on which every look takes `step` milliseconds. */
function walking(step: number, cancelAfter = Infinity) {
  let time = 0;
  const told: number[] = [];
  return {
    told,
    walk: {
      now: () => (time += step),
      breathe: () => Promise.resolve(),
      progress: (done: number) => void told.push(done),
      cancelled: () => told.length >= cancelAfter,
    },
  };
}

describe('verifying a long log', () => {
  it('breathes between stretches and answers what verifying at once answers', async () => {
    const { walk, told } = walking(4);
    expect(await walkChain(log, walk)).toEqual(verifyChain(log));
    expect(told).toEqual([3, 6, 9, 12, 15, 18]);
    const broken = log.map((entry) => (entry.seq === 9 ? { ...entry, what: 'Another' } : entry));
    expect(await walkChain(broken, walking(4).walk)).toEqual({ ok: false, error: { code: 'altered', at: 8 } });
  });

  it('does not breathe where there is little to do', async () => {
    const { walk, told } = walking(0);
    expect((await walkChain(log, walk))?.ok).toBe(true);
    expect(told).toEqual([]);
  });

  it('stops when it is told to, and then answers nothing', async () => {
    expect(await walkChain(log, walking(4, 2).walk)).toBeNull();
  });
});

describe('the periods of the log', () => {
  const today = civilDate('2026-03-19');

  it('count today as their last day', () => {
    expect(daysOf('all', today)).toEqual({ from: null, to: null });
    expect(daysOf('today', today)).toEqual({ from: today, to: today });
    expect(daysOf('week', today)).toEqual({ from: '2026-03-13', to: today });
    expect(daysOf('month', today)).toEqual({ from: '2026-02-18', to: today });
    expect(daysOf('year', today)).toEqual({ from: '2026-01-01', to: today });
  });
});
