import { longDateWords } from '../wording.ts';
import type { AgencyFront, Fact, PersonChapter, StatusCount, Tally } from '../report/binder-model.ts';
import { exhibitPlace } from './places.ts';
import { newCanvas, statusInk, statusWord, type Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import type { BodyFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import { linesOf } from './lines.ts';
import type { PagePlan } from './page-plan.ts';
import { proofBoxRise } from './proof-box.ts';

const findingsShown = 8;

/** Agency and NPI on the left, on the right what this volume is. */
export function letterhead(canvas: Canvas, facts: BodyFacts, left: number, volume = `Volume ${facts.volume.number} of ${facts.volume.of}`): void {
  const right = left + measure;
  canvas.line(facts.agencyName, type.agency, left, 81, 330);
  canvas.line(facts.agencyNpi === null ? 'NPI not recorded' : `NPI ${facts.agencyNpi}`, type.small, left, 97.5, 330);
  canvas.line(volume, type.cellBold, right - 150, 81.5, 150, 'right');
  canvas.line(facts.volume.words, type.small, right - 200, 92.5, 200, 'right');
  canvas.rule(left, right, 112.5, 0.8, ink.ink);
}

export function factColumn(canvas: Canvas, rows: readonly Fact[], x: number, y: number, width: number): number {
  const label = 74;
  let at = y;
  canvas.rule(x, x + width, at, 0.4, ink.rule);
  for (const row of rows) {
    canvas.line(row.label, type.smallGrey, x, at + 5, label - 4);
    let height = canvas.paragraph(row.value, type.body, x + label, at + 3, width - label, 3);
    if (row.note !== null) height += canvas.paragraph(row.note, type.small, x + label, at + 3 + height - 1, width - label, 2) - 1;
    at += Math.max(height + 6, 18);
    canvas.rule(x, x + width, at, 0.4, ink.rule);
  }
  return at;
}

function tallyColumn(canvas: Canvas, total: number, words: string, counts: readonly StatusCount[], x: number, y: number, width: number): number {
  const numeral = String(total);
  canvas.line(numeral, type.numeral, x, y, width);
  canvas.line(words, type.cellBold, x + canvas.faces.width(numeral, type.numeral.face, type.numeral.size) + 7, y + 9, width - 40);
  canvas.rule(x, x + width, y + 24, 0.8, ink.ink);
  counts.forEach((each, index) => {
    const row = y + 31 + index * 14.4;
    canvas.mark(each.status, x, row, 9, statusInk(each.status));
    canvas.line(statusWord(each.status), { ...type.status, colour: statusInk(each.status) }, x + 13, row - 0.4, width - 50);
    canvas.line(String(each.count), type.body, x + width - 40, row - 2.2, 40, 'right');
  });
  return y + 31 + counts.length * 14.4;
}

export function tallyBlock(canvas: Canvas, tally: Tally, judged: number, left: number, y: number): number {
  const sum = (counts: readonly StatusCount[]): number => counts.reduce((total, each) => total + each.count, 0);
  const bottoms = [
    tallyColumn(canvas, sum(tally.inOrder), 'in order', tally.inOrder, left, y, 156),
    tallyColumn(canvas, sum(tally.withFinding), 'with a finding', tally.withFinding, left + 181, y, 156),
    tallyColumn(canvas, tally.notApplicable, tally.notApplicable === 1 ? 'does not apply' : 'do not apply', tally.notApplicable === 0 ? [] : [{ status: 'not-applicable', count: tally.notApplicable }], left + 362, y, 130),
  ];
  const words = `${judged} ${judged === 1 ? 'requirement' : 'requirements'} judged. Solid marks are findings, open marks are in order.`;
  const noted = (bottoms[2] ?? y) + 4;
  return Math.max(...bottoms, noted + canvas.paragraph(words, type.small, left + 362, noted, 130));
}

/** For whom the binder is made, and what is not in it for that reason. Returns where the cover goes on. */
function recipientLines(canvas: Canvas, facts: BodyFacts, left: number, y: number): number {
  const lines = [...(facts.recipient === null ? [] : [`Made for ${facts.recipient}.`]), ...(facts.takenOut.length === 0 ? [] : [`Taken out for this recipient: ${facts.takenOut.join(', ')}.`])];
  return lines.length === 0 ? y : y + canvas.paragraph(lines.join(' '), type.lead, left, y - 4, measure, 3) + 6;
}

const healthShown = 12;

/** What volume 2 holds, in place of the counts and findings of volume 1. */
function healthExhibits(canvas: Canvas, chapter: PersonChapter, left: number, y: number, boxTop: number): void {
  const entries = chapter.exhibits.flatMap((tab) => tab.entries);
  canvas.line('Health documents', type.h2, left, y, measure);
  let at = y + 16;
  at += canvas.paragraph('Confidential. Kept apart from the personnel file, and given only to who may read health documents. Volume 1 shows date and result only.', type.small, left, at, measure, 2) + 5;
  canvas.rule(left, left + measure, at, 0.8, ink.ink);
  const room = Math.max(0, Math.min(healthShown, Math.floor((boxTop - 24 - at) / 16.6)));
  for (const entry of entries.slice(0, room)) {
    const to = exhibitPlace(chapter.personId, entry.number);
    canvas.line(entry.number, type.cellBold, left, at + 3.2, 50);
    canvas.line(entry.title, type.cell, left + 54, at + 3.2, 370);
    canvas.late(to, { before: 'p. ' }, type.cell, left + 432, at + 3.2, 60, 'right');
    canvas.link(left, at, measure, 16.6, to);
    at += 16.6;
    canvas.rule(left, left + measure, at, 0.4, ink.hair);
  }
  if (entries.length > room) canvas.line(`and ${entries.length - room} more in the contents`, type.cellBold, left, at + 3.2, measure);
  if (entries.length === 0) canvas.line('None.', type.cell, left, at + 4, measure);
}

/** A cover with room for the box that says what proves it. */
export function proved(canvas: Canvas, top: number): PagePlan {
  const page = canvas.finish();
  return { ...page, head: { ...page.head, proof: top } };
}

/** What a finding of the cover leads to: the exhibits its row rests on, else the row. */
function whereOf(chapter: PersonChapter, finding: PersonChapter['findings'][number]): { readonly to: string; readonly words: string } {
  const base = `person:${chapter.personId}`;
  const rows = chapter.checklist.flatMap((part) => part.tabs.flatMap((tab) => tab.rows));
  const numbers = rows.find((row) => row.number === finding.row)?.exhibit.numbers ?? [];
  const [first] = numbers;
  if (first === undefined) return { to: `${base}/row/${finding.row}`, words: `${finding.tab}, row ${finding.row}` };
  const both = numbers.join(', ');
  return { to: exhibitPlace(chapter.personId, first), words: both.length <= 11 && numbers.length === 2 ? both : numbers.length > 1 ? `${first} +${numbers.length - 1}` : first };
}

function nameBlock(canvas: Canvas, name: string, others: string | null, roleLine: string, left: number): number {
  canvas.line('PERSONNEL BINDER', type.kicker, left, 139, measure);
  const large = canvas.faces.width(name, type.display.face, type.display.size) <= measure;
  const style = large ? type.display : type.displaySmall;
  let y = 154;
  y += canvas.paragraph(name, style, left, y, measure, 3);
  if (others !== null) y += canvas.paragraph(`Other names searched: ${others}`, type.lead, left, y + 1, measure, 2) + 1;
  y += 10;
  return y + canvas.paragraph(roleLine, type.role, left, y, measure, 2) + 8;
}

/** The first page of a person: who, as of when, the counts by status, and the worst findings with the page of their checklist row. */
export function personCover(faces: Faces, facts: BodyFacts, chapter: PersonChapter): PagePlan {
  const canvas = newCanvas(faces);
  const { left, bodyBottom } = sheets[facts.paper];
  const boxTop = bodyBottom - proofBoxRise;
  letterhead(canvas, facts, left);
  canvas.place(`person:${chapter.personId}`, 60);
  let y = nameBlock(canvas, chapter.name, chapter.otherNames, `${chapter.roleLine} · as of ${longDateWords(facts.asOf)}`, left);
  y = recipientLines(canvas, facts, left, y);
  y = Math.max(factColumn(canvas, chapter.facts.left, left, y, 236), factColumn(canvas, chapter.facts.right, left + 256, y, 236)) + 22;
  if (facts.volume.number === 2) {
    healthExhibits(canvas, chapter, left, y, boxTop);
    return proved(canvas, boxTop);
  }
  y = tallyBlock(canvas, chapter.tally, chapter.judged, left, y) + 12;

  const room = Math.floor((boxTop - 6 - (y + 18)) / 16.6);
  const shown = chapter.findings.length <= Math.min(findingsShown, room) ? chapter.findings.length : Math.max(0, Math.min(findingsShown, room - 1));
  canvas.line('Findings', type.h2, left, y, 200);
  canvas.rule(left, left + measure, y + 17, 0.8, ink.ink);
  y += 17;
  for (const finding of chapter.findings.slice(0, shown)) {
    canvas.line(String(finding.number), type.cell, left, y + 3.2, 14);
    canvas.status(finding.status, left + 16, y + 3.6, 84);
    canvas.line(finding.headline, type.cell, left + 100, y + 3.2, 290);
    const where = whereOf(chapter, finding);
    canvas.late(where.to, { before: `${where.words} · p. `, otherwise: where.words }, type.cell, left + 394, y + 3.2, 98, 'right');
    canvas.link(left, y, measure, 16.6, `person:${chapter.personId}/finding/${finding.number}`);
    y += 16.6;
    canvas.rule(left, left + measure, y, 0.4, ink.hair);
  }
  const more = chapter.findings.length - shown;
  if (chapter.findings.length === 0) canvas.line('None. Every requirement that applies is in order on this day.', type.cell, left, y + 4, measure);
  else if (more > 0) canvas.late(`person:${chapter.personId}/findings`, { before: `and ${more} more, page `, otherwise: `and ${more} more` }, type.cellBold, left + 16, y + 3.2, measure - 16);
  return proved(canvas, boxTop);
}

/** The first page of a binder for several people. */
export function agencyCover(faces: Faces, facts: BodyFacts, front: AgencyFront): PagePlan {
  const canvas = newCanvas(faces);
  const { left, bodyBottom } = sheets[facts.paper];
  letterhead(canvas, facts, left);
  canvas.place('cover', 60);
  canvas.line('PERSONNEL BINDER', type.kicker, left, 139, measure);
  const large = linesOf(faces, facts.agencyName, type.display, measure, 9).length <= 2;
  let y = 154 + canvas.paragraph(facts.agencyName, large ? type.display : type.displaySmall, left, 154, measure, 3) + 10;
  y += canvas.line(`${front.staff.length} people · as of ${longDateWords(facts.asOf)}`, type.role, left, y, measure) + 10;
  y = recipientLines(canvas, facts, left, y);
  y = Math.max(factColumn(canvas, front.facts.left, left, y, 236), factColumn(canvas, front.facts.right, left + 256, y, 236)) + 26;
  y = tallyBlock(canvas, front.tally, front.judged, left, y) + 18;
  canvas.paragraph(
    `${front.withFindings} of ${front.staff.length} people have a finding. The contents list everybody with the number of findings and the page; each chapter begins with a summary.`,
    type.body, left, y, measure,
  );
  return proved(canvas, bodyBottom - proofBoxRise);
}
