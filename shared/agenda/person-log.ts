import type { AgencyFile } from '../agency-file/schema.ts';
import { isWordless } from '../audit/chain.ts';
import { wordsTaken } from '../audit/verification.ts';
import { countOf } from '../wording.ts';

/** One entry of the log as far as it touches a person. `at` is an ISO instant. */
export type PersonLogLine = {
  readonly seq: number;
  readonly at: string;
  readonly what: string;
  readonly reason: string | null;
  readonly by: string | null;
  /** "1 evidence, 1 document": the person's records the entry changed. */
  readonly records: string;
};

const nouns: Readonly<Record<string, readonly [string, string]>> = {
  people: ['identity', 'identity'],
  evidence: ['item of evidence', 'items of evidence'],
  exclusionChecks: ['check', 'checks'],
  decisions: ['decision', 'decisions'],
  acknowledgements: ['note', 'notes'],
  documents: ['document', 'documents'],
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Ids of everything in the file that is about a person, list by list as the log names them. */
export function recordsOfPerson(file: AgencyFile, personId: string): ReadonlyMap<string, ReadonlySet<string>> {
  const own = (list: readonly { readonly id: string; readonly personId?: string }[] | undefined): ReadonlySet<string> =>
    new Set((list ?? []).filter((each) => each.personId === personId).map((each) => each.id));
  const documents = new Set<string>();
  for (const each of [...file.evidence, ...(file.exclusionChecks ?? []), ...(file.decisions ?? [])]) {
    if (each.personId === personId) for (const ref of each.documents ?? []) documents.add(ref.id);
  }
  const notes = new Set((file.acknowledgements ?? []).flatMap((each, index) => (each.personId === personId ? [String(index)] : [])));
  return new Map<string, ReadonlySet<string>>([
    ['people', new Set([personId])],
    ['evidence', own(file.evidence)],
    ['exclusionChecks', own(file.exclusionChecks)],
    ['decisions', own(file.decisions)],
    ['documents', documents],
    ['acknowledgements', notes],
  ]);
}

/** The entries of an agency's log that touch a person's records, the newest first. Entries of a foreign shape are passed over. */
export function logOf(file: AgencyFile, personId: string): readonly PersonLogLine[] {
  const ids = recordsOfPerson(file, personId);
  const lines: PersonLogLine[] = [];
  for (const entry of file.audit ?? []) {
    const { seq, at, changes } = entry;
    const what = isWordless(entry) ? wordsTaken : textOf(entry['what']);
    if (typeof seq !== 'number' || typeof at !== 'string' || what === null || !Array.isArray(changes)) continue;
    const counts = new Map<string, number>();
    for (const change of changes as readonly unknown[]) {
      if (typeof change !== 'object' || change === null || !('list' in change) || !('id' in change)) continue;
      const list = textOf(change.list);
      const id = textOf(change.id);
      if (list !== null && id !== null && ids.get(list)?.has(id) === true) counts.set(list, (counts.get(list) ?? 0) + 1);
    }
    if (counts.size === 0) continue;
    const records = [...counts].map(([list, count]) => {
      const [one, many] = nouns[list] ?? [list, list];
      return list === 'people' ? one : countOf(count, one, many);
    }).join(', ');
    lines.push({ seq, at, what, reason: textOf(entry['reason']), by: textOf(entry['by']), records });
  }
  return lines.sort((one, other) => other.seq - one.seq);
}
