import { z } from 'zod';
import { evidenceKinds } from './evidence.ts';
import { exclusionLists } from './exclusion.ts';
import { employmentKinds, roles } from './person.ts';
import type { Readonlyed } from './schema.ts';

/** The moments a window is measured from. */
export const anchors = ['hire', 'role-start', 'first-service', 'crisis-duty', 'offer', 'direct-care'] as const;
export type Anchor = (typeof anchors)[number];

const count = z.int().positive();

/** How long an item counts: by what is printed on it, N months by rule, the AHA card rule, or for good. */
export const validitySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('forever') }),
  z.strictObject({ by: z.literal('printed') }),
  z.strictObject({ by: z.literal('months'), months: count }),
  z.strictObject({ by: z.literal('month-end'), months: count }),
]);

/**
 * The closed set of time windows a requirement is judged by. Amounts are whole days, weekdays (Monday to Friday), months or years.
 * - `before`: done before the anchor and at most `maxAgeDays` old on it; `strict` false also accepts the day itself.
 * - `within`: done at most so long after the anchor (inclusive), then kept valid.
 * - `ready`: in place before the anchor (strictly, or on the day where `strict` is false), then kept valid.
 * - `every-month`: every list checked in every calendar month.
 * - `hours-per-year`: so many hours in each training year.
 * - `always`: a state that must hold on any day; anything on file counts and there is no deadline.
 */
export const windowSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('before'),
    anchor: z.enum(anchors),
    maxAgeDays: count.exactOptional(),
    strict: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('within'),
    anchor: z.enum(anchors),
    amount: count,
    unit: z.enum(['days', 'weekdays', 'months', 'years']),
    validity: validitySchema,
  }),
  z.strictObject({
    kind: z.literal('ready'),
    anchor: z.enum(anchors),
    strict: z.boolean(),
    validity: validitySchema,
  }),
  z.strictObject({
    kind: z.literal('every-month'),
    lists: z.array(z.enum(exclusionLists)).min(1),
    hireMonth: z.enum(['31-days', 'same-month']),
  }),
  z.strictObject({
    kind: z.literal('hours-per-year'),
    hours: z.number().positive(),
    year: z.enum(['anniversary', 'calendar', 'fiscal']),
  }),
  z.strictObject({ kind: z.literal('always'), validity: validitySchema }),
]);

/** Whom a requirement concerns. An absent key does not narrow. */
export const appliesToSchema = z.strictObject({
  roles: z.array(z.enum(roles)).min(1).exactOptional(),
  kinds: z.array(z.enum(employmentKinds)).min(1).exactOptional(),
  directCare: z.boolean().exactOptional(),
  medicaidPaid: z.boolean().exactOptional(),
});

/** The parameters an agency may change, each for the rules that have it (settled reading 0.6.21). */
export const parametersSchema = z.strictObject({
  enabled: z.boolean().exactOptional(),
  maxAgeDays: count.exactOptional(),
  withinDays: count.exactOptional(),
  withinMonths: count.exactOptional(),
  everyMonths: count.exactOptional(),
  hours: z.number().positive().exactOptional(),
  /** The number a ratio, a count or an attested figure is held against. */
  limit: z.number().nonnegative().exactOptional(),
  year: z.enum(['anniversary', 'calendar', 'fiscal']).exactOptional(),
  hireMonth: z.enum(['31-days', 'same-month']).exactOptional(),
  anchor: z.enum(anchors).exactOptional(),
  roles: z.array(z.enum(roles)).min(1).exactOptional(),
  sameDay: z.enum(['review', 'accept']).exactOptional(),
});

/** A requirement an agency adds for itself; judged by the same windows as the packs' rows. */
export const customRequirementSchema = z.strictObject({
  id: z.string().regex(/^own\.[a-z0-9][a-z0-9.-]*$/, { error: 'expected an id such as own.defensive-driving' }),
  title: z.string().min(1),
  appliesTo: appliesToSchema,
  window: windowSchema,
  kind: z.enum(evidenceKinds),
  /** For kind `other`: only items of this category count. */
  category: z.string().exactOptional(),
  reason: z.string().min(1),
});

export type Validity = Readonlyed<z.infer<typeof validitySchema>>;
export type Window = Readonlyed<z.infer<typeof windowSchema>>;
export type AppliesTo = Readonlyed<z.infer<typeof appliesToSchema>>;
export type Parameters = Readonlyed<z.infer<typeof parametersSchema>>;
export type CustomRequirement = Readonlyed<z.infer<typeof customRequirementSchema>>;
