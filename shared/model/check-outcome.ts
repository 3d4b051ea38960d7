import type { CivilDate } from '../civil-date.ts';
import type { CheckOutcome, Decision, DecisionVerdict, ExclusionCheck, KeptCandidate } from './exclusion.ts';

/** A row a search found, with what was decided about it, oldest first. */
export type DecidedRow = { readonly candidate: KeptCandidate; readonly decisions: readonly Decision[] };

/** What was decided about a check: about all of it, and row by row where the search found rows. Oldest first. */
export type AboutCheck = { readonly whole: readonly Decision[]; readonly rows: readonly DecidedRow[] };

const nothing: AboutCheck = { whole: [], rows: [] };
const none: readonly Decision[] = [];

/** Oldest first; of one day the one recorded later speaks, and of one moment the greater id, so that the order of the file is of no effect. */
export const byDecision = (one: Decision, other: Decision): number =>
  one.decidedOn !== other.decidedOn
    ? one.decidedOn < other.decidedOn ? -1 : 1
    : Date.parse(one.recordedAt) - Date.parse(other.recordedAt) || (one.id < other.id ? -1 : 1);

const sameSubject = (one: Decision, other: ExclusionCheck): boolean => one.list === other.list && one.personId === other.personId && one.vendorId === other.vendorId;

/** Whether a row waits for a person: strong and possible ones are never cleared by the program, weak ones are only kept in the log. */
export const holds = (candidate: { readonly tier: KeptCandidate['tier'] }): boolean => candidate.tier !== 'weak';

/**
 * Prepares what was decided, so that it can be asked for check by check.
 * - A decision that names a row (`rowDigest`) speaks of that row of the check it names; where a search kept no rows it speaks of all of it.
 * - A decision remembered on a row (`decisionId`) speaks of it while it is about the same subject, list and row.
 * - Any other speaks of the whole check: that it names, or that names it.
 * @param decisions those known by the moment asked for; the answer's are in order, undated by nothing.
 */
export function decisionsIndex(decisions: readonly Decision[]): (check: ExclusionCheck) => AboutCheck {
  const byCheck = new Map<string, Decision[]>();
  const byId = new Map<string, Decision>();
  for (const decision of decisions) {
    byId.set(decision.id, decision);
    if (decision.checkId === undefined) continue;
    const known = byCheck.get(decision.checkId);
    if (known === undefined) byCheck.set(decision.checkId, [decision]);
    else known.push(decision);
  }
  return (check) => {
    const named = check.decisionId === undefined ? undefined : byId.get(check.decisionId);
    const direct = byCheck.get(check.id) ?? none;
    const candidates = check.search?.candidates;
    if (named === undefined && direct.length === 0 && (candidates === undefined || candidates.length === 0)) return nothing;
    const speaking = named === undefined || direct.includes(named) ? direct : [...direct, named];
    if (candidates === undefined || candidates.length === 0) return { whole: [...speaking].sort(byDecision), rows: [] };
    const ofRow = (candidate: KeptCandidate): readonly Decision[] => {
      const own = speaking.filter((each) => each.rowDigest === candidate.digest && sameSubject(each, check));
      const remembered = candidate.decisionId === undefined ? undefined : byId.get(candidate.decisionId);
      const holdsStill = remembered?.rowDigest === candidate.digest && sameSubject(remembered, check) && !own.includes(remembered);
      return holdsStill ? [...own, remembered] : own;
    };
    const whole = speaking.filter((each) => each.rowDigest === undefined);
    return {
      whole: [...whole].sort(byDecision),
      rows: candidates.map((candidate) => {
        const own = ofRow(candidate);
        return { candidate, decisions: own.length + whole.length > 1 ? [...own, ...whole].sort(byDecision) : own.length > 0 ? own : whole };
      }),
    };
  };
}

/** The latest of decisions in order that was made by a day, inclusive. */
export function latestBy(decisions: readonly Decision[], on: CivilDate): Decision | null {
  let latest: Decision | null = null;
  for (const decision of decisions) if (decision.decidedOn <= on) latest = decision;
  return latest;
}

const saidBy: Readonly<Record<DecisionVerdict, CheckOutcome | null>> = { 'not-the-person': 'clear', 'the-person': 'confirmed', unable: null };

/**
 * What a check says on a day, after the decisions made by then, that day included; `null` is no check at all (unable: rules 0.6.11, 0.6.29).
 * Of several rows that wait for a person: any that is the person makes it confirmed, else any undecided one possible, else any that
 * could not be determined no check; clear only once each was decided not to be the person. A weak row counts only where it was
 * decided to be the person. A later decision revises an earlier one.
 */
export function outcomeBy(check: ExclusionCheck, about: AboutCheck, on: CivilDate): CheckOutcome | null {
  const recorded = check.outcome === 'unable' ? null : check.outcome;
  if (about === nothing) return recorded;
  const whole = latestBy(about.whole, on);
  const verdicts = about.rows.map((row) => ({ row, verdict: latestBy(row.decisions, on)?.verdict ?? null }));
  const waiting = verdicts.filter(({ row }) => holds(row.candidate));
  if (waiting.length === 0) {
    if (verdicts.some(({ verdict }) => verdict === 'the-person')) return 'confirmed';
    return whole === null ? recorded : saidBy[whole.verdict];
  }
  if (verdicts.some(({ verdict }) => verdict === 'the-person')) return 'confirmed';
  if (waiting.some(({ verdict }) => verdict === null)) {
    // Whoever recorded it as confirmed, or as not done, has said so; a row that says nothing of a decision is never clear.
    const remembered = about.rows.some(({ candidate }) => candidate.decisionId !== undefined);
    return check.outcome === 'unable' ? null : check.outcome === 'confirmed' && !remembered ? 'confirmed' : 'possible';
  }
  return waiting.some(({ verdict }) => verdict === 'unable') ? null : 'clear';
}

/** Of searches of one list in one period the latest decided one speaks; an undecided one only where none is decided (rules 0.6.25). */
export function speakingCheck<Search extends { readonly checkedOn: CivilDate; readonly id: string }>(
  checks: readonly Search[],
  outcomeOf: (check: Search) => CheckOutcome | null,
): { readonly check: Search; readonly outcome: Exclude<CheckOutcome, 'unable'> } | null {
  const newestFirst = [...checks].sort((one, other) => (one.checkedOn !== other.checkedOn ? (one.checkedOn < other.checkedOn ? 1 : -1) : one.id < other.id ? 1 : -1));
  let undecided: Search | null = null;
  for (const check of newestFirst) {
    const outcome = outcomeOf(check);
    if (outcome === 'clear' || outcome === 'confirmed') return { check, outcome };
    if (outcome === 'possible') undecided ??= check;
  }
  return undecided === null ? null : { check: undecided, outcome: 'possible' };
}
