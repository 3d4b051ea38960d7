import type { AgencyFile } from '../../agency-file/schema.ts';
import { endOfMonth, firstDayOf, fromDay, monthOf, plusDays, toDay, type CivilDate, type CivilMonth } from '../../civil-date.ts';
import { decisionsIndex, outcomeBy, speakingCheck, type AboutCheck } from '../../model/check-outcome.ts';
import type { CheckOutcome, ExclusionCheck, ExclusionList } from '../../model/exclusion.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { worseOf, type Status } from '../../rules/status.ts';
import type { SubjectKey } from '../../screening/finding.ts';
import { keyOf, keyText, recordedOn, subjectFinder, type Recorded } from './subject.ts';

/** How one list owed in one month stands. Open ones are `due-soon` from ten days before the end (rules 0.6.2). */
export type ObligationStatus = 'met' | 'review' | 'fail' | 'gap' | 'due-soon' | 'not-yet-due';

/** One list that one subject owes in one month, and the check that says how it stands. */
export type Obligation = {
  readonly key: SubjectKey;
  readonly list: ExclusionList;
  readonly month: CivilMonth;
  readonly status: ObligationStatus;
  readonly check: ExclusionCheck | null;
  /** The check lies before the month: one made at most 31 days before the hire serves the month of hire. */
  readonly beforeHire: boolean;
};

/** What all subjects owe, month by month, as the rules in force judged it. */
export type Obligations = {
  readonly recorded: Recorded;
  readonly about: (check: ExclusionCheck) => AboutCheck;
  /** What a check says on the day judged. */
  readonly outcomeOf: (check: ExclusionCheck) => CheckOutcome | null;
  /** What the rules say of the month, all lists together: the worst of the requirements that ask for it. Null where none judged it. */
  readonly judged: (key: SubjectKey, month: CivilMonth) => Status | null;
  /** Empty where nothing is owed. */
  readonly of: (key: SubjectKey, month: CivilMonth) => readonly Obligation[];
  readonly inMonth: (month: CivilMonth) => readonly Obligation[];
  /** The lists anybody owes in any judged month. */
  readonly lists: ReadonlySet<ExclusionList>;
};

const outcomeStatus = { clear: 'met', possible: 'review', confirmed: 'fail' } as const;
const daysBeforeHire = 31;
const dueSoonDays = 10;

const isMonth = (period: string): period is CivilMonth => /^\d{4}-\d{2}$/.test(period);

/**
 * Every list owed by everybody in every judged month. Which months are owed is what the rules judged; how each list of them stands
 * is read from the checks in the window the rules look at, so that list and month add up to the rules' own verdict.
 * @param evaluation of everybody; standings of lists searched every month are read from it, with its day and its known-at.
 */
export function obligationsOf(file: AgencyFile, evaluation: Evaluation): Obligations {
  const known = made.get(evaluation);
  if (known?.file === file) return known.obligations;
  const obligations = judgedObligations(file, evaluation);
  made.set(evaluation, { file, obligations });
  return obligations;
}

/** Several screens ask for the same day at once: each evaluation is read once. */
const made = new WeakMap<Evaluation, { readonly file: AgencyFile; readonly obligations: Obligations }>();

function judgedObligations(file: AgencyFile, evaluation: Evaluation): Obligations {
  const { asOf, knownAt } = evaluation;
  const recorded = recordedOn(file, asOf, knownAt);
  const about = decisionsIndex(recorded.decisions);
  const find = subjectFinder(file);
  const all = new Map<string, Map<CivilMonth, Map<ExclusionList, Obligation>>>();
  const lists = new Set<ExclusionList>();
  const verdicts = new Map<string, Status>();

  for (const standing of evaluation.standings) {
    const key = keyOf(standing);
    const periods = standing.periods?.filter((each) => isMonth(each.period)) ?? [];
    if (key === null || periods.length === 0) continue;
    const { rule } = standing.account;
    if (rule.kind !== 'every-month') continue;
    const subject = find(key);
    const lastDay = subject?.vendor?.to ?? subject?.person?.employments.find((each) => each.id === standing.employmentId)?.endedOn;
    const checks = recorded.checksOf(key);
    const byList = new Map(rule.lists.map((list) => [list, checks.filter((check) => check.list === list)]));
    const months = all.get(keyText(key)) ?? new Map<CivilMonth, Map<ExclusionList, Obligation>>();
    all.set(keyText(key), months);
    for (const { period, status } of periods) {
      const month = period as CivilMonth;
      const place = `${keyText(key)} ${month}`;
      verdicts.set(place, worseOf(status, verdicts.get(place) ?? status));
      const owed = months.get(month) ?? new Map<ExclusionList, Obligation>();
      months.set(month, owed);
      for (const list of rule.lists) {
        const obligation = obligationOf({ key, list, month, standing, hireMonth: rule.hireMonth, checks: byList.get(list) ?? [], lastDay, asOf, about });
        if (obligation === null) continue;
        lists.add(list);
        const other = owed.get(list);
        // Two employments, or two packs, may ask for the same list: the worse answer shows.
        owed.set(list, other === undefined || worseOf(obligation.status, other.status) !== other.status ? obligation : other);
      }
    }
  }
  return {
    recorded,
    about,
    outcomeOf: (check) => outcomeBy(check, about(check), asOf),
    judged: (key, month) => verdicts.get(`${keyText(key)} ${month}`) ?? null,
    of: (key, month) => [...(all.get(keyText(key))?.get(month)?.values() ?? [])],
    inMonth: (month) => [...all.values()].flatMap((months) => [...(months.get(month)?.values() ?? [])]),
    lists,
  };
}

type Question = {
  readonly key: SubjectKey;
  readonly list: ExclusionList;
  readonly month: CivilMonth;
  readonly standing: Standing;
  readonly hireMonth: '31-days' | 'same-month';
  /** Of that list. */
  readonly checks: readonly ExclusionCheck[];
  readonly lastDay: CivilDate | undefined;
  readonly asOf: CivilDate;
  readonly about: (check: ExclusionCheck) => AboutCheck;
};

function obligationOf({ key, list, month, standing, hireMonth, checks, lastDay, asOf, about }: Question): Obligation | null {
  const first = firstDayOf(month);
  const end = endOfMonth(first);
  const judgedOn = lastDay !== undefined && lastDay < asOf ? lastDay : asOf;
  const hire = standing.account.anchor?.on ?? null;
  const hiredHere = hire !== null && monthOf(hire) === month && hireMonth === '31-days';
  const from = fromDay(hiredHere ? (Math.min(first, plusDays(toDay(hire), -daysBeforeHire)) as typeof first) : first);
  const to = judgedOn < fromDay(end) ? judgedOn : fromDay(end);
  const inWindow = checks.filter((check) => check.checkedOn >= from && check.checkedOn <= to);
  const speaking = speakingCheck(inWindow, (check) => outcomeBy(check, about(check), judgedOn));
  if (speaking !== null) {
    return { key, list, month, status: outcomeStatus[speaking.outcome], check: speaking.check, beforeHire: speaking.check.checkedOn < fromDay(first) };
  }
  const leaving = lastDay !== undefined && lastDay <= asOf && lastDay <= fromDay(end);
  // The month of leaving is owed only where its last day was worked; one that is not owed is shown where it was done (rules 0.6.11).
  if (leaving && lastDay < fromDay(end)) return null;
  const open = asOf <= fromDay(end);
  const status = !open ? 'gap' : end - toDay(asOf) <= dueSoonDays ? 'due-soon' : 'not-yet-due';
  const unable = speakingUnable(inWindow);
  return { key, list, month, status, check: unable, beforeHire: false };
}

/** Searched but no check: what could not be determined is shown as what was tried. */
const speakingUnable = (checks: readonly ExclusionCheck[]): ExclusionCheck | null =>
  checks.reduce<ExclusionCheck | null>((latest, check) => (latest === null || latest.checkedOn <= check.checkedOn ? check : latest), null);
