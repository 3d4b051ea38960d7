/** The room that is left on this computer, and what became of the page. */
import { z } from 'zod';
import { agencyKeySchema } from './vault.ts';

const none = z.strictObject({});
const bytes = z.number().nonnegative();

export const storageContract = {
  /** The disk the profile lies on; null where the system does not say. */
  'storage-space': { args: none, result: z.strictObject({ profile: z.strictObject({ freeBytes: bytes, totalBytes: bytes }).nullable() }) },
  /** Of the agencies with keys here: those that were recorded in and are neither among the databases `present` nor live on in a restored copy. */
  'lost-agencies': { args: z.strictObject({ present: z.array(agencyKeySchema).max(10_000) }), result: z.strictObject({ agencyIds: z.array(agencyKeySchema) }) },
  /** Whether the page's process ended by itself and was opened again since this was last asked. */
  'page-returned': { args: none, result: z.strictObject({ returned: z.boolean() }) },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;
