import type { AgencyFile } from '../../agency-file/schema.ts';
import type { CivilDate } from '../../civil-date.ts';
import { requirementsOf } from '../../rules/catalogue.ts';
import { requirementTitles } from '../../rules/packs/packs.ts';
import type { DeadlineWords } from './context.ts';

const made = new WeakMap<AgencyFile, Map<CivilDate, DeadlineWords>>();

/**
 * How the requirements of an agency are called; one that is no longer in force by its name in the packs, an unknown one by its id.
 * The same answer, as a value, for the same file and day: whoever asks for the deadlines with it is answered at once.
 */
export function deadlineWords(file: AgencyFile, asOf: CivilDate): DeadlineWords {
  const known = made.get(file) ?? new Map<CivilDate, DeadlineWords>();
  made.set(file, known);
  const words = known.get(asOf) ?? wordsOf(file, asOf);
  known.set(asOf, words);
  return words;
}

function wordsOf(file: AgencyFile, asOf: CivilDate): DeadlineWords {
  const titles = new Map([...requirementTitles, ...requirementsOf(file, asOf).map((info) => [info.id, info.title] as const)]);
  return { title: (requirement) => titles.get(requirement) ?? requirement };
}
