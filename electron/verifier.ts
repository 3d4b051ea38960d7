import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import { fail, ok, type Result } from '../shared/result.ts';
import type { PdfVerdict } from '../shared/proof/verdict.ts';
import { fromVerifier, type ToVerifier } from './verify-messages.ts';

/** A file of a gigabyte takes some seconds. */
const limitMs = 180_000;
/** Files made together are verified one after the other by one process. */
const idleMs = 10_000;

type Question = Omit<ToVerifier, 'id'>;
export type VerifyFault = { readonly code: 'cannot-read' | 'too-large' | 'failed'; readonly detail?: string };

/** Verifies PDFs in a process of its own, which ends when nothing is asked for a while. */
export function verifier(built: string) {
  let child: UtilityProcess | null = null;
  let last = 0;
  let idle: NodeJS.Timeout | undefined;
  const waiting = new Map<number, (answer: Result<PdfVerdict, VerifyFault>) => void>();

  function end(): void {
    clearTimeout(idle);
    child?.kill();
    child = null;
    for (const tell of waiting.values()) tell(fail({ code: 'failed', detail: 'stopped' }));
    waiting.clear();
  }

  function running(): UtilityProcess {
    if (child !== null) return child;
    const started = utilityProcess.fork(path.join(built, 'main', 'verify-process.js'), [], { serviceName: 'Muster verification' });
    started.on('message', (raw: unknown) => {
      const answer = fromVerifier.safeParse(raw);
      if (!answer.success) return;
      const tell = waiting.get(answer.data.id);
      waiting.delete(answer.data.id);
      tell?.('verdict' in answer.data ? ok(answer.data.verdict) : fail(answer.data.fault === 'too-large' ? { code: 'too-large' } : { code: 'cannot-read', detail: answer.data.fault }));
      if (waiting.size === 0) idle = setTimeout(end, idleMs).unref();
    });
    started.on('exit', () => {
      if (child === started) end();
    });
    child = started;
    return started;
  }

  return {
    async verify(question: Question): Promise<Result<PdfVerdict, VerifyFault>> {
      clearTimeout(idle);
      const id = (last += 1);
      return await new Promise((resolve) => {
        const timer = setTimeout(end, limitMs).unref();
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        running().postMessage({ id, ...question } satisfies ToVerifier);
      });
    },
    stop: end,
  };
}

export type Verifier = ReturnType<typeof verifier>;
