import { evidenceKinds, evidenceKindWords, partsByKind, type EvidenceKind } from '../../../shared/model/evidence.ts';
import { exclusionLists, exclusionListWords } from '../../../shared/model/exclusion.ts';
import { checkFields, evidenceFields, personFields, targetKey, targetWords, type CheckField, type EvidenceField, type ItemField, type PersonField, type Target } from '../../../shared/import/targets.ts';

type Group = { readonly group: string; readonly items: readonly { readonly value: string; readonly label: string }[] };

const option = (target: Target): { readonly value: string; readonly label: string } => ({ value: targetKey(target), label: targetWords(target) });
const keys = <Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] => Object.keys(record) as Key[];
const itemDates: readonly ItemField[] = ['performedOn', 'resultOn', 'issuedOn', 'expiresOn', 'requestedOn'];
const partsByName: Partial<Readonly<Record<EvidenceKind, readonly string[]>>> = partsByKind;

function itemTargets(kind: EvidenceKind): readonly Target[] {
  const parts = partsByName[kind] ?? [];
  const choices: readonly (readonly string[])[] = [[], ...parts.map((part) => [part]), ...(kind === 'cpr-first-aid' ? [parts] : [])];
  const dated = choices.flatMap((chosen) => itemDates.map((field): Target => ({ to: 'item', kind, field, parts: chosen, result: null })));
  const more: readonly ItemField[] = ['result', ...(kind === 'training-hours' ? ['hours' as const] : []), ...(kind === 'experience' ? ['months' as const] : []), 'issuer', 'note'];
  return [...dated, ...more.map((field): Target => ({ to: 'item', kind, field, parts: [], result: null }))];
}

const identity: readonly PersonField[] = [
  'person-id', 'full-name', 'family', 'given', 'middle', 'suffix', 'other-names', 'maiden-name', 'former-name', 'preferred-name', 'birth-date', 'npi', 'state-resident-since',
];

const groups: readonly Group[] = [
  { group: 'Person', items: identity.map((field) => option({ to: 'person', field })) },
  { group: 'Employment, role and licence', items: keys(personFields).filter((field) => !identity.includes(field)).map((field) => option({ to: 'person', field })) },
  { group: 'Each row is an item of evidence', items: keys<EvidenceField>(evidenceFields).map((field) => option({ to: 'evidence', field })) },
  { group: 'Each row is an exclusion check', items: keys<CheckField>(checkFields).map((field) => option({ to: 'check', field })) },
  { group: 'The column is one exclusion list', items: exclusionLists.map((list) => ({ value: targetKey({ to: 'month-check', list, month: null }), label: `${exclusionListWords[list].short} check, dated` })) },
  ...evidenceKinds.map((kind) => ({ group: `The column is one item: ${evidenceKindWords[kind]}`, items: itemTargets(kind).map(option) })),
];
const known = new Set(groups.flatMap(({ items }) => items.map(({ value }) => value)));

/** Every meaning a column can be given, in groups; the present one is always among them. */
export function targetOptions(present: Target): readonly (Group | { readonly value: string; readonly label: string })[] {
  const nothing = option({ to: 'ignore' });
  const key = targetKey(present);
  const own = present.to === 'ignore' || known.has(key) ? [] : [{ group: 'Now', items: [option(present)] }];
  return [nothing, ...own, ...groups];
}
