import type { ExhibitDocument, ExhibitPage } from '../report/binder-model.ts';
import type { BinderTab } from '../rules/requirement.ts';
import type { Status } from '../rules/status.ts';
import type { FaceName } from './faces.ts';
import type { Ink, Style } from './ink.ts';

/** A status, or what became of one search: a possible match decided, or a search that could not be made. */
export type Mark = Status | 'cleared' | 'unable';

/** One thing drawn on a page; points, origin top left, `y` of text is the baseline. */
export type Op =
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly face: FaceName; readonly size: number; readonly colour: Ink; readonly tracking: number }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly width: number; readonly colour: Ink }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: Ink | null; readonly stroke: Ink | null }
  /** Large, light, across the whole page, behind everything else. */
  | { readonly kind: 'watermark'; readonly text: string }
  | { readonly kind: 'mark'; readonly mark: Mark; readonly x: number; readonly y: number; readonly size: number; readonly colour: Ink };

/** A clickable area and the name of the place it leads to. */
export type PageLink = { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly to: string };

/** A named place: `person:ID`, `person:ID/checklist`, `person:ID/row/4` and the like. */
export type Place = { readonly name: string; readonly y: number };

/**
 * Text that names the page of a place, set once every page of the binder has its number: `before`, the number, `after`. Where the place is not
 * in the binder `otherwise` is set, or nothing. `y` is the top of the line; the width is the most it takes.
 */
export type LateText = {
  readonly to: string; readonly before: string; readonly after: string; readonly otherwise: string | null;
  readonly style: Style; readonly x: number; readonly y: number; readonly width: number; readonly align: 'left' | 'right' | 'centre';
};

/** What is set in the stamp of an exhibit, gap or certificate page. */
export type Stamp = { readonly exhibit: string; readonly page: number; readonly of: number; readonly lines: readonly string[] };

/**
 * What stands round the body of a page and is set when it is bound: the name at its head, the letter at its side, the stamp at its foot, and on a
 * cover the box that names fingerprint, key and log, with its top at `proof`.
 */
export type PageHead = { readonly name: string | null; readonly tab: BinderTab | null; readonly stamp: Stamp | null; readonly proof: number | null };

/** A page of a document that is placed into the exhibit frame of a page. */
export type SourcePage = { readonly document: ExhibitDocument; readonly page: ExhibitPage };

/** A page made up: nothing in it depends on where in a file it will stand, or on when the file is made. */
export type PagePlan = {
  readonly ops: readonly Op[]; readonly links: readonly PageLink[]; readonly places: readonly Place[];
  readonly late: readonly LateText[]; readonly head: PageHead; readonly source: SourcePage | null;
};

/** A bookmark: its title and the place it leads to. */
export type Bookmark = { readonly title: string; readonly to: string; readonly children: readonly Bookmark[] };

/** Pages made up in advance: every line broken, every row whole, so that counts are known before anything is drawn. */
export type Plan = { readonly pages: readonly PagePlan[]; readonly bookmarks: readonly Bookmark[] };
