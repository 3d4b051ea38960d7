import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sameIdentity } from '../../../../shared/screening/match/identity.ts';
import { identityDifference, rowDifference } from '../../../../shared/agenda/exclusions/difference.ts';
import { decisionFor } from '../../../../shared/agenda/exclusions/decide.ts';
import { matchQueue, type QueueItem } from '../../../../shared/agenda/exclusions/match-queue.ts';
import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { agencyOf, check } from '../../rules/support.ts';
import { after, candidate, day, decision, digest, identity, searched, stamp, value, version } from './samples.ts';

const queueOf = (file: AgencyFile, asOf = '2026-04-30', knownAt?: string) => matchQueue(file, day(asOf), knownAt);
const letters = (items: readonly QueueItem[]) => items.map((item) => item.candidate?.digest[0] ?? item.check.id);

describe('the queue of matches', () => {
  it('orders what is open by tier, score and name, and holds one item for a row however many checks found it', () => {
    const strong = candidate('c', { tier: 'strong', score: 95 });
    const file = agencyOf({ checks: [searched('march', '2026-03-10', [candidate('a')]), searched('april', '2026-04-07', [candidate('a'), candidate('b', { score: 80 }), strong, candidate('w', { tier: 'weak', score: 30 })])] });
    const queue = queueOf(file);
    expect(letters(queue.open)).toEqual(['c', 'b', 'a']);
    expect(queue.open[2]).toMatchObject({ name: 'Ada Ample', check: { id: 'april' }, firstSeenIn: { id: 'march' }, reopened: null, history: [] });
    expect(queue.open[2]?.openIn.map((each) => each.id)).toEqual(['april', 'march']);
    expect(letters(queue.weak)).toEqual(['w']);
    expect(queueOf(file, '2026-03-31').open.map((item) => item.check.id)).toEqual(['march']);
    expect(queueOf(file, '2026-04-30', '2026-03-31').open).toHaveLength(1);
  });

  it('holds possible matches of a web site, which have no row', () => {
    const { search: _search, ...plain } = check('la-adverse-actions', '2026-04-08', { id: 'site', outcome: 'possible' });
    const queue = queueOf(agencyOf({ checks: [plain] }));
    expect(queue.open).toMatchObject([{ check: { id: 'site' }, candidate: null, version: null }]);
    const decided = agencyOf({ checks: [plain], file: { decisions: [{ ...decision('n', 'site', 'a', 'not-the-person', '2026-04-09'), list: 'la-adverse-actions' }] } });
    expect(queueOf(decided)).toMatchObject({ open: [], remembered: [{ check: { id: 'site' }, carried: false }] });
  });

  it('sorts what is decided: not the person, the person, undetermined', () => {
    const file = agencyOf({
      checks: [searched('april', '2026-04-07', [candidate('a'), candidate('b'), candidate('c'), candidate('d')])],
      file: { listVersions: [version('lv', '2026-04-01T12:00:00Z')], decisions: [decision('na', 'april', 'a', 'not-the-person', '2026-04-08'), decision('nb', 'april', 'b', 'the-person', '2026-04-08'), decision('nc', 'april', 'c', 'unable', '2026-04-08')] },
    });
    const queue = queueOf(file);
    // Another row that is the person leaves this one still to be decided.
    expect([letters(queue.open), letters(queue.remembered), letters(queue.confirmed), letters(queue.unable)]).toEqual([['d'], ['a'], ['b'], ['c']]);
    expect(queue.remembered[0]).toMatchObject({ decision: { id: 'na' }, carried: false, history: [{ id: 'na' }] });
    expect(letters(queueOf(file, '2026-04-07').open).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('remembers what a later check carries, and asks for nothing', () => {
    const file = agencyOf({
      checks: [searched('march', '2026-03-10', [candidate('a')]), searched('april', '2026-04-07', [candidate('a', { decisionId: 'na' })])],
      file: { decisions: [decision('na', 'march', 'a', 'not-the-person', '2026-03-11', { recordedBy: 'M. T.' })] },
    });
    expect(queueOf(file)).toMatchObject({ open: [], remembered: [{ check: { id: 'april' }, carried: true, decision: { decidedOn: '2026-03-11', recordedBy: 'M. T.' } }] });
  });

  it('leaves the log of weak rows to the latest check, with a decision where one was made', () => {
    const weak = (letter: string) => candidate(letter, { tier: 'weak', score: 30 });
    const file = agencyOf({ checks: [searched('march', '2026-03-10', [weak('a'), weak('b')]), searched('april', '2026-04-07', [weak('a')])], file: { decisions: [decision('n', 'april', 'a', 'not-the-person', '2026-04-08')] } });
    expect(queueOf(file)).toMatchObject({ open: [], remembered: [], weak: [{ candidate: { digest: digest('a') }, decision: { id: 'n' } }] });
    const found = { ...file, decisions: [decision('n', 'april', 'a', 'the-person', '2026-04-08')] };
    expect(letters(queueOf(found).confirmed)).toEqual(['a']);
  });

  it('is emptied by deciding, in every month at once', () => {
    const file = agencyOf({ checks: [searched('march', '2026-03-10', [candidate('a')]), searched('april', '2026-04-07', [candidate('a')])] });
    const [item] = queueOf(file).open;
    if (item?.candidate == null) throw new Error('one item is open');
    const decided = after(file, value(decisionFor(file, { check: item.check, digest: item.candidate.digest, verdict: 'not-the-person', reason: 'Another birth date', on: day('2026-04-08'), ...stamp('2026-04-08T12:00:00Z') })));
    expect(queueOf(decided)).toMatchObject({ open: [], remembered: [{ decision: { verdict: 'not-the-person' } }] });
  });
});

describe('what is asked about again', () => {
  const earlier = searched('march', '2026-03-10', [candidate('a')]);
  const decided = decision('n', 'march', 'a', 'not-the-person', '2026-03-11');
  const again = (april: ReturnType<typeof searched>, of = decided) => queueOf(agencyOf({ checks: [earlier, april], file: { decisions: [of] } })).open[0]?.reopened ?? null;

  it('says which name was added since', () => {
    const more = identity({ names: [...identity().names, { kind: 'former', given: 'Ada', family: 'Hebert' }] });
    const april = searched('april', '2026-04-07', [candidate('a')]);
    expect(again({ ...april, search: { engine: 'e', tier: 'possible', candidates: [candidate('a')], identity: more } })).toMatchObject({
      decision: { id: 'n' }, words: ['The name Ada Hebert was added.'], fields: [{ of: 'subject', field: 'name', before: '', after: 'Ada Hebert' }],
    });
  });

  it('says which columns of the row changed, where it is the same entry by NPI or by name and birth date', () => {
    const row = (letter: string, cells: Readonly<Record<string, string>>) => candidate(letter, { record: { ...candidate('a').record, DOB: '19800101', ...cells } });
    const before = { ...decided, record: row('a', {}).record };
    const changed = searched('april', '2026-04-07', [row('b', { CITY: 'HOUMA' })]);
    expect(again(changed, before)).toMatchObject({ words: ["The list's row changed: CITY from TOWN A to HOUMA."], fields: [{ of: 'row', field: 'CITY', before: 'TOWN A', after: 'HOUMA' }] });
    expect(again(searched('april', '2026-04-07', [row('b', { DOB: '19810101' })]), before)).toBeNull();
    expect(again(searched('april', '2026-04-07', [row('b', { LASTNAME: 'OTHER', NPI: '1093700026' })]), { ...before, record: row('a', { NPI: '1093700026' }).record })?.fields.map((each) => each.field)).toEqual(['LASTNAME']);
    // The decided row is still on the list: the new one is another entry.
    expect(queueOf(agencyOf({ checks: [earlier, searched('april', '2026-04-07', [row('a', {}), row('b', {})])], file: { decisions: [before] } })).open.find((item) => item.candidate?.digest === digest('b'))?.reopened).toBeNull();
    expect(again(changed, { ...before, verdict: 'unable' })).toBeNull();
  });
});

describe('differences', () => {
  it('of identities do not count the order and kinds of names', () => {
    const one = identity({ names: [{ kind: 'legal', given: 'José', family: 'Đặng' }, { kind: 'former', given: 'Jo', family: 'Dane' }], states: ['NC'] });
    expect(identityDifference(one, identity({ names: [{ kind: 'maiden', given: 'Jo', family: 'Dane' }, { kind: 'legal', given: 'José', family: 'Đặng' }] }))).toEqual({ words: [], fields: [] });
    expect(identityDifference(one, identity({ names: [{ kind: 'legal', given: 'Jose', family: 'Đặng' }, { kind: 'former', given: 'Jo', family: 'Dane' }] })).words).toEqual(['The name Jose Đặng was added.', 'The name José Đặng is no longer on record.']);
  });
  it('are found exactly where a decision is not remembered', () => {
    const name = fc.record({ kind: fc.constantFrom('legal' as const, 'former' as const, 'maiden' as const), given: fc.constantFrom('Ada', 'Ida'), family: fc.constantFrom('Ample', 'Dane') });
    const who = fc.record({ names: fc.uniqueArray(name, { minLength: 1, maxLength: 3, selector: (each) => `${each.given} ${each.family}` }), birthDate: fc.constantFrom(day('1990-05-01'), day('1991-05-01')), npi: fc.constantFrom('', '1093700026') })
      .map(({ npi, ...rest }) => identity({ ...rest, ...(npi === '' ? {} : { npi }) }));
    fc.assert(fc.property(who, who, (one, other) => {
      expect(identityDifference(one, other).fields.length === 0).toBe(sameIdentity(one, other));
    }));
  });
  it('say what was added, removed and changed', () => {
    const { birthDate: _born, ...undated } = identity({ npi: '1093700026' });
    expect(identityDifference(identity(), undated).words).toEqual(['The birth date 1 May 1990 was removed.', 'The NPI 1093700026 was added.']);
    expect(identityDifference(undated, identity()).words).toEqual(['The birth date 1 May 1990 was added.', 'The NPI 1093700026 was removed.']);
    expect(identityDifference(identity(), identity({ birthDate: day('1991-05-01'), names: [] })).words).toEqual(['The name Ada Ample is no longer on record.', 'The birth date was changed from 1 May 1990 to 1 May 1991.']);
  });
  it('of rows name the heads and pass over blanks at the ends', () => {
    expect(rowDifference({ A: 'x ', B: '', C: 'gone' }, { A: 'x', B: 'new' }).fields).toEqual([{ of: 'row', field: 'B', before: '', after: 'new' }, { of: 'row', field: 'C', before: 'gone', after: '' }]);
  });
});
