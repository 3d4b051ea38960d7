import * as fontkit from 'fontkit';
import { plainFont } from './woff.ts';

/** The faces of a binder: serif for names, titles and weighty numerals, sans for tables, mono for digests, han for Chinese names. */
export const faceNames = ['sans', 'bold', 'serif', 'serifRegular', 'mono', 'han'] as const;
export type FaceName = (typeof faceNames)[number];

/** A stretch of text in one face. */
export type Run = { readonly face: FaceName; readonly text: string };

type Face = { readonly font: fontkit.Font; readonly widths: Map<string, number>; readonly ascent: number; readonly descent: number };

/** Opened fonts with what they have measured so far. */
export type Faces = {
  readonly font: (face: FaceName) => fontkit.Font;
  /** Width in points of text set in one size, kerned as it will be drawn, plus `tracking` after every character. */
  readonly width: (text: string, face: FaceName, size: number, tracking?: number) => number;
  /** Distance in points from the top of a line to its baseline. */
  readonly baseline: (face: FaceName, size: number, lineHeight: number) => number;
  /** Splits text into runs: the wanted face wherever it has the character, else the Han face where that has it. */
  readonly runs: (text: string, face: FaceName) => readonly Run[];
};

// Bounded, so that hostile text cannot grow it without end; a binder's vocabulary is far smaller.
const cacheLimit = 60_000;

/** Opens the fonts of a binder from the bytes of their files, WOFF or plain. */
export function openFaces(bytes: Readonly<Record<FaceName, () => Uint8Array>>): Faces {
  const opened = new Map<FaceName, Face>();
  const open = (name: FaceName): Face => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const created = fontkit.create(plainFont(bytes[name]()) as Parameters<typeof fontkit.create>[0]);
    if (!('layout' in created)) throw new Error(`Font ${name} is a collection, not one face`);
    const face: Face = { font: created, widths: new Map(), ascent: created.ascent / created.unitsPerEm, descent: created.descent / created.unitsPerEm };
    opened.set(name, face);
    return face;
  };

  // A word with the space after it, as the PDF library lays text out: its own cache works on the same pieces.
  function pieceWidth(face: Face, piece: string): number {
    const known = face.widths.get(piece);
    if (known !== undefined) return known;
    const width = face.font.layout(piece).advanceWidth / face.font.unitsPerEm;
    if (face.widths.size < cacheLimit) face.widths.set(piece, width);
    return width;
  }

  const plain = /^[\u0020-\u024f\u1ea0-\u1ef9\u2010-\u2026]*$/;
  const has = new Map<string, boolean>();
  const covers = (face: FaceName, character: string): boolean => {
    const key = face + character;
    const known = has.get(key);
    if (known !== undefined) return known;
    const answer = open(face).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    has.set(key, answer);
    return answer;
  };

  function runs(text: string, face: FaceName): readonly Run[] {
    if (plain.test(text)) return text === '' ? [] : [{ face, text }];
    const found: { face: FaceName; text: string }[] = [];
    for (const character of text) {
      const wanted: FaceName = covers(face, character) || !covers('han', character) ? face : 'han';
      const last = found.at(-1);
      if (last?.face === wanted) last.text += character;
      else found.push({ face: wanted, text: character });
    }
    return found;
  }

  function width(text: string, face: FaceName, size: number, tracking = 0): number {
    let sum = 0;
    let characters = 0;
    for (const run of runs(text, face)) {
      const opening = open(run.face);
      for (const piece of run.text.match(/[^ ]* |[^ ]+/g) ?? []) sum += pieceWidth(opening, piece);
      characters += run.text.length;
    }
    return sum * size + characters * tracking;
  }

  return {
    font: (face) => open(face).font,
    width,
    baseline: (name, size, lineHeight) => {
      const face = open(name);
      return (size * lineHeight - size * (face.ascent - face.descent)) / 2 + size * face.ascent;
    },
    runs,
  };
}
