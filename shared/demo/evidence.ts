import { fromDay, type CivilDate } from '../civil-date.ts';
import type { DocRef } from '../model/document.ts';
import { evidenceKindWords, medicalKinds, type Evidence } from '../model/evidence.ts';
import { fullName, type PersonName } from '../model/person.ts';
import { longDateWords } from '../wording.ts';
import type { Career } from './career.ts';
import { dateOf, type Draft } from './draft.ts';
import { file, fileBytes, recordedFor, type Cabinet } from './filing.ts';
import { scannedFile, type PaperKind } from './papers/papers.ts';

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
  const scanned = scannedTogether(person, jobId, done.filter(({ paper }) => paper === 'scan'), last, cabinet, today);
  const evidence: { readonly draft: Draft; readonly item: Evidence }[] = [];
  for (const draft of done) {
    const { slot, bare, paper: came, aboutSlot, correctsPrevious, ...fields } = draft;
    const id = `${person.id}-${jobId}-${slot}-${evidence.filter((each) => each.draft.slot === slot).length + 1}`;
    const previous = evidence.findLast((each) => each.draft.slot === (aboutSlot ?? slot))?.item.id;
    const on = dateOf(draft) ?? last;
    const scan = scanned.get(draft);
    const paper = bare === true ? {} : { documents: [scan?.ref ?? { id: paperOf(person.name, id, draft, on, cabinet, today, came === 'scan' ? undefined : came) }] };
    evidence.push({
      draft,
      item: {
        id, personId: person.id, ...fields, ...paper,
        ...(aboutSlot !== undefined && previous !== undefined ? { about: previous } : {}),
        ...(correctsPrevious === true && previous !== undefined ? { supersedes: previous } : {}),
        ...recordedFor(scan?.on ?? on, today),
      },
    });
  }
  return evidence.map((each) => each.item);
}

/** Papers of two pages in a file that was scanned whole. */
const longer: readonly string[] = ['application', 'job-description'];

type Scanned = ReadonlyMap<Draft, { readonly ref: DocRef; readonly on: CivilDate }>;

/** A file that was scanned whole: one document, each item its pages, all of it entered on the day the last paper was there. */
function scannedTogether(person: { readonly id: string; readonly name: PersonName }, jobId: string, drafts: readonly Draft[], last: CivilDate, cabinet: Cabinet, today: CivilDate): Scanned {
  if (drafts.length === 0) return new Map();
  const on = drafts.map((draft) => dateOf(draft) ?? last).reduce((one, other) => (one > other ? one : other));
  const id = `doc-${person.id}-${jobId}-file`;
  const pages: { readonly title: string; readonly lines: readonly string[] }[] = [];
  const refs = new Map<Draft, { readonly ref: DocRef; readonly on: CivilDate }>();
  for (const draft of drafts) {
    const { title, lines } = wordsOf(person.name, `${id}, ${draft.slot}`, draft, dateOf(draft) ?? last);
    const first = pages.length + 1;
    pages.push({ title, lines });
    if (longer.includes(draft.slot)) pages.push({ title: `${title}, continued`, lines: [`Name: ${fullName(person.name)}`, 'Signed by both sides'] });
    refs.set(draft, { ref: { id, pages: pages.length === first ? `${first}` : `${first}-${pages.length}` }, on });
  }
  fileBytes(cabinet, { id, name: `Personnel file, ${person.name.family}, scanned.pdf`, bytes: scannedFile(pages), mediaType: 'application/pdf', pages: pages.length, vault: 'personnel', on }, today);
  return refs;
}

function wordsOf(name: PersonName, reference: string, draft: Draft, on: CivilDate): { readonly title: string; readonly lines: readonly string[] } {
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
    `Reference: ${reference}`,
  ];
  return { title, lines };
}

function paperOf(name: PersonName, id: string, draft: Draft, on: CivilDate, cabinet: Cabinet, today: CivilDate, kind: PaperKind = 'printed'): string {
  const { title, lines } = wordsOf(name, id, draft, on);
  const vault = medicalKinds.includes(draft.kind) ? 'medical' as const : 'personnel' as const;
  return file(cabinet, { id: `doc-${id}`, name: `${title}, ${name.family}, ${on}`, title, lines, vault, on, kind }, today);
}
