import type { BackupTrouble } from '../../shared/backup/status.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { systemCode } from '../system-code.ts';
import type { KeyringError } from '../vault/keyring.ts';
import { SealedRefusal, type SealedFault } from './sealed-format.ts';
import { Stopped } from './stored-files.ts';

/** What a damaged place, or the system, answers to the page. */
export function failureOf(fault: SealedFault): IpcFailure {
  switch (fault.code) {
    case 'not-sealed':
      return { code: 'wrong-answer', detail: 'not-sealed' };
    case 'newer':
      return { code: 'newer', detail: String(fault.version) };
    case 'damaged':
      return { code: 'damaged', detail: fault.where };
    case 'cut-off':
      return { code: 'damaged', detail: `${fault.where}, where the file is cut off` };
    case 'wrong-key':
      return { code: 'wrong-key' };
    case 'cannot-read':
      return { code: 'cannot-read', detail: fault.detail };
  }
}

const keyringFailures: Readonly<Record<KeyringError, IpcFailure>> = {
  'wrong-key': { code: 'wrong-key' },
  altered: { code: 'damaged', detail: 'keyring' },
  damaged: { code: 'damaged', detail: 'keyring' },
  newer: { code: 'newer', detail: 'keyring' },
  'no-such-user': { code: 'not-found', detail: 'user' },
};
export const keyringFailure = (error: KeyringError): IpcFailure => keyringFailures[error];

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why work on files was broken off: by the person, by a full disk, by a drive that went away, or by the system. A bug goes on upwards. */
export function writeFailure(error: unknown): IpcFailure {
  if (error instanceof Stopped) return { code: 'cancelled' };
  if (error instanceof SealedRefusal) return failureOf(error.fault);
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
  return { code: 'cannot-write', detail: systemCode(error) };
}

/** A failure as the state keeps it: a trouble and what is known of it, divided by a colon. */
export function whyOf({ code, detail }: IpcFailure): string {
  const trouble: BackupTrouble = troubleOf(code, detail);
  return detail === undefined ? trouble : `${trouble}:${detail}`;
}

function troubleOf(code: IpcFailure['code'], detail: string | undefined): BackupTrouble {
  switch (code) {
    case 'not-found':
      return 'no-folder';
    case 'cannot-write':
      return detail !== undefined && full.has(detail) ? 'disk-full' : 'cannot-write';
    case 'cannot-read':
      return 'cannot-read';
    case 'damaged':
      return 'damaged';
    case 'cancelled':
      return 'stopped';
    default:
      return 'failed';
  }
}
