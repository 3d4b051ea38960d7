import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFileContent } from '../../shared/agency-file/read.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { suggest } from '../../shared/agency-file/suggest.ts';
import type { RecipientProfile } from '../../shared/model/recipient-profile.ts';
import type { BinderJob } from '../../shared/report/binder-job.ts';
import { profilesOf } from '../../shared/report/profiles.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { diskCache } from '../binder/disk-cache.ts';
import type { DocumentSource } from '../binder/document-source.ts';
import { produceBinders } from '../binder/produce-binders.ts';
import { producePacket } from '../binder/produce-packet.ts';
import { signerFromPem, type Signer } from '../proof/signer.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { loadAgency, readInput, resolvePath } from './files.ts';
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
    exhibits: { value: 'yes|no' },
    recipient: { value: 'NAME-OR-ID' },
    split: { value: 'MEGABYTES' },
    'password-file': { value: 'FILE' },
    'signing-key': { value: 'FILE.pem' },
    cache: { value: 'FOLDER' },
    'generated-at': { value: 'INSTANT' },
  },
  run: async (options, io) => {
    const loaded = await loadAgency(io, options.required('agency'));
    if (!loaded.ok) return loaded;
    if (options.has('packet')) return packet(options, io, loaded.value.file);
    const job = await jobOf(options, io, loaded.value);
    if (!job.ok) return job;
    const binding = await bindingOf(options, io, loaded.value);
    if (!binding.ok) return binding;
    const folder = resolvePath(io, options.required('out'));
    const made = await intoFolder(folder, (stage, signal) => produceBinders(job.value, { ...producing(stage, signal, io), ...binding.value, reuseFrom: folder }));
    await binding.value.cache?.trim();
    if (!made.ok) return made;
    tellFiles(made.value, io);
    return ok(0);
  },
};

// What concerns people or their documents.
const packetRefuses = ['person', 'layout', 'volume', 'exhibits', 'recipient', 'split', 'password-file', 'signing-key', 'cache'] as const;

/** The agency packet: one file about the agency as a whole. */
async function packet(options: Options, io: Io, agency: AgencyFile): Promise<Result<0, string>> {
  const alien = packetRefuses.find((name) => options.has(name));
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

// Chapters of some thousand people.
const mostCachedBytes = 400_000_000;

/** Documents, key and cache of a run. */
async function bindingOf(options: Options, io: Io, { documents }: AgencyFileContent): Promise<Result<Binding, string>> {
  const source: DocumentSource = {
    read: ({ sha256 }) => {
      const bytes = documents.get(sha256);
      return Promise.resolve(bytes === undefined ? fail('not-here' as const) : ok(bytes));
    },
  };
  const folder = options.text('cache');
  const cache = folder === undefined ? {} : { cache: diskCache(resolvePath(io, folder), mostCachedBytes) };
  const keyFile = options.text('signing-key');
  if (keyFile === undefined) return ok({ documents: source, ...cache });
  const bytes = await readInput(io, keyFile);
  if (!bytes.ok) return fail(`--signing-key: ${bytes.error}`);
  const signer = signerFromPem(new TextDecoder().decode(bytes.value));
  if (signer.ok) return ok({ documents: source, ...cache, signer: signer.value });
  return fail(`--signing-key: ${oneLine(keyFile)}: is not ${signer.error === 'not-a-key' ? 'a private key without a password' : 'an Ed25519 key'}, make one with openssl genpkey -algorithm ed25519`);
}

type Binding = { readonly documents: DocumentSource; readonly signer?: Signer; readonly cache?: ReturnType<typeof diskCache> };

/** The recipient named, by id or name, with the size its portal takes. */
function profileOf(options: Options, agency: AgencyFile): Result<RecipientProfile, string> {
  const wanted = options.text('recipient') ?? 'internal';
  const profiles = profilesOf(agency.agency);
  const profile = profiles.find(({ id }) => id === wanted) ?? profiles.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (profile === undefined) return fail(`--recipient: "${oneLine(wanted)}" is nobody the agency makes binders for, name one of ${profiles.map(({ id }) => oneLine(id)).join(', ')}`);
  const split = options.text('split');
  if (split === undefined) return ok(profile);
  const megabytes = Number(split);
  if (!/^\d+(\.\d+)?$/.test(split) || megabytes < 1 || megabytes > 10_000) return fail(`--split: "${oneLine(split)}" is not a size in megabytes from 1 to 10000`);
  return ok({ ...profile, splitMegabytes: megabytes });
}

/** The password in a file: its first line. */
async function passwordOf(options: Options, io: Io): Promise<Result<string | null, string>> {
  const file = options.text('password-file');
  if (file === undefined) return ok(null);
  const bytes = await readInput(io, file);
  if (!bytes.ok) return fail(`--password-file: ${bytes.error}`);
  const [password = ''] = new TextDecoder().decode(bytes.value).split(/\r?\n/);
  if (password === '' || new TextEncoder().encode(password).length > 127) return fail(`--password-file: ${oneLine(file)}: its first line is no password of 1 to 127 bytes`);
  return ok(password);
}

async function jobOf(options: Options, io: Io, { file: agency, documents }: AgencyFileContent): Promise<Result<BinderJob, string>> {
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
  const volumes = options.choice('volume', ['personnel', 'medical', 'both']);
  if (!volumes.ok) return volumes;
  const exhibits = options.choice('exhibits', documents.size > 0 ? ['yes', 'no'] : ['no', 'yes']);
  if (!exhibits.ok) return exhibits;
  const profile = profileOf(options, agency);
  if (!profile.ok) return profile;
  const password = await passwordOf(options, io);
  if (!password.ok) return password;
  if (volumes.value !== 'personnel' && (exhibits.value === 'no' || !profile.value.medicalVolume)) {
    return fail(`--volume: volume 2 holds health documents, and ${exhibits.value === 'no' ? 'none are bound in without --exhibits yes' : `${oneLine(profile.value.name)} gets none`}`);
  }
  return ok({
    agency, personIds, asOf, ...(knownAt === undefined ? {} : { knownAt }), generatedAt: generatedAt.value, layout: layout.value, synthetic: agency.agency.synthetic === true,
    volumes: volumes.value, exhibits: exhibits.value === 'yes', profile: profile.value, ...(password.value !== null && { password: password.value }),
  });
}
