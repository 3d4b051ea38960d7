import { describe, expect, it } from 'vitest';
import { comparedOf, draftProblem, emptyDraft, type MatchDraft } from '../../../renderer/features/exclusions/matches/draft.ts';

const draft = (more: Partial<MatchDraft>): MatchDraft => ({ ...emptyDraft, ...more });

describe('a decision while it is made', () => {
  it.each([
    ['nothing chosen', draft({}), 'verdict'],
    ['not the person, nothing compared', draft({ verdict: 'not-the-person', reason: 'Other birth date.' }), 'compared'],
    ['the person, nothing compared', draft({ verdict: 'the-person', reason: 'It is.' }), 'compared'],
    ['no reason', draft({ verdict: 'not-the-person', compared: ['birth date'] }), 'reason'],
    ['a blank reason', draft({ verdict: 'not-the-person', ssn: true, reason: '  \n' }), 'reason'],
    ['cannot tell, nothing asked', draft({ verdict: 'unable', reason: 'No birth date.' }), 'asked'],
    ['cannot tell, no reason', draft({ verdict: 'unable', asked: 'OIG, by e-mail' }), 'reason'],
  ] as const)('%s is not recorded yet', (_name, made, field) => {
    expect(draftProblem(made)?.field).toBe(field);
  });

  it.each([
    draft({ verdict: 'not-the-person', compared: ['birth date'], reason: 'Born 1961, ours 1987.' }),
    draft({ verdict: 'not-the-person', ssn: true, reason: 'No match by SSN.' }),
    draft({ verdict: 'the-person', ssn: true, reason: 'Same SSN.' }),
    // Cannot tell is said exactly because there was nothing to compare.
    draft({ verdict: 'unable', asked: 'OIG Exclusions, by e-mail', reason: 'The row has no birth date.' }),
  ])('what is complete is recorded', (made) => {
    expect(draftProblem(made)).toBeNull();
  });

  it('keeps what was compared in the order of the form, and where the number was checked', () => {
    const made = draft({ compared: ['NPI', 'birth date'], ssn: true });
    expect(comparedOf(made, 'oig-leie', false)).toEqual(['birth date', 'NPI', 'SSN on exclusions.oig.hhs.gov']);
    expect(comparedOf(made, 'la-adverse-actions', false).at(-1)).toBe('SSN on adverseactions.ldh.la.gov');
    expect(comparedOf(draft({ compared: ['NPI'], ssn: false }), 'oig-leie', true)).toEqual(['NPI']);
  });
});
