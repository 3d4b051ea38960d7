import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../../../shared/civil-date.ts';
import { standingRecords } from '../../../../../shared/model/agency-records/standing-records.ts';
import { bandOf, bands, categoryFacts, categoryOf, itemName, scaleItems, scaleNamesOf, unconfirmedNames } from '../../../../../shared/rules/agency/fidelity/scale.ts';
import { recorded } from './support.ts';

describe('the scale', () => {
  test.each([[24, undefined], [25, 'not-supported'], [73, 'not-supported'], [74, 'fair'], [99, 'fair'], [100, 'good'], [114, 'good'], [115, 'exemplary'], [125, 'exemplary'], [126, undefined]])('%i is %s', (total, band) => {
    expect(bandOf(total)?.id).toBe(band);
  });

  test('the bands and categories leave no gap', () => {
    expect(bands.map(({ from, to }) => to - from + 1).reduce((a, b) => a + b)).toBe(101);
    expect(Object.values(categoryFacts).map(({ first, last }) => last - first + 1)).toEqual([3, 8, 14]);
    expect(scaleItems.map(categoryOf).filter((category) => category === 'organization')).toHaveLength(8);
  });

  test('a name is printed once it was verified or confirmed, and not before', () => {
    const confirm = { kind: 'scale-names' as const, id: 'n', confirmedOn: civilDate('2026-03-01'), source: 'The published scale', names: [{ item: 7, name: 'Vocational unit' }], ...recorded };
    const records = standingRecords([confirm]);
    const before = scaleNamesOf(records, civilDate('2026-02-28'));
    const after = scaleNamesOf(records, civilDate('2026-03-01'));
    expect(itemName(1, before)).toBe('Item 1: Caseload size');
    expect(itemName(7, before)).toBe('Item 7 (name: agency to confirm)');
    expect(itemName(7, after)).toBe('Item 7: Vocational unit');
    expect(itemName(8, after)).toBe('Item 8 (name: agency to confirm)');
    expect([...unconfirmedNames.keys()]).toEqual(scaleItems.slice(3));
  });
});
