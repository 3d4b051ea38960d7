import { required } from '../assert.ts';
import { listName, shownName, type Person } from '../model/person.ts';
import type { PersonChapter } from './binder-model.ts';
import { appendixOf } from './appendix.ts';
import { checklistPart, judgedRows, numberRows } from './checklist.ts';
import { beginningOf, employmentsInOrder, type BinderContext } from './context.ts';
import { exclusionGrid, judgedDay } from './exclusion-grid.ts';
import { findingsOf, lapsesOf } from './findings.ts';
import { personFacts, roleLineOf } from './person-facts.ts';
import { tallyOf } from './tally.ts';
import { otherNames, personName } from './words.ts';

/**
 * One person's chapter: what the cover, the checklist, the findings, the month grid and the appendix print.
 * With several employments the current one comes first and every one is judged on its own.
 */
export function personChapter(context: BinderContext, person: Person): PersonChapter {
  const { asOf } = context.options;
  const employments = employmentsInOrder(person, asOf);
  const judged = employments.map((employment) => judgedRows(context, person.id, employment.id));
  const numbered = numberRows(judged);
  const rows = numbered.flat();
  const standings = judged.flat().map((row) => row.standing);
  const findings = findingsOf(context, rows);
  const findingByRow = new Map(findings.map((finding) => [finding.row, finding.number]));
  const findingOf = (row: number): number | null => findingByRow.get(row) ?? null;
  const current = employments[0];
  const judgedOn = (employmentId: string | undefined) => judgedDay(asOf, employments.find((each) => each.id === employmentId)?.endedOn);
  const monthly = rows.find((row) => row.standing.periods !== undefined && row.tab === 'D');
  const begins = employments.flatMap((employment) => beginningOf(employment) ?? []).sort();
  return {
    personId: person.id,
    name: personName(person),
    listName: listName(shownName(person)),
    otherNames: otherNames(person),
    roleLine: roleLineOf(current, current === undefined ? asOf : judgedDay(asOf, current.endedOn)),
    facts: personFacts(context, person, employments, standings),
    tally: tallyOf(standings.map((standing) => standing.status)),
    judged: rows.length,
    checklist: employments.map((employment, index) => checklistPart(
      context, employment, required(judged[index], 'one list of rows an employment'), required(numbered[index], 'one list of rows an employment'), findingOf, employments.length > 1,
    )),
    findings,
    lapses: lapsesOf(context, rows, judgedOn),
    lapsesSince: begins[0] ?? null,
    grid: exclusionGrid(context, person, standings, judgedDay(asOf, current?.endedOn), monthly === undefined ? null : findingOf(monthly.number)),
    appendix: appendixOf(context, standings),
    sections: ['checklist', 'findings', 'grid', 'citations'],
    exhibits: [],
    history: [],
    crosswalk: [],
  };
}
