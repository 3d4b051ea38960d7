import type { Certificate } from '../report/certificate-model.ts';
import { countOf, dateWords } from '../wording.ts';
import { headed, type Canvas } from './canvas.ts';
import { decisionColumns, decisionRow, holeColumns, listColumns, listRow, peopleColumns, proofColumns, searchColumns, searchRow, subjectRow, textRow } from './certificate-tables.ts';
import type { Faces } from './faces.ts';
import { newFlow, type Flow } from './flow.ts';
import type { PrintFacts } from './frame.ts';
import { ink, measure, sheets, type, type Style } from './ink.ts';
import { linesOf } from './lines.ts';
import type { Bookmark, PagePlan, Plan } from './page-plan.ts';
import { stretch, tableHead, type Column } from './table.ts';

const signatureHeight = 70;
const prose: Style = { face: 'serifRegular', size: 11.5, line: 1.42, colour: ink.ink };
const title: Style = { ...type.display, size: 24, line: 1.2 };
const titleSmall: Style = { ...type.display, size: 17, line: 1.2 };

/** The table going on at the top of a page: its name and heads, or null between tables. */
type Running = { title: string; columns: readonly Column[] | null } | null;
type Making = { readonly flow: Flow; readonly running: (next: Running) => void };

function newPart(faces: Faces, certificate: Certificate, first: (canvas: Canvas) => number): Making {
  const { left } = sheets[certificate.facts.paper];
  let running: Running = null;
  const flow = newFlow(faces, certificate.facts.paper, (canvas, index) => {
    if (index === 0) return first(canvas);
    const name = running?.title ?? `Exclusion check, ${certificate.facts.monthWords}`;
    const y = 84 + canvas.line(`${name}, continued`, type.h2, left, 84, measure) + 5;
    return running?.columns == null ? y : y + tableHead(canvas, running.columns, left, y);
  });
  return { flow, running: (next) => { running = next; } };
}

/** A heading with its table head, kept with the first row below it. */
function section({ flow, running }: Making, name: string, columns: readonly Column[] | null, left: number, place: string | null = null, keep = 40): void {
  running(null);
  const top = flow.take(columns === null ? 34 : 50.5, keep);
  if (place !== null) flow.page().place(place, top + 14);
  flow.page().line(name, type.h2, left, top + 15, measure);
  if (columns !== null) tableHead(flow.page(), columns, left, top + 33);
  running({ title: name, columns });
}

/** Text that may go on over the page, line by line. */
function running(flow: Flow, faces: Faces, text: string, style: Style, left: number, gap = 3): void {
  for (const line of linesOf(faces, text, style, measure, 400)) {
    // Room first: taking it may begin another page.
    const top = flow.take(style.size * style.line);
    flow.page().lines([line], style, left, top);
  }
  if (gap > 0 && flow.y() + gap < flow.sheet.bodyBottom) flow.take(gap);
}

function titleBlock(canvas: Canvas, faces: Faces, certificate: Certificate, left: number): number {
  canvas.place('certificate', 60);
  canvas.line('CERTIFICATE', type.kicker, left, 88, measure, 'centre');
  const style = faces.width(certificate.title, title.face, title.size) <= measure ? title : titleSmall;
  let y = 102 + canvas.line(certificate.title, style, left, 102, measure, 'centre') + 1;
  for (const line of linesOf(faces, certificate.subtitle, type.lead, measure, 3)) y += canvas.line(line, type.lead, left, y, measure, 'centre');
  const done = certificate.standing === 'complete';
  if (certificate.standing !== 'nothing-owed') {
    const word = done ? 'COMPLETE' : 'NOT COMPLETE';
    const wordStyle = { ...type.status, colour: done ? ink.ink : ink.alarm };
    const wide = faces.width(word, wordStyle.face, wordStyle.size, wordStyle.tracking) + 13;
    const x = left + (measure - wide) / 2;
    canvas.mark(done ? 'met' : 'incomplete', x, y + 5.4, 9, wordStyle.colour);
    canvas.line(word, wordStyle, x + 13, y + 5, wide);
    y += 18;
  }
  y += 10;
  return y + canvas.paragraph(certificate.lead.join(' '), prose, left, y, measure, 14) + 4;
}

function figures(flow: Flow, certificate: Certificate, left: number): void {
  const top = flow.take(56) + 12;
  const canvas = flow.page();
  canvas.rule(left, left + measure, top, 0.8, ink.ink);
  // Figures of several words need their room; the rest share what is left.
  const needs = certificate.figures.map(({ value, label }) =>
    Math.max(canvas.faces.width(value, type.figure.face, type.figure.size), canvas.faces.width(label, type.small.face, type.small.size)));
  const spare = Math.max(6, (measure - needs.reduce((sum, need) => sum + need, 0)) / Math.max(1, needs.length - 1));
  let x = left;
  certificate.figures.forEach((figure, index) => {
    const wide = (needs[index] ?? 0) + 1;
    canvas.line(figure.value, type.figure, x, top + 6, wide);
    canvas.line(figure.label, type.small, x, top + 24.5, wide);
    x += wide - 1 + spare;
  });
  canvas.rule(left, left + measure, top + 38, 0.6, ink.rule);
}

function lists(making: Making, faces: Faces, certificate: Certificate, left: number): void {
  section(making, 'Lists used', listColumns, left, 'lists');
  for (const used of certificate.lists) listRow(making.flow, faces, used, left);
  if (certificate.lists.length === 0) running(making.flow, faces, 'No list was searched in this month.', type.cell, left);
}

function decisions(making: Making, faces: Faces, certificate: Certificate, left: number): void {
  if (certificate.decisions.length === 0) return;
  section(making, 'Decisions', decisionColumns, left, 'decisions', 60);
  for (const decision of certificate.decisions) decisionRow(making.flow, faces, decision, certificate.scope === 'agency', left);
}

function holes(making: Making, faces: Faces, certificate: Certificate, left: number): void {
  if (certificate.holes.length === 0) return;
  section(making, 'Searches not made', holeColumns, left, 'holes');
  for (const hole of certificate.holes) {
    const [who, list, reason] = holeColumns.map((column) => column.width);
    textRow(making.flow, holeColumns, [
      [stretch(faces, hole.subject, type.cellBold, who ?? 0, 3)], [stretch(faces, hole.short, type.cell, list ?? 0, 2)],
      [stretch(faces, hole.reason ?? 'none recorded', hole.reason === null ? { ...type.cellBold, colour: ink.alarm } : type.cell, reason ?? 0, 20)],
    ], left);
  }
}

function proofs(making: Making, faces: Faces, certificate: Certificate, left: number): void {
  if (certificate.proofs.length === 0) return;
  section(making, 'Saved results of web sites', proofColumns, left, 'proofs');
  for (const proof of certificate.proofs) {
    const [name, list, day, hash] = proofColumns.map((column) => column.width);
    textRow(making.flow, proofColumns, [
      [stretch(faces, proof.name, type.cell, name ?? 0, 4)], [stretch(faces, proof.lists.join(', '), type.cell, list ?? 0, 3)], [stretch(faces, dateWords(proof.on), type.cell, day ?? 0, 2)],
      [stretch(faces, proof.sha256.toUpperCase().match(/.{4}/g)?.join(' ') ?? '', { ...type.mono, size: 6.5 }, hash ?? 0, 2)],
    ], left);
  }
}

const hasNotes = ({ closing: close }: Certificate): boolean => close !== null && (close.note !== null || close.later.length > 0);

function closing(making: Making, faces: Faces, certificate: Certificate, left: number): void {
  const close = certificate.closing;
  if (close === null || !hasNotes(certificate)) return;
  section(making, 'Closing of the month', null, left, 'closing', 20);
  if (close.note !== null) running(making.flow, faces, `With the closing of ${dateWords(close.on)}: ${close.note}`, type.cell, left);
  for (const note of close.later) running(making.flow, faces, `Noted later, ${note}`, type.cell, left);
}

function nameForms(making: Making, faces: Faces, certificate: Certificate, left: number): void {
  const subject = certificate.subjects[0];
  if (subject === undefined) return;
  section(making, 'Names searched', null, left, 'names', 20);
  running(making.flow, faces, `${subject.about}.`, type.cellGrey, left);
  running(making.flow, faces, subject.names.length === 0 ? 'The record does not say under which names the searches were made.' : `${subject.names.join('; ')}.`, type.cell, left);
  const forms = [...new Set(subject.searches.flatMap((search) => search.forms))];
  if (forms.length > 0) running(making.flow, faces, `Compared in ${countOf(forms.length, 'form')}: ${forms.join('; ')}.`, type.smallGrey, left);
}

/** @param below points kept free under it, for the lines to sign: those never stand alone on a page */
function method(making: Making, faces: Faces, certificate: Certificate, left: number, below: number): void {
  if (certificate.method.length === 0) return;
  const style = type.smallGrey;
  const height = certificate.method.reduce((sum, line) => sum + linesOf(faces, line, style, measure, 400).length * style.size * style.line + 2, 0);
  section(making, 'Method', null, left, 'method', Math.min(height + below, 400));
  for (const line of certificate.method) running(making.flow, faces, line, type.smallGrey, left, 2);
}

function signatures({ flow, running: run }: Making, certificate: Certificate, left: number): void {
  run(null);
  const top = flow.take(signatureHeight) + 40;
  const canvas = flow.page();
  certificate.signatures.forEach((signature, index) => {
    const x = left + index * 258;
    canvas.rule(x, x + 234, top, 0.8, ink.ink);
    canvas.line(signature.name ?? 'Name, date', signature.name === null ? { ...type.body, colour: ink.mute } : type.body, x, top + 3, 234);
    canvas.line([signature.label, ...(signature.on === null ? [] : [signature.on])].join(' · '), type.small, x, top + 16, 234);
  });
}

/** Where the rest is: one line a section, with its page. */
function contents({ flow }: Making, certificate: Certificate, left: number): void {
  const entries: readonly (readonly [string, string])[] = [
    [`Everybody: ${countOf(certificate.subjects.length, 'person or vendor', 'people and vendors')}, list by list`, 'people'],
    ...(certificate.decisions.length > 0 ? [[`Decisions: ${certificate.decisions.length}, with their reasons`, 'decisions'] as const] : []),
    ...(certificate.holes.length > 0 ? [[`Searches not made: ${certificate.holes.length}, with the reasons recorded`, 'holes'] as const] : []),
    ...(certificate.proofs.length > 0 ? [[`Saved results of web sites: ${certificate.proofs.length}`, 'proofs'] as const] : []),
    ...(hasNotes(certificate) ? [['What was noted when the month was closed, and later', 'closing'] as const] : []),
    ...(certificate.method.length > 0 ? [['Method', 'method'] as const] : []),
  ];
  // The lines to sign follow on the same page.
  const top = flow.take(entries.length * 14 + 12, signatureHeight) + 8;
  entries.forEach(([words, to], index) => {
    const y = top + index * 14;
    flow.page().line(words, type.cell, left, y + 2, measure - 60);
    flow.page().late(to, { before: 'page ' }, type.cellBold, left + measure - 58, y + 2, 58, 'right');
    flow.page().rule(left, left + measure, y + 14, 0.4, ink.hair);
    flow.page().link(left, y, measure, 14, to);
  });
}

function agencyFront(faces: Faces, certificate: Certificate, left: number): readonly PagePlan[] {
  const making = newPart(faces, certificate, (canvas) => titleBlock(canvas, faces, certificate, left));
  figures(making.flow, certificate, left);
  lists(making, faces, certificate, left);
  making.running(null);
  contents(making, certificate, left);
  signatures(making, certificate, left);
  return making.flow.finish();
}

function agencyTables(faces: Faces, certificate: Certificate, left: number): readonly PagePlan[] {
  const name = 'Everybody, list by list';
  const making = newPart(faces, certificate, (canvas) => {
    canvas.place('people', 60);
    const y = 83 + canvas.line(name, type.h1, left, 83, measure);
    const lead = 'People by name, then vendors: the names searched, the day of each list, what became of it, and the entry that matched or came nearest.';
    return y + canvas.paragraph(lead, type.lead, left, y + 1, measure, 2) + 8;
  });
  if (certificate.subjects.length > 0) {
    const top = making.flow.take(16.5);
    tableHead(making.flow.page(), peopleColumns, left, top);
    making.running({ title: name, columns: peopleColumns });
    for (const subject of certificate.subjects) subjectRow(making.flow, faces, subject, left);
  } else running(making.flow, faces, 'Nobody owed a search in this month, and nobody was searched.', type.cell, left);
  if (certificate.notRequired.length > 0) {
    section(making, 'Not required', null, left, 'not-required', 20);
    for (const line of certificate.notRequired) running(making.flow, faces, line, type.cell, left, 1);
  }
  decisions(making, faces, certificate, left);
  holes(making, faces, certificate, left);
  proofs(making, faces, certificate, left);
  closing(making, faces, certificate, left);
  method(making, faces, certificate, left, 0);
  return making.flow.finish();
}

function personPages(faces: Faces, certificate: Certificate, left: number): readonly PagePlan[] {
  const making = newPart(faces, certificate, (canvas) => titleBlock(canvas, faces, certificate, left));
  const subject = certificate.subjects[0];
  if (subject !== undefined) {
    section(making, 'Searches', searchColumns, left, 'searches');
    for (const search of subject.searches) searchRow(making.flow, faces, search, left);
  }
  decisions(making, faces, certificate, left);
  holes(making, faces, certificate, left);
  lists(making, faces, certificate, left);
  nameForms(making, faces, certificate, left);
  method(making, faces, certificate, left, signatureHeight);
  signatures(making, certificate, left);
  return making.flow.finish();
}

/** The foot of a certificate's pages. */
export function certificatePrint({ facts }: Certificate): PrintFacts {
  const known = facts.knownAtWords === null ? '' : `, ${facts.knownAtWords}`;
  return { ...facts, keyFingerprint: null, what: `Certificate of exclusion screening, ${facts.monthWords} · as of ${dateWords(facts.asOf)}${known}` };
}

/** Makes up a certificate: the agency's with its tables, or one person's. */
export function planCertificate(faces: Faces, certificate: Certificate): Plan {
  const { left } = sheets[certificate.facts.paper];
  const made = certificate.scope === 'person'
    ? personPages(faces, certificate, left)
    : [...agencyFront(faces, certificate, left), ...agencyTables(faces, certificate, left)];
  return { pages: headed(made, { name: certificate.whose.name }), bookmarks: bookmarksOf(certificate) };
}

function bookmarksOf(certificate: Certificate): readonly Bookmark[] {
  const leaf = (words: string, to: string): Bookmark => ({ title: words, to, children: [] });
  if (certificate.scope === 'person') {
    return [{ title: certificate.title, to: 'certificate', children: [leaf('Certificate', 'certificate'), leaf('Searches', 'searches'), leaf('Decisions', 'decisions'), leaf('Searches not made', 'holes'), leaf('Lists used', 'lists'), leaf('Names searched', 'names'), leaf('Method', 'method')] }];
  }
  return [
    leaf('Certificate', 'certificate'),
    leaf('Lists used', 'lists'),
    { title: 'Everybody', to: 'people', children: certificate.subjects.map((subject) => leaf(subject.listName, `subject/${subject.key}`)) },
    leaf('Decisions', 'decisions'),
    leaf('Searches not made', 'holes'),
    leaf('Saved results of web sites', 'proofs'),
    leaf('Closing of the month', 'closing'),
    leaf('Method', 'method'),
  ];
}
