/**
 * The process that makes binders, so that the screen never waits and to cancel can always mean to end a process. It takes
 * one job, tells its progress and ends. What it does is `produceBinders`, the same code the command line runs.
 */
import { agencyFileSchema } from '../shared/agency-file/schema.ts';
import type { BinderRequest, BinderResult } from '../shared/ipc/binder-job.ts';
import { produceBinders } from './binder/produce-binders.ts';
import { toBinderProcess, type FromBinderProcess } from './binder-messages.ts';

const cancelled = new AbortController();
let started = false;

process.parentPort.on('message', ({ data }: { data: unknown }) => {
  const message = toBinderProcess.safeParse(data);
  if (!message.success) throw new Error('binder process: a message of an unknown shape');
  if (message.data.kind === 'cancel') {
    cancelled.abort();
    return;
  }
  if (started) throw new Error('binder process: one job a process');
  started = true;
  void make(message.data.job, message.data.outFolder, message.data.workers).then((result) => {
    say({ kind: 'finished', result });
  });
});

async function make(request: BinderRequest, outFolder: string, workers: number): Promise<BinderResult> {
  const agency = agencyFileSchema.safeParse(request.agency);
  if (!agency.success) {
    const where = agency.error.issues[0]?.path.map(String).join('.') ?? '';
    return { ok: false, error: { code: 'bad-agency', detail: where } };
  }
  const made = await produceBinders(
    { ...request, agency: agency.data },
    {
      outFolder,
      workers,
      signal: cancelled.signal,
      onProgress: (progress) => {
        say({ kind: 'progress', ...progress });
      },
    },
  );
  if (made.ok) return { ok: true, value: { files: [...made.value.files] } };
  return { ok: false, error: { code: made.error.code } };
}

function say(message: FromBinderProcess): void {
  process.parentPort.postMessage(message);
}
