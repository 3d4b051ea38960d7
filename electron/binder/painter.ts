import type { FaceName, Faces } from '../../shared/pdf/faces.ts';
import { ink } from '../../shared/pdf/ink.ts';
import { paintMark, type Painter as Drawing } from '../../shared/pdf/marks.ts';
import type { Op } from '../../shared/pdf/page-plan.ts';

/** Which glyphs of each face a stretch sets, and the text each stands for: what has to be embedded, and what a reader can search. */
export type GlyphUse = Partial<Record<FaceName, Record<number, string>>>;

/** The name under which a page's resources hold a face. The same in every file, so that painted pages fit any binder. */
export const faceResource: Readonly<Record<FaceName, string>> = { sans: 'MuSans', bold: 'MuBold', serif: 'MuSerif', serifRegular: 'MuSerifR', mono: 'MuMono', han: 'MuHan' };

/** A number as a content stream writes it: three decimals say more than any printer shows. */
export function figure(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}
const figures = (...values: readonly number[]): string => values.map(figure).join(' ');

function rgb(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return figures(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}

const hex = (gid: number): string => gid.toString(16).padStart(4, '0');

/** Notes what a glyph stands for; where contexts differ the first in order wins, so that drawing order never shows. */
export function noteGlyph(use: GlyphUse, face: FaceName, gid: number, text: string): void {
  const known = (use[face] ??= {});
  const before = known[gid];
  if (before === undefined || before === '' || (text !== '' && text < before)) known[gid] = text;
}

export function joinUse(into: GlyphUse, from: GlyphUse): void {
  for (const [face, glyphs] of Object.entries(from) as [FaceName, Record<number, string>][]) {
    for (const [gid, text] of Object.entries(glyphs)) noteGlyph(into, face, Number(gid), text);
  }
}

/** The path operators of a mark, in a coordinate system whose y grows downwards. */
function drawingInto(out: string[]): Drawing {
  const put = (line: string): Drawing => { out.push(line); return drawing; };
  const paint = (colour: string | undefined, set: 'rg' | 'RG', operator: string): Drawing => {
    if (colour === undefined) return put(operator);
    // Colour may only be set before a path begins: the path was collected apart.
    const path = out.splice(pathFrom);
    out.push(`${rgb(colour)} ${set}`, ...path, operator);
    pathFrom = out.length;
    return drawing;
  };
  let pathFrom = out.length;
  let begun = false;
  const begin = (): void => { if (!begun) pathFrom = out.length; begun = true; };
  const end = (made: Drawing): Drawing => { begun = false; pathFrom = out.length; return made; };
  const curve = (x: number, y: number, radius: number): void => {
    const k = radius * 0.5522847498;
    out.push(`${figures(x + radius, y)} m`);
    for (const [x1, y1, x2, y2, x3, y3] of [
      [x + radius, y + k, x + k, y + radius, x, y + radius], [x - k, y + radius, x - radius, y + k, x - radius, y],
      [x - radius, y - k, x - k, y - radius, x, y - radius], [x + k, y - radius, x + radius, y - k, x + radius, y],
    ] as const) out.push(`${figures(x1, y1, x2, y2, x3, y3)} c`);
    out.push('h');
  };
  const drawing: Drawing = {
    save: () => put('q'),
    restore: () => put('Q'),
    translate: (x, y) => put(`1 0 0 1 ${figures(x, y)} cm`),
    rotate: (degrees) => {
      const angle = (degrees * Math.PI) / 180;
      return put(`${figures(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle))} 0 0 cm`);
    },
    scale: (factor) => put(`${figures(factor, 0, 0, factor)} 0 0 cm`),
    lineWidth: (width) => put(`${figure(width)} w`),
    moveTo: (x, y) => { begin(); return put(`${figures(x, y)} m`); },
    lineTo: (x, y) => put(`${figures(x, y)} l`),
    bezierCurveTo: (x1, y1, x2, y2, x, y) => put(`${figures(x1, y1, x2, y2, x, y)} c`),
    circle: (x, y, radius) => { begin(); curve(x, y, radius); return drawing; },
    rect: (x, y, width, height) => { begin(); return put(`${figures(x, y, width, height)} re`); },
    polygon: (...points) => {
      begin();
      points.forEach(([x, y], index) => out.push(`${figures(x, y)} ${index === 0 ? 'm' : 'l'}`));
      return put('h');
    },
    stroke: (colour) => end(paint(colour, 'RG', 'S')),
    fill: (colour) => end(paint(colour, 'rg', 'f')),
    fillColor: (colour) => put(`${rgb(colour)} rg`),
    strokeColor: (colour) => put(`${rgb(colour)} RG`),
    font: () => drawing,
    fontSize: () => drawing,
    text: () => { throw new Error('A mark holds no text'); },
  };
  return drawing;
}

const plainGlyphs = new WeakMap<object, Map<string, number>>();

/** The glyph a character has by itself. */
function plainGlyph(font: ReturnType<Faces['font']>, letter: string): number {
  const known = plainGlyphs.get(font) ?? new Map<string, number>();
  plainGlyphs.set(font, known);
  const found = known.get(letter) ?? font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id;
  known.set(letter, found);
  return found;
}

/**
 * The text each glyph of a word stands for: a character, or those joined in it. The library's own answer depends on what it laid out before, and the same
 * page must give the same bytes.
 */
function textsOf(font: ReturnType<Faces['font']>, letters: readonly string[], glyphs: readonly number[]): readonly string[] {
  if (letters.length === glyphs.length) return letters;
  let at = 0;
  return glyphs.map((glyph, index) => {
    const begin = at;
    const next = glyphs[index + 1];
    at += 1;
    if (next === undefined) at = letters.length;
    else if (glyph !== plainGlyph(font, letters[begin] ?? '')) while (letters.length - at >= glyphs.length - index && next !== plainGlyph(font, letters[at] ?? '')) at += 1;
    return letters.slice(begin, at).join('');
  });
}

type SetText = { readonly shown: string; readonly glyphs: readonly (readonly [number, string])[] };
// Head and foot of every page say the same: what was set once is not laid out again. Bounded, so that hostile text cannot grow it without end.
const setBefore = new WeakMap<Faces, Map<string, SetText>>();
const mostSet = 5_000;

/** Shows one run of text: glyphs as the face lays them out, kerned, word by word as they were measured. */
function textOf(faces: Faces, use: GlyphUse, face: FaceName, size: number, text: string): string {
  const known = setBefore.get(faces) ?? new Map<string, SetText>();
  setBefore.set(faces, known);
  const key = `${face} ${size} ${text}`;
  const found = known.get(key) ?? laidOut(faces, face, size, text);
  if (known.size < mostSet) known.set(key, found);
  for (const [gid, letters] of found.glyphs) noteGlyph(use, face, gid, letters);
  return found.shown;
}

function laidOut(faces: Faces, face: FaceName, size: number, text: string): SetText {
  const font = faces.font(face);
  const perThousand = 1000 / font.unitsPerEm;
  const pieces: string[] = [];
  const noted = new Map<number, string>();
  let codes = '';
  const parts: string[] = [];
  const flush = (): void => { if (codes !== '') parts.push(`<${codes}>`); codes = ''; };
  const shift = (units: number): void => { if (Math.abs(units) >= 0.5) { flush(); parts.push(figure(Math.round(units))); } };
  const show = (): void => { flush(); if (parts.length > 0) pieces.push(`[${parts.join('')}] TJ`); parts.length = 0; };
  for (const word of text.match(/[^ ]* |[^ ]+/g) ?? []) {
    const { glyphs, positions } = font.layout(word);
    const texts = textsOf(font, Array.from(word), glyphs.map(({ id }) => id));
    glyphs.forEach((glyph, index) => {
      const position = positions[index];
      if (position === undefined) return;
      const letters = texts[index] ?? '';
      const before = noted.get(glyph.id);
      if (before === undefined || before === '' || (letters !== '' && letters < before)) noted.set(glyph.id, letters);
      const raised = position.yOffset === 0 ? null : (position.yOffset * size) / font.unitsPerEm;
      if (raised !== null) { show(); pieces.push(`${figure(raised)} Ts`); }
      shift(-position.xOffset * perThousand);
      codes += hex(glyph.id);
      shift((glyph.advanceWidth - position.xAdvance + position.xOffset) * perThousand);
      if (raised !== null) { show(); pieces.push('0 Ts'); }
    });
  }
  show();
  return { shown: pieces.join('\n'), glyphs: [...noted] };
}

/**
 * Writes what is drawn on a page as a content stream, with the faces under the names of `faceResource` and every glyph under its number in the
 * whole face. Equal operations give equal bytes, whatever else the file holds.
 * @param sheet of the page, in points
 * @param use glyphs set are noted here
 */
export function painted(faces: Faces, sheet: { readonly width: number; readonly height: number }, ops: readonly Op[], use: GlyphUse): string {
  const out: string[] = ['q', `1 0 0 -1 0 ${figure(sheet.height)} cm`];
  const drawing = drawingInto(out);
  let inText = false;
  let state = '';
  const leaveText = (): void => { if (inText) out.push('ET'); inText = false; };
  const setText = (op: Extract<Op, { kind: 'text' }>, matrix: string): void => {
    if (!inText) out.push('BT');
    inText = true;
    const wanted = [`${rgb(op.colour)} rg`, `/${faceResource[op.face]} ${figure(op.size)} Tf`, `${figure(op.tracking)} Tc`].join('\n');
    if (wanted !== state) out.push(wanted);
    state = wanted;
    out.push(`${matrix} Tm`, textOf(faces, use, op.face, op.size, op.text));
  };
  for (const op of ops) {
    if (op.kind === 'text') {
      if (op.text !== '') setText(op, `1 0 0 -1 ${figures(op.x, op.y)}`);
      continue;
    }
    leaveText();
    state = '';
    switch (op.kind) {
      case 'line':
        drawing.lineWidth(op.width).moveTo(op.x1, op.y1).lineTo(op.x2, op.y2).stroke(op.colour);
        break;
      case 'box':
        if (op.fill !== null) drawing.rect(op.x, op.y, op.width, op.height).fill(op.fill);
        if (op.stroke !== null) drawing.lineWidth(0.6).rect(op.x, op.y, op.width, op.height).stroke(op.stroke);
        break;
      case 'mark':
        paintMark(drawing, op.mark, op.x, op.y, op.size, op.colour);
        break;
      case 'watermark':
        drawing.save().translate(sheet.width / 2, sheet.height / 2).rotate(-52);
        setText({ kind: 'text', x: -410, y: 40, text: op.text, face: 'serif', size: 118, colour: ink.watermark, tracking: 6 }, '1 0 0 -1 -410 40');
        leaveText();
        state = '';
        drawing.restore();
    }
  }
  leaveText();
  out.push('Q');
  return out.join('\n');
}
