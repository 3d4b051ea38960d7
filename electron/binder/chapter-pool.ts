import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ChapterRequest, Drawn, FromWorker } from './chapter-messages.ts';

/** Why a stretch could not be drawn. */
export class ChapterFailure extends Error {
  readonly code: 'timed-out' | 'failed';
  constructor(code: 'timed-out' | 'failed', message: string) {
    super(message);
    this.code = code;
  }
}

export type ChapterPool = {
  /** Answers a request on the first thread that is free; requests are begun in the order they are made. */
  readonly ask: (request: ChapterRequest) => Promise<Drawn>;
  /** Ends every thread at once; whatever was asked is never answered. */
  readonly end: () => Promise<void>;
};

type Waiting = { readonly request: ChapterRequest; readonly resolve: (drawn: Drawn) => void; readonly reject: (reason: ChapterFailure) => void };
type Thread = { readonly worker: Worker; job: Waiting | null; timer: ReturnType<typeof setTimeout> | undefined; ready: boolean };

/** The built worker beside this module, wherever that was built to; null where the program runs from its sources. */
function workerFile(): string | null {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), 'chapter-worker.js');
  return existsSync(beside) ? beside : null;
}

/**
 * Threads that make up and draw pages. Every request has a time limit, after which its thread is ended: whatever a chapter holds, a job comes to an end.
 */
export function chapterPool(threads: number, timeLimitMs: number): ChapterPool {
  const file = workerFile();
  return file === null ? poolHere() : inWorkers(file, threads, timeLimitMs);
}

function inWorkers(file: string, threads: number, timeLimitMs: number): ChapterPool {
  const queue: Waiting[] = [];
  const pool = new Set<Thread>();
  let ended = false;
  // Not every packaging lets a thread start from inside its archive. Then the work is done here rather than not at all.
  let instead: ChapterPool | null = null;

  function start(): void {
    const thread: Thread = { worker: new Worker(file), job: null, timer: undefined, ready: false };
    pool.add(thread);
    const stop = (code: 'timed-out' | 'failed', message: string): void => {
      clearTimeout(thread.timer);
      pool.delete(thread);
      void thread.worker.terminate();
      thread.job?.reject(new ChapterFailure(code, message));
      thread.job = null;
      if (ended) return;
      if (!thread.ready && pool.size === 0) {
        const here = (instead ??= poolHere());
        for (const waiting of queue.splice(0)) here.ask(waiting.request).then(waiting.resolve, waiting.reject);
        return;
      }
      // What is still waiting deserves a thread; where none can start, it is told instead of waiting for ever.
      if (code === 'timed-out') start();
      else if (pool.size === 0) for (const waiting of queue.splice(0)) waiting.reject(new ChapterFailure(code, message));
    };
    const next = (): void => {
      const job = queue.shift();
      if (job === undefined || ended) return;
      thread.job = job;
      thread.timer = setTimeout(() => { stop('timed-out', `no answer in ${timeLimitMs} ms`); }, timeLimitMs);
      thread.worker.postMessage(job.request);
    };
    thread.worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'ready') {
        clearTimeout(thread.timer);
        const job = thread.job;
        thread.job = null;
        if (message.kind === 'answer') job?.resolve(message.drawn);
        else job?.reject(new ChapterFailure('failed', message.message));
      }
      thread.ready = true;
      idle.set(thread, next);
      next();
    });
    thread.worker.on('error', (error) => { stop('failed', error.message); });
    thread.worker.on('exit', () => { if (!ended && pool.has(thread)) stop('failed', 'the thread ended by itself'); });
  }

  const idle = new Map<Thread, () => void>();
  return {
    ask: (request) => instead?.ask(request) ?? new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject });
      const free = [...idle].find(([thread]) => thread.job === null && pool.has(thread));
      if (free !== undefined) free[1]();
      // A thread costs more than a chapter to begin with: where everything was drawn before, none is started.
      else if (pool.size < Math.max(1, threads)) start();
    }),
    end: async () => {
      ended = true;
      for (const thread of pool) clearTimeout(thread.timer);
      await instead?.end();
      await Promise.all([...pool].map((thread) => thread.worker.terminate()));
    },
  };
}

/** The same drawing, one request after the other, on this thread: where there is no built worker to start, or little to draw. */
export function poolHere(): ChapterPool {
  let last: Promise<unknown> = Promise.resolve();
  const drawing = Promise.all([import('./chapter-renderer.ts'), import('./press.ts')]).then(([{ answerRequest }, { facesHere }]) => ({ answerRequest, faces: facesHere() }));
  return {
    ask: (request) => {
      const answer = last.then(async () => {
        const { answerRequest, faces } = await drawing;
        // Between two chapters others have their turn: a cancellation, what is being written.
        await breathe();
        try {
          return answerRequest(faces, request);
        } catch (error) {
          throw new ChapterFailure('failed', error instanceof Error ? error.message : String(error));
        }
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    end: async () => { await last; },
  };
}
