import type { ExclusionReminder } from '../../../../shared/agenda/exclusions/reminder.ts';
import type { MonthState } from '../../../../shared/agenda/exclusions/month-close.ts';
import type { ExclusionList } from '../../../../shared/model/exclusion.ts';
import { countOf, longMonthWords } from '../../../../shared/wording.ts';

/** The one thing to do next: what the button says, why, and where it leads. */
export type NextThing = { readonly label: string; readonly why: string; readonly path: string };

/**
 * What comes first of everything that is left: a list to search in, the search, the matches, the month before, this month, its certificate.
 * @param hasFile whether a version of a list is in force; lists that come as no file are searched on their web sites.
 */
export function nextThing(reminder: ExclusionReminder, before: MonthState, isFile: (list: ExclusionList) => boolean, hasFile: (list: ExclusionList) => boolean): NextThing {
  const { state, staleLists } = reminder;
  const month = longMonthWords(state.month).split(' ')[0] ?? '';
  const last = longMonthWords(before.month).split(' ')[0] ?? '';
  const owing = state.lists.filter((list) => list.missing > 0).map(({ list }) => list);
  const files = owing.filter(isFile);
  if (state.close === null && files.length > 0 && !files.some(hasFile)) {
    return { label: 'Import a list', why: state.done === 0 ? `${month} has no check yet. Import the list first.` : 'The lists still to be searched have no file yet.', path: '/exclusions/lists' };
  }
  const stale = staleLists.find(({ list }) => owing.includes(list));
  if (stale !== undefined) return { label: 'Import a newer list', why: stale.words, path: '/exclusions/lists' };
  if (state.close === null && owing.length > 0) {
    const missing = state.holes.length;
    return { label: `Open the ${month} run`, why: `${countOf(missing, 'search is', 'searches are')} still to be made.`, path: '/exclusions/run' };
  }
  const toDecide = state.undecided.length + before.undecided.length;
  if (toDecide > 0) return { label: `Decide ${countOf(toDecide, 'match', 'matches')}`, why: 'Strong and possible matches are never cleared by the program.', path: '/exclusions/matches' };
  const undetermined = state.unable.length + before.unable.length;
  if (undetermined > 0) return { label: `Look at ${countOf(undetermined, 'match', 'matches')} again`, why: 'What could not be determined holds the month open.', path: '/exclusions/matches' };
  if (before.close === null && before.owed > 0 && before.canClose) {
    return { label: `Close ${last}`, why: before.holes.length === 0 ? `${last} is complete.` : `${countOf(before.holes.length, 'hole')} of ${last} to explain.`, path: `/exclusions/coverage?month=${before.month}` };
  }
  if (state.canClose) return { label: `Close ${month}`, why: `${month} is complete.`, path: `/exclusions/coverage?month=${state.month}` };
  return { label: 'Open the certificates', why: state.close === null ? `Nothing is left in ${month} but to close it on its last day.` : `${month} is closed.`, path: '/exclusions/certificates' };
}
