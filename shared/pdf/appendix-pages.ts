import type { Appendix } from '../report/binder-model.ts';
import type { Faces } from './faces.ts';
import { newFlow } from './flow.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import type { PagePlan } from './page-plan.ts';
import { drawStretches, rowHeight, rowPadding, sectionHead, stretch, tableHead, type Column, type Stretch } from './table.ts';

const citationColumns: readonly Column[] = [{ head: 'SHORT FORM', width: 92 }, { head: 'REQUIREMENTS', width: 128 }, { head: 'DOCUMENT AND WHAT IT ASKS', width: 272 }];
const packColumns: readonly Column[] = [{ head: 'PACK', width: 128 }, { head: 'VERSION', width: 74 }, { head: 'MADE FROM', width: 290 }];
const readingColumns: readonly Column[] = [{ head: 'NO.', width: 28 }, { head: 'QUESTION', width: 176 }, { head: 'READING USED', width: 288 }];

/** Where each requirement comes from, and how doubtful texts were read. `place` names the page for links. */
export function appendixPages(faces: Faces, facts: BodyFacts, appendix: Appendix, place: string): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  let columns = citationColumns;
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index === 0) canvas.place(place, 60);
    const y = sectionHead(canvas, 'Appendix 1: Citations and readings', 'Where each requirement comes from. The binder paraphrases; the documents themselves govern.', index, left);
    return y + tableHead(canvas, columns, left, y);
  });
  const row = (cells: readonly (readonly Stretch[])[]): void => {
    const height = rowHeight(cells);
    const top = flow.take(height);
    let x = left;
    cells.forEach((cell, index) => {
      drawStretches(flow.page(), cell, x, top + rowPadding);
      x += columns[index]?.width ?? 0;
    });
    flow.page().rule(left, left + measure, top + height, 0.4, ink.hair);
  };
  const cell = (text: string, index: number, bold: boolean): readonly Stretch[] => [stretch(faces, text, bold ? type.cellBold : type.cell, columns[index]?.width ?? 0, 12)];

  for (const citation of appendix.citations) {
    row([cell(citation.head ? citation.short : `… ${citation.short}`, 0, true), cell(citation.requirements, 1, false), cell(citation.document, 2, false)]);
  }
  if (appendix.readings.length > 0) {
    columns = readingColumns;
    const top = flow.take(54, 24);
    flow.page().line('Readings', type.h2, left, top + 11, measure);
    flow.page().line('Where the text is silent or can be read in two ways, the following is used.', type.small, left, top + 25.5, measure);
    tableHead(flow.page(), columns, left, top + 37);
    for (const reading of appendix.readings) row([cell(reading.number, 0, true), cell(reading.question, 1, false), cell(reading.reading, 2, false)]);
  }
  if (appendix.packs !== undefined) {
    columns = packColumns;
    const top = flow.take(42, 24);
    flow.page().line('Rule packs in force', type.h2, left, top + 11, measure);
    tableHead(flow.page(), columns, left, top + 25.5);
    for (const pack of appendix.packs) row([cell(pack.id, 0, true), cell(pack.version, 1, false), cell(pack.title, 2, false)]);
  }
  return flow.finish();
}
