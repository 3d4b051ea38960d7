import type { BinderSection } from '../model/recipient-profile.ts';
import { dateWords } from '../wording.ts';
import type { AgencyFront, PersonChapter } from '../report/binder-model.ts';
import { appendixPages } from './appendix-pages.ts';
import { checklistPages } from './checklist-pages.ts';
import { headed } from './canvas.ts';
import { contentsPages, staffPages, type Section } from './contents-pages.ts';
import { agencyCover, personCover } from './cover.ts';
import { exhibitTabs, tabPages, type MadeTab } from './exhibit-pages.ts';
import type { Faces } from './faces.ts';
import { findingsPages } from './findings-pages.ts';
import type { BodyFacts } from './frame.ts';
import { gridPages } from './grid-pages.ts';
import { manifestPages, verifyPages } from './manifest-pages.ts';
import type { Bookmark, PagePlan, Plan } from './page-plan.ts';
import { exhibitPlace, exhibitTabPlace } from './places.ts';
import { changesPages, crosswalkPages, historyPages } from './record-pages.ts';

/** One section made up: what the contents and the bookmarks say of it, and its pages. */
type Made = Section & { readonly made: readonly PagePlan[]; readonly bookmarks: readonly Bookmark[] };

const leaf = (title: string, to: string): Bookmark => ({ title, to, children: [] });

function sectionOf(faces: Faces, facts: BodyFacts, chapter: PersonChapter, own: boolean, section: BinderSection): Made | null {
  const base = `person:${chapter.personId}`;
  const plain = (title: string, to: string, made: readonly PagePlan[], children: readonly Bookmark[] = []): Made => ({ title, to, pages: made.length, made, bookmarks: [{ title, to, children }] });
  switch (section) {
    case 'checklist': {
      const made = plain('Requirement checklist', `${base}/checklist`, checklistPages(faces, facts, chapter), chapter.checklist.flatMap((part, index) =>
        part.tabs.map((tab) => leaf(`${tab.tab} ${tab.title}${part.heading === null ? '' : ` (${part.heading})`}`, `${base}/tab/${index}/${tab.tab}`))));
      return made;
    }
    case 'findings':
      return plain('Findings and lapses', `${base}/findings`, findingsPages(faces, facts, chapter));
    case 'history':
      return plain('History of findings', `${base}/history`, historyPages(faces, facts, chapter));
    case 'grid':
      return chapter.grid === null ? null : plain('Exclusion checks, month by month', `${base}/grid`, gridPages(faces, facts, chapter, chapter.grid));
    case 'exhibits':
      return exhibits('Exhibits', chapter, exhibitTabs(faces, facts, chapter, () => true));
    case 'certificates':
      // Certificates are exhibits; they stand alone only where the other exhibits are left out.
      return chapter.sections.includes('exhibits') ? null : exhibits('Exclusion certificates', chapter, exhibitTabs(faces, facts, chapter, (entry) => entry.body.kind === 'certificates'));
    case 'crosswalk':
      return plain('Crosswalk: item, exhibit, page', `${base}/crosswalk`, crosswalkPages(faces, facts, chapter));
    case 'citations':
      return own ? plain('Appendix 1: Citations and readings', 'appendix', appendixPages(faces, facts, chapter.appendix, 'appendix')) : null;
    case 'manifest':
      return own
        ? plain('Appendix 2: Manifest and how to verify', 'manifest', manifestPages(faces, facts, chapter, true))
        : plain('Manifest', `${base}/manifest`, manifestPages(faces, facts, chapter, false));
  }
}

function exhibits(title: string, chapter: PersonChapter, tabs: readonly MadeTab[]): Made | null {
  const [first] = tabs;
  if (first === undefined) return null;
  const place = (tab: MadeTab): string => exhibitTabPlace(chapter.personId, tab.tab);
  const made = tabs.flatMap(tabPages);
  const children = tabs.map((tab): Bookmark => ({
    title: `${tab.tab} ${tab.title}`, to: place(tab), children: tab.entries.map(({ entry }) => leaf(`${entry.number} ${entry.title}`, exhibitPlace(chapter.personId, entry.number))),
  }));
  return { title, to: place(first), pages: made.length, tabs, made, bookmarks: [{ title, to: place(first), children }] };
}

/**
 * Makes up one person's chapter: cover, contents, then the sections in the order the chapter names them.
 * @param own true for a binder of this person alone: it then has the appendices itself, and contents also where it has no exhibits
 */
export function planChapter(faces: Faces, facts: BodyFacts, chapter: PersonChapter, own: boolean): Plan {
  const base = `person:${chapter.personId}`;
  const sections = chapter.sections.flatMap((section) => sectionOf(faces, facts, chapter, own, section) ?? []);
  const bound = sections.some((section) => section.tabs !== undefined);
  const changes = chapter.changes === undefined ? [] : changesPages(faces, facts, chapter, chapter.changes);
  // Without exhibits the rows of the checklist are what the contents lead to.
  const rows = bound ? [] : sections.map((section): Section => (section.to === `${base}/checklist` ? { ...section, checklist: chapter.checklist } : section));
  const listedFirst: readonly Section[] = changes.length === 0 ? [] : [{ title: changesTitle, to: `${base}/changes`, pages: changes.length }];
  const contents = own || bound ? contentsPages(faces, facts, chapter, [...listedFirst, ...(bound ? sections : rows)]) : [];
  const rest = [...contents, ...changes, ...sections.flatMap((section) => section.made)].map((page) => (page.head.name === null ? { ...page, head: { ...page.head, name: chapter.name } } : page));
  return {
    pages: [personCover(faces, facts, chapter), ...rest],
    bookmarks: [{
      title: chapter.name, to: base,
      children: [
        leaf('Summary', base), ...(contents.length > 0 ? [leaf('Contents', `${base}/contents`)] : []), ...(changes.length > 0 ? [leaf(changesTitle, `${base}/changes`)] : []),
        ...sections.flatMap((section) => section.bookmarks),
      ],
    }],
  };
}

const changesTitle = 'What changed since the last binder';

/** The first pages of an agency's binder. */
export function planFront(faces: Faces, facts: BodyFacts, front: AgencyFront): Plan {
  const rest = headed(staffPages(faces, facts, front), { name: `${facts.agencyName} · personnel binder` });
  return { pages: [agencyCover(faces, facts, front), ...rest], bookmarks: [{ title: 'Cover', to: 'cover', children: [] }, { title: 'Contents', to: 'contents', children: [] }] };
}

/** The last pages of an agency's binder. */
export function planBack(faces: Faces, facts: BodyFacts, front: AgencyFront): Plan {
  const pages = headed([...appendixPages(faces, facts, front.appendix, 'appendix'), ...verifyPages(faces, facts)], { name: `${facts.agencyName} · as of ${dateWords(facts.asOf)}` });
  return { pages, bookmarks: [leaf('Appendix 1: Citations and readings', 'appendix'), leaf('Appendix 2: Manifest and how to verify', 'manifest')] };
}
