import { z } from 'zod';
import { digestSchema, idSchema, instantSchema, recordedShape, textSchema, type Readonlyed } from './schema.ts';

/** Pages as printed in a dialog: `3-5` or `1,4-6`, counted from 1. */
const pagesSchema = z.string().regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/, { error: 'expected pages such as 3-5 or 1,4-6' });

/** A reference to a document, or to some pages of it: agencies scan a whole paper file as one PDF. */
export const docRefSchema = z.strictObject({
  id: idSchema,
  /** Absent means all. */
  pages: pagesSchema.exactOptional(),
});

/** Pages that lie on their side or head: turned by so many degrees clockwise, besides what the file itself says. */
const turnSchema = z.strictObject({ pages: pagesSchema, degrees: z.union([z.literal(90), z.literal(180), z.literal(270)]) });

/** What a recipient may have no business reading on a page. */
export const markKinds = ['birth-date', 'address', 'identifier', 'other'] as const;
export type MarkKind = (typeof markKinds)[number];

const share = z.number().min(0).max(1);

/** An area of a page that is taken out for recipients who must not read it. Shares of the page as the file shows it, before any `turns`, from its top left corner. */
const markSchema = z.strictObject({ page: z.int().positive(), left: share, top: share, width: share, height: share, what: z.enum(markKinds) });

/** Papers that are kept apart from the personnel file and stay out of binders unless a recipient is to have them. */
export const apartKinds = ['i-9', 'payroll', 'health', 'equal-opportunity', 'social-security'] as const;
export type ApartKind = (typeof apartKinds)[number];

/** The files that were handed in where the stored one was made from them: photographs put together, a file that had a password, or a scan whose pages belong to different vaults. */
const madeFromSchema = z.strictObject({
  how: z.enum(['photographs', 'unlocked', 'parted']),
  files: z.array(z.strictObject({ name: textSchema, sha256: digestSchema, bytes: z.int().nonnegative() })).min(1),
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
  turns: z.array(turnSchema).exactOptional(),
  marks: z.array(markSchema).exactOptional(),
  /** Pages a person looked over for what has to be marked; of the others nobody knows, unless they have a text to search. */
  lookedOver: pagesSchema.exactOptional(),
  apart: z.enum(apartKinds).exactOptional(),
  madeFrom: madeFromSchema.exactOptional(),
  /** It was misfiled and destroyed: what was known of it is blanked, and only that it was here, when it went and why stays. */
  purgedAt: instantSchema.exactOptional(),
  purgedReason: textSchema.exactOptional(),
  ...recordedShape,
});

/** What may be changed about a document; what is not named stays. An empty list, or null, takes it away. */
export const documentAmendmentSchema = z.strictObject({
  name: textSchema.exactOptional(),
  pages: z.int().nonnegative().exactOptional(),
  turns: z.array(turnSchema).exactOptional(),
  marks: z.array(markSchema).exactOptional(),
  lookedOver: pagesSchema.nullable().exactOptional(),
  apart: z.enum(apartKinds).nullable().exactOptional(),
});

export type DocRef = Readonlyed<z.infer<typeof docRefSchema>>;
export type PageTurn = Readonlyed<z.infer<typeof turnSchema>>;
export type PageMark = Readonlyed<z.infer<typeof markSchema>>;
export type DocumentAmendment = Readonlyed<z.infer<typeof documentAmendmentSchema>>;
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

/** A document after an amendment. Its bytes, digest and vault never change. */
export function amendedDocument(document: DocumentRecord, amendment: DocumentAmendment): DocumentRecord {
  const { turns, marks, lookedOver, apart, ...rest } = document;
  const { name, pages } = amendment;
  const [nextTurns, nextMarks] = [amendment.turns ?? turns ?? [], amendment.marks ?? marks ?? []];
  const nextLooked = amendment.lookedOver === undefined ? lookedOver : amendment.lookedOver;
  const nextApart = amendment.apart === undefined ? apart : amendment.apart;
  return {
    ...rest,
    ...(name !== undefined && { name }),
    ...(pages !== undefined && { pages }),
    ...(nextTurns.length > 0 && { turns: nextTurns }),
    ...(nextMarks.length > 0 && { marks: nextMarks }),
    ...(nextLooked != null && { lookedOver: nextLooked }),
    ...(nextApart != null && { apart: nextApart }),
  };
}
