import type { AgencyDatabase, MetaRow } from './agency-database.ts';

const key = 'digests-from';

/**
 * How many of the first entries of the log have digests of another key: those that came with an agency file, which carries no key. They are linked
 * and proven like the others, but no record can be compared with them.
 */
export async function digestsFrom(db: AgencyDatabase): Promise<number> {
  const row = await db.meta.get(key);
  return typeof row?.value === 'number' ? row.value : 0;
}

/** The row that keeps it. */
export const digestsFromRow = (entries: number): MetaRow => ({ key, value: entries });
