import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../../../shared/access/user.ts';
import type { Result } from '../../../../shared/result.ts';
import { judgeIdle } from '../../../../electron/vault/idle-clock.ts';
import { judgeStore, type KeyStore } from '../../../../electron/vault/key-store.ts';
import { keyringText, newKeyring, newMember, openWithPassphrase, openWithRecovery, readKeyring, type Keyring } from '../../../../electron/vault/keyring.ts';
import { watchLock } from '../../../../electron/vault/lock-watch.ts';
import { keyOfRecoveryKey, newRecoveryKey } from '../../../../electron/vault/recovery-key.ts';
import { newKeyPair, openFor, sealFor } from '../../../../electron/vault/sealed-box.ts';
import { stillToWait, waitAfter } from '../../../../electron/vault/tries.ts';
import { createVault, type Vault, type WhyLocked } from '../../../../electron/vault/vault.ts';

/** As cheap as the bounds allow: what is tested is the wrapping, not argon2. */
const cost = { memoryKiB: 8_192, passes: 1, lanes: 1 } as const;
const phrase = 'correct horse battery';

function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Expected a success, got ${JSON.stringify(result.error)}`);
  return result.value;
}

const colleague = (changes: Partial<User> = {}): User => ({ id: 'u2', name: 'Delphine Broussard', roles: ['hr'], medical: false, administrator: false, ...changes });

describe('a keyring', () => {
  it('opens with the passphrase of its user, whatever keyboard it was typed on, and with nothing else', async () => {
    const { keyring, opened, recoveryKey } = await newKeyring('Ana Ruiz', 'Señora Nguyễn 12', cost);
    const userId = opened.member.id;
    // The same letters, composed differently.
    const again = value(await openWithPassphrase(value(readKeyring(keyringText(keyring))), userId, 'Señora Nguyễn 12'.normalize('NFD')));
    expect(again.keys).toEqual(opened.keys);
    expect(await openWithPassphrase(keyring, userId, 'Señora Nguyễn 13')).toEqual({ ok: false, error: 'wrong-key' });
    expect(await openWithPassphrase(keyring, 'nobody', 'Señora Nguyễn 12')).toEqual({ ok: false, error: 'no-such-user' });
    expect(value(openWithRecovery(keyring, recoveryKey))).toEqual(opened.keys);
    expect(openWithRecovery(keyring, newRecoveryKey())).toEqual({ ok: false, error: 'wrong-key' });
    expect(openWithRecovery(keyring, 'not a key')).toEqual({ ok: false, error: 'wrong-key' });
  });

  it('says altered when somebody without the keys gave himself a role or the medical right', async () => {
    const { keyring, opened } = await newKeyring('Ana Ruiz', phrase, cost);
    const [member] = keyring.users;
    if (member === undefined) throw new Error('no user');
    const raised: Keyring = { ...keyring, users: [{ ...member, roles: ['auditor'] }] };
    expect(await openWithPassphrase(raised, opened.member.id, phrase)).toEqual({ ok: false, error: 'altered' });
    expect(await openWithPassphrase({ ...keyring, lock: { ...keyring.lock, idleMinutes: 0 } }, opened.member.id, phrase)).toEqual({ ok: false, error: 'altered' });
  });

  it('holds the medical key only for who has the right, and a stranger cannot move it to another user', async () => {
    const { keyring, opened } = await newKeyring('Ana Ruiz', phrase, cost);
    const { member } = await newMember(keyring.vaultId, colleague(), phrase, opened.keys, cost);
    expect(member.medicalKey).toBeNull();
    const moved = { ...keyring, users: [{ ...member, medical: true, medicalKey: keyring.users[0]?.medicalKey ?? null }] };
    expect(await openWithPassphrase(moved, 'u2', phrase)).toEqual({ ok: false, error: 'altered' });
    await expect(newMember(keyring.vaultId, colleague({ medical: true }), phrase, { ...opened.keys, medical: null }, cost)).rejects.toThrow('medical');
  });

  it('is refused as damaged or newer, whatever its text is, and never asks for more memory than its bounds', async () => {
    const { keyring } = await newKeyring('Ana Ruiz', phrase, cost);
    const text = keyringText(keyring);
    expect(readKeyring(text.replace('"version": 1', '"version": 2'))).toEqual({ ok: false, error: 'newer' });
    expect(readKeyring(text.replace('"memoryKiB": 8192', '"memoryKiB": 99999999'))).toEqual({ ok: false, error: 'damaged' });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, typed) => {
        const read = readKeyring(text.slice(0, at) + typed + text.slice(at + 1));
        expect(read.ok || ['damaged', 'newer'].includes(read.error)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('names no key: data keys and passphrase are nowhere in its text', async () => {
    const { keyring, opened, recoveryKey } = await newKeyring('Ana Ruiz', phrase, cost);
    const text = keyringText(keyring);
    for (const secret of [opened.keys.general, opened.keys.medical ?? new Uint8Array(), opened.pair.privateKey]) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64'));
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
    expect(text).not.toContain(phrase);
    expect(text).not.toContain(recoveryKey);
  });
});

describe('a recovery key', () => {
  it('is read however a person types it, and refused with one letter wrong', () => {
    const key = newRecoveryKey();
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    const expected = keyOfRecoveryKey(key);
    expect(expected).toHaveLength(32);
    expect(keyOfRecoveryKey(key.toLowerCase().replace(/-/g, '  ').replace(/0/g, 'o').replace(/1/g, 'l'))).toEqual(expected);
    fc.assert(
      fc.property(fc.nat(key.length - 6), fc.constantFrom('0', '1', '7', 'A', 'H', 'Q', 'Z'), (at, letter) => {
        if (key.charAt(at) === '-' || key.charAt(at) === letter) return;
        expect(keyOfRecoveryKey(key.slice(0, at) + letter + key.slice(at + 1))).toBeNull();
      }),
    );
    expect(keyOfRecoveryKey('')).toBeNull();
  });
});

describe('a sealed box', () => {
  it('opens for its owner in its place, and for nobody else, nowhere else, nor changed by a bit', () => {
    const pair = newKeyPair();
    const secret = new Uint8Array(32).fill(9);
    const box = sealFor(pair.publicKey, 'here', secret);
    expect(openFor(pair, 'here', box)).toEqual(secret);
    expect(openFor(pair, 'there', box)).toBeNull();
    expect(openFor(newKeyPair(), 'here', box)).toBeNull();
    for (let at = 0; at < box.length; at += 1) {
      const changed = Uint8Array.from(box);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openFor(pair, 'here', changed), `bit of byte ${at}`).toBeNull();
    }
    expect(openFor(pair, 'here', new Uint8Array(64))).toBeNull();
  });
});

describe('wrong tries', () => {
  it('cost nothing five times, then more and more, never more than five minutes', () => {
    expect([0, 4, 5, 6, 7, 30].map(waitAfter)).toEqual([0, 0, 5, 10, 20, 300]);
    const tries = Array.from({ length: 5 }, () => ({ at: '2026-03-19T15:00:00.000Z', userName: 'Ana' }));
    const at = Date.parse('2026-03-19T15:00:00Z');
    expect(stillToWait(tries, at)).toBe(5);
    expect(stillToWait(tries, at + 4_999)).toBe(1);
    expect(stillToWait(tries, at + 5_000)).toBe(0);
    expect(stillToWait(tries, at - 86_400_000)).toBe(5);
  });
});

describe('the key store of the system', () => {
  it('is refused where it keeps what it is given readable', () => {
    expect(judgeStore(true, 'basic_text')).toBe('plain-text');
    expect(judgeStore(true, 'gnome_libsecret')).toBe('real');
    expect(judgeStore(false, 'kwallet6')).toBe('no-store');
    expect(judgeStore(true, 'unknown')).toBe('no-store');
    expect(judgeStore(true, null)).toBe('real');
    expect(judgeStore(false, null)).toBe('no-store');
  });
});

describe('idleness', () => {
  it('warns a minute before and locks on the second', () => {
    const rules = { idleMinutes: 10 };
    expect(judgeIdle(rules, 0, 539_000)).toEqual({ kind: 'nothing' });
    expect(judgeIdle(rules, 0, 540_000)).toEqual({ kind: 'soon', seconds: 60 });
    expect(judgeIdle(rules, 0, 599_999)).toEqual({ kind: 'soon', seconds: 1 });
    expect(judgeIdle(rules, 0, 600_000)).toEqual({ kind: 'lock' });
    expect(judgeIdle({ idleMinutes: 0 }, 0, 1e12)).toEqual({ kind: 'nothing' });
    expect(judgeIdle(rules, 1_000_000, 0)).toEqual({ kind: 'nothing' });
  });
});

describe('the vault', () => {
  let profile = '';
  let now = Date.parse('2026-03-19T15:00:00Z');
  beforeEach(async () => {
    profile = await mkdtemp(path.join(tmpdir(), 'muster-vault-'));
    now = Date.parse('2026-03-19T15:00:00Z');
  });
  afterEach(() => rm(profile, { recursive: true, force: true }));

  const store = (kind: 'real' | 'plain-text'): KeyStore => ({
    kind: () => kind,
    seal: (text) => Buffer.from(text).reverse(),
    open: (sealed) => Buffer.from(sealed).reverse().toString(),
  });
  const made = (kind: 'real' | 'plain-text' = 'real'): Vault => createVault({ folder: path.join(profile, 'agencies'), keyStore: store(kind), now: () => now, cost });

  const created = async (vault: Vault) => {
    const made = value(await vault.prepare('a1', 'Ana Ruiz', phrase));
    value(await vault.confirm('a1'));
    return made;
  };

  it('writes no keys before the recovery key is in hand', async () => {
    const vault = made();
    const first = value(await vault.prepare('a1', 'Ana Ruiz', phrase));
    expect(await vault.hasKeys('a1')).toBe(false);
    vault.lock('idle');
    expect(await vault.confirm('a1')).toEqual({ ok: false, error: { code: 'locked' } });
    const second = await created(vault);
    expect(second.recoveryKey).not.toBe(first.recoveryKey);
    expect(await vault.hasKeys('a1')).toBe(true);
    value(await made().unlock('a1', second.session.user.id, phrase));
  });

  it('gives the same record keys at every unlock, to every user, and forgets them at the lock', async () => {
    const vault = made();
    const { session } = await created(vault);
    expect(value(await vault.putUser(colleague(), 'another passphrase')).users).toHaveLength(2);
    const heard: WhyLocked[] = [];
    vault.onLock((why) => heard.push(why));
    vault.lock('idle');
    expect(heard).toEqual(['idle']);
    expect(vault.unlocked()).toBeNull();
    expect(await vault.users()).toEqual({ ok: false, error: { code: 'locked' } });

    const other = value(await made().unlock('a1', 'u2', 'another passphrase'));
    expect(other.records).toEqual(session.records);
    expect(other.medical).toBeNull();
    expect(session.medical).not.toBeNull();
    expect(session.medical).not.toEqual(session.records);
  });

  it('counts wrong passphrases, makes the guesser wait, and reports them at the next unlock', async () => {
    const vault = made();
    const { session } = await created(vault);
    const id = session.user.id;
    for (let tried = 0; tried < 5; tried += 1) expect(await vault.unlock('a1', id, 'wrong')).toEqual({ ok: false, error: { code: 'wrong-key' } });
    expect(await vault.unlock('a1', id, phrase)).toEqual({ ok: false, error: { code: 'wait', detail: '5' } });
    now += 5_000;
    const again = value(await vault.unlock('a1', id, phrase));
    expect(again.failedUnlocks).toHaveLength(5);
    expect(again.failedUnlocks[0]).toEqual({ at: '2026-03-19T15:00:00.000Z', userName: 'Ana Ruiz' });
    expect(value(await vault.unlock('a1', id, phrase)).failedUnlocks).toEqual([]);
  });

  it('proves that a user is here and changes nothing; wrong ones count, and stand in the log at the next unlock', async () => {
    const vault = made();
    const { session } = await created(vault);
    value(await vault.putUser(colleague(), 'another passphrase'));
    const before = Buffer.from(vault.unlocked()?.general('records') ?? []).toString('hex');
    expect(value(await vault.prove('u2', 'another passphrase')).id).toBe('u2');
    expect(await vault.prove('u2', 'wrong')).toEqual({ ok: false, error: { code: 'wrong-key' } });
    expect(vault.unlocked()?.user.id).toBe(session.user.id);
    expect(Buffer.from(vault.unlocked()?.general('records') ?? []).toString('hex')).toBe(before);
    for (let tried = 0; tried < 4; tried += 1) await vault.prove(session.user.id, 'wrong');
    expect(await vault.prove(session.user.id, phrase)).toEqual({ ok: false, error: { code: 'wait', detail: '5' } });
    now += 5_000;
    value(await vault.prove(session.user.id, phrase));
    expect(value(await vault.unlock('a1', session.user.id, phrase)).failedUnlocks).toHaveLength(5);
    vault.lock('person');
    expect(await vault.prove(session.user.id, phrase)).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('changes a passphrase only for who knows the old one, and the data keys stay', async () => {
    const vault = made();
    const { session } = await created(vault);
    expect(await vault.changePassphrase('wrong', 'a new passphrase')).toEqual({ ok: false, error: { code: 'wrong-key' } });
    value(await vault.changePassphrase(phrase, 'a new passphrase'));
    expect(await vault.unlock('a1', session.user.id, phrase)).toEqual({ ok: false, error: { code: 'wrong-key' } });
    expect(value(await vault.unlock('a1', session.user.id, 'a new passphrase')).records).toEqual(session.records);
  });

  it('lets a user in again with the recovery key, gives them back what they had and no more, and ends the old way in', async () => {
    const vault = made();
    const { session, recoveryKey } = await created(vault);
    value(await vault.putUser(colleague(), 'another passphrase'));
    value(await vault.allowHere(true));
    expect(await vault.recover('a1', 'u2', newRecoveryKey(), 'a third passphrase')).toEqual({ ok: false, error: { code: 'wrong-key' } });
    const back = value(await vault.recover('a1', 'u2', recoveryKey, 'a third passphrase'));
    expect(back.records).toEqual(session.records);
    expect(back.medical).toBeNull();
    expect(await vault.unlock('a1', 'u2', 'another passphrase')).toEqual({ ok: false, error: { code: 'wrong-key' } });

    value(await vault.recover('a1', session.user.id, recoveryKey, 'a fourth passphrase'));
    expect((await vault.status('a1')).users.find(({ id }) => id === session.user.id)?.unlocksHere).toBe(false);
    const renewed = value(await vault.renewRecovery('a fourth passphrase'));
    expect(await vault.recover('a1', 'u2', recoveryKey, 'a fifth passphrase')).toEqual({ ok: false, error: { code: 'wrong-key' } });
    value(await vault.recover('a1', 'u2', renewed.recoveryKey, 'a fifth passphrase'));
  });

  it('unlocks with a real store where the user allowed it, and refuses one that keeps plain text', async () => {
    const vault = made();
    const { session } = await created(vault);
    expect(await vault.unlockHere('a1', session.user.id)).toEqual({ ok: false, error: { code: 'not-allowed', detail: 'real' } });
    value(await vault.allowHere(true));
    vault.lock('person');
    expect(value(await vault.unlockHere('a1', session.user.id)).records).toEqual(session.records);
    value(await vault.allowHere(false));
    expect(await vault.unlockHere('a1', session.user.id)).toMatchObject({ ok: false });

    const poor = made('plain-text');
    value(await poor.unlock('a1', session.user.id, phrase));
    expect(await poor.allowHere(true)).toEqual({ ok: false, error: { code: 'not-allowed', detail: 'plain-text' } });
    expect((await poor.status('a1')).users).toEqual([{ id: session.user.id, name: 'Ana Ruiz', unlocksHere: false }]);
  });

  it('lets only administrators change users, only holders of the medical right give it, and always keeps an administrator', async () => {
    const vault = made();
    const { session } = await created(vault);
    value(await vault.putUser(colleague({ administrator: true }), 'another passphrase'));
    expect(await vault.putUser(colleague({ id: 'u3' }), 'a third passphrase')).toEqual({ ok: false, error: { code: 'bad-arguments', detail: 'name-taken' } });
    value(await vault.unlock('a1', 'u2', 'another passphrase'));
    expect(await vault.putUser(colleague({ id: 'u3', name: 'Third', medical: true }), 'a third passphrase')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await vault.renewRecovery('another passphrase')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    // Who cannot read the medical key may still rename who can.
    value(await vault.putUser({ ...session.user, name: 'Ana Ruiz Ortega' }, undefined));
    expect(value(await vault.unlock('a1', session.user.id, phrase)).medical).toEqual(session.medical);

    value(await vault.putUser(colleague({ administrator: false }), undefined));
    expect(await vault.removeUser(session.user.id)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await vault.putUser({ ...session.user, administrator: false }, undefined)).toEqual({ ok: false, error: { code: 'bad-arguments', detail: 'no-administrator' } });
    value(await vault.unlock('a1', 'u2', 'another passphrase'));
    expect(await vault.putUser(colleague({ administrator: true }), undefined)).toEqual({ ok: false, error: { code: 'not-allowed' } });
    expect(await vault.remove('a1')).toEqual({ ok: false, error: { code: 'not-allowed' } });
    value(await vault.unlock('a1', session.user.id, phrase));
    expect(value(await vault.removeUser('u2')).users).toHaveLength(1);
    expect(await vault.unlock('a1', 'u2', 'another passphrase')).toEqual({ ok: false, error: { code: 'not-found', detail: 'user' } });
  });

  it('gives up the medical key the moment its user gives up the right', async () => {
    const vault = made();
    const { session } = await created(vault);
    expect(vault.unlocked()?.medical).not.toBeNull();
    value(await vault.putUser({ ...session.user, medical: false }, undefined));
    expect(vault.unlocked()?.medical).toBeNull();
    expect(value(await vault.unlock('a1', session.user.id, phrase)).medical).toBeNull();
  });

  it('takes over the keyring of a backup for a new agency, and never where there are keys', async () => {
    const vault = made();
    const { session, recoveryKey } = await created(vault);
    const text = vault.unlocked()?.keyringText() ?? '';
    const credential = { userId: session.user.id, passphrase: phrase };
    expect(await vault.adopt('a1', text, credential)).toEqual({ ok: false, error: { code: 'exists' } });
    expect(await vault.adopt('b1', text, { ...credential, passphrase: 'wrong' })).toEqual({ ok: false, error: { code: 'wrong-key' } });
    expect(await vault.hasKeys('b1')).toBe(false);
    const there = value(await vault.adopt('b1', text, credential));
    expect(there.vaultId).toBe(session.vaultId);
    expect(there.records).toEqual(session.records);
    expect(value(await vault.adopt('c1', text, { userId: session.user.id, passphrase: 'a new passphrase', recoveryKey })).records).toEqual(session.records);
    expect(value(await vault.unlock('c1', session.user.id, 'a new passphrase')).vaultId).toBe(session.vaultId);
    expect([...(await vault.list())].sort()).toEqual(['a1', 'b1', 'c1']);
  });

  it('opens with the keyring before when the file cannot be read, and never makes new keys over unreadable ones', async () => {
    const vault = made();
    const { session } = await created(vault);
    value(await vault.setLock({ idleMinutes: 5, onSleep: false, onSystemLock: false }));
    const file = path.join(profile, 'agencies', 'a1', 'keyring.json');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 100));
    expect(value(await vault.unlock('a1', session.user.id, phrase)).records).toEqual(session.records);
    await writeFile(path.join(profile, 'agencies', 'a1', 'keyring.previous.json'), '{');
    expect((await vault.status('a1')).state).toBe('damaged');
    expect(await vault.prepare('a1', 'Somebody', phrase)).toEqual({ ok: false, error: { code: 'exists' } });
    expect(await vault.unlock('a1', session.user.id, phrase)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });

  it('keeps the furthest head of the log, and refuses ids that leave its folder', async () => {
    const vault = made();
    const head = (seq: number) => ({ seq, hash: String(seq).padStart(64, '0') });
    expect(await vault.headSeen('a1')).toBeNull();
    await vault.headWritten('a1', head(3));
    await vault.headWritten('a1', head(2));
    expect(await vault.headSeen('a1')).toEqual(head(3));
    await expect(vault.status('../a1')).rejects.toThrow('letters');
  });

  it('locks by itself after idleness, before sleep and with the system, as its rules say, and counts anew after use', async () => {
    const vault = made();
    let tick = (): void => undefined;
    let use = (): void => undefined;
    let sleep = (): void => undefined;
    let systemLock = (): void => undefined;
    const warned: number[] = [];
    watchLock(vault, {
      now: () => now,
      everySecond: (each) => {
        tick = each;
        return () => {
          tick = () => undefined;
        };
      },
      onUse: (used) => (use = used),
      onSleep: (asleep) => (sleep = asleep),
      onSystemLock: (locked) => (systemLock = locked),
      warn: (seconds) => warned.push(seconds),
    });
    const { session } = await created(vault);
    now += 541_000;
    tick();
    expect(warned).toEqual([59]);
    use();
    expect(warned).toEqual([59, 0]);
    now += 599_000;
    tick();
    expect(vault.unlocked()).not.toBeNull();
    now += 1_000;
    tick();
    expect(vault.unlocked()).toBeNull();

    value(await vault.unlock('a1', session.user.id, phrase));
    sleep();
    expect(vault.unlocked()).toBeNull();
    value(await vault.unlock('a1', session.user.id, phrase));
    value(await vault.setLock({ idleMinutes: 0, onSleep: false, onSystemLock: true }));
    sleep();
    now += 86_400_000;
    tick();
    expect(vault.unlocked()).not.toBeNull();
    systemLock();
    expect(vault.unlocked()).toBeNull();
  });
});
