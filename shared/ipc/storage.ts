/** The room that is left on this computer, and what became of the page. */
import { z } from 'zod';

const none = z.strictObject({});
const bytes = z.number().nonnegative();

export const storageContract = {
  /** The disk the profile lies on; null where the system does not say. */
  'storage-space': { args: none, result: z.strictObject({ profile: z.strictObject({ freeBytes: bytes, totalBytes: bytes }).nullable() }) },
  /** Whether the page's process ended by itself and was opened again since this was last asked. */
  'page-returned': { args: none, result: z.strictObject({ returned: z.boolean() }) },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;
