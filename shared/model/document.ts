import { z } from 'zod';
import { digestSchema, idSchema, instantSchema, recordedShape, textSchema, type Readonlyed } from './schema.ts';

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
  /** It was misfiled and destroyed: what was known of it is blanked, and only that it was here, when it went and why stays. */
  purgedAt: instantSchema.exactOptional(),
  purgedReason: textSchema.exactOptional(),
  ...recordedShape,
});

export type DocRef = Readonlyed<z.infer<typeof docRefSchema>>;
export type DocumentRecord = Readonlyed<z.infer<typeof documentSchema>>;

/** Whether a document was purged: there are no bytes of it any more. */
export const isPurged = (document: Pick<DocumentRecord, 'purgedAt'>): boolean => document.purgedAt !== undefined;

/** What stays of a purged document: its id, since evidence refers to it, its vault, when it was recorded, when it went and why. Neither name, digest, kind nor size. */
export const purgedDocument = ({ id, vault, recordedAt, recordedBy }: DocumentRecord, purgedAt: string, purgedReason: string): DocumentRecord => ({
  id,
  sha256: '0'.repeat(64),
  name: 'Purged document',
  mediaType: 'application/octet-stream',
  bytes: 0,
  vault,
  purgedAt,
  purgedReason,
  recordedAt,
  ...(recordedBy !== undefined && { recordedBy }),
});
