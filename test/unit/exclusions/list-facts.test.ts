import { describe, expect, it } from 'vitest';
import { listFacts, rememberedColumns } from '../../../renderer/features/exclusions/lists/list-facts.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { ListVersion } from '../../../shared/model/exclusion.ts';
import { day } from '../agenda/samples.ts';

const version = (id: string, over: Partial<ListVersion> = {}): ListVersion => ({
  id, list: 'oig-leie', name: `${id}.csv`, sha256: '0'.repeat(64), bytes: 1, rows: 83_000, scope: 'full', source: 'file', recordedAt: '2026-03-10T16:00:00Z', ...over,
});
const fileWith = (...listVersions: readonly ListVersion[]): AgencyFile => ({ format: 'muster-agency', version: 1, agency: { name: 'Sample', packs: [] }, people: [], evidence: [], listVersions });
const on = day('2026-03-19');
const leieOf = (file: AgencyFile) => listFacts(file, new Set(['oig-leie']), on)[0];

describe('the lists of the tab', () => {
  it('puts those the packs ask for first and keeps the usual order otherwise', () => {
    expect(listFacts(fileWith(), new Set(['sam', 'nc-hcpr']), on).map(({ list, demanded }) => [list, demanded])).toEqual([
      ['sam', true], ['oig-leie', false], ['la-adverse-actions', false], ['nc-excluded-providers', false],
    ]);
  });

  it('has in force the whole list brought in last; a partial file never replaces it', () => {
    const file = fileWith(
      version('january', { recordedAt: '2026-01-12T16:00:00Z' }),
      version('supplement', { scope: 'supplement', recordedAt: '2026-03-12T16:00:00Z' }),
      version('march'),
    );
    expect(leieOf(file)?.inForce?.id).toBe('march');
    expect(leieOf(file)?.earlier.map(({ id }) => id)).toEqual(['supplement', 'january']);
  });

  it('shows a day before the import without the version, in the agency’s own time zone', () => {
    // 03:00 UTC on the 20th is still the evening of the 19th in Louisiana.
    expect(leieOf(fileWith(version('late', { recordedAt: '2026-03-20T03:00:00Z' })))?.inForce?.id).toBe('late');
    expect(leieOf(fileWith(version('tomorrow', { recordedAt: '2026-03-20T06:00:00Z' })))?.inForce).toBeNull();
  });
});

describe('remembered columns', () => {
  const columns = { family: 'Last Name', given: 'First Name', npi: '' };
  const louisiana = version('la', { list: 'la-adverse-actions', columns });

  it('serve the next file with the same heads', () => {
    expect(rememberedColumns(fileWith(louisiana), 'la-adverse-actions', ['First Name', 'Last Name', 'Birthdate'])).toEqual(columns);
  });

  it('are asked again when a head is gone, and for another list', () => {
    expect(rememberedColumns(fileWith(louisiana), 'la-adverse-actions', ['First Name', 'Surname'])).toBeNull();
    expect(rememberedColumns(fileWith(louisiana), 'nc-excluded-providers', ['First Name', 'Last Name'])).toBeNull();
  });

  it('are those of the latest file', () => {
    const newer = version('newer', { list: 'la-adverse-actions', columns: { family: 'Surname', given: 'First Name' }, recordedAt: '2026-03-18T16:00:00Z' });
    expect(rememberedColumns(fileWith(newer, louisiana), 'la-adverse-actions', ['First Name', 'Last Name', 'Surname'])).toEqual({ family: 'Surname', given: 'First Name' });
  });
});
