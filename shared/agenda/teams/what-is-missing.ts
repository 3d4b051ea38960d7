import { fromDay, toDay, type CivilDate } from '../../civil-date.ts';
import { spanOf, type Cadence } from '../../model/agency-records/period.ts';
import { awaitedUntil } from '../../rules/agency/meetings/judged-periods.ts';
import type { Evaluation, Standing } from '../../rules/standing.ts';
import { statusRank, type Status } from '../../rules/status.ts';

/** Something a team can still do: a duty of the period that runs, or of a former one whose number or report is still awaited. */
export type MissingLine = {
  readonly standing: Standing;
  /** The period's name, as `agencyPeriodWords` reads it. */
  readonly period: string;
  readonly every: Cadence;
  readonly status: Status;
  /** What was not found, in words; empty where the duty as a whole is meant. */
  readonly missing: readonly string[];
  /** The last good day, inclusive. */
  readonly until: CivilDate;
  /** Whether the period still runs on the day judged. */
  readonly open: boolean;
};

const waiting: readonly Status[] = ['overdue', 'review', 'due-soon', 'not-yet-due'];

/**
 * What is missing of a team this week, this month, this quarter, and what of former periods can still be handed in; what is lost for
 * good (a missed closed week) is not among it. By period, weeks first, the sooner day first; inside a day the worse verdict first.
 */
export function whatIsMissing(evaluation: Evaluation, teamId: string): readonly MissingLine[] {
  const today = toDay(evaluation.asOf);
  const lines = evaluation.standings.flatMap((standing): readonly MissingLine[] => {
    if (standing.teamId !== teamId) return [];
    return (standing.periods ?? []).flatMap(({ period, status, missing }): readonly MissingLine[] => {
      const span = waiting.includes(status) ? spanOf(period) : null;
      if (span === null) return [];
      const open = span.first <= today && today <= span.last;
      // What can still be handed in for a closed period is a number or a report, which is awaited for some days after it.
      const awaited = !open && (status === 'due-soon' || status === 'overdue');
      const until = fromDay(awaited ? awaitedUntil(span) : span.last);
      return [{ standing, period, every: span.every, status, missing: missing ?? [], until, open }];
    });
  });
  const order: readonly Cadence[] = ['week', 'month', 'quarter'];
  return lines.toSorted((a, b) => order.indexOf(a.every) - order.indexOf(b.every) || (a.until < b.until ? -1 : a.until > b.until ? 1 : 0) || statusRank(a.status) - statusRank(b.status));
}
