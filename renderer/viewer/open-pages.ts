import { sniff } from '../../shared/documents/sniff.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { PageSource } from './page-source.ts';
import { startPdfEngine, type PdfEngine, type PdfProblem } from './pdf-source.ts';
import { openPictures } from './picture-source.ts';

/** What became of opening bytes: pages to look at, or a file of a kind that is kept as it is. Frees what it holds with `close`. */
export type Opened = { readonly kind: 'pages'; readonly source: PageSource } | { readonly kind: 'kept' };

/** Begins to open a document before its bytes are there: a PDF wants a worker, and starting it takes as long as reading the bytes. */
export function startOpening(expected: string): { readonly open: (bytes: Uint8Array<ArrayBuffer>) => Promise<Result<Opened, string>>; readonly stop: () => void } {
  let engine: PdfEngine | null = expected === 'application/pdf' ? startPdfEngine() : null;
  let source: PageSource | null = null;
  let stopped = false;
  const keep = (opened: PageSource): Result<Opened, string> => {
    source = opened;
    if (stopped) opened.close();
    return ok({ kind: 'pages', source: opened });
  };
  const open = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Opened, string>> => {
    // By what it is, whatever it calls itself.
    const { kind } = sniff(bytes);
    if (kind === 'pdf') {
      engine ??= startPdfEngine();
      const opened = await engine.open(bytes);
      return opened.ok ? keep(opened.value) : fail(pdfWords[opened.error]);
    }
    engine?.stop();
    engine = null;
    if (kind === 'kept') return ok({ kind: 'kept' });
    const pictures = await openPictures(bytes, kind);
    return pictures.ok ? keep(pictures.value) : fail(damaged);
  };
  return {
    open,
    stop: () => {
      stopped = true;
      if (source === null) engine?.stop();
      else source.close();
    },
  };
}

const damaged = 'It cannot be shown: its content is damaged, or cut off. The file is kept as it was handed in. Save a copy to try another program, or scan it again.';
const pdfWords: Readonly<Record<PdfProblem, string>> = {
  locked: 'It has a password, so no page of it can be shown or printed. Save a copy, and file it again: the password is asked for then.',
  damaged,
  'no-pages': 'It has no pages: the file was cut off. It is kept as it was handed in. Scan it again.',
};
