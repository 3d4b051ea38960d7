import { z } from 'zod';
import { recipientProfileSchema } from './recipient-profile.ts';
import { dateSchema, idSchema, recordedShape, textSchema, type Readonlyed } from './schema.ts';
import { customRequirementSchema, parametersSchema } from './window.ts';

export const packIds = ['la-medicaid', 'la-lhcc', 'la-lhcc-2022', 'la-amerihealth', 'nc-state-funded', 'personnel-file'] as const;
export type PackId = (typeof packIds)[number];

export const packUseSchema = z.union([
  z.enum(packIds),
  z.strictObject({
    pack: z.enum(packIds),
    from: dateSchema.exactOptional(),
    to: dateSchema.exactOptional(),
    appliesToHiresFrom: dateSchema.exactOptional(),
    reason: z.string().exactOptional(),
  }),
]);

export const overrideSchema = z.strictObject({
  requirement: textSchema,
  set: parametersSchema,
  from: dateSchema.exactOptional(),
  reason: textSchema,
  ...recordedShape,
});

/** The years a personnel file is kept when the agency sets nothing: ten after the last day of work. */
export const usualRetentionYears = 10;

/** How long files are kept after separation; fewer years than the usual ten need a reason. */
const retentionSchema = z
  .strictObject({ years: z.int().min(1).max(100), reason: textSchema.exactOptional() })
  .refine(({ years, reason }) => years >= usualRetentionYears || (reason ?? '').trim() !== '', { error: `fewer than ${usualRetentionYears} years need a reason`, path: ['reason'] });

/** How many days ahead to be reminded of one requirement, in place of the agency's `leadDays`. */
const remindersSchema = z.strictObject({
  ladders: z.array(z.strictObject({ requirement: textSchema, leadDays: z.array(z.int().nonnegative()) })).exactOptional(),
});

export const mailTemplateKinds = ['person', 'supervisor', 'digest'] as const;
export type MailTemplateKind = (typeof mailTemplateKinds)[number];

const mailTemplateSchema = z.strictObject({ subject: textSchema, body: textSchema });

/** The agency's own wording of e-mail drafts, with merge fields such as `{{name}}`; absent is the usual one. */
const mailTemplatesSchema = z.strictObject({
  person: mailTemplateSchema.exactOptional(),
  supervisor: mailTemplateSchema.exactOptional(),
  digest: mailTemplateSchema.exactOptional(),
});

export const agencySchema = z.strictObject({
  name: textSchema,
  npi: z.string().exactOptional(),
  /** IANA name; decides which day "today" is. Absent means America/Chicago. */
  timeZone: z.string().exactOptional(),
  recordsFrom: dateSchema.exactOptional(),
  packs: z.array(packUseSchema),
  leadDays: z.array(z.int().nonnegative()).exactOptional(),
  soonDays: z.int().nonnegative().exactOptional(),
  reminders: remindersSchema.exactOptional(),
  mailTemplates: mailTemplatesSchema.exactOptional(),
  /** How long the file of somebody who left is kept. Absent means ten years. */
  retention: retentionSchema.exactOptional(),
  /** For whom binders are made, besides the usual recipients; one with the id of a usual one takes its place. */
  recipients: z.array(recipientProfileSchema).exactOptional(),
  overrides: z.array(overrideSchema).exactOptional(),
  customRequirements: z.array(customRequirementSchema).exactOptional(),
  /** Everything in the file is invented: whatever is printed of it carries the watermark SYNTHETIC. */
  synthetic: z.literal(true).exactOptional(),
});

export const siteSchema = z.strictObject({ id: idSchema, name: textSchema });

export const teamSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  siteId: idSchema.exactOptional(),
  packs: z.array(z.enum(packIds)).exactOptional(),
  implementedOn: dateSchema.exactOptional(),
  /** Last day of the team; it is not judged afterwards. */
  closedOn: dateSchema.exactOptional(),
  supervisorId: idSchema.exactOptional(),
});

export const vendorSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  otherNames: z.array(textSchema).exactOptional(),
  npi: z.string().exactOptional(),
  kind: z.enum(['staffing', 'contractor', 'owner']),
  from: dateSchema,
  to: dateSchema.exactOptional(),
});

/** An incurable finding of a person or of a team, or where neither is named of the agency, explained: it leaves Today, never the record. */
export const acknowledgementSchema = z.strictObject({
  requirement: textSchema,
  personId: idSchema.exactOptional(),
  teamId: idSchema.exactOptional(),
  period: z.string().exactOptional(),
  note: textSchema,
  ...recordedShape,
});

export type PackUse = Readonlyed<z.infer<typeof packUseSchema>>;
export type Override = Readonlyed<z.infer<typeof overrideSchema>>;
export type MailTemplate = Readonlyed<z.infer<typeof mailTemplateSchema>>;
export type Agency = Readonlyed<z.infer<typeof agencySchema>>;
export type Site = Readonlyed<z.infer<typeof siteSchema>>;
export type Team = Readonlyed<z.infer<typeof teamSchema>>;
export type Vendor = Readonlyed<z.infer<typeof vendorSchema>>;
export type Acknowledgement = Readonlyed<z.infer<typeof acknowledgementSchema>>;

/** The zone that decides the agency's civil day when the file names none. */
export const defaultTimeZone = 'America/Chicago';
/** Days ahead at which a standing turns due-soon or expiring (rules 0.6.2). */
export const defaultSoonDays = 30;
