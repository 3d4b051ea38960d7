/**
 * The process that makes binders, certificates and agency packets, so that the screen never waits and to cancel can always mean to end a process. It takes
 * one job, tells its progress and ends. What it does is `produceBinders`, `produceCertificates` or `producePacket`, the same code the command line runs.
 */
import { describeAgencyFileError } from '../shared/agency-file/error.ts';
import { checkAgencyFile } from '../shared/agency-file/read.ts';
import type { AgencyFile } from '../shared/agency-file/schema.ts';
import type { BinderResult, PrintRequest } from '../shared/ipc/binder-job.ts';
import { askedDocuments } from './binder/asked-documents.ts';
import { diskCache, sealWith } from './binder/disk-cache.ts';
import type { BinderError, BindingOptions } from './binder/printing.ts';
import { produceBinders } from './binder/produce-binders.ts';
import { produceCertificates } from './binder/produce-certificates.ts';
import { producePacket } from './binder/produce-packet.ts';
import { toBinderProcess, type FromBinderProcess, type Supplies } from './binder-messages.ts';
import { demonstrationSigner, signerFromSeed, type Signer } from './proof/signer.ts';

const cancelled = new AbortController();
let started = false;
// Chapters of some thousand people.
const mostCachedBytes = 400_000_000;
const documents = askedDocuments((question) => {
  say({ kind: 'read-document', ...question });
});

function signerFor(signing: Supplies['signing']): Signer | null {
  if (signing === null) return null;
  return signing.kind === 'seed' ? signerFromSeed(signing.seed) : demonstrationSigner();
}

process.parentPort.on('message', ({ data }: { data: unknown }) => {
  const message = toBinderProcess.safeParse(data);
  if (!message.success) throw new Error('binder process: a message of an unknown shape');
  if (message.data.kind === 'cancel') {
    cancelled.abort();
    return;
  }
  if (message.data.kind === 'document') {
    documents.answered(message.data);
    return;
  }
  if (started) throw new Error('binder process: one job a process');
  started = true;
  const { job, outFolder, workers, supplies } = message.data;
  void make(job, outFolder, workers, supplies).then((result) => {
    say({ kind: 'finished', result });
  });
});

async function make(request: PrintRequest, outFolder: string, workers: number, supplies: Supplies): Promise<BinderResult> {
  const agency = checkAgencyFile(request.agency, 'the agency');
  if (!agency.ok) return { ok: false, error: { code: 'bad-agency', detail: describeAgencyFileError(agency.error) } };
  const cache = supplies.chapters === null ? null : diskCache(supplies.chapters.folder, mostCachedBytes, supplies.chapters.key === null ? undefined : sealWith(supplies.chapters.key));
  const signer = signerFor(supplies.signing);
  const options: BindingOptions = {
    outFolder,
    reuseFrom: outFolder,
    ...(supplies.documents && { documents }),
    ...(cache !== null && { cache }),
    ...(signer !== null && { signer }),
    workers,
    signal: cancelled.signal,
    onProgress: (progress) => {
      say({ kind: 'progress', ...progress });
    },
  };
  const made = await producing(request, agency.value, options);
  await cache?.trim();
  if (made.ok) return { ok: true, value: { ...made.value, files: [...made.value.files] } };
  return { ok: false, error: inWords(made.error) };
}

function producing(request: PrintRequest, agency: AgencyFile, options: BindingOptions) {
  switch (request.kind) {
    case 'certificates':
      return produceCertificates(agency, request, options);
    case 'packet':
      return producePacket(agency, request, options);
    case 'binders':
      return produceBinders({ ...request, agency }, options);
  }
}

function inWords(error: BinderError): Extract<BinderResult, { ok: false }>['error'] {
  switch (error.code) {
    case 'cancelled':
      return { code: error.code };
    case 'no-such-person':
      return { code: error.code, person: error.personId };
    case 'cannot-write':
      return { code: error.code, detail: error.detail };
    case 'timed-out':
      return { code: error.code, person: error.person };
    case 'failed':
      return { code: error.code, person: error.person, detail: error.detail };
  }
}

function say(message: FromBinderProcess): void {
  process.parentPort.postMessage(message);
}
