import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { produceBinders } from '../binder/produce-binders.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, resolvePath } from './files.ts';
import type { Io } from './io.ts';
import { knownPerson, momentsOf } from './moments.ts';
import { generatedAtOf, intoFolder, producing, tellFiles } from './print-files.ts';

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
    tellFiles(made.value, io);
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
  const generatedAt = generatedAtOf(options, io);
  if (!generatedAt.ok) return generatedAt;
  const everybody = agency.people.map((person) => person.id);
  if (everybody.length === 0) return fail(`${oneLine(options.required('agency'))}: has no people, so there is nothing to print`);
  for (const id of options.all('person')) {
    const known = knownPerson(agency, id, suggest(id, everybody));
    if (!known.ok) return known;
  }
  const personIds = options.has('person') ? [...new Set(options.all('person'))] : everybody;
  const { asOf, knownAt } = moments.value;
  return ok({
    agency, personIds, asOf, ...(knownAt === undefined ? {} : { knownAt }), generatedAt: generatedAt.value, layout: layout.value, synthetic: agency.agency.synthetic === true,
  });
}
