import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeWhole, writeWholeBy } from '../atomic-write.ts';
import type { Signer } from '../proof/signer.ts';
import type { ChapterCache } from './chapter-cache.ts';
import type { Drawn } from './chapter-messages.ts';
import { ChapterFailure, chapterPool, type ChapterPool } from './chapter-pool.ts';
import type { DocumentSource } from './document-source.ts';

// What making binders and making certificates have in common: threads that draw, order, cancelling, files that are whole or not there.

export type BinderPhase = 'judge' | 'render' | 'merge' | 'write';

/** Why no binder, or not every binder, was made. Files named as finished are whole; no other file was left behind. */
export type BinderError =
  | { readonly code: 'no-such-person'; readonly personId: string }
  | { readonly code: 'cannot-write'; readonly detail: string }
  | { readonly code: 'cancelled' }
  /** A chapter took longer than it ever should; `person` names it. */
  | { readonly code: 'timed-out'; readonly person: string }
  | { readonly code: 'failed'; readonly person: string; readonly detail: string };

export type BinderOptions = {
  readonly outFolder: string;
  /** Threads that draw. */
  readonly workers: number;
  readonly onProgress: (progress: { readonly phase: BinderPhase; readonly done: number; readonly total: number }) => void;
  readonly signal: AbortSignal;
  /** For tests; a chapter takes well under a second. */
  readonly timeLimitMs?: number;
};

/** What binding needs beyond drawing. */
export type BindingOptions = BinderOptions & {
  /** Absent: no document is there. */
  readonly documents?: DocumentSource;
  /** Absent: binders are not signed. */
  readonly signer?: Signer;
  readonly cache?: ChapterCache;
  /** Where files made before may lie that need not be made again; absent: every file is made. */
  readonly reuseFrom?: string;
};

/** `volume` of a binder; `unchanged`: it lay there already, made of the same, and was left as it is. */
export type ProducedFile = { readonly name: string; readonly pages: number; readonly bytes: number; readonly sha256: string; readonly volume?: 1 | 2; readonly unchanged?: true };

/** An expected failure on its way out of nested work. */
class Stopped extends Error {
  readonly reason: BinderError;
  constructor(reason: BinderError) {
    super(reason.code);
    this.reason = reason;
  }
}

/** Names given away in this job, and what is being written to the disk at this moment. */
export type Files = {
  readonly taken: Set<string>;
  readonly underWay: Set<Promise<unknown>>;
  /** Writes text beside a PDF, under its name with another ending. */
  readonly beside: (pdf: string, ending: string, text: string, options: BinderOptions) => Promise<void>;
};

const chapterLimitMs = 30_000;

/**
 * Runs a job that draws: with threads for `chapters` of them, a way to cancel at any moment, and no half file left behind.
 */
export async function printing(
  options: BinderOptions, chapters: number, produce: (pool: ChapterPool, files: Files) => Promise<readonly ProducedFile[]>,
): Promise<Result<{ readonly files: readonly ProducedFile[] }, BinderError>> {
  if (options.signal.aborted) return fail({ code: 'cancelled' });
  const threads = Math.max(1, Math.min(options.workers, chapters));
  const pool = chapterPool(threads, options.timeLimitMs ?? chapterLimitMs);
  let give: () => void = () => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    give = () => { reject(new Stopped({ code: 'cancelled' })); };
    options.signal.addEventListener('abort', give, { once: true });
  });
  cancelled.catch(() => undefined);
  const underWay = new Set<Promise<unknown>>();
  const files: Files = {
    taken: new Set(),
    underWay,
    beside: async (pdf, ending, text, { outFolder, signal }) => {
      stopIfCancelled(signal);
      await writing(() => tracked(underWay, writeWhole(path.join(outFolder, `${pdf.replace(/\.pdf$/, '')}${ending}`), text)));
    },
  };
  const made = async () => {
    await writing(() => mkdir(options.outFolder, { recursive: true }));
    return produce(pool, files);
  };
  try {
    return ok({ files: await Promise.race([made(), cancelled]) });
  } catch (error) {
    if (error instanceof Stopped) return fail(error.reason);
    throw error;
  } finally {
    options.signal.removeEventListener('abort', give);
    await pool.end();
    // A file being written when the cancellation came is finished or taken away again before anybody is told.
    await Promise.allSettled(files.underWay);
  }
}

/** Works ahead on a few items, but hands the results on in order, one at a time: memory stays flat however many there are. */
export async function inOrder<Item, Made>(
  items: readonly Item[], ahead: number, make: (item: Item, index: number) => Promise<Made>, use: (made: Made, index: number, item: Item) => Promise<void> | void, signal: AbortSignal,
): Promise<void> {
  const underWay: Promise<Made>[] = [];
  let begun = 0;
  for (const [index, item] of items.entries()) {
    for (; begun < items.length && begun < index + ahead; begun += 1) {
      const next = items[begun];
      if (next === undefined) break;
      const made = make(next, begun);
      // Told where it is awaited, in its turn; until then it is not an unhandled rejection.
      made.catch(() => undefined);
      underWay.push(made);
    }
    const made = underWay.shift();
    if (made === undefined) throw new Error('every item was begun');
    const value = await made;
    stopIfCancelled(signal);
    await use(value, index, item);
  }
}

export async function draw(pool: ChapterPool, who: string, request: Parameters<ChapterPool['ask']>[0]): Promise<Drawn> {
  try {
    return await pool.ask(request);
  } catch (error) {
    if (!(error instanceof ChapterFailure)) throw error;
    throw new Stopped(error.code === 'timed-out' ? { code: 'timed-out', person: who } : { code: 'failed', person: who, detail: error.message });
  }
}

/** A file that is ready to be written, in pieces one behind the other. */
export type Bound = { readonly pieces: readonly Uint8Array[]; readonly length: number; readonly pages: number; readonly sha256: string };

export async function written(options: BinderOptions, files: Files, name: string, bound: Bound): Promise<ProducedFile> {
  stopIfCancelled(options.signal);
  await writing(() => tracked(files.underWay, writeWholeBy(path.join(options.outFolder, name), async (handle) => {
    for (const piece of bound.pieces) await handle.writeFile(piece);
  })));
  return { name, pages: bound.pages, bytes: bound.length, sha256: bound.sha256 };
}

async function tracked(underWay: Set<Promise<unknown>>, write: Promise<void>): Promise<void> {
  underWay.add(write);
  await write;
  underWay.delete(write);
}

async function writing<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Stopped({ code: 'cannot-write', detail: code });
  }
}

export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Stopped({ code: 'cancelled' });
}
