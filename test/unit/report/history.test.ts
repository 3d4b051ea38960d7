import { describe, expect, it } from 'vitest';
import { required } from '../../../shared/assert.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { agencyOf, infoOf, modelOf, standingOf } from './fixture.ts';

const historyOf = (...args: Parameters<typeof modelOf>) => required(modelOf(...args).chapters[0], 'one person').history.map(({ shownId, from, to, status, notes }) => [shownId, from, to, status, notes.length]);

describe('the history of findings', () => {
  it('tells every lapse and every month that was not in order, oldest first; what goes on has no end', () => {
    const standings = [
      standingOf('la.cpr', 'late', { lapses: [{ from: civilDate('2025-07-01'), to: civilDate('2025-07-21') }] }),
      standingOf('la.ex-2', 'gap', {
        lapses: [{ from: civilDate('2024-02-01'), to: civilDate('2024-02-29') }],
        periods: [{ period: '2024-01', status: 'met' }, { period: '2024-02', status: 'gap' }, { period: '2026-02', status: 'review' }, { period: '2026-03', status: 'review' }, { period: '2026-04', status: 'review' }],
      }),
      standingOf('la.crisis', 'expired', { lapses: [{ from: civilDate('2026-03-28'), to: null }] }),
    ];
    const file = agencyOf({ acknowledgements: [{ requirement: 'la.ex-2', personId: 'p1', period: '2024-02', note: 'Nobody was in the office', recordedAt: '2024-04-01T10:00:00Z' }] });
    expect(historyOf(file, [infoOf('la.cpr', 'F'), infoOf('la.ex-2', 'D'), infoOf('la.crisis', 'F', 2)], standings)).toEqual([
      ['LA-EX-2', '2024-02-01', '2024-02-29', 'gap', 1],
      ['LA-CPR', '2025-07-01', '2025-07-21', 'late', 0],
      ['LA-EX-2', '2026-02-01', '2026-02-28', 'review', 0],
      // 31 March is the day judged: the month is over with it, the next is not.
      ['LA-EX-2', '2026-03-01', '2026-03-31', 'review', 0],
      ['LA-CRISIS', '2026-03-28', null, 'expired', 0],
      ['LA-EX-2', '2026-04-01', null, 'review', 0],
    ]);
  });

  it('tells training years with both their days', () => {
    const years = standingOf('nc.hours', 'late', { periods: [{ period: '2024-06-10/2025-06-09', status: 'gap' }, { period: '2025-06-10/2026-06-09', status: 'overdue' }] });
    expect(historyOf(agencyOf(), [infoOf('nc.hours', 'G')], [years])).toEqual([
      ['NC-HOURS', '2024-06-10', '2025-06-09', 'gap', 0], ['NC-HOURS', '2025-06-10', null, 'overdue', 0],
    ]);
  });
});
