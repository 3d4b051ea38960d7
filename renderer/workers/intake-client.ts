import type { PictureFileProblem } from '../../shared/documents/photographs.ts';
import type { DocumentProblem } from '../../shared/documents/problem.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { ExaminedFile, HandedIn, IntakeAnswerMessage, IntakeRequestMessage, MadePdf } from './intake-messages.ts';

type Progress = (done: number, total: number) => void;

/**
 * Examines files and makes PDFs of them in a worker, one after the other in the order asked, so that a folder of large scans needs
 * the memory of one. A file that breaks the worker, or keeps it silent for too long, is `not-examined`; the next gets a new worker.
 */
export type IntakeClient = {
  readonly examine: (file: HandedIn, password?: string, progress?: Progress) => Promise<Result<ExaminedFile, DocumentProblem>>;
  /** Pictures put together into one PDF, in this order. */
  readonly photographs: (files: readonly HandedIn[], progress?: Progress) => Promise<Result<MadePdf, PictureFileProblem>>;
  /** The PDF without its password. */
  readonly unlock: (file: HandedIn, password: string) => Promise<Result<MadePdf, DocumentProblem>>;
  /** Ends the worker. What was asked and not answered is `not-examined`. */
  readonly close: () => void;
};

type Job = { readonly request: IntakeRequestMessage; readonly progress: Progress | undefined; readonly answered: (answer: unknown) => void; readonly ended: () => void };

type Port = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

const startWorker = (): Port => new Worker(new URL('./intake-worker.ts', import.meta.url), { type: 'module' });

/** How long, in milliseconds, a worker may say nothing: 256 MB on an old laptop take a quarter of it. */
const patience = 120_000;

/** The worker starts with the first file. */
export function startIntakeClient(start: () => Port = startWorker, silence = patience): IntakeClient {
  const waiting: Job[] = [];
  let running: { readonly job: Job; timer: ReturnType<typeof setTimeout> } | undefined;
  let worker: Port | undefined;

  const settle = (): Job | undefined => {
    const job = running?.job;
    clearTimeout(running?.timer);
    running = undefined;
    return job;
  };
  const broken = (): void => {
    worker?.terminate();
    worker = undefined;
    settle()?.ended();
    next();
  };
  const listen = (port: Port): Port => {
    port.addEventListener('message', (event) => {
      if (port !== worker || running === undefined) return;
      const message = (event as MessageEvent<IntakeAnswerMessage>).data;
      if (message.kind === 'progress') {
        clearTimeout(running.timer);
        running.timer = setTimeout(broken, silence);
        running.job.progress?.(message.done, message.total);
        return;
      }
      settle()?.answered(message.answer);
      next();
    });
    const ended = (): void => {
      if (port === worker) broken();
    };
    port.addEventListener('error', ended);
    port.addEventListener('messageerror', ended);
    return port;
  };
  const next = (): void => {
    if (running !== undefined) return;
    const job = waiting.shift();
    if (job === undefined) return;
    worker ??= listen(start());
    running = { job, timer: setTimeout(broken, silence) };
    worker.postMessage(job.request);
  };
  const ask = <Answer,>(request: IntakeRequestMessage, otherwise: Answer, progress?: Progress): Promise<Answer> =>
    new Promise((resolve) => {
      waiting.push({ request, progress, answered: (answer) => resolve(answer as Answer), ended: () => resolve(otherwise) });
      next();
    });

  const notExamined: DocumentProblem = { code: 'not-examined' };
  return {
    examine: (file, password, progress) => ask({ kind: 'examine', ask: { file, ...(password !== undefined && { password }) } }, fail(notExamined) as Result<ExaminedFile, DocumentProblem>, progress),
    photographs: (files, progress) => ask({ kind: 'photographs', ask: { files } }, fail({ at: 0, name: files[0]?.name ?? '', problem: notExamined }) as Result<MadePdf, PictureFileProblem>, progress),
    unlock: (file, password) => ask({ kind: 'unlock', ask: { file, password } }, fail(notExamined) as Result<MadePdf, DocumentProblem>),
    close: () => {
      const open = [...(running === undefined ? [] : [running.job]), ...waiting.splice(0)];
      settle();
      worker?.terminate();
      worker = undefined;
      for (const each of open) each.ended();
    },
  };
}
