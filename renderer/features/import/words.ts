import type { ImportPlan } from '../../../shared/import/plan-import.ts';
import { countOf } from '../../../shared/wording.ts';

const joined = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`);

/** What an import brings, for its button and its log entry: `24 people, 3 teams and 180 items`. */
export function importedWords({ counts }: Pick<ImportPlan, 'counts'>): string {
  const { people, teams, evidence, checks } = counts;
  const parts = [
    ...(people.created > 0 ? [countOf(people.created, 'person', 'people')] : []),
    ...(people.updated > 0 ? [`additions to ${countOf(people.updated, 'person', 'people')}`] : []),
    ...(teams.created > 0 ? [countOf(teams.created, 'team')] : []),
    ...(evidence.created > 0 ? [countOf(evidence.created, 'item')] : []),
    ...(checks.created > 0 ? [countOf(checks.created, 'exclusion check')] : []),
  ];
  return parts.length === 0 ? 'nothing new' : joined(parts);
}
