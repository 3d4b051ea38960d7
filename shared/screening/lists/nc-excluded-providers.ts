import { plain } from '../../import/plain.ts';
import { readFullName } from '../../import/person-names.ts';
import { noRow, stateOf } from './layout.ts';
import { dayBefore } from './list-dates.ts';
import { dayOf, type MappedList } from './mapped-layout.ts';
import { isBusinessName, takeSuffix } from './name-parts.ts';

const severalOwners = /\s*(?:[;/|&\n]|\band\b)\s*/i;

/**
 * Whom a row means by its one name and its owner: a name that is surely a business's is a business, with its owner as the person of the entry;
 * a name that is its own owner is a person; any other is searched as both, so that nobody is missed for want of a column that says so.
 */
function whoIs(name: string, owner: string): { readonly business: string; readonly person: string } {
  // Of several owners the first who is a person: an entry has room for one.
  const ownerPerson = owner.split(severalOwners).find((each) => each !== '' && !isBusinessName(each)) ?? '';
  if (plain(owner) === plain(name) && !isBusinessName(name)) return { business: '', person: name };
  if (isBusinessName(name)) return { business: name, person: ownerPerson };
  return { business: name, person: ownerPerson === '' ? name : ownerPerson };
}

/**
 * The North Carolina State Excluded Provider List. Its layout is not published: names may stand in one column, beside their owner, or in parts.
 * Source: rules.md 5f (NC Medicaid, Division of Health Benefits).
 */
export const northCarolinaList: MappedList = {
  list: 'nc-excluded-providers',
  fields: [
    {
      field: 'name', title: 'Name of the excluded provider', required: true, orElse: 'family', kind: 'name',
      heads: ['excluded entity', 'excluded provider', 'excluded provider name', 'provider name', 'excluded individual or entity', 'excluded individual entity', 'individual or entity', 'business name', 'entity name', 'organization name', 'name', 'provider'],
    },
    { field: 'family', title: 'Last name', required: false, kind: 'name', heads: ['last name', 'lastname', 'provider last name', 'individual last name', 'surname'] },
    { field: 'given', title: 'First name', required: false, kind: 'name', heads: ['first name', 'firstname', 'provider first name', 'individual first name', 'given name'] },
    { field: 'middle', title: 'Middle name', required: false, kind: 'name', heads: ['middle name', 'middlename', 'middle initial', 'mi', 'middle'] },
    { field: 'owner', title: 'Owner', required: false, kind: 'name', heads: ['ownership', 'owner', 'owners', 'owner name', 'owner s name', 'managing employee'] },
    { field: 'birthDate', title: 'Birth date', required: false, kind: 'birth-date', heads: ['birth date', 'birthdate', 'date of birth', 'dob'] },
    { field: 'npi', title: 'NPI', required: false, kind: 'text', heads: ['npi atypical id excluded', 'npi atypical id', 'npi', 'npi number', 'provider npi', 'excluded npi'] },
    { field: 'effective', title: 'Effective date', required: true, kind: 'action', heads: ['effective date', 'effective', 'exclusion effective date', 'exclusion date', 'date of exclusion', 'effective date of exclusion'] },
    { field: 'reinstated', title: 'Reinstatement date', required: false, kind: 'date', heads: ['reinstatement date', 'reinstated', 'reinstate date', 'date reinstated', 'reinstatement'] },
    { field: 'state', title: 'State', required: false, kind: 'text', heads: ['state', 'provider state', 'st'] },
  ],
  signature: { heads: ['excluded entity', 'npi atypical id excluded', 'npi atypical id', 'excluded provider', 'ownership'], needed: 1 },
  toRow(field, cells, row) {
    const { business, person } = whoIs(field('name'), field('owner'));
    const inParts = field('family') !== '' || field('given') !== '';
    const parts = inParts ? { family: field('family'), given: field('given'), middle: field('middle'), suffix: '' } : readFullName(person);
    const reinstatedOn = dayOf(field('reinstated'));
    return {
      ...noRow,
      row,
      ...(parts === null ? {} : takeSuffix(parts.family, parts.given, parts.middle, parts.suffix)),
      // One word is no full name; it is searched as it stands.
      business: business === '' && parts === null ? person : business,
      birthDate: dayOf(field('birthDate')),
      npi: /(?:^|\D)(\d{10})(?:\D|$)/.exec(field('npi'))?.[1] ?? null,
      state: stateOf(field('state')),
      actionOn: dayOf(field('effective')),
      endsOn: reinstatedOn === null ? null : dayBefore(reinstatedOn),
      cells,
    };
  },
};
