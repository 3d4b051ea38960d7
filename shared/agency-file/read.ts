import { fail, ok, type Result } from '../result.ts';
import { agencyEntry, documentDigest, looksLikeZip, manifestEntry, unpack } from './archive.ts';
import type { AgencyFileError, ArchiveFault } from './error.ts';
import { parseJson, type JsonFault } from './json-scan.ts';
import { archiveLimits, type ArchiveLimits } from './limits.ts';
import { digestOf, readManifest, type Manifest } from './manifest.ts';
import type { AgencyFileProblem } from './problem.ts';
import { checkReferences } from './references.ts';
import { agencyFileSchema, agencyFileVersion, type AgencyFile } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';

/** A whole agency file as read: the record, the stored documents by SHA-256, and the manifest where an archive carried one. */
export type AgencyFileContent = {
  readonly file: AgencyFile;
  readonly documents: ReadonlyMap<string, Uint8Array>;
  readonly manifest?: Manifest;
};

/** How many problems of one file are kept in words; the rest are counted. */
const problemLimit = 100;

type Fault = AgencyFileError extends infer Each ? (Each extends unknown ? Omit<Each, 'fileName'> : never) : never;
type Refused = ArchiveFault | JsonFault | Fault;

/**
 * Reads a `.muster` archive or a bare agency.json (UTF-8, with or without byte order mark). Strict: the whole file is
 * accepted, or it is refused with every problem found (the first `problemLimit` in full) and nothing of it is used.
 * @param fileName only named in errors; what the bytes are decides how they are read.
 */
export function readAgencyFile(
  bytes: Uint8Array,
  fileName: string,
  limits: ArchiveLimits = archiveLimits,
): Result<AgencyFileContent, AgencyFileError> {
  const read = bytes.length === 0 ? fail({ code: 'empty' } as const) : looksLikeZip(bytes) ? readArchive(bytes, limits) : readBare(bytes, limits);
  return read.ok ? read : fail({ ...read.error, fileName });
}

/** Checks a value that claims to be the content of an agency.json, such as one received from another process. */
export function checkAgencyFile(value: unknown, fileName: string): Result<AgencyFile, AgencyFileError> {
  const read = contentOf(value);
  return read.ok ? read : fail({ ...read.error, fileName });
}

function readBare(bytes: Uint8Array, limits: ArchiveLimits): Result<AgencyFileContent, Refused> {
  if (bytes.length > limits.jsonBytes) return fail({ code: 'too-large', entry: null, limitBytes: limits.jsonBytes });
  const file = readRecord(bytes);
  return file.ok ? ok({ file: file.value, documents: new Map() }) : file;
}

function readArchive(bytes: Uint8Array, limits: ArchiveLimits): Result<AgencyFileContent, Refused> {
  const unpacked = unpack(bytes, limits);
  if (!unpacked.ok) return unpacked;
  const entries = unpacked.value;
  const manifestBytes = entries.get(manifestEntry);
  const agencyBytes = entries.get(agencyEntry);
  if (agencyBytes === undefined) return fail({ code: 'missing-entry', entry: agencyEntry });
  if (manifestBytes === undefined) return fail({ code: 'missing-entry', entry: manifestEntry });
  const text = decode(manifestBytes);
  const manifest = text === null ? fail('is not UTF-8 text, take another copy') : readManifest(text);
  if (!manifest.ok) return fail({ code: 'bad-manifest', detail: manifest.error });
  const changed = compare(entries, manifest.value);
  if (changed !== null) return fail(changed);
  const file = readRecord(agencyBytes);
  if (!file.ok) return file;
  const documents = new Map<string, Uint8Array>();
  for (const [path, content] of entries) {
    const digest = documentDigest(path);
    if (digest !== null) documents.set(digest, content);
  }
  const stray = checkDocuments(file.value, documents);
  return stray === null ? ok({ file: file.value, documents, manifest: manifest.value }) : fail(stray);
}

/** The first entry that is not what the manifest says, or null: every entry but the manifest itself is listed, and nothing else. */
function compare(entries: ReadonlyMap<string, Uint8Array>, manifest: Manifest): ArchiveFault | null {
  const listed = new Map<string, { readonly sha256: string; readonly bytes: number }>();
  for (const entry of manifest.entries) {
    if (listed.has(entry.path)) return { code: 'bad-manifest', detail: `lists ${entry.path} twice, take another copy` };
    if (!entries.has(entry.path) || entry.path === manifestEntry) return { code: 'missing-entry', entry: entry.path };
    listed.set(entry.path, entry);
  }
  for (const [path, content] of entries) {
    if (path === manifestEntry) continue;
    const stated = listed.get(path);
    if (stated === undefined) return { code: 'unlisted-entry', entry: path };
    const digest = digestOf(content);
    if (stated.bytes !== content.length || stated.sha256 !== digest) return { code: 'changed-entry', entry: path };
    const name = documentDigest(path);
    if (name !== null && name !== digest) return { code: 'misnamed-document', entry: path };
  }
  return null;
}

function checkDocuments(file: AgencyFile, stored: ReadonlyMap<string, Uint8Array>): ArchiveFault | null {
  const known = new Set((file.documents ?? []).map((document) => document.sha256));
  for (const digest of stored.keys()) {
    if (!known.has(digest)) return { code: 'unknown-document', entry: `documents/${digest}` };
  }
  for (const document of file.documents ?? []) {
    const found = stored.get(document.sha256)?.length;
    if (found !== undefined && found !== document.bytes) {
      return { code: 'document-size', entry: `documents/${document.sha256}`, stated: document.bytes, found };
    }
  }
  return null;
}

function readRecord(bytes: Uint8Array): Result<AgencyFile, Refused> {
  const text = decode(bytes);
  if (text === null) return fail({ code: 'not-utf8' });
  if (text.trim() === '') return fail({ code: 'empty' });
  const json = parseJson(text);
  return json.ok ? contentOf(json.value) : json;
}

function contentOf(value: unknown): Result<AgencyFile, Refused> {
  const strange = headFault(value);
  if (strange !== null) return fail(strange);
  const parsed = agencyFileSchema.safeParse(value);
  const problems = parsed.success
    ? checkReferences(parsed.data)
    : schemaProblems(agencyFileSchema, value, parsed.error.issues);
  if (!parsed.success || problems.length > 0) return fail(contentFault(problems));
  return ok(parsed.data);
}

const contentFault = (problems: readonly AgencyFileProblem[]): Refused =>
  ({ code: 'content', problems: problems.slice(0, problemLimit), count: problems.length });

/** Another program's file, or a newer Muster's, is named as such before its keys are found strange. */
function headFault(value: unknown): Refused | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { code: 'not-an-agency-file', found: null };
  const { format, version } = value as Readonly<Record<string, unknown>>;
  if (format !== 'muster-agency') return { code: 'not-an-agency-file', found: typeof format === 'string' ? format : null };
  if (typeof version === 'number' && version > agencyFileVersion) return { code: 'newer-version', version, readable: agencyFileVersion };
  return null;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
