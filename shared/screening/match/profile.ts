import { toDay } from '../../civil-date.ts';
import type { SearchIdentity } from '../../model/exclusion.ts';
import type { ListRow, ReadList } from '../list.ts';
import { takeSuffix } from '../lists/name-parts.ts';
import { businessForms, type BusinessForms } from './business.ts';
import { givenForms, surnameForms, wordsOf, type NameForm } from './name-forms.ts';
import { nicknamesOf } from './nicknames.ts';

/** A form of one of our names, and the recorded name it comes from. */
export type OurForm = NameForm & { readonly printed: string; readonly from: string };

/** Whoever is searched for, brought to the forms that are compared. Every surname is tried with every given name. */
export type SubjectProfile = {
  readonly surnames: readonly OurForm[];
  readonly givens: readonly OurForm[];
  /** Other short or long forms of a given name: form to the given name it stands for. */
  readonly nicknames: ReadonlyMap<string, OurForm>;
  readonly middles: readonly OurForm[];
  readonly suffixes: readonly string[];
  /** Every recorded name has one: only then can it speak against a row, so that recording another name never lowers a match. */
  readonly allHave: { readonly middle: boolean; readonly suffix: boolean };
  readonly businesses: readonly BusinessForms[];
  readonly birth: number | null;
  readonly birthDate: string;
  readonly npi: string | null;
  readonly states: readonly string[];
};

/** A row of a list, brought to the forms that are compared. */
export type RowProfile = {
  readonly row: ListRow;
  readonly surnames: readonly NameForm[];
  readonly givens: readonly NameForm[];
  /** The middle name's words, joined; one letter where it is an initial. */
  readonly middle: string;
  readonly business: BusinessForms | null;
  readonly birth: number | null;
};

const validNpi = (npi: string | undefined): string | null => (npi !== undefined && /^\d{10}$/.test(npi) && !/^0+$/.test(npi) ? npi : null);

function addForms(to: OurForm[], forms: readonly NameForm[], printed: string, from: string): void {
  for (const form of forms) {
    const known = to.findIndex((each) => each.text === form.text);
    if (known === -1) to.push({ ...form, printed, from });
    // The whole of one name says more than the part of another.
    else if (form.kind === 'whole' && to[known]?.kind !== 'whole') to[known] = { ...form, printed, from };
  }
}

/** Brings an identity to the forms that are compared. */
export function profileOf(identity: SearchIdentity): SubjectProfile {
  const surnames: OurForm[] = [];
  const givens: OurForm[] = [];
  const middles: OurForm[] = [];
  const suffixes = new Set<string>();
  const allHave = { middle: true, suffix: true };
  for (const name of identity.names) {
    const parts = takeSuffix(name.family, name.given, name.middle ?? '', name.suffix ?? '');
    const from = `${name.kind} name`;
    addForms(surnames, surnameForms(parts.family), parts.family, from);
    addForms(givens, givenForms(parts.given), parts.given, from);
    const words = wordsOf(parts.middle);
    // The second word of a given name is a middle name where no other is recorded.
    const middle = words.length > 0 ? words : wordsOf(parts.given).slice(1);
    if (middle.length > 0) addForms(middles, [{ text: middle.join(''), kind: 'whole', note: '' }], parts.middle === '' ? parts.given : parts.middle, from);
    else allHave.middle = false;
    if (parts.suffix !== '') suffixes.add(parts.suffix);
    else allHave.suffix = false;
  }
  const nicknames = new Map<string, OurForm>();
  for (const given of givens) for (const other of nicknamesOf(given.text)) if (!nicknames.has(other)) nicknames.set(other, given);
  return {
    surnames, givens, nicknames, middles,
    suffixes: [...suffixes],
    allHave,
    businesses: identity.businessNames.map((name) => businessForms(name, false)),
    birth: identity.birthDate === undefined ? null : toDay(identity.birthDate),
    birthDate: identity.birthDate ?? '',
    npi: validNpi(identity.npi),
    states: identity.states,
  };
}

/** Brings a row to the forms that are compared. */
export function rowProfile(row: ListRow): RowProfile {
  return {
    row,
    surnames: surnameForms(row.family, row.familyCut),
    givens: givenForms(row.given, row.givenCut),
    middle: wordsOf(row.middle).join(''),
    business: row.business === '' ? null : businessForms(row.business, row.businessCut),
    birth: row.birthDate === null ? null : toDay(row.birthDate),
  };
}

const profiles = new WeakMap<ReadList, readonly RowProfile[]>();

/** The rows of a list in the forms that are compared; worked out once for a list. */
export function rowProfiles(list: ReadList): readonly RowProfile[] {
  const known = profiles.get(list);
  if (known !== undefined) return known;
  const made = list.rows.map(rowProfile);
  profiles.set(list, made);
  return made;
}
