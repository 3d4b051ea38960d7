import { z } from 'zod';
import { digestSchema, instantSchema } from '../model/schema.ts';

/** The lists Muster can fetch itself. Where from, the main process knows; the page cannot name an address. */
export const downloadLists = ['oig-leie'] as const;
export type DownloadList = (typeof downloadLists)[number];

/** How a connection ended. Closed: the page chooses the words. */
export const connectionOutcomes = [
  'taken', // the whole list came, was looked at and handed over
  'redirected', // the site named another address of its own, which was asked next
  'elsewhere', // the site named an address of somebody else, which was not asked
  'status', // the site answered with another status than 200
  'not-the-list', // what came is a web page, another kind of file, or a file without the list's heads
  'cut-off', // fewer or more bytes came than announced, or the connection broke
  'too-large', // more than the list can be
  'unreachable', // no connection: no network, no such host, no valid certificate
  'timed-out', // nothing came for too long
  'cancelled', // the person stopped it, or switched downloads off
] as const;
export type ConnectionOutcome = (typeof connectionOutcomes)[number];

export const connectionSchema = z.strictObject({
  at: instantSchema,
  address: z.string().max(500),
  /** What it was made for: which list somebody asked for, and which try of how many this was. */
  why: z.strictObject({ list: z.enum(downloadLists), attempt: z.int().positive(), attempts: z.int().positive() }),
  outcome: z.enum(connectionOutcomes),
  /** What exactly: the system's code of a failed connection (ERR_NAME_NOT_RESOLVED), or html, type, heads, length for what was amiss with the file. */
  code: z.string().max(80).exactOptional(),
  status: z.int().exactOptional(),
  bytes: z.int().nonnegative(),
  milliseconds: z.int().nonnegative(),
  /** Of what came, where anything did. */
  sha256: digestSchema.exactOptional(),
});

/** One connection to the outside: every one that was ever made has such a line. */
export type Connection = Readonly<z.infer<typeof connectionSchema>>;
