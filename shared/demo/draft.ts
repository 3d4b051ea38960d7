import { fromDay, plusDays, type CivilDate, type Day } from '../civil-date.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Career } from './career.ts';
import type { PaperKind } from './papers/papers.ts';

/** The place an item has in a personnel file: what a quirk names when it spoils one. */
export type Slot =
  | 'background' | 'registry' | 'tb' | 'drug' | 'cpr' | 'crisis' | 'continuing-education' | 'clinical-basics' | 'ips-training' | 'cips'
  | 'peer' | 'diploma' | 'experience' | 'ips-101' | 'planning' | 'supervising' | 'mentoring' | 'interviewing' | 'hours' | 'qualification'
  | 'application' | 'reference' | 'job-description' | 'orientation' | 'confidentiality' | 'evaluation' | 'separation' | 'driving' | 'insurance'
  | 'defensive-driving' | 'attestation';

type Fields = Omit<Evidence, 'id' | 'personId' | 'documents' | 'recordedAt' | 'recordedBy' | 'supersedes' | 'about'>;

/** An item of evidence before it has an id, a person and a paper. */
export type Draft = Fields & {
  readonly slot: Slot;
  /** No paper was filed. */
  readonly bare?: true;
  /** How its paper came; `scan`: a page or two of one file that was scanned whole. Printed where nothing is said. */
  readonly paper?: PaperKind | 'scan';
  /** Only the slot of what it speaks about or corrects: the item just before it there. */
  readonly aboutSlot?: Slot;
  readonly correctsPrevious?: true;
};

/** One way in which a file is not in order (or is, in an unusual way). */
export type Quirk = (drafts: readonly Draft[], career: Career) => readonly Draft[];

/** The civil date so many days after a day; negative is before. */
export const after = (day: Day, days: number): CivilDate => fromDay(plusDays(day, days));

/** First on a day, then again every so many days up to the last day possible, ending so that the latest is `age` days old. */
export function repeated(first: Day, every: number, age: number, career: Career): readonly Day[] {
  const days: Day[] = [];
  for (let day = plusDays(career.ended ?? career.today, -age); day > first; day = plusDays(day, -every)) days.unshift(day);
  return [first, ...days];
}

/** The day an item counts from, for dropping what has not happened yet. */
export function dateOf(draft: Draft): CivilDate | undefined {
  const done = draft.performedOn ?? draft.issuedOn ?? draft.requestedOn;
  return draft.resultOn !== undefined && (done === undefined || draft.resultOn > done) ? draft.resultOn : done;
}
