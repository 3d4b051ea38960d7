import { useMemo, useState } from 'react';
import { surveyPlan, type SurveyGap, type SurveyKind, type SurveyPlan } from '../../../../shared/agenda/planner/survey-plan.ts';
import { fromDay, plusDays, toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import { useSession } from '../../../session/session.tsx';
import { groupsOf, keysOf, type Group, type Grouping } from './groups.ts';
import { plannedSurveys, type PlannedSurvey } from './planned-surveys.ts';

export type SurveyFilter = { readonly text: string; readonly kinds: readonly string[]; readonly teams: readonly string[]; readonly sites: readonly string[]; readonly left: boolean };
export const noFilter: SurveyFilter = { text: '', kinds: [], teams: [], sites: [], left: false };

/** What stands in the place of a team's name for those without one. */
const noTeam = 'No team';

export type Survey = {
  readonly plan: SurveyPlan;
  readonly planned: readonly PlannedSurvey[];
  readonly setOn: (date: CivilDate) => void;
  readonly filter: SurveyFilter;
  readonly setFilter: (change: Partial<SurveyFilter>) => void;
  readonly grouping: Grouping;
  readonly setGrouping: (grouping: Grouping) => void;
  readonly groups: readonly Group[];
  readonly group: string | null;
  readonly setGroup: (key: string | null) => void;
  /** The gaps after filters, and those of the chosen group. */
  readonly filtered: readonly SurveyGap[];
  readonly shown: readonly SurveyGap[];
  readonly names: { readonly team: (id: string) => string; readonly site: (id: string) => string };
};

const has = (chosen: readonly string[], values: readonly string[]): boolean => chosen.length === 0 || values.some((value) => chosen.includes(value));

/** A survey day, what it would find, and what of that is looked at. */
export function useSurvey(): Survey {
  const { file, today, requirementTitle } = useSession();
  const planned = useMemo(() => plannedSurveys(file, today), [file, today]);
  const [on, setOn] = useState<CivilDate>(() => planned[0]?.on ?? fromDay(plusDays(toDay(today), 90)));
  const [filter, setFilter] = useState<SurveyFilter>(noFilter);
  const [grouping, setGrouping] = useState<Grouping>('who');
  const [group, setGroup] = useState<string | null>(null);
  const plan = useMemo(() => surveyPlan(file, on, today, { title: requirementTitle }), [file, on, today, requirementTitle]);
  const names = useMemo(() => {
    const teams = new Map((file.teams ?? []).map((team) => [team.id, team.name]));
    const sites = new Map((file.sites ?? []).map((site) => [site.id, site.name]));
    return { team: (id: string) => teams.get(id) ?? id, site: (id: string) => sites.get(id) ?? id };
  }, [file.teams, file.sites]);
  const filtered = useMemo(
    () => plan.gaps.filter((gap) => (filter.left || !gap.subject.left) && has(filter.kinds, [gap.kind]) && has(filter.teams, gap.subject.teamIds) && has(filter.sites, gap.subject.siteIds)),
    [plan, filter.left, filter.kinds, filter.teams, filter.sites],
  );
  const groups = useMemo(
    () => groupsOf(filtered, grouping, (gap, key) => (grouping === 'requirement' ? gap.title : grouping === 'team' ? (key === '' ? noTeam : names.team(key)) : gap.subject.name)),
    [filtered, grouping, names],
  );
  const shown = useMemo(() => (group === null ? filtered : filtered.filter((gap) => keysOf(gap, grouping).includes(group))), [filtered, group, grouping]);
  return {
    plan, planned, setOn, filter, names, grouping, groups, filtered, shown,
    setFilter: (change: Partial<SurveyFilter>) => setFilter((old) => ({ ...old, ...change })),
    setGrouping: (next) => { setGrouping(next); setGroup(null); },
    group: groups.some((each) => each.key === group) ? group : null, setGroup,
  } satisfies Survey;
}

export type SurveyCounts = Readonly<Record<SurveyKind, number>> & { readonly lasting: number };

/** How many gaps of each kind; of today's, how many nothing cures. */
export const countsOf = (gaps: readonly SurveyGap[]): SurveyCounts => {
  const of = (kind: SurveyKind): number => gaps.filter((gap) => gap.kind === kind).length;
  return { now: of('now'), turns: of('turns'), owed: of('owed'), lasting: gaps.filter((gap) => gap.kind === 'now' && gap.lasting).length };
};
