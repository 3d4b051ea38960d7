import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { TextBox } from '../../shared/documents/text-marks.ts';
import type { Area } from '../../shared/documents/areas.ts';

/** A page as pixels, red, green, blue and one byte unused each, and its size in points as it is shown. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array; readonly points: { readonly width: number; readonly height: number } };

/** A PDF opened for looking at: what it says and where, and what it looks like. Pages count from 1. */
export type LookedAt = {
  readonly pages: number;
  /** Words and where they stand, as shares of the page as the file shows it. */
  readonly words: (page: number) => readonly TextBox[];
  /** Whether a good part of the page is a picture, or may be: what stands in a picture is no text. */
  readonly hasPicture: (page: number) => boolean;
  /** The page as the file shows it, annotations included; `black` areas are painted over in the pixels themselves. */
  readonly pixels: (page: number, dotsPerInch: number, black: readonly Area[]) => Pixels;
  readonly close: () => void;
};

/** Where PDFium lies: beside the built program, else in its package. */
function wasmFile(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  const beside = path.join(folder, 'pdfium.wasm');
  if (existsSync(beside)) return beside;
  for (;;) {
    const installed = path.join(folder, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm');
    if (existsSync(installed)) return installed;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('PDFium is not installed');
    folder = parent;
  }
}

/** The engine's memory as it is now: it moves when it grows, and the library's types leave it out. */
function heapOf(module: object): Uint8Array {
  const heap = 'HEAPU8' in module ? module.HEAPU8 : undefined;
  if (!(heap instanceof Uint8Array)) throw new Error('PDFium shows no memory');
  return heap;
}

let started: Promise<WrappedPdfiumModule> | null = null;
async function engine(): Promise<WrappedPdfiumModule> {
  const bytes = readFileSync(wasmFile());
  const made = await init({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
  made.PDFiumExt_Init();
  return made;
}

const mostPixels = 40_000_000;
// FPDF_ANNOT, and red first.
const renderFlags = 0x01 | 0x10;
const white = 0xffffffff;
const black = 0xff000000;

/** Opens a PDF for looking at; null where PDFium cannot. */
export async function lookAt(bytes: Uint8Array): Promise<LookedAt | null> {
  const pdfium = await (started ??= engine());
  const { wasmExports } = pdfium.pdfium;
  const heap = (): Uint8Array => heapOf(pdfium.pdfium);
  const malloc = (size: number): number => wasmExports.malloc(size);
  const free = (pointer: number): void => { wasmExports.free(pointer); };
  const file = malloc(bytes.length);
  heap().set(bytes, file);
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '');
  if (document === 0) {
    free(file);
    return null;
  }

  function onPage<Made>(number: number, work: (page: number) => Made): Made {
    const page = pdfium.FPDF_LoadPage(document, number - 1);
    if (page === 0) throw new Error(`PDFium cannot open page ${number}`);
    try {
      return work(page);
    } finally {
      pdfium.FPDF_ClosePage(page);
    }
  }

  /** Characters of a page and where they stand, as shares; null for a character without a place. */
  function characters(page: number): readonly { readonly text: string; readonly box: Area | null }[] {
    const text = pdfium.FPDFText_LoadPage(page);
    const corners = malloc(32);
    const device = malloc(8);
    const fine = 100_000;
    const shareOf = (x: number, y: number): readonly [number, number] => {
      pdfium.FPDF_PageToDevice(page, 0, 0, fine, fine, 0, x, y, device, device + 4);
      const view = new DataView(heap().buffer, device, 8);
      return [view.getInt32(0, true) / fine, view.getInt32(4, true) / fine];
    };
    try {
      return Array.from({ length: Math.max(0, pdfium.FPDFText_CountChars(text)) }, (_, index) => {
        const character = String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, index) || 0xfffd);
        const there = pdfium.FPDFText_GetCharBox(text, index, corners, corners + 8, corners + 16, corners + 24);
        if (!there) return { text: character, box: null };
        const view = new DataView(heap().buffer, corners, 32);
        const [left, right, bottom, top] = [view.getFloat64(0, true), view.getFloat64(8, true), view.getFloat64(16, true), view.getFloat64(24, true)];
        const [x1, y1] = shareOf(left, bottom);
        const [x2, y2] = shareOf(right, top);
        const box = { left: Math.min(x1, x2), top: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
        return { text: character, box: box.width > 0 && box.height > 0 ? box : null };
      });
    } finally {
      free(device);
      free(corners);
      pdfium.FPDFText_ClosePage(text);
    }
  }

  return {
    pages: pdfium.FPDF_GetPageCount(document),
    words: (number) => onPage(number, (page) => {
      const found: TextBox[] = [];
      let word: TextBox | null = null;
      for (const { text, box } of characters(page)) {
        if (box === null || /\s/u.test(text)) {
          if (word !== null) found.push(word);
          word = null;
          continue;
        }
        word = word === null ? { text, ...box } : joined(word, text, box);
      }
      return word === null ? found : [...found, word];
    }),
    hasPicture: (number) => onPage(number, (page) => {
      const sheet = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page);
      const bounds = malloc(16);
      try {
        return Array.from({ length: Math.max(0, pdfium.FPDFPage_CountObjects(page)) }, (_, index) => pdfium.FPDFPage_GetObject(page, index)).some((object) => {
          const kind = pdfium.FPDFPageObj_GetType(object);
          // 3 is a picture, 5 a form that may hold one.
          if ((kind !== 3 && kind !== 5) || !pdfium.FPDFPageObj_GetBounds(object, bounds, bounds + 4, bounds + 8, bounds + 12)) return false;
          const view = new DataView(heap().buffer, bounds, 16);
          const [left, bottom, right, top] = [view.getFloat32(0, true), view.getFloat32(4, true), view.getFloat32(8, true), view.getFloat32(12, true)];
          return (right - left) * (top - bottom) > sheet / 8;
        });
      } finally {
        free(bounds);
      }
    }),
    pixels: (number, dotsPerInch, areas) => onPage(number, (page) => {
      const points = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) };
      const fit = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (points.width * points.height)));
      const [width, height] = [Math.max(1, Math.round(points.width * fit)), Math.max(1, Math.round(points.height * fit))];
      const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, 4, 0, 0);
      if (bitmap === 0) throw new Error(`No room for the pixels of page ${number}`);
      try {
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, renderFlags);
        for (const area of areas) {
          // Outwards by two pixels, so that no edge of a letter looks out.
          const [left, top] = [Math.floor(area.left * width) - 2, Math.floor(area.top * height) - 2];
          pdfium.FPDFBitmap_FillRect(bitmap, left, top, Math.ceil((area.left + area.width) * width) + 2 - left, Math.ceil((area.top + area.height) * height) + 2 - top, black);
        }
        const [at, stride] = [pdfium.FPDFBitmap_GetBuffer(bitmap), pdfium.FPDFBitmap_GetStride(bitmap)];
        const rgba = new Uint8Array(width * height * 4);
        for (let row = 0; row < height; row += 1) rgba.set(heap().subarray(at + row * stride, at + row * stride + width * 4), row * width * 4);
        return { width, height, rgba, points };
      } finally {
        pdfium.FPDFBitmap_Destroy(bitmap);
      }
    }),
    close: () => {
      pdfium.FPDF_CloseDocument(document);
      free(file);
    },
  };
}

function joined(word: TextBox, text: string, box: Area): TextBox {
  const [left, top] = [Math.min(word.left, box.left), Math.min(word.top, box.top)];
  const right = Math.max(word.left + word.width, box.left + box.width);
  const bottom = Math.max(word.top + word.height, box.top + box.height);
  return { text: word.text + text, left, top, width: right - left, height: bottom - top };
}
