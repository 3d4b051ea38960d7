import { describe, expect, it } from 'vitest';
import { seenWords, surveyorMaySee } from '../../../../shared/agenda/survey/seen.ts';
import { person } from '../samples.ts';

const of = (path: string) => path.split('/').filter((part) => part !== '');

describe('what a surveyor may open', () => {
  it.each(['/matrix', '/people', '/people/p1', '/people/p1/la.bgc', '/survey', '/documents', '/documents/d1', '/exclusions/coverage', '/exclusions/certificates'])('shows %s', (path) => {
    expect(surveyorMaySee(of(path), { agency: false })).toBe(true);
  });

  it.each(['/', '/today', '/exclusions', '/exclusions/run', '/exclusions/matches', '/exclusions/lists', '/agency/papers', '/calendar', '/planner', '/reminders', '/import', '/intake', '/bulk', '/binders', '/log', '/settings', '/settings/users'])('bars %s', (path) => {
    expect(surveyorMaySee(of(path), { agency: false })).toBe(false);
  });

  it('shows the agency’s own papers where the host chose that, never its teams', () => {
    expect(['papers', 'accreditation', 'fidelity', 'teams', 'overview'].map((part) => surveyorMaySee(['agency', part], { agency: true }))).toEqual([true, true, true, false, false]);
    expect(surveyorMaySee(['agency'], { agency: true })).toBe(false);
  });
});

describe('what the log says of it', () => {
  const words = (path: string, query: Readonly<Record<string, string>> = {}) => seenWords({ parts: of(path), parameter: (name) => query[name] ?? null }, [person()]);
  it('names the person and the tab, whichever line is chosen', () => {
    expect(words('/people/p1', { tab: 'evidence' })).toBe('Camille Robichaux-Dane, evidence');
    expect(words('/people/p1/la.bgc')).toBe('Camille Robichaux-Dane, requirements');
    expect(words('/people/p1/letter')).toBe('Camille Robichaux-Dane, letter');
  });

  it('says when somebody outside the sample was asked for, without the address', () => {
    expect(words('/people/p2')).toBe('an address of somebody outside the sample, and was shown nothing');
  });

  it('names the screens', () => {
    expect([words('/matrix'), words('/people'), words('/exclusions/coverage'), words('/agency/papers'), words('/survey'), words('/log')])
      .toEqual(['the matrix', 'the list of people', 'the exclusion checks, coverage', 'the agency, papers', 'the sample', null]);
  });
});
