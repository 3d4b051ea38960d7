import { expect, it } from 'vitest';
import { answersOf, editedTeam } from '../../../renderer/features/settings/edited-team.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import { teamSchema, type Team } from '../../../shared/model/agency.ts';

const whole: Required<Team> = {
  id: 't', name: 'Bayou', siteId: 's', packs: ['la-medicaid'], implementedOn: civilDate('2020-01-06'), closedOn: civilDate('2026-03-31'), supervisorId: 'p1',
};

it('a team saved as it was is the same team: a closed one stays closed', () => {
  expect(editedTeam('t', answersOf(whole))).toEqual(whole);
  expect(Object.keys(whole).sort()).toEqual(Object.keys(teamSchema.shape).sort());
});

it('changing the name changes nothing else', () => {
  expect(editedTeam('t', { ...answersOf(whole), name: ' River ' })).toEqual({ ...whole, name: 'River' });
});

it('what is emptied is left out', () => {
  expect(editedTeam('t', { ...answersOf(whole), siteId: null, packs: [], implementedOn: null, closedOn: null, supervisorId: null })).toEqual({ id: 't', name: 'Bayou' });
});
