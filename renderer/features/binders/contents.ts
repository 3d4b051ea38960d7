import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { isPurged, type DocumentRecord } from '../../../shared/model/document.ts';
import type { RecipientProfile } from '../../../shared/model/recipient-profile.ts';
import type { ExhibitPage, PersonChapter } from '../../../shared/report/binder-model.ts';
import { binderContext } from '../../../shared/report/context.ts';
import { personChapter } from '../../../shared/report/person-chapter.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';
import { evaluate } from '../../../shared/rules/evaluate.ts';
import { explainer } from '../../../shared/rules/explain.ts';

/** Something that will not be in the binder as it is: whose, what, and why. */
export type Omission = { readonly personId: string; readonly name: string; readonly what: string; readonly why: string; readonly pages: number };

/** What a binder will hold, before it is made. What only the text of a page gives away is found when it is made. */
export type Contents = {
  readonly people: number;
  /** Documents shown or attached, and their pages. */
  readonly exhibits: number;
  readonly pages: number;
  readonly gaps: number;
  /** Documents of the medical vault: date and result only, or volume 2. */
  readonly medical: number;
  readonly rasterised: number;
  readonly leftOut: readonly Omission[];
  /** Pages nobody looked over: those with a text are searched when the binder is made and go in, the others are left out. */
  readonly unsure: readonly Omission[];
  readonly notShown: readonly Omission[];
  /** Documents, not pages: nobody looked them over, and something is to be taken out. */
  readonly notLookedOver: number;
  /** Papers that are kept apart and stay out. */
  readonly apart: number;
};

const none: Contents = { people: 0, exhibits: 0, pages: 0, gaps: 0, medical: 0, rasterised: 0, leftOut: [], unsure: [], notShown: [], notLookedOver: 0, apart: 0 };

/** Adds what one person's chapter brings. */
function withChapter(before: Contents, chapter: PersonChapter, recorded: (documentId: string) => DocumentRecord | undefined, profile: RecipientProfile): Contents {
  const { personId, name } = chapter;
  let { exhibits, pages, gaps, medical, rasterised, notLookedOver } = before;
  const leftOut = [...before.leftOut];
  const unsure = [...before.unsure];
  const notShown = [...before.notShown];
  for (const { number, title, body } of chapter.exhibits.flatMap((tab) => tab.entries)) {
    const what = `${number} ${title}`;
    switch (body.kind) {
      case 'document': {
        const counted = (show: ExhibitPage['show']): readonly ExhibitPage[] => body.document.pages.filter((page) => page.show === show);
        const record = recorded(body.document.documentId);
        const isMarked = ({ page }: ExhibitPage): boolean => (record?.marks ?? []).some((mark) => mark.page === page && profile.redact.includes(mark.what));
        const out = counted('left-out');
        const gone = out.filter(isMarked);
        const unknown = out.length - gone.length;
        exhibits += 1;
        pages += body.document.pages.length - out.length;
        rasterised += counted('rasterised').length;
        if (record?.lookedOver === undefined) notLookedOver += 1;
        if (unknown > 0) unsure.push({ personId, name, what, why: 'Nobody has looked it over: it goes in where it has a text to search, and is left out where it is only a picture.', pages: unknown });
        if (gone.length > 0) leftOut.push({ personId, name, what, why: gone[0]?.why ?? '', pages: gone.length });
        break;
      }
      case 'kept-file':
        exhibits += 1;
        if (!body.attached) leftOut.push({ personId, name, what, why: 'A file like this cannot be searched for what is to be taken out: its cover page stands for it.', pages: 0 });
        break;
      case 'gap':
        gaps += 1;
        break;
      case 'volume-2':
        medical += 1;
        break;
      case 'not-shown':
        notShown.push({ personId, name, what, why: body.why, pages: 0 });
        break;
      case 'certificates':
        break;
    }
  }
  return { ...before, people: before.people + 1, exhibits, pages, gaps, medical, rasterised, notLookedOver, leftOut, unsure, notShown };
}

export type Wanted = { readonly personIds: readonly string[]; readonly asOf: CivilDate; readonly knownAt?: string; readonly generatedAt: string; readonly profile: RecipientProfile };

/** Reckons what a binder will hold, a person a step, so that whoever waits can do other things in between. */
export function* contentsOf(file: AgencyFile, wanted: Wanted): Generator<Contents, Contents> {
  const { personIds, asOf, generatedAt, profile } = wanted;
  const known = wanted.knownAt === undefined ? {} : { knownAt: wanted.knownAt };
  const evaluation = evaluate(file, { asOf, all: true, ...known });
  const context = binderContext(file, evaluation, requirementsOf(file, asOf), explainer(file, evaluation), {
    people: personIds, asOf, generatedAt, synthetic: false, paper: 'letter', exhibits: true, oneFile: false,
    // Certificates are made from the checks, month by month for everybody: slow, and nothing of them can be left out.
    profile: { ...profile, sections: profile.sections.filter((section) => section !== 'certificates') },
    ...known,
  });
  const chosen = new Set(personIds);
  const documents = (file.documents ?? []).filter((document) => !isPurged(document));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const theirs = new Set(file.evidence.filter(({ personId }) => chosen.has(personId)).flatMap((item) => (item.documents ?? []).map(({ id }) => id)));
  const apart = documents.filter((document) => document.apart !== undefined && !profile.include.includes(document.apart) && theirs.has(document.id)).length;
  let contents: Contents = { ...none, apart };
  yield contents;
  for (const id of personIds) {
    const person = context.person(id);
    if (person === undefined) continue;
    contents = withChapter(contents, personChapter(context, person), (documentId) => byId.get(documentId), profile);
    yield contents;
  }
  return contents;
}
