import { z } from 'zod';
import { dateSchema, digestSchema, idSchema, instantSchema, monthSchema } from '../model/schema.ts';
import { givenNumberSchema } from '../model/agency-records/binder.ts';
import { recipientProfileSchema } from '../model/recipient-profile.ts';
import { logHeadSchema } from './vault.ts';
import { papers } from '../report/binder-job.ts';

/**
 * A request for binders as it crosses a process boundary. `agency` is the content of an agency.json, read and judged by the
 * process that renders, so that a large agency is checked once and away from the screen.
 */
export const binderJobSchema = z.strictObject({
  kind: z.literal('binders'),
  agency: z.unknown(),
  personIds: z.array(idSchema).min(1).max(20_000),
  asOf: dateSchema,
  knownAt: z.union([instantSchema, dateSchema]).exactOptional(),
  generatedAt: instantSchema,
  layout: z.enum(['one-file', 'file-per-person']),
  synthetic: z.boolean(),
  paper: z.enum(papers).exactOptional(),
  volumes: z.enum(['personnel', 'medical', 'both']).exactOptional(),
  exhibits: z.boolean().exactOptional(),
  profile: recipientProfileSchema.exactOptional(),
  password: z.string().min(1).max(127).exactOptional(),
  /** The entry of the log that says that documents of the medical vault are opened for this job; without it volume 2 has no documents. */
  logged: logHeadSchema.exactOptional(),
});

/**
 * A request for certificates of one month's exclusion checks. Without `personIds`: one file for the agency, with everybody in it.
 * With them: a file for each, in that order, in which nobody else is named. `asOf` is the day looked at: decisions made and
 * months closed later do not count.
 */
export const certificateJobSchema = z.strictObject({
  kind: z.literal('certificates'),
  agency: z.unknown(),
  month: monthSchema,
  personIds: z.array(idSchema).min(1).max(20_000).exactOptional(),
  asOf: dateSchema,
  knownAt: z.union([instantSchema, dateSchema]).exactOptional(),
  generatedAt: instantSchema,
  paper: z.enum(papers).exactOptional(),
});

/** A request for the agency packet: one file about the agency, its teams and its staff as a whole. */
export const packetJobSchema = z.strictObject({
  kind: z.literal('packet'),
  agency: z.unknown(),
  asOf: dateSchema,
  knownAt: z.union([instantSchema, dateSchema]).exactOptional(),
  generatedAt: instantSchema,
  synthetic: z.boolean(),
  paper: z.enum(papers).exactOptional(),
});

/** Everything the printing process makes. One job runs at a time, whatever its kind; progress, ending and cancelling are the same. Same job, same bytes. */
export const printJobSchema = z.discriminatedUnion('kind', [binderJobSchema, certificateJobSchema, packetJobSchema]);

export type PrintRequest = Readonly<z.infer<typeof printJobSchema>>;

/** `done` of `total` chapters or certificates (judge, render) or files (merge, write). */
export const binderProgressSchema = z.strictObject({
  jobId: idSchema,
  phase: z.enum(['judge', 'render', 'merge', 'write']),
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
});

export type BinderProgress = Readonly<z.infer<typeof binderProgressSchema>>;

export const binderFileSchema = z.strictObject({
  name: z.string().min(1),
  pages: z.number().int().positive(),
  bytes: z.number().int().positive(),
  sha256: digestSchema,
  /** Of a binder: 2 holds the documents of the medical vault. */
  volume: z.union([z.literal(1), z.literal(2)]).exactOptional(),
  /** It lay there from an earlier job, made of the same things, and was left as it is. */
  unchanged: z.literal(true).exactOptional(),
});

/** One finished PDF: its name in the out folder, and what identifies it. */
export type BinderFile = Readonly<z.infer<typeof binderFileSchema>>;

/**
 * How a job ended. `code` is one of the producer's own codes, or `cancelled`, `timed-out` (no progress for too long),
 * `stopped` (the process ended by itself); `bad-agency` says in `detail` what is wrong with the agency. `person` names whose
 * chapter it was, where there is one. Files already written stay and are whole.
 */
export const binderResultSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    value: z.strictObject({
      files: z.array(binderFileSchema),
      /** Exhibit numbers of a binder that were not given away before. */
      numbers: z.array(givenNumberSchema).exactOptional(),
      /** Fingerprint of the key the files are signed with. */
      key: digestSchema.exactOptional(),
    }),
  }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: z.string().min(1), detail: z.string().exactOptional(), person: z.string().exactOptional() }),
  }),
]);

export type BinderResult = Readonly<z.infer<typeof binderResultSchema>>;

export const binderFinishedSchema = z.strictObject({ jobId: idSchema, result: binderResultSchema });

export type BinderFinished = Readonly<z.infer<typeof binderFinishedSchema>>;


