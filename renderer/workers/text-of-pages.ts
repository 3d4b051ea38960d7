import { fail, ok, type Result } from '../../shared/result.ts';
import type { PageText } from '../viewer/page-source.ts';
import { startPdfEngine, type PdfProblem } from '../viewer/pdf-source.ts';

/** Beyond this many a scanned file says nothing new about whose it is. */
const mostPages = 200;

/**
 * The text of each page asked for (from 1; absent: the first 200), line by line, empty where a page is a picture: what a file is
 * matched by. `bytes` are taken over and of no use afterwards. The worker that reads them ends with the answer, or with the signal.
 */
export async function textOfPages(bytes: Uint8Array<ArrayBuffer>, pages?: readonly number[], signal?: AbortSignal): Promise<Result<readonly { readonly page: number; readonly text: string }[], PdfProblem>> {
  const engine = startPdfEngine();
  try {
    const open = await engine.open(bytes);
    if (!open.ok) return open;
    const source = open.value;
    const asked = (pages ?? Array.from({ length: Math.min(source.pages, mostPages) }, (_each, at) => at + 1)).filter((page) => page >= 1 && page <= source.pages);
    const texts: { readonly page: number; readonly text: string }[] = [];
    for (const page of asked) {
      if (signal?.aborted === true) break;
      texts.push({ page, text: linesOf(await source.textOf(page)) });
    }
    return ok(texts);
  } catch {
    return fail('damaged');
  } finally {
    engine.stop();
  }
}

/** Runs of text as lines: those whose middles lie at one height belong together, with a blank where there is room between them. */
export function linesOf(runs: readonly PageText[]): string {
  let text = '';
  let before: PageText | undefined;
  for (const run of runs) {
    if (before !== undefined) {
      const sameLine = Math.abs(run.top + run.height / 2 - before.top - before.height / 2) < Math.min(run.height, before.height) / 2;
      const gap = run.left - before.left - before.width;
      text += !sameLine ? '\n' : gap > run.width / (run.text.length * 4) || gap < -before.width ? ' ' : '';
    }
    text += run.text;
    before = run;
  }
  return text;
}
