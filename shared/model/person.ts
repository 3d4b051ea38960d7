import { z } from 'zod';
import { docRefSchema } from './document.ts';
import { emailSchema } from './email.ts';
import { dateSchema, idSchema, textSchema, type Readonlyed } from './schema.ts';

/** Louisiana roles; the first three are the IPS roles. */
export const louisianaRoles = ['ips-specialist', 'ips-peer-specialist', 'ips-supervisor', 'other-direct-care', 'other'] as const;
/** North Carolina roles. */
export const northCarolinaRoles = [
  'team-lead',
  'employment-support-professional',
  'employment-peer-mentor',
  'benefits-counselor',
  'program-assistant',
] as const;
export const roles = [...louisianaRoles, ...northCarolinaRoles] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  'ips-specialist': 'IPS specialist',
  'ips-peer-specialist': 'IPS peer specialist',
  'ips-supervisor': 'IPS supervisor',
  'other-direct-care': 'Other direct care',
  other: 'Other employee',
  'team-lead': 'Team lead',
  'employment-support-professional': 'Employment support professional',
  'employment-peer-mentor': 'Employment peer mentor',
  'benefits-counselor': 'Benefits counselor',
  'program-assistant': 'Program assistant',
};

export const licenseKinds = [
  'psychiatrist', 'aprn', 'pa', 'rn', 'lpn', 'lcsw', 'lmsw', 'lpc', 'lmft', 'psychologist', 'lac', 'other',
] as const;
export type LicenseKind = (typeof licenseKinds)[number];

export const employmentKinds = ['employee', 'contractor', 'intern', 'volunteer'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

export const nameKinds = ['legal', 'former', 'maiden', 'alias', 'preferred'] as const;
export type NameKind = (typeof nameKinds)[number];

export const personNameSchema = z.strictObject({
  kind: z.enum(nameKinds),
  given: textSchema,
  middle: z.string().exactOptional(),
  family: textSchema,
  suffix: z.string().exactOptional(),
  from: dateSchema.exactOptional(),
  to: dateSchema.exactOptional(),
});

export const roleSpanSchema = z.strictObject({
  role: z.enum(roles),
  from: dateSchema,
  to: dateSchema.exactOptional(),
  teamId: idSchema.exactOptional(),
  fte: z.number().positive().max(2).exactOptional(),
});

export const employmentSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(employmentKinds),
  vendorId: idSchema.exactOptional(),
  offeredOn: dateSchema.exactOptional(),
  plannedHireOn: dateSchema.exactOptional(),
  hiredOn: dateSchema.exactOptional(),
  withdrawnOn: dateSchema.exactOptional(),
  firstServiceOn: dateSchema.exactOptional(),
  crisisDutyOn: dateSchema.exactOptional(),
  /** The last day worked, inclusive. */
  endedOn: dateSchema.exactOptional(),
  directCare: z.boolean(),
  directCareFrom: dateSchema.exactOptional(),
  /** Absent means true. */
  medicaidPaid: z.boolean().exactOptional(),
  leaves: z.array(z.strictObject({ from: dateSchema, to: dateSchema.exactOptional() })).exactOptional(),
  roles: z.array(roleSpanSchema),
});

export const licenseSchema = z.strictObject({
  kind: z.enum(licenseKinds),
  number: z.string().exactOptional(),
  state: z.string().exactOptional(),
  issuedOn: dateSchema.exactOptional(),
  expiresOn: dateSchema.exactOptional(),
  verifiedOn: dateSchema.exactOptional(),
  documents: z.array(docRefSchema).exactOptional(),
});

export const personSchema = z.strictObject({
  id: idSchema,
  names: z.array(personNameSchema).min(1, { error: 'a person needs at least one name' }),
  birthDate: dateSchema.exactOptional(),
  npi: z.string().exactOptional(),
  /** Where drafts of e-mails are addressed to. */
  email: emailSchema.exactOptional(),
  stateResidentSince: dateSchema.exactOptional(),
  employments: z.array(employmentSchema),
  licenses: z.array(licenseSchema).exactOptional(),
});

export type PersonName = Readonlyed<z.infer<typeof personNameSchema>>;
export type RoleSpan = Readonlyed<z.infer<typeof roleSpanSchema>>;
export type Employment = Readonlyed<z.infer<typeof employmentSchema>>;
export type License = Readonlyed<z.infer<typeof licenseSchema>>;
export type Person = Readonlyed<z.infer<typeof personSchema>>;

/** The name to show: the preferred one if recorded, else the legal one, else the first. */
export function shownName(person: Person): PersonName {
  const name = person.names.find((each) => each.kind === 'preferred')
    ?? person.names.find((each) => each.kind === 'legal')
    ?? person.names[0];
  if (name === undefined) throw new Error(`Person ${person.id} has no name; the schema demands one`);
  return name;
}

/** `Given Middle Family Suffix`, as one would write it on a cover. */
export const fullName = (name: PersonName): string =>
  [name.given, name.middle, name.family, name.suffix].filter((part) => part !== undefined && part !== '').join(' ');

/** `Family, Given`, as one would sort a list. */
export const listName = (name: PersonName): string => `${name.family}, ${name.given}`;
