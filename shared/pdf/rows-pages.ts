import type { Faces } from './faces.ts';
import { newFlow, type Flow } from './flow.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type, type Style } from './ink.ts';
import type { LateWords } from './canvas.ts';
import { drawStretches, rowHeight, rowPadding, sectionHead, stretch, tableHead, type Column } from './table.ts';
import type { Status } from '../rules/status.ts';

/** A cell of a long table: text, a status, or the page of a place. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly style?: Style; readonly below?: string; readonly lines?: number }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'page'; readonly to: string; readonly words?: LateWords };

export type TableRow = { readonly cells: readonly Cell[]; readonly to: string | null };

/** A section that is one table: title, lead, rows whole, the head again on every page. `place` names its first page. */
export function tableSection(faces: Faces, facts: BodyFacts, section: { readonly title: string; readonly lead: string | null; readonly place: string; readonly columns: readonly Column[]; readonly rows: readonly TableRow[]; readonly none: string }): Flow {
  const { left } = sheets[facts.paper];
  const { columns, rows } = section;
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index === 0) canvas.place(section.place, 60);
    const y = sectionHead(canvas, section.title, section.lead, index, left);
    return rows.length === 0 ? y : y + tableHead(canvas, columns, left, y);
  });
  if (rows.length === 0) flow.page().line(section.none, type.cell, left, flow.take(14) + 2, measure);
  for (const row of rows) drawRow(flow, faces, columns, row, left);
  return flow;
}

function drawRow(flow: Flow, faces: Faces, columns: readonly Column[], row: TableRow, left: number): void {
  const cells = row.cells.map((cell, index) => {
    const width = columns[index]?.width ?? 0;
    if (cell.kind !== 'text') return [];
    return [stretch(faces, cell.text, cell.style ?? type.cell, width, cell.lines ?? 4), ...(cell.below === undefined ? [] : [stretch(faces, cell.below, type.small, width, 3)])];
  });
  const height = rowHeight(cells);
  const top = flow.take(height);
  const canvas = flow.page();
  let x = left;
  row.cells.forEach((cell, index) => {
    const width = columns[index]?.width ?? 0;
    if (cell.kind === 'text') drawStretches(canvas, cells[index] ?? [], x, top + rowPadding);
    else if (cell.kind === 'status') canvas.status(cell.status, x + 3, top + rowPadding, width - 5);
    else canvas.late(cell.to, cell.words ?? {}, type.cellBold, x, top + rowPadding, width - 10, 'right');
    x += width;
  });
  if (row.to !== null) canvas.link(left, top, measure, height, row.to);
  canvas.rule(left, left + measure, top + height, 0.4, ink.hair);
}
