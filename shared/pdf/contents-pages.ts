import type { Status } from '../rules/status.ts';
import { dateWords } from '../wording.ts';
import { tabPages, type MadeTab } from './exhibit-pages.ts';
import type { AgencyFront, PersonChapter } from '../report/binder-model.ts';
import { isFinding } from '../report/tally.ts';
import type { Faces } from './faces.ts';
import { newFlow } from './flow.ts';
import { elsewhere, type BodyFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import type { PagePlan } from './page-plan.ts';
import { exhibitPlace, exhibitTabPlace } from './places.ts';
import { sectionHead } from './table.ts';

type Head = { readonly title: string; readonly letter: string; readonly to: string; readonly pages: number | null };

function headRow(canvas: ReturnType<ReturnType<typeof newFlow>['page']>, head: Head, left: number, top: number, rule: boolean): void {
  const right = left + measure;
  if (rule) canvas.rule(left, right, top, 0.4, ink.rule);
  canvas.line(head.letter, type.section, left, top + 3, 30);
  canvas.line(head.title, type.section, left + 44, top + 3, 290);
  if (head.pages !== null) canvas.line(String(head.pages), { ...type.contents, colour: ink.mute }, right - 70, top + 4, 36, 'right');
  canvas.late(head.to, {}, type.contentsBold, right - 34, top + 4, 34, 'right');
  canvas.link(left, top, measure, 17, head.to);
}

/** A section as the contents name it: where it begins, and how many pages it has. */
export type Section = { readonly title: string; readonly to: string; readonly pages: number; readonly tabs?: readonly MadeTab[]; readonly checklist?: PersonChapter['checklist'] };

/** The contents of one person's binder: sections with their pages; the exhibits tab by tab, or without exhibits the rows of the checklist. */
export function contentsPages(faces: Faces, facts: BodyFacts, chapter: PersonChapter, sections: readonly Section[]): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  const right = left + measure;
  const base = `person:${chapter.personId}`;
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index === 0) canvas.place(`${base}/contents`, 60);
    const y = sectionHead(canvas, 'Contents', null, index, left) - (index === 0 ? 6 : 0);
    canvas.line('TAB', type.caps, left, y, 40);
    canvas.line('TITLE', type.caps, left + 44, y, 200);
    canvas.line('STATUS', type.caps, left + 334, y, 80);
    canvas.line('PAGES', type.caps, right - 70, y, 36, 'right');
    canvas.line('PAGE', type.caps, right - 34, y, 34, 'right');
    return y + 13;
  });
  const head = (each: Head, keep = 0): void => {
    const top = flow.take(18, keep);
    headRow(flow.page(), each, left, top, true);
  };
  const line = (number: string, title: string, status: Status | null, pages: number | null, to: string, otherwise: string | null): void => {
    const top = flow.take(11.2);
    const canvas = flow.page();
    canvas.line(number, type.contents, left + 8, top, 35);
    canvas.line(title, type.contents, left + 44, top, 284);
    if (status !== null && isFinding(status)) canvas.status(status, left + 334, top, 90);
    if (pages !== null && pages > 0) canvas.line(String(pages), { ...type.contents, colour: ink.mute }, right - 70, top, 36, 'right');
    canvas.late(to, otherwise === null ? {} : { otherwise }, type.contents, right - 34, top, 34, 'right');
    canvas.link(left, top - 1, measure, 11.2, to);
  };
  for (const section of sections) {
    if (section.tabs === undefined) head({ letter: '', title: section.title, to: section.to, pages: section.pages });
    for (const tab of section.tabs ?? []) {
      head({ letter: tab.tab, title: tab.title, to: exhibitTabPlace(chapter.personId, tab.tab), pages: tabPages(tab).length }, 10);
      for (const { entry, pages } of tab.entries) line(entry.number, entry.title, entry.status, pages.length, exhibitPlace(chapter.personId, entry.number), entry.body.kind === 'volume-2' ? elsewhere(facts) : null);
      flow.take(3);
    }
    section.checklist?.forEach((part, index) => {
      if (part.heading !== null) {
        const top = flow.take(17, 30);
        flow.page().rule(left, right, top, 0.4, ink.rule);
        flow.page().line(part.heading, type.contentsBold, left + 44, top + 5, 400);
      }
      for (const tab of part.tabs) {
        head({ letter: tab.tab, title: tab.title, to: `${base}/tab/${index}/${tab.tab}`, pages: null }, 10);
        for (const row of tab.rows) line(String(row.number), row.title, row.status, null, `${base}/row/${row.number}`, null);
        flow.take(3);
      }
    });
  }
  return flow.finish();
}

/** The contents of an agency's binder: everybody with role, employment, findings and the page of the chapter. */
export function staffPages(faces: Faces, facts: BodyFacts, front: AgencyFront): readonly PagePlan[] {
  const { left } = sheets[facts.paper];
  const right = left + measure;
  const flow = newFlow(faces, facts.paper, (canvas, index) => {
    if (index === 0) canvas.place('contents', 60);
    const lead = `${front.staff.length} people, as of ${dateWords(facts.asOf)}. The mark is the worst status of the person.`;
    const y = sectionHead(canvas, 'Contents', lead, index, left) - 2;
    canvas.line('NO.', type.caps, left, y, 30);
    canvas.line('NAME', type.caps, left + 28, y, 140);
    canvas.line('ROLE', type.caps, left + 168, y, 100);
    canvas.line('EMPLOYED', type.caps, left + 296, y, 90);
    canvas.line('FINDINGS', type.caps, left + 398, y, 56);
    canvas.line('PAGE', type.caps, right - 34, y, 34, 'right');
    canvas.rule(left, right, y + 12, 0.8, ink.ink);
    return y + 12;
  });
  for (const row of front.staff) {
    const top = flow.take(15.4);
    const canvas = flow.page();
    const to = `person:${row.personId}`;
    canvas.line(String(row.number), type.contents, left, top + 2.8, 26);
    canvas.line(row.name, type.contentsBold, left + 28, top + 2.8, 137);
    canvas.line(row.role, type.contents, left + 168, top + 2.8, 125);
    canvas.line(row.employed, type.contents, left + 296, top + 2.8, 98);
    canvas.mark(row.worst, left + 398, top + 3.2, 8, row.findings === 0 ? ink.ink : ink.alarm);
    canvas.line(row.findings === 0 ? 'none' : String(row.findings), type.contents, left + 411, top + 2.8, 40);
    canvas.late(to, {}, type.contentsBold, right - 34, top + 2.8, 34, 'right');
    canvas.link(left, top, measure, 15.4, to);
    canvas.rule(left, right, top + 15.4, 0.4, ink.hair);
  }
  for (const [index, [title, to]] of [['Appendix 1: Citations and readings', 'appendix'], ['Appendix 2: Manifest and how to verify', 'manifest']].entries()) {
    const top = flow.take(19);
    headRow(flow.page(), { letter: '', title: title ?? '', to: to ?? '', pages: null }, left, top + 2, index > 0);
  }
  return flow.finish();
}
