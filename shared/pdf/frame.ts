import { dateWords } from '../wording.ts';
import { shortHash } from '../audit/verification.ts';
import type { BinderFacts } from '../report/binder-model.ts';
import { shortFingerprint } from '../report/words.ts';
import { newCanvas, type Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { ink, sheets, type } from './ink.ts';
import type { LateText, Op, PageHead } from './page-plan.ts';
import { proofBox } from './proof-box.ts';
import { drawStamp } from './stamp.ts';

/** What a page's body may depend on: neither when it is made, nor where the log stands, nor what else is in the file. Chapters are kept by this. */
export type BodyFacts = Pick<BinderFacts, 'agencyName' | 'agencyNpi' | 'asOf' | 'paper' | 'volume' | 'recipient' | 'takenOut' | 'keyFingerprint'>;

/** What stands in place of a page number where an exhibit is not in this file: volume 2 has it, or health documents are not bound for this recipient at all. */
export const elsewhere = ({ volume }: Pick<BodyFacts, 'volume'>): string => (volume.of === 2 ? 'vol. 2' : 'apart');

/** What any printed page says of the file it is in; `what` says in the foot which file that is, and as of when. */
export type PrintFacts = Pick<BinderFacts, 'agencyName' | 'synthetic' | 'paper' | 'fingerprint' | 'generatedWords' | 'logHead'> & { readonly keyFingerprint: string | null; readonly what: string };

/** Where a page stands: its number in the whole binder, how many there are, and the part it is in where the binder was split. */
export type PageSeat = { readonly head: PageHead; readonly number: number; readonly total: number; readonly part: { readonly number: number; readonly of: number } | null };

/** What is painted beneath the body of a page and above it, the same on every page of one name and tab letter. */
export type Running = { readonly under: readonly Op[]; readonly over: readonly Op[] };

/** A binder's own foot. */
export function binderPrint(facts: BinderFacts): PrintFacts {
  const known = facts.knownAtWords === null ? '' : `, ${facts.knownAtWords}`;
  const whom = facts.recipient === null ? '' : ` · for ${facts.recipient}`;
  return { ...facts, what: `Personnel binder, volume ${facts.volume.number} of ${facts.volume.of} · as of ${dateWords(facts.asOf)}${known}${whom}` };
}

/** Watermark, name, tab letter and foot. The same arguments give the same operations. */
export function runningOps(faces: Faces, facts: PrintFacts, { head: { name, tab }, part }: Pick<PageSeat, 'part'> & { readonly head: Pick<PageHead, 'name' | 'tab'> }): Running {
  const canvas = newCanvas(faces);
  const { left, right } = sheets[facts.paper];
  if (name !== null) {
    canvas.line(name, type.header, left, 50, right - left - 120);
    canvas.rule(left, right, 66.5, 0.6, ink.ink);
  }
  if (tab !== null) thumb(canvas, tab, right);
  foot(canvas, facts, part);
  return { under: facts.synthetic ? [{ kind: 'watermark', text: 'SYNTHETIC' }] : [], over: canvas.finish().ops };
}

/** What one page alone says round its body: its number, the stamp, the box of a cover. */
export function ownOps(faces: Faces, facts: PrintFacts, { head: { stamp, proof }, number, total }: PageSeat): readonly Op[] {
  const canvas = newCanvas(faces);
  const { left, right } = sheets[facts.paper];
  canvas.line(`Page ${number} of ${total}`, type.cell, right - 110, 50.5, 110, 'right');
  if (stamp !== null) drawStamp(canvas, stamp, sheets[facts.paper]);
  if (proof !== null) proofBox(canvas, facts, left, proof);
  return canvas.finish().ops;
}

/**
 * Texts that name page numbers, once every page has one.
 * @param pageOf the page of the binder a named place is on; null where it is not in the binder
 */
export function lateOps(faces: Faces, late: readonly LateText[], pageOf: (place: string) => number | null): readonly Op[] {
  const canvas = newCanvas(faces);
  for (const { to, before, after, otherwise, style, x, y, width, align } of late) {
    const page = pageOf(to);
    const text = page === null ? otherwise : `${before}${page}${after}`;
    if (text !== null) canvas.line(text, style, x, y, width, align);
  }
  return canvas.finish().ops;
}

const letters = 'ABCDEFGHI';

/** The letter of the tab at the edge of the sheet, lower for every tab: the stack shows steps. */
function thumb(canvas: Canvas, tab: string, right: number): void {
  const top = 92 + 46 * (letters.indexOf(tab) + 1);
  canvas.box(right + 13, top, 17, 38, ink.ink);
  canvas.line(tab, type.tab, right + 13, top + 12.4, 17, 'centre');
}

/** The head of the log as every page repeats it. */
const logWords = ({ seq, hash, atWords }: NonNullable<PrintFacts['logHead']>): string => `Log entry ${seq} · ${shortHash(hash)}${atWords === null ? '' : ` · written ${atWords}`}`;

function foot(canvas: Canvas, facts: PrintFacts, part: PageSeat['part']): void {
  const { left, right, footerTop } = sheets[facts.paper];
  const small = { ...type.smallGrey, size: 7 };
  canvas.rule(left, right, footerTop, 0.4, ink.rule);
  const lines = [
    `${facts.agencyName}${facts.synthetic ? ' · synthetic data: every name, date and number is invented' : ''}`,
    `${part === null ? '' : `Part ${part.number} of ${part.of} · `}${facts.what}`,
    `Data ${shortFingerprint(facts.fingerprint)} · generated ${facts.generatedWords}`,
    ...(facts.logHead === null ? [] : [logWords(facts.logHead)]),
  ];
  lines.forEach((line, index) => { canvas.line(line, index >= 2 ? type.small : small, left, footerTop + 6 + index * 9.6, 350); });
}
