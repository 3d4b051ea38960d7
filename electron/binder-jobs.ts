import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import { fail } from '../shared/result.ts';
import type { BinderProgress, BinderResult, PrintRequest } from '../shared/ipc/binder-job.ts';
import type { DocumentSource } from './binder/document-source.ts';
import { fromBinderProcess, type Supplies, type ToBinderProcess } from './binder-messages.ts';
import { log } from './log.ts';

/** A chapter takes seconds. A process that says nothing for this long hangs and is ended. */
const silenceMs = 120_000;
/** How long a cancelled process may take to put its unfinished file away before it is ended. */
const graceMs = 3_000;

type Listener = {
  readonly progress: (progress: BinderProgress) => void;
  readonly finished: (jobId: string, result: BinderResult) => void;
};

type Job = { readonly id: string; readonly process: UtilityProcess; cancelled: boolean };

/** One job at a time, each in a process of its own: to cancel is, at the latest, to end that process. */
export function binderJobs(built: string) {
  let running: Job | null = null;

  return {
    isBusy: (): boolean => running !== null,

    /** Starts a job into an existing folder. Exactly one `finished` follows, whatever happens to the process. */
    start(request: PrintRequest, outFolder: string, tell: Listener, supplies: Omit<Supplies, 'documents'>, documents: DocumentSource | null): string {
      const child = utilityProcess.fork(path.join(built, 'main', 'binder-process.js'), [], { serviceName: 'Muster binders' });
      const job: Job = { id: randomUUID(), process: child, cancelled: false };
      running = job;
      let timer = setTimeout(onSilence, silenceMs);
      let ended = false;

      function end(result: BinderResult): void {
        if (ended) return;
        ended = true;
        clearTimeout(timer);
        running = null;
        child.kill();
        log('info', 'binder-finished', { ok: result.ok, code: result.ok ? 'ok' : result.error.code });
        tell.finished(job.id, result);
      }
      function onSilence(): void {
        end({ ok: false, error: { code: 'timed-out' } });
      }

      async function lend({ id, sha256, vault }: { readonly id: number; readonly sha256: string; readonly vault: 'personnel' | 'medical' }): Promise<void> {
        const read = documents === null ? fail('not-here' as const) : await documents.read({ sha256, vault });
        if (ended) return;
        child.postMessage({ kind: 'document', id, bytes: read.ok ? new Uint8Array(read.value) : null, fault: read.ok ? null : read.error } satisfies ToBinderProcess);
      }

      child.on('message', (raw: unknown) => {
        const message = fromBinderProcess.safeParse(raw);
        if (!message.success) {
          // Waiting on would look like work that never ends.
          end({ ok: false, error: { code: 'failed', detail: 'its process gave an answer of an unknown shape' } });
          return;
        }
        clearTimeout(timer);
        if (message.data.kind === 'finished') {
          end(job.cancelled ? { ok: false, error: { code: 'cancelled' } } : message.data.result);
          return;
        }
        timer = setTimeout(onSilence, silenceMs);
        if (message.data.kind === 'read-document') {
          void lend(message.data);
          return;
        }
        const { phase, done, total } = message.data;
        tell.progress({ jobId: job.id, phase, done, total });
      });
      child.on('exit', (code) => {
        end({ ok: false, error: job.cancelled ? { code: 'cancelled' } : { code: 'stopped', detail: String(code) } });
      });
      const workers = Math.max(1, availableParallelism() - 1);
      child.postMessage({ kind: 'start', job: request, outFolder, workers, supplies: { ...supplies, documents: documents !== null } } satisfies ToBinderProcess);
      return job.id;
    },

    /** Asks the running job to stop and ends its process if it does not. False: there is no such job any more. */
    cancel(jobId: string): boolean {
      const job = running;
      if (job?.id !== jobId) return false;
      job.cancelled = true;
      job.process.postMessage({ kind: 'cancel' } satisfies ToBinderProcess);
      setTimeout(() => job.process.kill(), graceMs).unref();
      return true;
    },

    /** Ends what runs, when the app quits. */
    stop(): void {
      running?.process.kill();
    },
  };
}

export type BinderJobs = ReturnType<typeof binderJobs>;
