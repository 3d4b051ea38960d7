import { useSyncExternalStore } from 'react';
import type { BinderFile, BinderProgress, BinderRequest, BinderResult } from '../../../shared/ipc/binder-job.ts';
import { cancelBinders, onBinderFinished, onBinderProgress, startBinders } from '../../platform/desktop.ts';
import { startLongWork, type LongWorkHandle } from '../../ui/long-work.ts';

/** The binder job as the screen sees it. It goes on while other screens are looked at, so it is kept beside them. */
export type BinderRun =
  | { readonly state: 'idle' }
  /** `since` and the progress times are milliseconds of the page's own clock. */
  | { readonly state: 'running'; readonly jobId: string | null; readonly people: number; readonly progress: BinderProgress | null; readonly since: number; readonly cancelling: boolean }
  | { readonly state: 'done'; readonly files: readonly BinderFile[]; readonly outFolder: string; readonly place: string; readonly seconds: number; readonly synthetic: boolean }
  | { readonly state: 'failed'; readonly code: string; readonly detail: string | null };

let run: BinderRun = { state: 'idle' };
let target: { readonly outFolder: string; readonly place: string; readonly synthetic: boolean } | null = null;
let work: LongWorkHandle | null = null;
let listening = false;
/** A short job may end before the answer to its start has arrived. */
let early: { readonly jobId: string; readonly result: BinderResult } | null = null;
const listeners = new Set<() => void>();

function publish(next: BinderRun): void {
  run = next;
  for (const listener of listeners) listener();
}

function end(result: BinderResult): void {
  work?.finish();
  work = null;
  if (run.state !== 'running') return;
  if (result.ok && target !== null) {
    publish({ state: 'done', files: result.value.files, ...target, seconds: (performance.now() - run.since) / 1000 });
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

/** Stops the job; what is already written stays and is whole. */
export function cancelRun(): void {
  if (run.state !== 'running' || run.jobId === null) return;
  publish({ ...run, cancelling: true });
  void cancelBinders({ jobId: run.jobId });
}

/** Starts binders. Closing the folder dialog leaves everything as it was. */
export async function startRun(job: BinderRequest, folder: 'ask' | 'usual'): Promise<void> {
  if (run.state === 'running') return;
  listen();
  early = null;
  const before = run;
  publish({ state: 'running', jobId: null, people: job.personIds.length, progress: null, since: performance.now(), cancelling: false });
  const started = await startBinders({ job, folder });
  if (!started.ok) {
    publish({ state: 'failed', code: started.error.code, detail: started.error.detail ?? null });
    return;
  }
  if (started.value === null) {
    publish(before);
    return;
  }
  const { jobId, outFolder, place } = started.value;
  target = { outFolder, place, synthetic: job.synthetic };
  work = startLongWork('Binders', cancelRun);
  // The folder dialog may have been open for minutes: the job's time begins now.
  publish({ state: 'running', jobId, people: job.personIds.length, progress: null, since: performance.now(), cancelling: false });
  const ended = early as { readonly jobId: string; readonly result: BinderResult } | null;
  if (ended?.jobId === jobId) end(ended.result);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** The job going on, or how the last one ended. */
export const useBinderRun = (): BinderRun => useSyncExternalStore(subscribe, () => run);

/** Forgets how the last job ended. */
export function dismissRun(): void {
  if (run.state !== 'running') publish({ state: 'idle' });
}

/** What happened, what is safe, what to do. */
export function failureWords(code: string, detail: string | null): string {
  switch (code) {
    case 'cancelled':
      return 'The binders were cancelled. Files that were already finished stay in the folder and are whole; nothing in the agency was changed.';
    case 'busy':
      return 'Other binders are being made. Wait until they are finished, or cancel them first.';
    case 'timed-out':
      return 'The binders stopped answering and were ended. Files that were already finished are whole. Try again with fewer people.';
    case 'stopped':
      return 'The binders ended before they were finished, perhaps for lack of memory. Files that were already finished are whole. Try again with one file per person, or fewer people.';
    case 'cannot-write':
      return `The folder could not be written${detail === null ? '' : ` (${detail})`}. Nothing in the agency was changed. Choose another folder, and close binders that are open in a viewer.`;
    default:
      return `The binders were not made${detail === null ? ` (${code})` : ` (${code}: ${detail})`}. Nothing in the agency was changed. Try again; if it happens again, make them one by one to see whose file it is.`;
  }
}
