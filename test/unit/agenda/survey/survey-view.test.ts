import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOut, surveyEvaluation, surveyView } from '../../../../shared/agenda/survey/survey-view.ts';
import { agencyFileSchema, type AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { demoAgency } from '../../../../shared/demo/demo-agency.ts';
import { namesPerson } from '../../../../shared/agenda/retention/names.ts';
import { medicalKinds } from '../../../../shared/model/evidence.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';

const today = civilDate('2026-03-19');
const { file } = demoAgency(today);
const withLog: AgencyFile = { ...file, audit: [{ seq: 1, hash: 'a', what: 'Recorded a TB test of somebody' }, { seq: 2, hash: 'b', what: 'The last' }] };
const ids = file.people.map(({ id }) => id);
const some = fc.subarray([...ids], { minLength: 1, maxLength: 6 });
const choices = fc.record({ agency: fc.boolean(), medical: fc.boolean() });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the agency as a surveyor sees it', () => {
  it('judges the people of the sample as the whole file does', () => {
    const whole = evaluate(file, { asOf: today }).standings;
    fc.assert(fc.property(some, choices, (shown, chosen) => {
      const view = evaluate(surveyView(file, shown, chosen), { asOf: today }).standings.filter(({ personId }) => personId !== undefined);
      expect(plain(view)).toEqual(plain(whole.filter(({ personId }) => personId !== undefined && shown.includes(personId))));
    }), { numRuns: 25 });
  });

  it('judges them the same as known at an earlier moment', () => {
    const moment = { asOf: civilDate('2025-12-01'), knownAt: '2025-12-05' };
    const whole = evaluate(file, moment).standings;
    fc.assert(fc.property(some, (shown) => {
      const view = evaluate(surveyView(file, shown, { agency: false, medical: false }), moment).standings.filter(({ personId }) => personId !== undefined);
      expect(plain(view)).toEqual(plain(whole.filter(({ personId }) => personId !== undefined && shown.includes(personId))));
    }), { numRuns: 10 });
  });

  it('names nobody else, and has nothing of theirs', () => {
    fc.assert(fc.property(some, choices, (shown, chosen) => {
      const view = surveyView(withLog, shown, chosen);
      expect(agencyFileSchema.safeParse(plain(view)).error).toBeUndefined();
      expect(view.people.map(({ id }) => id).sort()).toEqual([...shown].sort());
      const { exclusionChecks, ...rest } = view;
      const text = JSON.stringify(rest);
      for (const person of file.people.filter(({ id }) => !shown.includes(id))) expect(namesPerson(person)(text)).toBe(false);
      const theirs = [...view.evidence, ...(exclusionChecks ?? []), ...(view.decisions ?? []), ...(view.acknowledgements ?? [])];
      expect(theirs.every(({ personId }) => personId !== undefined && shown.includes(personId))).toBe(true);
      expect(view.audit).toEqual([{ seq: 2, hash: 'b' }]);
    }), { numRuns: 25 });
  });

  it('keeps only documents that something shown rests on', () => {
    const view = surveyView(file, ['p01'], { agency: false, medical: false });
    expect(view.documents?.length).toBeGreaterThan(5);
    expect(view.documents?.length).toBeLessThan((file.documents?.length ?? 0) / 4);
    expect(view.agencyRecords).toEqual([]);
  });

  it('leaves out medical notes, unless the host shows them', () => {
    const own = file.evidence.find(({ kind }) => medicalKinds.includes(kind));
    const noted: AgencyFile = { ...file, evidence: file.evidence.map((item) => (item.id === own?.id ? { ...item, note: 'Chest film read twice' } : item)) };
    const note = (medical: boolean) => surveyView(noted, [own?.personId ?? ''], { agency: false, medical }).evidence.find(({ id }) => id === own?.id)?.note;
    expect(note(false)).toBeUndefined();
    expect(note(true)).toBe('Chest film read twice');
  });

  it('takes a text that names somebody else out, and leaves the rest of the record', () => {
    const own = file.evidence.find(({ personId, kind }) => personId === 'p01' && !medicalKinds.includes(kind));
    const other = file.people.find(({ id }) => id === 'p10')?.names[0];
    const noted: AgencyFile = { ...file, evidence: file.evidence.map((item) => (item.id === own?.id ? { ...item, note: `Seen with ${other?.given} ${other?.family}` } : item)) };
    const found = (shown: readonly string[]) => surveyView(noted, shown, { agency: false, medical: false }).evidence.find(({ id }) => id === own?.id);
    expect(found(['p01'])).toEqual({ ...own, note: leftOut });
    expect(found(['p01', 'p10'])?.note).toContain('Seen with');
  });

  it('shows the agency’s own duties only where the host allows it, and none that rest on people left out', () => {
    const of = (agency: boolean) => {
      const view = surveyView(file, ['p01'], { agency, medical: false });
      return surveyEvaluation(evaluate(view, { asOf: today }), { agency }).standings.filter(({ personId }) => personId === undefined);
    };
    expect(of(false)).toEqual([]);
    const whole = evaluate(file, { asOf: today }).standings;
    const shown = of(true);
    expect(shown.length).toBeGreaterThan(5);
    for (const each of shown) expect(plain(whole.find((other) => other.personId === undefined && other.requirement === each.requirement && other.teamId === each.teamId))).toEqual(plain(each));
  });
});
