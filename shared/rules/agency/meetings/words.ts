import { fromDay, type CivilDate, type Day } from '../../../civil-date.ts';
import { agencyPeriodWords, type Cadence } from '../../../model/agency-records/period.ts';
import { figureWords, meetingTypeWords } from '../../../model/agency-records/team.ts';
import { countOf, dateWords, distanceWords } from '../../../wording.ts';
import { upper } from '../../explain/facts.ts';
import { listed } from '../../explain/words.ts';
import type { Explanation } from '../../explanation.ts';
import { statusFacts, type Status } from '../../status.ts';
import type { AgencyRow, FigureRule, MeetingRule, ReportRule } from '../row.ts';
import type { JudgedSpan } from './over-periods.ts';

type PeriodRule = MeetingRule | FigureRule | ReportRule;

/** What a verdict over periods is worded from. */
export type Wording = {
  readonly row: AgencyRow & { readonly rule: PeriodRule };
  readonly asOf: CivilDate;
  /** The day periods are judged from. */
  readonly from: Day;
  readonly spans: readonly JudgedSpan[];
  readonly status: Status;
  readonly dueOn: CivilDate | null;
  readonly notes: () => readonly string[];
};

const everyWords: Readonly<Record<Cadence, string>> = { week: 'every week', month: 'every calendar month', quarter: 'every calendar quarter' };

const perWords: Readonly<Record<MeetingRule['per'], string>> = {
  unit: 'for the unit',
  specialist: 'with every specialist',
  staff: 'with every staff member',
  'treatment-team': 'at each treatment team',
  'field-support': 'with everybody in field support',
};

const cadenceOf = (rule: PeriodRule): Cadence => (rule.kind === 'quarterly-report' ? 'quarter' : rule.every);

/** What a rule over periods asks, as one sentence without its source. */
export function periodRuleWords(rule: PeriodRule): string {
  switch (rule.kind) {
    case 'meeting': {
      const what = rule.meetings.map((meeting, at) => (at === 0 ? meetingTypeWords[meeting] : meetingTypeWords[meeting].toLowerCase())).join(' or ');
      const limits = [
        ...(rule.reliefMembers === undefined ? [] : [`every second week is enough for whom at most ${String(rule.reliefMembers)} active members are attested`]),
        ...(rule.groupOnly === true ? ['a session with one person does not count'] : []),
        ...(rule.noTelephone === true ? ['telephone does not count'] : []),
        ...(rule.videoPerMonth === undefined ? [] : [`at most ${String(rule.videoPerMonth)} by video in a calendar month`]),
        ...(rule.ifShared === true ? ['owed in months with shared members'] : []),
      ];
      return `${what} ${everyWords[rule.every]} ${perWords[rule.per]}${limits.length === 0 ? '' : `; ${limits.join('; ')}`}.`;
    }
    case 'figure':
      return `${figureWords[rule.figure]}: at least ${String(rule.atLeast)} ${everyWords[rule.every]}${rule.per === 'specialist' ? ' for every specialist' : ''}${rule.ifLooking === true ? ' with members looking for work' : ''}, as attested.`;
    case 'quarterly-report':
      return 'Handed in for every calendar quarter; awaited until the end of the month after it, since no text names a day.';
  }
}

const verdicts: Readonly<Partial<Record<Status, string>>> = {
  gap: 'has none', incomplete: 'is incomplete', overdue: 'is still awaited', review: 'waits for a decision', 'due-soon': 'is awaited',
};

/** A period whose number is still awaited is not counted among the closed ones. */
const isClosed = (span: JudgedSpan): boolean => !span.open && span.status !== 'not-applicable' && span.status !== 'due-soon';
const isBad = (span: JudgedSpan): boolean => !statusFacts[span.status].compliant;
const onlyHere = (words: readonly string[]): string => (words.length <= 3 ? listed(words) : `${words.slice(0, 3).join(', ')} and ${String(words.length - 3)} more`);

const spanWords = (span: JudgedSpan, rule: PeriodRule): string => {
  const verdict = span.status === 'gap' && rule.kind === 'figure' ? 'stayed below' : verdicts[span.status] ?? statusFacts[span.status].word.toLowerCase();
  return `${agencyPeriodWords(span.span.period)} ${verdict}${span.missing.length === 0 ? '' : ` (${onlyHere(span.missing)})`}`;
};

/** Explains a verdict over the weeks, months or quarters of a team. */
export function meetingExplanation(wording: Wording): Explanation {
  const { row, spans, status, dueOn, from, asOf } = wording;
  const { rule } = row;
  const unit = cadenceOf(rule);
  const closed = spans.filter(isClosed);
  const met = closed.filter((span) => span.status === 'met');
  const bad = closed.filter(isBad);
  const open = spans.find((span) => (span.open || span.status === 'due-soon') && span.status !== 'met' && span.status !== 'not-applicable');
  const counted = closed.length === 0 ? `No ${unit} has closed yet.` : `${String(met.length)} of ${countOf(closed.length, `closed ${unit}`)} complete since ${dateWords(fromDay(from))}.`;
  const newest = [...bad].reverse();
  const said = newest.length === 0 ? '' : ` ${upper(listed(newest.slice(0, 3).map((span) => spanWords(span, rule))))}${newest.length > 3 ? `, and ${String(newest.length - 3)} earlier` : ''}.`;
  const still = open === undefined || open.missing.length === 0 ? '' : ` ${upper(agencyPeriodWords(open.span.period))} is open: ${onlyHere(open.missing)}.`;
  const notes = wording.notes();
  return {
    reason: [`${counted}${said}${still}`, periodRuleWords(rule), consequence(wording, unit)].filter((part) => part !== '').join(' '),
    brief: closed.length === 0 ? `First ${unit} still open` : `${String(met.length)} of ${String(closed.length)} closed ${unit}s complete`,
    headline: headline(wording, unit, bad),
    sums: [
      `${dateWords(fromDay(from))} to ${dateWords(asOf)}: ${String(closed.length)} closed ${unit}s, ${String(met.length)} complete, ${String(closed.length - met.length)} not.`,
      ...newest.map((span) => `${upper(spanWords(span, rule))}.`),
      ...notes,
    ],
    arithmetic: [
      { label: `Closed ${unit}s`, value: String(closed.length) },
      { label: '− Complete', value: String(met.length) },
      { label: '= Not complete', value: String(closed.length - met.length), mark: closed.length === met.length ? 'total' : 'over' },
    ],
    missing: open === undefined || open.missing.length === 0 ? null : upper(onlyHere(open.missing)),
    effect: effect(status, rule, unit),
    timeline: {
      anchor: null, window: null, dots: [], cover: met.map(({ span }) => ({ from: fromDay(span.first), to: fromDay(span.last) })),
      lapses: bad.map(({ span }) => ({ from: fromDay(span.first), to: fromDay(span.last) })),
      openUntil: statusFacts[status].family === 'open' || statusFacts[status].family === 'near' ? dueOn : null,
    },
  };
}

const later: Readonly<Record<PeriodRule['kind'], string>> = { meeting: 'A later meeting', figure: 'A later number', 'quarterly-report': 'A later report' };

function consequence({ status, row, dueOn, asOf }: Wording, unit: Cadence): string {
  const distance = dueOn === null ? '' : `${dateWords(dueOn)} · ${distanceWords(dueOn, asOf)}`;
  switch (status) {
    case 'gap':
    case 'incomplete': return `${later[row.rule.kind]} does not repair a closed ${unit}.`;
    case 'review': return 'Nobody has recorded what would tell; once it is on file, the verdict follows.';
    case 'overdue': return dueOn === null ? 'It is overdue.' : `It was due ${distance} and still counts when it is recorded.`;
    case 'due-soon':
    case 'not-yet-due': return dueOn === null ? '' : `It is open until ${distance}.`;
    case 'met': return dueOn === null ? '' : `The next is due ${distance}.`;
    default: return '';
  }
}

function headline({ row, status, dueOn }: Wording, unit: Cadence, bad: readonly JudgedSpan[]): string {
  const same = bad.filter((span) => span.status === status).length;
  switch (status) {
    case 'gap': return `${row.title}: ${countOf(same, unit)} ${row.rule.kind === 'figure' ? 'below the least number' : 'with nothing'}`;
    case 'incomplete': return `${row.title}: ${countOf(same, unit)} incomplete`;
    case 'overdue': return `${row.title}: ${countOf(same, unit)} still awaited`;
    case 'review': return `${row.title}: ${countOf(same, unit)} nobody can judge yet`;
    case 'due-soon':
    case 'not-yet-due': return dueOn === null ? `${row.title} is open` : `${row.title} is open until ${dateWords(dueOn)}`;
    default: return row.title;
  }
}

function effect(status: Status, rule: PeriodRule, unit: Cadence): string | null {
  if (statusFacts[status].compliant) return null;
  if (status === 'review') return 'No verdict until somebody records what is missing.';
  if (status === 'overdue') return rule.kind === 'quarterly-report' ? 'Open. Ends when the report is handed in.' : 'Open. Ends when the number is attested.';
  return `Permanent. ${later[rule.kind]} does not repair a closed ${unit}.`;
}
