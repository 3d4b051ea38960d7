import { describe, expect, it } from 'vitest';
import { cellText } from '../../../renderer/features/matrix/cell-text.ts';
import { matrixTable } from '../../../renderer/features/matrix/matrix-export.ts';
import {
  concernedBy, countFamilies, failingIn, filteredMatrixRows, matrixColumns, matrixRows, withFamilies, type MatrixFilter,
} from '../../../renderer/features/matrix/matrix-model.ts';
import { standingSentence } from '../../../renderer/features/matrix/standing-words.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import type { PartAccount, Standing } from '../../../shared/rules/standing.ts';
import { statusPrecedence } from '../../../shared/rules/status.ts';
import { day, graceAccount, standing } from '../agenda/samples.ts';

const asOf = day('2026-03-19');
const { file } = demoAgency(asOf);
const evaluation = evaluate(file, { asOf });
const requirements = requirementsOf(file, asOf);
const rows = matrixRows(file, evaluation, asOf);
const everybody: MatrixFilter = { text: '', teams: [], roles: [], packs: [], states: ['employed', 'candidate', 'left', 'withdrawn'], families: [], onlyFindings: false };

const part = (why: PartAccount['why'], over: Partial<PartAccount> = {}): PartAccount => ({ part: null, status: 'met', cover: [], why, ...over });
const withParts = (...parts: readonly PartAccount[]): Pick<Standing, 'account'> => ({ account: { ...graceAccount, window: { from: null, to: day('2026-02-09') }, parts } });
const open = { code: 'nothing-on-file', deadline: null } as const;

describe('what a cell shows', () => {
  const cases: readonly (readonly [string, Standing, string, string])[] = [
    ['met for good', standing('x', 'met'), '', ''],
    ['met until a date far off', standing('x', 'met', { validThrough: day('2026-11-30') }), 'Nov ’26', '8m'],
    ['met until a year far off', standing('x', 'met', { validThrough: day('2031-03-30') }), 'Mar ’31', '5y'],
    ['a month that is done', standing('x', 'met', { periods: [{ period: '2026-02', status: 'met' }, { period: '2026-03', status: 'met' }], validThrough: day('2026-03-31') }), 'Mar', 'Mar'],
    ['expiring', standing('x', 'expiring', { dueOn: day('2026-03-31'), validThrough: day('2026-03-31') }), '31 Mar', '12d'],
    ['due today', standing('x', 'due-soon', { dueOn: asOf }), '19 Mar', '0d'],
    ['open without a date', standing('x', 'not-yet-due'), 'Not yet', ''],
    ['open', standing('x', 'not-yet-due', { dueOn: day('2026-05-11') }), '11 May', '53d'],
    ['overdue by a figure', standing('x', 'overdue', { dueOn: day('2026-03-10') }), '+9 d', '+9d'],
    ['overdue by two figures', standing('x', 'overdue', { dueOn: day('2026-03-03') }), '+16 d', '+16'],
    ['overdue by months', standing('x', 'overdue', { dueOn: day('2025-11-01') }), '+4 mo', '+4m'],
    ['overdue by years', standing('x', 'overdue', { dueOn: day('2025-01-01') }), '+14 mo', '+1y'],
    ['expired', standing('x', 'expired', { dueOn: day('2026-03-11'), validThrough: day('2026-03-11') }), '+8 d', '+8d'],
    ['half there', standing('x', 'incomplete', withParts(part(open), part(open, { status: 'overdue' }))), '1 of 2', '1/2'],
    ['papers missing', standing('x', 'incomplete', withParts(part({ code: 'no-document', count: 2, of: 45 }, { status: 'incomplete' }))), '43/45', '−2'],
    ['too old', standing('x', 'stale', withParts(part({ code: 'age', performedOn: day('2025-11-08'), completedOn: day('2025-11-08'), ageDays: 94, maxAgeDays: 90 }))), 'Stale', '+4d'],
    ['done late', standing('x', 'late', withParts(part({ code: 'done', on: day('2026-02-12'), deadline: day('2026-02-09'), daysLate: 3, validThrough: null }))), 'Late', '+3d'],
    ['a pre-hire item done after the hire', standing('x', 'late', withParts(part({ code: 'age', performedOn: day('2026-02-15'), completedOn: day('2026-02-15'), ageDays: -5, maxAgeDays: 90 }))), 'Late', '+6d'],
    ['a month missed', standing('x', 'gap', { periods: [{ period: '2025-08', status: 'gap' }] }), 'Aug ’25', 'Aug'],
    ['months missed', standing('x', 'gap', { periods: [{ period: '2025-08', status: 'gap' }, { period: '2025-10', status: 'gap' }] }), '2 gaps', '2×'],
    ['to decide', standing('x', 'review', withParts(part(open, { status: 'review' }), part(open, { status: 'review' }))), 'Review', '2'],
    ['exempt', standing('x', 'exempt', withParts(part({ code: 'exempt', by: 'rn', through: null }))), 'RN', 'RN'],
    ['fail', standing('x', 'fail'), 'Fail', 'Fail'],
  ];

  it.each(cases)('%s', (_, of, wide, narrow) => {
    expect(cellText(of, asOf, 'wide')).toBe(wide);
    expect(cellText(of, asOf, 'narrow')).toBe(narrow);
  });

  it('fits a narrow cell and has a sentence, whatever the demo holds', () => {
    for (const of of evaluation.standings) {
      expect(cellText(of, asOf, 'narrow').length, `${of.requirement} ${of.status}`).toBeLessThanOrEqual(5);
      expect(cellText(of, asOf, 'wide').length, `${of.requirement} ${of.status}`).toBeLessThanOrEqual(9);
      expect(standingSentence(of, asOf)).toMatch(/\.$/);
    }
    expect(new Set(evaluation.standings.map((of) => of.status)).size).toBeGreaterThanOrEqual(statusPrecedence.length - 2);
  });
});

describe('the lines of the matrix', () => {
  it('has one line for each person, and one for each employment in force', () => {
    expect(new Set(rows.map((row) => row.personId)).size).toBe(file.people.filter((person) => person.employments.length > 0).length);
    const [first] = file.people;
    if (first === undefined) throw new Error('the demo has people');
    const [job] = first.employments;
    if (job === undefined) throw new Error('the first person of the demo is employed');
    const twice = { ...file, people: [{ ...first, employments: [job, { ...job, id: 'second' }] }] };
    expect(matrixRows(twice, evaluation, asOf).map((row) => row.key)).toEqual([`${first.id} ${job.id}`, `${first.id} second`]);
  });

  it('shows those employed on the day, and others when asked', () => {
    const employed = filteredMatrixRows(rows, { ...everybody, states: ['employed'] }, 'name');
    expect(employed.length).toBeLessThan(rows.length);
    expect(employed.every((row) => row.state === 'employed')).toBe(true);
    expect(filteredMatrixRows(rows, everybody, 'name')).toHaveLength(rows.length);
    expect(filteredMatrixRows(rows, { ...everybody, states: [] }, 'name')).toEqual([]);
  });

  it('filters by team, role, text and findings', () => {
    const team = file.teams?.[0];
    if (team === undefined) throw new Error('the demo has teams');
    expect(filteredMatrixRows(rows, { ...everybody, teams: [team.id] }, 'name').every((row) => row.teamIds.includes(team.id))).toBe(true);
    expect(filteredMatrixRows(rows, { ...everybody, roles: ['team-lead'] }, 'name').every((row) => row.roles.includes('team-lead'))).toBe(true);
    expect(filteredMatrixRows(rows, { ...everybody, text: 'ibanez tomas' }, 'name').map((row) => row.family)).toEqual(['Ibáñez']);
    const findings = filteredMatrixRows(rows, { ...everybody, onlyFindings: true }, 'name');
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every((row) => row.findings > 0)).toBe(true);
  });

  it('sorts by the worst verdict, the most findings first', () => {
    const worst = filteredMatrixRows(rows, everybody, 'worst').map((row) => statusPrecedence.indexOf(row.worst ?? 'not-applicable'));
    expect(worst).toEqual([...worst].sort((one, other) => one - other));
  });

  it('has the columns that concern somebody shown, by group', () => {
    const columns = matrixColumns(requirements, rows, []);
    expect(columns.length).toBeGreaterThan(18);
    const groups = columns.map((column) => column.group).filter((group, index, all) => group !== all[index - 1]);
    expect(new Set(groups).size).toBe(groups.length);
    const north = matrixColumns(requirements, rows, ['nc-state-funded']);
    expect(north.length).toBeGreaterThan(0);
    expect(north.every((column) => column.id.startsWith('nc.'))).toBe(true);
    expect(matrixColumns(requirements, [], [])).toEqual([]);
    const concerned = concernedBy(rows, north);
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.length).toBeLessThan(rows.length);
  });

  it('counts what it shows', () => {
    const columns = matrixColumns(requirements, rows, []);
    const counts = countFamilies(rows, columns);
    expect([...counts.byFamily.values()].reduce((sum, count) => sum + count, 0)).toBe(counts.standings);
    const failing = columns.reduce((sum, column) => sum + failingIn(rows, column), 0);
    expect(counts.standings - failing).toBe(counts.compliant);
    const fails = withFamilies(rows, columns, ['fail']);
    expect(fails.length).toBeGreaterThan(0);
    expect(fails.every((row) => [...row.cells.values()].some((cell) => cell.status === 'fail'))).toBe(true);
    expect(withFamilies(rows, columns, [])).toBe(rows);
  });

  it('leaves the app as a table with a column for each requirement', () => {
    const columns = matrixColumns(requirements, rows, []);
    const table = matrixTable(rows, columns);
    expect(table.heads).toHaveLength(columns.length + 3);
    expect(table.rows.every((row) => row.length === table.heads.length)).toBe(true);
    expect(table.heads[3]).toMatch(/^[A-Z]+-[A-Z0-9-]+ /);
    expect(table.rows.flat().some((cell) => /^Expired \d{4}-\d{2}-\d{2}$/.test(cell))).toBe(true);
  });
});
