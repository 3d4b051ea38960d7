import { expect, it } from 'vitest';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { drawSample } from '../../../../shared/agenda/survey/sample.ts';
import { surveyStates } from '../../../../shared/agenda/survey/survey-state.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { standingRecords } from '../../../../shared/model/agency-records/standing-records.ts';

it.each(['2026-03-19', '2026-11-23', '2027-02-28'])('the demo agency of %s has a mock survey whose sample is drawn again from its seed, with one correction overdue', (day) => {
  const today = civilDate(day);
  const { file } = demoAgency(today);
  const [state, ...others] = surveyStates(standingRecords(file.agencyRecords ?? []), today, 30);
  expect(others).toEqual([]);
  const survey = state?.survey;
  if (survey?.drawn === undefined) throw new Error('no drawn sample');
  const sample = drawSample({ people: file.people, employedOn: survey.heldOn, size: survey.drawn.size, seed: survey.drawn.seed });
  expect([survey.personIds, survey.drawn.outOf]).toEqual([sample.personIds, sample.outOf.length]);
  expect(state?.plan.map((line) => line.state)).toEqual(['overdue', 'due-soon', 'done']);
  expect(state?.running).toBe(false);
});
