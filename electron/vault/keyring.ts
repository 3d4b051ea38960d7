import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { userSchema, type User } from '../../shared/access/user.ts';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import { lockRulesSchema, type LockRules } from '../../shared/ipc/vault.ts';
import { idSchema } from '../../shared/model/schema.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { keyBytes, keyFor } from '../../shared/sealing/keys.ts';
import { openBytes, sealBytes } from '../../shared/sealing/sealed-body.ts';
import { kdfSchema, keyOfPassphrase, usualCost, type KdfCost } from './passphrase.ts';
import { keyOfRecoveryKey, newRecoveryKey } from './recovery-key.ts';
import { newKeyPair, openFor, sealFor, type KeyPair } from './sealed-box.ts';

/**
 * The keyring of one agency: its users, and its two data keys wrapped for each of them and for the recovery key. Nothing in it opens anything
 * without a passphrase or the recovery key. Every user has a key pair whose private half their passphrase seals, and the data keys are
 * sealed for the public half: rights are given without knowing anybody's passphrase, and a new passphrase touches no data key.
 */
export const keyringVersion = 1;

const wrapped = z.base64().max(2_000);
const memberSchema = z.strictObject({
  ...userSchema.shape,
  publicKey: wrapped,
  kdf: kdfSchema,
  privateKey: wrapped,
  generalKey: wrapped,
  medicalKey: wrapped.nullable(),
});
const bodySchema = z.strictObject({
  format: z.literal('muster-keyring'),
  version: z.literal(keyringVersion),
  vaultId: idSchema,
  lock: lockRulesSchema,
  users: z.array(memberSchema).min(1).max(1_000),
  recovery: z.strictObject({ generalKey: wrapped, medicalKey: wrapped }),
});
const keyringSchema = z.strictObject({ ...bodySchema.shape, mac: z.string().regex(/^[0-9a-f]{64}$/) });

export type Member = Readonly<z.infer<typeof memberSchema>>;
type Body = Readonly<z.infer<typeof bodySchema>>;
export type Keyring = Readonly<z.infer<typeof keyringSchema>>;

/** The data keys; medical null without the right. */
export type DataKeys = { readonly general: Uint8Array; readonly medical: Uint8Array | null };
/** A keyring opened by one of its users. */
export type Opened = { readonly member: Member; readonly pair: KeyPair; readonly keys: DataKeys };

/**
 * `wrong-key`: not the passphrase or recovery key of this keyring. `altered`: it opens, but users or rights were changed by somebody without
 * the keys. `newer`, `damaged`: cannot be read.
 */
export type KeyringError = 'wrong-key' | 'altered' | 'newer' | 'damaged' | 'no-such-user';

export const usualLock: LockRules = { idleMinutes: 10, onSleep: true, onSystemLock: true };

/** Reads the text of a keyring; what it says is believed only once somebody opened it. */
export function readKeyring(text: string): Result<Keyring, KeyringError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('damaged');
  }
  const parsed = keyringSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null;
  return fail(typeof version === 'number' && version > keyringVersion ? 'newer' : 'damaged');
}

export const keyringText = (keyring: Keyring): string => `${JSON.stringify(keyring, null, 2)}\n`;

/** A user without anything that opens. */
export const userOf = ({ id, name, roles, medical, administrator }: Member | User): User => ({ id, name, roles, medical, administrator });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const context = (vaultId: string, ...rest: readonly string[]): string => ['keyring', vaultId, ...rest].join('/');

/** Makes the keys of a new agency with its first user, who has every right, and a recovery key. */
export async function newKeyring(userName: string, passphrase: string, cost: KdfCost = usualCost): Promise<{ readonly keyring: Keyring; readonly opened: Opened; readonly recoveryKey: string }> {
  const keys = { general: new Uint8Array(randomBytes(keyBytes)), medical: new Uint8Array(randomBytes(keyBytes)) };
  const vaultId = randomUUID();
  const { member, pair } = await newMember(vaultId, { id: randomUUID(), name: userName.trim(), roles: ['hr', 'compliance'], medical: true, administrator: true }, passphrase, keys, cost);
  const recoveryKey = newRecoveryKey();
  const keyring = closed(keys, { format: 'muster-keyring', version: keyringVersion, vaultId, lock: usualLock, users: [member], recovery: recoveryOf(vaultId, recoveryKey, keys) });
  return { keyring, opened: { member, pair, keys }, recoveryKey };
}

/** A member with a new key pair. The medical key is wrapped only for who has the right. */
export async function newMember(vaultId: string, user: User, passphrase: string, keys: DataKeys, cost: KdfCost = usualCost): Promise<{ readonly member: Member; readonly pair: KeyPair }> {
  const pair = newKeyPair();
  const sealed = await sealedPair(vaultId, user.id, pair, passphrase, cost);
  return { member: { ...userOf(user), ...sealed, publicKey: base64(pair.publicKey), ...wrappedKeys(vaultId, user, pair.publicKey, keys) }, pair };
}

/** The data keys sealed for a user's public key. */
export function wrappedKeys(vaultId: string, user: User, publicKey: Uint8Array, keys: DataKeys): Pick<Member, 'generalKey' | 'medicalKey'> {
  if (user.medical && keys.medical === null) throw new Error('Only who has the medical right can give it');
  return {
    generalKey: base64(sealFor(publicKey, context(vaultId, user.id, 'general'), keys.general)),
    medicalKey: user.medical && keys.medical !== null ? base64(sealFor(publicKey, context(vaultId, user.id, 'medical'), keys.medical)) : null,
  };
}

/** A user's private half sealed with a passphrase, under a new salt. */
export async function sealedPair(vaultId: string, userId: string, pair: KeyPair, passphrase: string, cost: KdfCost = usualCost): Promise<Pick<Member, 'kdf' | 'privateKey'>> {
  const kdf = { algorithm: 'argon2id', ...cost, salt: base64(randomBytes(16)) } as const;
  const key = await keyOfPassphrase(passphrase, kdf);
  const privateKey = base64(sealBytes(key, context(vaultId, userId, 'private'), pair.privateKey, randomBytes(24)));
  key.fill(0);
  return { kdf, privateKey };
}

/** The data keys sealed with a recovery key. */
export function recoveryOf(vaultId: string, recoveryKey: string, { general, medical }: DataKeys): Body['recovery'] {
  const key = keyOfRecoveryKey(recoveryKey);
  if (key === null || medical === null) throw new Error('A recovery key wraps both data keys');
  const seal = (name: string, data: Uint8Array): string => base64(sealBytes(key, context(vaultId, 'recovery', name), data, randomBytes(24)));
  return { generalKey: seal('general', general), medicalKey: seal('medical', medical) };
}

/** Adds the proof that whoever wrote these users had the general key. */
export const closed = (keys: DataKeys, body: Body): Keyring => ({ ...body, mac: macOf(keys, body) });

function macOf({ general }: DataKeys, body: Body): string {
  const key = keyFor(general, 'keyring');
  const mac = createHmac('sha256', key).update(canonicalJson(body)).digest('hex');
  key.fill(0);
  return mac;
}

function genuine(keyring: Keyring, keys: DataKeys): boolean {
  const { mac, ...body } = keyring;
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(keys, body), 'hex'));
}

/** Opens a keyring with a user's passphrase. */
export async function openWithPassphrase(keyring: Keyring, userId: string, passphrase: string): Promise<Result<Opened, KeyringError>> {
  const member = keyring.users.find(({ id }) => id === userId);
  if (member === undefined) return fail('no-such-user');
  const key = await keyOfPassphrase(passphrase, member.kdf);
  const privateKey = openBytes(key, context(keyring.vaultId, member.id, 'private'), bytesOf(member.privateKey));
  key.fill(0);
  return privateKey.ok ? openWithPrivateKey(keyring, userId, privateKey.value) : fail('wrong-key');
}

/** Opens a keyring with a user's private half, as the system's key store gives it back. */
export function openWithPrivateKey(keyring: Keyring, userId: string, privateKey: Uint8Array): Result<Opened, KeyringError> {
  const member = keyring.users.find(({ id }) => id === userId);
  if (member === undefined) return fail('no-such-user');
  const pair = { publicKey: bytesOf(member.publicKey), privateKey };
  const general = openFor(pair, context(keyring.vaultId, member.id, 'general'), bytesOf(member.generalKey));
  if (general === null) return fail('wrong-key');
  const medical = member.medicalKey === null ? null : openFor(pair, context(keyring.vaultId, member.id, 'medical'), bytesOf(member.medicalKey));
  const keys = { general, medical };
  if (!genuine(keyring, keys) || (medical === null) === member.medical) return fail('altered');
  return ok({ member, pair, keys });
}

/** Opens both data keys with the recovery key; `wrong-key` also where it is mistyped. */
export function openWithRecovery(keyring: Keyring, recoveryKey: string): Result<DataKeys, KeyringError> {
  const key = keyOfRecoveryKey(recoveryKey);
  if (key === null) return fail('wrong-key');
  const open = (name: string, sealed: string) => openBytes(key, context(keyring.vaultId, 'recovery', name), bytesOf(sealed));
  const general = open('general', keyring.recovery.generalKey);
  const medical = open('medical', keyring.recovery.medicalKey);
  if (!general.ok || !medical.ok) return fail('wrong-key');
  const keys = { general: general.value, medical: medical.value };
  return genuine(keyring, keys) ? ok(keys) : fail('altered');
}
