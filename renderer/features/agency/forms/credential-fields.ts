import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { credentialTypes, credentialTypeWords, type CredentialType } from '../../../../shared/model/agency-records/credential.ts';
import { choicesOf, type FormField, type FormValues } from './record-values.ts';

type Words = Readonly<Partial<Record<string, { readonly label: string; readonly required?: true; readonly hint?: string; readonly placeholder?: string }>>>;

const number = { label: 'Number' } as const;
const signedOn = { label: 'Signed on' } as const;
const effectiveOn = { label: 'In force from' } as const;
const expiresOn = { label: 'Valid through, as printed', hint: 'The last day. Leave empty when none is printed.' } as const;
const reviewOn = { label: 'Next review on' } as const;
const inProcess = { label: 'Applied for, not in force yet' } as const;

/** What is asked of each type of paper, in this order. */
const asked: Readonly<Record<CredentialType, Words>> = {
  license: { party: { label: 'Issued by', placeholder: 'Louisiana Department of Health' }, number, effectiveOn, expiresOn, inProcess },
  enrollment: { title: { label: 'Provider type', placeholder: 'Type 74' }, party: { label: 'Enrolled with' }, number, appliedOn: { label: 'Applied on' }, effectiveOn, expiresOn, inProcess },
  'payer-contract': { party: { label: 'Payer', required: true, placeholder: 'Name of the health plan' }, number, signedOn, effectiveOn: { ...effectiveOn, hint: 'Compared with the accreditation application.' }, expiresOn, inProcess },
  'lge-agreement': { party: { label: 'Local governing entity', required: true }, number, signedOn, effectiveOn, expiresOn, reviewOn },
  'drug-free-workplace': { effectiveOn: { label: 'Adopted on' }, reviewOn },
  policy: { title: { label: 'Policy', required: true, placeholder: 'Grievance policy' }, effectiveOn: { label: 'Adopted on' }, reviewOn },
  mou: { party: { label: 'With', required: true }, signedOn, submittedOn: { label: 'Submitted to the LME/MCO on' }, effectiveOn, expiresOn },
  'dhhs-agreement': { number, signedOn, effectiveOn, expiresOn },
  'lme-mco-contract': { party: { label: 'LME/MCO', required: true }, number, signedOn, effectiveOn, expiresOn, inProcess },
  'dvrs-vendor': { number: { label: 'Vendor number' }, appliedOn: { label: 'Applied on' }, effectiveOn, expiresOn, inProcess },
  insurance: { title: { label: 'Cover', required: true, placeholder: 'General liability' }, party: { label: 'Insurer' }, number: { label: 'Policy number' }, effectiveOn, expiresOn },
  other: { title: { label: 'Paper', required: true }, party: { label: 'Issued by or agreed with' }, number, effectiveOn, expiresOn, reviewOn },
};

const typeOf = (values: FormValues): CredentialType => credentialTypes.find((type) => type === values['credential']) ?? 'license';

const kindOf = (name: string): 'date' | 'flag' | 'text' => (name.endsWith('On') ? 'date' : name === 'inProcess' ? 'flag' : 'text');

/** The fields of a paper: its type, what that type asks, and where it belongs when the agency has teams or sites. */
export function credentialFields(values: FormValues, file: AgencyFile): readonly FormField[] {
  const own = Object.entries(asked[typeOf(values)]).flatMap(([name, words]): FormField[] => (words === undefined ? [] : [{ kind: kindOf(name), name, ...words }]));
  const places = (name: 'teamId' | 'siteId', label: string, list: readonly { readonly id: string; readonly name: string }[]): readonly FormField[] =>
    list.length === 0 ? [] : [{ kind: 'choice', name, label, hint: 'Empty: the whole agency.', choices: list.map((each) => ({ value: each.id, label: each.name })) }];
  const flags = own.filter((field) => field.kind === 'flag');
  return [
    { kind: 'choice', name: 'credential', label: 'Type', required: true, choices: choicesOf(credentialTypeWords) },
    ...own.filter((field) => field.kind !== 'flag'),
    ...places('teamId', 'Only for the team', file.teams ?? []),
    ...((file.sites ?? []).length > 1 || values['siteId'] !== undefined ? places('siteId', 'Only for the site', file.sites ?? []) : []),
    ...flags,
  ];
}

/** What keeps a paper from being recorded. */
export function credentialProblem(values: FormValues): string | null {
  const from = values['effectiveOn'] ?? '';
  const to = values['expiresOn'] ?? '';
  if (from !== '' && to !== '' && to < from) return 'its last day lies before its first.';
  return null;
}
