import type { PacketBlock, PacketCell, PacketText } from '../report/agency-packet/model.ts';
import { statusPrecedence } from '../rules/status.ts';
import { drawLegend, drawMarks } from './agency-packet-grid.ts';
import type { Faces } from './faces.ts';
import type { Flow } from './flow.ts';
import { ink, measure, type, type Style } from './ink.ts';
import { linesOf } from './lines.ts';
import { cellInset, drawStretches, rowHeight, rowPadding, stretch, tableHead, type Stretch } from './table.ts';

type Table = Extract<PacketBlock, { readonly kind: 'table' }>;
type Scores = Extract<PacketBlock, { readonly kind: 'scores' }>;
type Trend = Extract<PacketBlock, { readonly kind: 'trend' }>;

const tones: Readonly<Record<PacketText['tone'], Style>> = { plain: type.cell, bold: type.cellBold, quiet: type.small, alarm: { ...type.cellBold, colour: ink.alarm } };
/** Hostile text is cut before a row outgrows a page. */
const longest = 14;
/** A heading stands with its table's head and first row. */
const keptBelow = 84;

const stretches = (faces: Faces, cell: PacketCell, width: number): readonly Stretch[] =>
  cell.kind === 'text'
    ? cell.texts.map((each) => stretch(faces, each.text, tones[each.tone], width, longest))
    // The word is drawn with its mark; an empty line keeps its room.
    : [{ lines: [' '], style: { ...type.status, line: 1.5 } }, ...cell.below.map((text) => stretch(faces, text, type.small, width, 2))];

function drawTable(flow: Flow, faces: Faces, block: Table, left: number, running: (heads: Table['columns'] | null) => void): void {
  if (block.rows.length === 0) {
    flow.page().line(block.empty, type.cell, left, flow.take(20) + 5, measure);
    return;
  }
  const made = block.rows.map((row) => {
    const cells = row.cells.map((cell, index) => stretches(faces, cell, block.columns[index]?.width ?? 0));
    return { row, cells, height: rowHeight(cells) };
  });
  const top = flow.take(20, made[0]?.height ?? 0) + 3.5;
  tableHead(flow.page(), block.columns, left, top);
  running(block.columns);
  for (const { row, cells, height } of made) {
    const y = flow.take(height);
    const canvas = flow.page();
    if (row.place !== null) canvas.place(row.place, y);
    let x = left;
    cells.forEach((cell, index) => {
      const width = block.columns[index]?.width ?? 0;
      const source = row.cells[index];
      if (source?.kind === 'status') {
        canvas.status(source.status, x + cellInset, y + rowPadding, width - cellInset);
        drawStretches(canvas, cell.slice(1), x, y + rowPadding + 12);
      } else drawStretches(canvas, cell, x, y + rowPadding);
      x += width;
    });
    if (row.to !== null) canvas.link(left, y, measure, height, row.to);
    canvas.rule(left, left + measure, y + height, 0.4, ink.hair);
  }
  running(null);
}

const scoreRow = 13;

/** Items by reviews: the rating as a figure, those of 1 to 3 in a box. */
function drawScores(flow: Flow, { heads, rows, totals }: Scores, left: number): void {
  const width = Math.min(54, 250 / Math.max(1, heads.length));
  const names = measure - 24 - width * heads.length;
  const begin = (continued: boolean): void => {
    const top = flow.take(16.5, continued ? scoreRow : rows.length * scoreRow + 16);
    tableHead(flow.page(), [{ head: '', width: 24 }, { head: 'ITEM', width: names }, ...heads.map((): { head: string; width: number; align: 'centre' } => ({ head: '', width, align: 'centre' }))], left, top);
    heads.forEach((head, index) => { flow.page().line(head, { ...type.caps, size: width < 40 ? 5.2 : 6.2, tracking: 0 }, left + 24 + names + index * width, top + 4.6, width, 'centre'); });
  };
  begin(false);
  for (const row of rows) {
    if (flow.y() + scoreRow > flow.sheet.bodyBottom) begin(true);
    const top = flow.take(scoreRow);
    const canvas = flow.page();
    canvas.line(String(row.item), type.cell, left, top + 1.4, 18, 'right');
    canvas.line(row.name ?? 'name: agency to confirm', row.name === null ? type.small : type.cell, left + 27, top + (row.name === null ? 2 : 1.4), names - 6);
    row.scores.forEach((score, index) => {
      const x = left + 24 + names + index * width;
      if (score === null) canvas.line('–', type.cell, x, top + 1.4, width, 'centre');
      else {
        const low = score <= 3;
        if (low) canvas.box(x + width / 2 - 6, top + 1.2, 12, 10.6, null, ink.ink);
        canvas.line(String(score), low ? type.cellBold : type.cell, x, top + 1.4, width, 'centre');
      }
    });
    canvas.rule(left, left + measure, top + scoreRow, 0.4, ink.hair);
  }
  const top = flow.take(scoreRow + 3);
  flow.page().line('Total of 125', type.cellBold, left + 27, top + 2.4, names - 6);
  totals.forEach((total, index) => { flow.page().line(total === null ? '–' : String(total), type.cellBold, left + 24 + names + index * width, top + 2.4, width, 'centre'); });
  flow.page().rule(left, left + measure, top + scoreRow + 3, 0.6, ink.ink);
}

const trendHeight = 118;

/** Totals from review to review, with the totals that decide as lines across. Legible without colour: every point carries its figure. */
function drawTrend(flow: Flow, { points, lines }: Trend, left: number): void {
  const top = flow.take(trendHeight + 26) + 8;
  const canvas = flow.page();
  const right = left + measure - 108;
  const [low, high] = [Math.min(60, ...points.map((point) => point.total)) - 5, 125];
  const y = (total: number): number => top + 10 + ((high - total) / (high - low)) * (trendHeight - 22);
  const x = (index: number): number => left + 26 + (points.length === 1 ? 0 : (index / (points.length - 1)) * (right - left - 60));
  for (const line of lines) {
    if (line.at < low) continue;
    canvas.rule(left, right, y(line.at), 0.5, ink.rule);
    canvas.line(line.words, type.small, right + 4, y(line.at) - 4.6, 104);
  }
  canvas.rule(left, right, top + trendHeight - 4, 0.6, ink.ink);
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next !== undefined) canvas.slope(x(index), y(point.total), x(index + 1), y(next.total), 1.1, ink.ink);
    canvas.box(x(index) - 2.2, y(point.total) - 2.2, 4.4, 4.4, ink.ink);
    canvas.line(String(point.total), type.cellBold, x(index) - 20, y(point.total) - 14, 40, 'centre');
    // Dates of many reviews stand on two levels.
    canvas.line(point.words, { ...type.small, size: 6.2 }, x(index) - 30, top + trendHeight - 2 + (points.length > 6 && index % 2 === 1 ? 8 : 0), 60, 'centre');
  });
}

/** Draws one block at the end of what is there. `running` is told the table going on, so that the next page repeats its heads. */
export function drawBlock(flow: Flow, faces: Faces, block: PacketBlock, left: number, running: (heads: Table['columns'] | null) => void): void {
  switch (block.kind) {
    case 'heading': {
      const [height, style] = block.level === 1 ? [30, { ...type.h2, size: 13 }] : [22, type.h2];
      const top = flow.take(height, keptBelow);
      if (block.place !== null) flow.page().place(block.place, top + 8);
      flow.page().line(block.text, style, left, top + height - 17, measure);
      if (block.level === 1) flow.page().rule(left, left + measure, top + height, 0.6, ink.ink);
      return;
    }
    case 'text': {
      const style = block.quiet ? type.small : type.cell;
      for (const line of linesOf(faces, block.text, style, measure, 40)) {
        const top = flow.take(style.size * style.line);
        flow.page().lines([line], style, left, top + 3);
      }
      if (flow.y() + 5 < flow.sheet.bodyBottom) flow.take(5);
      return;
    }
    case 'figures': {
      const top = flow.take(36);
      block.figures.forEach((figure, index) => {
        flow.page().line(figure.value, type.figure, left + index * 110, top, 108);
        flow.page().line(figure.label, type.small, left + index * 110, top + 17.5, 108);
      });
      return;
    }
    case 'table':
      drawTable(flow, faces, block, left, running);
      return;
    case 'marks':
      drawMarks(flow, faces, block, left);
      return;
    case 'scores':
      drawScores(flow, block, left);
      return;
    case 'trend':
      drawTrend(flow, block, left);
      return;
    case 'legend':
      drawLegend(flow, block.statuses, block.outside, statusPrecedence.toReversed(), left);
  }
}
