/**
 * Backups, restoring and handing over. The page knows records and never holds the key of backups; the main process holds that key and writes,
 * reads and proves the files. No channel takes a path: a folder or file is chosen in the system's dialogs and referred to by a token.
 */
import { z } from 'zod';
import { contentsSchema, sourceFactsSchema } from '../backup/contents.ts';
import { backupStatusSchema } from '../backup/status.ts';
import { idSchema, instantSchema, textSchema } from '../model/schema.ts';
import { agencyKeySchema, passphraseLimits, vaultSessionSchema } from './vault.ts';

/** Limits in bytes: the record as an agency file carries it, and the sealed medical notes. */
export const backupLimits = { records: 480 * 2 ** 20, medical: 64 * 2 ** 20, contents: 256 * 2 ** 20 } as const;

const bytesUpTo = (limit: number) => z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= limit, { error: `expected bytes, at most ${limit}` });
const none = z.strictObject({});
const token = z.string().min(1).max(64);
const name = z.string().regex(/^[A-Za-z0-9-]{1,80}\.muster$/);

/** What the page hands over: the record without medical parts as agency.json, the medical parts as they are sealed, and the facts about both. */
const source = z.strictObject({ facts: sourceFactsSchema, records: bytesUpTo(backupLimits.records), medical: bytesUpTo(backupLimits.medical) });
/** What was read back from the file after it was written: to be restored into a scratch database and compared. */
const readBack = z.strictObject({ records: z.custom<Uint8Array>((value) => value instanceof Uint8Array), medical: z.custom<Uint8Array>((value) => value instanceof Uint8Array), files: z.int().nonnegative() });

const restorable = z.strictObject({
  token,
  name: textSchema,
  kind: z.enum(['backup', 'copy', 'hand-over']),
  madeAt: instantSchema,
  appVersion: z.string(),
  vaultId: idSchema,
  bytes: z.int().nonnegative(),
  users: z.array(z.strictObject({ id: idSchema, name: textSchema })),
});
export type Restorable = Readonly<z.infer<typeof restorable>>;

export const backupContract = {
  'backup-status': { args: z.strictObject({ agencyId: agencyKeySchema }), result: backupStatusSchema },
  /** Lets an administrator choose the folder in which the agency's own folder of backups is made or found. `null`: they closed the dialog. */
  'backup-choose-folder': { args: z.strictObject({ agencyId: agencyKeySchema, agencyName: textSchema }), result: backupStatusSchema.nullable() },
  /** Shows the folder of backups in the system's file manager. */
  'backup-show-folder': { args: z.strictObject({ agencyId: agencyKeySchema }), result: none },
  /** Writes a backup into the folder and reads it back whole. It counts as good only after `backup-proven`. `busy`: one is being made. */
  'backup-write': { args: z.strictObject({ agencyId: agencyKeySchema, source }), result: z.strictObject({ name, readBack }) },
  /** What the comparison with a scratch database came to: `differs` names the lists, empty where all is well. Then old backups are rotated out. */
  'backup-proven': { args: z.strictObject({ agencyId: agencyKeySchema, name, differs: z.array(z.string().max(60)).max(50) }), result: backupStatusSchema },
  /** Stops the backup under way, which then fails with `cancelled`. */
  'backup-stop': { args: none, result: none },
  /** Writes one self-contained file where the person chooses, documents and all, and reads it back. `hand-over`: administrators only. `null`: they closed the dialog. */
  'backup-save': {
    args: z.strictObject({ agencyId: agencyKeySchema, kind: z.enum(['copy', 'hand-over']), suggestedName: z.string().regex(/^[^<>:"/\\|?*]{1,140}\.muster$/), source }),
    result: z.strictObject({ name: textSchema, place: z.string(), readBack }).nullable(),
  },
  /** Lets the person choose a sealed file, or takes a listed one. What is readable without a passphrase; `wrong-answer` with `plain`: it is an agency file that is not sealed. */
  'restore-open': { args: z.strictObject({ from: z.strictObject({ agencyId: agencyKeySchema, name }).nullable() }), result: restorable.nullable() },
  /** Opens it with a user's passphrase, or with the recovery key, which gives that user `passphrase` as a new one; reads and proves every byte, documents included. */
  'restore-unlock': {
    args: z.strictObject({
      token,
      userId: idSchema,
      passphrase: z.string().min(1).max(passphraseLimits.most),
      recoveryKey: z.string().min(1).max(200).exactOptional(),
    }),
    /** `badFiles`: document files that are missing or not what was written; the record is whole without them. */
    result: z.strictObject({ contents: contentsSchema.omit({ files: true }), files: z.int().nonnegative(), badFiles: z.array(z.string()), records: z.custom<Uint8Array>((value) => value instanceof Uint8Array), medical: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  },
  /** Puts its documents and its keyring in place for a new agency, and unlocks it. The one at work before is locked. */
  'restore-adopt': { args: z.strictObject({ token, agencyId: agencyKeySchema }), result: vaultSessionSchema },
  /** Takes back what `restore-adopt` put in place, where the database could not be made. */
  'restore-abandon': { args: z.strictObject({ token }), result: none },
  /** Forgets a file that was opened for restoring, and the passphrase with it. */
  'restore-close': { args: z.strictObject({ token }), result: none },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;

export const backupEvents = {
  /** How far a backup or a restore is. `total` is null while it is not known. */
  'backup-progress': z.strictObject({ stage: z.enum(['documents', 'record', 'reading-back', 'old-documents']), done: z.int().nonnegative(), total: z.int().nonnegative().nullable() }),
} as const satisfies Record<string, z.ZodType>;
