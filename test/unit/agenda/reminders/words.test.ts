import { expect, test } from 'vitest';
import { countDeadlines, deadlineLine, namedWords, rungReason, summaryWords } from '../../../../shared/agenda/reminders/words.ts';
import { deadline, on } from './samples.ts';

const today = on('2026-03-19');
const reminder = (key: string, date: string) => ({ deadline: deadline(key, on(date)), rung: 7, passed: [] });

test('deadlines are counted by how near they are, on both sides of each line', () => {
  const dates = ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-26', '2026-03-27', '2026-04-18', '2026-04-19'];
  expect(countDeadlines(dates.map((date) => ({ on: on(date) })), today)).toEqual({ overdue: 1, today: 1, week: 2, month: 2, later: 1 });
});

test('one line says how many and how near, and names nobody', () => {
  expect(summaryWords([reminder('a', '2026-03-01'), reminder('b', '2026-03-02'), reminder('c', '2026-03-20'), reminder('d', '2026-03-21'), reminder('e', '2026-03-26')], today))
    .toBe('5 deadlines: 2 overdue, 3 within 7 days');
  expect(summaryWords([reminder('a', '2026-03-19')], today)).toBe('1 deadline: today');
  expect(summaryWords([reminder('a', '2026-04-01'), reminder('b', '2026-06-01')], today)).toBe('2 deadlines: 1 within 30 days, 1 later');
});

test('with names the nearest come first, and the rest are counted', () => {
  const all = ['2026-06-01', '2026-03-20', '2026-03-18', '2026-03-26', '2026-03-25', '2026-05-01'].map((date, index) => reminder(`k${index}`, date));
  expect(namedWords(all, today).split('\n')).toEqual([
    'Ana Ruiz: CPR and First Aid expires, 1 day ago',
    'Ana Ruiz: CPR and First Aid expires, in 1 day',
    'Ana Ruiz: CPR and First Aid expires, in 6 days',
    'Ana Ruiz: CPR and First Aid expires, in 7 days',
    'and 2 more',
  ]);
  expect(deadlineLine({ subject: { kind: 'agency', id: null, name: 'Pelican' }, what: 'Insurance ends' })).toBe('Insurance ends');
});

test('what went by untold is named', () => {
  expect(rungReason(7, [])).toBe('7 days ahead');
  expect(rungReason(7, [14])).toBe('7 days ahead; 14 days ahead went by untold');
  expect(rungReason(-1, [30, 1, 0])).toBe('overdue; 30, 1 and on the day went by untold');
  expect(rungReason(1, [60, 30, 14])).toBe('1 day ahead; 60, 30 and 14 days ahead went by untold');
});
