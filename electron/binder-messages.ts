import { z } from 'zod';
import { binderProgressSchema, binderResultSchema, printJobSchema } from '../shared/ipc/binder-job.ts';
import { digestSchema } from '../shared/model/schema.ts';

const bytes = z.instanceof(Uint8Array);
const questionId = z.int().positive();

/** What of the agency a job may use besides its record. Keys stand in this message alone, and go with the process. */
const suppliesSchema = z.strictObject({
  /** Whether documents can be asked for. */
  documents: z.boolean(),
  /** `seed`: 32 bytes of the agency's own key; `demonstration`: the published key of invented agencies. */
  signing: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('seed'), seed: bytes }), z.strictObject({ kind: z.literal('demonstration') })]).nullable(),
  /** Drawn chapters of earlier jobs; `key` where they are sealed. */
  chapters: z.strictObject({ folder: z.string().min(1), key: bytes.nullable() }).nullable(),
});
export type Supplies = z.infer<typeof suppliesSchema>;

/** What main says to the process that renders. */
export const toBinderProcess = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), job: printJobSchema, outFolder: z.string().min(1), workers: z.number().int().positive(), supplies: suppliesSchema }),
  z.strictObject({ kind: z.literal('document'), id: questionId, bytes: bytes.nullable(), fault: z.enum(['not-here', 'damaged', 'not-allowed', 'locked', 'purged']).nullable() }),
  z.strictObject({ kind: z.literal('cancel') }),
]);
export type ToBinderProcess = z.infer<typeof toBinderProcess>;

/** What it answers. After `finished` it ends by itself. */
export const fromBinderProcess = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), ...binderProgressSchema.omit({ jobId: true }).shape }),
  z.strictObject({ kind: z.literal('read-document'), id: questionId, sha256: digestSchema, vault: z.enum(['personnel', 'medical']) }),
  z.strictObject({ kind: z.literal('finished'), result: binderResultSchema }),
]);
export type FromBinderProcess = z.infer<typeof fromBinderProcess>;
