import {
  PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, decodePDFRawStream, type PDFContext, type PDFDocument, type PDFObject, type PDFPage,
} from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';
import { cleanCopier, type CleanCopier } from './clean-copy.ts';
import { figure } from './painter.ts';

/** a, b, c, d, e, f of a PDF matrix. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A page or picture that lies in the binder and can be shown: what is drawn, and the part of its plane that a viewer shows. */
export type Placeable = {
  readonly draws: readonly { readonly ref: PDFRef; readonly matrix: Matrix }[];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Degrees clockwise, as the file says. */
  readonly rotate: number;
  /** Points of one unit of the plane. A picture has no size of its own: null. */
  readonly unit: number | null;
};

export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const key = (name: string): PDFName => PDFName.of(name);
const identity: Matrix = [1, 0, 0, 1, 0, 0];

const numbersOf = (array: PDFObject | undefined, count: number): readonly number[] | null => {
  if (!(array instanceof PDFArray) || array.size() !== count) return null;
  const values = array.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN));
  return values.every(Number.isFinite) ? values : null;
};

/** A rectangle from any two opposite corners. */
function rectOf(values: readonly number[]): Frame {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = values;
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

const times = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];

/** What of a page a viewer shows: its crop box within its media box. */
function shownBox(page: PDFPage): Frame {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const x = Math.max(media.x, crop.x);
  const y = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

/** The content of a page as one stream: as it lies where there is one, else all joined. */
function contentOf(page: PDFPage, copier: CleanCopier, to: PDFContext, facts: Readonly<Record<string, PDFObject | undefined>>): PDFRef | null {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((item) => page.doc.context.lookup(item)).filter((item) => item instanceof PDFStream) : contents === undefined ? [] : [contents];
  const [only] = streams;
  if (streams.length === 0) return null;
  if (streams.length === 1 && only instanceof PDFRawStream) return copier.stream(only, facts);
  const parts = streams.map((stream) => Buffer.from(stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()));
  const packed = deflateSync(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])));
  const dict = to.obj({ Length: packed.length, Filter: 'FlateDecode' });
  for (const [name, value] of Object.entries(facts)) if (value !== undefined) dict.set(key(name), value);
  return to.register(PDFRawStream.of(dict, packed));
}

/** The picture of an annotation in its present state; null where a viewer shows none. */
function appearanceOf(annotation: PDFDict): PDFRawStream | null {
  const kind = annotation.lookup(key('Subtype'));
  if (kind === key('Popup') || kind === key('Link')) return null;
  const flags = annotation.lookup(key('F'));
  // Hidden, or not to be seen on the screen.
  if (flags instanceof PDFNumber && (flags.asNumber() & (2 | 32)) !== 0) return null;
  const appearances = annotation.lookup(key('AP'));
  const normal = appearances instanceof PDFDict ? appearances.lookup(key('N')) : undefined;
  if (normal instanceof PDFRawStream) return normal;
  const state = annotation.lookup(key('AS'));
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined;
  return chosen instanceof PDFRawStream ? chosen : null;
}

/** Where an appearance goes: its box, by its own matrix, onto the annotation's rectangle (ISO 32000-1, 12.5.5). */
function appearanceMatrix(annotation: PDFDict, appearance: PDFRawStream): Matrix | null {
  const rect = numbersOf(annotation.lookup(key('Rect')), 4);
  const box = numbersOf(appearance.dict.lookup(key('BBox')), 4);
  if (rect === null || box === null) return null;
  const own = numbersOf(appearance.dict.lookup(key('Matrix')), 6) ?? identity;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  const corners = [[x1, y1], [x2, y1], [x1, y2], [x2, y2]].map(([x = 0, y = 0]) => times(own as Matrix, x, y));
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [bottom, top] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  if (right - left <= 0 || top - bottom <= 0) return null;
  const to = rectOf(rect);
  const [sx, sy] = [to.width / (right - left), to.height / (top - bottom)];
  return [sx, 0, 0, sy, to.x - left * sx, to.y - bottom * sy];
}

/** Fields whose viewer was to draw what they say get their picture now; a form that cannot be read keeps what it has. */
function drawFields(source: PDFDocument): void {
  if (!source.catalog.has(key('AcroForm'))) return;
  try {
    const form = source.getForm();
    const bare = form.getFields().some((field) => field.acroField.getWidgets().some((widget) => widget.getAppearances() === undefined));
    if (bare) form.updateFieldAppearances();
  } catch {
    // Foreign forms break rules; what is drawn already is shown.
  }
}

/** An open PDF whose pages are copied into a binder, each once; shared fonts and pictures come once for all. */
export function pagesOfPdf(source: PDFDocument, out: PDFDocument): { readonly page: (number: number) => Placeable | null; readonly hiddenLayers: () => readonly PDFRef[] } {
  drawFields(source);
  const copier = cleanCopier(source.context, out.context);
  const pages = source.getPages();
  const made = new Map<number, Placeable | null>();

  function place(page: PDFPage): Placeable {
    const box = shownBox(page);
    const form = { Type: key('XObject'), Subtype: key('Form'), FormType: PDFNumber.of(1) };
    const boxArray = out.context.obj([box.x, box.y, box.x + box.width, box.y + box.height]);
    const group = page.node.lookup(key('Group'));
    const content = contentOf(page, copier, out.context, {
      ...form, BBox: boxArray, Resources: copier.resources(page.node.Resources()), Group: group instanceof PDFDict ? copier.copy(group) : undefined,
    });
    const draws = content === null ? [] : [{ ref: content, matrix: identity }];
    for (const item of page.node.Annots()?.asArray() ?? []) {
      const annotation = source.context.lookup(item);
      if (!(annotation instanceof PDFDict)) continue;
      const appearance = appearanceOf(annotation);
      const matrix = appearance === null ? null : appearanceMatrix(annotation, appearance);
      if (appearance === null || matrix === null) continue;
      const resources = appearance.dict.lookup(key('Resources'));
      const copied = (name: string): PDFObject | undefined => {
        const value = appearance.dict.lookup(key(name));
        return value === undefined ? undefined : copier.copy(value);
      };
      const ref = copier.stream(appearance, {
        ...form, BBox: copied('BBox'), Matrix: copied('Matrix'), Group: copied('Group'), Resources: copier.resources(resources instanceof PDFDict ? resources : undefined),
      });
      draws.push({ ref, matrix });
    }
    const unit = page.node.lookup(key('UserUnit'));
    return { draws, box, rotate: page.getRotation().angle, unit: unit instanceof PDFNumber ? unit.asNumber() : 1 };
  }

  return {
    page: (number) => {
      const known = made.get(number);
      if (known !== undefined) return known;
      const page = pages[number - 1];
      const placed = page === undefined ? null : place(page);
      made.set(number, placed);
      return placed;
    },
    hiddenLayers: () => hiddenLayers(source).map((ref) => copier.copy(ref)),
  };
}

/** Layers a viewer does not show when the file is opened: they must stay hidden in the binder too. */
function hiddenLayers(source: PDFDocument): readonly PDFRef[] {
  const properties = source.catalog.lookup(key('OCProperties'));
  const standard = properties instanceof PDFDict ? properties.lookup(key('D')) : undefined;
  if (!(properties instanceof PDFDict) || !(standard instanceof PDFDict)) return [];
  const refs = (array: PDFObject | undefined): readonly PDFRef[] => (array instanceof PDFArray ? array.asArray().filter((item) => item instanceof PDFRef) : []);
  if (standard.lookup(key('BaseState')) !== key('OFF')) return refs(standard.lookup(key('OFF')));
  const shown = new Set(refs(standard.lookup(key('ON'))));
  return refs(properties.lookup(key('OCGs'))).filter((ref) => !shown.has(ref));
}

/** Turns a box by quarters, its lower left corner back at the origin. */
function turned({ x, y, width, height }: Frame, degrees: number): { readonly matrix: Matrix; readonly width: number; readonly height: number } {
  switch (((Math.round(degrees / 90) * 90) % 360 + 360) % 360) {
    case 90:
      return { matrix: [0, -1, 1, 0, -y, width + x], width: height, height: width };
    case 180:
      return { matrix: [-1, 0, 0, -1, width + x, height + y], width, height };
    case 270:
      return { matrix: [0, 1, -1, 0, height + y, -x], width: height, height: width };
    default:
      return { matrix: [1, 0, 0, 1, -x, -y], width, height };
  }
}

/**
 * The operators that show a page in a frame: turned, as large as `scale` allows and the frame has room, in its middle; nothing of it outside.
 * @param frame in points, origin at the lower left of the sheet
 * @param scale of a page that has a size; a picture takes the room there is
 */
export function shownIn(frame: Frame, placed: Placeable, turn: number, scale: number, nameOf: (ref: PDFRef) => string): string {
  const { matrix, width, height } = turned(placed.box, placed.rotate + turn);
  const room = Math.min(frame.width / width, frame.height / height);
  const by = placed.unit === null ? room : Math.min(room, scale * placed.unit);
  const [a, b, c, d, e, f] = matrix;
  const left = frame.x + (frame.width - width * by) / 2;
  const bottom = frame.y + (frame.height - height * by) / 2;
  const exact = (value: number): string => String(Math.round(value * 1e6) / 1e6);
  const { box } = placed;
  return [
    'q', `${[frame.x, frame.y, frame.width, frame.height].map(figure).join(' ')} re W n`,
    `${[a * by, b * by, c * by, d * by, e * by + left, f * by + bottom].map(exact).join(' ')} cm`,
    `${[box.x, box.y, box.width, box.height].map(exact).join(' ')} re W n`,
    ...placed.draws.flatMap((draw) => (draw.matrix === identity ? [`/${nameOf(draw.ref)} Do`] : ['q', `${draw.matrix.map(exact).join(' ')} cm`, `/${nameOf(draw.ref)} Do`, 'Q'])),
    'Q',
  ].join('\n');
}
