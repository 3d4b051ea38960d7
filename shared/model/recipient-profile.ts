import { z } from 'zod';
import { apartKinds, markKinds } from './document.ts';
import { idSchema, textSchema, type Readonlyed } from './schema.ts';

export const recipientKinds = ['payer', 'state', 'accreditor', 'internal'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** The sections of a binder after its cover and contents. */
export const binderSections = ['checklist', 'findings', 'history', 'grid', 'certificates', 'exhibits', 'crosswalk', 'citations', 'manifest'] as const;
export type BinderSection = (typeof binderSections)[number];
export const binderSectionWords: Readonly<Record<BinderSection, string>> = {
  checklist: 'Requirement checklist',
  findings: 'Findings and lapses',
  history: 'History of findings',
  grid: 'Exclusion checks, month by month',
  certificates: 'Exclusion certificates',
  exhibits: 'Exhibits',
  crosswalk: 'Crosswalk: item, exhibit, page',
  citations: 'Citations and readings',
  manifest: 'Manifest and how to verify',
};

/** What a recipient may be kept from reading. */
export const redactions = markKinds;
export type Redaction = (typeof redactions)[number];

/** For whom a binder is made, and so what is in it, in which order, and what is taken out. */
export const recipientProfileSchema = z.strictObject({
  id: idSchema,
  /** As printed: "Healthy Pelican, payer". */
  name: textSchema,
  kind: z.enum(recipientKinds),
  /** In the order wanted; what is not named is left out. */
  sections: z.array(z.enum(binderSections)).min(1),
  /** Whether volume 2, the health documents, is made for this recipient at all. */
  medicalVolume: z.boolean(),
  redact: z.array(z.enum(redactions)),
  /** What becomes of an exhibit page that holds what is to be taken out. */
  redactedPages: z.enum(['rasterise', 'leave-out']),
  /** What becomes of a page that nobody looked over and that has no text to search, where anything is to be taken out. */
  unknownPages: z.enum(['leave-out', 'include']),
  /** Papers that usually stay out and that this recipient is to have all the same. */
  include: z.array(z.enum(apartKinds)),
  /** So many months back each month gets its exclusion certificate; absent: every month judged. Only where `certificates` is a section. */
  certificateMonths: z.int().positive().max(600).exactOptional(),
  /** Largest file a portal takes, in megabytes of 1,000,000 bytes; absent: one file, whatever its size. */
  splitMegabytes: z.number().min(1).max(10_000).exactOptional(),
});

export type RecipientProfile = Readonlyed<z.infer<typeof recipientProfileSchema>>;
