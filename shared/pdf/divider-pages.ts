import type { BinderTab } from '../rules/requirement.ts';
import { statusInk, statusWord } from './canvas.ts';
import type { MadeExhibit } from './exhibit-pages.ts';
import type { Faces } from './faces.ts';
import { newFlow } from './flow.ts';
import { elsewhere, type BodyFacts } from './frame.ts';
import { ink, measure, sheets, type, type Style } from './ink.ts';
import type { PagePlan } from './page-plan.ts';
import { exhibitPlace, exhibitTabPlace, listed } from './places.ts';
import { cellInset, drawStretches, rowHeight, rowPadding, sectionHead, stretch, tableHead, type Column } from './table.ts';

const columns: readonly Column[] = [{ head: 'EXHIBIT', width: 52 }, { head: 'DOCUMENT', width: 252 }, { head: 'JUDGED AS', width: 96 }, { head: 'PAGES', width: 46, align: 'right' }, { head: 'PAGE', width: 46, align: 'right' }];
const letter: Style = { face: 'serif', size: 72, line: 1.2, colour: ink.ink };
const name: Style = { face: 'serifRegular', size: 24, line: 1.25, colour: ink.ink };

/** The first page of a tab: its letter, what it is, and its exhibits with status and page; further pages where there are many. */
export function dividerPages(faces: Faces, facts: BodyFacts, personId: string, tab: BinderTab, title: string, exhibits: readonly MadeExhibit[]): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index > 0) {
      const y = sectionHead(canvas, `${tab}  ${title}`, null, index, left);
      return y + tableHead(canvas, columns, left, y);
    }
    canvas.place(exhibitTabPlace(personId, tab), 60);
    canvas.line('TAB', type.kicker, left, 232, measure);
    canvas.line(tab, letter, left, 244, measure);
    canvas.paragraph(title, name, left, 327, measure, 1);
    return 374 + tableHead(canvas, columns, left, 374);
  });
  for (const { entry, pages } of exhibits) {
    const cells = [[stretch(faces, entry.number, type.cellBold, 52, 2)], [stretch(faces, entry.title, type.cell, 252, 3)]];
    const height = rowHeight(cells);
    const top = flow.take(height);
    const canvas = flow.page();
    drawStretches(canvas, cells[0] ?? [], left, top + rowPadding);
    drawStretches(canvas, cells[1] ?? [], left + 52, top + rowPadding);
    if (entry.status !== null) {
      canvas.mark(entry.status, left + 304 + cellInset, top + rowPadding + 0.4, 9, statusInk(entry.status));
      canvas.line(statusWord(entry.status), { ...type.status, colour: statusInk(entry.status) }, left + 304 + cellInset + 13, top + rowPadding, 78);
    }
    if (pages.length > 0) canvas.line(String(pages.length), type.cell, left + 400, top + rowPadding, 36, 'right');
    canvas.late(exhibitPlace(personId, entry.number), { otherwise: entry.body.kind === 'volume-2' ? elsewhere(facts) : '' }, type.cellBold, left + 446, top + rowPadding, 36, 'right');
    canvas.link(left, top, measure, height, exhibitPlace(personId, entry.number));
    canvas.rule(left, left + measure, top + height, 0.4, ink.hair);
  }
  const rows = unique(exhibits.flatMap(({ entry }) => entry.rows));
  const findings = unique(exhibits.flatMap(({ entry }) => entry.findings));
  const say = (words: string, to: string): void => {
    const top = flow.take(11) + 4;
    flow.page().late(to, { before: `${words}, page `, otherwise: words }, type.small, left, top, measure);
    flow.page().link(left, top, measure, 10, to);
  };
  if (rows[0] !== undefined) say(`Judged in checklist ${rows.length === 1 ? 'row' : 'rows'} ${listed(rows.map(String))}`, `person:${personId}/row/${rows[0]}`);
  if (findings[0] !== undefined) say(`${findings.length === 1 ? 'Finding' : 'Findings'} ${listed(findings.map(String))}`, `person:${personId}/finding/${findings[0]}`);
  return flow.finish();
}

const unique = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);
