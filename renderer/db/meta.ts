import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { AgencyDatabase, MetaRow } from './agency-database.ts';
import type { Codec } from './codec.ts';

/** The agency's own random key for the digests in its log, made when the database was made. */
export async function digestKey(db: AgencyDatabase): Promise<Uint8Array> {
  const row = await db.meta.get('digest-key');
  const opened = row === undefined ? null : db.codec.open('meta', 'digest-key', row.value);
  // Sealed bodies are JSON, which has no bytes.
  const key = typeof opened === 'string' ? hexToBytes(opened) : opened;
  if (!(key instanceof Uint8Array)) throw new Error(`Agency ${db.agencyId} has no digest key; it is made with the database`);
  return key;
}

/** The row that keeps a digest key. */
export const digestKeyRow = (codec: Codec, key: Uint8Array): MetaRow => ({ key: 'digest-key', value: codec.sealed ? codec.seal('meta', 'digest-key', bytesToHex(key)) : key });

/** Whether a database is sealed, asked before anything of it is opened. */
export const sealedRow = (codec: Codec): MetaRow => ({ key: 'sealed', value: codec.sealed });
