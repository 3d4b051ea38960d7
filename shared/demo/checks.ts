import { digestOf } from '../agency-file/manifest.ts';
import { fieldsOf, fromDay, plusDays, plusMonths, startOfMonth, toDay, type CivilDate, type Day } from '../civil-date.ts';
import { exclusionListWords, type Decision, type ExclusionCheck, type ExclusionList, type SearchIdentity } from '../model/exclusion.ts';
import { northCarolinaRoles, type Employment, type PersonName, type Role } from '../model/person.ts';
import { longDateWords } from '../wording.ts';
import { file, recordedFor, type Cabinet } from './filing.ts';
import { searchDay, storyDays } from './list-entries.ts';
import type { ChecksStory } from './people.ts';
import { rowDecision, type DemoLists, type DemoVerdict } from './screening.ts';

const louisianaLists: readonly ExclusionList[] = ['oig-leie', 'la-adverse-actions'];
const northCarolinaLists: readonly ExclusionList[] = ['oig-leie', 'sam', 'nc-excluded-providers'];

export type Checked = { readonly checks: readonly ExclusionCheck[]; readonly decisions: readonly Decision[] };

/** Who is searched for: a person in one employment, or a vendor in one engagement. */
export type Searched = {
  readonly subject: { readonly personId: string } | { readonly vendorId: string };
  readonly key: string;
  readonly names: readonly string[];
  /** Who they were known to be on a day: a name recorded later is searched from then on. */
  readonly identityOn: (day: Day) => SearchIdentity;
  readonly lists: readonly ExclusionList[];
  /** Registries searched once before the beginning and every six months. */
  readonly registries: readonly ExclusionList[];
  readonly from: Day;
  readonly to: Day | null;
  readonly story: ChecksStory;
};

export const listsOf = (role: Role): readonly ExclusionList[] =>
  (northCarolinaRoles as readonly Role[]).includes(role) ? northCarolinaLists : louisianaLists;

export const registriesOf = (role: Role, licensed: boolean): readonly ExclusionList[] => {
  if (role === 'other-direct-care') return ['la-cna-registry', 'la-dsw-registry'];
  return (northCarolinaRoles as readonly Role[]).includes(role) && !licensed ? ['nc-hcpr'] : [];
};

export const searchedNames = (names: readonly PersonName[]): readonly string[] => names.map((name) => `${name.given} ${name.family}`);

export const beginningOf = (employment: Employment): Day | null => {
  const begin = employment.hiredOn ?? employment.plannedHireOn;
  return begin === undefined ? null : toDay(begin);
};

const thePerson: DemoVerdict = {
  verdict: 'the-person', reason: 'Name, birth date and Social Security number agree on the OIG site. Removed from all services.', ssnVerified: true,
  compared: ['name', 'birth date', 'Social Security number on the OIG site'],
};

/** The drawer searches are filed in, the lists they are made on, and the days they are told from. */
export type Searching = { readonly today: Day; readonly recordsFrom: Day; readonly cabinet: Cabinet; readonly lists: DemoLists };

/** Every search for somebody: before the beginning, then each month on the agency's search day, as their story has it. */
export function checksOf(searched: Searched, searching: Searching): Checked {
  const { today } = searching;
  const { story, from } = searched;
  const checks: ExclusionCheck[] = [];
  const decisions: Decision[] = [];
  const search = (list: ExclusionList, on: Day, filed = true): ExclusionCheck | null => {
    if (on >= today || checks.some((check) => check.list === list && check.checkedOn === fromDay(on))) return null;
    const check = oneCheck(searched, list, on, searching, decisions, filed);
    checks.push(check);
    return check;
  };
  /** Decides every row of a check that waits for somebody. */
  const decide = (check: ExclusionCheck | null, on: Day, verdict: DemoVerdict): void => {
    for (const [at, candidate] of (check?.search?.candidates ?? []).entries()) {
      if (check === null || candidate.tier === 'weak' || candidate.decisionId !== undefined) continue;
      decisions.push(rowDecision(`n-${searched.key}-${check.list}-${check.checkedOn}${at === 0 ? '' : `-${at + 1}`}`, check, candidate, on, today, withProof(verdict, check, searching)));
    }
  };
  const first = plusDays(from, story.firstSearchAfterHire ?? -10);
  for (const list of [...searched.lists, ...searched.registries]) search(list, list === 'oig-leie' || searched.registries.includes(list) ? first : plusDays(from, -10));
  for (const list of searched.registries) {
    if (list === 'nc-hcpr') continue;
    for (let on = plusDays(first, 170); on < today && (searched.to === null || on <= searched.to); on = plusDays(on, 170)) search(list, on);
  }
  const { confirmed, last } = storyDays(today);
  for (const { on, back } of searchDays(searched, today, searching.recordsFrom)) {
    // Once somebody is found on a list, the monthly search of them stops: a clear one after it would say they came off it.
    if (back === story.missedMonth || (story.confirmed === true && on >= confirmed)) continue;
    for (const list of searched.lists) {
      if (back === story.halfMonth && list !== 'oig-leie') continue;
      const check = search(list, on, !(back === story.unfiledMonth && list === 'la-adverse-actions'));
      const decided = story.decided?.find((each) => each.list === list && (each.back === 'last' ? on === last : each.back === back));
      if (decided !== undefined) decide(check, plusDays(on, 2), decided.verdict);
    }
  }
  if (story.confirmed === true) decide(search('oig-leie', confirmed), plusDays(confirmed, 1), thePerson);
  return { checks, decisions };
}

/** The print that was made when a number was checked on the OIG site. */
function withProof(verdict: DemoVerdict, check: ExclusionCheck, { today, cabinet }: Searching): DemoVerdict {
  if (verdict.ssnVerified !== true) return verdict;
  const id = `doc-verified-${check.id}`;
  const lines = [`Checked on: ${longDateWords(check.checkedOn)}`, 'Searched by: Social Security number', `Result: ${verdict.verdict === 'the-person' ? 'match' : 'no match'}`, `Reference: ${id}`];
  const on = fromDay(plusDays(today, -1)) < check.checkedOn ? fromDay(plusDays(today, -1)) : check.checkedOn;
  return { ...verdict, documents: [{ id: file(cabinet, { id, name: `OIG verification, ${check.checkedOn}`, title: 'OIG exclusions: verification', lines, vault: 'personnel', on }, fromDay(today)) }] };
}

/** The monthly search days of an engagement, each with how many months back it lies. */
function searchDays(searched: Searched, today: Day, recordsFrom: Day): readonly { readonly on: Day; readonly back: number }[] {
  const days: { readonly on: Day; readonly back: number }[] = [];
  const current = startOfMonth(today);
  for (let back = 0; ; back += 1) {
    const on = plusDays(plusMonths(current, -back), searchDay - 1);
    if (on < recordsFrom || on < searched.from) return days.reverse();
    if (on < today && (searched.to === null || on <= searched.to)) days.push({ on, back });
  }
}

function oneCheck(searched: Searched, list: ExclusionList, on: Day, { today, cabinet, lists }: Searching, decisions: readonly Decision[], filed: boolean): ExclusionCheck {
  const checkedOn = fromDay(on);
  const about = { id: `x-${searched.key}-${list}-${checkedOn}`, ...searched.subject, list, checkedOn };
  const { recordedAt, recordedBy } = recordedFor(checkedOn, fromDay(today));
  const found = lists.check(list, on, { key: searched.subject, identity: searched.identityOn(on) }, decisions, { newId: () => about.id, now: recordedAt, by: recordedBy });
  if (found !== null) return found;
  const whole = list === 'oig-leie' || list === 'sam';
  return {
    ...about,
    method: whole ? 'whole-list' : 'website',
    ...(whole ? { listVersion: versionOf(list, on) } : {}),
    namesSearched: [...searched.names],
    outcome: 'clear',
    ...(!whole && filed ? { documents: [{ id: printOf(list, checkedOn, fromDay(today), cabinet) }] } : {}),
    recordedAt, recordedBy,
  };
}

/** The list as published the month before, on about the tenth. */
function versionOf(list: ExclusionList, on: Day): NonNullable<ExclusionCheck['listVersion']> {
  const published = plusDays(startOfMonth(plusMonths(on, -1)), 9);
  const name = `${list === 'sam' ? 'SAM-exclusions' : 'UPDATED'}-${fromDay(published).slice(0, 7)}-SYNTHETIC.csv`;
  return { name, sha256: digestOf(new TextEncoder().encode(name)), rows: 240 + fieldsOf(published).month * 7, newestAction: fromDay(plusDays(published, -2)) };
}

/** The print of one day's searches on a web site, shared by everybody searched for that day. */
function printOf(list: ExclusionList, on: CivilDate, today: CivilDate, cabinet: Cabinet): string {
  const id = `doc-print-${list}-${on}`;
  if (cabinet.records.some((record) => record.id === id)) return id;
  const { long, short } = exclusionListWords[list];
  const lines = [`Searched on: ${longDateWords(on)}`, 'Searched for: everybody employed on that day, by every name on record', 'Result: see the record of each person', `Reference: ${id}`];
  return file(cabinet, { id, name: `${short} search, ${on}`, title: long, lines, vault: 'personnel', on }, today);
}
