import { z } from 'zod';
import type { CivilMonth } from '../civil-date.ts';
import { docRefSchema } from './document.ts';
import { nameKinds } from './person.ts';
import { dateSchema, digestSchema, idSchema, monthSchema, recordedShape, textSchema, type Readonlyed } from './schema.ts';

export const exclusionLists = [
  'oig-leie', 'la-adverse-actions', 'sam', 'nc-excluded-providers', 'nc-hcpr', 'la-cna-registry', 'la-dsw-registry',
] as const;
export type ExclusionList = (typeof exclusionLists)[number];

export const exclusionListWords: Readonly<Record<ExclusionList, { readonly long: string; readonly short: string }>> = {
  'oig-leie': { long: 'OIG List of Excluded Individuals and Entities', short: 'OIG LEIE' },
  'la-adverse-actions': { long: 'Louisiana State Adverse Actions list', short: 'LDH' },
  sam: { long: 'SAM.gov exclusions', short: 'SAM' },
  'nc-excluded-providers': { long: 'NC State Excluded Provider List', short: 'NC list' },
  'nc-hcpr': { long: 'NC Health Care Personnel Registry', short: 'HCPR' },
  'la-cna-registry': { long: 'Louisiana CNA registry', short: 'CNA' },
  'la-dsw-registry': { long: 'Louisiana DSW registry', short: 'DSW' },
};

export const checkOutcomes = ['clear', 'possible', 'confirmed', 'unable'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

export const decisionVerdicts = ['not-the-person', 'the-person', 'unable'] as const;
export type DecisionVerdict = (typeof decisionVerdicts)[number];

/** How sure a match is: strong and possible are decided by a person, weak is kept in the log, none is no match. */
export const matchTiers = ['strong', 'possible', 'weak', 'none'] as const;
export type MatchTier = (typeof matchTiers)[number];

/** Who was searched for, as they were known on that day: what a decision is keyed to, and what a replay searches again. */
export const searchIdentitySchema = z.strictObject({
  /** A person's names; a vendor who may be an individual has them too. */
  names: z.array(z.strictObject({
    kind: z.enum(nameKinds),
    given: z.string(),
    middle: z.string().exactOptional(),
    family: z.string(),
    suffix: z.string().exactOptional(),
  })),
  /** A vendor's names as businesses; empty for a person. */
  businessNames: z.array(z.string()),
  birthDate: dateSchema.exactOptional(),
  npi: z.string().exactOptional(),
  /** Two-letter states the subject works in. */
  states: z.array(z.string()),
});

/** A row of a list as it was found, column by column under the list's own heads. */
const listRecordSchema = z.record(z.string(), z.string());

/** What a search of a whole list on this machine found. */
export const searchSchema = z.strictObject({
  /** The version of the matching that searched: the same engine, list and identity give the same finding. */
  engine: textSchema,
  listVersionId: idSchema.exactOptional(),
  identity: searchIdentitySchema,
  tier: z.enum(matchTiers),
  candidates: z.array(z.strictObject({
    /** Row of the file as a person counts it; the header is row 1. */
    row: z.int().positive(),
    /** SHA-256 of what the row says, whatever its place and punctuation. */
    digest: digestSchema,
    tier: z.enum(['strong', 'possible', 'weak']),
    score: z.int(),
    record: listRecordSchema,
    /** An earlier decision about the same identity and the same row, which still holds. */
    decisionId: idSchema.exactOptional(),
  })),
  /** Without a candidate: the row that came nearest. */
  nearest: z.strictObject({ row: z.int().positive(), score: z.int(), why: z.string() }).exactOptional(),
});

export const exclusionCheckSchema = z.strictObject({
  id: idSchema,
  personId: idSchema.exactOptional(),
  vendorId: idSchema.exactOptional(),
  list: z.enum(exclusionLists),
  checkedOn: dateSchema,
  method: z.enum(['whole-list', 'website']),
  listVersion: z
    .strictObject({ name: textSchema, sha256: textSchema, rows: z.int().nonnegative(), newestAction: dateSchema.exactOptional() })
    .exactOptional(),
  namesSearched: z.array(z.string()).exactOptional(),
  outcome: z.enum(checkOutcomes),
  search: searchSchema.exactOptional(),
  documents: z.array(docRefSchema).exactOptional(),
  decisionId: idSchema.exactOptional(),
  ...recordedShape,
});

export const decisionSchema = z.strictObject({
  id: idSchema,
  personId: idSchema.exactOptional(),
  vendorId: idSchema.exactOptional(),
  list: z.enum(exclusionLists),
  checkId: idSchema.exactOptional(),
  /** The row decided about, by the digest of a candidate; absent, the decision speaks of the whole check. */
  rowDigest: z.string().exactOptional(),
  verdict: z.enum(decisionVerdicts),
  decidedOn: dateSchema,
  reason: textSchema,
  ssnVerified: z.boolean().exactOptional(),
  /** What was compared, in words: "birth date", "middle name", "SSN on the OIG site". */
  compared: z.array(textSchema).exactOptional(),
  /** Unable to determine: what was asked of the list's office, and the affidavit. */
  asked: z.string().exactOptional(),
  /** The person: when, to whom and how the exclusion was reported. A later decision on the same row may add it. */
  reported: z.strictObject({ on: dateSchema, to: textSchema, how: textSchema }).exactOptional(),
  /** What was decided about: while neither changes the decision holds, and when one does the difference is shown. */
  identity: searchIdentitySchema.exactOptional(),
  record: listRecordSchema.exactOptional(),
  documents: z.array(docRefSchema).exactOptional(),
  ...recordedShape,
});

/** What a file of a list holds: everyone on it, a month's additions, or those taken off. Only the first proves a search. */
export const listScopes = ['full', 'supplement', 'reinstatements'] as const;
export type ListScope = (typeof listScopes)[number];

/** One version of an exclusion list as it was brought in; never replaced, only followed by a newer one. */
export const listVersionSchema = z.strictObject({
  id: idSchema,
  list: z.enum(exclusionLists),
  /** The file's name. */
  name: textSchema,
  /** Of the file as it came. */
  sha256: digestSchema,
  bytes: z.int().nonnegative(),
  /** Entries, the header not counted. */
  rows: z.int().nonnegative(),
  newestAction: dateSchema.exactOptional(),
  scope: z.enum(listScopes),
  /** When the list was published, where the file or the download says so. */
  publishedOn: dateSchema.exactOptional(),
  /** Lists without a fixed layout: which head stands for which field, as it was confirmed. */
  columns: z.record(z.string(), z.string()).exactOptional(),
  source: z.enum(['file', 'download']),
  /** What was noticed on the way in: fewer rows than before, repaired cells, an old list. */
  warnings: z.array(textSchema).exactOptional(),
  /** Why it was brought in despite a warning that asks. */
  reason: z.string().exactOptional(),
  /** The kept copy, gzip-compressed. */
  documents: z.array(docRefSchema).exactOptional(),
  ...recordedShape,
});

/** A hole a closed month was closed with: somebody who owed a list and was not searched on it. */
export const monthHoleSchema = z.strictObject({
  personId: idSchema.exactOptional(),
  vendorId: idSchema.exactOptional(),
  list: z.enum(exclusionLists),
  reason: textSchema,
});

/** A month of exclusion checks closed, or a note on a closed one. Nothing else changes a month that was closed. */
export const monthRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id: idSchema, kind: z.literal('close'), month: monthSchema, closedOn: dateSchema, holes: z.array(monthHoleSchema), note: z.string().exactOptional(), ...recordedShape }),
  z.strictObject({ id: idSchema, kind: z.literal('note'), month: monthSchema, note: textSchema, ...recordedShape }),
]);

export type SearchIdentity = Readonlyed<z.infer<typeof searchIdentitySchema>>;
export type Search = Readonlyed<z.infer<typeof searchSchema>>;
export type KeptCandidate = Search['candidates'][number];
export type ExclusionCheck = Readonlyed<z.infer<typeof exclusionCheckSchema>>;
export type Decision = Readonlyed<z.infer<typeof decisionSchema>>;
export type ListVersion = Readonlyed<z.infer<typeof listVersionSchema>>;
export type MonthHole = Readonlyed<z.infer<typeof monthHoleSchema>>;
export type MonthRecord = Readonlyed<z.infer<typeof monthRecordSchema>>;
export type MonthClose = Extract<MonthRecord, { readonly kind: 'close' }>;

/** What closed a month, where it is closed. A month is closed once. */
export const closeOf = (records: readonly MonthRecord[], month: CivilMonth): MonthClose | undefined =>
  records.find((record): record is MonthClose => record.kind === 'close' && record.month === month);
