import * as fontkit from 'fontkit';
import { plainFont } from './woff.ts';

/** The faces of a binder: serif for names, titles and weighty numerals, sans for tables, mono for digests, han for Chinese names. */
export const faceNames = ['sans', 'bold', 'serif', 'serifRegular', 'mono', 'han'] as const;
export type FaceName = (typeof faceNames)[number];

/** A stretch of text in one face. */
export type Run = { readonly face: FaceName; readonly text: string };

type Layout = Pick<fontkit.GlyphRun, 'glyphs' | 'positions' | 'advanceWidth'>;
type Face = { readonly font: fontkit.Font; readonly widthOf: (piece: string) => number; readonly ascent: number; readonly descent: number };

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
const cacheLimit = 20_000;

// Digits stand each by itself in every face of a binder (a test reads it from the fonts), and every page has a number no other page has.
const numbers = /^[0-9]{2,} ?$/;
const joined = (layouts: readonly Layout[]): Layout => ({
  glyphs: layouts.flatMap(({ glyphs }) => glyphs), positions: layouts.flatMap(({ positions }) => positions), advanceWidth: layouts.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
});

/**
 * A font that remembers how it laid out a word. To lay out (substitutions, kerning) is most of the work of a page, and every
 * word is needed twice, to measure it and to draw it, and again in the next chapter.
 */
function remembering(font: fontkit.Font): { readonly font: fontkit.Font; readonly layoutOf: (text: string) => Layout } {
  const known = new Map<string, Layout>();
  const laidOut = (text: string): Layout => {
    const { glyphs, positions, advanceWidth } = font.layout(text);
    return { glyphs, positions, advanceWidth };
  };
  const layoutOf = (text: string): Layout => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = numbers.test(text) ? joined(Array.from(text, layoutOf)) : laidOut(text);
    if (known.size < cacheLimit) known.set(text, made);
    return made;
  };
  const layout = (text: string, features?: Parameters<fontkit.Font['layout']>[1]): Layout => {
    if (features !== undefined) return font.layout(text, features);
    const { glyphs, positions, advanceWidth } = layoutOf(text);
    // The PDF library scales the positions it is given in place.
    return { glyphs, positions: positions.map((position) => ({ ...position })), advanceWidth };
  };
  return { font: Object.create(font, { layout: { value: layout } }) as fontkit.Font, layoutOf };
}

/** Opens the fonts of a binder from the bytes of their files, WOFF or plain. */
export function openFaces(bytes: Readonly<Record<FaceName, () => Uint8Array>>): Faces {
  const opened = new Map<FaceName, Face>();
  const open = (name: FaceName): Face => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const created = fontkit.create(plainFont(bytes[name]()) as Parameters<typeof fontkit.create>[0]);
    if (!('layout' in created)) throw new Error(`Font ${name} is a collection, not one face`);
    const { font, layoutOf } = remembering(created);
    const perEm = created.unitsPerEm;
    const face: Face = { font, widthOf: (piece) => layoutOf(piece).advanceWidth / perEm, ascent: created.ascent / perEm, descent: created.descent / perEm };
    opened.set(name, face);
    return face;
  };

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

  // What stands on every page is measured once: text by face, its width in ems and its characters.
  const measured = new Map<FaceName, Map<string, readonly [number, number]>>();

  function measure(text: string, face: FaceName): readonly [number, number] {
    const known = measured.get(face) ?? new Map<string, readonly [number, number]>();
    measured.set(face, known);
    const found = known.get(text);
    if (found !== undefined) return found;
    let sum = 0;
    let characters = 0;
    for (const run of runs(text, face)) {
      const opening = open(run.face);
      // A word with the space after it, as the painter lays text out: what is measured is what will be drawn.
      for (const piece of run.text.match(/[^ ]* |[^ ]+/g) ?? []) sum += opening.widthOf(piece);
      characters += run.text.length;
    }
    if (known.size < cacheLimit) known.set(text, [sum, characters]);
    return [sum, characters];
  }

  function width(text: string, face: FaceName, size: number, tracking = 0): number {
    const [sum, characters] = measure(text, face);
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
