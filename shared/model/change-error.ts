import type { CivilDate, CivilMonth } from '../civil-date.ts';
import { dateWords, longMonthWords } from '../wording.ts';

/** The lists of an agency's record, by the words used for one entry of each. */
export type RecordNoun =
  | 'agency' | 'site' | 'team' | 'person' | 'vendor' | 'document' | 'evidence' | 'check' | 'decision' | 'list version' | 'month record' | 'acknowledgement' | 'agency record';

/** What is corrected by superseding and taken back by retracting. */
export type Corrected = Extract<RecordNoun, 'evidence' | 'agency record'>;

/** Why a list of changes was refused. Closed: whoever shows it chooses from `changeErrorWords`. */
export type ChangeError =
  | { readonly code: 'malformed'; readonly noun: RecordNoun; readonly id: string; readonly path: string; readonly problem: string }
  | { readonly code: 'already-recorded'; readonly noun: RecordNoun; readonly id: string }
  | { readonly code: 'unknown-reference'; readonly noun: RecordNoun; readonly id: string; readonly in: RecordNoun; readonly inId: string }
  | { readonly code: 'no-subject'; readonly noun: RecordNoun; readonly id: string }
  | { readonly code: 'supersedes-other-person'; readonly id: string; readonly supersedes: string }
  | { readonly code: 'supersedes-other-kind'; readonly noun: Corrected; readonly id: string; readonly supersedes: string }
  | { readonly code: 'supersedes-other-team'; readonly id: string; readonly supersedes: string }
  | { readonly code: 'supersedes-cycle'; readonly noun: Corrected; readonly id: string }
  | { readonly code: 'already-retracted'; readonly noun: Corrected; readonly id: string }
  | { readonly code: 'reason-missing'; readonly noun: Corrected | 'document'; readonly id: string }
  | { readonly code: 'already-purged'; readonly id: string }
  /** An entry of the disposal log is never taken back. */
  | { readonly code: 'disposal-stays'; readonly id: string }
  /** An agency record that points at a record of another kind or another team than it must. */
  | { readonly code: 'wrong-target'; readonly id: string; readonly expected: string; readonly inId: string }
  /** An acknowledgement about a person and a team at once. */
  | { readonly code: 'two-subjects'; readonly requirement: string }
  /** A check dated in a month that is closed. */
  | { readonly code: 'month-closed'; readonly id: string; readonly month: CivilMonth; readonly closedOn: CivilDate }
  /** A second closing of a month. */
  | { readonly code: 'month-closed-already'; readonly id: string; readonly month: CivilMonth; readonly closedOn: CivilDate }
  /** A note on a month that was never closed. */
  | { readonly code: 'month-not-closed'; readonly id: string; readonly month: CivilMonth }
  /** A search of a part of a list, recorded as a check. */
  | { readonly code: 'not-a-whole-list'; readonly id: string; readonly version: string }
  | { readonly code: 'inconsistent'; readonly words: string };

/** What was refused and why, in one sentence; the caller adds that nothing was changed. */
export function changeErrorWords(error: ChangeError): string {
  switch (error.code) {
    case 'malformed':
      return `The ${error.noun} ${error.id} cannot be recorded: ${error.path === '' ? '' : `${error.path}: `}${error.problem}.`;
    case 'already-recorded':
      return `The ${error.noun} ${error.id} is already on file. What is recorded is never overwritten; record a correction that supersedes it.`;
    case 'unknown-reference':
      return `The ${error.in} ${error.inId} refers to the ${error.noun} ${error.id}, which is not on file.`;
    case 'no-subject':
      return `The ${error.noun} ${error.id} must name either a person or a vendor.`;
    case 'supersedes-other-person':
      return `The evidence ${error.id} cannot supersede ${error.supersedes}, which belongs to another person.`;
    case 'supersedes-other-kind':
      return `The ${error.noun} ${error.id} cannot supersede ${error.supersedes}, which is of another kind.`;
    case 'supersedes-other-team':
      return `The agency record ${error.id} cannot supersede ${error.supersedes}, which belongs to another team.`;
    case 'supersedes-cycle':
      return `The ${error.noun} ${error.id} would supersede itself.`;
    case 'already-retracted':
      return `The ${error.noun} ${error.id} is already retracted.`;
    case 'reason-missing':
      return `${error.noun === 'document' ? 'Purging' : 'Retracting'} the ${error.noun} ${error.id} needs a reason.`;
    case 'already-purged':
      return `The document ${error.id} was purged already; there is nothing left of it.`;
    case 'disposal-stays':
      return `The entry ${error.id} of the disposal log stays: what was disposed of cannot be taken back.`;
    case 'wrong-target':
      return `The agency record ${error.inId} refers to ${error.id}, which is not ${error.expected}.`;
    case 'two-subjects':
      return `The note on ${error.requirement} must name a person or a team, not both.`;
    case 'month-closed':
      return `The check ${error.id} is dated in ${longMonthWords(error.month)}, which was closed on ${dateWords(error.closedOn)}. A closed month takes no further check; add a note to it, and date a new search on the day it is made.`;
    case 'month-closed-already':
      return `${longMonthWords(error.month)} was closed on ${dateWords(error.closedOn)} and is closed once. What is still to be said of it goes into a note.`;
    case 'month-not-closed':
      return `${longMonthWords(error.month)} is not closed; a note belongs to a closed month. Close the month first.`;
    case 'not-a-whole-list':
      return `The check ${error.id} was made with ${error.version}, which is no whole version of its list. Only the whole list proves a search; bring it in and search again.`;
    case 'inconsistent':
      return `This would leave the record inconsistent: ${error.words}`;
  }
}
