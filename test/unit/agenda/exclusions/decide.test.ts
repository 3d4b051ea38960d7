import { describe, expect, it } from 'vitest';
import { decideErrorWords, decisionFor, type Deciding } from '../../../../shared/agenda/exclusions/decide.ts';
import { confirmedMatches, stopWork } from '../../../../shared/agenda/exclusions/confirmed.ts';
import { reportTasks } from '../../../../shared/agenda/exclusions/report-tasks.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import { decisionsIndex, outcomeBy } from '../../../../shared/model/check-outcome.ts';
import { agencyOf } from '../../rules/support.ts';
import { after, candidate, day, digest, identity, searched, stamp, value } from './samples.ts';

const march = searched('march', '2026-03-10', [candidate('a')]);
const april = searched('april', '2026-04-07', [candidate('a'), candidate('b')]);
const file = agencyOf({ checks: [march, april] });
const deciding = (more: Partial<Deciding> = {}): Deciding => ({
  check: april, digest: digest('a'), verdict: 'not-the-person', reason: ' Another birth date ', compared: ['birth date', ' '], ssnVerified: true, on: day('2026-04-08'), ...stamp('2026-04-08T15:00:00Z', 'M. T.'), ...more,
});
const outcomeOf = (of: AgencyFile, id: string, on = '2026-04-30') => {
  const check = of.exclusionChecks?.find((each) => each.id === id);
  return check === undefined ? undefined : outcomeBy(check, decisionsIndex(of.decisions ?? [])(check), day(on));
};
const added = (changes: readonly Change[]) => changes.flatMap((change) => (change.kind === 'add-decision' ? [change.decision] : []));

describe('deciding a match', () => {
  it('records who, when, what was compared and what it was decided about', () => {
    const [made] = added(value(decisionFor(file, deciding())));
    expect(made).toMatchObject({
      personId: 'p', list: 'oig-leie', checkId: 'april', rowDigest: digest('a'), verdict: 'not-the-person', decidedOn: '2026-04-08', reason: 'Another birth date',
      compared: ['birth date'], ssnVerified: true, identity: identity(), record: candidate('a').record, recordedAt: '2026-04-08T15:00:00Z', recordedBy: 'M. T.',
    });
  });

  it('answers the same row in every month it is open in, and no other row', () => {
    const decided = after(file, value(decisionFor(file, deciding())));
    expect(decided.decisions?.map((each) => each.checkId)).toEqual(['april', 'march']);
    expect([outcomeOf(decided, 'march'), outcomeOf(decided, 'april')]).toEqual(['clear', 'possible']);
    const both = after(decided, value(decisionFor(decided, deciding({ digest: digest('b') }))));
    expect(outcomeOf(both, 'april')).toBe('clear');
    expect(added(value(decisionFor(both, deciding())))).toHaveLength(1);
  });

  it('can be revised: what was decided stays, what is decided last speaks', () => {
    const first = after(file, value(decisionFor(file, deciding())));
    const revised = after(first, value(decisionFor(first, deciding({ verdict: 'the-person', reason: 'SSN agrees', on: day('2026-04-20'), ...stamp('2026-04-20T15:00:00Z') }))));
    expect(revised.decisions).toHaveLength(4);
    expect(outcomeOf(revised, 'march', '2026-04-19')).toBe('clear');
    expect([outcomeOf(revised, 'march'), outcomeOf(revised, 'april')]).toEqual(['confirmed', 'confirmed']);
  });

  it('keeps documents, what was asked, and speaks of a whole check without rows', () => {
    const document = { id: 'shot', sha256: digest('5'), name: 'oig.png', mediaType: 'image/png', bytes: 1, vault: 'personnel' as const, recordedAt: '2026-04-08T15:00:00Z' };
    const changes = value(decisionFor(file, deciding({ verdict: 'unable', asked: 'Exclusions staff, by mail', store: [document], documents: [{ id: 'd' }] })));
    expect(changes[0]).toMatchObject({ kind: 'add-document', document: { id: 'shot' } });
    expect(added(changes)[0]).toMatchObject({ asked: 'Exclusions staff, by mail', documents: [{ id: 'd' }, { id: 'shot' }] });
    const { search: _search, ...plain } = { ...march, id: 'plain', outcome: 'possible' as const };
    const alone = agencyOf({ checks: [plain] });
    const { digest: _digest, ...whole } = deciding({ check: plain });
    const [made] = added(value(decisionFor(alone, whole)));
    expect(made).not.toHaveProperty('rowDigest');
    expect(outcomeOf(after(alone, value(decisionFor(alone, whole))), 'plain')).toBe('clear');
  });

  it.each<[Partial<Deciding>, string]>([
    [{ reason: '  ' }, 'reason-missing'],
    [{ on: day('2026-04-06') }, 'before-check'],
    [{ digest: digest('z') }, 'no-such-row'],
    [{ reported: { on: day('2026-04-08'), to: 'LDH', how: 'letter' } }, 'report-without-match'],
    [{ verdict: 'the-person', reported: { on: day('2026-04-09'), to: 'LDH', how: 'letter' } }, 'report-ahead'],
  ])('is refused %# with words', (more, code) => {
    const refused = decisionFor(file, deciding(more));
    expect(refused).toMatchObject({ ok: false, error: { code } });
    if (!refused.ok) expect(decideErrorWords(refused.error)).toMatch(/\.$/);
  });
});

describe('somebody who is the person', () => {
  const decided = after(file, value(decisionFor(file, deciding({ verdict: 'the-person', reason: 'SSN agrees', on: day('2026-04-08') }))));

  it('is stopped, once for all months that found the row, with the row and since when', () => {
    const [match, other] = stopWork(decided, { personId: 'p' }, day('2026-04-30'));
    expect(other).toBeUndefined();
    expect(match).toMatchObject({ list: 'oig-leie', check: { id: 'april' }, candidate: { digest: digest('a') }, since: '2026-04-08', reported: null });
    expect(match?.words).toBe('OIG LEIE, row 197 of UPDATED.csv, decided on 8 Apr 2026 by M. T.');
    expect(stopWork(decided, { personId: 'p' }, day('2026-04-07'))).toEqual([]);
    expect(stopWork(decided, { vendorId: 'p' }, day('2026-04-30'))).toEqual([]);
  });

  it('says when the list was clear again: whether that ends it is for a person to decide', () => {
    const later = { ...decided, exclusionChecks: [...decided.exclusionChecks ?? [], searched('may', '2026-05-06', [])] };
    expect(stopWork(later, { personId: 'p' }, day('2026-05-05'))).toMatchObject([{ clearSince: null }]);
    expect(stopWork(later, { personId: 'p' }, day('2026-05-06'))).toMatchObject([{ clearSince: '2026-05-06' }]);
  });

  it('is reported within ten weekdays of the decision, day 0 the decision', () => {
    // 8 April 2026 is a Wednesday; ten weekdays later it is Wednesday the 22nd.
    expect(reportTasks(decided, day('2026-04-22'))).toMatchObject([{ dueOn: '2026-04-22', status: 'open', to: 'LDH', subject: { name: 'Ada Ample' } }]);
    expect(reportTasks(decided, day('2026-04-23'))).toMatchObject([{ status: 'overdue' }]);
    expect(reportTasks(decided, day('2026-04-22'))[0]?.words).toBe('Report Ada Ample to LDH by 22 Apr 2026 · today: 10 working days after the decision of 8 Apr 2026.');
    const report = (on: string) => after(decided, value(decisionFor(decided, deciding({ verdict: 'the-person', reason: 'Reported', on: day(on), reported: { on: day(on), to: 'LDH', how: 'by letter' }, ...stamp(`${on}T16:00:00Z`) }))));
    expect(reportTasks(report('2026-04-22'), day('2026-04-30'))).toMatchObject([{ status: 'done', late: false, words: 'Reported to LDH on 22 Apr 2026, by letter.' }]);
    expect(reportTasks(report('2026-04-23'), day('2026-04-30'))).toMatchObject([{ status: 'done', late: true }]);
    expect(confirmedMatches(report('2026-04-22'), day('2026-04-30'))).toMatchObject([{ since: '2026-04-08', reported: { on: '2026-04-22' } }]);
    expect(report('2026-04-22').decisions).toHaveLength(3);
  });

  it('is none any more once decided otherwise, and starts anew when decided again', () => {
    const undone = after(decided, value(decisionFor(decided, deciding({ reason: 'Wrong card', on: day('2026-04-10'), ...stamp('2026-04-10T15:00:00Z') }))));
    expect(reportTasks(undone, day('2026-04-30'))).toEqual([]);
    const again = after(undone, value(decisionFor(undone, deciding({ verdict: 'the-person', reason: 'It is', on: day('2026-04-15'), ...stamp('2026-04-15T15:00:00Z') }))));
    expect(confirmedMatches(again, day('2026-04-30'))).toMatchObject([{ since: '2026-04-15' }]);
  });

  it('owes Louisiana no report for work in North Carolina alone', () => {
    const northern = agencyOf({ role: 'team-lead', checks: [{ ...march, outcome: 'confirmed' }] });
    expect(confirmedMatches(northern, day('2026-04-30'))).toHaveLength(1);
    expect(reportTasks(northern, day('2026-04-30'))).toEqual([]);
  });

  it('counts from the check where it was recorded as found at once', () => {
    const { search: _search, ...plain } = { ...march, outcome: 'confirmed' as const };
    expect(reportTasks(agencyOf({ checks: [plain] }), day('2026-03-11'))).toMatchObject([{ match: { since: '2026-03-10', decision: null }, dueOn: '2026-03-24', status: 'open' }]);
  });
});
