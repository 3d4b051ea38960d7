import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describeAgencyFileError } from '../../shared/agency-file/error.ts';
import { oneLine } from '../../shared/agency-file/path.ts';
import { readAgencyFile } from '../../shared/agency-file/read.ts';
import { differingLists, listDigestsOf } from '../../shared/backup/contents.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { keyFor } from '../../shared/sealing/keys.ts';
import { countOf } from '../../shared/wording.ts';
import { readBackup, type ReadBackup } from '../backup/read-backup.ts';
import { openSealedFile, type SealedFile } from '../backup/sealed-file.ts';
import type { SealedFault } from '../backup/sealed-format.ts';
import { openWithPassphrase, openWithRecovery, readKeyring, type Keyring } from '../vault/keyring.ts';
import { resolvePath, systemCode } from './files.ts';
import type { Io } from './io.ts';
import { verifyLog } from './verify-log.ts';
import type { Finding, Verdict } from './verify-verdict.ts';

/** What a sealed file is verified with: the words of a passphrase or a recovery key, null where none was given, and a printed head to look for. */
type Given = { readonly secret: string | null; readonly head: string | undefined };

const sound = (part: string, says: string): Finding => ({ part, sound: true, says });
const broken = (part: string, says: string): Finding => ({ part, sound: false, says });

/** The passphrase or recovery key for a sealed file: the first line of `--passphrase-file`, else `MUSTER_PASSPHRASE`. Never an option of its own: those are seen by everybody on the machine. */
export async function secretFrom(io: Io, typed: string | undefined): Promise<Result<string | null, string>> {
  if (typed === undefined) return ok(io.env['MUSTER_PASSPHRASE'] ?? null);
  try {
    const [line = ''] = (await readFile(resolvePath(io, typed), 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
    return line === '' ? fail(`--passphrase-file: ${oneLine(typed)} is empty, write the passphrase into its first line`) : ok(line);
  } catch (error) {
    return fail(`--passphrase-file: ${oneLine(typed)} could not be read (${systemCode(error)})`);
  }
}

/** Verifies a sealed file; null where the file is not one. Without a secret only its structure. */
export async function verifySealed(io: Io, typed: string, { secret, head }: Given): Promise<Result<Verdict, string> | null> {
  const file = resolvePath(io, typed);
  const opened = await openSealedFile(file);
  const verdict = (findings: readonly Finding[]): Result<Verdict, string> => ok({ file: oneLine(typed), kind: 'sealed file', findings });
  if (!opened.ok) {
    // What cannot be read, or is something else, is for the plain readers to say.
    if (opened.error.code === 'not-sealed' || opened.error.code === 'cannot-read') return null;
    return opened.error.code === 'newer' ? fail(`${oneLine(typed)}: ${faultWords(opened.error)}`) : verdict([broken('envelope', faultWords(opened.error))]);
  }
  try {
    const { header, keyring: text, size } = opened.value;
    const structure = await opened.value.checkStructure();
    const envelope = structure.ok
      ? sound('envelope', `${kinds[header.kind]} of ${header.madeAt} by Muster ${oneLine(header.appVersion)}, ${countOf(size, 'byte')} in ${countOf(header.parts, 'part')}, none damaged`)
      : broken('envelope', faultWords(structure.error));
    const keyring = readKeyring(text);
    if (!keyring.ok) return verdict([envelope, broken('keyring', 'is not one Muster can read')]);
    if (!structure.ok || secret === null) {
      const rest = secret === null ? [sound('contents', 'sealed; what is in it is verified with --passphrase-file FILE or MUSTER_PASSPHRASE')] : [];
      return verdict([envelope, sound('keyring', countOf(keyring.value.users.length, 'user')), ...rest]);
    }
    return await unlocked(opened.value, keyring.value, secret);
  } finally {
    await opened.value.close();
  }

  async function unlocked(sealed: SealedFile, keyring: Keyring, words: string): Promise<Result<Verdict, string>> {
    const general = await generalKeyOf(keyring, words);
    if (!general.ok) return general.error === 'altered' ? verdict([broken('keyring', 'it opens, but its users or rights were changed by somebody without the keys')]) : fail(`${oneLine(typed)}: neither a passphrase of its users nor its recovery key, check the passphrase`);
    const parts = sealed.unlock(keyFor(general.value, 'backups'));
    if (!parts.ok) return verdict([broken('envelope', faultWords(parts.error))]);
    const read = await readBackup(sealed, parts.value, path.dirname(file), () => undefined);
    if (!read.ok) return verdict([broken('envelope', faultWords(read.error))]);
    return verdict([
      sound('envelope', `${kinds[sealed.header.kind]} of ${sealed.header.madeAt} by Muster ${oneLine(sealed.header.appVersion)}, every chunk genuine`),
      sound('keyring', countOf(keyring.users.length, 'user')),
      ...contentFindings(read.value, oneLine(typed), head),
    ]);
  }
}

const kinds: Readonly<Record<SealedFile['header']['kind'], string>> = { backup: 'backup', copy: 'copy', 'hand-over': 'hand-over' };

function contentFindings({ contents, records, badFiles }: ReadBackup, typed: string, head: string | undefined): readonly Finding[] {
  const total = contents.files.length;
  const documents = badFiles.length === 0
    ? sound('documents', total === 0 ? 'none' : `${countOf(total, 'file')}, each with its size and SHA-256`)
    : broken('documents', `${badFiles.length} of ${countOf(total, 'file')} missing or not as written: ${badFiles.slice(0, 3).join(', ')}${badFiles.length > 3 ? ' …' : ''}`);
  const read = readAgencyFile(records, typed);
  if (!read.ok) return [broken('record', describeAgencyFileError(read.error)), documents];
  const { file } = read.value;
  const differs = differingLists(contents.facts.lists, listDigestsOf(file));
  return [
    differs.length === 0
      ? sound('record', `${countOf(file.people.length, 'person', 'people')}, ${countOf(file.evidence.length, 'item')} of evidence, ${countOf(file.exclusionChecks?.length ?? 0, 'exclusion check')}, ${countOf(contents.facts.medical.count, 'sealed medical note')}; every list as counted when it was written`)
      : broken('record', `differs from what was counted when it was written, in ${differs.join(', ')}`),
    documents,
    ...verifyLog(file.audit ?? [], head),
  ];
}

/** The general data key, with the passphrase of whichever user it is, or with the recovery key. */
async function generalKeyOf(keyring: Keyring, words: string): Promise<Result<Uint8Array, 'wrong-key' | 'altered'>> {
  const recovered = openWithRecovery(keyring, words);
  if (recovered.ok) return ok(recovered.value.general);
  if (recovered.error === 'altered') return fail('altered');
  for (const { id } of keyring.users) {
    const opened = await openWithPassphrase(keyring, id, words);
    if (opened.ok) return ok(opened.value.keys.general);
    if (opened.error === 'altered') return fail('altered');
  }
  return fail('wrong-key');
}

function faultWords(fault: SealedFault): string {
  switch (fault.code) {
    case 'newer':
      return `is of version ${fault.version}, which a newer Muster wrote; update this one`;
    case 'damaged':
      return `damaged at ${fault.where}`;
    case 'cut-off':
      return `cut off at ${fault.where}`;
    case 'wrong-key':
      return 'its key is not of its own keyring';
    case 'not-sealed':
      return 'is not a sealed file';
    case 'cannot-read':
      return `could not be read (${fault.detail})`;
  }
}
