import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { acknowledgementsOf, isExplained, isLasting, notesOn, unexplainedPeriods } from '../../../shared/agenda/acknowledgements.ts';
import { todayList } from '../../../shared/agenda/today-list.ts';
import type { Acknowledgement } from '../../../shared/model/agency.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { candidate, day, employment, explain, graceAccount, info, person, standing } from './samples.ts';

const asOf = day('2026-03-19');
const infos = [info('h.one', 'hire'), info('s.one', 'serve'), info('x.file', null), info('x.other', null), info('x.third', null), info('pf.separation', null, { kinds: ['separation'] })];

const fileOf = (people: readonly Person[], acknowledgements: readonly Acknowledgement[] = []): AgencyFile => ({
  format: 'muster-agency',
  version: 1,
  agency: { name: 'Bayou Bridge', packs: [] },
  teams: [{ id: 't1', name: 'North', supervisorId: 'boss' }],
  people,
  vendors: [{ id: 'v1', name: 'Staffing Co', kind: 'staffing', from: day('2024-01-01') }],
  evidence: [],
  acknowledgements,
});

const list = (standings: readonly Standing[], people: readonly Person[] = [person()], notes: readonly Acknowledgement[] = []) =>
  todayList(fileOf(people, notes), { asOf, standings }, infos, explain);
const shape = (standings: readonly Standing[], people?: readonly Person[]) =>
  list(standings, people).groups.map((group) => [group.key, ...group.items.map((item) => item.standing?.requirement)]);
const note = (over: Partial<Acknowledgement> = {}): Acknowledgement => ({
  requirement: 'x.file', personId: 'p1', note: 'The office was flooded.', recordedAt: '2026-03-01T10:00:00Z', ...over,
});

describe('the list of today', () => {
  it('sorts by consequence', () => {
    expect(
      shape([
        standing('x.other', 'gap'),
        standing('x.file', 'expiring', { dueOn: day('2026-04-10') }),
        standing('x.third', 'due-soon', { dueOn: day('2026-04-02') }),
        standing('x.file', 'overdue'),
        standing('x.other', 'review'),
        standing('s.one', 'expired'),
        standing('h.one', 'fail'),
        standing('x.third', 'met'),
        standing('x.third', 'not-yet-due', { dueOn: day('2026-03-20') }),
      ]),
    ).toEqual([
      ['stop', 'h.one'], ['blocks', 's.one'], ['decide', 'x.other'], ['missing', 'x.file'], ['soon-14', 'x.third'], ['soon-30', 'x.file'], ['explain', 'x.other'],
    ]);
  });

  it.each([
    ['2026-04-02', 'soon-14'],
    ['2026-04-03', 'soon-30'],
    ['2026-04-18', 'soon-30'],
  ] as const)('what is due on %s stands under %s', (dueOn, group) => {
    expect(shape([standing('x.file', 'expiring', { dueOn: day(dueOn) })])).toEqual([[group, 'x.file']]);
  });

  it('leaves out what is due in more than 30 days, or has no date', () => {
    expect(shape([standing('x.file', 'expiring', { dueOn: day('2026-04-19') }), standing('x.other', 'expiring')])).toEqual([]);
  });

  it('what must precede service blocks it; what may follow only comes due', () => {
    const dueOn = day('2026-03-23');
    const before: Standing['account'] = { ...graceAccount, anchor: { name: 'first client service', on: day('2026-03-24'), planned: true }, window: { from: null, to: dueOn } };
    expect(shape([standing('s.one', 'due-soon', { dueOn, account: before })])).toEqual([['blocks', 's.one']]);
    expect(shape([standing('s.one', 'due-soon', { dueOn, account: graceAccount })])).toEqual([['soon-14', 's.one']]);
  });

  it('inside a group sorts by date, then by how bad it is', () => {
    const [group] = list([
      standing('x.third', 'incomplete'),
      standing('x.file', 'overdue', { dueOn: day('2026-03-10') }),
      standing('x.other', 'expired', { dueOn: day('2026-02-10') }),
    ]).groups;
    expect(group?.items.map((item) => item.standing?.requirement)).toEqual(['x.other', 'x.file', 'x.third']);
  });

  it('asks nothing of those who left, but what leaving itself demands', () => {
    const left = person({ employments: [employment({ endedOn: day('2026-03-01') })] });
    expect(shape([standing('x.file', 'overdue'), standing('pf.separation', 'overdue')], [left])).toEqual([['missing', 'pf.separation']]);
    const withdrawn = person({ employments: [{ ...candidate('2026-04-01'), withdrawnOn: day('2026-03-02') }] });
    expect(shape([standing('x.file', 'overdue')], [withdrawn])).toEqual([]);
  });

  it('a pre-hire item too old for a planned hire can still be ordered again', () => {
    const planned: Standing['account'] = { ...graceAccount, anchor: { name: 'hire', on: day('2026-04-01'), planned: true } };
    expect(shape([standing('h.one', 'stale', { account: planned })], [person({ employments: [candidate('2026-04-01')] })])).toEqual([['blocks', 'h.one']]);
    expect(isLasting(standing('h.one', 'stale', { account: graceAccount }))).toBe(true);
  });

  it('says who leads the team, never the person itself', () => {
    const role = { role: 'ips-specialist', from: day('2025-01-13'), teamId: 't1' } as const;
    const boss = person({ id: 'boss', names: [{ kind: 'legal', given: 'Hollis', family: 'Naquin' }], employments: [employment({ roles: [role] })] });
    const own = person({ employments: [employment({ roles: [role] })] });
    const items = list([standing('x.file', 'overdue'), standing('x.file', 'overdue', { personId: 'boss', dueOn: day('2026-03-01') })], [own, boss]).groups[0]?.items;
    expect(items?.map((item) => [item.subjects[0].name, item.whoActs])).toEqual([['Hollis Naquin', null], ['Camille Robichaux-Dane', 'Hollis Naquin']]);
  });

  it('carries vendors, while they work for the agency', () => {
    const { personId: _, employmentId: __, ...rest } = standing('x.file', 'fail');
    expect(list([{ ...rest, vendorId: 'v1' }]).groups[0]?.items[0]?.subjects).toEqual([{ kind: 'vendor', id: 'v1', name: 'Staffing Co' }]);
  });

  it('joins what three or more owe alike, and counts it once', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => person({ id, names: [{ kind: 'legal', given: id.toUpperCase(), family: 'Dugas' }] }));
    const due = people.map((each) => standing('x.file', 'due-soon', { personId: each.id, dueOn: each.id === 'd' ? day('2026-03-30') : day('2026-03-31') }));
    const found = list(due, people);
    expect(found.count).toBe(2);
    expect(found.groups[0]?.items.map((item) => item.subjects.map((subject) => subject.name))).toEqual([['D Dugas'], ['A Dugas', 'B Dugas', 'C Dugas']]);
  });

  it('joins what one person owes before the same day', () => {
    const dueOn = day('2026-03-31');
    const account: Standing['account'] = { ...graceAccount, anchor: { name: 'hire', on: day('2026-04-01'), planned: true }, window: { from: null, to: dueOn } };
    const found = list(
      [standing('h.one', 'due-soon', { dueOn, account }), standing('s.one', 'due-soon', { dueOn, account }), standing('h.two', 'due-soon', { dueOn, account })],
      [person({ employments: [candidate('2026-04-01')] })],
    );
    // h.two is no requirement in force and clears nothing: it only comes due.
    expect(found.groups.map((group) => [group.key, group.items.length])).toEqual([['blocks', 2], ['soon-14', 1]]);
    const three = todayList(
      fileOf([person({ employments: [candidate('2026-04-01')] })]),
      { asOf, standings: ['h.one', 's.one', 'h.two'].map((id) => standing(id, 'due-soon', { dueOn, account })) },
      [...infos, info('h.two', 'hire')],
      explain,
    );
    expect(three.groups[0]?.items).toMatchObject([{ what: '3 requirements open: H.ONE, H.TWO, S.ONE', standings: 3 }]);
  });
});

describe('notes on lasting findings', () => {
  const late = (on: string) =>
    standing('x.file', 'late', {
      account: { ...graceAccount, parts: [{ part: null, status: 'late', cover: [], why: { code: 'done', on: day(on), deadline: day('2026-01-01'), daysLate: 3, validThrough: null } }] },
    });

  it('take the finding off the list, and are counted', () => {
    const found = list([standing('x.file', 'gap')], [person()], [note()]);
    expect(found).toEqual({ groups: [], count: 0, explained: 1 });
  });

  it('never take off what can be put right', () => {
    expect(list([standing('x.file', 'overdue')], [person()], [note()]).count).toBe(1);
  });

  it('speak of their own person, requirement and employment only', () => {
    const file = fileOf([person()], [note({ personId: 'p2' }), note({ requirement: 'x.other' }), note({ recordedAt: '2024-12-31T10:00:00Z' })]);
    expect(notesOn(file, standing('x.file', 'gap'))).toEqual([]);
  });

  it('do not explain what came after them', () => {
    const file = fileOf([person()], [note({ recordedAt: '2026-02-01T00:00:00Z' })]);
    expect(isExplained(file, late('2026-01-04'))).toBe(true);
    expect(isExplained(file, late('2026-02-10'))).toBe(false);
  });

  it('explain the months they name, or all that had ended', () => {
    const gaps = standing('x.file', 'gap', { periods: [{ period: '2025-08', status: 'gap' }, { period: '2025-09', status: 'met' }, { period: '2026-02', status: 'gap' }] });
    expect(unexplainedPeriods(fileOf([person()]), gaps)).toEqual(['2025-08', '2026-02']);
    expect(unexplainedPeriods(fileOf([person()], [note({ period: '2025-08' })]), gaps)).toEqual(['2026-02']);
    expect(unexplainedPeriods(fileOf([person()], [note({ recordedAt: '2026-02-28T10:00:00Z' })]), gaps)).toEqual(['2026-02']);
    expect(unexplainedPeriods(fileOf([person()], [note({ recordedAt: '2026-03-01T10:00:00Z' })]), gaps)).toEqual([]);
    const year = standing('x.file', 'gap', { periods: [{ period: '2024-12', status: 'gap' }] });
    expect(unexplainedPeriods(fileOf([person({ employments: [employment({ hiredOn: day('2024-11-01') })] })], [note({ recordedAt: '2025-01-01T00:00:00Z' })]), year)).toEqual([]);
  });

  it('count only once they are known', () => {
    const file = fileOf([person()], [note()]);
    expect(isExplained(file, standing('x.file', 'gap'), '2026-03-01')).toBe(true);
    expect(isExplained(file, standing('x.file', 'gap'), '2026-02-28')).toBe(false);
    expect(isExplained(file, standing('x.file', 'gap'), '2026-03-01T09:59:00Z')).toBe(false);
  });

  it('are written once for each month that has none', () => {
    const gaps = standing('x.file', 'gap', { periods: [{ period: '2025-08', status: 'gap' }, { period: '2026-02', status: 'gap' }] });
    const at = '2026-03-19T08:00:00Z';
    expect(acknowledgementsOf(fileOf([person()], [note({ period: '2025-08' })]), gaps, 'n', at)).toEqual([
      { requirement: 'x.file', personId: 'p1', note: 'n', recordedAt: at, period: '2026-02' },
    ]);
    expect(acknowledgementsOf(fileOf([person()]), late('2026-01-04'), 'n', at)).toEqual([{ requirement: 'x.file', personId: 'p1', note: 'n', recordedAt: at }]);
  });
});
