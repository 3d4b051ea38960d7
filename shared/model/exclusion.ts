import { z } from 'zod';
import { docRefSchema } from './document.ts';
import { dateSchema, idSchema, recordedShape, textSchema, type Readonlyed } from './schema.ts';

export const exclusionLists = [
  'oig-leie', 'la-adverse-actions', 'sam', 'nc-excluded-providers', 'nc-hcpr', 'la-cna-registry', 'la-dsw-registry',
] as const;
export type ExclusionList = (typeof exclusionLists)[number];

export const exclusionListWords: Readonly<Record<ExclusionList, { readonly long: string; readonly short: string }>> = {
  'oig-leie': { long: 'OIG List of Excluded Individuals and Entities', short: 'OIG LEIE' },
  'la-adverse-actions': { long: 'Louisiana State Adverse Actions list', short: 'LDH' },
  sam: { long: 'SAM.gov exclusions', short: 'SAM' },
  'nc-excluded-providers': { long: 'NC State Excluded Provider List', short: 'NC list' },
  'nc-hcpr': { long: 'NC Health Care Personnel Registry', short: 'HCPR' },
  'la-cna-registry': { long: 'Louisiana CNA registry', short: 'CNA' },
  'la-dsw-registry': { long: 'Louisiana DSW registry', short: 'DSW' },
};

export const checkOutcomes = ['clear', 'possible', 'confirmed', 'unable'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

export const decisionVerdicts = ['not-the-person', 'the-person', 'unable'] as const;
export type DecisionVerdict = (typeof decisionVerdicts)[number];

export const exclusionCheckSchema = z.strictObject({
  id: idSchema,
  personId: idSchema.exactOptional(),
  vendorId: idSchema.exactOptional(),
  list: z.enum(exclusionLists),
  checkedOn: dateSchema,
  method: z.enum(['whole-list', 'website']),
  listVersion: z
    .strictObject({ name: textSchema, sha256: textSchema, rows: z.int().nonnegative(), newestAction: dateSchema.exactOptional() })
    .exactOptional(),
  namesSearched: z.array(z.string()).exactOptional(),
  outcome: z.enum(checkOutcomes),
  documents: z.array(docRefSchema).exactOptional(),
  decisionId: idSchema.exactOptional(),
  ...recordedShape,
});

export const decisionSchema = z.strictObject({
  id: idSchema,
  personId: idSchema.exactOptional(),
  vendorId: idSchema.exactOptional(),
  list: z.enum(exclusionLists),
  checkId: idSchema.exactOptional(),
  rowDigest: z.string().exactOptional(),
  verdict: z.enum(decisionVerdicts),
  decidedOn: dateSchema,
  reason: textSchema,
  ssnVerified: z.boolean().exactOptional(),
  documents: z.array(docRefSchema).exactOptional(),
  ...recordedShape,
});

export type ExclusionCheck = Readonlyed<z.infer<typeof exclusionCheckSchema>>;
export type Decision = Readonlyed<z.infer<typeof decisionSchema>>;
