import { ok } from '../../shared/result.ts';
import type { vaultContract } from '../../shared/ipc/vault.ts';
import type { Handlers } from '../ipc.ts';
import type { Vault } from '../vault/vault.ts';

type VaultChannel = keyof typeof vaultContract;

/** Every channel of keys, users and the lock. What the disk refuses is answered by the wrapper of all channels as `failed`. */
export const vaultHandlers = (vault: Vault): Pick<Handlers, VaultChannel> => ({
  'vault-status': async ({ agencyId }) => ok(await vault.status(agencyId)),
  'vault-list': async () => ok({ agencyIds: [...(await vault.list())] }),
  'vault-prepare': ({ agencyId, userName, passphrase }) => vault.prepare(agencyId, userName, passphrase),
  'vault-confirm': ({ agencyId }) => vault.confirm(agencyId),
  'vault-unlock': ({ agencyId, userId, passphrase }) => vault.unlock(agencyId, userId, passphrase),
  'vault-unlock-here': ({ agencyId, userId }) => vault.unlockHere(agencyId, userId),
  'vault-recover': ({ agencyId, userId, recoveryKey, passphrase }) => vault.recover(agencyId, userId, recoveryKey, passphrase),
  'vault-lock': () => {
    vault.lock('person');
    return Promise.resolve(ok({}));
  },
  'vault-remove': ({ agencyId }) => vault.remove(agencyId),
  'vault-prove': ({ userId, passphrase }) => vault.prove(userId, passphrase),
  'vault-change-passphrase': ({ passphrase, next }) => vault.changePassphrase(passphrase, next),
  'vault-allow-here': ({ allowed }) => vault.allowHere(allowed),
  'vault-set-lock': (rules) => vault.setLock(rules),
  'vault-users': () => vault.users(),
  'vault-put-user': ({ user, passphrase }) => vault.putUser(user, passphrase),
  'vault-remove-user': ({ userId }) => vault.removeUser(userId),
  'vault-renew-recovery': ({ passphrase }) => vault.renewRecovery(passphrase),
  'log-head-written': async ({ agencyId, head }) => {
    await vault.headWritten(agencyId, head);
    return ok({});
  },
  'log-head-seen': async ({ agencyId }) => ok({ head: await vault.headSeen(agencyId) }),
});
