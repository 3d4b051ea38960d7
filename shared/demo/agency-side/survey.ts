import type { Desk } from './desk.ts';

/**
 * A mock survey of four files two months ago: three findings and a recommendation. One correction is done and closed with its paper, one is
 * past its day; the third is still ahead.
 */
export function fileSurvey({ ago, workday, add, paper }: Desk): void {
  const held = workday(62);
  const survey = { kind: 'survey', survey: 'mock', surveyor: 'Loretta Boudreaux', heldOn: held, drawn: { seed: 'K7QM-24TD', size: 4, outOf: 22 }, personIds: ['p01', 'p20', 'p25', 'p22'] } as const;
  add(held, { id: 'm-survey', ...survey, personIds: [...survey.personIds] });
  const found = (id: string, finding: { readonly personId?: string; readonly requirement?: string; readonly weight?: 'recommendation'; readonly text: string }): void => {
    const { weight = 'finding', ...rest } = finding;
    add(held, { id, kind: 'survey-finding', surveyId: 'm-survey', weight, ...rest });
  };
  found('m-finding-1', { personId: 'p22', text: 'The signed job description on file is of the role held before. The one of the present role is not there.' });
  found('m-finding-2', { personId: 'p20', text: 'The supervision log has no entry for three weeks of the quarter, and nothing says why.' });
  found('m-finding-3', { text: 'Two people file evidence by different rules: copies of cards are kept with the front alone, or with both sides.' });
  found('m-finding-4', { personId: 'p01', weight: 'recommendation', text: 'The references were taken by telephone. Note the number called beside the name.' });
  const planned = workday(60);
  add(workday(61), { id: 'm-survey-ended', ...survey, personIds: [...survey.personIds], supersedes: 'm-survey', endedOn: workday(61) });
  const first = { kind: 'correction', findingId: 'm-finding-1', action: 'Have the job description of the present role signed', owner: 'Loretta Boudreaux', dueOn: workday(40) } as const;
  add(planned, { id: 'm-correction-1', ...first });
  add(workday(45), { id: 'm-correction-1-done', ...first, supersedes: 'm-correction-1', doneOn: workday(45), ...paper('m-correction-1', 'Job description, signed', workday(45)) });
  add(planned, { id: 'm-correction-2', kind: 'correction', findingId: 'm-finding-2', action: 'Agree with the supervisor how weeks without supervision are noted', owner: 'The supervisor of the team', dueOn: workday(9) });
  add(planned, { id: 'm-correction-3', kind: 'correction', findingId: 'm-finding-3', action: 'Write one rule for copies of cards and tell everybody who files', owner: 'Loretta Boudreaux', dueOn: ago(-24) });
}
