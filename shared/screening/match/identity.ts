import type { Vendor } from '../../model/agency.ts';
import type { SearchIdentity } from '../../model/exclusion.ts';
import type { Person } from '../../model/person.ts';
import { readFullName } from '../../import/person-names.ts';
import { isBusinessName, takeSuffix } from '../lists/name-parts.ts';
import { givenForms, surnameForms } from './name-forms.ts';

/** A person as they are searched for: every recorded name, birth date, NPI. `states` are those they work in, two letters each. */
export function identityOfPerson(person: Person, states: readonly string[]): SearchIdentity {
  return {
    names: person.names.map(({ kind, given, middle, family, suffix }) => ({
      kind, given, family,
      ...(middle !== undefined && middle !== '' && { middle }),
      ...(suffix !== undefined && suffix !== '' && { suffix }),
    })),
    businessNames: [],
    ...(person.birthDate !== undefined && { birthDate: person.birthDate }),
    ...(person.npi !== undefined && person.npi !== '' && { npi: person.npi }),
    states,
  };
}

/** A vendor as it is searched for: as a business under every name, and an owner or contractor whose name reads like a person's also as a person. */
export function identityOfVendor(vendor: Vendor, states: readonly string[]): SearchIdentity {
  const businessNames = [vendor.name, ...(vendor.otherNames ?? [])];
  const persons = vendor.kind === 'staffing' ? [] : businessNames.filter((name) => !isBusinessName(name)).flatMap((name) => {
    const read = readFullName(name);
    return read === null ? [] : [{
      kind: 'legal' as const, given: read.given, family: read.family,
      ...(read.middle !== '' && { middle: read.middle }),
      ...(read.suffix !== '' && { suffix: read.suffix }),
    }];
  });
  return { names: persons, businessNames, ...(vendor.npi !== undefined && vendor.npi !== '' && { npi: vendor.npi }), states };
}

const nameText = ({ given, middle, family, suffix }: SearchIdentity['names'][number]): string =>
  [given, middle ?? '', family, suffix ?? ''].map((part) => part.trim()).join('\u001f');

/**
 * Whether two identities are the same for a decision: the same names in any order, birth date and NPI. The states are left out: where somebody works says
 * little about who they are. So is a name's kind: a name searched is searched whatever it is called.
 */
export function sameIdentity(one: SearchIdentity, other: SearchIdentity): boolean {
  const key = (identity: SearchIdentity): string =>
    JSON.stringify([identity.names.map(nameText).sort(), [...identity.businessNames].map((name) => name.trim()).sort(), identity.birthDate ?? '', identity.npi ?? '']);
  return key(one) === key(other);
}

const printable = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Every name that is compared, as it would be printed: each recorded name whole and with each part of its surname, each given name with every recorded
 * surname, and a vendor's business names. Nicknames, initials, swapped names and typing mistakes are compared beyond these and are not listed.
 */
export function namesSearched(identity: SearchIdentity): readonly string[] {
  const found = new Map<string, string>();
  const add = (name: string): void => {
    const text = printable(name);
    const key = text.toUpperCase();
    if (text !== '' && !found.has(key)) found.set(key, text);
  };
  for (const name of identity.names) add([name.given, name.middle ?? '', name.family, name.suffix ?? ''].join(' '));
  for (const given of identity.names) {
    for (const { family: surname, given: own, middle, suffix } of identity.names) {
      const { family } = takeSuffix(surname, own, middle ?? '', suffix ?? '');
      add(`${given.given} ${family}`);
      for (const form of surnameForms(family)) if (form.kind === 'part') add(`${given.given} ${asPrinted(family, form.text)}`);
    }
  }
  for (const name of identity.businessNames) add(name);
  return [...found.values()];
}

/** A part of a surname as it stands in it: Hébert of Hébert-Cole, not HEBERT. */
function asPrinted(family: string, part: string): string {
  const words = family.split(/[\s-]+/);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = words.length; to > from; to -= 1) {
      const text = words.slice(from, to).join(' ');
      if (givenForms(text)[0]?.text === part) return text;
    }
  }
  return part;
}
