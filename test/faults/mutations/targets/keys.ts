import { keyringText, newKeyring, openWithPassphrase, openWithRecovery, readKeyring, type Keyring } from '../../../../electron/vault/keyring.ts';
import { canonicalJson } from '../../../../shared/audit/canonical-json.ts';
import { openBytes, sealBytes } from '../../../../shared/sealing/sealed-body.ts';
import { spoiled, text } from '../mutate-bytes.ts';
import { spoiledJson, type Json } from '../mutate-json.ts';
import { refused, taken, wrong, type Target, type Verdict } from '../target.ts';

const passphrase = 'a passphrase for mutations';
let source: ReturnType<typeof newKeyring> | null = null;
const made = (): ReturnType<typeof newKeyring> => (source ??= newKeyring('Odalys Thibodaux', passphrase, { memoryKiB: 8_192, passes: 1, lanes: 1 }));

/** A keyring that was changed in anything but its spacing must not open, by passphrase or by recovery key. */
async function opened(bytes: Uint8Array, original: Keyring, recoveryKey: string): Promise<Verdict> {
  const read = readKeyring(new TextDecoder().decode(bytes));
  if (!read.ok) return refused(read.error);
  const same = canonicalJson(read.value) === canonicalJson(original);
  const [user] = read.value.users;
  const byPassphrase = await openWithPassphrase(read.value, user?.id ?? '', passphrase);
  const byRecovery = openWithRecovery(read.value, recoveryKey);
  if (same) return byPassphrase.ok && byRecovery.ok ? taken : wrong('the keyring as it was does not open');
  if (byPassphrase.ok) return wrong('a changed keyring opens with the passphrase');
  return byRecovery.ok ? wrong('a changed keyring opens with the recovery key') : refused(byPassphrase.error);
}

export const keyrings: Target = {
  name: 'keyrings',
  share: 6,
  attempt: async (random, told) => {
    const { keyring, recoveryKey } = await made();
    const whole = keyringText(keyring);
    if (random.chance(0.5)) {
      told('fields spoiled');
      return opened(text(JSON.stringify(spoiledJson(JSON.parse(whole) as Json, random))), keyring, recoveryKey);
    }
    const { bytes, how } = spoiled(text(whole), random);
    told(how);
    return opened(bytes, keyring, recoveryKey);
  },
};

const key = new Uint8Array(32).fill(5);
const plain = text('{"id":"ev-1","kind":"tb-test","note":"Read by the nurse"}');
const row = sealBytes(key, 'evidence/1', plain, new Uint8Array(24).fill(9));

/** A sealed row: nothing that was touched opens. */
export const rows: Target = {
  name: 'sealed rows',
  share: 3,
  attempt: (random, told) => {
    const { bytes, how } = spoiled(row, random);
    told(how);
    const read = openBytes(key, 'evidence/1', bytes);
    if (!read.ok) return Promise.resolve(refused(read.error));
    const untouched = bytes.length === row.length && bytes.every((byte, at) => byte === row[at]);
    return Promise.resolve(untouched ? taken : wrong('a row that was touched opens'));
  },
};
