import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { PackId } from '../../../shared/model/agency.ts';

/** What the form asks for. */
export type NewAgency = {
  readonly name: string;
  readonly npi: string;
  readonly timeZone: string;
  readonly packs: readonly PackId[];
  readonly recordsFrom: CivilDate | null;
};

/** An agency file with nobody in it yet. */
export function newAgencyFile({ name, npi, timeZone, packs, recordsFrom }: NewAgency): AgencyFile {
  return {
    format: 'muster-agency',
    version: 1,
    agency: {
      name: name.trim(),
      ...(npi.trim() !== '' && { npi: npi.trim() }),
      timeZone,
      ...(recordsFrom !== null && { recordsFrom }),
      packs,
    },
    people: [],
    evidence: [],
  };
}
