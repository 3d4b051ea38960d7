import { docRefSchema } from '../document.ts';
import { idSchema, instantSchema, recordedShape, textSchema } from '../schema.ts';
import { z } from 'zod';

/**
 * What every agency record carries. Records are only ever added: a correction or a later state (a survey held, a line of a plan
 * done) supersedes the one before, a mistake is retracted with a reason, and known-at rests on both.
 */
export const keptShape = {
  id: idSchema,
  documents: z.array(docRefSchema).exactOptional(),
  note: z.string().exactOptional(),
  supersedes: idSchema.exactOptional(),
  retractedAt: instantSchema.exactOptional(),
  retractedReason: textSchema.exactOptional(),
  ...recordedShape,
};
