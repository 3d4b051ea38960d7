import { dateWords } from '../wording.ts';
import type { Finding, LapseRow, PersonChapter } from '../report/binder-model.ts';
import { sentenceCount } from '../report/words.ts';
import type { Faces } from './faces.ts';
import { newFlow, type Flow } from './flow.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import type { PagePlan } from './page-plan.ts';
import { drawStretches, rowHeight, rowPadding, sectionHead, stretch, tableHead, type Column } from './table.ts';
import { linesOf } from './lines.ts';

const lapseColumns: readonly Column[] = [
  { head: 'RULE', width: 62 }, { head: 'WHAT', width: 150 }, { head: 'FROM', width: 70 }, { head: 'TO', width: 70 },
  { head: 'DAYS', width: 40, align: 'right' }, { head: 'ENDED BY', width: 100 },
];
const textX = 106;
const labelWidth = 46;
const textWidth = 340;

function drawFinding(flow: Flow, faces: Faces, personId: string, finding: Finding, left: number): void {
  const headline = linesOf(faces, finding.headline, type.strong, measure - textX, 3);
  const parts = [['File shows', finding.fileShows], ['Effect', finding.effect], ['Action', finding.action]].map(([label = '', text = '']) =>
    ({ label, lines: linesOf(faces, text, type.cell, textWidth, 9) }));
  const lineHeight = type.cell.size * type.cell.line;
  const height = Math.max(58, 7 + headline.length * 12.6 + parts.reduce((sum, part) => sum + Math.max(1, part.lines.length) * lineHeight + 1.6, 0) + 6);
  const top = flow.take(height);
  const canvas = flow.page();
  canvas.place(`person:${personId}/finding/${finding.number}`, top);
  canvas.line(String(finding.number), type.figure, left, top + 8, 22);
  canvas.status(finding.status, left + 22, top + 7.5, 82);
  canvas.line(finding.shownId, type.small, left + 22, top + 19, 80);
  canvas.line(`tab ${finding.tab}, row ${finding.row}`, type.small, left + 22, top + 28.1, 80);
  canvas.late(`person:${personId}/row/${finding.row}`, { before: 'page ' }, type.small, left + 22, top + 37.2, 80);
  canvas.link(left, top, 100, height, `person:${personId}/row/${finding.row}`);
  let y = top + 6;
  y += canvas.lines(headline, type.strong, left + textX, y) + 1;
  for (const part of parts) {
    canvas.line(part.label, type.smallGrey, left + textX, y + 0.8, labelWidth - 2);
    canvas.lines(part.lines, type.cell, left + textX + labelWidth, y);
    y += Math.max(1, part.lines.length) * lineHeight + 1.6;
  }
  canvas.rule(left, left + measure, top + height, 0.4, ink.rule);
}

function drawLapses(flow: Flow, faces: Faces, chapter: PersonChapter, lapses: readonly LapseRow[], left: number): void {
  const headHeight = 40;
  const since = chapter.lapsesSince === null ? '' : ` since ${dateWords(chapter.lapsesSince)}`;
  const head = (continued: boolean): void => {
    const top = flow.take(headHeight, 20);
    flow.page().line(`Lapses: days without cover${continued ? ', continued' : since}`, type.h2, left, top + 8, measure);
    tableHead(flow.page(), lapseColumns, left, top + 24);
  };
  head(false);
  for (const lapse of lapses) {
    const texts = [lapse.shownId, lapse.what, dateWords(lapse.from), lapse.to === null ? 'open' : dateWords(lapse.to), '', lapse.endedBy];
    const cells = texts.map((text, index) => [stretch(faces, text, type.cell, lapseColumns[index]?.width ?? 0, 3)]);
    const height = rowHeight(cells);
    if (flow.y() + height > flow.sheet.bodyBottom) head(true);
    const top = flow.take(height);
    let x = left;
    lapseColumns.forEach((column, index) => {
      if (column.align === 'right') flow.page().line(String(lapse.days), type.cell, x, top + rowPadding, column.width - 10, 'right');
      else drawStretches(flow.page(), cells[index] ?? [], x, top + rowPadding);
      x += column.width;
    });
    flow.page().rule(left, left + measure, top + height, 0.4, ink.hair);
  }
}

function leadOf(chapter: PersonChapter, asOf: string): string {
  const { findings } = chapter;
  const lasting = findings.filter((finding) => finding.lasting).length;
  if (findings.length === 0) return `No requirement has a finding on ${asOf}.`;
  const closable = findings.length - lasting;
  const rest = closable === 0 ? 'All of it is permanent history.' : lasting === 0 ? 'All of it can be closed.' : `${sentenceCount(lasting)} permanent history, ${sentenceCount(closable).toLowerCase()} can be closed.`;
  return `${sentenceCount(findings.length)} ${findings.length === 1 ? 'requirement has' : 'requirements have'} a finding on ${asOf}. ${rest}`;
}

/** Findings, worst first, then every lapse in days. */
export function findingsPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index === 0) canvas.place(`person:${chapter.personId}/findings`, 60);
    const y = sectionHead(canvas, 'Findings and lapses', leadOf(chapter, dateWords(facts.asOf)), index, left);
    canvas.rule(left, left + measure, y, 0.8, ink.ink);
    return y;
  });
  for (const finding of chapter.findings) drawFinding(flow, faces, chapter.personId, finding, left);
  if (chapter.lapses.length > 0) drawLapses(flow, faces, chapter, chapter.lapses, left);
  else {
    const top = flow.take(24);
    flow.page().line('No day without cover is on record.', type.cell, left, top + 8, measure);
  }
  return flow.finish();
}
