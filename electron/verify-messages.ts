import { z } from 'zod';
import { digestSchema } from '../shared/model/schema.ts';
import { pdfVerdictSchema } from '../shared/proof/verdict.ts';

const id = z.int().positive();

/** What main asks the process that verifies. `path`: it reads the file, and the manifest beside it, itself. */
export const toVerifier = z.strictObject({
  id,
  file: z.union([z.strictObject({ path: z.string().min(1) }), z.strictObject({ bytes: z.instanceof(Uint8Array) })]),
  key: digestSchema.exactOptional(),
  password: z.string().min(1).exactOptional(),
  logged: z.array(digestSchema).exactOptional(),
});
export type ToVerifier = z.infer<typeof toVerifier>;

/** `fault` is the system's code of a file that could not be read, or `too-large`. */
export const fromVerifier = z.union([z.strictObject({ id, verdict: pdfVerdictSchema }), z.strictObject({ id, fault: z.string() })]);
export type FromVerifier = z.infer<typeof fromVerifier>;
