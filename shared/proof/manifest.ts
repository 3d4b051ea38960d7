import { z } from 'zod';
import { dateSchema, digestSchema, idSchema, instantSchema, textSchema, type Readonlyed } from '../model/schema.ts';

/** The name under which a binder carries its manifest, and the ending of the file beside it. */
export const manifestName = 'muster-manifest.json';

const count = z.int().positive();

/**
 * One page as it was bound. `sha256` is of what the page draws and of every area that can be clicked on it, `links` of the pages those areas lead
 * to (absent: none), so that a page taken out does not change every page that leads past it; see `electron/proof/page-digest.ts`.
 */
const manifestPageSchema = z.strictObject({
  page: count,
  kind: z.enum(['generated', 'exhibit']),
  sha256: digestSchema,
  links: digestSchema.exactOptional(),
  /** Of an exhibit: its number, and which of its pages this is. */
  exhibit: textSchema.exactOptional(),
  of: z.strictObject({ page: count, pages: count }).exactOptional(),
});

/** A document that stands in the binder, by the digest of the file as it was filed, and where. */
const manifestExhibitSchema = z.strictObject({
  exhibit: textSchema,
  personId: idSchema,
  title: textSchema,
  document: z.strictObject({ name: textSchema, sha256: digestSchema, mediaType: textSchema, bytes: z.int().nonnegative() }),
  /** Pages of the document that are shown, as `3-5`; absent for a file that is attached as it is. */
  documentPages: textSchema.exactOptional(),
  /** First and last page of the binder. */
  from: count,
  to: count,
  /** What was done to pages so that something cannot be read. */
  rasterised: z.array(count).exactOptional(),
  leftOut: z.array(count).exactOptional(),
});

/**
 * What a binder says of itself: what it was made of and what is on every page. Signed by the agency's key, embedded in the PDF and put beside
 * it. Without a signature it proves nothing: whoever changes the pages can write it anew.
 */
export const manifestSchema = z.strictObject({
  format: z.literal('muster-manifest'),
  version: z.literal(1),
  kind: z.enum(['binder', 'packet', 'certificate']),
  agency: z.strictObject({ name: textSchema, npi: z.string().nullable() }),
  title: textSchema,
  people: z.array(z.strictObject({ personId: idSchema, name: textSchema })),
  recipient: textSchema.nullable(),
  volume: z.strictObject({ number: count, of: count }),
  /** Where a binder was split for a portal. */
  part: z.strictObject({ number: count, of: count }),
  asOf: dateSchema,
  knownAt: instantSchema.nullable(),
  generatedAt: instantSchema,
  /** SHA-256 of the data printed, as on the cover. */
  fingerprint: digestSchema,
  /** SHA-256 of all a file is made of but the moment it was made and the log's head: where it is the same, the file need not be made again. */
  madeOf: digestSchema.exactOptional(),
  packs: z.array(z.strictObject({ id: textSchema, version: textSchema })),
  app: z.strictObject({ name: z.literal('Muster'), version: textSchema }),
  logHead: z.strictObject({ seq: z.int().nonnegative(), hash: digestSchema }).nullable(),
  /** Page numbers printed: this part holds these of the whole binder. */
  pages: z.array(manifestPageSchema).min(1),
  exhibits: z.array(manifestExhibitSchema),
  /** SHA-256 of everything else a reader acts on: bookmarks; attached files but this one; title, subject and author; what the document does when it is opened, its forms and named places. */
  rest: z.strictObject({ bookmarks: digestSchema, attachments: digestSchema, information: digestSchema, behaviour: digestSchema }),
  /** Ed25519, 64 hexadecimal digits; null: not signed. */
  publicKey: digestSchema.nullable(),
});
export type Manifest = Readonlyed<z.infer<typeof manifestSchema>>;
export type ManifestPage = Manifest['pages'][number];
export type ManifestRest = Manifest['rest'];
export type ManifestExhibit = Manifest['exhibits'][number];

/** The manifest with its signature over the canonical JSON of `manifest` in UTF-8: 128 hexadecimal digits, null where there is no key. */
export const signedManifestSchema = z.strictObject({ manifest: manifestSchema, signature: z.string().regex(/^[0-9a-f]{128}$/).nullable() });
export type SignedManifest = Readonlyed<z.infer<typeof signedManifestSchema>>;

/** What lies beside the PDF as `NAME.manifest.json`: the same, and the digest of the whole file. */
export const sideManifestSchema = signedManifestSchema.extend({ file: z.strictObject({ name: textSchema, sha256: digestSchema, bytes: count }) });
export type SideManifest = Readonlyed<z.infer<typeof sideManifestSchema>>;
