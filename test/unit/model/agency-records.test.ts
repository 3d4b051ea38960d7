import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import type { AgencyRecord } from '../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../shared/model/agency-records/standing-records.ts';
import { applyChanges } from '../../../shared/model/apply-changes.ts';
import { changeErrorWords } from '../../../shared/model/change-error.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { application, contract, decision, plan, review } from './agency-record-samples.ts';
import { at, smallAgency } from './small-agency.ts';

const add = (record: AgencyRecord): Change => ({ kind: 'add-agency-record', record });
const retract = (recordId: string, reason = 'Another agency\'s paper'): Change => ({ kind: 'retract-agency-record', recordId, retractedAt: at, reason });
const refusal = (...changes: readonly Change[]) => {
  const result = applyChanges(smallAgency(), changes);
  return result.ok ? null : result.error;
};
const secondTeam: Change = { kind: 'put-team', team: { id: 't2', name: 'Team B' } };

describe('agency records', () => {
  it('come last in their list, in any order of what refers to what', () => {
    const result = applyChanges(smallAgency(), [add(plan('f2', 'f1')), add(review('f1')), add(contract('c1'))]);
    expect(result.ok && result.value.agencyRecords?.map((record) => record.id)).toEqual(['f2', 'f1', 'c1']);
  });

  it('are never overwritten', () => {
    expect(refusal(add(contract('c1')), add(contract('c1')))).toEqual({ code: 'already-recorded', noun: 'agency record', id: 'c1' });
  });

  it.each<[what: string, record: AgencyRecord, noun: string]>([
    ['a team', review('f1', { teamId: 't9' }), 'team'],
    ['a site', contract('c1', { siteId: 's9' }), 'site'],
    ['a document', contract('c1', { documents: [{ id: 'd9' }] }), 'document'],
    ['a decision', { id: 'x', kind: 'written-notice', decisionId: 'a2', contractId: 'c1', sentOn: civilDate('2026-01-05'), method: 'portal', recordedAt: at }, 'agency record'],
    ['somebody at a meeting', { id: 'm1', kind: 'meeting', teamId: 't1', meeting: 'unit', heldOn: civilDate('2026-01-05'), mode: 'video', personIds: ['p1', 'p9'], recordedAt: at }, 'person'],
    ['a member of a treatment team', { id: 'm1', kind: 'treatment-team', teamId: 't1', name: 'ACT', from: civilDate('2026-01-05'), members: [{ personId: 'p9', from: civilDate('2026-01-05') }], recordedAt: at }, 'person'],
    ['whom a figure is about', { id: 'm1', kind: 'figures', teamId: 't1', period: '2026-01', attestedBy: 'Lead', attestedOn: civilDate('2026-02-02'), rows: [{ personId: 'p9', figure: 'active-members', value: 9 }], recordedAt: at }, 'person'],
    ['whom field support is for', { id: 'm1', kind: 'field-support', teamId: 't1', personId: 'p9', from: civilDate('2026-01-05'), reason: 'New', recordedAt: at }, 'person'],
    ['a review', plan('f2', 'f9'), 'agency record'],
  ])('name only what is on file: %s', (_what, record, noun) => {
    expect(refusal(add(record))).toMatchObject({ code: 'unknown-reference', noun });
  });

  it('point at the right kind of record, of their own team', () => {
    const notice = (contractId: string, decisionId = 'a2'): Change => add({ id: 'w1', kind: 'written-notice', decisionId, contractId, sentOn: civilDate('2026-01-05'), method: 'portal', recordedAt: at });
    const onFile = [add(application('a1')), add(decision('a2', 'a1')), add(contract('c1')), add(contract('c2', { credential: 'policy' })), add(contract('c3', { credential: 'lme-mco-contract' }))];
    expect(refusal(...onFile, notice('c1'))).toBeNull();
    expect(refusal(...onFile, notice('c3'))).toBeNull();
    const wrong = refusal(...onFile, notice('c2'));
    expect(wrong).toMatchObject({ code: 'wrong-target', id: 'c2', inId: 'w1' });
    expect(wrong === null ? '' : changeErrorWords(wrong)).toBe('The agency record w1 refers to c2, which is not a contract with a payer, an MCO or an LME/MCO.');
    expect(refusal(...onFile, notice('c1', 'a1'))).toMatchObject({ code: 'wrong-target', expected: 'an accreditation decision' });
    expect(refusal(secondTeam, add(review('f1')), add(plan('f2', 'f1', { teamId: 't2' })))).toMatchObject({ code: 'wrong-target', expected: 'a fidelity review of the same team' });
  });

  it('supersede within one kind and team, and never in a circle', () => {
    const first = add(review('f1'));
    expect(refusal(first, add(review('f2', { supersedes: 'f1' })))).toBeNull();
    expect(refusal(first, add(plan('f2', 'f1', { supersedes: 'f1' })))).toEqual({ code: 'supersedes-other-kind', noun: 'agency record', id: 'f2', supersedes: 'f1' });
    expect(refusal(secondTeam, first, add(review('f2', { teamId: 't2', supersedes: 'f1' })))).toEqual({ code: 'supersedes-other-team', id: 'f2', supersedes: 'f1' });
    expect(refusal(add(review('f1', { supersedes: 'f1' })))).toMatchObject({ code: 'supersedes-cycle', noun: 'agency record' });
    expect(refusal(add(review('f1', { supersedes: 'f2' })), add(review('f2', { supersedes: 'f1' })))).toMatchObject({ code: 'supersedes-cycle' });
    expect(refusal(add(review('f1', { supersedes: 'f9' })))).toMatchObject({ code: 'unknown-reference', noun: 'agency record', id: 'f9' });
    // A paper may become one team's: it has no team of its own to keep.
    expect(refusal(add(contract('c1')), add(contract('c2', { teamId: 't1', supersedes: 'c1' })))).toBeNull();
  });

  it('are retracted once, with a reason, and stay on file', () => {
    const result = applyChanges(smallAgency(), [add(contract('c1')), retract('c1')]);
    expect(result.ok && result.value.agencyRecords).toEqual([{ ...contract('c1'), retractedAt: at, retractedReason: 'Another agency\'s paper' }]);
    expect(refusal(add(contract('c1')), retract('c1'), retract('c1'))).toEqual({ code: 'already-retracted', noun: 'agency record', id: 'c1' });
    expect(refusal(retract('c9'))).toMatchObject({ code: 'unknown-reference', noun: 'agency record', id: 'c9' });
    expect(refusal(add(contract('c1')), retract('c1', ' '))).toEqual({ code: 'reason-missing', noun: 'agency record', id: 'c1' });
    expect(changeErrorWords({ code: 'reason-missing', noun: 'agency record', id: 'c1' })).toBe('Retracting the agency record c1 needs a reason.');
  });

  it('are refused where they could not be read back', () => {
    expect(refusal(add({ ...contract('c1'), color: 'red' } as never))).toMatchObject({ code: 'malformed', noun: 'agency record' });
    expect(refusal(add(contract('c1', { expiresOn: civilDate('2025-02-28') })))).toMatchObject({ code: 'inconsistent' });
    expect(refusal(add(review('f1', { scores: Array.from({ length: 25 }, (_, item) => ({ item: item + 1, score: 4 })), total: 99 })))).toMatchObject({
      code: 'inconsistent', words: expect.stringContaining('the total 99 is not the sum of the scores, 100') as string,
    });
  });

  it('stand as their newest correction, and as the one before once that is retracted', () => {
    const planned = review('f1', { plannedOn: civilDate('2026-02-02') });
    const held = review('f2', { supersedes: 'f1', heldFrom: civilDate('2026-02-03'), recordedAt: '2026-03-20T15:00:00Z' });
    const records = [planned, held];
    expect(standingRecords(records).of('fidelity-review')).toEqual([held]);
    expect(standingRecords(records).find('fidelity-review', 'f1')).toEqual(held);
    expect(standingRecords(records).rootOf('f2')).toBe('f1');
    expect(standingRecords(records, Date.parse('2026-03-20T14:59:59Z')).of('fidelity-review')).toEqual([planned]);
    expect(standingRecords([planned, { ...held, retractedAt: '2026-03-21T00:00:00Z', retractedReason: 'Put off' }]).of('fidelity-review')).toEqual([planned]);
  });
});

describe('an acknowledgement', () => {
  const note = (subject: { readonly personId?: string; readonly teamId?: string }): Change => ({ kind: 'acknowledge', acknowledgement: { requirement: 'la.ex-2', ...subject, note: 'Explained', recordedAt: at } });

  it('speaks of a person, a team or the agency, never of two', () => {
    for (const subject of [{ personId: 'p1' }, { teamId: 't1' }, {}]) expect(refusal(note(subject))).toBeNull();
    expect(refusal(note({ personId: 'p1', teamId: 't1' }))).toEqual({ code: 'two-subjects', requirement: 'la.ex-2' });
    expect(refusal(note({ teamId: 't9' }))).toMatchObject({ code: 'unknown-reference', noun: 'team', id: 't9' });
    expect(changeErrorWords({ code: 'two-subjects', requirement: 'la.ex-2' })).toBe('The note on la.ex-2 must name a person or a team, not both.');
  });
});
