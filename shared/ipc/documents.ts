/** The documents of an agency beyond storing and reading one: sealing what lies plain, and destroying what must go. */
import { z } from 'zod';
import { digestSchema } from '../model/schema.ts';
import { agencyKeySchema } from './vault.ts';

/** As many as an agency file may carry. */
const most = 200_000;
const nameSchema = z.strictObject({ sha256: digestSchema, vault: z.enum(['personnel', 'medical']) });
const namesSchema = z.array(nameSchema).max(most);
const count = z.int().nonnegative();

export const documentsContract = {
  /**
   * Seals every document of an unlocked agency that still lies plain. `documents`: all on record. `neededElsewhere`: digests the other agencies
   * without keys still need of the folder all once shared; null where one of them cannot be read. Can be run again at any time; a plain copy goes
   * only after the sealed one was read back. `damaged` were sealed as they were found. `documents-progress` tells how far it is.
   */
  'documents-seal': {
    args: z.strictObject({ agencyId: agencyKeySchema, documents: namesSchema, neededElsewhere: z.array(digestSchema).max(most).nullable() }),
    result: z.strictObject({ sealed: count, missing: z.array(digestSchema), damaged: z.array(digestSchema), sharedLeft: count }),
  },
  /** Notes documents that a change about to be written takes off the record. Nothing happens to them before `documents-sweep`. */
  'documents-condemn': { args: z.strictObject({ agencyId: agencyKeySchema, documents: namesSchema }), result: z.strictObject({ noted: count }) },
  /**
   * Destroys the keys and bytes of what was condemned and is not `onRecord`, all documents still on record. Asked after the change was written, and
   * whenever an agency was opened: what a crash interrupted is finished then.
   */
  'documents-sweep': { args: z.strictObject({ agencyId: agencyKeySchema, onRecord: namesSchema }), result: z.strictObject({ destroyed: count, kept: count }) },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;

export const documentsEvents = {
  'documents-progress': z.strictObject({ done: count, total: count }),
} as const satisfies Record<string, z.ZodType>;
