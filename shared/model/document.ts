import { z } from 'zod';
import { digestSchema, idSchema, recordedShape, textSchema, type Readonlyed } from './schema.ts';

/** A reference to a document, or to some pages of it: agencies scan a whole paper file as one PDF. */
export const docRefSchema = z.strictObject({
  id: idSchema,
  /** Pages as printed in a dialog: `3-5` or `1,4-6`; absent means all. */
  pages: z
    .string()
    .regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/, { error: 'expected pages such as 3-5 or 1,4-6' })
    .exactOptional(),
});

/** What is known of one stored file; the bytes lie beside, named by their SHA-256. */
export const documentSchema = z.strictObject({
  id: idSchema,
  sha256: digestSchema,
  name: textSchema,
  mediaType: textSchema,
  bytes: z.int().nonnegative(),
  pages: z.int().nonnegative().exactOptional(),
  vault: z.enum(['personnel', 'medical']),
  ...recordedShape,
});

export type DocRef = Readonlyed<z.infer<typeof docRefSchema>>;
export type DocumentRecord = Readonlyed<z.infer<typeof documentSchema>>;
