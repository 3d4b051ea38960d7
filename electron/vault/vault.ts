import { userProblems, type User } from '../../shared/access/user.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import type { LockRules, LogHead, VaultSession, VaultStatus } from '../../shared/ipc/vault.ts';
import { keyFor, type Purpose } from '../../shared/sealing/keys.ts';
import { agencyFolder, agencyIdsIn, type AgencyFolder } from './agency-folder.ts';
import type { KeyStore } from './key-store.ts';
import { loadKeyring, removeKeyring, saveKeyring } from './keyring-file.ts';
import {
  closed, keyringText, newKeyring, newMember, openWithPassphrase, openWithPrivateKey, openWithRecovery, readKeyring, recoveryOf, sealedPair, userOf, usualLock, wrappedKeys,
  type DataKeys, type Keyring, type KeyringError, type Opened,
} from './keyring.ts';
import { headSeen, headWritten } from './log-heads.ts';
import { usualCost, type KdfCost } from './passphrase.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { clearTries, noteTry, stillToWait, triesOf } from './tries.ts';
import { allowHere, forbidHere, privateKeyHere, usersHere } from './unlock-here.ts';

/** An agency while it is unlocked: what the other parts of the main process seal and open with. */
export type Unlocked = {
  readonly agencyId: string;
  readonly vaultId: string;
  readonly user: User;
  readonly general: (purpose: Purpose) => Uint8Array;
  /** Null without the medical right. */
  readonly medical: ((purpose: Purpose) => Uint8Array) | null;
  /** The keyring as it lies in its file, to go into a backup. */
  readonly keyringText: () => string;
};

/** How a keyring from elsewhere is opened: by one of its users, or with the recovery key, which gives that user a new passphrase. */
export type Credential = { readonly userId: string; readonly passphrase: string; readonly recoveryKey?: string };

type Answer<Value> = Promise<Result<Value, IpcFailure>>;
type State = { readonly agencyId: string; opened: Opened; keyring: Keyring };
export type WhyLocked = 'idle' | 'sleep' | 'system-lock' | 'person' | 'page-gone';

type Needs = {
  /** `PROFILE/agencies`. */
  readonly folder: string;
  readonly keyStore: KeyStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly cost?: KdfCost;
};

const codes: Readonly<Record<KeyringError, IpcFailure>> = {
  'wrong-key': { code: 'wrong-key' },
  altered: { code: 'damaged', detail: 'keyring' },
  damaged: { code: 'damaged', detail: 'keyring' },
  newer: { code: 'newer', detail: 'keyring' },
  'no-such-user': { code: 'not-found', detail: 'user' },
};
const refuse = (error: KeyringError) => fail(codes[error]);
const locked = fail({ code: 'locked' } as const);
const forbidden = fail({ code: 'not-allowed' } as const);

/** Holds the keys of at most one agency, from an unlock to the next lock. */
export function createVault({ folder, keyStore, now, cost = usualCost }: Needs) {
  let state: State | null = null;
  const listeners = new Set<(why: WhyLocked) => void>();
  const openings = new Set<() => void>();
  const hearers = new Set<(agencyId: string, head: LogHead) => void>();
  const folderOf = (agencyId: string): AgencyFolder => agencyFolder(folder, agencyId);

  function forget(): void {
    if (state === null) return;
    state.opened.keys.general.fill(0);
    state.opened.keys.medical?.fill(0);
    state.opened.pair.privateKey.fill(0);
    state = null;
  }

  async function enter(agencyId: string, keyring: Keyring, opened: Opened): Promise<VaultSession> {
    forget();
    state = { agencyId, keyring, opened };
    const files = folderOf(agencyId);
    const failedUnlocks = await triesOf(files);
    await clearTries(files);
    for (const listener of openings) listener();
    const { general, medical } = opened.keys;
    return {
      user: userOf(opened.member),
      vaultId: keyring.vaultId,
      records: keyFor(general, 'records'),
      medical: medical === null ? null : keyFor(medical, 'records'),
      failedUnlocks: [...failedUnlocks],
    };
  }

  /** Writes the open keyring anew; its users and lock rules are proven by the general key. */
  async function rewrite(current: State, change: Partial<Omit<Keyring, 'mac'>>): Promise<void> {
    const { mac: _mac, ...body } = current.keyring;
    const next = closed(current.opened.keys, { ...body, ...change });
    await saveKeyring(folderOf(current.agencyId), next);
    current.keyring = next;
  }

  const usersOf = ({ keyring }: State) => ({ users: keyring.users.map(userOf) });
  const present = async (agencyId: string): Answer<Keyring> => {
    const loaded = await loadKeyring(folderOf(agencyId));
    if (!loaded.ok) return refuse(loaded.error);
    return loaded.value === null ? fail({ code: 'not-found' }) : ok(loaded.value);
  };

  /** Lets `userId` in with new secrets made from the data keys; the keyring is written before anybody is told. */
  async function readmit(agencyId: string, keyring: Keyring, keys: DataKeys, userId: string, passphrase: string): Answer<VaultSession> {
    const user = keyring.users.find(({ id }) => id === userId);
    if (user === undefined) return refuse('no-such-user');
    const { member, pair } = await newMember(keyring.vaultId, userOf(user), passphrase, keys, cost);
    const { mac: _mac, ...body } = keyring;
    const next = closed(keys, { ...body, users: keyring.users.map((each) => (each.id === userId ? member : each)) });
    const files = folderOf(agencyId);
    await saveKeyring(files, next);
    if ((await usersHere(files)).has(userId)) await forbidHere(files, userId);
    return ok(await enter(agencyId, next, { member, pair, keys: user.medical ? keys : { general: keys.general, medical: null } }));
  }

  return {
    unlocked(): Unlocked | null {
      if (state === null) return null;
      const { agencyId, keyring, opened } = state;
      const { general, medical } = opened.keys;
      return {
        agencyId,
        vaultId: keyring.vaultId,
        user: userOf(opened.member),
        general: (purpose) => keyFor(general, purpose),
        medical: medical === null ? null : (purpose) => keyFor(medical, purpose),
        keyringText: () => keyringText(state?.keyring ?? keyring),
      };
    },

    hasKeys: async (agencyId: string): Promise<boolean> => {
      const loaded = await loadKeyring(folderOf(agencyId));
      return !loaded.ok || loaded.value !== null;
    },

    /** Calls back after the keys were forgotten. */
    onLock: (listener: (why: WhyLocked) => void): void => void listeners.add(listener),
    onUnlock: (listener: () => void): void => void openings.add(listener),

    lock(why: WhyLocked): void {
      if (state === null) return;
      forget();
      for (const listener of listeners) listener(why);
    },

    lockRules: (): LockRules => state?.keyring.lock ?? usualLock,

    async status(agencyId: string): Promise<VaultStatus> {
      const files = folderOf(agencyId);
      const loaded = await loadKeyring(files);
      const base = { keyStore: keyStore.kind(), lock: usualLock, users: [] };
      if (!loaded.ok) return { ...base, state: loaded.error === 'newer' ? 'newer' : 'damaged' };
      if (loaded.value === null) return { ...base, state: 'none' };
      const here = base.keyStore === 'real' ? await usersHere(files) : new Set<string>();
      return {
        ...base,
        lock: loaded.value.lock,
        state: state?.agencyId === agencyId ? 'unlocked' : 'locked',
        users: loaded.value.users.map(({ id, name }) => ({ id, name, unlocksHere: here.has(id) })),
      };
    },

    async list(): Promise<readonly string[]> {
      const ids = await agencyIdsIn(folder);
      const kept = await Promise.all(ids.map(async (id) => ({ id, loaded: await loadKeyring(folderOf(id)) })));
      return kept.filter(({ loaded }) => !loaded.ok || loaded.value !== null).map(({ id }) => id);
    },

    /** Makes keys and unlocks with them, and writes nothing: until `confirm` they are gone with the next lock. */
    async prepare(agencyId: string, userName: string, passphrase: string): Answer<{ readonly session: VaultSession; readonly recoveryKey: string }> {
      const loaded = await loadKeyring(folderOf(agencyId));
      if (!loaded.ok || loaded.value !== null) return fail({ code: 'exists' });
      const { keyring, opened, recoveryKey } = await newKeyring(userName, passphrase, cost);
      return ok({ session: await enter(agencyId, keyring, opened), recoveryKey });
    },

    /** Writes prepared keys, once somebody holds the recovery key: keys without it would be one forgotten passphrase from losing everything. */
    async confirm(agencyId: string): Answer<Record<string, never>> {
      if (state?.agencyId !== agencyId) return locked;
      await saveKeyring(folderOf(agencyId), state.keyring);
      return ok({});
    },

    async unlock(agencyId: string, userId: string, passphrase: string): Answer<VaultSession> {
      const keyring = await present(agencyId);
      if (!keyring.ok) return keyring;
      const files = folderOf(agencyId);
      const tries = await triesOf(files);
      const wait = stillToWait(tries, now());
      if (wait > 0) return fail({ code: 'wait', detail: String(wait) });
      const opened = await openWithPassphrase(keyring.value, userId, passphrase);
      if (opened.ok) return ok(await enter(agencyId, keyring.value, opened.value));
      if (opened.error === 'wrong-key') {
        await noteTry(files, tries, new Date(now()).toISOString(), keyring.value.users.find(({ id }) => id === userId)?.name ?? userId);
      }
      return refuse(opened.error);
    },

    async unlockHere(agencyId: string, userId: string): Answer<VaultSession> {
      const keyring = await present(agencyId);
      if (!keyring.ok) return keyring;
      const privateKey = await privateKeyHere(folderOf(agencyId), keyStore, userId);
      if (privateKey === null) return fail({ code: 'not-allowed', detail: keyStore.kind() });
      const opened = openWithPrivateKey(keyring.value, userId, privateKey);
      return opened.ok ? ok(await enter(agencyId, keyring.value, opened.value)) : refuse(opened.error);
    },

    async recover(agencyId: string, userId: string, recoveryKey: string, passphrase: string): Answer<VaultSession> {
      const keyring = await present(agencyId);
      if (!keyring.ok) return keyring;
      const keys = openWithRecovery(keyring.value, recoveryKey);
      return keys.ok ? readmit(agencyId, keyring.value, keys.value, userId, passphrase) : refuse(keys.error);
    },

    /** Takes over the keyring of a backup or a handed-over file for an agency that has no keys here. */
    async adopt(agencyId: string, text: string, { userId, passphrase, recoveryKey }: Credential): Answer<VaultSession> {
      const files = folderOf(agencyId);
      const there = await loadKeyring(files);
      if (!there.ok || there.value !== null) return fail({ code: 'exists' });
      const read = readKeyring(text);
      if (!read.ok) return refuse(read.error);
      if (recoveryKey !== undefined) {
        const keys = openWithRecovery(read.value, recoveryKey);
        return keys.ok ? readmit(agencyId, read.value, keys.value, userId, passphrase) : refuse(keys.error);
      }
      const opened = await openWithPassphrase(read.value, userId, passphrase);
      if (!opened.ok) return refuse(opened.error);
      await saveKeyring(files, read.value);
      return ok(await enter(agencyId, read.value, opened.value));
    },

    /** Takes the keys of an agency away; only its administrator, while it is unlocked. */
    async remove(agencyId: string): Answer<Record<string, never>> {
      if (state?.agencyId !== agencyId) return locked;
      if (!state.opened.member.administrator) return forbidden;
      forget();
      await removeKeyring(folderOf(agencyId));
      return ok({});
    },

    /** Proves that somebody is one of the users, and changes nothing. Wrong passphrases count as at the lock. */
    async prove(userId: string, passphrase: string): Answer<User> {
      const current = state;
      if (current === null) return locked;
      const files = folderOf(current.agencyId);
      const tries = await triesOf(files);
      const wait = stillToWait(tries, now());
      if (wait > 0) return fail({ code: 'wait', detail: String(wait) });
      const { keyring } = current;
      const opened = await openWithPassphrase(keyring, userId, passphrase);
      if (!opened.ok) {
        if (opened.error === 'wrong-key') await noteTry(files, tries, new Date(now()).toISOString(), keyring.users.find(({ id }) => id === userId)?.name ?? userId);
        return refuse(opened.error);
      }
      // The wrong ones stay counted: the next unlock writes them to the log.
      const { member, keys, pair } = opened.value;
      for (const key of [keys.general, keys.medical, pair.privateKey]) key?.fill(0);
      return ok(userOf(member));
    },

    async changePassphrase(passphrase: string, next: string): Answer<Record<string, never>> {
      const current = state;
      if (current === null) return locked;
      const { id } = current.opened.member;
      const proven = await openWithPassphrase(current.keyring, id, passphrase);
      if (!proven.ok) return refuse(proven.error);
      const sealed = await sealedPair(current.keyring.vaultId, id, current.opened.pair, next, cost);
      if (state !== current) return locked;
      await rewrite(current, { users: current.keyring.users.map((each) => (each.id === id ? { ...each, ...sealed } : each)) });
      return ok({});
    },

    async allowHere(allowed: boolean): Answer<Record<string, never>> {
      if (state === null) return locked;
      const files = folderOf(state.agencyId);
      const { id } = state.opened.member;
      if (!allowed) {
        await forbidHere(files, id);
        return ok({});
      }
      const kind = keyStore.kind();
      if (kind !== 'real') return fail({ code: 'not-allowed', detail: kind });
      await allowHere(files, keyStore, id, state.opened.pair.privateKey);
      return ok({});
    },

    async setLock(lock: LockRules): Answer<Record<string, never>> {
      if (state === null) return locked;
      await rewrite(state, { lock });
      return ok({});
    },

    users: async (): Answer<{ readonly users: User[] }> => Promise.resolve(state === null ? locked : ok(usersOf(state))),

    /** Adds a user, or changes name, roles and rights of one. */
    async putUser(user: User, passphrase: string | undefined): Answer<{ readonly users: User[] }> {
      const current = state;
      if (current === null) return locked;
      const { keyring, opened } = current;
      const known = keyring.users.find(({ id }) => id === user.id);
      if (!opened.member.administrator || (user.medical && known?.medical !== true && opened.keys.medical === null)) return forbidden;
      const others = keyring.users.filter(({ id }) => id !== user.id);
      const problem = userProblems([...others.map(userOf), user])[0];
      if (problem !== undefined) return fail({ code: 'bad-arguments', detail: problem });
      if (known === undefined) {
        if (passphrase === undefined) return fail({ code: 'bad-arguments', detail: 'passphrase' });
        const { member } = await newMember(keyring.vaultId, user, passphrase, opened.keys, cost);
        if (state !== current) return locked;
        await rewrite(current, { users: [...current.keyring.users, member] });
        return ok(usersOf(current));
      }
      // Somebody without the medical right may still change the name of one who has it; the wrapped key stays as it is.
      const rights = user.medical && opened.keys.medical === null ? {} : wrappedKeys(keyring.vaultId, user, new Uint8Array(Buffer.from(known.publicKey, 'base64')), opened.keys);
      const member = { ...known, ...userOf(user), ...rights };
      await rewrite(current, { users: keyring.users.map((each) => (each.id === user.id ? member : each)) });
      if (user.id === opened.member.id) {
        const medical = user.medical ? opened.keys.medical : null;
        if (medical === null) opened.keys.medical?.fill(0);
        current.opened = { ...opened, member, keys: { ...opened.keys, medical } };
      }
      return ok(usersOf(current));
    },

    async removeUser(userId: string): Answer<{ readonly users: User[] }> {
      if (state === null) return locked;
      const { keyring, opened, agencyId } = state;
      if (!opened.member.administrator || userId === opened.member.id) return forbidden;
      const users = keyring.users.filter(({ id }) => id !== userId);
      if (users.length === keyring.users.length) return fail({ code: 'not-found', detail: 'user' });
      const current = state;
      await rewrite(current, { users });
      const files = folderOf(agencyId);
      if ((await usersHere(files)).has(userId)) await forbidHere(files, userId);
      return ok(usersOf(current));
    },

    async renewRecovery(passphrase: string): Answer<{ readonly recoveryKey: string }> {
      const current = state;
      if (current === null) return locked;
      if (!current.opened.member.administrator || current.opened.keys.medical === null) return forbidden;
      const proven = await openWithPassphrase(current.keyring, current.opened.member.id, passphrase);
      if (!proven.ok) return refuse(proven.error);
      if (state !== current) return locked;
      const recoveryKey = newRecoveryKey();
      await rewrite(current, { recovery: recoveryOf(current.keyring.vaultId, recoveryKey, current.opened.keys) });
      return ok({ recoveryKey });
    },

    headSeen: (agencyId: string): Promise<LogHead | null> => headSeen(folderOf(agencyId)),
    async headWritten(agencyId: string, head: LogHead): Promise<void> {
      await headWritten(folderOf(agencyId), head);
      for (const hearer of hearers) hearer(agencyId, head);
    },
    /** Calls back whenever the page told of an entry it wrote. */
    onHead: (hearer: (agencyId: string, head: LogHead) => void): void => void hearers.add(hearer),
  };
}

export type Vault = ReturnType<typeof createVault>;
