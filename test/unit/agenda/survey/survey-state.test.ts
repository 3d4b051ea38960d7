import { describe, expect, it } from 'vitest';
import type { AgencyRecord } from '../../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';
import { correctionState, surveyStates } from '../../../../shared/agenda/survey/survey-state.ts';
import { proposedFindings } from '../../../../shared/agenda/survey/proposed.ts';
import { day, standing } from '../samples.ts';

const recordedAt = '2026-03-01T12:00:00Z';
const records: readonly AgencyRecord[] = [
  { kind: 'survey', id: 's1', survey: 'mock', surveyor: 'L. Boudreaux', heldOn: day('2026-02-02'), personIds: ['p1'], recordedAt },
  { kind: 'survey', id: 's1b', supersedes: 's1', survey: 'mock', surveyor: 'L. Boudreaux', heldOn: day('2026-02-02'), endedOn: day('2026-02-03'), personIds: ['p1'], recordedAt },
  { kind: 'survey-finding', id: 'f1', surveyId: 's1', personId: 'p1', requirement: 'la.bgc', weight: 'finding', text: 'Too old', recordedAt },
  { kind: 'survey-finding', id: 'f2', surveyId: 's1b', weight: 'recommendation', text: 'Number the pages', recordedAt },
  { kind: 'survey-finding', id: 'f3', surveyId: 's1b', weight: 'finding', text: 'No plan yet', recordedAt },
  { kind: 'correction', id: 'c1', findingId: 'f1', action: 'Order again', owner: 'Ana Ruiz', dueOn: day('2026-03-10'), recordedAt },
  { kind: 'correction', id: 'c2', findingId: 'f1', action: 'Train the officer', owner: 'Ana Ruiz', dueOn: day('2026-03-01'), recordedAt },
  { kind: 'correction', id: 'c2b', supersedes: 'c2', findingId: 'f1', action: 'Train the officer', owner: 'Ana Ruiz', dueOn: day('2026-03-01'), doneOn: day('2026-03-02'), recordedAt },
];

describe('a correction', () => {
  const due = { dueOn: day('2026-03-10') };
  it('is good through its day, and overdue the day after', () => {
    expect(correctionState(due, day('2026-03-10'), 30)).toBe('due-soon');
    expect(correctionState(due, day('2026-03-11'), 30)).toBe('overdue');
    expect(correctionState(due, day('2026-02-08'), 30)).toBe('due-soon');
    expect(correctionState(due, day('2026-02-07'), 30)).toBe('open');
  });

  it('is done from the day it was done, late or not', () => {
    expect(correctionState({ ...due, doneOn: day('2026-03-10') }, day('2026-03-10'), 30)).toBe('done');
    expect(correctionState({ ...due, doneOn: day('2026-03-11') }, day('2026-03-12'), 30)).toBe('done-late');
    expect(correctionState({ ...due, doneOn: day('2026-03-12') }, day('2026-03-11'), 30)).toBe('overdue');
  });
});

describe('the state of a survey', () => {
  const [state] = surveyStates(standingRecords(records), day('2026-03-19'), 30);
  it('gathers findings and plan through corrections of the records', () => {
    expect(state?.running).toBe(false);
    expect(state?.findings.map(({ finding, state: at }) => [finding.id, at])).toEqual([['f1', 'overdue'], ['f2', 'recommendation'], ['f3', 'unplanned']]);
    expect(state?.plan.map(({ correction, state: at }) => [correction.id, at])).toEqual([['c1', 'overdue'], ['c2b', 'done-late']]);
    expect([state?.overdue, state?.done]).toEqual([1, 1]);
  });

  it('runs until its last day', () => {
    expect(surveyStates(standingRecords(records), day('2026-02-02'), 30)[0]?.running).toBe(true);
    expect(surveyStates(standingRecords(records), day('2026-02-03'), 30)[0]?.running).toBe(false);
    expect(surveyStates(standingRecords(records), day('2026-02-01'), 30)).toEqual([]);
  });
});

describe('proposed findings', () => {
  it('come worst first, in the words of the verdict with its citation; what only runs out is a recommendation', () => {
    const found = proposedFindings(
      [standing('la.cpr', 'expiring'), standing('la.tb', 'met'), standing('la.edu', 'not-yet-due'), standing('la.bgc', 'stale', { citations: [{ source: 'S2', section: 'Agency 4a' }] }), standing('la.ex-2', 'fail')],
      ({ requirement }) => ({ headline: `Headline of ${requirement}`, brief: 'brief' }),
    );
    expect(found.map(({ requirement, weight }) => [requirement, weight])).toEqual([['la.ex-2', 'finding'], ['la.bgc', 'finding'], ['la.cpr', 'recommendation']]);
    expect(found[1]?.text).toMatch(/^Headline of la\.bgc\. brief\. .*Agency 4a/);
  });
});
