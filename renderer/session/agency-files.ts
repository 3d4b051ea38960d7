import { describeAgencyFileError } from '../../shared/agency-file/error.ts';
import { readAgencyFile, type AgencyFileContent } from '../../shared/agency-file/read.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { serialiseAgency, writeAgencyFile } from '../../shared/agency-file/write.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { isPurged, type DocumentRecord } from '../../shared/model/document.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { appInfo, openFile, saveFile, storeDocument } from '../platform/desktop.ts';

/** A sentence for the person: what happened, what is safe, what to do. */
export type FileTrouble = { readonly words: string };

/** How far a longer piece of work is, in documents. */
export type OnProgress = (done: number, total: number) => void;

const quiet: OnProgress = () => undefined;

function machineWords(failure: IpcFailure, deed: string): string {
  switch (failure.code) {
    case 'too-large':
      return `${deed} The file is larger than Muster reads at once${failure.detail === undefined ? '' : ` (${Math.floor(Number(failure.detail) / 2 ** 20)} MB)`}.`;
    case 'cannot-read':
      return `${deed} The system refused to read it${detail(failure)}. Check that the file is still there and may be read.`;
    case 'cannot-write':
      return `${deed} The system refused to write there${detail(failure)}. What was there before is untouched. Choose another place.`;
    default:
      return `${deed} Something went wrong${detail(failure)}. Try again.`;
  }
}

const detail = ({ detail: text }: IpcFailure): string => (text === undefined ? '' : ` (${text})`);

/** Lets the person choose a .muster file or an agency.json and reads it. Null: they closed the dialog. */
export async function chooseAgencyFile(): Promise<Result<(AgencyFileContent & { readonly name: string }) | null, FileTrouble>> {
  const chosen = await openFile({ kind: 'agency' });
  if (!chosen.ok) return fail({ words: machineWords(chosen.error, 'The file was not opened.') });
  if (chosen.value === null) return ok(null);
  const { name, bytes } = chosen.value;
  if (beginsSealed(bytes)) return fail({ words: `${name} is encrypted: a backup, or an agency handed over. Nothing was changed. Open it with Restore a backup, or take over.` });
  const read = readAgencyFile(bytes, name);
  return read.ok ? ok({ ...read.value, name }) : fail({ words: `The file was not opened, and nothing was changed. ${describeAgencyFileError(read.error)}.` });
}

/** Sealed files begin with their name; see docs/agency-file.md. */
const beginsSealed = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 13)) === 'muster sealed';

/** Keeps the documents an archive carried, each in its vault; a file that is in both is medical. Storing one that is there already keeps one copy. */
export async function storeDocuments(agencyId: string, file: AgencyFile, documents: ReadonlyMap<string, Uint8Array>, progress: OnProgress = quiet): Promise<Result<null, FileTrouble>> {
  let done = 0;
  const medical = new Set((file.documents ?? []).filter(({ vault }) => vault === 'medical').map(({ sha256 }) => sha256));
  for (const [sha256, bytes] of documents) {
    const stored = await storeDocument({ agencyId, vault: medical.has(sha256) ? 'medical' : 'personnel', bytes });
    if (!stored.ok) return fail({ words: machineWords(stored.error, `The agency was not restored: document ${done + 1} of ${documents.size} could not be stored.`) });
    progress((done += 1), documents.size);
  }
  return ok(null);
}

/** How a document of the agency is read: one of the medical vault with the right alone, and with its entry in the log. */
type BytesOf = (document: DocumentRecord) => Promise<Result<Uint8Array, string>>;

/** What an export came to. `missing`: documents not found, damaged or not to be read by who exports, by name. */
export type Exported = { readonly name: string; readonly place: string; readonly missing: readonly string[] };

/** A file name of the agency's name and the day. */
export const exportName = (agencyName: string, day: string, extension: string): string =>
  `${agencyName.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'agency'}-${day}.${extension}`;

/** Writes the whole agency with its documents as a .muster file where the person chooses. Null: they closed the dialog. */
export async function exportAgency(file: AgencyFile, suggestedName: string, bytesOf: BytesOf, progress: OnProgress = quiet): Promise<Result<Exported | null, FileTrouble>> {
  const documents = new Map<string, Uint8Array>();
  const missing: string[] = [];
  const listed = (file.documents ?? []).filter((document) => !isPurged(document));
  for (const [index, document] of listed.entries()) {
    const read = await bytesOf(document);
    if (read.ok && read.value.byteLength === document.bytes) documents.set(document.sha256, read.value);
    else missing.push(document.name);
    progress(index + 1, listed.length);
  }
  const info = await appInfo();
  const bytes = writeAgencyFile(file, documents, { appVersion: info.ok ? info.value.version : 'unknown' });
  const saved = await saveFile({ suggestedName, filters: [{ name: 'Muster agency', extensions: ['muster'] }], bytes });
  if (!saved.ok) return fail({ words: machineWords(saved.error, 'The agency was not exported.') });
  return ok(saved.value === null ? null : { ...saved.value, missing });
}

/** Writes the record alone, as a readable agency.json. Null: they closed the dialog. */
export async function exportRecord(file: AgencyFile, suggestedName: string): Promise<Result<{ readonly name: string; readonly place: string } | null, FileTrouble>> {
  const bytes = new TextEncoder().encode(serialiseAgency(file));
  const saved = await saveFile({ suggestedName, filters: [{ name: 'Agency file', extensions: ['json'] }], bytes });
  return saved.ok ? saved : fail({ words: machineWords(saved.error, 'The record was not exported.') });
}
