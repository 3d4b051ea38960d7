import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { roleNames, employmentOn } from '../../../../shared/agenda/employment.ts';
import type { ExclusionCheck, KeptCandidate, ListVersion } from '../../../../shared/model/exclusion.ts';
import type { Person } from '../../../../shared/model/person.ts';
import type { Candidate, MatchPart, Subject } from '../../../../shared/screening/finding.ts';
import type { FileList, ListRow } from '../../../../shared/screening/list.ts';
import { scoreRow } from '../../../../shared/screening/match/score-row.ts';
import { partWords } from '../../../../shared/screening/match/words.ts';
import { dateWords } from '../../../../shared/wording.ts';
import { entryName } from '../../../../shared/screening/entry-name.ts';
import { isFileList, keptRow, versionOf } from '../../../session/kept-row.ts';
import type { ScoreLine } from '../../../ui/score-card.tsx';
import { cityOf, occupationOf, rowFacts, type RowFact } from './row-facts.ts';

/** A kept candidate with its score card drawn again, by the rule that found it, from what the check kept. */
export type Card = {
  readonly list: FileList;
  readonly row: ListRow;
  readonly rowName: string;
  readonly version: ListVersion | null;
  /** The card; null where today's matching no longer sees a match, so that only what was kept can be shown. */
  readonly scored: Omit<Candidate, 'digest' | 'record'> | null;
  readonly lines: readonly ScoreLine[];
  readonly facts: readonly RowFact[];
};

/** Where a surname of ours comes from, when it is not the legal one in use: `former name, until 2018`. */
function noteOn(part: MatchPart, person: Person | undefined): string {
  if (part.part !== 'surname' || part.ours === '' || person === undefined) return '';
  const name = person.names.find((each) => each.family.toLowerCase() === part.ours.toLowerCase());
  if (name === undefined || name.kind === 'legal') return '';
  return `${name.kind} name${name.to === undefined ? '' : `, until ${name.to.slice(0, 4)}`}`;
}

const lineOf = (part: MatchPart, person: Person | undefined, record: KeptCandidate['record'], index: number): ScoreLine => ({
  key: `${part.part} ${index}`,
  label: partWords[part.part],
  ours: part.part === 'birth-date' ? dateOf(part.ours) : part.ours,
  oursNote: noteOn(part, person),
  theirs: part.part === 'birth-date' ? dateOf(part.theirs) : part.theirs,
  theirsNote: part.part === 'state' ? cityOf(record) : '',
  // What the tier holds back compares nothing.
  agrees: part.part === 'limit' ? 'none' : part.agrees,
  verdict: part.verdict,
  points: part.weight,
});

const dateOf = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dateWords(text as CivilDate) : text);

/** What the person does beside what the row says the excluded one did: for the eye, never scored. */
function occupationLine(person: Person | undefined, record: KeptCandidate['record'], asOf: CivilDate): readonly ScoreLine[] {
  const theirs = occupationOf(record);
  if (theirs === '') return [];
  const employment = person === undefined ? null : employmentOn(person, asOf);
  const ours = employment === null ? '' : roleNames(employment, asOf).join(', ');
  return [{ key: 'occupation', label: 'Occupation', ours, theirs, agrees: 'none', verdict: 'Shown only, not scored', points: null }];
}

/** Draws the score card of a kept candidate. Null for a list that is not searched as a file, or a check without its search. */
export function cardOf(file: AgencyFile, check: ExclusionCheck, candidate: KeptCandidate, asOf: CivilDate): Card | null {
  const { search, list } = check;
  const row = keptRow(file, check, candidate);
  if (search === undefined || row === null || !isFileList(list)) return null;
  const key: Subject['key'] = check.personId === undefined ? { vendorId: check.vendorId ?? '' } : { personId: check.personId };
  const scored = scoreRow({ key, identity: search.identity }, row, list, check.checkedOn);
  const person = file.people.find((each) => each.id === check.personId);
  const lines = (scored?.parts ?? []).map((part, index) => lineOf(part, person, candidate.record, index));
  const limits = lines.filter((line) => line.key.startsWith('limit '));
  return {
    list,
    row,
    rowName: entryName(row),
    version: versionOf(file, check),
    scored,
    // What the tier holds back is the last line before the sum.
    lines: [...lines.filter((line) => !limits.includes(line)), ...occupationLine(person, candidate.record, asOf), ...limits],
    facts: rowFacts(list, candidate.record, row, asOf),
  };
}
