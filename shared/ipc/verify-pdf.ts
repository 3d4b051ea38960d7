import { z } from 'zod';
import { digestSchema } from '../model/schema.ts';
import { pdfVerdictSchema } from '../proof/verdict.ts';
import { agencyKeySchema } from './vault.ts';

/** Largest PDF that is verified, in bytes. */
export const mostVerified = 1024 * 2 ** 20;

const placed = z.string().min(1).max(64);
const name = z.string().min(1).max(200).refine((each) => !/[\\/]/.test(each), { error: 'a name, not a path' });

const whichSchema = z.discriminatedUnion('kind', [
  /** The person chooses it in the system's dialog. */
  z.strictObject({ kind: z.literal('ask') }),
  /** It lies where a job has put it. */
  z.strictObject({ kind: z.literal('made'), place: placed, name }),
  /** It was dropped on the page. */
  z.strictObject({ kind: z.literal('dropped'), name, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= mostVerified) }),
]);

export const verifyPdfContract = {
  /**
   * Whether a PDF is as Muster signed it. `key` is the fingerprint it is compared with, absent: the agency's own; `logged` is what the agency says it
   * made, absent: that is not asked. `null`: they closed the dialog. Runs in a process of its own.
   */
  'verify-pdf': {
    args: z.strictObject({ agencyId: agencyKeySchema, which: whichSchema, key: digestSchema.exactOptional(), password: z.string().min(1).max(127).exactOptional(), logged: z.array(digestSchema).max(1_000_000).exactOptional() }),
    result: z.strictObject({ name: z.string(), verdict: pdfVerdictSchema }).nullable(),
  },
  /** Fingerprint of the key the agency signs with; `demonstration`: it is the published one of invented agencies. */
  'signing-key': { args: z.strictObject({ agencyId: agencyKeySchema }), result: z.strictObject({ fingerprint: digestSchema, demonstration: z.boolean() }) },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;
