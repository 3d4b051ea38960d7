import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CarriedEntry, LoggedChange } from '../../audit/chain.ts';
import type { AgencyRecord, Disposal } from '../../model/agency-records/agency-record.ts';
import { isPurged, type DocumentRecord } from '../../model/document.ts';
import type { Person } from '../../model/person.ts';
import { initialsOf, namesPerson } from './names.ts';

/** One record as a disposal leaves it: `after` null where it goes. Explanations have no id; theirs is their place in the list, from 0. */
export type DisposalWrite = {
  readonly list: 'people' | 'teams' | 'evidence' | 'documents' | 'exclusionChecks' | 'decisions' | 'acknowledgements' | 'monthRecords' | 'agencyRecords';
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** What disposing of one or several files comes to. */
export type DisposalCover = {
  readonly writes: readonly DisposalWrite[];
  /** By person. */
  readonly counts: ReadonlyMap<string, Disposal['counts']>;
  /** The documents that go and are destroyed. */
  readonly documents: readonly DocumentRecord[];
  /** Ids of the log entries whose words go. */
  readonly wordsOf: readonly string[];
  /** Entries that name the person and whose words cannot go: written before words could be taken away. */
  readonly wordsLeft: number;
  /** Documents that others need too, and so stay. */
  readonly sharedDocuments: number;
  /** Free texts of other records that name the person and stay: records by list, for whoever reviews. */
  readonly namedElsewhere: readonly { readonly list: string; readonly id: string }[];
  /** Whether a text of undo copies or of memories kept on this computer speaks of them. */
  readonly speaksOfThem: (json: string) => boolean;
};

type Refers = { readonly personId?: string; readonly documents?: readonly { readonly id: string }[] };

/**
 * Works out what the disposal of files removes and changes, pure. It removes the people, evidence, checks, decisions, explanations,
 * holds and snoozed reminders about them, and the documents only these rest on. Where other records refer to one of them the reference goes: a
 * team loses its supervisor, a meeting the participant, a closed month the hole that named them; a record left without anybody goes too.
 * People who are not on file are left out.
 */
export function disposalCover(file: AgencyFile, personIds: ReadonlySet<string>): DisposalCover {
  const people = file.people.filter(({ id }) => personIds.has(id));
  const isTheirs = (personId: string | undefined): boolean => personId !== undefined && personIds.has(personId);
  const theirs = <Item extends Refers>(items: readonly Item[] | undefined): readonly Item[] => (items ?? []).filter((item) => isTheirs(item.personId));
  const evidence = theirs(file.evidence);
  const checks = theirs(file.exclusionChecks);
  const decisions = theirs(file.decisions);
  const explanations = [...(file.acknowledgements ?? []).entries()].filter(([, each]) => isTheirs(each.personId));
  const records = (file.agencyRecords ?? []).map((before) => ({ before, after: withoutPeople(before, personIds) }));
  const goneRecords = closedUnderSupersession(records);
  const gone = (list: DisposalWrite['list'], items: readonly { readonly id: string }[]): readonly DisposalWrite[] => items.map((before) => ({ list, id: before.id, before, after: null }));

  const documents = onlyTheirs(file, personIds, new Set(goneRecords.map(({ id }) => id)));
  const goneIds = new Set([...people, ...evidence, ...checks, ...decisions, ...goneRecords, ...documents.own].map(({ id }) => id));
  const further = documents.own.filter((document) => !isPurged(document)).map(({ name }) => name);
  const each = people.map((person) => namesPerson(person, further));
  const names = (text: string): boolean => each.some((namesOne) => namesOne(text));
  const speaksOfThem = (text: string): boolean => names(text) || [...goneIds].some((id) => hasId(text, id));

  const writes: readonly DisposalWrite[] = [
    ...gone('people', people),
    ...(file.teams ?? []).flatMap((before): readonly DisposalWrite[] => {
      if (!isTheirs(before.supervisorId)) return [];
      const { supervisorId: _gone, ...after } = before;
      return [{ list: 'teams', id: before.id, before, after }];
    }),
    ...gone('evidence', evidence),
    ...gone('exclusionChecks', checks),
    ...gone('decisions', decisions),
    ...explanations.map(([at, before]): DisposalWrite => ({ list: 'acknowledgements', id: `${at}`, before, after: null })),
    ...(file.monthRecords ?? []).flatMap((before): readonly DisposalWrite[] =>
      before.kind === 'close' && before.holes.some((hole) => isTheirs(hole.personId))
        ? [{ list: 'monthRecords', id: before.id, before, after: { ...before, holes: before.holes.filter((hole) => !isTheirs(hole.personId)) } }]
        : []),
    ...gone('agencyRecords', goneRecords),
    ...records.flatMap(({ before, after }): readonly DisposalWrite[] => (after === null || after === before || goneIds.has(before.id) ? [] : [{ list: 'agencyRecords', id: before.id, before, after }])),
    ...gone('documents', documents.own),
  ];
  const { wordsOf, wordsLeft } = wordsToTake(file.audit ?? [], goneIds, speaksOfThem);
  return {
    writes,
    counts: new Map(people.map((person) => {
      const of = (items: readonly Refers[]): number => items.filter((item) => item.personId === person.id).length;
      const own = documents.own.filter(({ id }) => documents.refersTo(person.id).has(id)).length;
      return [person.id, { evidence: of(evidence), documents: own, checks: of(checks), decisions: of(decisions), explanations: of(explanations.map(([, explanation]) => explanation)) }];
    })),
    documents: documents.own.filter((document) => !isPurged(document)),
    wordsOf,
    wordsLeft,
    sharedDocuments: documents.shared,
    namedElsewhere: namedElsewhere(file, new Set(writes.filter(({ after }) => after === null).map(({ list, id }) => `${list} ${id}`)), names),
    speaksOfThem,
  };
}

/** Whether an id stands in a text by itself: `p1` is not in `p10`. */
function hasId(text: string, id: string): boolean {
  const inWord = /[\p{L}\p{N}_-]/u;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    if (!inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(at + id.length))) return true;
  }
  return false;
}

/** An agency record without people: itself where it does not name them, null where nothing is left of it. */
function withoutPeople(record: AgencyRecord, gone: ReadonlySet<string>): AgencyRecord | null {
  if (record.kind === 'snooze') return [...gone].some((id) => hasId(record.deadline, id)) ? null : record;
  if ('personId' in record && gone.has(record.personId)) return null;
  if (record.kind === 'binder') {
    const { numbers, ...rest } = record;
    const left = (numbers ?? []).filter(({ personId }) => !gone.has(personId));
    if (left.length === (numbers ?? []).length && !record.personIds.some((id) => gone.has(id))) return record;
    // The names of files hold names of people.
    return { ...rest, personIds: record.personIds.filter((id) => !gone.has(id)), files: record.files.map((file) => ({ ...file, name: 'file.pdf' })), ...(left.length > 0 && { numbers: left }) };
  }
  if ('personIds' in record && record.personIds.some((id) => gone.has(id))) return { ...record, personIds: record.personIds.filter((id) => !gone.has(id)) };
  if ('members' in record && record.members.some((member) => gone.has(member.personId))) return { ...record, members: record.members.filter((member) => !gone.has(member.personId)) };
  if ('rows' in record && record.rows.some((row) => row.personId !== undefined && gone.has(row.personId))) {
    const rows = record.rows.filter((row) => row.personId === undefined || !gone.has(row.personId));
    return rows.length === 0 ? null : { ...record, rows };
  }
  return record;
}

/** The records that go, with those that replace one of them and the plan of a finding that goes: neither outlives what it is about. */
function closedUnderSupersession(records: readonly { readonly before: AgencyRecord; readonly after: AgencyRecord | null }[]): readonly AgencyRecord[] {
  const gone = new Set(records.filter(({ after }) => after === null).map(({ before }) => before.id));
  for (let more = true; more; ) {
    more = false;
    for (const { before } of records) {
      const rests = before.kind === 'correction' ? [before.supersedes, before.findingId] : [before.supersedes];
      if (gone.has(before.id) || !rests.some((id) => id !== undefined && gone.has(id))) continue;
      gone.add(before.id);
      more = true;
    }
  }
  return records.filter(({ before }) => gone.has(before.id)).map(({ before }) => before);
}

type Holder = { readonly documents?: readonly { readonly id: string }[] | undefined };

/** The documents only the records of these people rest on, how many they share with others, and which ones each refers to. */
function onlyTheirs(file: AgencyFile, personIds: ReadonlySet<string>, goneRecords: ReadonlySet<string>) {
  const own = new Set<string>();
  const others = new Set<string>();
  const byPerson = new Map<string, Set<string>>();
  const sort = (item: Holder, personId: string | undefined, goes = personId !== undefined && personIds.has(personId)): void => {
    for (const { id } of item.documents ?? []) {
      (goes ? own : others).add(id);
      if (goes && personId !== undefined) byPerson.set(personId, (byPerson.get(personId) ?? new Set()).add(id));
    }
  };
  for (const item of [...file.evidence, ...(file.exclusionChecks ?? []), ...(file.decisions ?? [])]) sort(item, item.personId);
  for (const person of file.people) for (const license of person.licenses ?? []) sort(license, person.id);
  for (const version of file.listVersions ?? []) sort(version, undefined);
  for (const record of file.agencyRecords ?? []) sort(record, 'personId' in record ? record.personId : undefined, goneRecords.has(record.id));
  const none: ReadonlySet<string> = new Set();
  return {
    own: (file.documents ?? []).filter(({ id }) => own.has(id) && !others.has(id)),
    shared: [...own].filter((id) => others.has(id)).length,
    refersTo: (personId: string): ReadonlySet<string> => byPerson.get(personId) ?? none,
  };
}

/** The entries of the log that speak of the person: those that changed their records, and those whose words name them. */
function wordsToTake(audit: readonly CarriedEntry[], gone: ReadonlySet<string>, speaks: (text: string) => boolean): { readonly wordsOf: readonly string[]; readonly wordsLeft: number } {
  const wordsOf: string[] = [];
  let wordsLeft = 0;
  for (const entry of audit) {
    const { id, what, reason, changes, words, salt, kind } = entry;
    // What a disposal says of itself names nobody, and it is what proves that words were taken rightly.
    if (kind === 'disposal' || (typeof words === 'string' && salt === undefined)) continue;
    const touched = Array.isArray(changes) && (changes as readonly Partial<LoggedChange>[]).some((change) => typeof change.id === 'string' && change.list !== 'log' && gone.has(change.id));
    if (!touched && !speaks(`${typeof what === 'string' ? what : ''} / ${typeof reason === 'string' ? reason : ''}`)) continue;
    if (typeof words === 'string' && typeof id === 'string') wordsOf.push(id);
    else wordsLeft += 1;
  }
  return { wordsOf, wordsLeft };
}

/** Records that stay and whose texts name the person. */
function namedElsewhere(file: AgencyFile, gone: ReadonlySet<string>, names: (text: string) => boolean): DisposalCover['namedElsewhere'] {
  const lists = ['teams', 'sites', 'vendors', 'evidence', 'documents', 'exclusionChecks', 'decisions', 'listVersions', 'monthRecords', 'agencyRecords'] as const;
  return lists.flatMap((list) => {
    const records: readonly { readonly id: string }[] = file[list] ?? [];
    return records.filter(({ id }) => !gone.has(`${list} ${id}`)).flatMap((record) => (textsOf(record).some(names) ? [{ list, id: record.id }] : []));
  });
}

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];

/** The line of the disposal log about one person. */
export function disposalRecord(
  person: Person,
  counts: Disposal['counts'],
  line: Pick<Disposal, 'id' | 'disposedOn' | 'employedTo' | 'dueSince' | 'rule' | 'reason' | 'reviewedBy' | 'recordedAt'>,
): Disposal {
  const [employedFrom] = person.employments.flatMap(({ hiredOn }) => (hiredOn === undefined ? [] : [hiredOn])).sort();
  return { kind: 'disposal', ...line, initials: initialsOf(person), ...(employedFrom !== undefined && { employedFrom }), counts, recordedBy: line.reviewedBy };
}
