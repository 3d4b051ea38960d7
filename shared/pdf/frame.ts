import { dateWords } from '../wording.ts';
import type { BinderFacts } from '../report/binder-model.ts';
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
  const sheet = sheets[facts.paper];
  const canvas = newCanvas(faces);
  const { left, right } = sheet;
  canvas.line(`Page ${page.number} of ${page.total}`, type.cell, right - 110, 50.5, 110, 'right');
  if (name !== null) {
    canvas.line(name, type.header, left, 50, right - left - 120);
    canvas.rule(left, right, 66.5, 0.6, ink.ink);
  }
  foot(canvas, facts);
  const behind: readonly Op[] = facts.synthetic ? [{ kind: 'watermark', text: 'SYNTHETIC' }] : [];
  return { ...body, ops: [...behind, ...canvas.finish().ops, ...body.ops] };
}

function foot(canvas: Canvas, facts: BinderFacts): void {
  const { left, right, footerTop } = sheets[facts.paper];
  const small = { ...type.smallGrey, size: 7 };
  canvas.rule(left, right, footerTop, 0.4, ink.rule);
  const known = facts.knownAtWords === null ? '' : `, ${facts.knownAtWords}`;
  const lines = [
    `${facts.agencyName}${facts.synthetic ? ' · synthetic data: every name, date and number is invented' : ''}`,
    `Personnel binder, volume ${facts.volume.number} of ${facts.volume.of} · as of ${dateWords(facts.asOf)}${known}`,
    `Data ${shortFingerprint(facts.fingerprint)} · generated ${facts.generatedWords}`,
  ];
  lines.forEach((line, index) => { canvas.line(line, index === 2 ? type.small : small, left, footerTop + 6 + index * 9.6, 350); });
}
