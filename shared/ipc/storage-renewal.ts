/**
 * The page's storage written anew. IndexedDB keeps what was deleted or replaced in its files until it happens to rewrite them, so
 * after an agency was sealed all databases are set aside, Chromium's storage is cleared, and they are put back.
 */
import { z } from 'zod';

const none = z.strictObject({});
const part = z.int().min(0).max(1_000_000);

const storeSchema = z.strictObject({
  name: z.string(),
  keyPath: z.string(),
  indexes: z.array(z.strictObject({ name: z.string(), keyPath: z.string(), unique: z.boolean(), multiEntry: z.boolean() })),
});

/** Some rows of one database, with what is needed to make it. A database comes in as many parts as it needs, at least one. */
export const storagePartSchema = z.strictObject({
  database: z.string(),
  /** As IndexedDB counts, ten times Dexie's. */
  version: z.int().positive(),
  stores: z.array(storeSchema),
  rows: z.array(z.strictObject({ store: z.string(), row: z.unknown() })),
});
export type StoragePart = Readonly<z.infer<typeof storagePartSchema>>;

export const storageRenewalContract = {
  /** How many parts are set aside whole; 0: none, and the storage is the one to use. */
  'renewal-parts': { args: none, result: z.strictObject({ parts: z.int().nonnegative() }) },
  /** Sets a part aside, on the disk when it answers. Part 0 begins anew. Refused with `exists` where parts are set aside whole. */
  'renewal-put': { args: z.strictObject({ part, content: storagePartSchema }), result: none },
  /** Says that so many parts are all there is: from now on they count and the storage does not. */
  'renewal-whole': { args: z.strictObject({ parts: part }), result: none },
  /** Reads the parts back, and clears Chromium's storage only where every one is as it was written: `damaged` otherwise. */
  'renewal-clear': { args: none, result: none },
  /** A part that was set aside. */
  'renewal-get': { args: z.strictObject({ part }), result: z.strictObject({ content: storagePartSchema }) },
  /** Everything is back in the storage: what was set aside goes. */
  'renewal-done': { args: none, result: none },
} as const satisfies Record<string, { readonly args: z.ZodType; readonly result: z.ZodType }>;
