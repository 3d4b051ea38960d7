import { z } from 'zod';
import { dateSchema, idSchema, textSchema } from '../schema.ts';
import { keptShape } from './common.ts';

/** What an agency holds on paper to be allowed to work: licences, enrolments, contracts, agreements, policies, insurance. */
export const credentialTypes = [
  'license', 'enrollment', 'payer-contract', 'lge-agreement', 'drug-free-workplace', 'policy', 'mou', 'dhhs-agreement', 'lme-mco-contract', 'dvrs-vendor',
  'insurance', 'other',
] as const;
export type CredentialType = (typeof credentialTypes)[number];

export const credentialTypeWords: Readonly<Record<CredentialType, string>> = {
  license: 'Licence',
  enrollment: 'Provider-type enrolment',
  'payer-contract': 'Payer or MCO contract',
  'lge-agreement': 'LGE oversight agreement',
  'drug-free-workplace': 'Drug-free workplace policy',
  policy: 'Policy',
  mou: 'MOU or MOA',
  'dhhs-agreement': 'DHHS participation agreement',
  'lme-mco-contract': 'LME/MCO credentialing and contract',
  'dvrs-vendor': 'DVRS vendor status',
  insurance: 'Insurance',
  other: 'Other',
};

export const credentialSchema = z.strictObject({
  kind: z.literal('credential'),
  credential: z.enum(credentialTypes),
  /** What it is called, where the type does not say it: "General liability", "Grievance policy". */
  title: textSchema.exactOptional(),
  /** Who issued it or stands on the other side: the state, the payer, the LGE, the insurer. */
  party: textSchema.exactOptional(),
  number: textSchema.exactOptional(),
  /** Only one team or one site is meant; absent means the agency. */
  teamId: idSchema.exactOptional(),
  siteId: idSchema.exactOptional(),
  appliedOn: dateSchema.exactOptional(),
  submittedOn: dateSchema.exactOptional(),
  signedOn: dateSchema.exactOptional(),
  /** First day in force. A contract is compared with the accreditation application by this day. */
  effectiveOn: dateSchema.exactOptional(),
  /** Last day in force, as printed, inclusive. */
  expiresOn: dateSchema.exactOptional(),
  /** The next day it is to be reviewed, where it is reviewed rather than renewed. */
  reviewOn: dateSchema.exactOptional(),
  /** Given up or ended: its last day. */
  endedOn: dateSchema.exactOptional(),
  /** Applied for and not yet in force ("in the process"). Absent means in force. */
  inProcess: z.literal(true).exactOptional(),
  ...keptShape,
});
