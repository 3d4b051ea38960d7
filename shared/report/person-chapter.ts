import type { BinderSection } from '../model/recipient-profile.ts';
import { required } from '../assert.ts';
import { listName, shownName, type Person } from '../model/person.ts';
import type { PersonChapter } from './binder-model.ts';
import { appendixOf } from './appendix.ts';
import type { Change } from './changes-since.ts';
import { checklistPart, exhibitOf, judgedRows, numberRows, type NumberedRow, type RowExhibits } from './checklist.ts';
import { beginningOf, employmentsInOrder, type BinderContext } from './context.ts';
import { crosswalkOf } from './crosswalk.ts';
import { exhibitsOf } from './exhibits.ts';
import { exclusionGrid, judgedDay } from './exclusion-grid.ts';
import { findingsOf, lapsesOf } from './findings.ts';
import { historyOf } from './history.ts';
import { recipientOf } from './recipient.ts';
import { redactedChapter } from './redaction.ts';
import { personFacts, roleLineOf } from './person-facts.ts';
import { tallyOf } from './tally.ts';
import { otherNames, personName } from './words.ts';

/** Sections that say something only where documents are bound in. */
const needExhibits: readonly BinderSection[] = ['certificates', 'exhibits', 'crosswalk', 'manifest'];

/** Volume 2 proves the health items and nothing else. */
const healthSections: readonly BinderSection[] = ['checklist', 'exhibits', 'manifest'];

/** The line a change is about; null where it is about none of the checklist. */
function placeOf(personId: string, rows: readonly NumberedRow[], about: Change['about']): string | null {
  if (about === null) return null;
  const row = 'item' in about
    ? rows.find(({ standing }) => standing.evidenceIds.includes(about.item.id)) ?? rows.find(({ info }) => info?.kinds.includes(about.item.kind) === true)
    : rows.find(({ standing }) => standing.requirement === about.requirement && (standing.employmentId ?? null) === about.employmentId);
  return row === undefined ? null : `person:${personId}/row/${row.number}`;
}

/**
 * One person's chapter: what the cover, the checklist, the findings, the month grid and the appendix print.
 * With several employments the current one comes first and every one is judged on its own.
 */
export function personChapter(context: BinderContext, person: Person): PersonChapter {
  const { asOf } = context.options;
  const employments = employmentsInOrder(person, asOf);
  const judged = employments.map((employment) => judgedRows(context, person.id, employment.id));
  const everyRow = numberRows(judged);
  // Lines and findings have the numbers of volume 1 in volume 2 as well.
  const everyFinding = findingsOf(context, everyRow.flat());
  const health = context.options.volume === 2;
  const inVolume = <Row extends { readonly tab: string }>(list: readonly Row[]): readonly Row[] => (health ? list.filter((row) => row.tab === 'E') : list);
  const numbered = everyRow.map(inVolume);
  const rows = numbered.flat();
  const standings = inVolume(judged.flat()).map((row) => row.standing);
  const findings = inVolume(everyFinding);
  const findingByRow = new Map(findings.map((finding) => [finding.row, finding.number]));
  const findingOf = (row: number): number | null => findingByRow.get(row) ?? null;
  const profile = recipientOf(context.options);
  const changes = context.changesOf(person.id);
  const bound = context.options.exhibits === true;
  const exhibits = bound ? exhibitsOf(context, person, rows, findingOf) : null;
  const rowExhibits = (row: number): RowExhibits => ({ numbers: exhibits?.ofRow.get(row) ?? [], inOther: exhibits?.inOther.has(row) === true });
  /** Where a line without an exhibit is proved, for the crosswalk. */
  const whereElse = (row: NumberedRow): string => {
    const { words } = exhibitOf(context, row, rowExhibits(row.number));
    return row.info?.kinds.length === 0 ? 'judged from the file as a whole' : words === '–' ? 'nothing on file' : words;
  };
  const current = employments[0];
  const judgedOn = (employmentId: string | undefined) => judgedDay(asOf, employments.find((each) => each.id === employmentId)?.endedOn);
  const monthly = rows.find((row) => row.standing.periods !== undefined && row.tab === 'D');
  const begins = employments.flatMap((employment) => beginningOf(employment) ?? []).sort();
  return redactedChapter({
    personId: person.id,
    name: personName(person),
    listName: listName(shownName(person)),
    otherNames: otherNames(person),
    roleLine: roleLineOf(current, current === undefined ? asOf : judgedDay(asOf, current.endedOn)),
    facts: personFacts(context, person, employments, standings),
    tally: tallyOf(standings.map((standing) => standing.status)),
    judged: rows.length,
    checklist: employments.map((employment, index) => checklistPart(
      context, employment, inVolume(required(judged[index], 'one list of rows an employment')), required(numbered[index], 'one list of rows an employment'), findingOf, employments.length > 1, rowExhibits,
    )),
    findings,
    lapses: lapsesOf(context, rows, judgedOn),
    lapsesSince: begins[0] ?? null,
    grid: health ? null : exclusionGrid(context, person, standings, judgedDay(asOf, current?.endedOn), monthly === undefined ? null : findingOf(monthly.number)),
    appendix: appendixOf(context, standings),
    sections: health ? healthSections : profile.sections.filter((section) => bound || !needExhibits.includes(section)),
    exhibits: exhibits?.tabs ?? [],
    ...(changes !== undefined && !health && { changes: { lead: changes.lead, rows: changes.rows.map(({ what, words, about }) => ({ what, words, to: placeOf(person.id, rows, about) })) } }),
    history: !health && profile.sections.includes('history') ? historyOf(context, rows) : [],
    crosswalk: !health && bound && profile.sections.includes('crosswalk') ? crosswalkOf(person.id, personName(person), rows, exhibits?.ofRow ?? new Map(), whereElse) : [],
  }, person, profile);
}
