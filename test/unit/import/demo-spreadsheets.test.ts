import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { demoAgency } from '../../../shared/demo/demo-agency.ts';
import { checksCsv, evidenceCsv, rosterCsv } from '../../../shared/demo/spreadsheets.ts';
import { after, context, emptyAgency, planned } from './planning.ts';

const { file } = demoAgency(civilDate('2026-03-19'));

describe('the demo’s own spreadsheets', () => {
  it('come in whole without a question, and again without a change', async () => {
    const roster = rosterCsv(file);
    const first = await planned({ roster, evidence: evidenceCsv(file) });
    expect(first).toMatchObject({ ready: true, problems: [], duplicates: [], counts: { people: { created: file.people.length } } });
    const into = after(emptyAgency, first.changes);
    const checks = await planned({ roster, evidence: checksCsv(file), into }, context('c'));
    expect(checks).toMatchObject({ ready: true, problems: [], counts: { people: { created: 0, updated: 0 } } });
    const both = after(into, checks.changes);
    expect(both.exclusionChecks?.length).toBeGreaterThan(500);
    const hires = (people: typeof file.people) => people.flatMap(({ id, employments }) => employments.map((each) => `${id} ${each.hiredOn ?? each.plannedHireOn ?? ''} ${each.endedOn ?? ''} ${each.roles.map(({ role }) => role).join()}`)).sort();
    expect(hires(both.people)).toEqual(hires(file.people));
    expect((await planned({ roster, evidence: evidenceCsv(file), into: both }, context('d'))).changes).toEqual([]);
  });
});
