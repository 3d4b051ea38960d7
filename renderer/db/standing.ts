import type { LogHead } from '../../shared/ipc/vault.ts';
import type { Lineage } from '../../shared/backup/contents.ts';
import type { AgencyDatabase, MetaRow } from './agency-database.ts';
import type { Codec } from './codec.ts';

/**
 * Why a copy of an agency is only looked at. `handed-over`: another computer has the right to write; `head` is the last entry of the log that
 * went along. `replaced`: a restored copy took its place.
 */
export type CopyStanding =
  | { readonly kind: 'handed-over'; readonly at: string; readonly to: string; readonly head: LogHead }
  | { readonly kind: 'replaced'; readonly at: string; readonly by: string };

/** Why nothing can be written to a copy. */
/** `surveyed`: it is in surveyor mode, see `surveying.ts`. */
export type ReadOnlyCopy = { readonly code: 'handed-over' } | { readonly code: 'replaced' } | { readonly code: 'surveyed' };

const standingKey = 'standing';
export const surveyingKey = 'surveying';
const lineageKey = 'lineage';

/** How a copy stands; null where it is the one that is written. */
export async function standingOf(db: AgencyDatabase): Promise<CopyStanding | null> {
  const row = await db.meta.get(standingKey);
  return row === undefined ? null : (db.codec.open('meta', standingKey, row.value) as CopyStanding);
}

export const standingRow = (codec: Codec, standing: CopyStanding): MetaRow => ({ key: standingKey, value: codec.seal('meta', standingKey, standing) });

export const setStanding = (db: AgencyDatabase, standing: CopyStanding | null): PromiseLike<unknown> =>
  standing === null ? db.meta.delete(standingKey) : db.meta.put(standingRow(db.codec, standing));

/** The refusal of a copy that is only looked at. Asked inside the transaction that would write. */
export async function readOnlyCopy(db: AgencyDatabase): Promise<ReadOnlyCopy | null> {
  const standing = await standingOf(db);
  if (standing !== null) return { code: standing.kind };
  return (await db.meta.get(surveyingKey)) === undefined ? null : { code: 'surveyed' };
}

/** The descent of a record; an agency that was never handed over gets one when it is first asked. `newId` is random. */
export async function lineageOf(db: AgencyDatabase, newId: () => string): Promise<Lineage> {
  return await db.transaction('rw', db.meta, async () => {
    const known = (await db.meta.get(lineageKey))?.value as Lineage | undefined;
    if (known !== undefined) return known;
    const lineage: Lineage = { id: newId(), generation: 1 };
    await db.meta.add({ key: lineageKey, value: lineage });
    return lineage;
  });
}

export const lineageRow = (lineage: Lineage): MetaRow => ({ key: lineageKey, value: lineage });
