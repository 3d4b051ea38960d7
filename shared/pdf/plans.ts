import { dateWords } from '../wording.ts';
import type { AgencyFront, PersonChapter } from '../report/binder-model.ts';
import { appendixPages } from './appendix-pages.ts';
import { checklistPages } from './checklist-pages.ts';
import { headed } from './canvas.ts';
import { contentsPages, staffPages } from './contents-pages.ts';
import { agencyCover, personCover } from './cover.ts';
import type { Faces } from './faces.ts';
import { findingsPages } from './findings-pages.ts';
import type { BodyFacts } from './frame.ts';
import { gridPages } from './grid-pages.ts';
import type { Bookmark, Plan } from './page-plan.ts';

/**
 * Makes up one person's chapter.
 * @param own true for a binder of this person alone: it then has contents and the appendix itself
 */
export function planChapter(faces: Faces, facts: BodyFacts, chapter: PersonChapter, own: boolean): Plan {
  const sections = {
    checklist: checklistPages(faces, facts, chapter),
    findings: findingsPages(faces, facts, chapter),
    grid: chapter.grid === null ? [] : gridPages(faces, facts, chapter, chapter.grid),
    appendix: own ? appendixPages(faces, facts, chapter.appendix, 'appendix') : [],
  };
  const counts: Readonly<Record<string, number>> = Object.fromEntries(Object.entries(sections).map(([name, pages]) => [name, pages.length]));
  const contents = own ? contentsPages(faces, facts, chapter, (section) => counts[section] ?? null) : [];
  const rest = [...contents, ...sections.checklist, ...sections.findings, ...sections.grid, ...sections.appendix];
  const base = `person:${chapter.personId}`;
  return {
    pages: [personCover(faces, facts, chapter), ...headed(rest, { name: chapter.name })],
    bookmarks: [{ title: chapter.name, to: base, children: chapterBookmarks(chapter, own) }],
  };
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

/** The first pages of an agency's binder. */
export function planFront(faces: Faces, facts: BodyFacts, front: AgencyFront): Plan {
  const rest = headed(staffPages(faces, facts, front), { name: `${facts.agencyName} · personnel binder` });
  return { pages: [agencyCover(faces, facts, front), ...rest], bookmarks: [{ title: 'Cover', to: 'cover', children: [] }, { title: 'Contents', to: 'contents', children: [] }] };
}

/** The last pages of an agency's binder. */
export function planBack(faces: Faces, facts: BodyFacts, front: AgencyFront): Plan {
  const pages = headed(appendixPages(faces, facts, front.appendix, 'appendix'), { name: `${facts.agencyName} · as of ${dateWords(facts.asOf)}` });
  return { pages, bookmarks: [{ title: 'Appendix 1: Citations and readings', to: 'appendix', children: [] }] };
}
