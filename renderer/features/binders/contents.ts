import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import { isPurged } from '../../../shared/model/document.ts';
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
  readonly notShown: readonly Omission[];
  /** Documents, not pages: nobody looked them over, and something is to be taken out. */
  readonly notLookedOver: number;
  /** Papers that are kept apart and stay out. */
  readonly apart: number;
};

const none: Contents = { people: 0, exhibits: 0, pages: 0, gaps: 0, medical: 0, rasterised: 0, leftOut: [], notShown: [], notLookedOver: 0, apart: 0 };

/** Adds what one person's chapter brings. */
export function withChapter(before: Contents, chapter: PersonChapter, isLookedOver: (documentId: string) => boolean): Contents {
  const { personId, name } = chapter;
  let { exhibits, pages, gaps, medical, rasterised, notLookedOver } = before;
  const leftOut = [...before.leftOut];
  const notShown = [...before.notShown];
  for (const { number, title, body } of chapter.exhibits.flatMap((tab) => tab.entries)) {
    const what = `${number} ${title}`;
    switch (body.kind) {
      case 'document': {
        const counted = (show: ExhibitPage['show']): readonly ExhibitPage[] => body.document.pages.filter((page) => page.show === show);
        const gone = counted('left-out');
        exhibits += 1;
        pages += body.document.pages.length - gone.length;
        rasterised += counted('rasterised').length;
        if (!isLookedOver(body.document.documentId)) notLookedOver += 1;
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
  return { ...before, people: before.people + 1, exhibits, pages, gaps, medical, rasterised, notLookedOver, leftOut, notShown };
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
  const lookedOver = new Set(documents.filter(({ lookedOver: pages }) => pages !== undefined).map(({ id }) => id));
  const theirs = new Set(file.evidence.filter(({ personId }) => chosen.has(personId)).flatMap((item) => (item.documents ?? []).map(({ id }) => id)));
  const apart = documents.filter((document) => document.apart !== undefined && !profile.include.includes(document.apart) && theirs.has(document.id)).length;
  let contents: Contents = { ...none, apart };
  yield contents;
  for (const id of personIds) {
    const person = context.person(id);
    if (person === undefined) continue;
    contents = withChapter(contents, personChapter(context, person), (documentId) => lookedOver.has(documentId));
    yield contents;
  }
  return contents;
}
