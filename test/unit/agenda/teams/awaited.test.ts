import { expect, it } from 'vitest';
import { whatIsMissing } from '../../../../shared/agenda/teams/what-is-missing.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import { agencyFile, attested, unit, worker } from '../../rules/agency/support.ts';

it('each week still awaited has a last day of its own, also beside one that is overdue', () => {
  const records = ['2026-03-02', '2026-03-09'].map((week) => attested(week, '2026-03-16', [{ personId: 'a', figure: 'members-looking', value: 3 }]));
  const file = agencyFile({ people: [worker('s', 'ips-supervisor'), worker('a')], teams: [unit], records, agency: { recordsFrom: civilDate('2026-03-02') } });
  const weeks = whatIsMissing(evaluate(file, { asOf: civilDate('2026-03-17') }), 't').filter((line) => line.standing.requirement === 'la.emp6');
  expect(weeks.map(({ period, status, until }) => [period, status, until])).toEqual([
    ['2026-03-02', 'overdue', '2026-03-15'], ['2026-03-09', 'due-soon', '2026-03-22'], ['2026-03-16', 'not-yet-due', '2026-03-22'],
  ]);
});
