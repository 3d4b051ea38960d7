import type { Status } from '../rules/status.ts';
import { newCanvas, statusInk, statusWord } from './canvas.ts';
import type { Faces } from './faces.ts';
import { ink, measure, sheets, type, type Style } from './ink.ts';
import { linesOf } from './lines.ts';
import type { PagePlan } from './page-plan.ts';
import type { Paper } from '../report/binder-job.ts';

export type NoticeFact = { readonly label: string; readonly text: string; readonly style?: Style };

/** A line that leads somewhere and names the page once it is known. */
export type NoticeSee = { readonly words: string; readonly to: string };

/** A page that stands where a document would be: what it is, why there is nothing, and where more is said. */
export type Notice = {
  readonly kicker: string; readonly title: string; readonly status: Status | null;
  readonly facts: readonly NoticeFact[]; readonly see: readonly NoticeSee[]; readonly note: string | null; readonly place: string | null;
};

const inset = 28;
const label = 92;
const titles = [20, 16, 13].map((size): Style => ({ face: 'serif', size, line: 1.25, colour: ink.ink }));
const mostFacts = 9;
const mostLines = 20;
const mostSee = 4;

/** Makes up a notice: one page, however long its texts are; what does not fit ends in an ellipsis. */
export function noticePage(faces: Faces, paper: Paper, notice: Notice): PagePlan {
  const { left, bodyTop, bodyBottom } = sheets[paper];
  const width = measure - 2 * inset;
  const x = left + inset;
  const shown = notice.facts.slice(0, mostFacts);
  const style = titles.find((each) => linesOf(faces, notice.title, each, width, 9).length <= 2) ?? titles.at(-1) ?? type.h2;
  const title = linesOf(faces, notice.title, style, width, 3);
  const perFact = Math.max(1, Math.floor(mostLines / Math.max(1, shown.length)));
  const rows = shown.map(({ label: name, text, style: own = type.body }) => ({ name, style: own, lines: linesOf(faces, text, own, width - label, Math.max(perFact, 2)) }));
  const see = notice.see.slice(0, mostSee);
  const rowHeights = rows.map((row) => Math.max(row.lines.length, 1) * row.style.size * row.style.line + 9.4);
  const seeHeight = see.length === 0 ? 0 : see.length * 12.6 + 9.4;
  const height = 28 + 20 + title.length * style.size * style.line + (notice.status === null ? 10 : 30) + rowHeights.reduce((sum, each) => sum + each, 0) + seeHeight + 24;
  const top = Math.max(bodyTop + 4, Math.min(180, bodyBottom - 30 - height));

  const canvas = newCanvas(faces);
  if (notice.place !== null) canvas.place(notice.place, 60);
  canvas.box(left, top, measure, height, null, ink.ink);
  let y = top + 28;
  canvas.line(notice.kicker, type.kicker, x, y, width);
  y += 20;
  y += canvas.lines(title, style, x, y);
  if (notice.status !== null) {
    const colour = statusInk(notice.status);
    canvas.mark(notice.status, x, y + 5.6, 10, colour);
    canvas.line(statusWord(notice.status), { ...type.status, colour }, x + 15, y + 5.6, width - 15);
    y += 20;
  }
  y += 10;
  rows.forEach((row, index) => {
    canvas.rule(x, x + width, y, 0.4, ink.hair);
    canvas.line(row.name, type.cellGrey, x, y + 5.4, label - 6);
    canvas.lines(row.lines, row.style, x + label, y + 4.7);
    y += rowHeights[index] ?? 0;
  });
  if (see.length > 0) {
    canvas.rule(x, x + width, y, 0.4, ink.hair);
    canvas.line('See', type.cellGrey, x, y + 5.4, label - 6);
    see.forEach(({ words, to }, index) => {
      const at = y + 4.7 + index * 12.6;
      canvas.late(to, { before: `${words}, page `, otherwise: words }, type.body, x + label, at, width - label);
      canvas.link(x + label, at, width - label, 12.6, to);
    });
  }
  if (notice.note !== null) canvas.paragraph(notice.note, type.small, left, top + height + 8, measure, 2);
  return canvas.finish();
}
