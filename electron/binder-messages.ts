import { z } from 'zod';
import { binderProgressSchema, binderResultSchema, printJobSchema } from '../shared/ipc/binder-job.ts';

/** What main says to the process that renders. */
export const toBinderProcess = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), job: printJobSchema, outFolder: z.string().min(1), workers: z.number().int().positive() }),
  z.strictObject({ kind: z.literal('cancel') }),
]);
export type ToBinderProcess = z.infer<typeof toBinderProcess>;

/** What it answers. After `finished` it ends by itself. */
export const fromBinderProcess = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), ...binderProgressSchema.omit({ jobId: true }).shape }),
  z.strictObject({ kind: z.literal('finished'), result: binderResultSchema }),
]);
export type FromBinderProcess = z.infer<typeof fromBinderProcess>;
