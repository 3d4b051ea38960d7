import type { SourceFacts } from '../../shared/backup/contents.ts';
import { relationWords } from '../../shared/backup/words.ts';
import type { Restorable } from '../../shared/ipc/backup.ts';
import type { ChannelValue } from '../../shared/ipc/contract.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { VaultSession } from '../../shared/ipc/vault.ts';
import { defaultTimeZone } from '../../shared/model/agency.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { markReplaced, settle, siblingsOf, type Sibling } from '../db/arrival.ts';
import { sealingCodec } from '../db/codec.ts';
import { knownAgency, rememberAgency } from '../db/registry.ts';
import { readBackedUp } from '../db/scratch.ts';
import { backups as machine } from '../platform/desktop.ts';
import { backupFailureWords } from './backup-run.ts';
import { storageWords } from './failure-words.ts';

/** A sealed file that was opened and read whole. */
export type OpenedBackup = {
  readonly restorable: Restorable;
  readonly facts: SourceFacts;
  readonly madeAt: string;
  /** Document files that are missing or damaged, of how many. */
  readonly badFiles: readonly string[];
  readonly files: number;
} & NonNullable<ReturnType<typeof readBackedUp>>;

/** What was unlocked, read as a record; a sentence where it is not one. */
export function openedBackup(restorable: Restorable, unlocked: ChannelValue<'restore-unlock'>): Result<OpenedBackup, string> {
  const read = readBackedUp(unlocked);
  if (read === null) return fail('The file opened, but its record is not one Muster can read. Nothing was changed. Choose another backup.');
  const { contents: { facts, madeAt }, badFiles, files } = unlocked;
  return ok({ restorable, facts, madeAt, badFiles, files, ...read });
}

type How = {
  readonly opened: OpenedBackup;
  /** Id of the agency that will hold it. */
  readonly agencyId: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly newId: () => string;
};

/**
 * Makes an agency of what was opened, and keeps every copy it replaces, read-only. A handed-over record is taken over only where its log
 * continues that of every copy here. Answers the unlocked agency; where it fails nothing half-made stays.
 */
export async function restoreOpened({ opened, agencyId, reason, now, newId }: How): Promise<Result<VaultSession, string>> {
  const { restorable: { token, kind }, facts, file, medical } = opened;
  const adopted = await machine.adopt({ token, agencyId });
  if (!adopted.ok) return fail(restoreFailureWords(adopted.error));
  const session = adopted.value;
  const codec = sealingCodec(session);
  const vault = { codec, actor: session.user };
  try {
    const siblings = await siblingsOf({ file, facts, vault, agencyId });
    const apart = kind === 'hand-over' ? siblings.find(({ relation }) => relation.kind === 'apart' || relation.kind === 'behind') : undefined;
    const timeZone = file.agency.timeZone ?? defaultTimeZone;
    if (apart !== undefined) {
      await machine.abandon({ token });
      return fail(notAContinuation(apart, now, timeZone));
    }
    const at = new Date(now).toISOString();
    const words = kind === 'hand-over' ? `Took the agency over from the file of ${opened.madeAt}` : `Restored the backup of ${opened.madeAt}`;
    const settled = await settle({ agencyId, file, medical, facts, vault, note: { id: newId(), at, what: words, kind: kind === 'hand-over' ? 'hand-over' : 'restore', ...(reason !== '' && { reason }) } });
    if (!settled.ok) {
      await machine.abandon({ token });
      return fail(`Nothing was restored. ${storageWords(settled.error)}`);
    }
    await rememberAgency({ id: agencyId, name: file.agency.name, isDemo: false, lastOpened: at });
    for (const sibling of siblings) {
      await markReplaced(sibling.agencyId, agencyId, at, vault);
      const known = await knownAgency(sibling.agencyId);
      await rememberAgency({ id: sibling.agencyId, name: sibling.name, isDemo: false, lastOpened: known?.lastOpened ?? '', replacedOn: at });
    }
    return ok(session);
  } finally {
    codec.forget();
    await machine.close({ token });
  }
}

function notAContinuation({ name, handedOverTo, relation }: Sibling, now: number, timeZone: string): string {
  const here = handedOverTo === null ? `${name} on this computer` : `${name} as it was handed over to ${handedOverTo}`;
  return `Nothing was taken over. The file does not continue ${here}. ${relationWords(relation, now, timeZone)} Open whichever of the two is right, and record there by hand what it lacks.`;
}

/** Why a backup was not opened or put in place. */
export function restoreFailureWords(failure: IpcFailure): string {
  const { code, detail } = failure;
  switch (code) {
    case 'wrong-key':
      return 'That passphrase or recovery key does not open this backup. A backup opens with the passphrase of the day it was made.';
    case 'wrong-answer':
      return 'This is not an encrypted backup. A plain agency file is opened with Open agency file.';
    case 'damaged':
      return `This file is damaged and was not used: ${detail ?? 'unknown place'}. Nothing was changed. Choose another backup, or another copy of this one.`;
    case 'newer':
      return 'A newer Muster wrote this backup. Update this one, then restore it.';
    case 'cannot-read':
      return `The file could not be read${detail === undefined ? '' : ` (${detail})`}. Check that its drive is plugged in, and choose it again.`;
    case 'not-found':
      return detail === 'folder' ? 'The folder of the backups is not there. Plug its drive in, or choose the file itself.' : 'The file is no longer open. Choose it again.';
    default:
      return backupFailureWords(failure);
  }
}
