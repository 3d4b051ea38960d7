import { z } from 'zod';
import { dateSchema, idSchema, textSchema } from '../schema.ts';
import { keptShape } from './common.ts';

export const holdKinds = ['legal', 'audit'] as const;
export type HoldKind = (typeof holdKinds)[number];
export const holdWords: Readonly<Record<HoldKind, string>> = { legal: 'Legal hold', audit: 'Audit hold' };

/** Files that must not be disposed of, whatever their age: a person's, or where nobody is named everybody's. Its release supersedes it. */
export const legalHoldSchema = z.strictObject({
  kind: z.literal('legal-hold'),
  hold: z.enum(holdKinds),
  personId: idSchema.exactOptional(),
  from: dateSchema,
  reason: textSchema,
  /** The first day on which it no longer holds. */
  releasedOn: dateSchema.exactOptional(),
  releasedReason: textSchema.exactOptional(),
  ...keptShape,
});

const count = z.int().nonnegative();

/**
 * One line of the disposal log: that a file was disposed of, by which rule and by whom. Initials and the days of work are what remains, so that
 * the agency can answer that it had such a file and when it let it go; no name, no number, nothing about health or conduct. Never retracted.
 */
export const disposalSchema = z.strictObject({
  kind: z.literal('disposal'),
  disposedOn: dateSchema,
  initials: textSchema,
  employedFrom: dateSchema.exactOptional(),
  employedTo: dateSchema,
  /** The first day on which it might be disposed of. */
  dueSince: dateSchema,
  /** The rule in words: "10 years after separation". */
  rule: textSchema,
  reason: textSchema,
  reviewedBy: textSchema,
  counts: z.strictObject({ evidence: count, documents: count, checks: count, decisions: count, explanations: count }),
  ...keptShape,
});
