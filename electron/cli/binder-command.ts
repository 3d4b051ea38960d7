import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import { instantSchema } from '../../shared/model/schema.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import { produceBinders, type BinderError, type BinderOptions, type ProducedFile } from '../binder/produce-binders.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, resolvePath } from './files.ts';
import type { Io } from './io.ts';
import { knownPerson, momentsOf } from './moments.ts';
import { writeFailure } from './output.ts';

/** `muster binder`: personnel binders as PDF, a file for each person or one for the agency. */
export const binderCommand: Command = {
  name: 'binder',
  summary: 'print personnel binders as PDF',
  options: {
    agency: { value: 'FILE', required: true },
    out: { value: 'FOLDER', required: true },
    person: { value: 'ID', many: true },
    'as-of': { value: 'DATE' },
    'known-at': { value: 'DATE-OR-INSTANT' },
    layout: { value: 'file-per-person|one-file' },
    volume: { value: 'personnel|medical|both' },
    exhibits: { value: 'no|yes' },
    'generated-at': { value: 'INSTANT' },
  },
  run: async (options, io) => {
    const doors = doorsOf(options);
    if (!doors.ok) return doors;
    const loaded = await loadAgency(io, options.required('agency'));
    if (!loaded.ok) return loaded;
    const job = jobOf(options, io, loaded.value.file);
    if (!job.ok) return job;
    const folder = resolvePath(io, options.required('out'));
    const made = await intoFolder(folder, (stage, signal) => produceBinders(job.value, producing(stage, signal, io)));
    if (!made.ok) return made;
    for (const file of made.value) io.stdout(`${file.name}\t${countOf(file.pages, 'page')}\t${countOf(file.bytes, 'byte')}\t${file.sha256}\n`);
    return ok(0);
  },
};

/** What this version cannot print yet is refused, not left out without a word. */
function doorsOf(options: Options): Result<null, string> {
  const volume = options.choice('volume', ['personnel', 'medical', 'both']);
  if (!volume.ok) return volume;
  if (volume.value !== 'personnel') return fail('--volume: not yet: this version prints the personnel volume only, leave the option out');
  const exhibits = options.choice('exhibits', ['no', 'yes']);
  if (!exhibits.ok) return exhibits;
  return exhibits.value === 'yes' ? fail('--exhibits: not yet: this version prints no exhibit pages, leave the option out') : ok(null);
}

function jobOf(options: Options, io: Io, agency: AgencyFile): Result<BinderJob, string> {
  const moments = momentsOf(options, agency, io);
  if (!moments.ok) return moments;
  const layout = options.choice('layout', ['file-per-person', 'one-file']);
  if (!layout.ok) return layout;
  const generatedAt = options.text('generated-at') ?? new Date(io.now()).toISOString();
  if (!instantSchema.safeParse(generatedAt).success) {
    return fail(`--generated-at: "${oneLine(generatedAt)}" is not an instant in UTC, write it as 2026-03-19T14:05:00Z`);
  }
  const everybody = agency.people.map((person) => person.id);
  if (everybody.length === 0) return fail(`${oneLine(options.required('agency'))}: has no people, so there is nothing to print`);
  for (const id of options.all('person')) {
    const known = knownPerson(agency, id, suggest(id, everybody));
    if (!known.ok) return known;
  }
  const personIds = options.has('person') ? [...new Set(options.all('person'))] : everybody;
  const { asOf, knownAt } = moments.value;
  return ok({
    agency, personIds, asOf, ...(knownAt === undefined ? {} : { knownAt }), generatedAt, layout: layout.value, synthetic: agency.agency.synthetic === true,
  });
}

function producing(stage: string, signal: AbortSignal, io: Io): BinderOptions {
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
async function intoFolder(
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
    for (const { name } of produced.value.files) await rename(path.join(stage, name), path.join(folder, name));
    kept = true;
    return ok(produced.value.files);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return fail(writeFailure(error, path.join(folder, 'binder')));
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
      return 'interrupted; no binder was kept, run it again';
    case 'timed-out':
      return `the chapter of ${oneLine(error.person)} took too long to draw; no binder was kept, please report it`;
    case 'failed':
      return `the chapter of ${oneLine(error.person)} could not be drawn (${oneLine(error.detail)}); no binder was kept, please report it`;
  }
}
