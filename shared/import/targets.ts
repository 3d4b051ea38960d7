import { evidenceKinds, evidenceKindWords, evidenceResults, type EvidenceKind, type EvidenceResult } from '../model/evidence.ts';
import { exclusionLists, exclusionListWords, type ExclusionList } from '../model/exclusion.ts';
import { monthWords } from '../wording.ts';

/** What a column says of a person, an employment or a licence. */
export const personFields = {
  'person-id': 'Person id',
  'full-name': 'Full name',
  family: 'Family name',
  given: 'First name',
  middle: 'Middle name',
  suffix: 'Suffix',
  'other-names': 'Other names',
  'maiden-name': 'Maiden name',
  'former-name': 'Former name',
  'preferred-name': 'Preferred name',
  'birth-date': 'Birth date',
  npi: 'NPI',
  email: 'E-mail',
  'state-resident-since': 'Resident of the state since',
  'hired-on': 'Hire date',
  'planned-hire-on': 'Planned hire date',
  'offered-on': 'Offer date',
  'first-service-on': 'First service date',
  'crisis-duty-on': 'Crisis duty from',
  'ended-on': 'Last day worked',
  'employment-kind': 'Employee or contractor',
  'direct-care': 'Direct care (yes or no)',
  'direct-care-from': 'Direct care from',
  'medicaid-paid': 'Paid by Medicaid (yes or no)',
  role: 'Role',
  'role-from': 'Role start',
  'role-to': 'Role end',
  team: 'Team',
  fte: 'FTE',
  'license-kind': 'Licence kind',
  'license-number': 'Licence number',
  'license-state': 'Licence state',
  'license-issued': 'Licence issued',
  'license-expires': 'Licence expires',
  'license-verified': 'Licence verified',
} as const;
export type PersonField = keyof typeof personFields;

/** What a column says of one item of evidence, where each row is an item. */
export const evidenceFields = {
  kind: 'Kind of item',
  requestedOn: 'Requested on',
  performedOn: 'Performed on',
  resultOn: 'Result on',
  issuedOn: 'Issued on',
  expiresOn: 'Expires on',
  result: 'Result',
  parts: 'Parts',
  hours: 'Hours',
  months: 'Months',
  category: 'Category',
  issuer: 'Issuer',
  approvingBody: 'Approving body',
  note: 'Note',
} as const;
export type EvidenceField = keyof typeof evidenceFields;

/** What a column says of one exclusion check, where each row is a check. */
export const checkFields = { list: 'Exclusion list', checkedOn: 'Checked on', outcome: 'Outcome of the check', method: 'Method of the check' } as const;
export type CheckField = keyof typeof checkFields;

export const itemFields = [
  'requestedOn', 'performedOn', 'resultOn', 'issuedOn', 'expiresOn', 'result', 'hours', 'months', 'issuer', 'approvingBody', 'category', 'note',
] as const;
export type ItemField = (typeof itemFields)[number];

/** What a column of the file means. */
export type Target =
  | { readonly to: 'ignore' }
  | { readonly to: 'person'; readonly field: PersonField }
  | { readonly to: 'evidence'; readonly field: EvidenceField }
  | { readonly to: 'check'; readonly field: CheckField }
  /** One kind of item has the column to itself: the sheet with a column "TB test". `result` is what a date in it says. */
  | { readonly to: 'item'; readonly kind: EvidenceKind; readonly field: ItemField; readonly parts: readonly string[]; readonly result: EvidenceResult | null }
  /** One list has the column to itself; `month` (`2026-03`) where the column is one month. */
  | { readonly to: 'month-check'; readonly list: ExclusionList; readonly month: string | null };

export const ignore: Target = { to: 'ignore' };

/** A target as one word, for menus and for remembering. `parseTarget` reads it back. */
export function targetKey(target: Target): string {
  switch (target.to) {
    case 'ignore':
      return 'ignore';
    case 'person':
    case 'evidence':
    case 'check':
      return `${target.to}:${target.field}`;
    case 'item':
      return `item:${target.kind}:${target.field}:${target.parts.join('+')}:${target.result ?? ''}`;
    case 'month-check':
      return `month-check:${target.list}:${target.month ?? ''}`;
  }
}

const oneOf = <Item extends string>(items: readonly Item[], text: string | undefined): Item | undefined => items.find((item) => item === text);
const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] => Object.keys(record) as Key[];

/** The target a key stands for; `ignore` for anything this version does not know. */
export function parseTarget(key: string): Target {
  const [to, first, second, third, fourth] = key.split(':');
  if (to === 'person') {
    const field = oneOf(keysOf(personFields), first);
    return field === undefined ? ignore : { to, field };
  }
  if (to === 'evidence') {
    const field = oneOf(keysOf(evidenceFields), first);
    return field === undefined ? ignore : { to, field };
  }
  if (to === 'check') {
    const field = oneOf(keysOf(checkFields), first);
    return field === undefined ? ignore : { to, field };
  }
  if (to === 'item') {
    const kind = oneOf(evidenceKinds, first);
    const field = oneOf(itemFields, second);
    if (kind === undefined || field === undefined) return ignore;
    return { to, kind, field, parts: (third ?? '').split('+').filter((part) => part !== ''), result: oneOf(evidenceResults, fourth) ?? null };
  }
  if (to === 'month-check') {
    const list = oneOf(exclusionLists, first);
    if (list === undefined) return ignore;
    return { to, list, month: second !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(second) ? second : null };
  }
  return ignore;
}

/** A target in words: `CPR and First Aid card: expires on`. */
export function targetWords(target: Target): string {
  switch (target.to) {
    case 'ignore':
      return 'Not imported';
    case 'person':
      return personFields[target.field];
    case 'evidence':
      return evidenceFields[target.field];
    case 'check':
      return checkFields[target.field];
    case 'item': {
      const parts = target.parts.length === 0 ? '' : ` (${target.parts.join(', ')})`;
      const result = target.result === null ? '' : `, ${target.result}`;
      return `${evidenceKindWords[target.kind]}${parts}: ${evidenceFields[target.field].toLowerCase()}${result}`;
    }
    case 'month-check':
      return `${exclusionListWords[target.list].short} check${target.month === null ? '' : `, ${monthWords(target.month)}`}`;
  }
}

const datePersonFields: readonly PersonField[] = [
  'birth-date', 'state-resident-since', 'hired-on', 'planned-hire-on', 'offered-on', 'first-service-on', 'crisis-duty-on', 'ended-on',
  'direct-care-from', 'role-from', 'role-to', 'license-issued', 'license-expires', 'license-verified',
];
const dateItemFields: readonly string[] = ['requestedOn', 'performedOn', 'resultOn', 'issuedOn', 'expiresOn'];

/** Whether the column's cells are dates: those whose order must be known. */
export function isDateTarget(target: Target): boolean {
  switch (target.to) {
    case 'person':
      return datePersonFields.includes(target.field);
    case 'evidence':
    case 'item':
      return dateItemFields.includes(target.field);
    case 'check':
      return target.field === 'checkedOn';
    case 'month-check':
      return true;
    case 'ignore':
      return false;
  }
}
