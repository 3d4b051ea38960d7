import type { CivilDate } from '../../civil-date.ts';
import { evidenceKindWords, evidenceKinds, type Evidence, type EvidenceKind } from '../../model/evidence.ts';
import { exclusionListWords, exclusionLists, type ExclusionCheck, type ExclusionList } from '../../model/exclusion.ts';
import { dateWords } from '../../wording.ts';

const partWordsById: Readonly<Record<string, string>> = {
  cpr: 'CPR',
  'first-aid': 'First Aid',
  confidentiality: 'confidentiality',
  hipaa: 'HIPAA',
  'mandated-reporting': 'mandated reporting',
  'high-school': 'high-school diploma',
  bachelors: "bachelor's degree",
  employment: 'employment experience',
  'severe-mental-illness': 'experience with severe mental illness',
  'employment-specialist': 'experience as an employment specialist',
  'employment-services': 'experience in employment services',
  vocational: 'vocational experience',
  'benefits-certification': 'CWIC or WIP-C certificate',
  document: 'the result on file',
  reading: 'the reading of the skin test',
};

/** What the explanation can look up: items and searches by id. */
export type Sources = { readonly evidence: ReadonlyMap<string, Evidence>; readonly checks: ReadonlyMap<string, ExclusionCheck> };

const isKind = (text: string): text is EvidenceKind => (evidenceKinds as readonly string[]).includes(text);
const isList = (text: string): text is ExclusionList => (exclusionLists as readonly string[]).includes(text);

/** A part, list or missing piece as people call it. */
export function partWords(part: string, sources?: Sources): string {
  if (part.startsWith('document:')) return documentWords(part.slice('document:'.length), sources);
  if (isList(part)) return exclusionListWords[part].short;
  const known = partWordsById[part];
  if (known !== undefined) return known;
  return isKind(part) ? evidenceKindWords[part].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : part;
}

function documentWords(id: string, sources: Sources | undefined): string {
  const item = sources?.evidence.get(id);
  if (item !== undefined) {
    const on: CivilDate | undefined = item.performedOn ?? item.issuedOn ?? item.resultOn;
    return `the paper for ${partWords(item.kind)}${on === undefined ? '' : ` of ${dateWords(on)}`}`;
  }
  const check = sources?.checks.get(id);
  return check === undefined ? 'a paper' : `the proof of the ${exclusionListWords[check.list].short} search of ${dateWords(check.checkedOn)}`;
}

/** `a`, `a and b`, `a, b and c`; after six, "and 4 more". */
export function listed(words: readonly string[]): string {
  if (words.length > 6) return `${words.slice(0, 5).join(', ')} and ${String(words.length - 5)} more`;
  const last = words.at(-1);
  return words.length <= 1 || last === undefined ? (last ?? '') : `${words.slice(0, -1).join(', ')} and ${last}`;
}
