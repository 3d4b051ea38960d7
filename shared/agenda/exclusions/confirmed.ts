import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import { decisionsIndex, latestBy, outcomeBy } from '../../model/check-outcome.ts';
import { exclusionListWords, type Decision, type ExclusionCheck, type ExclusionList, type KeptCandidate } from '../../model/exclusion.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { dateWords } from '../../wording.ts';
import { keyOf, keyText, recordedOn, type Recorded } from './subject.ts';

/** Somebody found on a list: the check that found them, the row, and since when that is decided. */
export type ConfirmedMatch = {
  readonly key: SubjectKey;
  readonly list: ExclusionList;
  /** The latest check that says so. */
  readonly check: ExclusionCheck;
  /** The row of the list; null for a search on a web site. */
  readonly candidate: KeptCandidate | null;
  /** The decision that made it certain; null where the check was recorded as confirmed at once. */
  readonly decision: Decision | null;
  /** Since when it is certain: the first decision of those that say so one after the other, or the day of the check. */
  readonly since: CivilDate;
  /** The report of it, where one is recorded. */
  readonly reported: NonNullable<Decision['reported']> | null;
};

/** A run of decisions of the same opinion: the first and the last of those that now say "the person". */
function sincePerson(decisions: readonly Decision[]): { readonly first: Decision; readonly last: Decision } | null {
  let first: Decision | null = null;
  for (const each of decisions) first = each.verdict === 'the-person' ? (first ?? each) : null;
  const last = decisions.at(-1);
  return first === null || last === undefined ? null : { first, last };
}

/**
 * Everybody who stands as found on a list on a day, list by list and row by row, the earliest first. A match decided otherwise later is none.
 * The same row confirmed in several months is one match.
 */
export function confirmedMatches(file: AgencyFile, asOf: CivilDate, knownAt?: string, recorded: Recorded = recordedOn(file, asOf, knownAt)): readonly ConfirmedMatch[] {
  const about = decisionsIndex(recorded.decisions);
  const found = new Map<string, ConfirmedMatch>();
  const note = (place: string, match: ConfirmedMatch): void => {
    const known = found.get(place);
    const latest = known === undefined || known.check.checkedOn <= match.check.checkedOn ? match : known;
    found.set(place, {
      ...latest,
      since: known !== undefined && known.since < match.since ? known.since : match.since,
      reported: match.reported ?? known?.reported ?? null,
    });
  };
  for (const check of recorded.checks) {
    const key = keyOf(check);
    const said = about(check);
    if (key === null || outcomeBy(check, said, asOf) !== 'confirmed') continue;
    let byRow = false;
    for (const { candidate, decisions } of said.rows) {
      const run = latestBy(decisions, asOf)?.verdict === 'the-person' ? sincePerson(decisions) : null;
      if (run === null) continue;
      byRow = true;
      note(`${keyText(key)} ${check.list} ${candidate.digest}`, {
        key, list: check.list, check, candidate, decision: run.last, since: run.first.decidedOn, reported: decisions.findLast((each) => each.reported !== undefined)?.reported ?? null,
      });
    }
    if (byRow) continue;
    const run = sincePerson(said.whole);
    note(`${keyText(key)} ${check.list}`, {
      key, list: check.list, check, candidate: null, decision: run?.last ?? null, since: run?.first.decidedOn ?? check.checkedOn,
      reported: said.whole.findLast((each) => each.reported !== undefined)?.reported ?? null,
    });
  }
  return [...found.values()].sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : keyText(one.key) < keyText(other.key) ? -1 : 1));
}

/** What a stop-work banner says of one match: "OIG LEIE, row 412 of UPDATED.csv, decided on 12 Mar 2026." */
export type StopWork = ConfirmedMatch & {
  readonly words: string;
  /** The first later search of the list that was clear: they may have been taken off it, which a person decides. */
  readonly clearSince: CivilDate | null;
};

/** Why somebody must not work: every match that stands against them. Empty where nothing does. */
export function stopWork(file: AgencyFile, key: SubjectKey, asOf: CivilDate, knownAt?: string): readonly StopWork[] {
  const recorded = recordedOn(file, asOf, knownAt);
  const about = decisionsIndex(recorded.decisions);
  return confirmedMatches(file, asOf, knownAt, recorded).filter((match) => keyText(match.key) === keyText(key)).map((match) => {
    const { list, candidate, check, decision, since } = match;
    const row = candidate === null ? '' : `, row ${candidate.row}${check.listVersion === undefined ? '' : ` of ${check.listVersion.name}`}`;
    const clearSince = recorded.checksOf(key)
      .filter((each) => each.list === list && each.checkedOn > check.checkedOn && outcomeBy(each, about(each), asOf) === 'clear')
      .reduce<CivilDate | null>((first, each) => (first === null || each.checkedOn < first ? each.checkedOn : first), null);
    const by = decision?.recordedBy === undefined ? '' : ` by ${decision.recordedBy}`;
    return { ...match, words: `${exclusionListWords[list].short}${row}, ${decision === null ? `recorded as found on ${dateWords(check.checkedOn)}` : `decided on ${dateWords(since)}${by}`}`.replace(/\.?$/, '.'), clearSince };
  });
}
