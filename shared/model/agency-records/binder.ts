import { z } from 'zod';
import { dateSchema, digestSchema, idSchema, instantSchema, textSchema, type Readonlyed } from '../schema.ts';
import { keptShape } from './common.ts';

/** One exhibit number given away: sealed with a binder, it means this and nothing else for ever. A gap page has a number too, and then no document. */
export const givenNumberSchema = z.strictObject({
  personId: idSchema,
  /** `C-1`: tab and number, without the roster number of an agency's binder. */
  number: z.string().regex(/^[A-I]-[1-9]\d*$/),
  /** What the number stands for, see `exhibitKey` in `shared/report/exhibit-numbers.ts`. */
  stands: textSchema,
});

/** A file that came out of a job. */
const madeFileSchema = z.strictObject({
  name: textSchema,
  sha256: digestSchema,
  pages: z.int().positive(),
  bytes: z.int().positive(),
  volume: z.union([z.literal(1), z.literal(2)]),
});

/** Binders that were made for a recipient: what they were made of, what came out, and the exhibit numbers they fixed. */
export const madeBinderSchema = z.strictObject({
  kind: z.literal('binder'),
  /** Whom they were made for, as named by the recipient profile. */
  recipient: textSchema,
  profileId: idSchema,
  asOf: dateSchema,
  /** Only what was recorded by then counted. */
  knownAt: instantSchema.exactOptional(),
  generatedAt: instantSchema,
  personIds: z.array(idSchema),
  files: z.array(madeFileSchema).min(1),
  /** SHA-256 of the public half of the key they were signed with; absent where they were not signed. */
  key: digestSchema.exactOptional(),
  /** Numbers that were not given away before. */
  numbers: z.array(givenNumberSchema).exactOptional(),
  ...keptShape,
});

export type GivenNumber = Readonlyed<z.infer<typeof givenNumberSchema>>;
