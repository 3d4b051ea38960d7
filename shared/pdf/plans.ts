import { dateWords } from '../wording.ts';
import type { AgencyFront, BinderFacts, PersonChapter } from '../report/binder-model.ts';
import { appendixPages } from './appendix-pages.ts';
import { checklistPages } from './checklist-pages.ts';
import { contentsPages, staffPages, type PageOf } from './contents-pages.ts';
import { agencyCover, personCover } from './cover.ts';
import type { Faces } from './faces.ts';
import { findingsPages } from './findings-pages.ts';
import { framed } from './frame.ts';
import { gridPages } from './grid-pages.ts';
import type { Bookmark, PagePlan, Plan } from './page-plan.ts';

/** Where a stretch of pages stands in the file: number of its first page, and pages in all. */
export type Span = { readonly first: number; readonly total: number };

const placeIndex = (pages: readonly PagePlan[]): ReadonlyMap<string, number> =>
  new Map(pages.flatMap((page, index) => page.places.map((place) => [place.name, index] as const)));

/** Pages of the sections, made up once: their heights do not depend on the page numbers printed in them. */
function body(faces: Faces, facts: BinderFacts, chapter: PersonChapter, own: boolean, before: number, first: number) {
  const checklist = checklistPages(faces, facts, chapter);
  const rows = placeIndex(checklist);
  const rowPage = (row: number): number | null => {
    const index = rows.get(`person:${chapter.personId}/row/${row}`);
    return index === undefined ? null : first + before + index;
  };
  const findings = findingsPages(faces, facts, chapter, rowPage);
  const grid = chapter.grid === null ? [] : gridPages(faces, facts, chapter, chapter.grid);
  const appendix = own ? appendixPages(faces, facts, chapter.appendix, 'appendix') : [];
  return { checklist, findings, grid, appendix };
}

/**
 * Makes up one person's chapter.
 * @param own true for a binder of this person alone: it then has contents and the appendix itself
 * @param place where it stands in the file; null where it is the whole file, or only its count of pages is wanted
 */
export function planChapter(faces: Faces, facts: BinderFacts, chapter: PersonChapter, own: boolean, place: Span | null): Plan {
  const first = place?.first ?? 1;
  const none: PageOf = () => null;
  const contentsCount = own ? contentsPages(faces, facts, chapter, none, () => null).length : 0;
  const sections = body(faces, facts, chapter, own, 1 + contentsCount, first);
  const after = [...sections.checklist, ...sections.findings, ...sections.grid, ...sections.appendix];
  const places = placeIndex(after);
  const pageOf: PageOf = (name) => {
    const index = places.get(name);
    return index === undefined ? null : first + 1 + contentsCount + index;
  };
  const counts: Readonly<Record<string, number>> = {
    checklist: sections.checklist.length, findings: sections.findings.length, grid: sections.grid.length, appendix: sections.appendix.length,
  };
  const contents = own ? contentsPages(faces, facts, chapter, pageOf, (section) => counts[section] ?? null) : [];
  const base = `person:${chapter.personId}`;
  const cover = personCover(faces, facts, chapter, pageOf);
  const made = [cover, ...contents, ...after];
  const total = place?.total ?? made.length;
  const pages = made.map((page, index) => framed(faces, facts, index === 0 ? null : chapter.name, { number: first + index, total }, page));
  return { pages, bookmarks: [{ title: chapter.name, to: base, children: chapterBookmarks(chapter, own) }] };
}

function chapterBookmarks(chapter: PersonChapter, own: boolean): readonly Bookmark[] {
  const base = `person:${chapter.personId}`;
  const leaf = (title: string, to: string): Bookmark => ({ title, to, children: [] });
  return [
    leaf('Summary', base),
    ...(own ? [leaf('Contents', `${base}/contents`)] : []),
    {
      title: 'Requirement checklist',
      to: `${base}/checklist`,
      children: chapter.checklist.flatMap((part, index) =>
        part.tabs.map((tab) => leaf(`${tab.tab} ${tab.title}${part.heading === null ? '' : ` (${part.heading})`}`, `${base}/tab/${index}/${tab.tab}`))),
    },
    leaf('Findings and lapses', `${base}/findings`),
    ...(chapter.grid === null ? [] : [leaf('Exclusion checks, month by month', `${base}/grid`)]),
    ...(own ? [leaf('Appendix 1: Citations and readings', 'appendix')] : []),
  ];
}

/** The first pages of an agency's binder. `pageOf` knows the first page of every chapter. */
export function planFront(faces: Faces, facts: BinderFacts, front: AgencyFront, pageOf: PageOf, total: number): Plan {
  const name = `${facts.agencyName} · personnel binder`;
  const pages = [agencyCover(faces, facts, front), ...staffPages(faces, facts, front, pageOf)].map((page, index) =>
    framed(faces, facts, index === 0 ? null : name, { number: index + 1, total }, page));
  return { pages, bookmarks: [{ title: 'Cover', to: 'cover', children: [] }, { title: 'Contents', to: 'contents', children: [] }] };
}

/** The last pages of an agency's binder. */
export function planBack(faces: Faces, facts: BinderFacts, front: AgencyFront, span: Span): Plan {
  const pages = appendixPages(faces, facts, front.appendix, 'appendix').map((page, index) =>
    framed(faces, facts, `${facts.agencyName} · as of ${dateWords(facts.asOf)}`, { number: span.first + index, total: span.total }, page));
  return { pages, bookmarks: [{ title: 'Appendix 1: Citations and readings', to: 'appendix', children: [] }] };
}
