import type { Decision, ExclusionCheck, KeptCandidate, SearchIdentity } from '../../model/exclusion.ts';
import { fullName } from '../../model/person.ts';
import { fileLists, type FileList, type ListRow } from '../../screening/list.ts';
import { rowFromRecord } from '../../screening/lists/row-record.ts';
import { plainName } from '../identity.ts';
import { dateWords } from '../../wording.ts';

/** One thing that is not as it was when it was decided. Empty text stands for nothing. */
export type DifferentField = { readonly of: 'subject' | 'row'; readonly field: string; readonly before: string; readonly after: string };

/** Why an earlier decision does not hold any more. */
export type Difference = {
  readonly decision: Decision;
  /** Sentences, the subject's first: "The name Danielle Hebert was added." */
  readonly words: readonly string[];
  readonly fields: readonly DifferentField[];
};

const trimmed = (name: SearchIdentity['names'][number]): SearchIdentity['names'][number] => ({
  kind: name.kind, given: name.given.trim(), family: name.family.trim(),
  ...(name.middle === undefined ? {} : { middle: name.middle.trim() }), ...(name.suffix === undefined ? {} : { suffix: name.suffix.trim() }),
});

/** The names of an identity as they are compared for a decision: as written, whatever their kind. */
const namesOf = (identity: SearchIdentity): readonly string[] => [...new Set([...identity.names.map((name) => fullName(trimmed(name))), ...identity.businessNames.map((name) => name.trim())])];

/** What differs between two identities: names (neither their order nor their kinds), birth date, NPI. Empty where they are the same. */
export function identityDifference(before: SearchIdentity, after: SearchIdentity): { readonly words: readonly string[]; readonly fields: readonly DifferentField[] } {
  const words: string[] = [];
  const fields: DifferentField[] = [];
  const [then, now] = [namesOf(before), namesOf(after)];
  for (const name of now.filter((each) => !then.includes(each))) {
    words.push(`The name ${name} was added.`);
    fields.push({ of: 'subject', field: 'name', before: '', after: name });
  }
  for (const name of then.filter((each) => !now.includes(each))) {
    words.push(`The name ${name} is no longer on record.`);
    fields.push({ of: 'subject', field: 'name', before: name, after: '' });
  }
  if (before.birthDate !== after.birthDate) {
    const [from, to] = [before.birthDate, after.birthDate];
    words.push(from === undefined && to !== undefined ? `The birth date ${dateWords(to)} was added.` : to === undefined && from !== undefined ? `The birth date ${dateWords(from)} was removed.` : `The birth date was changed from ${from === undefined ? '' : dateWords(from)} to ${to === undefined ? '' : dateWords(to)}.`);
    fields.push({ of: 'subject', field: 'birth date', before: from ?? '', after: to ?? '' });
  }
  if ((before.npi ?? '') !== (after.npi ?? '')) {
    const [from, to] = [before.npi ?? '', after.npi ?? ''];
    words.push(from === '' ? `The NPI ${to} was added.` : to === '' ? `The NPI ${from} was removed.` : `The NPI was changed from ${from} to ${to}.`);
    fields.push({ of: 'subject', field: 'NPI', before: from, after: to });
  }
  return { words, fields };
}

/** What differs between two forms of one row, head by head, in the order of the newer one's heads. */
export function rowDifference(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): { readonly words: readonly string[]; readonly fields: readonly DifferentField[] } {
  const heads = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const fields = heads.flatMap((head): readonly DifferentField[] => {
    const [from, to] = [before[head]?.trim() ?? '', after[head]?.trim() ?? ''];
    return from === to ? [] : [{ of: 'row', field: head, before: from, after: to }];
  });
  const shown = (text: string): string => (text === '' ? 'blank' : text);
  return { words: fields.map(({ field, before: from, after: to }) => `The list's row changed: ${field} from ${shown(from)} to ${shown(to)}.`), fields };
}

const isFileList = (list: ExclusionCheck['list']): list is FileList => (fileLists as readonly string[]).includes(list);

const sameText = (one: string, other: string): boolean => plainName(one) === plainName(other);

/** Whether two rows are the same entry, as far as anything says: an equal NPI, or an equal name with an equal birth date. */
function sameEntry(one: ListRow, other: ListRow): boolean {
  if (one.npi !== null && other.npi !== null) return one.npi === other.npi;
  return one.birthDate === other.birthDate && sameText(one.family, other.family) && sameText(one.given, other.given) && sameText(one.business, other.business);
}

/**
 * Why a row that was decided once is asked about again: the latest earlier decision on the same row by another identity, or on what was the same entry
 * in another form. Null where nothing about it was decided before. A row that another row of the same search still is, is not what changed.
 */
export function whyReopened(check: ExclusionCheck, candidate: KeptCandidate, earlier: readonly Decision[]): Difference | null {
  const identity = check.search?.identity;
  if (identity === undefined) return null;
  const present = new Set(check.search?.candidates.map((each) => each.digest));
  const settled = earlier.filter((each) => each.verdict !== 'unable' && each.checkId !== check.id);
  for (const decision of [...settled].reverse()) {
    const subject = decision.identity === undefined ? { words: [], fields: [] } : identityDifference(decision.identity, identity);
    if (decision.rowDigest === candidate.digest) {
      if (subject.fields.length > 0) return { decision, ...subject };
      continue;
    }
    if (decision.record === undefined || decision.rowDigest === undefined || present.has(decision.rowDigest) || !isFileList(check.list)) continue;
    if (!sameEntry(rowFromRecord(check.list, decision.record, 0), rowFromRecord(check.list, candidate.record, 0))) continue;
    const row = rowDifference(decision.record, candidate.record);
    return { decision, words: [...subject.words, ...row.words], fields: [...subject.fields, ...row.fields] };
  }
  return null;
}
