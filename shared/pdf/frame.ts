import { dateWords } from '../wording.ts';
import { shortHash } from '../audit/verification.ts';
import type { BinderFacts } from '../report/binder-model.ts';
import type { LogMark } from '../report/log-mark.ts';
import { shortFingerprint } from '../report/words.ts';
import { newCanvas, type Canvas } from './canvas.ts';
import type { Faces } from './faces.ts';
import { ink, sheets, type } from './ink.ts';
import type { Op, PagePlan } from './page-plan.ts';

/** Where a page stands in the file it is printed for. */
export type PageNumber = { readonly number: number; readonly total: number };

/**
 * Puts head and foot round a finished page: who, page x of y, agency, volume, as-of, fingerprint, and what is synthetic.
 * @param name the person (or the agency's binder) named at the head; null on a cover, which names them itself
 */
export function framed(faces: Faces, facts: BinderFacts, name: string | null, page: PageNumber, body: PagePlan): PagePlan {
  const known = facts.knownAtWords === null ? '' : `, ${facts.knownAtWords}`;
  return framedWith(faces, facts, name, page, `Personnel binder, volume ${facts.volume.number} of ${facts.volume.of} · as of ${dateWords(facts.asOf)}${known}`, body);
}

/** What any printed page says of itself. */
type PrintFacts = Pick<BinderFacts, 'agencyName' | 'synthetic' | 'paper' | 'fingerprint' | 'generatedWords' | 'logHead'>;

/** The same for any print: `what` says in the foot which one it is, and as of when. */
export function framedWith(faces: Faces, facts: PrintFacts, name: string | null, page: PageNumber, what: string, body: PagePlan): PagePlan {
  const sheet = sheets[facts.paper];
  const canvas = newCanvas(faces);
  const { left, right } = sheet;
  canvas.line(`Page ${page.number} of ${page.total}`, type.cell, right - 110, 50.5, 110, 'right');
  if (name !== null) {
    canvas.line(name, type.header, left, 50, right - left - 120);
    canvas.rule(left, right, 66.5, 0.6, ink.ink);
  }
  foot(canvas, facts, what);
  const behind: readonly Op[] = facts.synthetic ? [{ kind: 'watermark', text: 'SYNTHETIC' }] : [];
  return { ...body, ops: [...behind, ...canvas.finish().ops, ...body.ops] };
}

/** The head of the log as every page repeats it. */
const logWords = ({ seq, hash, atWords }: LogMark): string => `Log entry ${seq} · ${shortHash(hash)}${atWords === null ? '' : ` · written ${atWords}`}`;

function foot(canvas: Canvas, facts: PrintFacts, what: string): void {
  const { left, right, footerTop } = sheets[facts.paper];
  const small = { ...type.smallGrey, size: 7 };
  canvas.rule(left, right, footerTop, 0.4, ink.rule);
  const lines = [
    `${facts.agencyName}${facts.synthetic ? ' · synthetic data: every name, date and number is invented' : ''}`,
    what,
    `Data ${shortFingerprint(facts.fingerprint)} · generated ${facts.generatedWords}`,
    ...(facts.logHead === null ? [] : [logWords(facts.logHead)]),
  ];
  lines.forEach((line, index) => { canvas.line(line, index >= 2 ? type.small : small, left, footerTop + 6 + index * 9.6, 350); });
}
