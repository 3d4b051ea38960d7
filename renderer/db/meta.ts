import type { AgencyDatabase } from './agency-database.ts';

/** The agency's own random key for the digests in its log, made when the database was made. */
export async function digestKey(db: AgencyDatabase): Promise<Uint8Array> {
  const row = await db.meta.get('digest-key');
  if (!(row?.value instanceof Uint8Array)) throw new Error(`Agency ${db.agencyId} has no digest key; it is made with the database`);
  return row.value;
}
