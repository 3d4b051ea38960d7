import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import { requirementsOf } from '../../rules/catalogue.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { explainer } from '../../rules/explain.ts';
import { todayList } from '../today-list.ts';

/** How many things of each person are still to be decided, put right or reported on a day: what Today lists. People with none are absent. */
export function openFindings(file: AgencyFile, on: CivilDate): ReadonlyMap<string, number> {
  const evaluation = evaluate(file, { asOf: on });
  const found = new Map<string, number>();
  for (const { items } of todayList(file, evaluation, requirementsOf(file, on), explainer(file, evaluation)).groups) {
    for (const { subjects } of items) for (const { kind, id } of subjects) if (kind === 'person') found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}
