import { fieldsOf, toDay, type CivilDate } from '../civil-date.ts';
import { countOf, dateWords, longMonthWords, monthWords } from '../wording.ts';
import { exclusionLists, exclusionListWords, type ExclusionList } from '../model/exclusion.ts';
import { fullName, type Person } from '../model/person.ts';
import { outcomeOn, type Check } from '../rules/known.ts';
import type { Period, Standing } from '../rules/standing.ts';
import type { CellOutcome, ExclusionGrid, GridCell, GridYear } from './binder-model.ts';
import { byText } from './by-text.ts';
import type { BinderContext } from './context.ts';
import { personName } from './words.ts';

const monthPattern = /^\d{4}-\d{2}$/;

type Judged = { readonly standing: Standing; readonly lists: readonly ExclusionList[]; readonly months: ReadonlyMap<string, Period> };

/** The monthly list rules of a person: those whose periods are calendar months. */
function monthlyStandings(standings: readonly Standing[]): readonly Judged[] {
  return standings.flatMap((standing) => {
    const { rule } = standing.account;
    const months = (standing.periods ?? []).filter((period) => monthPattern.test(period.period));
    return months.length === 0 || rule.kind !== 'every-month' ? [] : [{ standing, lists: rule.lists, months: new Map(months.map((period) => [period.period, period])) }];
  });
}

function outcomeWords(check: Check, judged: CivilDate): CellOutcome {
  const outcome = outcomeOn(check, toDay(judged));
  if (outcome === null) return 'unable';
  if (outcome === 'clear' && check.source.outcome === 'possible') return 'decided';
  return outcome;
}

/** Of several searches in a month the latest that says something speaks. */
function speaking(checks: readonly Check[], judged: CivilDate): Check | null {
  const said = checks.filter((check) => outcomeWords(check, judged) !== 'unable');
  return said.at(-1) ?? checks.at(-1) ?? null;
}

function cellOf(month: string, list: ExclusionList, judgedMonths: readonly Judged[], checks: readonly Check[], judged: CivilDate): GridCell {
  const here = checks.filter((check) => check.source.checkedOn.startsWith(month) && check.source.checkedOn <= judged);
  const found = speaking(here, judged);
  const period = judgedMonths.filter((rule) => rule.lists.includes(list)).map((rule) => rule.months.get(month)).find((each) => each !== undefined);
  if (found !== null) {
    const outcome = outcomeWords(found, judged);
    if (outcome === 'unable' && period !== undefined && (period.status === 'gap' || period.status === 'incomplete')) return { kind: 'none' };
    return { kind: 'searched', day: fieldsOf(found.on).day, outcome };
  }
  if (period === undefined) return { kind: 'outside' };
  if (period.status === 'not-yet-due' || period.status === 'due-soon') return { kind: 'open' };
  if (period.status === 'met' || period.status === 'review' || period.status === 'fail') {
    // Only the month of hire is met without a search in it, by one at most 31 days before the hire.
    const before = checks.filter((check) => check.source.checkedOn < `${month}-32`).at(-1);
    return before === undefined ? { kind: 'none' } : { kind: 'before-hire', outcome: outcomeWords(before, judged) };
  }
  return { kind: 'none' };
}

function fileOf(month: string, checks: readonly Check[], judged: CivilDate): string {
  const found = speaking(checks.filter((check) => check.source.checkedOn.startsWith(month) && check.source.checkedOn <= judged), judged);
  const newest = found?.source.listVersion?.newestAction;
  if (newest !== undefined) return `${newest.slice(5, 7)}-${newest.slice(2, 4)}`;
  return found?.source.method === 'website' ? 'site' : '';
}

function decisionNotes(context: BinderContext, person: Person, lists: readonly ExclusionList[], judged: CivilDate): readonly string[] {
  return lists.flatMap((list) => (context.known.ofPerson(person.id).checks.get(list) ?? [])
    .filter((check) => check.source.outcome === 'possible' && check.source.checkedOn <= judged)
    .map((check) => {
      const month = longMonthWords(check.source.checkedOn);
      const name = exclusionListWords[list].short;
      const decision = (context.file.decisions ?? [])
        .filter((each) => each.personId === person.id && (each.checkId === check.id || each.id === check.source.decisionId) && each.decidedOn <= judged)
        .sort((a, b) => byText(a.decidedOn, b.decidedOn)).at(-1);
      if (decision === undefined) return { month: check.source.checkedOn, words: `${month}: one possible match on ${name}, not decided.` };
      const verdict = decision.verdict === 'not-the-person' ? 'decided not the person' : decision.verdict === 'the-person' ? 'decided the person' : 'could not be decided';
      const by = decision.recordedBy === undefined ? '' : ` by ${decision.recordedBy}`;
      return { month: check.source.checkedOn, words: `${month}: one possible match on ${name}; ${verdict} on ${dateWords(decision.decidedOn)}${by}. ${decision.reason}` };
    }))
    .sort((a, b) => byText(a.month, b.month))
    .map((note) => note.words);
}

function holeNotes(rules: readonly Judged[], grid: ReadonlyMap<string, ReadonlyMap<ExclusionList, GridCell>>): readonly string[] {
  const notes: string[] = [];
  for (const [month, cells] of grid) {
    const owed = rules.some((rule) => rule.months.has(month));
    const holes = [...cells].filter(([, cell]) => cell.kind === 'none').map(([list]) => exclusionListWords[list].short);
    if (!owed || holes.length === 0) continue;
    const searched = [...cells].filter(([, cell]) => cell.kind === 'searched').map(([list]) => exclusionListWords[list].short);
    notes.push(searched.length === 0 ? `${longMonthWords(month)}: no list was searched.` : `${longMonthWords(month)}: ${searched.join(' and ')} searched, ${holes.join(' and ')} not searched.`);
  }
  if (notes.length > 8) return [...notes.slice(0, 7), `${notes.length - 7} more months with a list not searched; see the table.`];
  return notes;
}

/**
 * The month grid of a person's exclusion checks as recorded, over all employments. Never names anybody but this person.
 * @returns null where no monthly list rule was judged
 */
export function exclusionGrid(context: BinderContext, person: Person, standings: readonly Standing[], judged: CivilDate, finding: number | null): ExclusionGrid | null {
  const rules = monthlyStandings(standings);
  const months = [...new Set(rules.flatMap((rule) => [...rule.months.keys()]))].sort(byText);
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const lists = exclusionLists.filter((list) => rules.some((rule) => rule.lists.includes(list)));
  const checksOf = (list: ExclusionList): readonly Check[] => context.known.ofPerson(person.id).checks.get(list) ?? [];

  const cells = new Map<string, ReadonlyMap<ExclusionList, GridCell>>();
  const years: GridYear[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    const of = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
    for (const month of of) {
      const inPeriod = month >= first && month <= last;
      cells.set(month, new Map(lists.map((list) => [list, inPeriod ? cellOf(month, list, rules, checksOf(list), judged) : { kind: 'outside' }])));
    }
    const main = lists[0] ?? 'oig-leie';
    years.push({
      year,
      rows: lists.map((list) => ({ label: exclusionListWords[list].short, cells: of.map((month) => cells.get(month)?.get(list) ?? { kind: 'outside' }) })),
      fileLabel: `${exclusionListWords[main].short.replace('OIG ', '')} file`,
      files: of.map((month) => (month >= first && month <= last ? fileOf(month, checksOf(main), judged) : '')),
    });
  }

  const owed = [...cells].filter(([month]) => rules.some((rule) => rule.months.has(month) && !isOpen(rule.months.get(month))));
  const done = (cell: GridCell): boolean => cell.kind === 'searched' || cell.kind === 'before-hire';
  const searchesOwed = owed.flatMap(([, row]) => [...row.values()].filter((cell) => cell.kind !== 'outside'));
  const full = owed.filter(([, row]) => [...row.values()].every((cell) => done(cell) || cell.kind === 'outside')).length;
  const empty = owed.filter(([, row]) => [...row.values()].every((cell) => cell.kind === 'none' || cell.kind === 'outside') && [...row.values()].some((cell) => cell.kind === 'none')).length;
  const partly = owed.length - full - empty;
  const matches = [...cells.values()].flatMap((row) => [...row.values()]).filter((cell) => 'outcome' in cell && cell.outcome !== 'clear' && cell.outcome !== 'unable').length;
  const listWords = lists.map((list) => exclusionListWords[list].short).join(', ');
  const names = [...new Set([personName(person), ...person.names.map(fullName)])].join('; ');
  const used = `Names on record: ${names}. ${years[0]?.fileLabel ?? ''}: month and year of the newest entry in the file used; site: searched on the web site.`;
  return {
    lead: `${countOf(months.length, 'calendar month')}, ${monthWords(first)} to ${monthWords(last)}; ${countOf(lists.length, 'list')}: ${listWords}. The number is the day of the search.`,
    figures: [
      { value: `${full} of ${owed.length}`, label: lists.length === 2 ? 'closed months with both lists' : 'closed months with every list' },
      { value: `${searchesOwed.filter(done).length} of ${searchesOwed.length}`, label: 'searches made' },
      { value: String(empty), label: empty === 1 ? 'month without any search' : 'months without any search' },
      { value: String(partly), label: partly === 1 ? 'month with a list missing' : 'months with a list missing' },
      { value: String(matches), label: matches === 1 ? 'possible match' : 'possible matches' },
    ],
    years,
    notes: [...holeNotes(rules, cells), ...decisionNotes(context, person, lists, judged), used],
    finding,
  };
}

const isOpen = (period: Period | undefined): boolean => period !== undefined && (period.status === 'not-yet-due' || period.status === 'due-soon');

/** The day a person is judged: as-of, or the last day worked when that came earlier (rules 0.6). */
export const judgedDay = (asOf: CivilDate, endedOn: CivilDate | undefined): CivilDate => (endedOn !== undefined && endedOn < asOf ? endedOn : asOf);
