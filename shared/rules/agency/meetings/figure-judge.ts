import type { AgencyContext, AgencyJudge, FigureRule, ReportRule } from '../row.ts';
import { anyIn, figureFor } from './figure-of.ts';
import { awaitedUntil, periodsToJudge, type ToJudge } from './judged-periods.ts';
import { covers, merged, onLeave, teamMembers, type TeamMember } from './members.ts';
import { overSpans, type JudgedSpan } from './over-periods.ts';
import { worseOf, type Status } from '../../status.ts';

/**
 * Judges an attested number that must reach a least value in every week or month (S2 Components 6; S4 Service requirements). A number
 * below it is a gap of that period; one nobody attested is overdue a week after the period and can still be attested.
 */
export const judgeFigure: AgencyJudge<FigureRule> = (context) => {
  const { team, row, file, asOf } = context;
  if (team === null) return null;
  const members = teamMembers(file, team.id);
  const { from, periods } = periodsToJudge(context, row.rule.every);
  const spans = periods.flatMap((period) => judgeNumbers(context, team.id, members, period) ?? []);
  return overSpans(spans, { row, asOf, from, notes: () => [] });
};

type Found = { readonly status: Status; readonly words: string | null; readonly recordId: string | null };

function judgeNumbers(context: AgencyContext<FigureRule>, teamId: string, members: readonly TeamMember[], period: ToJudge): JudgedSpan | null {
  const { today, row } = context;
  const { span } = period;
  const found: Found[] = [];
  if (row.rule.per === 'team') {
    if (covers(merged(members.flatMap((member) => member.staff)), span, today)) found.push(judgeNumber(context, { teamId }, null, period));
  } else {
    for (const member of members) {
      if (covers(member.days.specialist, span, today) && !onLeave(member, span, today)) found.push(judgeNumber(context, { personId: member.personId }, member.name, period));
    }
  }
  const owed = found.filter((each) => each.status !== 'not-applicable');
  if (found.length === 0) return null;
  return {
    ...period,
    due: awaitedUntil(span),
    status: owed.reduce<Status>((worst, each) => worseOf(worst, each.status), owed.length === 0 ? 'not-applicable' : 'met'),
    missing: owed.flatMap((each) => each.words ?? []),
    evidenceIds: [...new Set(owed.flatMap((each) => each.recordId ?? []))],
  };
}

function judgeNumber(context: AgencyContext<FigureRule>, subject: { readonly personId: string } | { readonly teamId: string }, name: string | null, period: ToJudge): Found {
  const { records, asOf, today, row } = context;
  const { rule } = row;
  const say = (words: string): string => (name === null ? words : `${name}: ${words}`);
  const figure = figureFor(records, rule.figure, subject, period.span, asOf);
  const looking = rule.ifLooking === true ? anyIn(records, 'members-looking', subject, period.span, asOf) : null;
  if (figure !== null && figure.value >= rule.atLeast) return { status: 'met', words: null, recordId: figure.recordId };
  if (looking !== null && !looking.any) return { status: 'not-applicable', words: null, recordId: looking.recordId };
  const unsure = rule.ifLooking === true && looking === null;
  if (figure !== null) {
    const words = say(`${String(figure.value)} of ${String(rule.atLeast)}${unsure ? ', attest whether members are looking for work' : ''}`);
    // A number given while the period still runs can yet grow.
    const status = period.open ? 'not-yet-due' : unsure ? 'review' : 'gap';
    return { status, words, recordId: figure.recordId };
  }
  const words = say(unsure ? 'nothing attested' : 'not attested');
  if (period.open) return { status: 'not-yet-due', words, recordId: null };
  if (today <= awaitedUntil(period.span)) return { status: 'due-soon', words, recordId: null };
  return { status: unsure ? 'review' : 'overdue', words, recordId: null };
}

/**
 * Judges a report that is handed in for every quarter (S4 Documentation). No text names its day: it is awaited until the end of the
 * month after the quarter, then overdue, and met whenever it is handed in.
 */
export const judgeReport: AgencyJudge<ReportRule> = (context) => {
  const { team, row, records, file, today, asOf } = context;
  if (team === null) return null;
  const members = merged(teamMembers(file, team.id).flatMap((member) => member.staff));
  const handedIn = new Map<string, string>();
  for (const report of records.of('report')) {
    if (report.teamId === team.id && report.report === row.rule.report && report.submittedOn <= asOf && !handedIn.has(report.quarter)) handedIn.set(report.quarter, report.id);
  }
  const { from, periods } = periodsToJudge(context, 'quarter');
  const spans = periods.flatMap((period): readonly JudgedSpan[] => {
    if (!covers(members, period.span, today)) return [];
    const id = handedIn.get(period.span.period);
    if (id !== undefined) return [{ ...period, status: 'met', missing: [], evidenceIds: [id] }];
    const last = awaitedUntil(period.span);
    const status: Status = period.open ? 'not-yet-due' : today <= last ? 'due-soon' : 'overdue';
    return [{ ...period, due: last, status, missing: [period.open ? 'handed in once the quarter is over' : 'not handed in'], evidenceIds: [] }];
  });
  return overSpans(spans, { row, asOf, from, notes: () => [] });
};
