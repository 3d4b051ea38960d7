import { describe, expect, it } from 'vitest';
import { cityOf, occupationOf, rowFacts } from '../../../renderer/features/exclusions/matches/row-facts.ts';
import { civilDate } from '../../../shared/civil-date.ts';

const today = civilDate('2026-03-19');
const record = {
  LASTNAME: 'QUILLFEATHER', FIRSTNAME: 'ODALYS', GENERAL: 'NURSE/NURSES AIDE', SPECIALTY: '', ADDRESS: '12 PINE CT', CITY: 'LAFAYETTE', STATE: 'LA', ZIP: '70501',
  EXCLTYPE: '1128b4   ', EXCLDATE: '20190820', REINDATE: '00000000', WAIVERDATE: '00000000', WVRSTATE: '',
};
const value = (facts: ReturnType<typeof rowFacts>, label: string) => facts.find((fact) => fact.label === label);

describe('the facts of a row', () => {
  it('spells the authority out and tells how long ago', () => {
    const facts = rowFacts('oig-leie', record, { actionOn: civilDate('2019-08-20'), endsOn: null }, today);
    expect(value(facts, 'Excluded')).toEqual({ label: 'Excluded', value: '20 Aug 2019', more: '6 y 6 mo ago' });
    expect(value(facts, 'Authority')).toMatchObject({ value: '1128(b)(4)', more: 'licence revoked, suspended or surrendered' });
    expect(value(facts, 'Reinstated')?.value).toBe('no');
    expect(value(facts, 'Address')?.value).toBe('12 PINE CT, LAFAYETTE, LA 70501');
    expect(value(facts, 'Waiver')).toBeUndefined();
  });

  it('says that an exclusion ahead is a hit already, on the day itself no more', () => {
    const began = (on: string) => value(rowFacts('oig-leie', record, { actionOn: civilDate(on), endsOn: null }, today), 'Excluded');
    expect(began('2026-03-20')).toMatchObject({ value: 'effective 20 Mar 2026', loud: true });
    expect(began('2026-03-19')).toEqual({ label: 'Excluded', value: '19 Mar 2026', more: 'today' });
  });

  it('an end in the past is loud, one ahead is not', () => {
    const ends = (on: string) => rowFacts('sam', record, { actionOn: null, endsOn: civilDate(on) }, today);
    expect(value(ends('2026-03-18'), 'Ended')?.loud).toBe(true);
    expect(value(ends('2026-03-19'), 'Ends')?.loud).toBe(false);
  });

  it('a waiver in one state is said', () => {
    expect(value(rowFacts('oig-leie', { ...record, WVRSTATE: 'TX' }, { actionOn: null, endsOn: null }, today), 'Waiver')?.value).toBe('in TX only');
  });

  it('reads heads whatever their capitals, and prints no filler', () => {
    expect(occupationOf(record)).toBe('NURSE/NURSES AIDE');
    expect(cityOf({ city: 'LAFAYETTE', zip: '00000' })).toBe('LAFAYETTE');
    const facts = rowFacts('la-adverse-actions', { 'EXCLUSION REASON': 'Neglect', 'Period of Exclusion': '5 years' }, { actionOn: null, endsOn: null }, today);
    expect(facts.map((fact) => [fact.label, fact.value])).toEqual([
      ['Excluded', 'the row gives no date'], ['Reason', 'Neglect'], ['Period', '5 years'], ['Reinstated', 'no'],
    ]);
  });
});
