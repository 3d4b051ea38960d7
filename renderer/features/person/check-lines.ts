import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { decisionsIndex, holds, latestBy, outcomeBy } from '../../../shared/model/check-outcome.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { CheckOutcome, Decision, DecisionVerdict, ExclusionCheck, KeptCandidate } from '../../../shared/model/exclusion.ts';
import { entryName } from '../../../shared/screening/entry-name.ts';
import { keptRow } from '../../session/kept-row.ts';

/** One row a search found, and the decision on it that holds. */
export type FoundRow = { readonly candidate: KeptCandidate; readonly name: string; readonly decision: Decision | null };

/** A check as the person screen lists it: what it says by now, and what it found. */
export type CheckLine = {
  readonly check: ExclusionCheck;
  /** Null: no check, since it could not be determined. */
  readonly outcome: CheckOutcome | null;
  /** Strong and possible rows, best first. */
  readonly rows: readonly FoundRow[];
  /** Weak rows, which hold nothing up. */
  readonly weak: number;
  /** A decision on the whole check, where no row is decided by itself. */
  readonly decision: Decision | null;
};

export const verdictWords: Readonly<Record<DecisionVerdict, string>> = { 'not-the-person': 'not the person', 'the-person': 'the person', unable: 'could not tell' };

/** A person's checks by a day, newest first, with what each says after the decisions made by then. */
export function checkLines(file: AgencyFile, checks: readonly ExclusionCheck[], decisions: readonly Decision[], asOf: CivilDate): readonly CheckLine[] {
  const about = decisionsIndex(decisions);
  return checks
    .filter((check) => check.checkedOn <= asOf)
    .sort((one, other) => (one.checkedOn === other.checkedOn ? (one.list < other.list ? -1 : 1) : one.checkedOn < other.checkedOn ? 1 : -1))
    .map((check): CheckLine => {
      const decided = about(check);
      const rows = decided.rows.filter((row) => holds(row.candidate) || latestBy(row.decisions, asOf)?.verdict === 'the-person');
      return {
        check,
        outcome: outcomeBy(check, decided, asOf),
        rows: rows.map(({ candidate, decisions: own }) => {
          const row = keptRow(file, check, candidate);
          return { candidate, name: row === null ? `row ${candidate.row}` : entryName(row), decision: latestBy(own, asOf) };
        }),
        weak: decided.rows.length - rows.length,
        decision: rows.length > 0 ? null : latestBy(decided.whole, asOf),
      };
    });
}

const outcomeNow: Readonly<Record<CheckOutcome, string>> = { clear: 'clear', possible: 'a match to decide', confirmed: 'confirmed', unable: 'could not be determined' };

/** What a check says by a day, in a word: the decisions made since have spoken. */
export const outcomeWords = (check: ExclusionCheck, decisions: readonly Decision[], asOf: CivilDate): string =>
  outcomeNow[outcomeBy(check, decisionsIndex(decisions)(check), asOf) ?? 'unable'];
