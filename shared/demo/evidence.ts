import { fromDay, type CivilDate } from '../civil-date.ts';
import { evidenceKindWords, medicalKinds, type Evidence } from '../model/evidence.ts';
import { fullName, type PersonName } from '../model/person.ts';
import { longDateWords } from '../wording.ts';
import type { Career } from './career.ts';
import { dateOf, type Draft } from './draft.ts';
import { file, recordedFor, type Cabinet } from './filing.ts';

/** What happened by then, in the order it happened, as items of evidence with their papers filed. */
export function evidenceOf(
  person: { readonly id: string; readonly name: PersonName },
  jobId: string,
  drafts: readonly Draft[],
  career: Career,
  cabinet: Cabinet,
): readonly Evidence[] {
  const today = fromDay(career.today);
  const last = fromDay(career.last);
  const done = drafts.filter((draft) => (dateOf(draft) ?? last) <= last);
  const evidence: { readonly draft: Draft; readonly item: Evidence }[] = [];
  for (const draft of done) {
    const { slot, bare, aboutSlot, correctsPrevious, ...fields } = draft;
    const id = `${person.id}-${jobId}-${slot}-${evidence.filter((each) => each.draft.slot === slot).length + 1}`;
    const previous = evidence.findLast((each) => each.draft.slot === (aboutSlot ?? slot))?.item.id;
    const on = dateOf(draft) ?? last;
    const paper = bare === true ? {} : { documents: [{ id: paperOf(person.name, id, draft, on, cabinet, today) }] };
    evidence.push({
      draft,
      item: {
        id, personId: person.id, ...fields, ...paper,
        ...(aboutSlot !== undefined && previous !== undefined ? { about: previous } : {}),
        ...(correctsPrevious === true && previous !== undefined ? { supersedes: previous } : {}),
        ...recordedFor(on, today),
      },
    });
  }
  return evidence.map((each) => each.item);
}

function paperOf(name: PersonName, id: string, draft: Draft, on: CivilDate, cabinet: Cabinet, today: CivilDate): string {
  const title = evidenceKindWords[draft.kind];
  const lines = [
    `Name: ${fullName(name)}`,
    `Date: ${longDateWords(on)}`,
    ...(draft.result === undefined ? [] : [`Result: ${draft.result}`]),
    ...(draft.parts === undefined ? [] : [`Covers: ${draft.parts.join(', ')}`]),
    ...(draft.expiresOn === undefined ? [] : [`Valid through: ${longDateWords(draft.expiresOn)}`]),
    ...(draft.hours === undefined ? [] : [`Hours: ${draft.hours}`]),
    ...(draft.months === undefined ? [] : [`Months: ${draft.months}`]),
    ...(draft.issuer === undefined ? [] : [`Issued by: ${draft.issuer}`]),
    `Reference: ${id}`,
  ];
  const vault = medicalKinds.includes(draft.kind) ? 'medical' as const : 'personnel' as const;
  return file(cabinet, { id: `doc-${id}`, name: `${title}, ${name.family}, ${on}.pdf`, title, lines, vault, on }, today);
}
