import { z } from 'zod';
import { idSchema, instantSchema, textSchema, type Readonlyed } from '../../model/schema.ts';

/** Surveyor mode of one copy of an agency, kept with its database: who looks, at whom, and what the host allowed. */
export const surveyingSchema = z.strictObject({
  /** The record of the survey. */
  surveyId: idSchema,
  surveyor: textSchema,
  personIds: z.array(idSchema),
  seed: textSchema.nullable(),
  since: instantSchema,
  /** Who began it; null where the agency has no users. */
  host: textSchema.nullable(),
  /** The papers, accreditation and fidelity of the agency are shown. */
  agency: z.boolean(),
  /** Copies, tables and papers of what is shown may be printed and saved. */
  takeAlong: z.boolean(),
  /** Documents and notes of the medical vault of these people may be opened. */
  medical: z.boolean(),
});

export type Surveying = Readonlyed<z.infer<typeof surveyingSchema>>;
