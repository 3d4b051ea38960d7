/** Everything about keys, users and the lock that crosses between the page and the main process. Passphrases go one way only. */
import { z } from 'zod';
import { userSchema } from '../access/user.ts';
import { digestSchema, idSchema, instantSchema, textSchema } from '../model/schema.ts';

export const passphraseLimits = { least: 12, most: 200 } as const;
const passphrase = z.string().min(1).max(passphraseLimits.most);
const newPassphrase = z.string().min(passphraseLimits.least).max(passphraseLimits.most);
/** The recovery key as a person types it: groups, any case, spaces and dashes anywhere. */
const recoveryKey = z.string().min(1).max(200);
const bytes32 = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength === 32);
const none = z.strictObject({});

/** An agency's id on this computer. It names a folder, so it is nothing but letters, digits and dashes. */
export const agencyKeySchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** When an unlocked agency locks by itself. Minutes without a key or the mouse in Muster; 0: never by idleness. */
export const lockRulesSchema = z.strictObject({ idleMinutes: z.int().min(0).max(240), onSleep: z.boolean(), onSystemLock: z.boolean() });
export type LockRules = Readonly<z.infer<typeof lockRulesSchema>>;

/**
 * Whether the system's key store can unlock here. `no-store`: there is none, or it is not ready; `plain-text`: the store there is
 * (`basic_text`) keeps what it is given readable, so Muster refuses it.
 */
export const keyStoreSchema = z.enum(['real', 'no-store', 'plain-text']);

/** An agency's keys as seen from outside. `none`: it has none on this computer (the demo, or one not yet protected). */
export const vaultStatusSchema = z.strictObject({
  state: z.enum(['none', 'locked', 'unlocked', 'damaged', 'newer']),
  users: z.array(z.strictObject({ id: idSchema, name: textSchema, unlocksHere: z.boolean() })),
  keyStore: keyStoreSchema,
  lock: lockRulesSchema,
});
export type VaultStatus = Readonly<z.infer<typeof vaultStatusSchema>>;

/** Wrong passphrases since the last unlock, for the log. */
export const failedUnlockSchema = z.strictObject({ at: instantSchema, userName: textSchema });

/** What the page holds while an agency is unlocked: who is at work and the keys of the records; those of documents and backups stay with the main process. */
export const vaultSessionSchema = z.strictObject({
  user: userSchema,
  /** The same in every copy of an agency that shares its keys: backups, restored and handed-over copies. */
  vaultId: idSchema,
  records: bytes32,
  medical: bytes32.nullable(),
  failedUnlocks: z.array(failedUnlockSchema),
});
export type VaultSession = Readonly<z.infer<typeof vaultSessionSchema>>;

/** The last entry of the log this computer has seen written, kept beside the database: a log that ends earlier lost something. */
export const logHeadSchema = z.strictObject({ seq: z.int().nonnegative(), hash: digestSchema });
export type LogHead = Readonly<z.infer<typeof logHeadSchema>>;

const sessionAndKey = z.strictObject({ session: vaultSessionSchema, recoveryKey: textSchema });

export const vaultContract = {
  'vault-status': { args: z.strictObject({ agencyId: agencyKeySchema }), result: vaultStatusSchema },
  /** The agencies that have keys here, whether or not their database is still there. */
  'vault-list': { args: none, result: z.strictObject({ agencyIds: z.array(agencyKeySchema) }) },
  /**
   * Makes the keys of an agency, its first user (administrator, HR, compliance, medical) and its recovery key; unlocked afterwards. Nothing is written before
   * `vault-confirm`. Refuses with `exists` where there are keys.
   */
  'vault-prepare': { args: z.strictObject({ agencyId: agencyKeySchema, userName: textSchema, passphrase: newPassphrase }), result: sessionAndKey },
  /** Writes prepared keys: somebody has the recovery key in hand. `locked`: they were forgotten meanwhile. */
  'vault-confirm': { args: z.strictObject({ agencyId: agencyKeySchema }), result: none },
  /** `wrong-key`: the passphrase is not this user's; `wait`: too many tries, detail is the seconds. */
  'vault-unlock': { args: z.strictObject({ agencyId: agencyKeySchema, userId: idSchema, passphrase }), result: vaultSessionSchema },
  /** Unlocks with the system's key store, where the user allowed that on this computer. */
  'vault-unlock-here': { args: z.strictObject({ agencyId: agencyKeySchema, userId: idSchema }), result: vaultSessionSchema },
  /** Lost passphrase: the recovery key gives a user a new one. Touches no data; the recovery key stays valid. */
  'vault-recover': { args: z.strictObject({ agencyId: agencyKeySchema, userId: idSchema, recoveryKey, passphrase: newPassphrase }), result: vaultSessionSchema },
  /** Forgets the keys. The page locks first; `locked` follows when the main process locks by itself. */
  'vault-lock': { args: none, result: none },
  /** Removes the keys of an agency whose database was removed. `not-allowed` while it is unlocked by nobody who administers, unless its database is gone. */
  'vault-remove': { args: z.strictObject({ agencyId: agencyKeySchema }), result: none },

  // From here on an agency must be unlocked; `locked` otherwise.
  /** Proves that a user of the unlocked agency is here, such as to leave surveyor mode; changes nothing. `wrong-key` and `wait` as for `vault-unlock`. */
  'vault-prove': { args: z.strictObject({ userId: idSchema, passphrase }), result: userSchema },
  'vault-change-passphrase': { args: z.strictObject({ passphrase, next: newPassphrase }), result: none },
  /** Whether the user at work may unlock with the system's key store on this computer. `not-allowed` where the store is not real. */
  'vault-allow-here': { args: z.strictObject({ allowed: z.boolean() }), result: none },
  'vault-set-lock': { args: lockRulesSchema, result: none },
  /** The users with their rights. */
  'vault-users': { args: none, result: z.strictObject({ users: z.array(userSchema) }) },
  /** Administrators only, and to give the medical right only those who have it: `not-allowed` otherwise. A new user starts with `passphrase`. */
  'vault-put-user': { args: z.strictObject({ user: userSchema, passphrase: newPassphrase.exactOptional() }), result: z.strictObject({ users: z.array(userSchema) }) },
  'vault-remove-user': { args: z.strictObject({ userId: idSchema }), result: z.strictObject({ users: z.array(userSchema) }) },
  /** A new recovery key; the old one opens nothing any more but old backups. Administrators with the medical right only. */
  'vault-renew-recovery': { args: z.strictObject({ passphrase }), result: z.strictObject({ recoveryKey: textSchema }) },
  /** The page tells what it wrote to the log; the main process keeps the furthest. */
  'log-head-written': { args: z.strictObject({ agencyId: agencyKeySchema, head: logHeadSchema }), result: none },
  'log-head-seen': { args: z.strictObject({ agencyId: agencyKeySchema }), result: z.strictObject({ head: logHeadSchema.nullable() }) },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;

export const vaultEvents = {
  /** The main process forgot the keys: after idleness, before sleep, when the system locked, because the person asked in the menu, or because the page that held them is gone. */
  locked: z.strictObject({ why: z.enum(['idle', 'sleep', 'system-lock', 'person', 'page-gone']) }),
  /** Seconds until idleness locks; 0: the person is back. */
  'lock-soon': z.strictObject({ seconds: z.int().nonnegative() }),
} as const satisfies Record<string, z.ZodType>;
