import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import { byDecision, decisionsIndex, holds, latestBy, type AboutCheck } from '../../model/check-outcome.ts';
import { matchTiers, type Decision, type ExclusionCheck, type ExclusionList, type KeptCandidate, type ListVersion } from '../../model/exclusion.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { whyReopened, type Difference } from './difference.ts';
import { isAbout, keyOf, keyText, recordedOn, subjectFinder, type NamedSubject } from './subject.ts';

/** A match that waits for a person: one row of one subject, in every check it is open in. */
export type QueueItem = {
  /** Stable for the same subject, list and row: `person p1 oig-leie <digest>`. */
  readonly id: string;
  readonly key: SubjectKey;
  readonly subject: NamedSubject;
  readonly name: string;
  readonly listName: string;
  readonly list: ExclusionList;
  /** The latest check that found it. */
  readonly check: ExclusionCheck;
  /** The row; null for a possible match recorded from a web site. */
  readonly candidate: KeptCandidate | null;
  /** All checks it is open in, the latest first. */
  readonly openIn: readonly ExclusionCheck[];
  /** The first check that found this very row, decided or not: "row seen since". */
  readonly firstSeenIn: ExclusionCheck;
  /** The version of the list the latest check searched, where it is on record. */
  readonly version: ListVersion | null;
  /** An earlier decision that no longer holds, and what differs. */
  readonly reopened: Difference | null;
  /** Every decision about this row of this subject, oldest first. */
  readonly history: readonly Decision[];
};

/** A match that is decided, by its latest decision. */
export type DecidedItem = QueueItem & {
  readonly decision: Decision;
  /** The latest check carries it from an earlier month. */
  readonly carried: boolean;
};

export type RememberedItem = DecidedItem;

export type MatchQueue = {
  /** To decide: strong before possible, then by score, then by name. */
  readonly open: readonly QueueItem[];
  /** Decided as not to be determined: asked again, and holding their month. */
  readonly unable: readonly DecidedItem[];
  /** The person. */
  readonly confirmed: readonly DecidedItem[];
  /** Not the person: comes back only when the row or a name changes. Latest decision first. */
  readonly remembered: readonly RememberedItem[];
  /** Weak rows of the latest check of each list: the log. `decision` where one was made. */
  readonly weak: readonly (QueueItem & { readonly decision: Decision | null })[];
};

type Seen = { readonly check: ExclusionCheck; readonly candidate: KeptCandidate | null; readonly decision: Decision | null; readonly carried: boolean };

/**
 * The matches of all checks on record by a day, sorted into what is open, undetermined, the person, remembered and weak. A row that several checks found is one item;
 * it is open while any of them is undecided.
 * @param asOf checks and decisions up to that day, inclusive. @param knownAt only what was recorded by then.
 */
export function matchQueue(file: AgencyFile, asOf: CivilDate, knownAt?: string): MatchQueue {
  const recorded = recordedOn(file, asOf, knownAt);
  const about = decisionsIndex(recorded.decisions);
  const find = subjectFinder(file);
  const versions = new Map((file.listVersions ?? []).map((version) => [version.id, version]));
  const decisions = [...recorded.decisions].sort(byDecision);
  const groups = new Map<string, Seen[]>();
  const latest = new Map<string, ExclusionCheck>();
  const checks = [...recorded.checks].sort((one, other) => (one.checkedOn !== other.checkedOn ? (one.checkedOn < other.checkedOn ? -1 : 1) : Date.parse(one.recordedAt) - Date.parse(other.recordedAt) || (one.id < other.id ? -1 : 1)));
  const see = (place: string, seen: Seen): void => {
    const known = groups.get(place);
    if (known === undefined) groups.set(place, [seen]);
    else known.push(seen);
  };
  for (const check of checks) {
    const key = keyOf(check);
    if (key === null) continue;
    const said = about(check);
    if (check.search !== undefined) latest.set(`${keyText(key)} ${check.list}`, check);
    for (const { candidate, decisions: own } of said.rows) {
      const decision = latestBy(own, asOf);
      see(`${keyText(key)} ${check.list} ${candidate.digest}`, { check, candidate, decision, carried: decision !== null && decision.id === candidate.decisionId });
    }
    const bare = said.rows.length === 0 && check.outcome === 'possible';
    if (bare) see(`${keyText(key)} ${check.list} check ${check.id}`, { check, candidate: null, decision: latestBy(said.whole, asOf), carried: false });
  }

  const queue = { open: [] as QueueItem[], unable: [] as DecidedItem[], confirmed: [] as DecidedItem[], remembered: [] as RememberedItem[], weak: [] as (QueueItem & { readonly decision: Decision | null })[] };
  for (const [id, seen] of groups) {
    const [first] = seen;
    const last = seen.at(-1);
    if (first === undefined || last === undefined) continue;
    const key = keyOf(last.check);
    const subject = key === null ? null : find(key);
    if (key === null || subject === null) continue;
    const waits = (each: Seen): boolean => each.candidate === null || holds(each.candidate);
    const undecided = seen.filter((each) => waits(each) && each.decision === null && !isSettled(each.check, about(each.check)));
    const shown = undecided.at(-1) ?? last;
    const row = shown.candidate;
    const earlier = decisions.filter((each) => each.list === shown.check.list && isAbout(each, key) && each.rowDigest !== undefined);
    const item: QueueItem = {
      id, key, subject, name: subject.name, listName: subject.listName, list: shown.check.list, check: shown.check, candidate: row,
      openIn: undecided.map((each) => each.check).reverse(),
      firstSeenIn: first.check,
      version: versions.get(shown.check.search?.listVersionId ?? '') ?? null,
      reopened: row === null || undecided.length === 0 ? null : whyReopened(shown.check, row, earlier),
      history: row === null ? about(shown.check).whole : decisions.filter((each) => each.list === shown.check.list && isAbout(each, key) && each.rowDigest === row.digest),
    };
    if (undecided.length > 0) queue.open.push(item);
    else if (last.decision !== null && (waits(last) || last.decision.verdict === 'the-person')) {
      const { verdict } = last.decision;
      const list = verdict === 'unable' ? queue.unable : verdict === 'the-person' ? queue.confirmed : queue.remembered;
      list.push({ ...item, decision: last.decision, carried: last.carried });
    } else if (!waits(last) && latest.get(`${keyText(key)} ${last.check.list}`) === last.check) queue.weak.push({ ...item, decision: last.decision });
  }
  const byMatch = (one: QueueItem, other: QueueItem): number =>
    tierRank(one) - tierRank(other) || (other.candidate?.score ?? 0) - (one.candidate?.score ?? 0) || (one.listName < other.listName ? -1 : one.listName > other.listName ? 1 : one.id < other.id ? -1 : 1);
  const byDay = (one: DecidedItem, other: DecidedItem): number => -byDecision(one.decision, other.decision);
  return {
    open: queue.open.sort(byMatch), unable: queue.unable.sort(byMatch), confirmed: queue.confirmed.sort(byDay), remembered: queue.remembered.sort(byDay), weak: queue.weak.sort(byMatch),
  };
}

/** Recorded as confirmed or as not done by whoever searched: nothing waits, though nobody decided row by row. */
const isSettled = (check: ExclusionCheck, { rows }: AboutCheck): boolean =>
  (check.outcome === 'confirmed' || check.outcome === 'unable') && rows.every((row) => row.decisions.length === 0);

/** A match without a row, from a web site, stands with the possible ones. */
const tierRank = ({ candidate }: QueueItem): number => matchTiers.indexOf(candidate?.tier ?? 'possible');
