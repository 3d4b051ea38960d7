import { Dexie, liveQuery, type Table } from 'dexie';
import { agencyIdOf, schemaVersionOf } from './agency-database.ts';
import { isStorageError } from './failures.ts';

/** An agency this machine knows. Only what the first screen shows; the record itself lies in a database of its own. */
export type KnownAgency = {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  /** ISO instant. */
  readonly lastOpened: string;
  /** ISO instant; a restored copy took its place then, and this one is only looked at. */
  readonly replacedOn?: string;
};

/** The small database that lists the agencies of this machine. Losing it loses no record: the agencies are found by their databases. */
class Registry extends Dexie {
  declare readonly agencies: Table<KnownAgency, string>;

  constructor() {
    super('muster-registry');
    this.version(1).stores({ agencies: '&id, lastOpened' });
  }
}

const registry = new Registry();

/** The list is a convenience: where it cannot be read or written, no agency may become unreachable for it. */
async function tolerant<Value>(task: () => PromiseLike<Value>, otherwise: Value): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    if (!isStorageError(error)) throw error;
    // Dexie remembers a failed opening; closed so, it tries again the next time.
    registry.close({ disableAutoOpen: false });
    return otherwise;
  }
}

/** The agencies of this machine, last opened first; those whose entry was lost come last, by id. */
export async function knownAgencies(): Promise<readonly KnownAgency[]> {
  const listed = await tolerant(() => registry.agencies.orderBy('lastOpened').reverse().toArray(), []);
  const ids = (await indexedDB.databases()).flatMap(({ name, version }) => (name === undefined || schemaVersionOf(version) === null ? [] : [agencyIdOf(name)])).filter((id) => id !== null);
  const here = new Set(ids);
  const known = listed.filter((each) => here.has(each.id));
  const names = new Set(known.map((each) => each.id));
  const found = ids.filter((id) => !names.has(id)).sort();
  return [...known, ...found.map((id) => ({ id, name: `Agency ${id}`, isDemo: false, lastOpened: '' }))];
}

/** Calls back with the agencies of this machine now and whenever the list changes; returns the function that ends it. */
export function watchKnownAgencies(listener: (agencies: readonly KnownAgency[]) => void): () => void {
  const subscription = liveQuery(knownAgencies).subscribe({ next: listener });
  return () => subscription.unsubscribe();
}

/** Writes or refreshes an agency's entry; what is not named stays as it was. */
export async function rememberAgency(agency: KnownAgency): Promise<void> {
  await tolerant(async () => registry.agencies.put({ ...(await registry.agencies.get(agency.id)), ...agency }), null);
}

/** The entry of one agency. */
export const knownAgency = async (id: string): Promise<KnownAgency | undefined> => await tolerant(() => registry.agencies.get(id), undefined);

/** Takes an agency off the list; its database is left to whoever calls. */
export async function forgetAgency(id: string): Promise<void> {
  await tolerant(() => registry.agencies.delete(id), null);
}
