import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type * as pdfjsLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail, ok, type Result } from '../../shared/result.ts';
import { paintedScale, type PageSource, type PageText } from './page-source.ts';

/** Why a PDF could not be shown. */
export type PdfProblem = 'locked' | 'damaged' | 'no-pages';

type Library = typeof pdfjsLibrary;

/** pdf.js and a worker of its own, started while the bytes are still on their way. */
export type PdfEngine = { readonly open: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<PageSource, PdfProblem>>; readonly stop: () => void };

/** Starts pdf.js. The worker ends with `stop`, and with it everything it held. */
export function startPdfEngine(): PdfEngine {
  const worker = new Worker(new URL('../workers/pdf-worker.ts', import.meta.url), { type: 'module' });
  const library = import('pdfjs-dist/legacy/build/pdf.mjs');
  return {
    open: async (bytes) => open(await library, worker, bytes),
    stop: () => worker.terminate(),
  };
}

async function open(pdfjs: Library, worker: Worker, bytes: Uint8Array<ArrayBuffer>): Promise<Result<PageSource, PdfProblem>> {
  const files = new URL('pdfjs/', document.baseURI).href;
  const port = pdfjs.PDFWorker.create({ port: worker });
  const loading = pdfjs.getDocument({
    data: bytes,
    worker: port,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    // The page's policy allows neither; pdf.js has a way without.
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    useWorkerFetch: true,
    standardFontDataUrl: `${files}standard_fonts/`,
    cMapUrl: `${files}cmaps/`,
    cMapPacked: true,
    wasmUrl: `${files}wasm/`,
  });
  const close = (): void => {
    void loading.destroy().catch(() => undefined).finally(() => {
      port.destroy();
      worker.terminate();
    });
  };
  try {
    const pdf = await loading.promise;
    if (pdf.numPages === 0) {
      close();
      return fail('no-pages');
    }
    return ok(sourceOf(pdfjs, pdf, close));
  } catch (error) {
    close();
    return fail(error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged');
  }
}

function sourceOf(pdfjs: Library, pdf: PDFDocumentProxy, close: () => void): PageSource {
  return {
    pages: pdf.numPages,
    sizeOf: async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    },
    paint: async (number, canvas, { scale, turn }, signal) => {
      const page = await pdf.getPage(number);
      signal.throwIfAborted();
      const rotation = (page.rotate + turn) % 360;
      const viewport = page.getViewport({ scale: paintedScale(page.getViewport({ scale: 1 }), scale), rotation });
      canvas.width = Math.max(1, Math.round(viewport.width));
      canvas.height = Math.max(1, Math.round(viewport.height));
      // Annotations and what was typed into forms are drawn; there is nothing to press in them.
      const task = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE });
      const stop = (): void => task.cancel();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await task.promise;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    textOf: async (number) => textOf(pdfjs, await pdf.getPage(number)),
    close,
  };
}

/** Every run of text of a page with its box in shares of the page. */
async function textOf(pdfjs: Library, page: PDFPageProxy): Promise<readonly PageText[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
  return items.flatMap((item): readonly PageText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = pdfjs.Util.transform(viewport.transform, item.transform) as readonly number[];
    const vertical = styles[item.fontName]?.vertical === true;
    const letters = Math.hypot(c, d);
    const length = (vertical ? item.height : item.width) * viewport.scale;
    const ascent = Math.min(1, Math.max(0.6, styles[item.fontName]?.ascent ?? 0.8));
    const angle = Math.atan2(b, a) + (vertical ? Math.PI / 2 : 0);
    const [along, across] = [{ x: Math.cos(angle), y: Math.sin(angle) }, { x: Math.sin(angle), y: -Math.cos(angle) }];
    // The four corners: from a little below the line text stands on to the top of its letters.
    const corners = [[0, -0.2], [0, ascent], [1, -0.2], [1, ascent]].map(([share = 0, up = 0]) => ({
      x: x + along.x * length * share + across.x * letters * up,
      y: y + along.y * length * share + across.y * letters * up,
    }));
    const [left, right] = [Math.min(...corners.map((each) => each.x)), Math.max(...corners.map((each) => each.x))];
    const [top, bottom] = [Math.min(...corners.map((each) => each.y)), Math.max(...corners.map((each) => each.y))];
    if (!(right > left && bottom > top)) return [];
    return [{
      text: item.str,
      left: left / viewport.width,
      top: top / viewport.height,
      width: (right - left) / viewport.width,
      height: (bottom - top) / viewport.height,
      angle: (angle * 180) / Math.PI,
      letters: letters * (ascent + 0.2),
      length,
    }];
  });
}
