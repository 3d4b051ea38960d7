import { dateWords } from '../wording.ts';
import type { ChecklistPart, ChecklistRow, ChecklistTab, PersonChapter } from '../report/binder-model.ts';
import { statusWord, type Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { newFlow, type Flow } from './flow.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import { linesOf } from './lines.ts';
import type { PagePlan } from './page-plan.ts';
import { exhibitPlace } from './places.ts';
import { cellInset, drawStretches, rowHeight, rowPadding, sectionHead, stretch, stretchHeight, tableHead, type Column, type Stretch } from './table.ts';

const columns: readonly Column[] = [
  { head: '', width: 18 }, { head: 'REQUIREMENT AND SOURCE', width: 132 }, { head: 'STATUS', width: 78 },
  { head: 'WINDOW AND ARITHMETIC', width: 152 }, { head: 'EVIDENCE', width: 70 }, { head: 'EXHIBIT', width: 42 },
];
// Enough for any real row; hostile text is cut before it can outgrow a page.
const longest = { title: 4, source: 6, window: 8, sums: 14, evidence: 24 };

/** So many numbers of exhibits stand in a line; of more the contents and the crosswalk tell. */
const exhibitsShown = 6;

type Measured = { readonly row: ChecklistRow; readonly cells: readonly (readonly Stretch[])[]; readonly height: number };

function measured(faces: Faces, row: ChecklistRow): Measured {
  const width = (index: number): number => columns[index]?.width ?? 0;
  const perItem = Math.max(2, Math.floor(longest.evidence / Math.max(1, row.evidence.length)));
  const exhibit = [
    stretch(faces, row.exhibit.numbers.slice(0, exhibitsShown).join(', '), type.evidenceBold, width(5), exhibitsShown),
    stretch(faces, row.exhibit.numbers.length > exhibitsShown ? `and ${row.exhibit.numbers.length - exhibitsShown} more` : '', type.smallGrey, width(5), 2),
    stretch(faces, row.exhibit.words, type.smallGrey, width(5), 4),
  ];
  if (row.finding !== null) exhibit.push(stretch(faces, `Finding ${row.finding}`, type.smallAlarm, width(5), 2));
  const cells: readonly (readonly Stretch[])[] = [
    [stretch(faces, row.title, type.cellBold, width(1), longest.title), stretch(faces, row.source, type.small, width(1), longest.source)],
    [
      { lines: [statusWord(row.status)], style: { ...type.status, line: 1.5 } },
      { lines: [`On time: ${row.onTime}`, `Valid today: ${row.validToday}`], style: type.small },
    ],
    [
      stretch(faces, row.window, type.cellGrey, width(3), longest.window),
      ...row.arithmetic.slice(0, 6).map((sum) => stretch(faces, sum, type.cell, width(3), Math.floor(longest.sums / Math.max(1, Math.min(2, row.arithmetic.length))))),
    ],
    row.evidence.map((item) => stretch(faces, item, type.evidence, width(4), perItem)),
    exhibit,
  ];
  return { row, cells, height: rowHeight(cells) };
}

function drawRow(flow: Flow, personId: string, each: Measured, left: number): void {
  const top = flow.take(each.height);
  const canvas = flow.page();
  const { row } = each;
  const y = top + rowPadding;
  canvas.place(`person:${personId}/row/${row.number}`, top);
  canvas.line(String(row.number), type.cell, left + cellInset, y, 16);
  let x = left;
  columns.forEach((column, index) => {
    const cell = each.cells[index - 1];
    if (index === 2) {
      canvas.status(row.status, x + cellInset, y, column.width - cellInset);
      drawStretches(canvas, cell?.slice(1) ?? [], x, y + 12);
    } else if (cell !== undefined) drawStretches(canvas, cell, x, y);
    x += column.width;
  });
  linkExhibits(canvas, personId, row, each.cells[4] ?? [], left + 450, y);
  if (row.finding !== null) canvas.link(left + 450, y + stretchHeight(each.cells[4]?.slice(0, -1) ?? []), 42, type.smallAlarm.size * 2.6, `person:${personId}/finding/${row.finding}`);
  canvas.rule(left, left + measure, top + each.height, 0.4, ink.hair);
}

/** Each number leads to its exhibit, wherever in the column it was broken to. */
function linkExhibits(canvas: Canvas, personId: string, row: ChecklistRow, cell: readonly Stretch[], x: number, top: number): void {
  const [numbers] = cell;
  if (numbers === undefined) return;
  const { style } = numbers;
  const known = new Set(row.exhibit.numbers);
  numbers.lines.forEach((line, index) => {
    let at = x + cellInset;
    for (const word of line.split(' ')) {
      const number = word.replace(/,$/, '');
      const wide = canvas.faces.width(`${word} `, style.face, style.size);
      if (known.has(number)) canvas.link(at, top + index * style.size * style.line, canvas.faces.width(number, style.face, style.size), style.size * style.line, exhibitPlace(personId, number));
      at += wide;
    }
  });
}

const tabHeadHeight = 25;

function drawTab(flow: Flow, faces: Faces, personId: string, part: number, tab: ChecklistTab, left: number): void {
  const rows = tab.rows.map((row) => measured(faces, row));
  const title = tab.tab === 'E' ? `${tab.title} (date and result only)` : tab.title;
  rows.forEach((row, index) => {
    // A tab is named again on every page it goes on to; its head never stands apart from a row.
    if (index === 0 || flow.y() + row.height > flow.sheet.bodyBottom) {
      const top = flow.take(tabHeadHeight, row.height);
      const canvas = flow.page();
      if (index === 0) canvas.place(`person:${personId}/tab/${part}/${tab.tab}`, top);
      canvas.line(tab.tab, type.h2, left, top + 8, 14);
      canvas.line(index === 0 ? title : `${title}, continued`, type.h2, left + 15, top + 8, 380);
      canvas.rule(left, left + measure, top + tabHeadHeight, 0.8, ink.ink);
    }
    drawRow(flow, personId, row, left);
  });
}

function drawRest(flow: Flow, faces: Faces, part: ChecklistPart, left: number): void {
  if (part.tabs.length === 0) flow.page().line('No requirement applies.', type.cell, left, flow.take(14) + 2, measure);
  if (part.notApplicable.length === 0) return;
  const lines = linesOf(faces, `Does not apply (N/A): ${part.notApplicable.join('; ')}.`, type.small, measure, 12);
  const top = flow.take(lines.length * 9.1 + 8);
  flow.page().lines(lines, type.small, left, top + 6);
}

/** The checklist: every standing in the order of the tabs, rows whole, a tab's head never apart from its first row. */
export function checklistPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  const lead = `Every requirement that applies, judged as of ${dateWords(facts.asOf)}. Windows count calendar days.`;
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index === 0) canvas.place(`person:${chapter.personId}/checklist`, 60);
    const y = sectionHead(canvas, 'Requirement checklist', lead, index, left);
    return y + tableHead(canvas, columns, left, y);
  });
  chapter.checklist.forEach((part, index) => {
    if (part.heading !== null) {
      const top = flow.take(24, 70);
      flow.page().line(part.heading, type.section, left, top + 9, measure);
    }
    for (const tab of part.tabs) drawTab(flow, faces, chapter.personId, index, tab, left);
    drawRest(flow, faces, part, left);
  });
  const note = `On time: was every deadline met since the beginning? Valid today: does cover exist on ${dateWords(facts.asOf)}? The two answers are kept apart on purpose.`;
  const top = flow.take(20);
  flow.page().paragraph(note, type.small, left, top + 7, measure, 2);
  return flow.finish();
}

