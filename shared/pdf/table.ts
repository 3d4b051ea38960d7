import type { Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { ink, measure, type, type Style } from './ink.ts';
import { linesOf } from './lines.ts';

/** A column: its head, width in points, and side. Text begins 3 points in. */
export type Column = { readonly head: string; readonly width: number; readonly align?: 'right' | 'centre' };

/** Text of a cell broken to its column: one stretch of lines a style. */
export type Stretch = { readonly lines: readonly string[]; readonly style: Style };

export const rowPadding = 4.5;
export const cellInset = 3;

/** Breaks a cell's text to the column it stands in. */
export const stretch = (faces: Faces, text: string, style: Style, width: number, maxLines?: number): Stretch =>
  ({ lines: text === '' ? [] : linesOf(faces, text, style, width - cellInset - 2, maxLines), style });

export const stretchHeight = (cells: readonly Stretch[]): number => cells.reduce((sum, cell) => sum + cell.lines.length * cell.style.size * cell.style.line, 0);

/** Draws stretches one below the other; returns where they end. */
export function drawStretches(canvas: Canvas, cells: readonly Stretch[], x: number, y: number): number {
  let at = y;
  for (const cell of cells) at += canvas.lines(cell.lines, cell.style, x + cellInset, at);
  return at;
}

/** Height of a row: its highest cell and the padding above and below. */
export const rowHeight = (cells: readonly (readonly Stretch[])[]): number => Math.max(...cells.map(stretchHeight), 10) + 2 * rowPadding;

/** A tinted head with its rules. Returns its height. */
export function tableHead(canvas: Canvas, columns: readonly Column[], x: number, y: number): number {
  const height = 16.5;
  canvas.box(x, y, measure, height, ink.tint);
  canvas.rule(x, x + measure, y, 0.8, ink.ink);
  canvas.rule(x, x + measure, y + height, 0.6, ink.ink);
  let at = x;
  for (const column of columns) {
    if (column.align !== undefined) canvas.line(column.head, type.caps, at, y + 4.2, column.width - (column.align === 'right' ? 10 : 0), column.align);
    else canvas.line(column.head, type.caps, at + cellInset, y + 4.2, column.width - cellInset);
    at += column.width;
  }
  return height;
}

/** A title with a line under it, as every section begins; shorter where it goes on. Returns where the body begins. */
export function sectionHead(canvas: Canvas, title: string, lead: string | null, index: number, left: number): number {
  if (index > 0) return 84 + canvas.line(`${title}, continued`, type.h2, left, 84, measure) + 5;
  let y = 83 + canvas.line(title, type.h1, left, 83, measure);
  if (lead !== null) y += canvas.paragraph(lead, type.lead, left, y + 1, measure, 3) + 1;
  return y + 10;
}
