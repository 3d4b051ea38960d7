import type { GridMark, MarkRow, PacketBlock } from '../report/agency-packet/model.ts';
import { statusFacts, type Status } from '../rules/status.ts';
import { statusInk, type Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import type { Flow } from './flow.ts';
import { ink, measure, type, type Style } from './ink.ts';
import { linesOf } from './lines.ts';

type Marks = Extract<PacketBlock, { readonly kind: 'marks' }>;

const head: Style = { ...type.caps, size: 6.2, tracking: 0.1 };
const word: Style = { face: 'sans', size: 6.3, line: 1.3, colour: ink.ink };
const rowHeight = 13.2;
const groupHeight = 15;
const markSize = 8;
const keptLines = 12;

function drawMark(canvas: Canvas, mark: GridMark, words: boolean, x: number, y: number, width: number): void {
  if (mark === 'outside') canvas.box(x, y, width, rowHeight, ink.tint);
  else if (mark === 'none') canvas.line('–', word, x, y + 2.2, width, words ? 'left' : 'centre');
  else if (words) {
    canvas.mark(mark, x + 1, y + 2.9, 7.4, statusInk(mark));
    canvas.line(statusFacts[mark].word, { ...word, colour: statusInk(mark), face: statusFacts[mark].compliant ? 'sans' : 'bold' }, x + 10.5, y + 2.3, width - 11);
  } else canvas.mark(mark, x + (width - markSize) / 2, y + (rowHeight - markSize) / 2, markSize, statusInk(mark));
}

/**
 * A grid of verdicts: names on the left, a column a requirement or a period. It goes on over pages with its heads and the heading of
 * the site repeated; a line is never parted.
 */
export function drawMarks(flow: Flow, faces: Faces, block: Marks, left: number): void {
  const width = (measure - block.labelWidth) / Math.max(1, block.heads.length);
  // Short names carry soft breaks for narrow cells ("Refer- ences"): here they are words again.
  const heads = block.heads.map((text) => text.split('\n').flatMap((part) => linesOf(faces, part.replace(/([a-z])- (?=[a-z])/g, '$1'), head, width - 3, 3)));
  const lines = Math.max(1, ...heads.map((each) => each.length));
  const headHeight = lines * head.size * head.line + 8;
  const titleHeight = 20;
  const under: { group: string | null } = { group: null };

  const begin = (continued: boolean): void => {
    // Not a few lines at the foot of a page, where the whole would stand on the next.
    const top = flow.take(titleHeight + headHeight, Math.min(keptLines, block.rows.length) * rowHeight + groupHeight);
    const canvas = flow.page();
    canvas.line(continued ? `${block.title}, continued` : block.title, type.section, left, top + 5, measure);
    const y = top + titleHeight;
    canvas.box(left, y, measure, headHeight, ink.tint);
    canvas.rule(left, left + measure, y, 0.8, ink.ink);
    canvas.rule(left, left + measure, y + headHeight, 0.6, ink.ink);
    canvas.line(block.labelHead, type.caps, left + 3, y + 4, block.labelWidth - 4);
    heads.forEach((each, index) => {
      each.forEach((text, at) => { canvas.line(text, head, left + block.labelWidth + index * width + (block.words ? 1 : 0), y + 4 + at * head.size * head.line, width - 1, block.words ? 'left' : 'centre'); });
    });
    under.group = null;
  };
  const groupLine = (name: string): void => {
    const top = flow.take(groupHeight, rowHeight);
    flow.page().line(name, type.contentsBold, left + 3, top + 4, measure - 6);
    flow.page().rule(left, left + measure, top + groupHeight, 0.4, ink.rule);
    under.group = name;
  };

  begin(false);
  for (const row of block.rows) {
    const height = row.note === null ? rowHeight : rowHeight + 7.5;
    if (flow.y() + height + (row.group === null || row.group === under.group ? 0 : groupHeight) > flow.sheet.bodyBottom) begin(true);
    if (row.group !== null && row.group !== under.group) groupLine(row.group);
    drawRow(flow, block, row, left, width, height);
  }
  if (block.rows.length === 0) flow.page().line(block.empty, type.cell, left + 3, flow.take(16) + 3, measure);
}

function drawRow(flow: Flow, block: Marks, row: MarkRow, left: number, width: number, height: number): void {
  const top = flow.take(height);
  const canvas = flow.page();
  canvas.line(row.label, type.contents, left + 3, top + 1.8, block.labelWidth - 6);
  if (row.note !== null) canvas.line(row.note, { ...type.small, size: 6.2 }, left + 3, top + 11, block.labelWidth - 6);
  row.cells.forEach((cell, index) => { drawMark(canvas, cell, block.words, left + block.labelWidth + index * width, top + (height - rowHeight) / 2, width); });
  if (!block.words) for (let index = 0; index <= row.cells.length; index += 1) canvas.post(left + block.labelWidth + index * width, top, top + height, 0.3, ink.hair);
  canvas.rule(left, left + measure, top + height, 0.4, ink.hair);
}

/** What the marks of the grids below mean; only those that occur. */
export function drawLegend(flow: Flow, statuses: readonly Status[], outside: boolean, order: readonly Status[], left: number): void {
  const entries: readonly (Status | 'outside')[] = [...order.filter((status) => statuses.includes(status)), ...(outside ? ['outside' as const] : [])];
  let x = left;
  let top = flow.take(15);
  for (const entry of entries) {
    const canvas = flow.page();
    const words = entry === 'outside' ? 'outside the period judged' : statusFacts[entry].word.toLowerCase();
    const wide = canvas.faces.width(words, type.small.face, type.small.size);
    if (x + 13 + wide > left + measure) {
      x = left;
      top = flow.take(12);
    }
    if (entry === 'outside') flow.page().box(x, top + 1, 9, 8, ink.tint, ink.hair);
    else flow.page().mark(entry, x, top + 1, 8, statusInk(entry));
    flow.page().line(words, type.small, x + 12, top + 0.6, wide + 1);
    x += wide + 27;
  }
}
