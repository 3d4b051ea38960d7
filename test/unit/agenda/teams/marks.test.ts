import { describe, expect, it } from 'vitest';
import { canMark, markOf, refusalOf, shiftedDay, type Mark } from '../../../../renderer/features/agency/teams/marks.ts';
import type { PlanCell, PlanLine } from '../../../../shared/agenda/teams/month-plan.ts';
import { civilDate, toDay, fromDay, plusDays } from '../../../../shared/civil-date.ts';
import { weekOf } from '../../../../shared/model/agency-records/period.ts';

const cell = (monday: string, fields: Partial<PlanCell> = {}): PlanCell => {
  const span = weekOf(toDay(civilDate(monday)));
  return { key: monday, span, on: fromDay(plusDays(span.first, 1)), from: fromDay(span.first), to: fromDay(span.last), ahead: false, personIds: ['a'], logged: [], ...fields };
};
const weeks = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'].map((monday) => cell(monday));
const line: PlanLine = { key: 'unit', meeting: 'unit', label: 'Vocational unit meeting', every: 'week', treatmentTeamId: null, personId: null, noTelephone: true, videoPerMonth: 3, ifShared: false, videos: [], cells: weeks };
const mark = (of: PlanCell, mode: Mark['mode']): Mark => ({ ...markOf(of, new Map()), mode });
const refused = (mode: Mark['mode'], at: number, marked: readonly number[]): string | null => {
  const marks = new Map(marked.map((index) => [weeks[index]?.key ?? '', mark(weeks[index] ?? cell('2026-03-02'), mode)]));
  const of = weeks[at] ?? cell('2026-03-02');
  return refusalOf(line, of, mark(of, mode), marks);
};

describe('marking a meeting', () => {
  it('a telephone meeting is told at once that it does not count', () => {
    expect(refused('telephone', 0, [0])).toContain('by telephone it does not count');
    expect(refused('in-person', 0, [0])).toBeNull();
  });

  it('three by video count, the fourth does not', () => {
    expect(refused('video', 2, [0, 1, 2])).toBeNull();
    expect(refused('video', 3, [0, 1, 2, 3])).toContain('by video 3 a month count, and Mar 2026 has them');
  });

  it('videos on file count although they were entered in another month', () => {
    const april = [cell('2026-03-30')];
    const [last = cell('2026-03-30')] = april;
    const onFile = (count: number): PlanLine => ({ ...line, cells: april, videos: ['2026-03-03', '2026-03-10', '2026-03-17'].slice(0, count).map(civilDate) });
    const video = mark(last, 'video');
    expect(refusalOf(onFile(2), last, video, new Map([[last.key, video]]))).toBeNull();
    expect(refusalOf(onFile(3), last, video, new Map([[last.key, video]]))).toContain('Mar 2026 has them');
  });

  it('the day stays inside its week and never passes today', () => {
    const of = cell('2026-03-16');
    expect(shiftedDay(of, civilDate('2026-03-21'), 1, civilDate('2026-04-01'))).toBe('2026-03-22');
    expect(shiftedDay(of, civilDate('2026-03-22'), 1, civilDate('2026-04-01'))).toBe('2026-03-22');
    expect(shiftedDay(of, civilDate('2026-03-16'), -1, civilDate('2026-04-01'))).toBe('2026-03-16');
    expect(shiftedDay(of, civilDate('2026-03-18'), 1, civilDate('2026-03-18'))).toBe('2026-03-18');
  });

  it('only what has come and is not on file can be marked', () => {
    expect(canMark(cell('2026-03-16'))).toBe(true);
    expect(canMark(cell('2026-03-16', { ahead: true }))).toBe(false);
  });
});
