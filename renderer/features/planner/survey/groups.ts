import type { SurveyGap } from '../../../../shared/agenda/planner/survey-plan.ts';
import { compareNames } from '../../../../shared/agenda/people-list.ts';

/** How the gaps are gathered in the list beside the table. */
export const groupings = ['who', 'team', 'requirement'] as const;
export type Grouping = (typeof groupings)[number];
export const groupingWords: Readonly<Record<Grouping, string>> = { who: 'Who', team: 'Team', requirement: 'Rule' };

export type Group = { readonly key: string; readonly name: string; readonly now: number; readonly turns: number; readonly owed: number };

/** The groups a gap belongs to: somebody in two teams stands in both. */
export function keysOf(gap: SurveyGap, by: Grouping): readonly string[] {
  if (by === 'requirement') return [gap.requirement];
  if (by === 'team') return gap.subject.teamIds.length === 0 ? [''] : gap.subject.teamIds;
  return [`${gap.subject.kind} ${gap.subject.id ?? ''}`];
}

/** The gaps counted by group; the most gaps of today first, then by name. */
export function groupsOf(gaps: readonly SurveyGap[], by: Grouping, nameOf: (gap: SurveyGap, key: string) => string): readonly Group[] {
  const groups = new Map<string, { key: string; name: string; now: number; turns: number; owed: number }>();
  for (const gap of gaps) {
    for (const key of keysOf(gap, by)) {
      const group = groups.get(key) ?? { key, name: nameOf(gap, key), now: 0, turns: 0, owed: 0 };
      group[gap.kind] += 1;
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.now + b.turns - (a.now + a.turns) || compareNames(a.name, b.name));
}
