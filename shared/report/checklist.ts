import { dateWords } from '../wording.ts';
import { medicalKinds } from '../model/evidence.ts';
import { exclusionListWords, type ExclusionCheck } from '../model/exclusion.ts';
import type { Employment } from '../model/person.ts';
import { binderTabs, binderTabTitles, shownId, type BinderTab, type RequirementInfo } from '../rules/requirement.ts';
import { shortCitation, sources } from '../rules/packs/sources.ts';
import type { Citation, Standing } from '../rules/standing.ts';
import type { Status } from '../rules/status.ts';
import type { Answer, ChecklistPart, ChecklistRow, ChecklistTab, Exhibit } from './binder-model.ts';
import { byText } from './by-text.ts';
import { beginningOf, type BinderContext } from './context.ts';
import { evidenceDate, evidenceWords } from './evidence-words.ts';
import { isKeptApart } from './recipient.ts';

/** A standing beside what is known of its requirement, in the order of the binder. */
export type JudgedRow = { readonly standing: Standing; readonly info: RequirementInfo | null; readonly tab: BinderTab };

function answer(value: boolean | null, status: Status): Answer {
  if (value !== null) return value ? 'yes' : 'no';
  return status === 'not-applicable' || status === 'exempt' ? '–' : 'open';
}

/** `Manual 2.3, Agency 3, 4a; Staff 2`: sections of one document are named once after it. */
export function sourceWords(citations: readonly Citation[]): string {
  const sections = new Map<string, string[]>();
  for (const citation of citations) {
    const list = sections.get(citation.source) ?? [];
    if (!list.includes(citation.section)) list.push(citation.section);
    sections.set(citation.source, list);
  }
  return [...sections].map(([source, list]) => `${sources[source]?.short ?? shortCitation({ source, section: '' })}, ${list.join('; ')}`).join(' · ');
}

/** Puts an employment's standings in the order an auditor reads: tab, place in the tab, then as evaluated. */
export function judgedRows(context: BinderContext, personId: string, employmentId: string): readonly JudgedRow[] {
  return context.standingsOf(personId, employmentId)
    .map((standing, index) => {
      const info = context.requirement(standing.requirement) ?? null;
      return { standing, info, tab: info?.tab ?? 'I', index };
    })
    .sort((a, b) => byText(a.tab, b.tab) || (a.info?.tabOrder ?? 999) - (b.info?.tabOrder ?? 999) || a.index - b.index);
}

const isMedical = (info: RequirementInfo | null): boolean => info !== null && info.kinds.length > 0 && info.kinds.every((kind) => medicalKinds.includes(kind));

/** The newest items a row names; earlier ones are counted. */
const itemsShown = 4;

function evidenceLines(context: BinderContext, row: JudgedRow): readonly string[] {
  const items = row.standing.evidenceIds
    .flatMap((id) => context.evidence(id) ?? [])
    .sort((a, b) => byText(evidenceDate(a) ?? '', evidenceDate(b) ?? '') || byText(a.id, b.id));
  const named = row.info === null || row.info.kinds.length !== 1;
  const shown = items.slice(-itemsShown).map((item) => evidenceWords(item, named));
  if (items.length > 0) return items.length > itemsShown ? [`${items.length - itemsShown} earlier`, ...shown] : shown;
  const checks = checksOf(context, row);
  if (checks.length > 4) return [`${checks.length} searches`];
  const words = checks.map((check) => `${exclusionListWords[check.list].short} ${dateWords(check.checkedOn)}`);
  if (words.length > 0) return words;
  // A state is judged from the whole file: no single item is its evidence.
  return row.info?.kinds.length === 0 ? ['–'] : ['None'];
}

/** The searches that decided, oldest first. */
function checksOf(context: BinderContext, row: JudgedRow): readonly ExclusionCheck[] {
  return row.standing.evidenceIds
    .flatMap((id) => context.check(id) ?? [])
    .sort((a, b) => byText(a.checkedOn, b.checkedOn) || byText(a.list, b.list));
}

/** The exhibits of a line, and whether one of them lies in volume 2. */
export type RowExhibits = { readonly numbers: readonly string[]; readonly inOther: boolean };

export function exhibitOf(context: BinderContext, row: JudgedRow, { numbers, inOther }: RowExhibits): Exhibit {
  if (numbers.length > 0) return { numbers, words: !inOther ? '' : context.options.volumes === 2 ? 'vol. 2' : 'date and result only' };
  if (isMedical(row.info)) return { numbers: [], words: 'date and result only' };
  const evidence = row.standing.evidenceIds.flatMap((id) => context.evidence(id) ?? []);
  const items = evidence.length > 0 ? evidence : checksOf(context, row);
  if (items.length === 0) return { numbers: [], words: '–' };
  if (items.some((item) => item.documents?.some(({ id }) => isKeptApart(context, id)) === true)) return { numbers: [], words: 'kept apart' };
  const filed = items.filter((item) => (item.documents?.length ?? 0) > 0 || 'listVersion' in item).length;
  return { numbers: [], words: filed === items.length ? 'on file' : filed === 0 ? 'not on file' : `${filed} of ${items.length} on file` };
}

/** One checklist line; the number of its finding is added once findings are in order. */
function checklistRow(context: BinderContext, row: JudgedRow, number: number, finding: number | null, exhibits: RowExhibits): ChecklistRow {
  const { standing, info } = row;
  const explanation = context.explain(standing);
  const overrides = standing.account.overrides.map((change) => `Set by the agency: ${change.new} instead of ${change.old}. ${change.reason}`);
  return {
    number,
    id: standing.requirement,
    title: info?.title ?? standing.requirement,
    source: `${shownId(standing.requirement)} · ${sourceWords(standing.citations)}`,
    status: standing.status,
    onTime: answer(standing.onTime, standing.status),
    validToday: answer(standing.validNow, standing.status),
    window: info?.windowWords ?? '',
    arithmetic: [...(explanation.sums.length > 0 ? explanation.sums : [explanation.reason]), ...overrides],
    evidence: evidenceLines(context, row),
    exhibit: exhibitOf(context, row, exhibits),
    finding,
  };
}

function headingOf(employment: Employment): string {
  const from = beginningOf(employment);
  const begun = from === null ? 'Employment without a date' : `Employment from ${dateWords(from)}`;
  return employment.endedOn === undefined ? begun : `${begun} to ${dateWords(employment.endedOn)}, judged as of its last day once that is past`;
}

export type NumberedRow = JudgedRow & { readonly number: number };

/** Gives every judged line of a chapter its running number, over all employments; what does not apply gets none. */
export function numberRows(parts: readonly (readonly JudgedRow[])[]): readonly (readonly NumberedRow[])[] {
  let number = 0;
  return parts.map((rows) => rows.filter((row) => row.standing.status !== 'not-applicable').map((row) => ({ ...row, number: (number += 1) })));
}

/** The checklist of one employment. `several`: the person has more than one, so each says which it is. */
export function checklistPart(
  context: BinderContext, employment: Employment, all: readonly JudgedRow[], rows: readonly NumberedRow[],
  findingOf: (row: number) => number | null, several: boolean, exhibitsOf: (row: number) => RowExhibits,
): ChecklistPart {
  const tabs = binderTabs.flatMap((tab): readonly ChecklistTab[] => {
    const mine = rows.filter((row) => row.tab === tab);
    if (mine.length === 0) return [];
    return [{ tab, title: binderTabTitles[tab], rows: mine.map((row) => checklistRow(context, row, row.number, findingOf(row.number), exhibitsOf(row.number))) }];
  });
  const notApplicable = all.filter((row) => row.standing.status === 'not-applicable').map((row) => `${shownId(row.standing.requirement)} ${row.info?.title ?? ''}`.trim());
  return { heading: several ? headingOf(employment) : null, tabs, notApplicable };
}

