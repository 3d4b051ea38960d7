import type { AgencyFile } from '../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, toDay, type CivilDate, type CivilMonth } from '../civil-date.ts';
import type { DocRef } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import type { ExclusionCheck, ExclusionList } from '../model/exclusion.ts';
import type { Person } from '../model/person.ts';

/** One class for many people: the items to record, and who has the same item on file already. */
export type ClassPlan = { readonly items: readonly Evidence[]; readonly already: readonly string[] };

/** Two items say the same: the same kind, day, result, parts and amount for the same person, and neither is withdrawn. */
const sameItem = (one: Evidence, other: Evidence): boolean =>
  one.personId === other.personId && one.kind === other.kind && one.performedOn === other.performedOn && one.expiresOn === other.expiresOn && one.result === other.result &&
  one.hours === other.hours && one.category === other.category && one.retractedAt === undefined && [...(one.parts ?? [])].sort().join() === [...(other.parts ?? [])].sort().join();

/**
 * Plans one item of evidence for each chosen person. Whoever has it on file already is left out and named.
 * @param make the item for a person, with an id of its own.
 */
export function planClass(file: AgencyFile, personIds: readonly string[], make: (personId: string) => Evidence): ClassPlan {
  const items: Evidence[] = [];
  const already: string[] = [];
  const superseded = new Set(file.evidence.flatMap(({ supersedes }) => supersedes ?? []));
  for (const personId of personIds) {
    const item = make(personId);
    const known = file.evidence.some((each) => !superseded.has(each.id) && sameItem(each, item));
    if (known) already.push(personId);
    else items.push(item);
  }
  return { items, already };
}

export type PastChecksRequest = {
  readonly file: AgencyFile;
  readonly people: readonly Person[];
  readonly lists: readonly ExclusionList[];
  /** The day of the search in each month; the day lies in its month. */
  readonly days: readonly { readonly month: CivilMonth; readonly checkedOn: CivilDate }[];
  readonly method: ExclusionCheck['method'];
  readonly documents: readonly DocRef[];
  readonly newId: () => string;
  /** ISO instant. */
  readonly now: string;
};

export type PastChecksPlan = {
  readonly checks: readonly ExclusionCheck[];
  /** Person, list and month for which a check is on file. */
  readonly already: number;
  /** Person and month in which the person was not employed. */
  readonly notEmployed: number;
};

/** Whether a person was employed on any day of a month. A planned hire is no employment yet. */
export function employedIn(person: Person, month: CivilMonth): boolean {
  const first = fromDay(firstDayOf(month));
  const last = fromDay(endOfMonth(toDay(first)));
  return person.employments.some(({ hiredOn, endedOn, withdrawnOn }) => withdrawnOn === undefined && hiredOn !== undefined && hiredOn <= last && (endedOn ?? last) >= first);
}

/**
 * Plans clear checks of past months: people by lists by months. Months in which a person was not employed are passed over, and so
 * is a list of a month that has a check on file, whatever it found: an import never argues with a record.
 */
export function planPastChecks({ file, people, lists, days, method, documents, newId, now }: PastChecksRequest): PastChecksPlan {
  const onFile = new Set((file.exclusionChecks ?? []).filter(({ outcome }) => outcome !== 'unable').map((check) => `${check.personId ?? ''} ${check.list} ${check.checkedOn.slice(0, 7)}`));
  const checks: ExclusionCheck[] = [];
  let already = 0;
  let notEmployed = 0;
  for (const { month, checkedOn } of days) {
    for (const person of people) {
      if (!employedIn(person, month)) {
        notEmployed += 1;
        continue;
      }
      for (const list of lists) {
        if (onFile.has(`${person.id} ${list} ${month}`)) already += 1;
        else checks.push({ id: newId(), personId: person.id, list, checkedOn, method, outcome: 'clear', ...(documents.length === 0 ? {} : { documents }), recordedAt: now });
      }
    }
  }
  return { checks, already, notEmployed };
}
