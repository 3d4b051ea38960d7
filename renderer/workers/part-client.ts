import type { DocumentProblem } from '../../shared/documents/problem.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** PDFs of the pages of another, one for each list of pages (from 1); all of them or none. `bytes` are taken over. */
export function partPdf(bytes: Uint8Array, parts: readonly (readonly number[])[]): Promise<Result<readonly Uint8Array[], DocumentProblem>> {
  const worker = new Worker(new URL('./part-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (answer: Result<readonly Uint8Array[], DocumentProblem>): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('error', () => end(fail({ code: 'damaged' })));
    worker.addEventListener('message', (event: MessageEvent<readonly Result<Uint8Array, DocumentProblem>[]>) => {
      const made: Uint8Array[] = [];
      for (const each of event.data) {
        if (!each.ok) {
          end(each);
          return;
        }
        made.push(each.value);
      }
      end(ok(made));
    });
    worker.postMessage({ bytes, parts });
  });
}
