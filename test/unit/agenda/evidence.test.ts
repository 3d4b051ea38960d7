import { describe, expect, it } from 'vitest';
import { draftCorrecting, draftProblems, emptyDraft, evidenceFromDraft, type EvidenceDraft } from '../../../shared/agenda/evidence-draft.ts';
import { evidenceHistory, standingEvidence } from '../../../shared/agenda/evidence-history.ts';
import { evidenceFields, partWords } from '../../../shared/agenda/evidence-fields.ts';
import { evidenceKinds, evidenceSchema, partsByKind, type Evidence } from '../../../shared/model/evidence.ts';
import { day } from './samples.ts';

const item = (id: string, over: Partial<Evidence> = {}): Evidence => ({
  id, personId: 'p1', kind: 'ips-training', performedOn: day('2025-01-10'), recordedAt: '2025-01-11T10:00:00Z', ...over,
});

describe('the history of evidence', () => {
  const original = item('a');
  const corrected = item('b', { supersedes: 'a', performedOn: day('2025-01-09'), recordedAt: '2025-02-01T10:00:00Z' });

  it('keeps what was corrected, and says by what', () => {
    const history = evidenceHistory([original, corrected], 'p1');
    expect(history.map((each) => [each.item.id, each.state, each.correctedBy?.id])).toEqual([['a', 'corrected', 'b'], ['b', 'counts', undefined]]);
    expect(standingEvidence([original, corrected], 'p1').map((each) => each.id)).toEqual(['b']);
  });

  it('gives the place back when the correction is retracted', () => {
    const undone = { ...corrected, retractedAt: '2025-03-01T10:00:00Z', retractedReason: 'wrong paper' };
    expect(evidenceHistory([original, undone], 'p1').map((each) => each.state)).toEqual(['counts', 'retracted']);
  });

  it('lets the newest standing correction of a chain count, whichever link was retracted', () => {
    const retracted = { ...corrected, retractedAt: '2025-03-01T10:00:00Z', retractedReason: 'wrong paper' };
    const again = item('c', { supersedes: 'b', recordedAt: '2025-02-15T10:00:00Z' });
    expect(standingEvidence([original, retracted, again], 'p1').map((each) => each.id)).toEqual(['c']);
    const rival = item('d', { supersedes: 'a', recordedAt: '2025-02-20T10:00:00Z' });
    expect(standingEvidence([original, corrected, again, rival], 'p1').map((each) => each.id)).toEqual(['d']);
  });

  it('knows at an instant only what was recorded, corrected and retracted by then', () => {
    const undone = { ...corrected, retractedAt: '2025-03-01T10:00:00Z', retractedReason: 'wrong paper' };
    expect(evidenceHistory([original, undone], 'p1', '2025-01-20T00:00:00Z').map((each) => [each.item.id, each.state])).toEqual([['a', 'counts']]);
    expect(standingEvidence([original, undone], 'p1', '2025-02-20T00:00:00Z').map((each) => each.id)).toEqual(['b']);
  });

  it('sorts by day, undated last, and leaves other people out', () => {
    const { performedOn: _day, ...undated } = item('u');
    const history = evidenceHistory([undated, item('old', { performedOn: day('2020-01-01') }), item('new', { performedOn: day('2026-01-01') }), item('x', { personId: 'p2' })], 'p1');
    expect(history.map((each) => each.item.id)).toEqual(['new', 'old', 'u']);
  });
});

describe('a draft of evidence', () => {
  const today = day('2026-03-19');
  const draft = (over: Partial<EvidenceDraft>, kind: EvidenceDraft['kind'] = 'background-check'): EvidenceDraft => ({ ...emptyDraft(kind), ...over });
  const fieldsOf = (given: EvidenceDraft): readonly string[] => draftProblems(given, today).map((each) => each.field);

  it.each([
    ['nothing filled in', draft({}), ['performedOn', 'result']],
    ['a day to come', draft({ dates: { performedOn: day('2026-03-20') }, result: 'pass' }), ['performedOn']],
    ['today itself', draft({ dates: { performedOn: day('2026-03-19') }, result: 'pass' }), []],
    ['result before the day', draft({ dates: { performedOn: day('2026-03-10'), resultOn: day('2026-03-09') }, result: 'pass' }), ['resultOn']],
    ['request after the day', draft({ dates: { performedOn: day('2026-03-10'), requestedOn: day('2026-03-11') }, result: 'pass' }), ['requestedOn']],
    ['an end before its beginning', draft({ dates: { performedOn: day('2026-03-10'), expiresOn: day('2026-03-09') } }, 'cips'), ['expiresOn']],
    ['an end to come', draft({ dates: { performedOn: day('2026-03-10'), expiresOn: day('2028-03-09') } }, 'cips'), []],
    ['no part ticked', draft({ dates: { performedOn: day('2026-03-10') } }, 'cpr-first-aid'), ['parts']],
    ['no hours', draft({ dates: { performedOn: day('2026-03-10') } }, 'training-hours'), ['hours']],
    ['hours with a comma', draft({ dates: { performedOn: day('2026-03-10') }, hours: '2,5' }, 'training-hours'), []],
    ['months that are no number', draft({ dates: { performedOn: day('2026-03-10') }, parts: ['employment'], months: 'two' }, 'experience'), ['months']],
    ['a training without a result', draft({ dates: { performedOn: day('2026-03-10') } }, 'ips-training'), []],
    ['an attestation that says nothing', draft({ dates: { performedOn: day('2026-03-10') } }, 'attestation'), ['note']],
  ] as const)('%s', (_name, given, problems) => {
    expect(fieldsOf(given)).toEqual(problems);
  });

  it('becomes an item the agency file accepts, for every kind', () => {
    for (const kind of evidenceKinds) {
      const filled = draft({ dates: { performedOn: day('2026-03-10') }, hours: '2.5', months: '7', issuer: ' St. Landry ', note: 'seen', result: evidenceFields[kind].results?.[0] ?? null, parts: ['cpr', 'hipaa', 'tst'] }, kind);
      const made = evidenceFromDraft(filled, { id: 'n', personId: 'p1', recordedAt: '2026-03-19T10:00:00Z', documents: [] });
      expect(evidenceSchema.safeParse(made).error?.message).toBeUndefined();
      expect('hours' in made).toBe(kind === 'training-hours');
    }
  });

  it('leaves out what another kind asked for', () => {
    const made = evidenceFromDraft(draft({ dates: { performedOn: day('2026-03-10'), requestedOn: day('2026-03-01') }, result: 'pass', parts: ['cpr'] }, 'application'), { id: 'n', personId: 'p1', recordedAt: '2026-03-19T10:00:00Z', documents: [] });
    expect(made).toEqual({ id: 'n', personId: 'p1', kind: 'application', performedOn: '2026-03-10', recordedAt: '2026-03-19T10:00:00Z' });
  });

  it('corrects an item by repeating what it says and pointing at it', () => {
    const card = item('card', { kind: 'cpr-first-aid', parts: ['cpr'], issuer: 'AHA', category: 'online-only', expiresOn: day('2027-01-31') });
    const made = evidenceFromDraft(draftCorrecting(card), { id: 'n', personId: 'p1', recordedAt: '2026-03-19T10:00:00Z', documents: [] });
    expect(made).toEqual({ ...card, id: 'n', supersedes: 'card', recordedAt: '2026-03-19T10:00:00Z' });
  });

  it('names every part', () => {
    for (const part of Object.values(partsByKind).flat()) expect(partWords[part]).toBeTruthy();
  });
});
