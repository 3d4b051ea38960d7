import { z } from 'zod';
import { digestSchema, instantSchema, textSchema } from '../model/schema.ts';

/** Why a backup came to nothing: a code of this list, and the system's own code or the damaged place. */
export const backupTroubles = ['no-folder', 'cannot-read', 'cannot-write', 'disk-full', 'damaged', 'differs', 'stopped', 'failed'] as const;
export type BackupTrouble = (typeof backupTroubles)[number];

/** A backup as listed: by its file, newest first. `good` null: found in the folder, made by another copy of the agency or before this computer kept count. */
export const listedBackupSchema = z.strictObject({
  name: textSchema,
  at: instantSchema,
  bytes: z.int().nonnegative(),
  good: z.boolean().nullable(),
});
export type ListedBackup = Readonly<z.infer<typeof listedBackupSchema>>;

/** The backups of one agency as this computer knows them. */
export const backupStatusSchema = z.strictObject({
  /** The folder backups go to, as a person reads it; null: never chosen. `reachable` is false while its drive is away. */
  place: z.strictObject({ folder: textSchema, reachable: z.boolean(), sameDisk: z.boolean(), freeBytes: z.number().nonnegative().nullable() }).nullable(),
  lastGoodAt: instantSchema.nullable(),
  /** The last try that failed; `why` is a trouble, then the system's code or the place, divided by a colon. */
  lastFailure: z.strictObject({ at: instantSchema, why: textSchema }).nullable(),
  backups: z.array(listedBackupSchema),
});
export type BackupStatus = Readonly<z.infer<typeof backupStatusSchema>>;

/** Where the log stands that a backup holds. */
export const headSchema = z.strictObject({ seq: z.int().nonnegative(), hash: digestSchema });
