import type { BackupStatus } from '../../shared/backup/status.ts';
import { troubleWords } from '../../shared/backup/words.ts';
import type { ChannelArgs, ChannelResult } from '../../shared/ipc/contract.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { countOf } from '../../shared/wording.ts';
import type { BackupDoor } from '../db/backup-door.ts';
import type { RecordSource } from '../db/backup-source.ts';
import { storageWords } from './failure-words.ts';

/** The machine's part in a backup. */
export type BackupMachine = {
  readonly write: (args: ChannelArgs<'backup-write'>) => Promise<ChannelResult<'backup-write'>>;
  readonly proven: (args: ChannelArgs<'backup-proven'>) => Promise<ChannelResult<'backup-proven'>>;
};

/** What a backup came to: the status afterwards and the sentence for the log, or why there is none. */
type Made = { readonly status: BackupStatus; readonly what: string };

/**
 * Makes one backup: reads the record at one moment, has it written and read back, restores what was read back into a scratch database,
 * compares, and only then lets it count. Answers a sentence where it came to nothing.
 */
export async function makeBackup(agencyId: string, door: Pick<BackupDoor, 'source' | 'prove'>, machine: BackupMachine): Promise<Result<Made, string>> {
  const read = await door.source();
  if (!read.ok) return fail(read.error.code === 'not-genuine' ? `The record could not be read: ${read.error.where} is not what Muster sealed there. Lock and unlock the agency, then try again.` : storageWords(read.error));
  const source = read.value;
  const written = await machine.write({ agencyId, source });
  if (!written.ok) return fail(backupFailureWords(written.error));
  const { name, readBack } = written.value;
  const proven = await door.prove(readBack, source.facts);
  const differs = proven.ok ? proven.value : ['the scratch database'];
  const status = await machine.proven({ agencyId, name, differs: differs.slice(0, 50).map((each) => each.slice(0, 60)) });
  if (!status.ok) return fail(backupFailureWords(status.error));
  if (differs.length > 0) return fail(troubleWords(`differs:${differs.join(', ')}`));
  return ok({ status: status.value, what: `Backed up as ${name}, read back and compared: ${countsOf(source, readBack.files)}` });
}

/** What a sealed file holds, in figures. */
export function countsOf({ facts }: Pick<RecordSource, 'facts'>, files: number): string {
  const count = (list: string): number => facts.lists[list]?.count ?? 0;
  return [
    countOf(count('people'), 'person', 'people'),
    countOf(count('evidence'), 'item of evidence', 'items of evidence'),
    countOf(count('exclusionChecks'), 'exclusion check'),
    countOf(count('audit'), 'entry of the log', 'entries of the log'),
    countOf(files, 'file of documents', 'files of documents'),
  ].join(', ');
}

/** Why the machine did not do it, for a person to read. */
export function backupFailureWords({ code, detail }: IpcFailure): string {
  switch (code) {
    case 'locked':
      return 'The agency was locked before it was done. It is tried again after unlocking.';
    case 'not-allowed':
      return 'Only an administrator may do this. Ask one of them.';
    case 'busy':
      return 'A backup is being made already. Wait for it, or cancel it in the footer.';
    case 'cancelled':
      return troubleWords('stopped');
    case 'not-found':
      return troubleWords('no-folder');
    case 'cannot-write':
      return troubleWords(detail === 'ENOSPC' || detail === 'EDQUOT' || detail === 'EFBIG' ? 'disk-full' : `cannot-write:${detail ?? ''}`);
    case 'cannot-read':
      return troubleWords(`cannot-read:${detail ?? ''}`);
    case 'damaged':
      return troubleWords(`damaged:${detail ?? ''}`);
    case 'too-large':
    case 'bad-arguments':
      return 'The record is larger than Muster backs up at once. Export the agency file in Settings, Data.';
    default:
      return troubleWords('failed');
  }
}
