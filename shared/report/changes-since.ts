import type { AgencyFile } from '../agency-file/schema.ts';
import { civilDateAt, type CivilDate } from '../civil-date.ts';
import { defaultTimeZone } from '../model/agency.ts';
import type { MadeBinder } from '../model/agency-records/agency-record.ts';
import { standingRecords } from '../model/agency-records/standing-records.ts';
import type { Evidence } from '../model/evidence.ts';
import { fullName, shownName, type Person } from '../model/person.ts';
import { evaluate } from '../rules/evaluate.ts';
import { knownFacts, knownUntil } from '../rules/known.ts';
import { requirementTitles } from '../rules/packs/packs.ts';
import { shownId } from '../rules/requirement.ts';
import type { Evaluation, Standing } from '../rules/standing.ts';
import { statusFacts } from '../rules/status.ts';
import { countOf, dateWords } from '../wording.ts';
import { byText } from './by-text.ts';
import { itemOf } from './evidence-words.ts';
import { isFinding } from './tally.ts';

/** A day judged and what was known of it. */
export type Moment = { readonly asOf: CivilDate; readonly knownAt?: string };

/** What is different from the last binder for a recipient, person by person; only people with a difference are named under `people`. */
export type ChangesSinceBinder = {
  readonly since: MadeBinder;
  /** One sentence for all of it. */
  readonly lead: string;
  /** Names: in this one and not in the last, and the other way round. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
  readonly people: readonly { readonly personId: string; readonly name: string; readonly changes: Changes }[];
};

/** One difference; `about` is the line it changed, or the item whose line it is: a binder leads to it. */
export type Change = {
  readonly what: string;
  readonly words: string;
  readonly about: { readonly requirement: string; readonly employmentId: string | null } | { readonly item: Evidence } | null;
};
export type Changes = { readonly lead: string; readonly rows: readonly Change[] };

/** The last binder made for a recipient, by the profile's id; null where there is none. */
export function lastBinderFor(file: AgencyFile, profileId: string): MadeBinder | null {
  const made = standingRecords(file.agencyRecords ?? []).of('binder').filter((record) => record.profileId === profileId);
  return [...made].sort((a, b) => byText(a.generatedAt, b.generatedAt)).at(-1) ?? null;
}

/** What counted for a binder: what was recorded by its known-at, else by the moment it was made. */
const momentOf = (made: MadeBinder): Required<Moment> => ({ asOf: made.asOf, knownAt: made.knownAt ?? made.generatedAt });

/**
 * What changed since a binder was made: the record is judged as it was judged then, known as it was known then, and compared with now. Nothing of the old binder is
 * needed but its record. Corrections of names and employments have no known-at and are not told.
 */
export function changesSince(file: AgencyFile, since: MadeBinder, now: Moment & { readonly personIds: readonly string[] }): ChangesSinceBinder {
  const then = momentOf(since);
  const before = evaluate(file, { ...then, all: true });
  const after = evaluate(file, { asOf: now.asOf, all: true, ...(now.knownAt !== undefined && { knownAt: now.knownAt }) });
  const people = new Map(file.people.map((person) => [person.id, person]));
  const nameOf = (id: string): string => { const person = people.get(id); return person === undefined ? id : fullName(shownName(person)); };
  const had = new Set(since.personIds);
  const has = new Set(now.personIds);
  const evidenceThen = knownFacts(file, then.knownAt);
  const evidenceNow = knownFacts(file, now.knownAt);
  const [standingsThen, standingsNow] = [byPerson(before), byPerson(after)];
  const destroyed = destroyedBetween(file, then.knownAt, now.knownAt);
  const day = dateWords(civilDateAt(Date.parse(since.generatedAt), file.agency.timeZone ?? defaultTimeZone));
  const changed = now.personIds.filter((id) => had.has(id)).flatMap((id) => {
    const person = people.get(id);
    if (person === undefined) return [];
    const rows = [
      ...statusRows(standingsThen.get(id) ?? [], standingsNow.get(id) ?? []),
      ...evidenceRows(person, evidenceThen, evidenceNow),
      ...searchRows(person, evidenceThen, evidenceNow),
      ...destroyedRows(destroyed, person, evidenceNow),
    ];
    return rows.length === 0 ? [] : [{ personId: id, name: nameOf(id), changes: { lead: `${countOf(rows.length, 'change')} since the binder of ${day}.`, rows } }];
  });
  const added = now.personIds.filter((id) => !had.has(id)).map(nameOf);
  const gone = since.personIds.filter((id) => !has.has(id)).map(nameOf);
  const total = changed.reduce((sum, each) => sum + each.changes.rows.length, 0);
  const lead = total + added.length + gone.length === 0
    ? `Nothing changed since the binder of ${day}, as of ${dateWords(since.asOf)}.`
    : `Since the binder of ${day}, as of ${dateWords(since.asOf)}: ${countOf(total, 'change')} about ${countOf(changed.length, 'person', 'people')}, ${countOf(added.length, 'person', 'people')} new in it, ${gone.length} no longer in it.`;
  return { since, lead, added, gone, people: changed };
}

function byPerson(evaluation: Evaluation): ReadonlyMap<string, readonly Standing[]> {
  const found = new Map<string, Standing[]>();
  for (const standing of evaluation.standings) {
    if (standing.personId == null) continue;
    const list = found.get(standing.personId);
    if (list === undefined) found.set(standing.personId, [standing]);
    else list.push(standing);
  }
  return found;
}

const keyOf = (standing: Standing): string => `${standing.employmentId ?? ''} ${standing.requirement}`;

/** Lines whose status is another one: new findings, cured ones, and the rest, findings first. */
function statusRows(before: readonly Standing[], after: readonly Standing[]): readonly Change[] {
  const known = new Map(before.map((standing) => [keyOf(standing), standing]));
  const rows = after.flatMap((standing) => {
    const earlier = known.get(keyOf(standing));
    const was = earlier?.status ?? 'not-applicable';
    if (was === standing.status) return [];
    const [word, old] = [statusFacts[standing.status].word, statusFacts[was].word];
    const what = isFinding(standing.status) && !isFinding(was) ? 'New finding' : !isFinding(standing.status) && isFinding(was) ? 'No longer a finding' : 'Status';
    const title = requirementTitles.get(standing.requirement) ?? shownId(standing.requirement);
    return [{ weight: what === 'New finding' ? 0 : what === 'Status' ? 2 : 1, row: { what, words: `${title} (${shownId(standing.requirement)}): ${old.toLowerCase()} before, ${word.toLowerCase()} now`, about: { requirement: standing.requirement, employmentId: standing.employmentId ?? null } } }];
  });
  return rows.sort((a, b) => a.weight - b.weight).map(({ row }) => row);
}

type KnownFacts = ReturnType<typeof knownFacts>;

const itemsIn = (facts: KnownFacts, { id }: Person): ReadonlyMap<string, Evidence> => new Map([...facts.ofPerson(id).items.values()].flatMap((list) => list.map(({ source }) => [source.id, source] as const)));

function evidenceRows(person: Person, before: KnownFacts, after: KnownFacts): readonly Change[] {
  const [then, now] = [itemsIn(before, person), itemsIn(after, person)];
  const fresh = [...now.values()].filter((item) => !then.has(item.id)).map((item): Change => {
    const earlier = item.supersedes === undefined ? undefined : then.get(item.supersedes);
    const filed = (item.documents ?? []).length > 0;
    const document = earlier === undefined || filed === (earlier.documents ?? []).length > 0 ? '' : filed ? ', now with its document' : ', now without a document';
    return { what: earlier === undefined ? 'New on file' : 'Corrected', words: `${itemOf(item)}${document}`, about: { item } };
  });
  const replacedNow = new Set([...now.values()].flatMap(({ supersedes }) => supersedes ?? []));
  const gone = [...then.values()].filter((item) => !now.has(item.id) && !replacedNow.has(item.id)).map((item): Change => ({ what: 'Taken off the file', words: itemOf(item), about: { item } }));
  return [...fresh, ...gone];
}

/** Searches of lists recorded since, counted: the months they belong to are lines of their own. */
function searchRows({ id }: Person, before: KnownFacts, after: KnownFacts): readonly Change[] {
  const checksIn = (facts: KnownFacts): readonly string[] => [...facts.ofPerson(id).checks.values()].flatMap((list) => list.map((check) => check.id));
  const then = new Set(checksIn(before));
  const count = checksIn(after).filter((check) => !then.has(check)).length;
  return count === 0 ? [] : [{ what: 'New on file', words: countOf(count, 'search of an exclusion list', 'searches of exclusion lists'), about: null }];
}

/** Why documents that were destroyed after one moment and up to another were, by id. */
function destroyedBetween(file: AgencyFile, from: string, to: string | undefined): ReadonlyMap<string, string> {
  const instant = (knownAt: string | undefined): number => (knownAt === undefined ? Infinity : (knownUntil(knownAt, file.agency.timeZone) ?? Infinity));
  const [after, until] = [instant(from), instant(to)];
  return new Map((file.documents ?? []).flatMap((document) => {
    const at = document.purgedAt === undefined ? NaN : Date.parse(document.purgedAt);
    return at > after && at <= until ? [[document.id, document.purgedReason ?? 'no reason recorded'] as const] : [];
  }));
}

const destroyedRows = (destroyed: ReadonlyMap<string, string>, person: Person, after: KnownFacts): readonly Change[] =>
  destroyed.size === 0 ? [] : [...itemsIn(after, person).values()].flatMap((item) => (item.documents ?? []).flatMap(({ id }): readonly Change[] => {
    const why = destroyed.get(id);
    return why === undefined ? [] : [{ what: 'Document destroyed', words: `${itemOf(item)}: ${why}`, about: { item } }];
  }));
