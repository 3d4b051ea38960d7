import { fieldsOf, plusMonths, startOfMonth, toDay, type CivilDate } from '../../civil-date.ts';
import { agencyPeriodWords, nextPeriod, periodAt, spanOf, type Cadence, type PeriodSpan } from '../../model/agency-records/period.ts';
import { meetingModeWords, meetingModes, meetingTypes, meetingTypeWords } from '../../model/agency-records/team.ts';
import type { Standing } from '../../rules/standing.ts';
import { dateWords, monthWords } from '../../wording.ts';
import { cell, dutiesOf, dutyTable, heading, bold, quiet, row, teamTitle } from './cells.ts';
import type { PacketContext } from './context.ts';
import type { GridMark, PacketBlock, PacketSection } from './model.ts';

/** Squares of one line: a good quarter of weeks, so that four lines hold the year judged; a year of months, two years of quarters. */
const across: Readonly<Record<Cadence, number>> = { week: 14, month: 12, quarter: 8 };
const unitWords: Readonly<Record<Cadence, string>> = { week: 'Every week', month: 'Every month', quarter: 'Every quarter' };

const cadenceOf = (standing: Standing): Cadence | null => {
  const period = standing.periods?.[0];
  return period === undefined ? null : (spanOf(period.period)?.every ?? null);
};

/** `2 Mar`, `Mar 2026`, `Q1 2026`: a week by its Monday; the year stands in the title of the strip. */
function headOf(span: PeriodSpan): string {
  if (span.every === 'week') return dateWords(span.period as CivilDate).replace(/ \d{4}$/, '').replace(' ', '\n');
  return (span.every === 'month' ? monthWords(span.period) : agencyPeriodWords(span.period)).replace(' ', '\n');
}

/** The periods from the first judged one to the one of the day, filled up to whole lines: newest line first. */
function strips(every: Cadence, standings: readonly Standing[], asOf: CivilDate): readonly (readonly PeriodSpan[])[] {
  const firsts = standings.flatMap((standing) => (standing.periods ?? []).flatMap((period) => spanOf(period.period)?.first ?? []));
  const earliest = Math.min(...firsts);
  const made: PeriodSpan[][] = [];
  let span = periodAt(every, toDay(asOf));
  do {
    const line: PeriodSpan[] = [];
    for (let count = 0; count < across[every]; count += 1) {
      line.unshift(span);
      span = nextPeriod(span, -1);
    }
    made.push(line);
  } while ((made.at(-1)?.[0]?.first ?? earliest) > earliest && made.length < 6);
  return made;
}

function grids(context: PacketContext, standings: readonly Standing[]): readonly PacketBlock[] {
  return (['week', 'month', 'quarter'] as const).flatMap((every): readonly PacketBlock[] => {
    const own = standings.filter((standing) => cadenceOf(standing) === every);
    if (own.length === 0) return [];
    return strips(every, own, context.asOf).map((spans, index): PacketBlock => {
      const [first, last] = [spans[0], spans.at(-1)];
      const title = first === undefined || last === undefined ? '' : every === 'week' ? `, Mondays ${dateWords(first.period as CivilDate)} to ${dateWords(last.period as CivilDate)}` : '';
      return {
        kind: 'marks', title: `${unitWords[every]}${index === 0 ? '' : ', before'}${title}`, labelHead: 'DUTY', labelWidth: 492 - spans.length * gridWidth(every), words: false,
        heads: spans.map(headOf),
        rows: own.map((standing) => {
          const byPeriod = new Map((standing.periods ?? []).map((period) => [period.period, period.status]));
          return {
            label: context.duty(standing.requirement)?.short ?? standing.requirement, note: null, group: null,
            cells: spans.map((span): GridMark => byPeriod.get(span.period) ?? 'outside'),
          };
        }),
        empty: '',
      };
    });
  });
}

const gridWidth = (every: Cadence): number => (every === 'week' ? 28 : every === 'month' ? 31 : 44);

/** What each missed period lacks, newest first; more than anybody reads is counted. */
const missesShown = 24;

function misses(context: PacketContext, standings: readonly Standing[]): readonly PacketBlock[] {
  const found = standings.flatMap((standing) => (standing.periods ?? []).flatMap((period) => {
    const span = spanOf(period.period);
    const lacking = (period.missing ?? []).map((id) => (context.file.people.some((person) => person.id === id) ? context.personName(id) : id));
    return span === null || !['gap', 'incomplete', 'overdue', 'late', 'review'].includes(period.status) ? [] : [{ standing, period, span, lacking }];
  })).sort((a, b) => b.span.first - a.span.first);
  if (found.length === 0) return [];
  return [
    heading('Periods that are not complete', 2),
    {
      kind: 'table', empty: '', columns: [{ head: 'PERIOD', width: 116 }, { head: 'DUTY', width: 160 }, { head: 'STATUS', width: 84 }, { head: 'MISSING', width: 132 }],
      rows: found.slice(0, missesShown).map(({ standing, period, lacking }) => row(
        cell(agencyPeriodWords(period.period)), cell(context.duty(standing.requirement)?.title ?? standing.requirement),
        { kind: 'status', status: period.status, below: [] }, cell(lacking.length === 0 ? '–' : lacking.join('; ')),
      )),
    },
    ...(found.length > missesShown ? [{ kind: 'text' as const, text: `and ${found.length - missesShown} earlier ones, as the squares above show.`, quiet: true }] : []),
  ];
}

/** What was logged in the twelve months up to the day, by kind of meeting and how it was held. */
function logged(context: PacketContext, teamId: string): PacketBlock {
  const { asOf, records } = context;
  const since = plusMonths(startOfMonth(toDay(asOf)), -11);
  const own = records.of('meeting').filter((meeting) => meeting.teamId === teamId && meeting.heldOn <= asOf && toDay(meeting.heldOn) >= since);
  const { year, month } = fieldsOf(since);
  return {
    kind: 'table', empty: `No meeting was logged since ${monthWords(`${year}-${String(month).padStart(2, '0')}`)}.`,
    columns: [{ head: 'LOGGED IN TWELVE MONTHS', width: 196 }, ...meetingModes.map((mode) => ({ head: meetingModeWords[mode].toUpperCase(), width: 66 })), { head: 'LAST HELD', width: 98 }],
    rows: meetingTypes.flatMap((type) => {
      const held = own.filter((meeting) => meeting.meeting === type);
      const last = held.reduce<CivilDate | null>((latest, meeting) => (latest === null || meeting.heldOn > latest ? meeting.heldOn : latest), null);
      return last === null ? [] : [row(cell(bold(meetingTypeWords[type]), quiet(`${held.length} in all`)), ...meetingModes.map((mode) => cell(String(held.filter((meeting) => meeting.mode === mode).length))), cell(dateWords(last)))];
    }),
  };
}

/** Meetings, attested numbers and quarterly reports: the duties of every team, period by period. */
export function meetingsSection(context: PacketContext): PacketSection {
  const statuses = new Set(context.teams.flatMap((team) => dutiesOf(context, 'meetings', team.id).flatMap((standing) => (standing.periods ?? []).map((period) => period.status))));
  return {
    id: 'meetings', title: 'Supervision, meetings and reports', lead: 'One square a week, month or quarter. Weeks run Monday to Sunday and are named by their Monday.',
    blocks: [
      ...(statuses.size === 0 ? [] : [{ kind: 'legend' as const, statuses: [...statuses], outside: true }]),
      ...(context.teams.length === 0 ? [{ kind: 'text' as const, text: 'The agency has no team.', quiet: false }] : []),
      ...context.teams.flatMap((team) => {
        const standings = dutiesOf(context, 'meetings', team.id);
        return [
          heading(teamTitle(context, team.id), 1, `meetings/${team.id}`), ...grids(context, standings), ...misses(context, standings),
          heading('Duties', 2), dutyTable(context, standings, 'No rule in force asks this team for meetings, numbers or reports.'), logged(context, team.id),
        ];
      }),
    ],
  };
}
