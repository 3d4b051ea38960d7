import { digestOf } from '../agency-file/manifest.ts';
import { fieldsOf, fromDay, plusDays, plusMonths, startOfMonth, toDay, type CivilDate, type Day } from '../civil-date.ts';
import { exclusionListWords, type Decision, type ExclusionCheck, type ExclusionList } from '../model/exclusion.ts';
import { northCarolinaRoles, type Employment, type PersonName, type Role } from '../model/person.ts';
import { longDateWords } from '../wording.ts';
import { file, recordedFor, type Cabinet } from './filing.ts';
import type { ChecksStory } from './people.ts';

/** The day of the month on which the demo agency searches the lists. */
const searchDay = 6;
const louisianaLists: readonly ExclusionList[] = ['oig-leie', 'la-adverse-actions'];
const northCarolinaLists: readonly ExclusionList[] = ['oig-leie', 'sam', 'nc-excluded-providers'];

export type Checked = { readonly checks: readonly ExclusionCheck[]; readonly decisions: readonly Decision[] };

/** Who is searched for: a person in one employment, or a vendor in one engagement. */
export type Searched = {
  readonly subject: { readonly personId: string } | { readonly vendorId: string };
  readonly key: string;
  readonly names: readonly string[];
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

/** Every search for somebody: before the beginning, then each month on the agency's search day, as their story has it. */
export function checksOf(searched: Searched, today: Day, recordsFrom: Day, cabinet: Cabinet): Checked {
  const { story, from } = searched;
  const checks: ExclusionCheck[] = [];
  const decisions: Decision[] = [];
  const search = (list: ExclusionList, on: Day, more: Partial<ExclusionCheck> = {}, filed = true): void => {
    if (on >= today || checks.some((check) => check.list === list && check.checkedOn === fromDay(on))) return;
    checks.push(oneCheck(searched, list, on, today, cabinet, more, filed));
  };
  const first = plusDays(from, story.firstSearchAfterHire ?? -10);
  for (const list of [...searched.lists, ...searched.registries]) search(list, list === 'oig-leie' || searched.registries.includes(list) ? first : plusDays(from, -10));
  for (const list of searched.registries) {
    if (list === 'nc-hcpr') continue;
    for (let on = plusDays(first, 170); on < today && (searched.to === null || on <= searched.to); on = plusDays(on, 170)) search(list, on);
  }
  const confirmed = story.confirmedDaysAgo === undefined ? null : plusDays(today, -story.confirmedDaysAgo);
  for (const { on, back } of searchDays(searched, today, recordsFrom)) {
    // Once somebody is found on a list, the monthly search of them stops: a clear one after it would say they came off it.
    if (back === story.missedMonth || (confirmed !== null && on >= confirmed)) continue;
    for (const list of searched.lists) {
      if (back === story.halfMonth && list !== 'oig-leie') continue;
      if (list === 'oig-leie' && (back === story.undecidedMonth || back === story.clearedMonth)) {
        const decided = back === story.clearedMonth;
        const decisionId = `n-${searched.key}-${fromDay(on)}`;
        search(list, on, { outcome: 'possible', ...(decided ? { decisionId } : {}) });
        const check = checks.at(-1);
        if (decided && check !== undefined) decisions.push(decisionOn(decisionId, searched, check, plusDays(on, 2), today, 'not-the-person', 'Birth date and middle name differ; confirmed on the OIG site.'));
        continue;
      }
      search(list, on, {}, !(back === story.unfiledMonth && list === 'la-adverse-actions'));
    }
  }
  if (confirmed !== null) {
    const id = `n-${searched.key}-${fromDay(confirmed)}`;
    search('oig-leie', confirmed, { outcome: 'possible', decisionId: id });
    const check = checks.at(-1);
    if (check !== undefined) decisions.push(decisionOn(id, searched, check, plusDays(confirmed, 1), today, 'the-person', 'Name, birth date and Social Security number agree on the OIG site. Removed from all services.'));
  }
  return { checks, decisions };
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

function oneCheck(searched: Searched, list: ExclusionList, on: Day, today: Day, cabinet: Cabinet, more: Partial<ExclusionCheck>, filed: boolean): ExclusionCheck {
  const checkedOn = fromDay(on);
  const whole = list === 'oig-leie' || list === 'sam';
  return {
    id: `x-${searched.key}-${list}-${checkedOn}`,
    ...searched.subject,
    list, checkedOn,
    method: whole ? 'whole-list' : 'website',
    ...(whole ? { listVersion: versionOf(list, on) } : {}),
    namesSearched: [...searched.names],
    outcome: 'clear',
    ...(!whole && filed ? { documents: [{ id: printOf(list, checkedOn, fromDay(today), cabinet) }] } : {}),
    ...more,
    ...recordedFor(checkedOn, fromDay(today)),
  };
}

/** The list as published the month before, on about the tenth. */
function versionOf(list: ExclusionList, on: Day): NonNullable<ExclusionCheck['listVersion']> {
  const published = plusDays(startOfMonth(plusMonths(on, -1)), 9);
  const name = `${list === 'sam' ? 'SAM-exclusions' : 'UPDATED'}-${fromDay(published).slice(0, 7)}-SYNTHETIC.csv`;
  return { name, sha256: digestOf(new TextEncoder().encode(name)), rows: 80_000 + fieldsOf(published).month * 137, newestAction: fromDay(plusDays(published, -2)) };
}

/** The print of one day's searches on a web site, shared by everybody searched for that day. */
function printOf(list: ExclusionList, on: CivilDate, today: CivilDate, cabinet: Cabinet): string {
  const id = `doc-print-${list}-${on}`;
  if (cabinet.records.some((record) => record.id === id)) return id;
  const { long, short } = exclusionListWords[list];
  const lines = [`Searched on: ${longDateWords(on)}`, 'Searched for: everybody employed on that day, by every name on record', 'Result: see the record of each person', `Reference: ${id}`];
  return file(cabinet, { id, name: `${short} search, ${on}.pdf`, title: long, lines, vault: 'personnel', on }, today);
}

function decisionOn(id: string, searched: Searched, check: ExclusionCheck, on: Day, today: Day, verdict: Decision['verdict'], reason: string): Decision {
  const decidedOn = fromDay(on < today ? on : plusDays(today, -1));
  return { id, ...searched.subject, list: check.list, checkId: check.id, verdict, decidedOn, reason, ssnVerified: true, ...recordedFor(decidedOn, fromDay(today)) };
}
