import { z } from 'zod';
import { dateSchema, idSchema, textSchema } from '../schema.ts';
import { keptShape } from './common.ts';

export const accreditors = ['carf', 'coa', 'tjc'] as const;
export type Accreditor = (typeof accreditors)[number];
export const accreditorWords: Readonly<Record<Accreditor, { readonly short: string; readonly long: string }>> = {
  carf: { short: 'CARF', long: 'Commission on Accreditation of Rehabilitation Facilities' },
  coa: { short: 'COA', long: 'Council on Accreditation (Social Current)' },
  tjc: { short: 'Joint Commission', long: 'The Joint Commission' },
};

/** Initial or renewal application, with the proof that the fee was paid. */
export const accreditationApplicationSchema = z.strictObject({
  kind: z.literal('accreditation-application'),
  accreditor: z.enum(accreditors),
  renewal: z.literal(true).exactOptional(),
  appliedOn: dateSchema,
  feePaidOn: dateSchema.exactOptional(),
  withdrawnOn: dateSchema.exactOptional(),
  ...keptShape,
});

/** A survey: planned while `heldOn` is absent. `heldOn` is its first day, `endedOn` its last. */
export const accreditationSurveySchema = z.strictObject({
  kind: z.literal('accreditation-survey'),
  accreditor: z.enum(accreditors),
  plannedOn: dateSchema.exactOptional(),
  heldOn: dateSchema.exactOptional(),
  endedOn: dateSchema.exactOptional(),
  ...keptShape,
});

/** `full` is accredited, for whatever term; the others are less, or less than before. */
export const accreditationOutcomes = ['full', 'provisional', 'deferred', 'denied', 'lost', 'reduced'] as const;
export type AccreditationOutcome = (typeof accreditationOutcomes)[number];
export const accreditationOutcomeWords: Readonly<Record<AccreditationOutcome, string>> = {
  full: 'Accredited',
  provisional: 'Provisional',
  deferred: 'Deferred',
  denied: 'Denied',
  lost: 'Lost',
  reduced: 'Reduced or with conditions',
};

/** What the accreditor decided. The expiry is the printed one, never derived from the accreditor. */
export const accreditationDecisionSchema = z.strictObject({
  kind: z.literal('accreditation-decision'),
  accreditor: z.enum(accreditors),
  outcome: z.enum(accreditationOutcomes),
  /** As printed: "Three-Year Accreditation". */
  term: textSchema.exactOptional(),
  decidedOn: dateSchema,
  /** When the agency was told; the written notices are counted from here. Absent means the day of the decision. */
  notifiedOn: dateSchema.exactOptional(),
  effectiveOn: dateSchema.exactOptional(),
  /** Last day of the award, as printed, inclusive. */
  expiresOn: dateSchema.exactOptional(),
  applicationId: idSchema.exactOptional(),
  ...keptShape,
});

export const accreditationTasks = ['quality-improvement-plan', 'annual-conformance', 'renewal-application', 'other'] as const;
export type AccreditationTask = (typeof accreditationTasks)[number];
export const accreditationTaskWords: Readonly<Record<AccreditationTask, string>> = {
  'quality-improvement-plan': 'Quality improvement plan',
  'annual-conformance': 'Annual conformance report',
  'renewal-application': 'Renewal application',
  other: 'Other task',
};

/** Something the accreditor expects by a day. */
export const accreditationTaskSchema = z.strictObject({
  kind: z.literal('accreditation-task'),
  accreditor: z.enum(accreditors),
  task: z.enum(accreditationTasks),
  title: textSchema.exactOptional(),
  decisionId: idSchema.exactOptional(),
  dueOn: dateSchema,
  doneOn: dateSchema.exactOptional(),
  ...keptShape,
});

export const noticeMethods = ['e-mail', 'portal', 'fax', 'mail', 'courier', 'by-hand'] as const;
export type NoticeMethod = (typeof noticeMethods)[number];

/** The written notice of an adverse accreditation decision to one payer. */
export const writtenNoticeSchema = z.strictObject({
  kind: z.literal('written-notice'),
  decisionId: idSchema,
  /** The payer's contract (a credential). */
  contractId: idSchema,
  sentOn: dateSchema,
  method: z.enum(noticeMethods),
  to: textSchema.exactOptional(),
  ...keptShape,
});

/** Denial, loss and any change for the worse are reported in writing to every payer. */
export const isAdverse = (outcome: AccreditationOutcome): boolean => outcome === 'denied' || outcome === 'lost' || outcome === 'reduced';
