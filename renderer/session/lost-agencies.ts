import { knownAgencies } from '../db/registry.ts';
import { lostOf } from '../platform/desktop.ts';

/** The agencies of this computer whose database is gone although nobody removed them; asked before the first screen is shown, which would look as if there never was one. */
export async function lostAgencies(): Promise<readonly string[]> {
  const lost = await lostOf({ present: (await knownAgencies()).map(({ id }) => id) });
  return lost.ok ? lost.value.agencyIds : [];
}
