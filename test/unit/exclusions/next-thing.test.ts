import { describe, expect, it } from 'vitest';
import { nextThing } from '../../../renderer/features/exclusions/overview/next-thing.ts';
import type { HeldCheck, Hole, ListTally, MonthState } from '../../../shared/agenda/exclusions/month-close.ts';
import type { ExclusionReminder } from '../../../shared/agenda/exclusions/reminder.ts';
import type { ExclusionList } from '../../../shared/model/exclusion.ts';
import { day } from '../agenda/samples.ts';

const month = (over: Partial<MonthState> = {}): MonthState => ({
  month: '2026-03' as MonthState['month'], endsOn: day('2026-03-31'), close: null, notes: [], owed: 4, done: 4, lists: [], holes: [], undecided: [], unable: [], confirmed: [], websites: [],
  canClose: false, whyNot: [], ...over,
});
const before = (over: Partial<MonthState> = {}): MonthState => month({ month: '2026-02' as MonthState['month'], endsOn: day('2026-02-28'), canClose: true, close: closed, ...over });
const closed: NonNullable<MonthState['close']> = { id: 'm', kind: 'close', month: '2026-02' as MonthState['month'], closedOn: day('2026-03-02'), holes: [], recordedAt: '2026-03-02T10:00:00Z' };
const reminder = (state: MonthState, over: Partial<ExclusionReminder> = {}): ExclusionReminder => ({
  month: state.month, closesOn: state.endsOn, daysLeft: 12, level: 'due', headline: '', lines: [], state, staleLists: [], reports: [], ...over,
});
const tally = (list: ExclusionList, missing: number): ListTally => ({ list, owed: 2, done: 2 - missing, undecided: 0, unable: 0, confirmed: 0, missing, latestOn: null });
const hole: Hole = { key: { personId: 'p1' }, name: 'Ana Ruiz', listName: 'Ruiz, Ana', list: 'oig-leie', status: 'open', reason: null };
const held: HeldCheck = { key: { personId: 'p1' }, name: 'Ana Ruiz', listName: 'Ruiz, Ana', check: { id: 'c', personId: 'p1', list: 'oig-leie', checkedOn: day('2026-03-05'), method: 'website', outcome: 'possible', recordedAt: '2026-03-05T10:00:00Z' } };
const isFile = (list: ExclusionList): boolean => list === 'oig-leie' || list === 'la-adverse-actions';
const all = (): boolean => true;
const none = (): boolean => false;

describe('the one next thing', () => {
  const open = month({ done: 0, lists: [tally('oig-leie', 2)], holes: [hole, hole] });

  it('is a list, while none of those still owed has a file', () => {
    expect(nextThing(reminder(open), before(), isFile, none)).toEqual({ label: 'Import a list', why: 'March has no check yet. Import the list first.', path: '/exclusions/lists' });
  });

  it('is a newer list, where the one to be searched is out of date', () => {
    const stale = { list: 'oig-leie', version: null, days: 46, stale: true, words: 'OIG LEIE may be out of date.' } as const;
    expect(nextThing(reminder(open, { staleLists: [stale] }), before(), isFile, all).label).toBe('Import a newer list');
    // What is not owed any more need not be renewed today.
    expect(nextThing(reminder(month({ lists: [tally('oig-leie', 0)] }), { staleLists: [stale] }), before(), isFile, all).label).not.toBe('Import a newer list');
  });

  it('is the run, once there is a list; and where only web sites are owed', () => {
    expect(nextThing(reminder(open), before(), isFile, all)).toMatchObject({ label: 'Open the March run', why: '2 searches are still to be made.' });
    expect(nextThing(reminder(month({ lists: [tally('nc-hcpr', 1)], holes: [hole] })), before(), isFile, none).label).toBe('Open the March run');
  });

  it('is a decision, of this month or the one before', () => {
    expect(nextThing(reminder(month({ undecided: [held, held] })), before(), isFile, all).label).toBe('Decide 2 matches');
    expect(nextThing(reminder(month()), before({ close: null, canClose: false, undecided: [held] }), isFile, all).label).toBe('Decide 1 match');
    expect(nextThing(reminder(month({ unable: [held] })), before(), isFile, all).label).toBe('Look at 1 match again');
  });

  it('is closing the month before, then this one', () => {
    expect(nextThing(reminder(month({ canClose: true })), before({ close: null, holes: [hole] }), isFile, all)).toEqual({ label: 'Close February', why: '1 hole of February to explain.', path: '/exclusions/coverage?month=2026-02' });
    expect(nextThing(reminder(month({ canClose: true })), before(), isFile, all)).toMatchObject({ label: 'Close March', path: '/exclusions/coverage?month=2026-03' });
  });

  it('is the certificate, when nothing is left', () => {
    expect(nextThing(reminder(month()), before(), isFile, all).path).toBe('/exclusions/certificates');
    expect(nextThing(reminder(month({ close: closed, lists: [tally('oig-leie', 1)] })), before(), isFile, all).why).toBe('March is closed.');
  });
});
