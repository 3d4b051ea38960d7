import { readFile } from 'node:fs/promises';
import { oneLine } from '../../shared/agency-file/path.ts';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { readFingerprint } from '../../shared/proof/key-words.ts';
import { madeDigests } from '../../shared/proof/made-digests.ts';
import { isSoundCode, madeWords, pdfFindingWords, standingWords, type PdfFindingCode } from '../../shared/proof/verdict.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { verifyPdf } from '../proof/verify.ts';
import type { Options } from './arguments.ts';
import { loadAgency, resolvePath, systemCode } from './files.ts';
import type { Io } from './io.ts';
import type { Verdict } from './verify-verdict.ts';

/** The options that are only of PDFs. */
export const pdfOptions = ['key', 'agency', 'password-file'] as const;

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');

/** What a file says of itself may hold anything; a terminal gets one line of it. */
const plain = (text: string): string => text.replace(/[\p{C}\s]+/gu, ' ');

/** Verifies a PDF that Muster may have made, with the manifest beside it where there is one. */
export async function verifyPdfFile(io: Io, typed: string, bytes: Uint8Array, options: Options): Promise<Result<Verdict, string>> {
  const typedKey = options.text('key');
  const key = typedKey === undefined ? undefined : readFingerprint(typedKey);
  if (key === null) return fail(`--key: "${oneLine(typedKey ?? '')}" is not the fingerprint of a key, write its 64 hexadecimal digits`);
  const logged = await digestsOf(io, options.text('agency'));
  if (!logged.ok) return logged;
  const password = await passwordOf(io, options.text('password-file'));
  if (!password.ok) return password;
  const side = await beside(io, typed);
  const pdf = await verifyPdf(bytes, {
    ...(side === null ? {} : { side }),
    ...(key === undefined ? {} : { key }),
    ...(logged.value === null ? {} : { logged: logged.value }),
    ...(password.value === null ? {} : { password: password.value }),
  });
  return ok({
    file: oneLine(typed),
    kind: pdf.made === null ? 'PDF' : plain(`${pdf.made.agency}, ${madeWords(pdf.made)}`),
    findings: pdf.findings.map((finding) => ({ part: partOf(finding.code), sound: isSoundCode(finding.code), says: plain(pdfFindingWords(finding)) })),
    conclusion: plain(standingWords(pdf)),
    pdf,
  });
}

async function digestsOf(io: Io, typed: string | undefined): Promise<Result<ReadonlySet<string> | null, string>> {
  if (typed === undefined) return ok(null);
  const loaded = await loadAgency(io, typed);
  if (!loaded.ok) return loaded;
  const file: AgencyFile = loaded.value.file;
  return ok(madeDigests(file));
}

async function passwordOf(io: Io, typed: string | undefined): Promise<Result<string | null, string>> {
  if (typed === undefined) return ok(null);
  try {
    const [line = ''] = (await readFile(resolvePath(io, typed), 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
    return line === '' ? fail(`--password-file: ${oneLine(typed)} is empty, write the password into its first line`) : ok(line);
  } catch (error) {
    return fail(`--password-file: ${oneLine(typed)} could not be read (${systemCode(error)})`);
  }
}

/** `NAME.manifest.json` beside `NAME.pdf`; null where none lies there. */
async function beside(io: Io, typed: string): Promise<string | null> {
  try {
    return await readFile(resolvePath(io, typed.replace(/\.pdf$/i, '.manifest.json')), 'utf8');
  } catch {
    return null;
  }
}

const parts: Readonly<Record<string, string>> = {
  page: 'page', links: 'page', pages: 'pages', side: 'beside it', key: 'key', other: 'key', keys: 'key', demonstration: 'key', logged: 'agency', not: 'file', manifest: 'manifest',
  bookmarks: 'bookmarks', attachments: 'files', information: 'title', behaviour: 'behaviour', encrypted: 'password', wrong: 'password', sealed: 'seal', seal: 'seal', appended: 'seal', saved: 'seal',
};

function partOf(code: PdfFindingCode): string {
  if (code === 'not-logged') return 'agency';
  if (code === 'not-signed') return 'manifest';
  return parts[code.split('-')[0] ?? ''] ?? 'file';
}
