import type { CivilDate } from '../../civil-date.ts';
import { shownId } from '../../rules/requirement.ts';
import type { Standing } from '../../rules/standing.ts';
import { dateWords, distanceWords } from '../../wording.ts';
import { sourceWords } from '../checklist.ts';
import type { PacketContext } from './context.ts';
import type { PacketBlock, PacketCell, PacketColumn, PacketRow, PacketText } from './model.ts';

export const plain = (text: string): PacketText => ({ text, tone: 'plain' });
export const bold = (text: string): PacketText => ({ text, tone: 'bold' });
export const quiet = (text: string): PacketText => ({ text, tone: 'quiet' });

/** A cell of texts one below the other; empty ones are left out. */
export const cell = (...texts: readonly (PacketText | string | null)[]): PacketCell => ({
  kind: 'text',
  texts: texts.flatMap((each) => (each === null ? [] : typeof each === 'string' ? (each === '' ? [] : [plain(each)]) : each.text === '' ? [] : [each])),
});

export const row = (...cells: readonly PacketCell[]): PacketRow => ({ cells, to: null, place: null });

export const heading = (text: string, level: 1 | 2 = 1, place: string | null = null): PacketBlock => ({ kind: 'heading', text, level, place });

/** A date, or a dash where there is none. */
export const day = (date: CivilDate | null | undefined): string => (date == null ? '–' : dateWords(date));

/** A date a fact took place on: a day after as-of has not taken place yet. */
export const happened = (date: CivilDate | undefined, asOf: CivilDate): CivilDate | null => (date !== undefined && date <= asOf ? date : null);

/** A day ahead or past with its distance on a line below. */
export const ahead = (date: CivilDate | null | undefined, asOf: CivilDate): PacketCell => (date == null ? cell('–') : cell(dateWords(date), quiet(distanceWords(date, asOf))));

/** The place of one duty's row: findings lead to it. */
export const dutyPlace = (standing: Standing): string => `duty:${standing.teamId ?? 'agency'}/${standing.requirement}`;

const dutyColumns: readonly PacketColumn[] = [
  { head: 'DUTY AND SOURCE', width: 146 }, { head: 'STATUS', width: 84 }, { head: 'HOW IT STANDS', width: 182 }, { head: 'DUE OR VALID', width: 80 },
];

/** The verdicts on duties, each with its source, its rule and how it stands. */
export function dutyTable(context: PacketContext, standings: readonly Standing[], empty: string): PacketBlock {
  const { asOf } = context;
  return {
    kind: 'table', columns: dutyColumns, empty,
    rows: standings.map((standing): PacketRow => {
      const duty = context.duty(standing.requirement);
      const explanation = context.explain(standing);
      const date = standing.dueOn ?? standing.validThrough;
      return {
        to: null, place: dutyPlace(standing),
        cells: [
          cell(bold(duty?.title ?? standing.requirement), quiet(`${shownId(standing.requirement)} · ${sourceWords(standing.citations)}`)),
          { kind: 'status', status: standing.status, below: standing.onTime === null ? [] : [`On time: ${standing.onTime ? 'yes' : 'no'}`] },
          cell(explanation.brief, ...explanation.sums.slice(0, 2).filter((sum) => !sum.includes(explanation.brief)).map(plain), quiet(duty?.ruleWords ?? '')),
          date === null ? cell('–') : ahead(date, asOf),
        ],
      };
    }),
  };
}

/** The standings of a group of duties, of one team or (null) of the agency. */
export const dutiesOf = (context: PacketContext, group: string, teamId: string | null): readonly Standing[] =>
  context.evaluation.standings.filter((standing) =>
    standing.personId === undefined && standing.vendorId === undefined && (standing.teamId ?? null) === teamId && standing.status !== 'not-applicable' && context.duty(standing.requirement)?.group === group);

/** "Bayou team · Houma" where sites are told apart. */
export function teamTitle(context: PacketContext, teamId: string): string {
  const team = context.team(teamId);
  if (team === undefined) return teamId;
  const site = context.siteOf(team);
  return site === null ? team.name : `${team.name} · ${site}`;
}
