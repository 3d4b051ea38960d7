import { describe, expect, it } from 'vitest';
import { coverageGrid, monthStatus, monthsUpTo } from '../../../../shared/agenda/exclusions/coverage.ts';
import { obligationsOf } from '../../../../shared/agenda/exclusions/obligations.ts';
import { keyOf } from '../../../../shared/agenda/exclusions/subject.ts';
import { civilDate, type CivilDate, type CivilMonth } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { worseOf, type Status } from '../../../../shared/rules/status.ts';
import { agencyOf, check, employmentOf } from '../../rules/support.ts';

const day = civilDate;
const both = (...on: readonly string[]) => on.flatMap((each) => [check('oig-leie', each), check('la-adverse-actions', each)]);
const gridOf = (world: Parameters<typeof agencyOf>[0], asOf: string, list: 'oig-leie' | 'sam' | null = null, months = 4) => {
  const file = agencyOf(world);
  return coverageGrid(file, evaluate(file, { asOf: day(asOf), all: true }), { months, list });
};
const cellsOf = (...of: Parameters<typeof gridOf>) => gridOf(...of).rows[0]?.cells ?? [];
const statuses = (...of: Parameters<typeof gridOf>) => cellsOf(...of).map((cell) => cell.status);

describe('the months of a grid', () => {
  it('end with the month of the day judged, oldest first', () => {
    expect(monthsUpTo(day('2026-02-28'), 3)).toEqual(['2025-12', '2026-01', '2026-02']);
    expect(monthsUpTo(day('2026-05-31'), 1)).toEqual(['2026-05']);
  });
});

describe('people and months', () => {
  const checks = [...both('2026-03-10', '2026-05-04'), check('oig-leie', '2026-04-08')];
  it('show the holes over all lists and on one', () => {
    expect(statuses({ checks }, '2026-06-05')).toEqual(['met', 'incomplete', 'met', 'open']);
    expect(statuses({ checks }, '2026-06-05', 'oig-leie')).toEqual(['met', 'met', 'met', 'open']);
    expect(cellsOf({ checks }, '2026-06-05')[1]?.words).toBe('OIG LEIE: searched on 8 Apr 2026 on the web site. LDH: not searched; a later check does not repair a month.');
    expect(cellsOf({ checks }, '2026-06-05')[3]?.words).toContain('to be searched by 30 Jun 2026');
    expect(statuses({}, '2026-05-05', null, 3)).toEqual(['gap', 'gap', 'open']);
    expect(gridOf({ checks }, '2026-06-05').months.map((month) => [month.counts.met, month.counts.incomplete, month.counts.open])).toEqual([[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]]);
  });

  it('show what waits for a decision and what was confirmed', () => {
    const match = (outcome: 'possible' | 'confirmed') => [...both('2026-03-10'), check('oig-leie', '2026-04-08', { outcome }), check('la-adverse-actions', '2026-04-08')];
    expect(statuses({ checks: match('possible') }, '2026-05-05', null, 2)).toEqual(['review', 'open']);
    expect(statuses({ checks: match('confirmed') }, '2026-05-05', 'oig-leie', 2)).toEqual(['fail', 'open']);
    const file = { decisions: [{ id: 'n', personId: 'p', list: 'oig-leie' as const, checkId: 'm', verdict: 'unable' as const, decidedOn: day('2026-04-09'), reason: 'No birth date', recordedAt: '2026-04-09T12:00:00Z' }] };
    const unable = { checks: [...both('2026-03-10'), check('oig-leie', '2026-04-08', { id: 'm', outcome: 'possible' }), check('la-adverse-actions', '2026-04-08')], file };
    expect(statuses(unable, '2026-05-05', 'oig-leie', 2)).toEqual(['gap', 'open']);
    expect(cellsOf(unable, '2026-05-05', 'oig-leie', 2)[0]).toMatchObject({ check: { id: 'm' }, decision: { id: 'n' } });
  });

  it('say why nothing is required', () => {
    const why = (world: Parameters<typeof agencyOf>[0], asOf: string, months: number) => cellsOf(world, asOf, null, months).map((cell) => cell.notRequired?.code ?? cell.status);
    expect(why({ checks }, '2026-03-05', 2)).toEqual(['not-employed', 'open']);
    expect(why({ checks: both('2026-03-10', '2026-04-02'), employment: { endedOn: day('2026-05-30') } }, '2026-06-05', 4)).toEqual(['met', 'met', 'left-before-month-end', 'not-employed']);
    expect(why({ checks: both('2026-03-10', '2026-04-02'), employment: { endedOn: day('2026-05-31') } }, '2026-06-05', 2)).toEqual(['gap', 'not-employed']);
    expect(why({ employment: { medicaidPaid: false } }, '2026-04-05', 2)).toEqual(['not-paid-by-medicaid', 'not-paid-by-medicaid']);
    expect(why({ agency: { recordsFrom: day('2026-04-02') }, checks }, '2026-05-05', 3)).toEqual(['records-begin-later', 'records-begin-later', 'met']);
    expect(why({ agency: { packs: ['personnel-file'] } }, '2026-04-05', 1)).toEqual(['not-demanded']);
    const { hiredOn: _hired, ...planned } = employmentOf({ plannedHireOn: day('2026-04-20') });
    expect(why({ employments: [planned] }, '2026-04-05', 1)).toEqual(['not-hired-yet']);
    expect(why({ employments: [{ ...planned, withdrawnOn: day('2026-04-01') }] }, '2026-04-05', 1)).toEqual([]);
    expect(cellsOf({ checks }, '2026-04-05', 'sam', 1)[0]?.notRequired?.code).toBe('list-not-demanded');
  });

  it('count a check before the hire for the month of hire', () => {
    const [cell] = cellsOf({ checks: both('2026-02-27') }, '2026-03-20', 'oig-leie', 1);
    expect(cell).toMatchObject({ status: 'met', words: 'OIG LEIE: searched on 27 Feb 2026 on the web site, before the hire.' });
    expect(statuses({ checks: both('2026-01-30') }, '2026-03-20', null, 1)).toEqual(['met']);
    expect(statuses({ checks: both('2026-01-29') }, '2026-03-20', null, 1)).toEqual(['open']);
  });

  it('count vendors, after the people', () => {
    const vendor = { id: 'v', name: 'Delta Staffing', kind: 'staffing' as const, from: day('2026-03-15') };
    const rows = gridOf({ checks, file: { vendors: [vendor] } }, '2026-05-05', null, 3).rows;
    expect(rows.map((row) => [row.name, row.cells.map((cell) => cell.status)])).toEqual([
      ['Ada Ample', ['met', 'incomplete', 'met']],
      ['Delta Staffing', ['gap', 'gap', 'open']],
    ]);
  });

  it('show how a hole was explained when the month was closed', () => {
    const close = { id: 'm', kind: 'close' as const, month: '2026-04' as CivilMonth, closedOn: day('2026-05-01'), holes: [{ personId: 'p', list: 'la-adverse-actions' as const, reason: 'The web site was down.' }], recordedAt: '2026-05-01T12:00:00Z' };
    const grid = gridOf({ checks, file: { monthRecords: [close] } }, '2026-05-05', null, 2);
    expect(grid.months.map((month) => month.close?.id ?? null)).toEqual(['m', null]);
    expect(grid.rows[0]?.cells[0]).toMatchObject({ status: 'incomplete', hole: { reason: 'The web site was down.' } });
    expect(grid.rows[0]?.cells[0]?.words).toContain('Explained when the month was closed: The web site was down.');
  });
});

describe('the grid and the rules', () => {
  it.each(['2026-03-19', '2026-03-31', '2026-04-01', '2026-02-21'])('say the same of every month of the demo agency, as of %s', (asOf) => {
    const { file } = demoAgency(day('2026-03-19'));
    const evaluation = evaluate(file, { asOf: day(asOf), all: true });
    const obligations = obligationsOf(file, evaluation);
    let compared = 0;
    const bySubject = new Map<string, Status>();
    for (const standing of evaluation.standings) {
      const { rule } = standing.account;
      const key = keyOf(standing);
      if (rule.kind !== 'every-month' || key === null) continue;
      const alone = obligationsOf(file, { asOf: day(asOf), standings: [standing] });
      for (const { period, status } of standing.periods ?? []) {
        expect([period, monthStatus(alone.of(key, period as CivilMonth))]).toEqual([period, status]);
        const place = `${JSON.stringify(key)} ${period}`;
        bySubject.set(place, worseOf(status, bySubject.get(place) ?? status));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(300);
    const grid = coverageGrid(file, evaluation, { months: 31, list: null });
    const open: readonly Status[] = ['not-yet-due', 'due-soon'];
    let shown = 0;
    for (const row of grid.rows) {
      for (const cell of row.cells) {
        const judged = bySubject.get(`${JSON.stringify(row.key)} ${cell.month}`);
        expect([row.name, cell.month, cell.status]).toEqual([row.name, cell.month, judged === undefined ? 'not-required' : open.includes(judged) ? 'open' : judged]);
        if (judged !== undefined) shown += 1;
      }
    }
    expect(shown).toBe([...bySubject.keys()].filter((place) => grid.months.some(({ month }) => place.endsWith(month))).length);
    expect(obligations.lists.size).toBeGreaterThan(3);
  });

  it('agree for any course of checks', () => {
    const asOf: CivilDate = day('2026-06-18');
    let seen = 0;
    for (let mask = 0; mask < 256; mask += 1) {
      const checks = [0, 1, 2, 3].flatMap((month) => [
        ...((mask >> (2 * month)) & 1 ? [check('oig-leie', `2026-0${month + 3}-10`, { outcome: mask % 3 === 0 && month === 1 ? 'possible' : 'clear' })] : []),
        ...((mask >> (2 * month + 1)) & 1 ? [check('la-adverse-actions', `2026-0${month + 3}-11`, { outcome: mask % 5 === 0 && month === 2 ? 'unable' : 'clear' })] : []),
      ]);
      const file = agencyOf({ checks });
      const evaluation = evaluate(file, { asOf });
      const standing = evaluation.standings.find((each) => each.requirement === 'la.ex-2');
      const obligations = obligationsOf(file, evaluation);
      for (const { period, status } of standing?.periods ?? []) {
        expect([mask, period, monthStatus(obligations.of({ personId: 'p' }, period as CivilMonth))]).toEqual([mask, period, status]);
        seen += 1;
      }
    }
    expect(seen).toBe(1024);
  });
});
