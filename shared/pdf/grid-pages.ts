import type { ExclusionGrid, GridCell, GridYear, PersonChapter } from '../report/binder-model.ts';
import type { Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { newFlow, type Flow } from './flow.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type, type Ink } from './ink.ts';
import { linesOf } from './lines.ts';
import type { Mark, PagePlan } from './page-plan.ts';
import { sectionHead, tableHead, type Column } from './table.ts';

const label = 60;
const month = 36;
const cellHeight = 25;
const yearHead = 21;
const fileLine = 13;
const columns: readonly Column[] = [
  { head: 'LIST', width: label },
  ...['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'].map((head): Column => ({ head, width: month, align: 'centre' })),
];

const outcomeMark: Readonly<Record<'clear' | 'decided' | 'possible' | 'confirmed' | 'unable', { readonly mark: Mark; readonly colour: Ink }>> = {
  clear: { mark: 'met', colour: ink.ink },
  decided: { mark: 'cleared', colour: ink.ink },
  possible: { mark: 'review', colour: ink.alarm },
  confirmed: { mark: 'fail', colour: ink.alarm },
  unable: { mark: 'unable', colour: ink.ink },
};

function drawCell(canvas: Canvas, cell: GridCell, x: number, y: number): void {
  const middle = y + cellHeight / 2;
  if (cell.kind === 'outside') canvas.box(x, y, month, cellHeight, ink.tint);
  else if (cell.kind === 'none') {
    canvas.box(x, y, month, cellHeight, ink.ink);
    canvas.line('NONE', type.none, x, middle - 4.3, month, 'centre');
  } else if (cell.kind === 'open') canvas.line('open', type.small, x, middle - 4.6, month, 'centre');
  else {
    const { mark, colour } = outcomeMark[cell.outcome];
    const day = cell.kind === 'searched' ? String(cell.day) : 'pre';
    canvas.mark(mark, x + 7, middle - 4, 8, colour);
    canvas.line(day, cell.kind === 'searched' ? type.cell : type.small, x + 18, middle - 5.2, month - 18);
  }
}

function drawYear(flow: Flow, year: GridYear, left: number): void {
  const height = yearHead + year.rows.length * cellHeight + fileLine + 1;
  const top = flow.take(height);
  const canvas = flow.page();
  const right = left + measure;
  canvas.line(String(year.year), type.section, left + 3, top + 7, label);
  let y = top + yearHead;
  canvas.rule(left, right, y, 0.6, ink.rule);
  for (const row of year.rows) {
    canvas.line(row.label, type.cellBold, left + 3, y + 7, label - 4);
    row.cells.forEach((cell, index) => { drawCell(canvas, cell, left + label + index * month, y); });
    y += cellHeight;
    canvas.rule(left, right, y, 0.4, ink.hair);
  }
  for (let index = 0; index <= 12; index += 1) canvas.post(left + label + index * month, top + yearHead, y, 0.4, ink.hair);
  canvas.line(year.fileLabel, type.small, left + 3, y + 1.6, label - 4);
  year.files.forEach((file, index) => { if (file !== '') canvas.line(file, type.small, left + label + index * month, y + 1.6, month, 'centre'); });
  canvas.rule(left, right, y + fileLine, 0.4, ink.rule);
}

function drawFigures(canvas: Canvas, grid: ExclusionGrid, left: number, y: number): void {
  grid.figures.forEach((figure, index) => {
    const x = left + index * 98.4;
    canvas.line(figure.value, type.figure, x, y, 96);
    canvas.line(figure.label, type.small, x, y + 17, 96);
  });
}

function drawLegend(flow: Flow, grid: ExclusionGrid, left: number): void {
  const cells = grid.years.flatMap((year) => year.rows.flatMap((row) => row.cells));
  const outcomes = new Set(cells.flatMap((cell) => ('outcome' in cell ? [cell.outcome] : [])));
  const top = flow.take(24) + 8;
  const canvas = flow.page();
  let x = left;
  const entry = (words: string, width: number, draw: (x: number) => void): void => {
    draw(x);
    x += width;
    canvas.line(words, type.small, x, top - 0.4, 160);
    x += canvas.faces.width(words, type.small.face, type.small.size) + 14;
  };
  const words = { clear: 'searched, clear', decided: 'possible match, decided not the person', possible: 'possible match, undecided', confirmed: 'confirmed', unable: 'search not possible' } as const;
  for (const outcome of ['clear', 'decided', 'possible', 'confirmed', 'unable'] as const) {
    if (outcomes.has(outcome)) entry(words[outcome], 12, (at) => { canvas.mark(outcomeMark[outcome].mark, at, top, 8, outcomeMark[outcome].colour); });
  }
  if (cells.some((cell) => cell.kind === 'none')) {
    entry(grid.finding === null ? 'not searched' : `not searched: finding ${grid.finding}`, 30, (at) => {
      canvas.box(at, top - 1, 26, 10, ink.ink);
      canvas.line('NONE', type.none, at, top - 0.2, 26, 'centre');
    });
  }
  entry('outside the period', 24, (at) => { canvas.box(at, top - 1, 20, 10, ink.tint, ink.hair); });
  if (cells.some((cell) => cell.kind === 'before-hire')) canvas.line('pre: the search before hire stands for the month', type.small, x, top - 0.4, left + measure - x);
}

/** The months of exclusion checks as recorded: a mark and the day of the search, black where nobody searched. */
export function gridPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter, grid: ExclusionGrid): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    let y = sectionHead(canvas, 'Exclusion checks, month by month', grid.lead, index, left);
    if (index === 0) {
      canvas.place(`person:${chapter.personId}/grid`, 60);
      drawFigures(canvas, grid, left, y + 2);
      y += 42;
    }
    return y + tableHead(canvas, columns, left, y);
  });
  for (const year of grid.years) drawYear(flow, year, left);
  drawLegend(flow, grid, left);
  for (const note of grid.notes) {
    const lines = linesOf(faces, note, type.smallGrey, measure, 4);
    const top = flow.take(lines.length * 9.1 + 1.5);
    flow.page().lines(lines, type.smallGrey, left, top);
  }
  return flow.finish();
}
