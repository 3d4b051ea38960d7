import { describe, expect, it } from 'vitest';
import { closeErrorWords, closeMonth, monthState, noteOnMonth } from '../../../../shared/agenda/exclusions/month-close.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilMonth } from '../../../../shared/civil-date.ts';
import { applyChanges } from '../../../../shared/model/apply-changes.ts';
import { agencyOf, check } from '../../rules/support.ts';
import { after, candidate, day, decision, judged, searched, stamp, value, version } from './samples.ts';

const month = '2026-04' as CivilMonth;
const march = [check('oig-leie', '2026-03-10'), check('la-adverse-actions', '2026-03-10')];
const stateOf = (file: AgencyFile, asOf: string) => monthState(file, judged(file, asOf), month);
const closing = (file: AgencyFile, asOf: string, reasons: readonly { readonly list: 'oig-leie' | 'la-adverse-actions'; readonly reason: string }[] = []) =>
  closeMonth(file, judged(file, asOf), { month, reasons: reasons.map((each) => ({ key: { personId: 'p' }, ...each })), ...stamp('2026-05-04T15:00:00Z', 'M. Thibodeaux') });

describe('a month of exclusion checks', () => {
  const oneList = agencyOf({ checks: [...march, check('oig-leie', '2026-04-08')] });

  it('counts what is owed and done, list by list, and names the holes and the web sites outstanding', () => {
    expect(stateOf(oneList, '2026-04-15')).toMatchObject({
      endsOn: '2026-04-30', close: null, owed: 2, done: 1, canClose: false,
      lists: [{ list: 'oig-leie', owed: 1, done: 1, missing: 0 }, { list: 'la-adverse-actions', owed: 1, done: 0, missing: 1 }],
      holes: [{ key: { personId: 'p' }, name: 'Ada Ample', list: 'la-adverse-actions', status: 'open', reason: null }],
      websites: [{ list: 'la-adverse-actions', count: 1 }], whyNot: ['April 2026 can be closed from its last day on, 30 Apr 2026.'],
    });
    const held = { ...oneList, listVersions: [version('ldh', '2026-04-01T12:00:00Z', { list: 'la-adverse-actions' })] };
    expect(stateOf(held, '2026-04-15').websites).toEqual([]);
    expect(stateOf(oneList, '2026-05-04').holes).toMatchObject([{ status: 'gap' }]);
  });

  it('closes on its last day only when nothing is owed, and afterwards with a reason for every hole', () => {
    expect(closing(oneList, '2026-04-29')).toMatchObject({ ok: false, error: { code: 'held' } });
    const early = closing(oneList, '2026-04-30', [{ list: 'la-adverse-actions', reason: 'The site was down' }]);
    expect(early).toMatchObject({ ok: false, error: { why: ['1 search is still owed today; the month can be closed once it is made, or tomorrow with a reason for each.'] } });
    const done = agencyOf({ checks: [...oneList.exclusionChecks ?? [], check('la-adverse-actions', '2026-04-30')] });
    expect(value(closing(done, '2026-04-30'))).toMatchObject([{ record: { kind: 'close', closedOn: '2026-04-30', holes: [] } }]);

    const bare = closing(oneList, '2026-05-04', [{ list: 'la-adverse-actions', reason: '  ' }]);
    expect(bare).toMatchObject({ ok: false, error: { code: 'reason-missing', holes: [{ list: 'la-adverse-actions' }] } });
    expect(bare.ok ? '' : closeErrorWords(bare.error)).toBe('1 search was not made and needs a reason, the first of Ada Ample. The gap stays; the reason explains it.');
    const changes = value(closing(oneList, '2026-05-04', [{ list: 'la-adverse-actions', reason: 'The site was down' }]));
    expect(changes).toMatchObject([{ kind: 'add-month-record', record: { month, closedOn: '2026-05-04', holes: [{ personId: 'p', list: 'la-adverse-actions', reason: 'The site was down' }], recordedBy: 'M. Thibodeaux' } }]);

    const closed = after(oneList, changes);
    expect(stateOf(closed, '2026-05-05')).toMatchObject({ close: { closedOn: '2026-05-04' }, canClose: false, whyNot: ['April 2026 was closed on 4 May 2026.'], holes: [{ status: 'gap', reason: 'The site was down' }] });
    expect(closing(closed, '2026-05-05')).toMatchObject({ ok: false, error: { code: 'held' } });
    // A hole stays a gap, and no check can be slipped in afterwards.
    expect(judged(closed, '2026-05-05').standings.find((each) => each.requirement === 'la.ex-2')?.status).toBe('incomplete');
    expect(applyChanges(closed, [{ kind: 'add-check', check: check('la-adverse-actions', '2026-04-30') }])).toMatchObject({ ok: false, error: { code: 'month-closed' } });
  });

  it('is held open by a match nobody decided and by one that could not be determined', () => {
    const found = agencyOf({ checks: [...march, searched('m', '2026-04-08', [candidate('a'), candidate('b')]), check('la-adverse-actions', '2026-04-08')] });
    const decided = (...verdicts: readonly ('not-the-person' | 'the-person' | 'unable')[]): AgencyFile =>
      ({ ...found, decisions: verdicts.map((verdict, at) => decision(`n${at}`, 'm', at === 0 ? 'a' : 'b', verdict, '2026-04-09')) });
    expect(stateOf(found, '2026-05-04')).toMatchObject({ undecided: [{ check: { id: 'm' } }], canClose: false, whyNot: ['1 possible match waits for a decision.'] });
    expect(stateOf(decided('not-the-person'), '2026-05-04').undecided).toHaveLength(1);
    expect(stateOf(decided('not-the-person', 'unable'), '2026-05-04')).toMatchObject({ undecided: [], unable: [{ check: { id: 'm' } }], holes: [], lists: [{ list: 'oig-leie', unable: 1, missing: 0 }, { list: 'la-adverse-actions', done: 1 }], whyNot: ['1 match could not be determined and stays open.'] });
    expect(stateOf(decided('not-the-person', 'not-the-person'), '2026-05-04')).toMatchObject({ canClose: true, holes: [], done: 2 });
    expect(stateOf(decided('not-the-person', 'the-person'), '2026-05-04')).toMatchObject({ canClose: true, confirmed: [{ check: { id: 'm' } }], undecided: [] });
  });

  it('is held open by a match beside a search that was decided, and of somebody who owed nothing', () => {
    const second = agencyOf({ checks: [...march, check('oig-leie', '2026-04-02'), check('la-adverse-actions', '2026-04-02'), searched('m', '2026-04-20', [candidate('a')])] });
    expect(judged(second, '2026-05-04').standings.find((each) => each.requirement === 'la.ex-2')?.periods?.[1]?.status).toBe('met');
    expect(stateOf(second, '2026-05-04')).toMatchObject({ holes: [], undecided: [{ check: { id: 'm' } }], canClose: false });
    const volunteer = agencyOf({ employment: { medicaidPaid: false }, checks: [searched('m', '2026-04-20', [candidate('a')])] });
    expect(stateOf(volunteer, '2026-05-04')).toMatchObject({ owed: 0, undecided: [{ check: { id: 'm' } }], canClose: false });
  });

  it('takes notes once it is closed, and only then', () => {
    const closed = after(oneList, value(closing(oneList, '2026-05-04', [{ list: 'la-adverse-actions', reason: 'The site was down' }])));
    expect(noteOnMonth(oneList, { month, note: 'The print was found', ...stamp() })).toEqual({ ok: false, error: { code: 'not-closed', month } });
    expect(noteOnMonth(closed, { month, note: ' ', ...stamp() })).toEqual({ ok: false, error: { code: 'note-missing' } });
    const noted = after(closed, value(noteOnMonth(closed, { month, note: ' The print was found ', ...stamp('2026-06-01T15:00:00Z') })));
    expect(stateOf(noted, '2026-06-02').notes).toMatchObject([{ note: 'The print was found' }]);
    expect(monthState(noted, { ...judged(noted, '2026-06-02'), knownAt: '2026-05-03' }, month)).toMatchObject({ close: null, notes: [] });
  });

  it('of many people closes with one record that holds the reason of each', () => {
    const file = agencyOf({ file: { vendors: [{ id: 'v', name: 'Delta Staffing', kind: 'staffing', from: day('2026-01-01') }] }, checks: march });
    const state = stateOf(file, '2026-05-04');
    expect(state.holes.map((hole) => [hole.name, hole.list])).toEqual([
      ['Ada Ample', 'oig-leie'], ['Ada Ample', 'la-adverse-actions'], ['Delta Staffing', 'oig-leie'], ['Delta Staffing', 'la-adverse-actions'],
    ]);
    const reasons = state.holes.map(({ key, list }) => ({ key, list, reason: 'The office was closed' }));
    const closed = after(file, value(closeMonth(file, judged(file, '2026-05-04'), { month, reasons, note: 'Storm', ...stamp() })));
    expect(closed.monthRecords).toMatchObject([{ note: 'Storm', holes: [{ personId: 'p' }, { personId: 'p' }, { vendorId: 'v' }, { vendorId: 'v' }] }]);
  });
});
