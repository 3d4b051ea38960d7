import { statusFacts, type Status } from '../rules/status.ts';
import type { Faces } from './faces.ts';
import { ink, type, type Ink, type Style } from './ink.ts';
import { clipped, linesOf } from './lines.ts';
import type { LateText, Mark, Op, PageHead, PageLink, PagePlan, Place } from './page-plan.ts';

/** The word printed beside a status mark. */
export const statusWord = (status: Status): string => (status === 'not-applicable' ? 'N/A' : statusFacts[status].word.toUpperCase());

/** Only findings are set in the alarm colour. */
export const statusInk = (status: Status): Ink => (statusFacts[status].compliant ? ink.ink : ink.alarm);

/** What stands before and after a page number (nothing by default), and what instead of it all where the page is not in the binder. */
export type LateWords = { readonly before?: string; readonly after?: string; readonly otherwise?: string };

const bare: PageHead = { name: null, tab: null, stamp: null, proof: null };

/** The same pages with so much of their heads filled in. */
export const headed = (pages: readonly PagePlan[], head: Partial<PageHead>): readonly PagePlan[] => pages.map((page) => ({ ...page, head: { ...page.head, ...head } }));

/** A page being made up: measured text, rules, boxes and marks put at their places. */
export type Canvas = {
  readonly faces: Faces;
  /** One line with its top at `y`, cut with an ellipsis where it is wider than `width`. Returns its height. */
  readonly line: (text: string, style: Style, x: number, y: number, width: number, align?: 'left' | 'right' | 'centre') => number;
  /** Lines already broken, from `y` down. Returns their height. */
  readonly lines: (lines: readonly string[], style: Style, x: number, y: number) => number;
  /** Text broken to `width`. Returns its height. */
  readonly paragraph: (text: string, style: Style, x: number, y: number, width: number, maxLines?: number) => number;
  readonly rule: (x1: number, x2: number, y: number, width: number, colour: Ink) => void;
  readonly post: (x: number, y1: number, y2: number, width: number, colour: Ink) => void;
  /** A straight line from point to point. */
  readonly slope: (x1: number, y1: number, x2: number, y2: number, width: number, colour: Ink) => void;
  readonly box: (x: number, y: number, width: number, height: number, fill: Ink | null, stroke?: Ink | null) => void;
  readonly mark: (mark: Mark, x: number, y: number, size: number, colour: Ink) => void;
  /** Mark and word of a status, the word's line at `y`. */
  readonly status: (status: Status, x: number, y: number, width: number) => void;
  /** Text that names the page `to` is on, set when the binder is bound; room is kept for the widest number. */
  readonly late: (to: string, words: LateWords, style: Style, x: number, y: number, width: number, align?: 'left' | 'right' | 'centre') => void;
  readonly link: (x: number, y: number, width: number, height: number, to: string) => void;
  readonly place: (name: string, y: number) => void;
  readonly finish: () => PagePlan;
};

export function newCanvas(faces: Faces): Canvas {
  const ops: Op[] = [];
  const links: PageLink[] = [];
  const places: Place[] = [];
  const late: LateText[] = [];

  function put(text: string, style: Style, x: number, y: number): void {
    const base = y + faces.baseline(style.face, style.size, style.line);
    const tracking = style.tracking ?? 0;
    let at = x;
    for (const run of faces.runs(text, style.face)) {
      ops.push({ kind: 'text', x: at, y: base, text: run.text, face: run.face, size: style.size, colour: style.colour, tracking });
      at += faces.width(run.text, run.face, style.size, tracking);
    }
  }

  const canvas: Canvas = {
    faces,
    line: (text, style, x, y, width, align = 'left') => {
      const shown = clipped(faces, text, style, width);
      if (align === 'left') put(shown, style, x, y);
      else {
        const spare = width - (faces.width(shown, style.face, style.size, style.tracking) - (style.tracking ?? 0));
        put(shown, style, x + (align === 'right' ? spare : spare / 2), y);
      }
      return style.size * style.line;
    },
    lines: (lines, style, x, y) => {
      lines.forEach((line, index) => { put(line, style, x, y + index * style.size * style.line); });
      return lines.length * style.size * style.line;
    },
    paragraph: (text, style, x, y, width, maxLines) => canvas.lines(linesOf(faces, text, style, width, maxLines), style, x, y),
    rule: (x1, x2, y, width, colour) => { ops.push({ kind: 'line', x1, y1: y, x2, y2: y, width, colour }); },
    post: (x, y1, y2, width, colour) => { ops.push({ kind: 'line', x1: x, y1, x2: x, y2, width, colour }); },
    slope: (x1, y1, x2, y2, width, colour) => { ops.push({ kind: 'line', x1, y1, x2, y2, width, colour }); },
    box: (x, y, width, height, fill, stroke = null) => { ops.push({ kind: 'box', x, y, width, height, fill, stroke }); },
    mark: (mark, x, y, size, colour) => { ops.push({ kind: 'mark', mark, x, y, size, colour }); },
    status: (status, x, y, width) => {
      const style = { ...type.status, colour: statusInk(status) };
      canvas.mark(status, x, y + 0.4, 9, style.colour);
      canvas.line(statusWord(status), style, x + 13, y, width - 13);
    },
    late: (to, { before = '', after = '', otherwise }, style, x, y, width, align = 'left') => {
      late.push({ to, before, after, otherwise: otherwise ?? null, style, x, y, width, align });
    },
    link: (x, y, width, height, to) => { links.push({ x, y, width, height, to }); },
    place: (name, y) => { places.push({ name, y }); },
    finish: () => ({ ops, links, places, late, head: bare, source: null }),
  };
  return canvas;
}
