import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { produceBinders } from '../binder/produce-binders.ts';
import { producePacket } from '../binder/produce-packet.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, resolvePath } from './files.ts';
import type { Io } from './io.ts';
import { knownPerson, momentsOf } from './moments.ts';
import { generatedAtOf, intoFolder, producing, tellFiles } from './print-files.ts';

/** `muster binder`: personnel binders as PDF, a file for each person or one for the agency; or the agency packet. */
export const binderCommand: Command = {
  name: 'binder',
  summary: 'print personnel binders, or the agency packet, as PDF',
  options: {
    agency: { value: 'FILE', required: true },
    out: { value: 'FOLDER', required: true },
    packet: { flag: true },
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
    if (options.has('packet')) return packet(options, io, loaded.value.file);
    const job = jobOf(options, io, loaded.value.file);
    if (!job.ok) return job;
    const folder = resolvePath(io, options.required('out'));
    const made = await intoFolder(folder, (stage, signal) => produceBinders(job.value, producing(stage, signal, io)));
    if (!made.ok) return made;
    tellFiles(made.value, io);
    return ok(0);
  },
};

/** The agency packet: one file about the agency as a whole. */
async function packet(options: Options, io: Io, agency: AgencyFile): Promise<Result<0, string>> {
  const alien = ['person', 'layout'].find((name) => options.has(name));
  if (alien !== undefined) return fail(`--${alien}: the agency packet is one file about the whole agency, leave the option out`);
  const moments = momentsOf(options, agency, io);
  if (!moments.ok) return moments;
  const generatedAt = generatedAtOf(options, io);
  if (!generatedAt.ok) return generatedAt;
  const { asOf, knownAt } = moments.value;
  const job = { asOf, ...(knownAt === undefined ? {} : { knownAt }), generatedAt: generatedAt.value, synthetic: agency.agency.synthetic === true };
  const made = await intoFolder(resolvePath(io, options.required('out')), (stage, signal) => producePacket(agency, job, producing(stage, signal, io)));
  if (!made.ok) return made;
  tellFiles(made.value, io);
  return ok(0);
}

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
