import { useMemo } from 'react';
import { clearancesOf, type ClearanceAnswer } from '../../../shared/agenda/clearances.ts';
import { employmentOn } from '../../../shared/agenda/employment.ts';
import { evidenceHistory, type HistoryEntry } from '../../../shared/agenda/evidence-history.ts';
import { momentOf, type Moment } from '../../../shared/agenda/moments.ts';
import { compareNames } from '../../../shared/agenda/people-list.ts';
import { toDay } from '../../../shared/civil-date.ts';
import { listName, shownName, type Employment, type Person } from '../../../shared/model/person.ts';
import type { Explanation } from '../../../shared/rules/explanation.ts';
import type { RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { knownUntil } from '../../../shared/rules/known.ts';
import { statusRank } from '../../../shared/rules/status.ts';
import { useSession } from '../../session/session.tsx';
import { axisOf, type Axis } from '../../ui/window-axis.ts';

/** One line of the requirements list. */
export type RequirementRow = {
  readonly standing: Standing;
  readonly info: RequirementInfo | undefined;
  readonly title: string;
  readonly moment: Moment;
  readonly explanation: Explanation;
};

export type RowGroup = { readonly title: string; readonly rows: readonly RequirementRow[] };

/** Everything the person screen shows of one person, for the employment looked at. */
export type PersonView = {
  readonly person: Person;
  readonly employment: Employment | null;
  readonly rows: readonly RequirementRow[];
  readonly groups: readonly RowGroup[];
  readonly clearances: readonly ClearanceAnswer[];
  readonly history: readonly HistoryEntry[];
  readonly axis: Axis;
  /** Place among all people by name, from 1. */
  readonly position: number;
  readonly total: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
};

const groupOf: Readonly<Record<Moment, string>> = {
  'before-hire': 'Before hire',
  'before-service': 'Before serving clients',
  'before-crisis': 'While employed',
  'while-employed': 'While employed',
};
const groupOrder = ['Before hire', 'Before serving clients', 'While employed'] as const;

function axisFor(employment: Employment | null, asOf: ReturnType<typeof toDay>, rows: readonly RequirementRow[]): Axis {
  const begin = employment?.hiredOn ?? employment?.plannedHireOn;
  const days = rows.flatMap(({ explanation: { timeline } }) => [
    ...timeline.dots, ...timeline.cover.map((each) => each.to), timeline.openUntil, timeline.window?.to ?? null,
  ]).flatMap((date) => (date === null ? [] : [Number(toDay(date))]));
  return axisOf(begin === undefined ? asOf : toDay(begin), asOf, days);
}

/** The last instant a known-at covers; a bare date is the end of that day where the agency is. */
function instantOf(knownAt: string | null, timeZone: string | undefined): string | null {
  const until = knownAt === null ? null : knownUntil(knownAt, timeZone);
  return until === null ? null : new Date(until).toISOString();
}

/** The order of J and K: everybody in the file, by family name. */
export function usePeopleInOrder(): readonly Person[] {
  const { file } = useSession();
  return useMemo(
    () => [...file.people].sort((one, other) => compareNames(listName(shownName(one)), listName(shownName(other))) || (one.id < other.id ? -1 : 1)),
    [file.people],
  );
}

/** The view of a person; null when nobody has that id. `employmentId` chooses among several, null takes the one in force. */
export function usePersonView(personId: string, employmentId: string | null): PersonView | null {
  const session = useSession();
  const people = usePeopleInOrder();
  return useMemo(() => {
    const { asOf, explain, requirement, requirements, standingsOf, file, knownAt } = session;
    const at = people.findIndex((each) => each.id === personId);
    const person = people[at];
    if (person === undefined) return null;
    const employment = person.employments.find((each) => each.id === employmentId) ?? employmentOn(person, asOf);
    const own = standingsOf(personId).filter(
      (each) => each.status !== 'not-applicable' && (employment === null || each.employmentId === undefined || each.employmentId === employment.id),
    );
    const rows = own.map((standing): RequirementRow => {
      const info = requirement(standing.requirement);
      return { standing, info, title: info?.title ?? standing.requirement, moment: momentOf(info, standing), explanation: explain(standing) };
    });
    const groups = groupOrder.map((title) => ({ title, rows: rows.filter((row) => groupOf[row.moment] === title) })).filter((group) => group.rows.length > 0);
    return {
      person,
      employment,
      rows: groups.flatMap((group) => group.rows),
      groups,
      clearances: employment === null ? [] : clearancesOf(person, employment, own, requirements, explain, asOf),
      history: evidenceHistory(file.evidence, personId, instantOf(knownAt, file.agency.timeZone)),
      axis: axisFor(employment, toDay(asOf), rows),
      position: at + 1,
      total: people.length,
      previousId: people[at - 1]?.id ?? null,
      nextId: people[at + 1]?.id ?? null,
    };
  }, [session, people, personId, employmentId]);
}

/** The line a screen opens with: the worst standing, in list order among equals, a finding itself before the months it stains. */
export function worstRow(rows: readonly RequirementRow[]): RequirementRow | null {
  const rank = ({ standing }: RequirementRow): number => statusRank(standing.status) * 2 + (standing.periods === undefined ? 0 : 1);
  return rows.reduce<RequirementRow | null>((worst, row) => (worst === null || rank(row) < rank(worst) ? row : worst), null);
}
