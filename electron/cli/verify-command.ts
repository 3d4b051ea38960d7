import { isLogFile, readLogFile } from '../../shared/audit/log-file.ts';
import { describeAgencyFileError, type AgencyFileError } from '../../shared/agency-file/error.ts';
import { parseJson } from '../../shared/agency-file/json-scan.ts';
import { oneLine } from '../../shared/agency-file/path.ts';
import { readAgencyFile, type AgencyFileContent } from '../../shared/agency-file/read.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import type { Options } from './arguments.ts';
import type { Command } from './command.ts';
import { readInput } from './files.ts';
import type { Io } from './io.ts';
import { verifyLog } from './verify-log.ts';
import { isPdf, pdfOptions, verifyPdfFile } from './verify-pdf.ts';
import { secretFrom, verifySealed } from './verify-sealed.ts';
import { isSound, verdictTable, type Finding, type Verdict } from './verify-verdict.ts';

/** `muster verify`: whether a file is as Muster wrote it, and where it stops being so. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'say whether a binder, an agency file, a backup or an exported log is as it was made, and name what is not',
  options: {
    file: { value: 'FILE', required: true, bare: true },
    head: { value: 'DIGITS' },
    'passphrase-file': { value: 'FILE' },
    key: { value: 'FINGERPRINT' },
    agency: { value: 'FILE' },
    'password-file': { value: 'FILE' },
    format: { value: 'table|json' },
  },
  run: async (options, io) => {
    const format = options.choice('format', ['table', 'json']);
    if (!format.ok) return format;
    const head = options.text('head');
    if (head !== undefined && !/^(?:\s*[0-9a-f]){8,64}\s*$/i.test(head)) return fail(`--head: "${oneLine(head)}" is not the printed head of a log, write its 16 hexadecimal digits`);
    const typed = options.required('file');
    const secret = await secretFrom(io, options.text('passphrase-file'));
    if (!secret.ok) return secret;
    const verdict = (await verifySealed(io, typed, { secret: secret.value, head })) ?? (await verifyPlain(io, typed, head, options));
    if (!verdict.ok) return verdict;
    io.stdout(format.value === 'json' ? `${JSON.stringify(verdict.value, null, 2)}\n` : verdictTable(verdict.value));
    return ok(isSound(verdict.value) ? 0 : 1);
  },
};

async function verifyPlain(io: Io, typed: string, head: string | undefined, options: Options): Promise<Result<Verdict, string>> {
  const bytes = await readInput(io, typed);
  if (!bytes.ok) return bytes;
  // A PDF by its name that is none any more is told as such, not as a broken agency file.
  if (isPdf(bytes.value) || /\.pdf$/i.test(typed)) return head === undefined ? verifyPdfFile(io, typed, bytes.value, options) : fail('--head: a PDF has no log to look in, verify an agency file or an exported log with it');
  const alien = pdfOptions.find((name) => options.has(name));
  return alien === undefined ? verify(bytes.value, typed, head) : fail(`--${alien}: only a PDF is verified with it, leave the option out`);
}

function verify(bytes: Uint8Array, typed: string, head: string | undefined): Result<Verdict, string> {
  const log = asLogFile(bytes, typed);
  if (log !== null) return log.ok ? ok({ file: oneLine(typed), kind: 'log', findings: verifyLog(log.value.entries, head) }) : log;
  const read = readAgencyFile(bytes, typed);
  if (!read.ok) return isDamage(read.error) ? ok({ file: oneLine(typed), kind: 'agency file', findings: [{ part: 'archive', sound: false, says: describeAgencyFileError(read.error).slice(oneLine(typed).length + 2) }] }) : fail(describeAgencyFileError(read.error));
  const { file } = read.value;
  return ok({ file: oneLine(typed), kind: 'agency file', findings: [...archiveFindings(read.value), ...verifyLog(file.audit ?? [], head), ...manifestHead(read.value)] });
}

/** Null: it does not claim to be a log file. */
function asLogFile(bytes: Uint8Array, typed: string): ReturnType<typeof readLogFile> | null {
  // A log file begins with its format; nothing else is read twice.
  const start = new TextDecoder().decode(bytes.subarray(0, 200));
  if (!start.includes('"muster-log"')) return null;
  const json = parseJson(new TextDecoder().decode(bytes));
  if (!json.ok || !isLogFile(json.value)) return null;
  const read = readLogFile(json.value);
  return read.ok ? read : fail(`${oneLine(typed)}: ${read.error}`);
}

/** What shows that a file was whole once and is not any more; everything else is a file of another kind. */
function isDamage(error: AgencyFileError): boolean {
  switch (error.code) {
    case 'damaged-archive':
    case 'repeated-entry':
    case 'missing-entry':
    case 'changed-entry':
    case 'unlisted-entry':
    case 'misnamed-document':
    case 'unknown-document':
    case 'document-size':
    case 'bad-manifest':
      return true;
    default:
      return false;
  }
}

function archiveFindings({ file, documents, manifest }: AgencyFileContent): readonly Finding[] {
  const listed = new Set((file.documents ?? []).map(({ sha256 }) => sha256)).size;
  return [
    manifest === undefined
      ? { part: 'archive', sound: true, says: 'none: a bare agency.json, which has no manifest to compare it with' }
      : { part: 'archive', sound: true, says: `${countOf(manifest.entries.length, 'entry', 'entries')}, each with the size and SHA-256 of the manifest, which is not signed` },
    { part: 'record', sound: true, says: `${countOf(file.people.length, 'person', 'people')}, ${countOf(file.evidence.length, 'item')} of evidence, ${countOf(file.exclusionChecks?.length ?? 0, 'exclusion check')}; nothing it refers to is missing` },
    { part: 'documents', sound: true, says: listed === 0 ? 'none' : documents.size === listed ? `${listed}, all of them here` : `${documents.size} of ${listed} are here; the others are known by name and SHA-256` },
  ];
}

/** The head the manifest names must be that of the log beside it. */
function manifestHead({ file, manifest }: AgencyFileContent): readonly Finding[] {
  if (manifest === undefined) return [];
  const last = file.audit?.at(-1)?.['hash'];
  const same = manifest.auditHead === (typeof last === 'string' ? last : null);
  return same ? [] : [{ part: 'manifest', sound: false, says: 'names another head of the log than the last entry has' }];
}
