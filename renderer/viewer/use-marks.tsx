import { useMemo, useState, type ReactNode } from 'react';
import { onPage, type Area, type Degrees } from '../../shared/documents/areas.ts';
import { pagesOf, pagesText } from '../../shared/documents/page-ranges.ts';
import { subjectOf } from '../../shared/documents/text-marks.ts';
import type { DocumentRecord, MarkKind, PageMark } from '../../shared/model/document.ts';
import { countOf } from '../../shared/wording.ts';
import { useSession } from '../session/session.tsx';
import { MarkLayer, type Draft } from './mark-layer.tsx';
import { markWords } from './mark-words.ts';
import type { PageSource } from './page-source.ts';
import { loggedName, type Amend } from './use-amend.ts';
import { useFoundText, type FoundOnPage, type FoundText } from './use-found-text.ts';

/** Where the keyboard's new area begins: a line of text in the upper half of the page. */
const firstArea: Area = { left: 0.3, top: 0.3, width: 0.3, height: 0.03 };

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
/** Most of an area lies in another one: it is taken out with it already. */
function isWithin(inner: Area, outer: Area): boolean {
  const width = Math.min(inner.left + inner.width, outer.left + outer.width) - Math.max(inner.left, outer.left);
  const height = Math.min(inner.top + inner.height, outer.top + outer.height) - Math.max(inner.top, outer.top);
  return width > 0 && height > 0 && width * height > 0.9 * inner.width * inner.height;
}

/** Marking what must be taken out of a document for recipients who must not read it. */
export type Marking = {
  readonly marks: readonly PageMark[];
  readonly proposed: readonly FoundOnPage[];
  readonly text: FoundText;
  readonly lookedOver: ReadonlySet<number>;
  readonly draft: Draft | null;
  readonly what: MarkKind;
  readonly setWhat: (what: MarkKind) => void;
  readonly begin: (page: number) => void;
  readonly drop: () => void;
  readonly record: () => void;
  readonly accept: (found: readonly FoundOnPage[]) => void;
  readonly remove: (mark: PageMark) => void;
  readonly look: (pages: readonly number[], over: boolean) => void;
  readonly overlay: (page: number, turn: Degrees) => ReactNode;
  readonly signs: (page: number) => string | null;
};

/** `active`: whether areas can be drawn now. `people`: whose data the text is searched for. */
export function useMarks(document: DocumentRecord, amend: Amend, source: PageSource | null, people: readonly string[], active: boolean): Marking {
  const { file, canRecord } = useSession();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [what, setWhat] = useState<MarkKind>('birth-date');
  const subjects = useMemo(() => file.people.filter(({ id }) => people.includes(id)).map(subjectOf), [file.people, people]);
  const text = useFoundText(source, subjects, active);
  const pages = source?.pages ?? document.pages ?? 0;
  const lookedOver = useMemo(() => new Set(document.lookedOver === undefined ? [] : pagesOf(document.lookedOver, pages)), [document.lookedOver, pages]);
  const marks = document.marks ?? [];
  const proposed = text.found.filter((found) => !marks.some((mark) => mark.page === found.page && isWithin(found, mark)));

  const put = (added: readonly PageMark[]): void => {
    const on = pagesText(added.map(({ page }) => page));
    void amend({ marks: [...marks, ...added] }, `Marked ${countOf(added.length, 'area')} to be taken out on page ${on} of ${loggedName(document)}`);
  };
  const markOf = (page: number, area: Area, kind: MarkKind): PageMark => {
    const { left, top, width, height } = onPage(area);
    return { page, left: rounded(left), top: rounded(top), width: rounded(Math.min(width, 1 - left)), height: rounded(Math.min(height, 1 - top)), what: kind };
  };
  const record = (): void => {
    if (draft === null) return;
    put([markOf(draft.page, draft.area, what)]);
    setDraft(null);
  };
  return {
    marks, proposed, text, lookedOver, draft, what, setWhat, record,
    begin: (page) => setDraft({ page, area: firstArea }),
    drop: () => setDraft(null),
    accept: (found) => put(found.map((each) => markOf(each.page, each, each.what))),
    remove: (mark) => void amend({ marks: marks.filter((each) => each !== mark) }, `Took a mark (${markWords[mark.what].toLowerCase()}) off page ${mark.page} of ${loggedName(document)}`, `The mark on page ${mark.page} is gone.`),
    look: (seen, over) => {
      const next = over ? [...lookedOver, ...seen] : [...lookedOver].filter((page) => !seen.includes(page));
      const words = pagesText(seen);
      void amend({ lookedOver: next.length === 0 ? null : pagesText(next) }, `${over ? 'Looked over' : 'No longer looked over:'} page ${words} of ${loggedName(document)}`);
    },
    overlay: (page, turn) => (
      <MarkLayer
        page={page}
        turn={turn}
        marks={marks.filter((mark) => mark.page === page)}
        proposed={active ? proposed.filter((each) => each.page === page) : []}
        draft={draft}
        drawing={active && canRecord}
        onDraft={setDraft}
        onEnter={record}
      />
    ),
    signs: (page) => {
      const here = marks.filter((mark) => mark.page === page).length;
      return here === 0 ? null : countOf(here, 'mark');
    },
  };
}
