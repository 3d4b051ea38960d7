import { useSyncExternalStore } from 'react';
import type { BinderFile, BinderProgress, BinderResult, PrintRequest } from '../../shared/ipc/binder-job.ts';
import { cancelBinders, onBinderFinished, onBinderProgress, startBinders } from '../platform/desktop.ts';
import { startLongWork, type LongWorkHandle } from '../ui/long-work.ts';

/** A job of the printing process as the screen sees it. It goes on while other screens are looked at, so it is kept beside them. */
export type PrintRun =
  | { readonly state: 'idle' }
  /** `count`: binders or certificates. `since` and the progress times are milliseconds of the page's own clock. */
  | { readonly state: 'running'; readonly jobId: string | null; readonly count: number; readonly progress: BinderProgress | null; readonly since: number; readonly cancelling: boolean }
  | { readonly state: 'done'; readonly files: readonly BinderFile[]; readonly outFolder: string; readonly place: string; readonly seconds: number; readonly synthetic: boolean }
  | { readonly state: 'failed'; readonly code: string; readonly detail: string | null };

/** What is printed: how many of it, in words. */
export type Printed = { readonly one: string; readonly many: string };

/** Who is told of a job besides the screen: once it has begun, and how it ended. */
export type PrintWitness = { readonly begun: () => void; readonly ended: (result: BinderResult, outFolder: string) => void };

export type PrintRunner = {
  readonly start: (job: PrintRequest, count: number, folder: 'ask' | 'usual', synthetic: boolean, witness: PrintWitness, agencyId?: string) => Promise<void>;
  /** Stops the job; what is already written stays and is whole. */
  readonly cancel: () => void;
  /** Forgets how the last job ended. */
  readonly dismiss: () => void;
  /** The job going on, or how the last one ended. */
  readonly useRun: () => PrintRun;
  readonly printed: Printed;
};

/** A screen's hold on the printing process, made once beside the screen. `label` stands in the footer while it works. */
export function createPrintRunner(label: string, printed: Printed): PrintRunner {
  let run: PrintRun = { state: 'idle' };
  let target: { readonly outFolder: string; readonly place: string; readonly synthetic: boolean; readonly witness: PrintWitness } | null = null;
  let work: LongWorkHandle | null = null;
  let listening = false;
  /** A short job may end before the answer to its start has arrived. */
  let early: { readonly jobId: string; readonly result: BinderResult } | null = null;
  const listeners = new Set<() => void>();

  function publish(next: PrintRun): void {
    run = next;
    for (const listener of listeners) listener();
  }

  function end(result: BinderResult): void {
    work?.finish();
    work = null;
    if (run.state !== 'running') return;
    target?.witness.ended(result, target.outFolder);
    if (result.ok && target !== null) {
      const { outFolder, place, synthetic } = target;
      publish({ state: 'done', files: result.value.files, outFolder, place, synthetic, seconds: (performance.now() - run.since) / 1000 });
    } else if (!result.ok) {
      publish({ state: 'failed', code: result.error.code, detail: result.error.detail ?? null });
    }
  }

  function listen(): void {
    if (listening) return;
    listening = true;
    onBinderProgress((progress) => {
      if (run.state !== 'running' || (run.jobId !== null && run.jobId !== progress.jobId)) return;
      work?.update(progress.done, progress.total === 0 ? null : progress.total);
      publish({ ...run, progress });
    });
    onBinderFinished(({ jobId, result }) => {
      if (run.state !== 'running') return;
      if (run.jobId === null) early = { jobId, result };
      else if (run.jobId === jobId) end(result);
    });
  }

  const cancel = (): void => {
    if (run.state !== 'running' || run.jobId === null) return;
    publish({ ...run, cancelling: true });
    void cancelBinders({ jobId: run.jobId });
  };

  const start: PrintRunner['start'] = async (job, count, folder, synthetic, witness, agencyId) => {
    if (run.state === 'running') return;
    listen();
    early = null;
    const before = run;
    publish({ state: 'running', jobId: null, count, progress: null, since: performance.now(), cancelling: false });
    const started = await startBinders({ job, folder, ...(agencyId !== undefined && { agencyId }) });
    if (!started.ok) {
      publish({ state: 'failed', code: started.error.code, detail: started.error.detail ?? null });
      return;
    }
    if (started.value === null) {
      publish(before);
      return;
    }
    const { jobId, outFolder, place } = started.value;
    target = { outFolder, place, synthetic, witness };
    witness.begun();
    work = startLongWork(label, cancel);
    // The folder dialog may have been open for minutes: the job's time begins now.
    publish({ state: 'running', jobId, count, progress: null, since: performance.now(), cancelling: false });
    const ended = early as { readonly jobId: string; readonly result: BinderResult } | null;
    if (ended?.jobId === jobId) end(ended.result);
  };

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };

  return {
    start,
    cancel,
    dismiss: () => {
      if (run.state !== 'running') publish({ state: 'idle' });
    },
    useRun: () => useSyncExternalStore(subscribe, () => run),
    printed,
  };
}

/** What happened, what is safe, what to do. */
export function printFailureWords(code: string, detail: string | null, { one, many }: Printed): string {
  switch (code) {
    case 'cancelled':
      return `The ${many} were cancelled. Files that were already finished stay in the folder and are whole; nothing in the agency was changed.`;
    case 'busy':
      return 'Binders or certificates are being made already. Wait until they are finished, or cancel them first.';
    case 'timed-out':
      return `The ${many} stopped answering and were ended. Files that were already finished are whole. Try again with fewer people.`;
    case 'stopped':
      return `The ${many} ended before they were finished, perhaps for lack of memory. Files that were already finished are whole. Try again with one file per person, or fewer people.`;
    case 'cannot-write':
      return `The folder could not be written${detail === null ? '' : ` (${detail})`}. Nothing in the agency was changed. Choose another folder, and close ${many} that are open in a viewer.`;
    default:
      return `The ${many} were not made${detail === null ? ` (${code})` : ` (${code}: ${detail})`}. Nothing in the agency was changed. Try again; if it happens again, make one ${one} at a time to see whose it is.`;
  }
}
