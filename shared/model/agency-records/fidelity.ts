import { z } from 'zod';
import { dateSchema, idSchema, textSchema } from '../schema.ts';
import { keptShape } from './common.ts';

export const fidelityItemCount = 25;
const itemNumber = z.int().min(1).max(fidelityItemCount);

/** One item of the IPS-25 scale, rated 1 to 5. */
const itemScoreSchema = z.strictObject({ item: itemNumber, score: z.int().min(1).max(5), note: z.string().exactOptional() });

/**
 * One fidelity review of one team, or its self-evaluation. It grows by superseding: planned, visited, draft received, final received.
 * `heldFrom` and `heldTo` are the first and last day on site (of a self-evaluation the day it was made).
 */
export const fidelityReviewSchema = z.strictObject({
  kind: z.literal('fidelity-review'),
  teamId: idSchema,
  review: z.enum(['self-evaluation', 'external']),
  plannedOn: dateSchema.exactOptional(),
  heldFrom: dateSchema.exactOptional(),
  heldTo: dateSchema.exactOptional(),
  reviewer: textSchema.exactOptional(),
  /** A self-evaluation handed in for contracting. */
  submittedOn: dateSchema.exactOptional(),
  draftReceivedOn: dateSchema.exactOptional(),
  finalReceivedOn: dateSchema.exactOptional(),
  scores: z.array(itemScoreSchema).max(fidelityItemCount).exactOptional(),
  /** The total as printed, where the items are not entered one by one; with all items entered it must be their sum. */
  total: z.int().min(fidelityItemCount).max(5 * fidelityItemCount).exactOptional(),
  ...keptShape,
});

/**
 * A corrective action plan after a review (Louisiana), or a fidelity action plan (North Carolina; without `reviewId` the one made before
 * the baseline). `approvedOn` by the payer, `implementedOn` once its lines are in place.
 */
export const fidelityPlanSchema = z.strictObject({
  kind: z.literal('fidelity-plan'),
  teamId: idSchema,
  reviewId: idSchema.exactOptional(),
  submittedOn: dateSchema.exactOptional(),
  approvedOn: dateSchema.exactOptional(),
  approvedBy: textSchema.exactOptional(),
  /** A shorter deadline than the rule's, where the payer set one. */
  dueOn: dateSchema.exactOptional(),
  implementedOn: dateSchema.exactOptional(),
  lines: z.array(z.strictObject({
    item: itemNumber.exactOptional(),
    finding: textSchema.exactOptional(),
    action: textSchema,
    owner: textSchema.exactOptional(),
    dueOn: dateSchema.exactOptional(),
    doneOn: dateSchema.exactOptional(),
    /** What proves it, in words; papers belong to the plan's documents. */
    evidence: textSchema.exactOptional(),
  })),
  ...keptShape,
});

/** Data handed to the evaluators against a draft report (North Carolina). */
export const fidelityContestSchema = z.strictObject({
  kind: z.literal('fidelity-contest'),
  teamId: idSchema,
  reviewId: idSchema,
  sentOn: dateSchema,
  items: z.array(itemNumber).min(1),
  ...keptShape,
});

/** A longer interval a payer granted in writing, such as 24 months for exceptional practice. */
export const fidelityGrantSchema = z.strictObject({
  kind: z.literal('fidelity-grant'),
  teamId: idSchema,
  months: z.int().positive(),
  grantedOn: dateSchema,
  by: textSchema,
  ...keptShape,
});

/** Technical assistance set for the twelve months after a review (North Carolina, 74 to 99 points). */
export const technicalAssistanceSchema = z.strictObject({
  kind: z.literal('technical-assistance'),
  teamId: idSchema,
  reviewId: idSchema,
  setOn: dateSchema,
  hours: z.number().positive(),
  /** Hours received so far, attested. */
  received: z.number().nonnegative().exactOptional(),
  ...keptShape,
});

/** The names of the scale's items, once somebody has compared them with the published scale. */
export const scaleNamesSchema = z.strictObject({
  kind: z.literal('scale-names'),
  confirmedOn: dateSchema,
  /** What they were compared with. */
  source: textSchema,
  names: z.array(z.strictObject({ item: itemNumber, name: textSchema })).min(1).max(fidelityItemCount),
  ...keptShape,
});
