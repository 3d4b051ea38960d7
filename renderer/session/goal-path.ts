import type { DeadlineGoal } from '../../shared/agenda/deadlines/deadline.ts';
import { pathOf } from '../ui/navigate.ts';

/**
 * The address a deadline leads to. A record of the agency is named as `?record=ID`, a team as `?team=ID`; a screen that does not find
 * what is named shows what it would show without.
 */
export function goalPath(goal: DeadlineGoal): string {
  switch (goal.kind) {
    case 'person':
      return pathOf('people', goal.personId, goal.requirement);
    case 'exclusions':
      return `/exclusions/${goal.part}`;
    case 'agency':
      return goal.recordId === null ? `/agency/${goal.part}` : `/agency/${goal.part}?record=${encodeURIComponent(goal.recordId)}`;
    case 'survey':
      return pathOf('survey', goal.surveyId);
    case 'team':
      return `/agency/${goal.part === 'fidelity' ? 'fidelity' : 'teams'}?team=${encodeURIComponent(goal.teamId)}`;
  }
}
