import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { oneLine } from '../../shared/agency-file/path.ts';
import { instantSchema } from '../../shared/model/schema.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import type { BinderError, BinderOptions, ProducedFile } from '../binder/printing.ts';
import type { Options } from './arguments.ts';
import type { Io } from './io.ts';
import { writeFailure } from './output.ts';

// What the commands that print PDF have in common.

/** --generated-at, or now. */
export function generatedAtOf(options: Options, io: Io): Result<string, string> {
  const generatedAt = options.text('generated-at') ?? new Date(io.now()).toISOString();
  if (instantSchema.safeParse(generatedAt).success) return ok(generatedAt);
  return fail(`--generated-at: "${oneLine(generatedAt)}" is not an instant in UTC, write it as 2026-03-19T14:05:00Z`);
}

/** One line a file: name, pages, bytes, SHA-256. */
export function tellFiles(files: readonly ProducedFile[], io: Io): void {
  for (const file of files) io.stdout(`${file.name}\t${countOf(file.pages, 'page')}\t${countOf(file.bytes, 'byte')}\t${file.sha256}${file.unchanged === true ? '\tunchanged' : ''}\n`);
}

/** How a job is run from a terminal: progress goes to stderr. */
export function producing(stage: string, signal: AbortSignal, io: Io): BinderOptions {
  let shown = '';
  return {
    outFolder: stage,
    workers: Math.min(4, availableParallelism()),
    signal,
    onProgress: ({ phase, done, total }) => {
      // A line for each tenth is enough to see that it moves, in a terminal and in a log alike.
      const line = `${phase} ${Math.floor((done / total) * 10) * 10} %`;
      if (line !== shown) io.stderr(`${line}\n`);
      shown = line;
    },
  };
}

/** Lets the files be made beside their place and moves them in together: a run that fails or is interrupted leaves nothing. */
export async function intoFolder(
  folder: string,
  make: (stage: string, signal: AbortSignal) => Promise<Result<{ readonly files: readonly ProducedFile[] }, BinderError>>,
): Promise<Result<readonly ProducedFile[], string>> {
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort();
  process.once('SIGINT', stop);
  let made: string | undefined;
  let stage: string | undefined;
  let kept = false;
  try {
    made = await mkdir(folder, { recursive: true });
    stage = await mkdtemp(path.join(folder, '.muster-'));
    const produced = await make(stage, interrupt.signal);
    if (!produced.ok) return fail(binderErrorWords(produced.error, folder));
    // With what lies beside the files; what lay there already and was left as it is has no place on the stage.
    for (const name of await readdir(stage)) await rename(path.join(stage, name), path.join(folder, name));
    kept = true;
    return ok(produced.value.files);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return fail(writeFailure(error, path.join(folder, 'file.pdf')));
  } finally {
    process.removeListener('SIGINT', stop);
    if (stage !== undefined) await rm(stage, { recursive: true, force: true });
    if (!kept && made !== undefined) await rm(made, { recursive: true, force: true });
  }
}

function binderErrorWords(error: BinderError, folder: string): string {
  switch (error.code) {
    case 'no-such-person':
      return `--person: nobody has the id "${oneLine(error.personId)}", use an id of people in the agency file`;
    case 'cannot-write':
      return `${oneLine(folder)}: could not be written (${error.detail}), choose another folder`;
    case 'cancelled':
      return 'interrupted; nothing was kept, run it again';
    case 'timed-out':
      return `the chapter of ${oneLine(error.person)} took too long to draw; nothing was kept, please report it`;
    case 'failed':
      return `the chapter of ${oneLine(error.person)} could not be drawn (${oneLine(error.detail)}); nothing was kept, please report it`;
  }
}
