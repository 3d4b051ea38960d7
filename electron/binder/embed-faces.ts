import { PDFHexString, PDFName, PDFRawStream, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { FaceName, Faces } from '../../shared/pdf/faces.ts';
import { faceNames } from '../../shared/pdf/faces.ts';
import type { GlyphUse } from './painter.ts';

// What fontkit can and its types do not say.
type Subset = { readonly includeGlyph: (gid: number) => number; readonly encode: () => Uint8Array };

const hex = (value: number): string => value.toString(16).padStart(4, '0');
const utf16 = (text: string): string => Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');

function stream(context: PDFContext, bytes: Uint8Array, facts: Record<string, number | PDFName> = {}): PDFRef {
  const packed = deflateSync(bytes);
  return context.register(PDFRawStream.of(context.obj({ Length: packed.length, Filter: 'FlateDecode', ...facts }), packed));
}

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** A CMap (ISO 32000-1, 9.7.5 and 9.10.3) with one range of two-byte codes. */
function cmap(name: string, head: string, kind: 'bfchar' | 'cidchar', lines: readonly string[]): Uint8Array {
  const blocks = chunks(lines, 100).map((block) => `${block.length} begin${kind}\n${block.join('\n')}\nend${kind}`);
  return new TextEncoder().encode([
    '/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap', head, `/CMapName /${name} def`, `/CMapType ${kind === 'bfchar' ? 2 : 1} def`,
    '1 begincodespacerange', '<0000><ffff>', 'endcodespacerange', ...blocks, 'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end', '',
  ].join('\n'));
}

const systemInfo = (ordering: string): string => `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def`;

/**
 * Embeds the faces a file sets, each once, with the glyphs it sets. Content streams name glyphs by their number in the whole face, so that a page painted
 * for one binder fits any other; what is embedded is renumbered, and a table leads from one to the other.
 * @param refs where the fonts are to lie, known before the glyphs are
 */
export function embedFaces(context: PDFContext, faces: Faces, use: GlyphUse, refs: ReadonlyMap<FaceName, PDFRef>): void {
  for (const face of faceNames) {
    const ref = refs.get(face);
    const glyphs = use[face];
    if (ref === undefined || glyphs === undefined) continue;
    const gids = Object.keys(glyphs).map(Number).sort((a, b) => a - b);
    const font = faces.font(face);
    const subset = font.createSubset() as unknown as Subset;
    const numbers = new Map(gids.map((gid) => [gid, subset.includeGlyph(gid)] as const));
    const program = subset.encode();
    const outlines = isCff(font) ? 'cff' : 'truetype';
    // A subset is named by six letters of its own, so that two files' subsets are never taken for one.
    const tag = Array.from(createHash('sha256').update(program).digest().subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
    const name = PDFName.of(`${tag}+${font.postscriptName}`);
    const scale = 1000 / font.unitsPerEm;
    const descriptor = context.register(context.obj({
      Type: 'FontDescriptor', FontName: name, Flags: 4, ItalicAngle: 0, StemV: 80,
      FontBBox: [font.bbox.minX * scale, font.bbox.minY * scale, font.bbox.maxX * scale, font.bbox.maxY * scale].map(Math.round),
      Ascent: Math.round(font.ascent * scale), Descent: Math.round(font.descent * scale), CapHeight: Math.round(font.capHeight * scale),
      ...(outlines === 'cff' ? { FontFile3: stream(context, program, { Subtype: PDFName.of('CIDFontType0C') }) } : { FontFile2: stream(context, program, { Length1: program.length }) }),
    }));
    // Widths go by CID: in a TrueType face that is the code itself, in a CFF face the number in the subset.
    const cidOf = (gid: number): number => (outlines === 'cff' ? (numbers.get(gid) ?? 0) : gid);
    const widths = gids.map((gid) => [cidOf(gid), [Math.round(font.getGlyph(gid, Array.from(glyphs[gid] ?? '', (letter) => letter.codePointAt(0) ?? 0)).advanceWidth * scale)]] as const).sort((a, b) => a[0] - b[0]).flat();
    const table = new Uint8Array(2 * ((gids.at(-1) ?? 0) + 1));
    for (const [gid, number] of numbers) { table[2 * gid] = number >> 8; table[2 * gid + 1] = number & 255; }
    const descendant = context.register(context.obj({
      Type: 'Font', Subtype: outlines === 'cff' ? 'CIDFontType0' : 'CIDFontType2', BaseFont: name, FontDescriptor: descriptor, DW: 1000, W: widths,
      CIDSystemInfo: { Registry: PDFHexString.fromText('Adobe'), Ordering: PDFHexString.fromText('Identity'), Supplement: 0 },
      ...(outlines === 'truetype' && { CIDToGIDMap: stream(context, table) }),
    }));
    const encoding = outlines === 'truetype' ? PDFName.of('Identity-H') : stream(
      context, cmap(`MusterFace-${tag}`, `${systemInfo('Identity')}\n/WMode 0 def`, 'cidchar', gids.map((gid) => `<${hex(gid)}> ${numbers.get(gid) ?? 0}`)),
      { Type: PDFName.of('CMap'), CMapName: PDFName.of(`MusterFace-${tag}`) },
    );
    const toUnicode = stream(context, cmap(`MusterText-${tag}`, systemInfo('UCS'), 'bfchar', gids.map((gid) => `<${hex(gid)}><${utf16(glyphs[gid] ?? '') || 'fffd'}>`)));
    context.assign(ref, context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: name, Encoding: encoding, DescendantFonts: [descendant], ToUnicode: toUnicode }));
  }
}

/** Whether outlines lie in a CFF table; the library only says so through the tables it has read. */
const isCff = (font: object): boolean => 'CFF ' in font && font['CFF '] !== undefined && font['CFF '] !== null;
