import { longDateWords, dateWords } from '../wording.ts';
import type { AgencyPacket, PacketFinding, PacketSection } from '../report/agency-packet/model.ts';
import { sentenceCount } from '../report/words.ts';
import { drawBlock } from './agency-packet-blocks.ts';
import { appendixPages } from './appendix-pages.ts';
import { headed, newCanvas } from './canvas.ts';
import { factColumn, letterhead, proved, tallyBlock } from './cover.ts';
import type { Faces } from './faces.ts';
import { newFlow, type Flow } from './flow.ts';
import type { PrintFacts } from './frame.ts';
import { ink, measure, sheets, type } from './ink.ts';
import { linesOf } from './lines.ts';
import type { Bookmark, PagePlan, Plan } from './page-plan.ts';
import { proofBoxRise } from './proof-box.ts';
import { sectionHead, tableHead, type Column } from './table.ts';

const findingsTitle = 'Findings of the agency and its teams';
const appendixTitle = 'Appendix 1: Citations and readings';

const placeOf = (section: PacketSection): string => `section:${section.id}`;
const headingPlace = (place: string): string => `heading:${place}`;

function sectionPages(faces: Faces, packet: AgencyPacket, section: PacketSection): readonly PagePlan[] {
  const { left } = sheets[packet.facts.paper];
  let going: readonly Column[] | null = null;
  const flow = newFlow(faces, packet.facts.paper, (canvas, index) => {
    if (index === 0) canvas.place(placeOf(section), 60);
    const y = sectionHead(canvas, section.title, section.lead, index, left);
    return going === null ? y : y + tableHead(canvas, going, left, y);
  });
  for (const block of section.blocks) {
    const placed = block.kind === 'heading' && block.place !== null ? { ...block, place: headingPlace(block.place) } : block;
    drawBlock(flow, faces, placed, left, (heads) => { going = heads; });
  }
  return flow.finish();
}

function drawFinding(flow: Flow, faces: Faces, finding: PacketFinding, left: number): void {
  const textX = 118;
  const labelWidth = 46;
  const headline = linesOf(faces, finding.headline, type.strong, measure - textX, 3);
  const parts = [['File shows', finding.fileShows], ['Effect', finding.effect], ['Action', finding.action]].map(([label = '', text = '']) =>
    ({ label, lines: linesOf(faces, text, type.cell, measure - textX - labelWidth, 9) }));
  const lineHeight = type.cell.size * type.cell.line;
  const height = Math.max(58, 7 + headline.length * 12.6 + parts.reduce((sum, part) => sum + Math.max(1, part.lines.length) * lineHeight + 1.6, 0) + 6);
  const top = flow.take(height);
  const canvas = flow.page();
  canvas.place(`finding:${finding.number}`, top);
  canvas.line(String(finding.number), type.figure, left, top + 8, 24);
  canvas.status(finding.status, left + 25, top + 7.5, 90);
  canvas.line(finding.shownId, type.small, left + 25, top + 19, 90);
  canvas.line(finding.whose, type.small, left + 25, top + 28.1, 90);
  canvas.late(finding.to, { before: 'page ' }, type.small, left + 25, top + 37.2, 90);
  canvas.link(left, top, 112, height, finding.to);
  let y = top + 6;
  y += canvas.lines(headline, type.strong, left + textX, y) + 1;
  for (const part of parts) {
    canvas.line(part.label, type.smallGrey, left + textX, y + 0.8, labelWidth - 2);
    canvas.lines(part.lines, type.cell, left + textX + labelWidth, y);
    y += Math.max(1, part.lines.length) * lineHeight + 1.6;
  }
  canvas.rule(left, left + measure, top + height, 0.4, ink.rule);
}

function findingsPages(faces: Faces, packet: AgencyPacket): readonly PagePlan[] {
  const { left } = sheets[packet.facts.paper];
  const { findings } = packet;
  const on = dateWords(packet.facts.asOf);
  const lasting = findings.filter((finding) => finding.lasting).length;
  const rest = lasting === 0 ? 'All of it can be closed.' : lasting === findings.length ? 'All of it is permanent history.' : `${sentenceCount(lasting)} permanent history, ${sentenceCount(findings.length - lasting).toLowerCase()} can be closed.`;
  const lead = findings.length === 0
    ? `No duty of the agency or of a team has a finding on ${on}.`
    : `${sentenceCount(findings.length)} ${findings.length === 1 ? 'duty has' : 'duties have'} a finding on ${on}. ${rest} Findings of people stand in their personnel binders.`;
  const flow = newFlow(faces, packet.facts.paper, (canvas, index) => {
    if (index === 0) canvas.place('findings', 60);
    const y = sectionHead(canvas, findingsTitle, lead, index, left);
    canvas.rule(left, left + measure, y, 0.8, ink.ink);
    return y;
  });
  for (const finding of findings) drawFinding(flow, faces, finding, left);
  return flow.finish();
}

type Entry = { readonly title: string; readonly to: string; readonly pages: number; readonly children: readonly { readonly title: string; readonly to: string }[] };

const headingsOf = (section: PacketSection): Entry['children'] =>
  section.blocks.flatMap((block) => (block.kind === 'heading' && block.place !== null ? [{ title: block.text, to: headingPlace(block.place) }] : []));

function contentsPages(faces: Faces, packet: AgencyPacket, entries: readonly Entry[]): readonly PagePlan[] {
  const { left } = sheets[packet.facts.paper];
  const right = left + measure;
  const flow = newFlow(faces, packet.facts.paper, (canvas, index) => {
    if (index === 0) canvas.place('contents', 60);
    const y = sectionHead(canvas, 'Contents', null, index, left) - (index === 0 ? 6 : 0);
    canvas.line('TITLE', type.caps, left, y, 200);
    canvas.line('PAGES', type.caps, right - 90, y, 50, 'right');
    canvas.line('PAGE', type.caps, right - 34, y, 34, 'right');
    return y + 13;
  });
  const line = (title: string, to: string, pages: number | null, child: boolean): void => {
    const height = child ? 12.6 : 19;
    const top = flow.take(height);
    const canvas = flow.page();
    if (!child) canvas.rule(left, right, top, 0.4, ink.rule);
    canvas.line(title, child ? type.contents : type.section, left + (child ? 16 : 0), top + (child ? 1 : 4), 380);
    if (pages !== null) canvas.line(String(pages), { ...type.contents, colour: ink.mute }, right - 90, top + 5, 50, 'right');
    canvas.late(to, {}, child ? type.contents : type.contentsBold, right - 34, top + (child ? 1 : 5), 34, 'right');
    canvas.link(left, top, measure, height, to);
  };
  for (const entry of entries) {
    line(entry.title, entry.to, entry.pages, false);
    for (const child of entry.children) line(child.title, child.to, null, true);
    if (entry.children.length > 0) flow.take(4);
  }
  return flow.finish();
}

const findingsShown = 8;

function coverPage(faces: Faces, packet: AgencyPacket): PagePlan {
  const { facts, front, findings } = packet;
  const canvas = newCanvas(faces);
  const { left, bodyBottom } = sheets[facts.paper];
  const boxTop = bodyBottom - proofBoxRise;
  letterhead(canvas, facts, left, 'Agency packet');
  canvas.place('cover', 60);
  canvas.line('AGENCY PACKET', type.kicker, left, 139, measure);
  const large = linesOf(faces, facts.agencyName, type.display, measure, 9).length <= 2;
  let y = 154 + canvas.paragraph(facts.agencyName, large ? type.display : type.displaySmall, left, 154, measure, 3) + 10;
  y += canvas.line(`As of ${longDateWords(facts.asOf)}`, type.role, left, y, measure) + 10;
  y = Math.max(factColumn(canvas, front.left, left, y, 236), factColumn(canvas, front.right, left + 256, y, 236)) + 22;
  y = tallyBlock(canvas, front.tally, front.judged, left, y) + 12;
  const room = Math.floor((boxTop - 6 - (y + 18)) / 16.6);
  const fits = findings.length <= Math.min(findingsShown, room);
  const shown = fits ? findings : findings.slice(0, Math.max(0, Math.min(findingsShown, room - 1)));
  canvas.line(findingsTitle, type.h2, left, y, measure);
  canvas.rule(left, left + measure, y + 17, 0.8, ink.ink);
  y += 17;
  for (const finding of shown) {
    canvas.line(String(finding.number), type.cell, left, y + 3.2, 14);
    canvas.status(finding.status, left + 16, y + 3.6, 84);
    canvas.line(`${finding.whose}: ${finding.headline}`, type.cell, left + 100, y + 3.2, 346);
    canvas.late(`finding:${finding.number}`, { before: 'p. ' }, type.cell, left + 450, y + 3.2, 42, 'right');
    canvas.link(left, y, measure, 16.6, `finding:${finding.number}`);
    y += 16.6;
    canvas.rule(left, left + measure, y, 0.4, ink.hair);
  }
  if (findings.length === 0) canvas.line('None. Every duty that applies is in order on this day.', type.cell, left, y + 4, measure);
  else if (!fits) canvas.late('findings', { before: `and ${findings.length - shown.length} more, page ` }, type.cellBold, left + 16, y + 3.2, measure - 16);
  return proved(canvas, boxTop);
}

/** The foot of a packet's pages. */
export function packetPrint({ facts }: AgencyPacket): PrintFacts {
  const known = facts.knownAtWords === null ? '' : `, ${facts.knownAtWords}`;
  return { ...facts, what: `Agency packet · as of ${dateWords(facts.asOf)}${known}` };
}

/** Makes up an agency packet: cover, contents with the page of everything, its sections, findings and the appendix. */
export function planPacket(faces: Faces, packet: AgencyPacket): Plan {
  const { facts } = packet;
  const sections = packet.sections.map((section) => ({ section, pages: sectionPages(faces, packet, section) }));
  const appendix = appendixPages(faces, facts, packet.appendix, 'appendix');
  const findings = findingsPages(faces, packet);
  const entries: readonly Entry[] = [
    ...sections.map(({ section, pages }) => ({ title: section.title, to: placeOf(section), pages: pages.length, children: headingsOf(section) })),
    { title: findingsTitle, to: 'findings', pages: findings.length, children: [] },
    { title: appendixTitle, to: 'appendix', pages: appendix.length, children: [] },
  ];
  const rest = [...contentsPages(faces, packet, entries), ...sections.flatMap(({ pages }) => pages), ...findings, ...appendix];
  const pages = [coverPage(faces, packet), ...headed(rest, { name: `${facts.agencyName} · agency packet` })];
  const leaf = (title: string, to: string): Bookmark => ({ title, to, children: [] });
  return {
    pages,
    bookmarks: [leaf('Cover', 'cover'), leaf('Contents', 'contents'), ...entries.map((entry): Bookmark => ({ title: entry.title, to: entry.to, children: entry.children.map((child) => leaf(child.title, child.to)) }))],
  };
}
