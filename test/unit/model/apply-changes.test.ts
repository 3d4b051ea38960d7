import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, type CivilMonth } from '../../../shared/civil-date.ts';
import { applyChanges } from '../../../shared/model/apply-changes.ts';
import { changeErrorWords, type ChangeError } from '../../../shared/model/change-error.ts';
import type { Change } from '../../../shared/model/changes.ts';
import type { ListVersion, MonthClose, Search } from '../../../shared/model/exclusion.ts';
import { at, check, evidence, person, smallAgency } from './small-agency.ts';

const add = (id: string, personId: string, more = {}): Change => ({ kind: 'add-evidence', evidence: evidence(id, personId, more) });
const refusal = (...changes: readonly Change[]) => {
  const result = applyChanges(smallAgency(), changes);
  return result.ok ? null : result.error;
};

describe('applying changes', () => {
  it('adds new records last, replaces others in their place, and leaves the file it was given alone', () => {
    const before = smallAgency();
    const result = applyChanges(before, [
      { kind: 'put-person', person: person('p1', 'Hébert') },
      { kind: 'put-person', person: person('p3') },
      add('e2', 'p3'),
    ]);
    expect(before).toEqual(smallAgency());
    expect(result.ok && result.value.people.map((each) => [each.id, each.names[0]?.family])).toEqual([['p1', 'Hébert'], ['p2', 'Trần'], ['p3', 'Guidry']]);
    expect(result.ok && result.value.evidence.map((each) => each.id)).toEqual(['e1', 'e2']);
  });

  it('lets one list bring a person and what refers to that person in either order', () => {
    expect(refusal(add('e2', 'p3'), { kind: 'put-person', person: person('p3') })).toBeNull();
    expect(refusal(add('e2', 'p3'))).toEqual({ code: 'unknown-reference', noun: 'person', id: 'p3', in: 'evidence', inId: 'e2' });
  });

  it('keeps a list the file does not have absent until something is in it', () => {
    const { decisions: _none, ...file } = smallAgency();
    const renamed = applyChanges(file, [{ kind: 'set-agency', agency: { ...file.agency, name: 'Other' } }]);
    expect(renamed.ok && 'decisions' in renamed.value).toBe(false);
  });

  it.each([
    ['evidence', add('e1', 'p1')],
    ['check', { kind: 'add-check', check: check('c1', 'p1') }],
    ['document', { kind: 'add-document', document: { id: 'd1', sha256: 'b'.repeat(64), name: 'x', mediaType: 'x/y', bytes: 1, vault: 'personnel', recordedAt: at } }],
  ] satisfies readonly (readonly [string, Change])[])('never overwrites: a second %s of the same id', (noun, change) => {
    expect(refusal(change)).toMatchObject({ code: 'already-recorded', noun });
  });

  it('refuses the same new id twice in one list', () => {
    expect(refusal(add('e2', 'p1'), add('e2', 'p2'))).toMatchObject({ code: 'already-recorded', id: 'e2' });
    const decision: Change = {
      kind: 'add-decision',
      decision: { id: 'n1', personId: 'p1', list: 'oig-leie', checkId: 'c1', verdict: 'unable', decidedOn: civilDate('2026-03-19'), reason: 'No birth date', recordedAt: at },
    };
    expect(refusal(decision, decision)).toMatchObject({ code: 'already-recorded', noun: 'decision' });
  });

  it('supersedes within one person and kind only, and never in a circle', () => {
    expect(refusal(add('e2', 'p1', { supersedes: 'e1' }))).toBeNull();
    expect(refusal(add('e2', 'p2', { supersedes: 'e1' }))).toMatchObject({ code: 'supersedes-other-person' });
    expect(refusal(add('e2', 'p1', { supersedes: 'e1', kind: 'drug-screen' }))).toMatchObject({ code: 'supersedes-other-kind' });
    expect(refusal(add('e2', 'p1', { supersedes: 'e2' }))).toMatchObject({ code: 'supersedes-cycle' });
    expect(refusal(add('e2', 'p1', { supersedes: 'e3' }), add('e3', 'p1', { supersedes: 'e2' }))).toMatchObject({ code: 'supersedes-cycle' });
    expect(refusal(add('e2', 'p1', { supersedes: 'nowhere' }))).toMatchObject({ code: 'unknown-reference', id: 'nowhere' });
  });

  it('retracts once, with a reason, and keeps the item', () => {
    const retract = (evidenceId: string, reason = 'Filed under the wrong person'): Change => ({ kind: 'retract-evidence', evidenceId, retractedAt: at, reason });
    const result = applyChanges(smallAgency(), [retract('e1')]);
    expect(result.ok && result.value.evidence).toEqual([{ ...evidence('e1', 'p1'), retractedAt: at, retractedReason: 'Filed under the wrong person' }]);
    expect(refusal(retract('e1'), retract('e1'))).toMatchObject({ code: 'already-retracted' });
    expect(refusal(retract('nowhere'))).toMatchObject({ code: 'unknown-reference' });
    expect(refusal(retract('e1', '  '))).toMatchObject({ code: 'reason-missing' });
  });

  it.each([
    ['a document', add('e2', 'p1', { documents: [{ id: 'd9' }] })],
    ['what an attestation is about', add('e2', 'p1', { kind: 'attestation', about: 'nothing' })],
    ['a team', { kind: 'put-person', person: { ...person('p3'), employments: [{ id: 'x', kind: 'employee', directCare: false, roles: [{ role: 'other', from: civilDate('2026-01-01'), teamId: 't9' }] }] } }],
    ['a vendor', { kind: 'add-check', check: { id: 'c2', vendorId: 'v9', list: 'oig-leie', checkedOn: civilDate('2026-03-02'), method: 'website', outcome: 'clear', recordedAt: at } }],
    ['a site', { kind: 'put-team', team: { id: 't2', name: 'B', siteId: 's9' } }],
    ['a supervisor', { kind: 'put-team', team: { id: 't2', name: 'B', supervisorId: 'p9' } }],
    ['the person of an acknowledgement', { kind: 'acknowledge', acknowledgement: { requirement: 'la.bgc', personId: 'p9', note: 'Explained', recordedAt: at } }],
  ] satisfies readonly (readonly [string, Change])[])('refuses a reference to %s that is not on file', (_what, change) => {
    expect(refusal(change)).toMatchObject({ code: 'unknown-reference' });
  });

  it('lets an attestation be about an exclusion check', () => {
    expect(refusal(add('e2', 'p1', { kind: 'attestation', about: 'c1' }))).toBeNull();
  });

  it('wants a check to name one subject', () => {
    const { personId: _none, ...nobody } = check('c2', 'p1');
    expect(refusal({ kind: 'add-check', check: nobody })).toMatchObject({ code: 'no-subject' });
    expect(refusal({ kind: 'add-check', check: { ...check('c2', 'p1'), vendorId: 'v1' } })).toMatchObject({ code: 'no-subject' });
  });

  it('refuses what could not be read back', () => {
    const unreadable = { ...evidence('e2', 'p1'), performedOn: '2026-02-30' } as never;
    expect(refusal({ kind: 'add-evidence', evidence: unreadable })).toMatchObject({ code: 'malformed', path: 'performedOn' });
    const ended = { ...person('p3'), employments: [{ ...person('p3').employments[0], endedOn: '2024-01-01' }] } as never;
    expect(refusal({ kind: 'put-person', person: ended })).toMatchObject({ code: 'inconsistent' });
  });

  it('takes no check into a closed month, closes none twice and annotates none that is open', () => {
    const close: Change = { kind: 'add-month-record', record: { id: 'm1', kind: 'close', month: '2026-02' as CivilMonth, closedOn: civilDate('2026-03-02'), holes: [{ personId: 'p2', list: 'oig-leie', reason: 'Hired late' }], recordedAt: at } };
    const note: Change = { kind: 'add-month-record', record: { id: 'm2', kind: 'note', month: '2026-02' as CivilMonth, note: 'The print was found', recordedAt: at } };
    const onLastDay: Change = { kind: 'add-check', check: check('c2', 'p1', '2026-02-28') };
    expect(refusal(onLastDay, close, note)).toBeNull();
    expect(refusal(close, { kind: 'add-check', check: check('c2', 'p1', '2026-03-01') }, { kind: 'add-check', check: check('c3', 'p1', '2026-01-31') })).toBeNull();
    const closed = applyChanges(smallAgency(), [close]);
    const afterwards = (change: Change) => (closed.ok ? applyChanges(closed.value, [change]) : closed);
    expect(refusal(close, onLastDay)).toEqual({ code: 'month-closed', id: 'c2', month: '2026-02', closedOn: '2026-03-02' });
    expect(afterwards(onLastDay)).toEqual({ ok: false, error: { code: 'month-closed', id: 'c2', month: '2026-02', closedOn: '2026-03-02' } });
    const again: Change = { kind: 'add-month-record', record: { ...close.record, id: 'm3' } };
    expect(refusal(close, again)).toMatchObject({ code: 'month-closed-already', month: '2026-02' });
    expect(afterwards(again)).toMatchObject({ ok: false, error: { code: 'month-closed-already' } });
    expect(afterwards(note).ok).toBe(true);
    expect(refusal(note)).toEqual({ code: 'month-not-closed', id: 'm2', month: '2026-02' });
    for (const error of [refusal(close, onLastDay), refusal(close, again), refusal(note)]) expect(error === null ? '' : changeErrorWords(error)).toMatch(/February 2026,? .*\.$/);
    expect(changeErrorWords({ code: 'month-closed', id: 'c2', month: '2026-02' as CivilMonth, closedOn: civilDate('2026-03-02') })).toContain('closed on 2 Mar 2026');
  });

  it('takes what a closed month says only where it can be read back', () => {
    const record = { id: 'm1', kind: 'close', month: '2026-02' as CivilMonth, closedOn: civilDate('2026-03-02'), holes: [], recordedAt: at } as const;
    const closing = (more: Partial<MonthClose>): ChangeError | null => refusal({ kind: 'add-month-record', record: { ...record, ...more } });
    expect(closing({ closedOn: civilDate('2026-02-28') })).toBeNull();
    expect(closing({ closedOn: civilDate('2026-02-27') })).toMatchObject({ code: 'inconsistent' });
    expect(closing({ holes: [{ personId: 'p9', list: 'sam', reason: 'Unknown' }] })).toMatchObject({ code: 'unknown-reference', noun: 'person', id: 'p9' });
    expect(closing({ holes: [{ list: 'sam', reason: 'Nobody' }] })).toMatchObject({ code: 'no-subject', noun: 'month record' });
    expect(closing({ holes: [{ personId: 'p1', list: 'sam', reason: '' }] })).toMatchObject({ code: 'malformed', path: 'holes.0.reason' });
  });

  it('keeps every version of a list, and a search names one on file', () => {
    const version: ListVersion = { id: 'lv1', list: 'oig-leie', name: 'UPDATED.csv', sha256: 'b'.repeat(64), bytes: 9, rows: 1, scope: 'full', source: 'file', documents: [{ id: 'd1' }], recordedAt: at };
    const added: Change = { kind: 'add-list-version', version };
    const searched = (search: Partial<Search>): Change => ({
      kind: 'add-check',
      check: { ...check('c2', 'p1'), method: 'whole-list', search: { engine: 'muster-match 1', identity: { names: [], businessNames: [], states: [] }, tier: 'none', candidates: [], ...search } },
    });
    const candidate = { row: 2, digest: 'c'.repeat(64), tier: 'possible', score: 60, record: {} } as const;
    expect(refusal(added, searched({ listVersionId: 'lv1', candidates: [candidate] }))).toBeNull();
    expect(refusal(searched({ listVersionId: 'lv1' }))).toMatchObject({ code: 'unknown-reference', noun: 'list version', id: 'lv1' });
    expect(refusal(searched({ candidates: [{ ...candidate, decisionId: 'n9' }] }))).toMatchObject({ code: 'unknown-reference', noun: 'decision', id: 'n9' });
    expect(refusal({ ...added, version: { ...version, documents: [{ id: 'd9' }] } })).toMatchObject({ code: 'unknown-reference', noun: 'document' });
    expect(refusal(added, added)).toMatchObject({ code: 'already-recorded', noun: 'list version' });
    const partial: Change = { ...added, version: { ...version, scope: 'supplement' } };
    expect(refusal(partial, searched({ listVersionId: 'lv1' }))).toEqual({ code: 'not-a-whole-list', id: 'c2', version: 'UPDATED.csv' });
    expect(refusal({ ...added, version: { ...version, list: 'sam' } }, searched({ listVersionId: 'lv1' }))).toMatchObject({ code: 'not-a-whole-list' });
  });

  it('says every refusal in words', () => {
    const errors = [
      refusal(add('e1', 'p1')),
      refusal(add('e2', 'p9')),
      refusal(add('e2', 'p2', { supersedes: 'e1' })),
      refusal(add('e2', 'p1', { supersedes: 'e2' })),
    ];
    for (const error of errors) expect(error === null ? '' : changeErrorWords(error)).toMatch(/^The evidence e\d .*\.$/);
  });

  it('comes to the same record whether changes come in one list or one after another', () => {
    const change = fc.oneof(
      fc.integer({ min: 1, max: 6 }).map((n): Change => ({ kind: 'put-person', person: person(`p${n}`, `Name${n}`) })),
      fc.record({ n: fc.integer({ min: 1, max: 30 }), p: fc.integer({ min: 1, max: 2 }) }).map(({ n, p }): Change => add(`x${n}`, `p${p}`)),
      fc.integer({ min: 1, max: 30 }).map((n): Change => ({ kind: 'add-check', check: check(`k${n}`, 'p1') })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const whole = applyChanges(smallAgency(), changes);
        let stepwise = applyChanges(smallAgency(), []);
        for (const each of changes) if (stepwise.ok) stepwise = applyChanges(stepwise.value, [each]);
        expect(stepwise).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});
