import { z } from 'zod';
import type { AgencyFile } from '../agency-file/schema.ts';
import { digestOf } from '../audit/digest.ts';
import { digestSchema, idSchema, instantSchema, textSchema } from '../model/schema.ts';
import { partsOf } from '../model/medical-part.ts';
import { headSchema } from './status.ts';

const listDigestSchema = z.strictObject({ count: z.int().nonnegative(), sha256: digestSchema });
/** How many records a list has, and a digest over all of them in their order. */
export type ListDigest = Readonly<z.infer<typeof listDigestSchema>>;
export type ListDigests = Readonly<Record<string, ListDigest>>;

/** Who an agency's record descends from: the same id in every copy, and how often the right to write has been handed over. */
export const lineageSchema = z.strictObject({ id: idSchema, generation: z.int().positive() });
export type Lineage = Readonly<z.infer<typeof lineageSchema>>;

/** A file of the document store, as it lies sealed. `path` has slashes and cannot leave its folder. */
const storedFileSchema = z.strictObject({
  path: z.string().regex(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}\/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/),
  bytes: z.int().nonnegative(),
  sha256: digestSchema,
});
export type StoredFile = Readonly<z.infer<typeof storedFileSchema>>;

/** What the page knows of the record it hands over to be backed up. */
export const sourceFactsSchema = z.strictObject({
  agencyName: textSchema,
  /** Version of the database it was read from. */
  schema: z.int().positive(),
  lineage: lineageSchema,
  logHead: headSchema.nullable(),
  /** Key of the digests in the log, hexadecimal: without it the log could not be compared with the records any more. */
  digestKey: digestSchema,
  /** How many of the first entries of the log have digests of an older key, of which nothing is known; none where it does not say. */
  digestsFrom: z.int().nonnegative().exactOptional(),
  lists: z.record(z.string(), listDigestSchema),
  medical: listDigestSchema,
});
export type SourceFacts = Readonly<z.infer<typeof sourceFactsSchema>>;

/** The first part of a sealed file: what is in it. */
export const contentsSchema = z.strictObject({
  format: z.literal('muster-backup'),
  version: z.literal(1),
  madeAt: instantSchema,
  facts: sourceFactsSchema,
  records: z.strictObject({ bytes: z.int().nonnegative(), sha256: digestSchema }),
  medicalBytes: z.int().nonnegative(),
  files: z.array(storedFileSchema).max(390_000),
});
export type BackupContents = Readonly<z.infer<typeof contentsSchema>>;

/** The lists of an agency file that are counted; the agency itself counts as a list of one. */
const countedLists = ['sites', 'teams', 'people', 'vendors', 'evidence', 'documents', 'exclusionChecks', 'acknowledgements', 'decisions', 'listVersions', 'monthRecords', 'agencyRecords', 'audit'] as const;

/**
 * Count and digest of every list of a record: two records with the same digests are the same, in the same order. General parts only: a
 * note that the medical right opens is left out on both sides, whether or not it could be read.
 */
export function listDigestsOf(file: AgencyFile): ListDigests {
  const lists: readonly (readonly [string, readonly unknown[]])[] = [['agency', [file.agency]], ...countedLists.map((name) => [name, file[name] ?? []] as const)];
  return Object.fromEntries(lists.map(([name, records]) => [name, { count: records.length, sha256: digestOf(records.map((record) => partsOf(name, record).general)) }]));
}

/** The record without what only the medical right opens. */
export const withoutMedical = (file: AgencyFile): AgencyFile => ({ ...file, evidence: file.evidence.map((each) => partsOf('evidence', each).general as AgencyFile['evidence'][number]) });

/** The lists in which two records differ, by name; empty where they are the same. */
export const differingLists = (ours: ListDigests, theirs: ListDigests): readonly string[] =>
  [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].filter((name) => ours[name]?.count !== theirs[name]?.count || ours[name]?.sha256 !== theirs[name]?.sha256);

/** Medical parts as they are sealed in their rows, base64, by list and record id. They are carried, never opened. */
export const sealedMedicalSchema = z.record(z.string().max(40), z.record(idSchema, z.base64()));
export type SealedMedical = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Count and digest of the sealed medical parts. */
export const medicalDigestOf = (medical: SealedMedical): ListDigest => ({
  count: Object.values(medical).reduce((sum, list) => sum + Object.keys(list).length, 0),
  sha256: digestOf(medical),
});
