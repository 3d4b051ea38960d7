import { noRow, stateOf } from './layout.ts';
import { dayBefore } from './list-dates.ts';
import { dayOf, type MappedList } from './mapped-layout.ts';
import { takeSuffix } from './name-parts.ts';

/** A given name with an initial behind it: the list has no column for middle names. */
const withInitial = /^(\S.{0,60}?) +([A-Za-z])\.?$/;

/**
 * The Louisiana State Adverse Actions list, in both generations of its columns. Persons and businesses share a column: a row with a first name
 * is a person's, one without is a business's; one without that has a birth date is searched as both.
 * Source: rules.md 5d (adverseactions.ldh.la.gov).
 */
export const louisianaList: MappedList = {
  list: 'la-adverse-actions',
  fields: [
    {
      field: 'family', title: 'Last name or name of the business', required: true, kind: 'name',
      heads: ['last name or entity name', 'last name entity name', 'last name or business name', 'last name', 'lastname', 'last name entity', 'entity name', 'name'],
    },
    { field: 'given', title: 'First name', required: true, kind: 'name', heads: ['first name', 'firstname', 'given name', 'first'] },
    { field: 'middle', title: 'Middle name', required: false, kind: 'name', heads: ['middle name', 'middlename', 'middle initial', 'mi', 'middle'] },
    { field: 'birthDate', title: 'Birth date', required: true, kind: 'birth-date', heads: ['birthdate', 'birth date', 'date of birth', 'dob'] },
    { field: 'npi', title: 'NPI', required: false, kind: 'text', heads: ['npi', 'npi number', 'npi no'] },
    { field: 'effective', title: 'Effective date', required: true, kind: 'action', heads: ['effective date', 'effective', 'date effective', 'exclusion date', 'exclusion effective date'] },
    { field: 'reinstated', title: 'Reinstatement date', required: false, kind: 'date', heads: ['reinstate date', 'reinstate', 'reinstated', 'reinstatement date', 'reinstatement', 'date reinstated'] },
    { field: 'state', title: 'State', required: false, kind: 'text', heads: ['state and zip', 'state zip', 'state', 'state zip code'] },
  ],
  signature: { heads: ['last name or entity name', 'affiliated entity', 'state and zip', 'birthdate', 'period of exclusion', 'title or type', 'title or provider type', 'exclusion reason'], needed: 3 },
  toRow(field, cells, row) {
    const family = field('family');
    const first = field('given');
    const birthDate = dayOf(field('birthDate'));
    const reinstatedOn = dayOf(field('reinstated'));
    const person = first !== '' || birthDate !== null;
    const initial = field('middle') === '' ? withInitial.exec(first) : null;
    const names = takeSuffix(family, initial?.[1] ?? first, initial?.[2] ?? field('middle'));
    return {
      ...noRow,
      row,
      ...(person ? names : {}),
      business: first === '' ? family : '',
      birthDate,
      // The column holds words such as NRF, or several numbers.
      npi: /(?:^|\D)(\d{10})(?:\D|$)/.exec(field('npi'))?.[1] ?? null,
      state: stateOf(/^[A-Za-z]{2}(?![A-Za-z])/.exec(field('state'))?.[0] ?? ''),
      actionOn: dayOf(field('effective')),
      endsOn: reinstatedOn === null ? null : dayBefore(reinstatedOn),
      cells,
    };
  },
};
