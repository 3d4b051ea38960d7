import type { OpenVault } from '../../../renderer/db/agency-database.ts';
import { sealingCodec } from '../../../renderer/db/codec.ts';
import type { User } from '../../../shared/access/user.ts';

const general = new Uint8Array(32).fill(11);
const medical = new Uint8Array(32).fill(22);

export const hrUser: User = { id: 'u1', name: 'Hanna Roy', roles: ['hr', 'compliance'], medical: true, administrator: true };

/** The keys of an agency for one of its users: with the medical key where the user has the right. */
export const vaultOf = (user: Partial<User> = {}): OpenVault => {
  const actor = { ...hrUser, ...user };
  return { codec: sealingCodec({ records: general, medical: actor.medical ? medical : null }), actor };
};
/** The keys of another agency. */
export const strangersVault = (): OpenVault => ({ codec: sealingCodec({ records: new Uint8Array(32).fill(33), medical }), actor: hrUser });
