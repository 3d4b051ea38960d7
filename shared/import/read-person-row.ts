import type { CivilDate } from '../civil-date.ts';
import { isEmailAddress } from '../model/email.ts';
import type { EmploymentKind, LicenseKind, NameKind, Role } from '../model/person.ts';
import { plain } from './plain.ts';
import { readFullName, readOtherNames, type NameParts } from './person-names.ts';
import { wordKey } from './problem.ts';
import { short, type RowCells, type Sheet } from './row-cells.ts';
import type { PersonField, Target } from './targets.ts';
import { readWord } from './vocabulary.ts';

/** Who a row speaks of. */
export type Identity = {
  readonly id: string;
  readonly name: NameParts | null;
  readonly birthDate: CivilDate | undefined;
  readonly npi: string | undefined;
};

/** What a row says of a person, read but not yet compared with anything. */
export type PersonRow = Identity & {
  readonly otherNames: readonly (NameParts & { readonly kind: NameKind })[];
  readonly email: string | undefined;
  readonly stateResidentSince: CivilDate | undefined;
  readonly hiredOn: CivilDate | undefined;
  readonly plannedHireOn: CivilDate | undefined;
  readonly offeredOn: CivilDate | undefined;
  readonly firstServiceOn: CivilDate | undefined;
  readonly crisisDutyOn: CivilDate | undefined;
  readonly endedOn: CivilDate | undefined;
  readonly directCareFrom: CivilDate | undefined;
  readonly employmentKind: EmploymentKind | null;
  readonly directCare: boolean | undefined;
  readonly medicaidPaid: boolean | undefined;
  readonly roles: readonly Role[];
  readonly roleFrom: CivilDate | undefined;
  readonly roleTo: CivilDate | undefined;
  readonly team: string;
  readonly fte: number | undefined;
  readonly license: LicenseRow | null;
};

export type LicenseRow = {
  readonly kind: LicenseKind;
  readonly number: string;
  readonly state: string;
  readonly issuedOn: CivilDate | undefined;
  readonly expiresOn: CivilDate | undefined;
  readonly verifiedOn: CivilDate | undefined;
};

const at = (field: PersonField): Target => ({ to: 'person', field });

/** The identity of a row: its person id, name, birth date and NPI. Names that cannot be taken apart are refused. */
export function readIdentity(cells: RowCells): Identity {
  const npiText = cells.text(at('npi')).replace(/\D/g, '');
  if (npiText !== '' && npiText.length !== 10) {
    cells.refuse(at('npi'), `An NPI has 10 digits, this has ${npiText.length}`, 'Correct the number, or leave the cell empty.');
  }
  return {
    id: cells.text(at('person-id')),
    name: readName(cells),
    birthDate: cells.date(at('birth-date'), 'past'),
    npi: npiText.length === 10 ? npiText : undefined,
  };
}

function readName(cells: RowCells): NameParts | null {
  const family = cells.text(at('family'));
  const given = cells.text(at('given'));
  if (family !== '' && given !== '') {
    return { family, given, middle: cells.text(at('middle')), suffix: cells.text(at('suffix')) };
  }
  const full = cells.text(at('full-name'));
  if (full !== '') {
    const parts = readFullName(full);
    if (parts === null) {
      cells.refuse(at('full-name'), `“${short(full)}” cannot be taken apart into first and family name`, 'Write it as “Family, First Middle”.');
      return null;
    }
    return { ...parts, middle: parts.middle || cells.text(at('middle')), suffix: parts.suffix || cells.text(at('suffix')) };
  }
  if (family !== '' || given !== '') {
    const missing = family === '' ? 'family' : 'given';
    cells.refuse(at(missing), `The ${missing === 'family' ? 'family' : 'first'} name is missing`, 'Fill it in: exclusion lists are searched by both names.');
  }
  return null;
}

function readEmail(cells: RowCells): string | undefined {
  const text = cells.text(at('email'));
  if (text === '') return undefined;
  if (isEmailAddress(text)) return text;
  cells.refuse(at('email'), `“${short(text)}” is not one e-mail address`, 'Write it as ana@example.org. The rest of the row is taken.', 'warning');
  return undefined;
}

/** Reads everything a row of a roster says of a person. Problems land in `cells.problems`. */
export function readPersonRow(cells: RowCells, sheet: Sheet): PersonRow {
  const identity = readIdentity(cells);
  const given = identity.name?.given ?? '';
  const otherNames = ([['other-names', 'alias'], ['maiden-name', 'maiden'], ['former-name', 'former']] as const).flatMap(([field, kind]) =>
    readOtherNames(cells.text(at(field)), given).map((name) => ({ ...name, kind })),
  );
  const preferred = cells.text(at('preferred-name'));
  const hired = cells.date(at('hired-on'));
  const endedOn = cells.date(at('ended-on'));
  const notYet = hired !== undefined && hired > sheet.today;
  if (notYet) {
    cells.refuse(at('hired-on'), 'lies in the future', 'It is taken as the planned hire date until it has passed.', 'warning');
  }
  const row: PersonRow = {
    ...identity,
    otherNames: preferred === '' ? otherNames : [...otherNames, { ...preferredName(preferred, identity.name), kind: 'preferred' }],
    email: readEmail(cells),
    stateResidentSince: cells.date(at('state-resident-since'), 'past'),
    hiredOn: notYet ? undefined : hired,
    plannedHireOn: cells.date(at('planned-hire-on')) ?? (notYet ? hired : undefined),
    offeredOn: cells.date(at('offered-on')),
    firstServiceOn: cells.date(at('first-service-on')),
    crisisDutyOn: cells.date(at('crisis-duty-on')),
    endedOn,
    directCareFrom: cells.date(at('direct-care-from')),
    employmentKind: cells.word(at('employment-kind'), 'employment-kind'),
    directCare: yesNo(cells, 'direct-care'),
    medicaidPaid: yesNo(cells, 'medicaid-paid'),
    roles: readRoles(cells, sheet),
    roleFrom: cells.date(at('role-from')),
    roleTo: cells.date(at('role-to')),
    team: cells.text(at('team')),
    fte: cells.amount(at('fte')),
    license: readLicense(cells),
  };
  checkOrder(cells, row);
  return row;
}

function preferredName(text: string, name: NameParts | null): NameParts {
  return readFullName(text) ?? { given: text, middle: '', family: name?.family ?? '', suffix: '' };
}

function yesNo(cells: RowCells, field: 'direct-care' | 'medicaid-paid'): boolean | undefined {
  const word = cells.word(at(field), 'yes-no');
  return word === null ? undefined : word === 'yes';
}

/** One role, or several in one cell. */
function readRoles(cells: RowCells, sheet: Sheet): readonly Role[] {
  const text = cells.text(at('role'));
  if (text === '') return [];
  const explained = sheet.words[wordKey('role', text)];
  const whole = readWord('role', explained ?? text);
  if (whole !== null) return [whole];
  const pieces = text.split(/[;/&+\n]|\band\b|,/i).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const read = pieces.map((piece) => readWord('role', piece));
  if (pieces.length < 2 || read.includes(null)) {
    cells.word(at('role'), 'role');
    return [];
  }
  return [...new Set(read.filter((role) => role !== null))];
}

function readLicense(cells: RowCells): LicenseRow | null {
  const number = cells.text(at('license-number'));
  const expiresOn = cells.date(at('license-expires'));
  const rest = { number, state: stateCode(cells.text(at('license-state'))), issuedOn: cells.date(at('license-issued')), expiresOn, verifiedOn: cells.date(at('license-verified')) };
  if (cells.text(at('license-kind')) === '') {
    if (number === '' && expiresOn === undefined) return null;
    cells.refuseRow('The licence has no kind', 'Name the kind, such as LCSW or RN: some kinds exempt from other requirements.', 'warning');
    return { kind: 'other', ...rest };
  }
  const kind = cells.word(at('license-kind'), 'license-kind');
  return kind === null ? null : { kind, ...rest };
}

const stateCode = (text: string): string => ({ louisiana: 'LA', 'north carolina': 'NC' })[plain(text)] ?? text.toUpperCase();

/** What the calendar forbids inside one row; a record like it would be refused later, without a row to point at. */
function checkOrder(cells: RowCells, row: PersonRow): void {
  const began = row.hiredOn ?? row.plannedHireOn;
  const before = (field: PersonField, date: CivilDate | undefined, anchor: CivilDate | undefined, what: string): void => {
    if (date !== undefined && anchor !== undefined && date < anchor) cells.refuse(at(field), what, 'Correct one of the two dates.');
  };
  before('ended-on', row.endedOn, began, 'The last day worked is before the hire date');
  before('role-from', row.roleFrom, began, 'The role begins before the hire date');
  before('role-to', row.roleTo, row.roleFrom ?? began, 'The role ends before it begins');
  before('hired-on', began, row.birthDate, 'The hire date is before the birth date');
  if (row.endedOn !== undefined && row.roleFrom !== undefined && row.roleFrom > row.endedOn) {
    cells.refuse(at('role-from'), 'The role begins after the last day worked', 'Correct one of the two dates.');
  }
  if (row.fte !== undefined && (row.fte <= 0 || row.fte > 2)) {
    cells.refuse(at('fte'), 'An FTE is above 0 and at most 2', 'Write the share of a full-time position, such as 0.5.');
  }
}
