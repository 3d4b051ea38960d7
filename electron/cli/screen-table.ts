import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { exclusionListWords, matchTiers, type MatchTier } from '../../shared/model/exclusion.ts';
import { subjectFinder } from '../../shared/agenda/exclusions/subject.ts';
import { engineVersion, type Candidate, type Finding, type SubjectKey } from '../../shared/screening/finding.ts';
import { countOf, dateWords } from '../../shared/wording.ts';
import { partWords } from '../../shared/screening/match/words.ts';
import type { Screened } from './screen-json.ts';
import { folded, sideBySide, tableWidth } from './text-table.ts';

const columns = { part: 12, ours: 24, theirs: 26, verdict: 28, weight: 6 } as const;
/** A namesake whose birth date differs needs a glance, not a score card. */
const withCard: readonly MatchTier[] = ['strong', 'possible'];

/** What a list says as text of at most 100 columns: whoever has a match first, the surest on top, then how many have none. */
export function screenTable(file: AgencyFile, screened: Screened): string {
  const { list, on, findings } = screened;
  const name = namesOf(file);
  const found = findings
    .filter(({ candidates }) => candidates.length > 0)
    .toSorted((one, other) => rank(one) - rank(other) || (other.candidates[0]?.score ?? 0) - (one.candidates[0]?.score ?? 0));
  const lines = [
    ...folded(`${exclusionListWords[list.list].long}: ${list.fileName}, ${countOf(list.rows.length, 'entry', 'entries')}${list.newestAction === null ? '' : `, newest of ${dateWords(list.newestAction)}`}`, tableWidth),
    ...folded(`Searched on ${dateWords(on)} for ${subjectCount(findings)}, under ${countOf(findings.reduce((sum, each) => sum + each.namesSearched.length, 0), 'name')} (${engineVersion}).`, tableWidth),
    ...found.flatMap((finding) => ['', ...folded(`${name(finding.subject.key)}: ${finding.tier}`, tableWidth), ...finding.candidates.flatMap(candidateLines)]),
    '',
    ...summary(findings),
  ];
  return `${lines.join('\n')}\n`;
}

const rank = ({ tier }: Finding): number => matchTiers.indexOf(tier);

/** `Ana Łuc (p2)`, `Delta Staffing (vendor v1)`. */
export function namesOf(file: AgencyFile): (key: SubjectKey) => string {
  const find = subjectFinder(file);
  return (key) => {
    const name = find(key)?.name ?? 'not on file any more';
    return 'personId' in key ? `${name} (${key.personId})` : `${name} (vendor ${key.vendorId})`;
  };
}

function candidateLines(candidate: Candidate): readonly string[] {
  const { row, tier, score, parts, variant, why, record } = candidate;
  const entry = Object.entries(record).filter(([, value]) => value !== '' && !/^0+$/.test(value)).map(([head, value]) => `${head} ${value}`).join(', ');
  const indented = (text: string): readonly string[] => folded(text, tableWidth - 4).map((line) => `    ${line}`);
  return [
    ...folded(`Row ${row}, ${tier}, ${countOf(score, 'point')}: ${variant}`, tableWidth - 2).map((line) => `  ${line}`),
    ...indented(why),
    ...indented(entry),
    ...(withCard.includes(tier) ? parts.filter(({ ours, theirs }) => ours !== '' || theirs !== '').flatMap((part) => sideBySide([
      [partWords[part.part], columns.part], [part.ours, columns.ours], [part.theirs, columns.theirs], [part.verdict, columns.verdict], [signed(part.weight), columns.weight],
    ], 4)) : []),
  ];
}

const signed = (weight: number): string => (weight > 0 ? `+${weight}` : String(weight));

function subjectCount(findings: readonly Finding[]): string {
  const people = findings.filter(({ subject }) => 'personId' in subject.key).length;
  const vendors = findings.length - people;
  return `${countOf(people, 'person', 'people')}${vendors === 0 ? '' : ` and ${countOf(vendors, 'vendor')}`}`;
}

function summary(findings: readonly Finding[]): readonly string[] {
  const of = (wanted: MatchTier): number => findings.filter(({ tier }) => tier === wanted).length;
  const undecided = of('strong') + of('possible');
  return [
    `strong ${of('strong')}, possible ${of('possible')}, weak ${of('weak')}, none ${of('none')}`,
    undecided === 0 ? 'Nobody has a match that a person must decide.' : `${undecided} of ${findings.length} have a match that a person must decide: the program never clears one.`,
  ];
}
