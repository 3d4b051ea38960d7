import { fromDay, plusDays, toDay, type CivilDate, type Day } from '../../../civil-date.ts';
import { countOf, dateWords, distanceWords } from '../../../wording.ts';
import { listed } from '../../explain/words.ts';
import type { ArithmeticLine, Timeline } from '../../explanation.ts';
import { statusFacts, type Status } from '../../status.ts';
import type { AgencyContext, AgencyJudgement, FidelityRule } from '../row.ts';
import type { ReviewLapse } from './history.ts';

export type FidelityContext = AgencyContext<FidelityRule>;

/** A verdict with the words that go with it: what happened, what the text asks, what it means now. Sentences end in a full stop. */
export type Verdict = {
  readonly status: Status;
  readonly onTime: boolean | null;
  readonly dueOn: Day | null;
  readonly validThrough?: Day | null;
  readonly lapses?: readonly ReviewLapse[];
  readonly missing?: readonly string[];
  readonly evidenceIds: readonly string[];
  readonly fact: string;
  readonly rule: string;
  readonly consequence: string;
  readonly brief: string;
  readonly headline: string;
  readonly sums?: readonly string[];
  readonly arithmetic?: readonly ArithmeticLine[];
  readonly effect?: string;
  readonly timeline?: Partial<Timeline>;
};

export const on = (day: Day): string => dateWords(fromDay(day));

/** `3 Sep 2026 · in 6 months`. */
export const far = (day: Day, asOf: CivilDate): string => `${on(day)} · ${distanceWords(fromDay(day), asOf)}`;

const valid = (status: Status): boolean | null => {
  const { family, compliant } = statusFacts[status];
  if (status === 'late') return true;
  return family === 'open' || family === 'review' || status === 'due-soon' ? null : compliant;
};

/** A judgement of a verdict: what is derived is derived here, once. */
export function judgement(verdict: Verdict): AgencyJudgement {
  const { status, dueOn, missing, evidenceIds } = verdict;
  const lapses = (verdict.lapses ?? []).map(({ from, to }) => ({ from: fromDay(from), to: fromDay(to) }));
  const date = (day: Day | null | undefined): CivilDate | null => (day == null ? null : fromDay(day));
  return {
    status,
    onTime: verdict.onTime,
    validNow: valid(status),
    dueOn: date(dueOn),
    validThrough: date(verdict.validThrough),
    ...(lapses.length === 0 ? {} : { lapses }),
    ...(missing === undefined || missing.length === 0 ? {} : { missing }),
    evidenceIds,
    explain: () => ({
      reason: [verdict.fact, verdict.rule, verdict.consequence].filter((part) => part !== '').join(' '),
      brief: verdict.brief,
      headline: verdict.headline,
      sums: verdict.sums ?? [verdict.fact],
      arithmetic: verdict.arithmetic ?? [],
      missing: missing === undefined || missing.length === 0 ? null : `Missing: ${listed(missing)}`,
      effect: statusFacts[status].compliant ? null : (verdict.effect ?? (status === 'late' ? 'Permanent in the history.' : 'Open. Ends when what is missing is on file.')),
      timeline: {
        anchor: null, window: null, dots: [], cover: [], lapses,
        openUntil: statusFacts[status].family === 'open' || status === 'due-soon' || status === 'overdue' ? date(dueOn) : null,
        ...verdict.timeline,
      },
    }),
  };
}

/** Open before a deadline: amber once it is near, overdue the day after it. */
export function openUntil(due: Day | null, context: Pick<FidelityContext, 'today' | 'soonDays'>): 'not-yet-due' | 'due-soon' | 'overdue' {
  if (due === null) return 'not-yet-due';
  return context.today > due ? 'overdue' : due - context.today <= context.soonDays ? 'due-soon' : 'not-yet-due';
}

/** Covered through a day: amber once its end is near, expired the day after it; late where what covers came after its own day. */
export function coveredThrough(due: Day, late: boolean, context: Pick<FidelityContext, 'today' | 'soonDays'>): 'met' | 'expiring' | 'late' | 'expired' {
  if (context.today > due) return 'expired';
  if (late) return 'late';
  return due - context.today <= context.soonDays ? 'expiring' : 'met';
}

/** What an open or overdue duty means today. */
export function openWords(status: Status, due: Day | null, asOf: CivilDate): string {
  if (due === null) return 'No date can be set yet.';
  return status === 'overdue' || status === 'incomplete' ? `It was due ${far(due, asOf)}.` : `It is open until ${far(due, asOf)}.`;
}

/** The sum of a clock as a person checks it: start, months, last day, and where today lies. */
export function clockSum(label: string, from: Day, interval: string, due: Day, asOf: CivilDate): { readonly sums: readonly string[]; readonly arithmetic: readonly ArithmeticLine[] } {
  const days = toDay(asOf) - due;
  return {
    sums: [`${on(from)} + ${interval} = ${on(due)}, inclusive${days > 0 ? `; ${dateWords(asOf)} is ${countOf(days, 'day')} past it` : ''}.`],
    arithmetic: [
      { label, value: on(from) },
      { label: `+ ${interval}`, value: on(due), mark: 'total' },
      ...(days > 0 ? [{ label: `Past on ${dateWords(asOf)}`, value: countOf(days, 'day'), mark: 'over' as const }] : []),
    ],
  };
}

/** The first day duties are judged from; null where nothing cuts the history. */
export function judgedFrom({ recordsFrom, demandedFrom }: Pick<FidelityContext, 'recordsFrom' | 'demandedFrom'>): Day | null {
  if (recordsFrom === null || demandedFrom === null) return recordsFrom ?? demandedFrom;
  return recordsFrom > demandedFrom ? recordsFrom : demandedFrom;
}

/** Lapses on or after the first day judged. */
export function lapsesFrom(lapses: readonly ReviewLapse[], from: Day | null): readonly ReviewLapse[] {
  return from === null ? lapses : lapses.flatMap((lapse) => (lapse.to < from ? [] : [lapse.from < from ? { ...lapse, from } : lapse]));
}

/** Days after `due` up to a day something was done; 0 when in time. */
export const daysLate = (done: Day, due: Day): number => Math.max(0, done - due);

/** The last day strictly before an anchor. */
export const dayBefore = (day: Day): Day => plusDays(day, -1);
