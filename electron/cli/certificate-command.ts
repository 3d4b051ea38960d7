import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import type { CivilMonth } from '../../shared/civil-date.ts';
import { monthSchema } from '../../shared/model/schema.ts';
import type { CertificateJob } from '../../shared/report/certificate-model.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { produceCertificates } from '../binder/produce-certificates.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, resolvePath } from './files.ts';
import type { Io } from './io.ts';
import { knownPerson, momentsOf } from './moments.ts';
import { generatedAtOf, intoFolder, producing, tellFiles } from './print-files.ts';

/** `muster certificate`: the proof of one month's exclusion checks as PDF, for the agency or for the people named. */
export const certificateCommand: Command = {
  name: 'certificate',
  summary: 'print certificates of a month of exclusion checks as PDF',
  options: {
    agency: { value: 'FILE', required: true },
    month: { value: 'YYYY-MM', required: true },
    out: { value: 'FOLDER', required: true },
    person: { value: 'ID', many: true },
    'as-of': { value: 'DATE' },
    'known-at': { value: 'DATE-OR-INSTANT' },
    'generated-at': { value: 'INSTANT' },
  },
  run: async (options, io) => {
    const month = monthOption(options);
    if (!month.ok) return month;
    const loaded = await loadAgency(io, options.required('agency'));
    if (!loaded.ok) return loaded;
    const job = jobOf(options, io, loaded.value.file, month.value);
    if (!job.ok) return job;
    const made = await intoFolder(resolvePath(io, options.required('out')), (stage, signal) => produceCertificates(loaded.value.file, job.value, producing(stage, signal, io)));
    if (!made.ok) return made;
    tellFiles(made.value, io);
    return ok(0);
  },
};

function monthOption(options: Options): Result<CivilMonth, string> {
  const text = options.required('month');
  const month = monthSchema.safeParse(text);
  return month.success ? ok(month.data) : fail(`--month: "${oneLine(text)}" is not a calendar month, write it as 2026-03`);
}

function jobOf(options: Options, io: Io, agency: AgencyFile, month: CivilMonth): Result<CertificateJob, string> {
  const moments = momentsOf(options, agency, io);
  if (!moments.ok) return moments;
  const { asOf, knownAt } = moments.value;
  if (`${month}-01` > asOf) return fail(`--month ${month}: lies after ${asOf}, the day looked at; name a month that has begun, or --as-of a later day`);
  const generatedAt = generatedAtOf(options, io);
  if (!generatedAt.ok) return generatedAt;
  const everybody = agency.people.map((person) => person.id);
  for (const id of options.all('person')) {
    const known = knownPerson(agency, id, suggest(id, everybody));
    if (!known.ok) return known;
  }
  return ok({
    month, asOf, generatedAt: generatedAt.value, ...(knownAt === undefined ? {} : { knownAt }),
    ...(options.has('person') ? { personIds: [...new Set(options.all('person'))] } : {}),
  });
}
