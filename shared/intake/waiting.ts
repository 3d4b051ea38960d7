import { z } from 'zod';
import { emptyDraft, type EvidenceDraft } from '../agenda/evidence-draft.ts';
import type { EvidenceDateField } from '../agenda/evidence-fields.ts';
import type { AgencyFile } from '../agency-file/schema.ts';
import type { CivilDate } from '../civil-date.ts';
import { apartKinds, documentSchema, type ApartKind } from '../model/document.ts';
import { evidenceKinds, evidenceResults, medicalKinds, type EvidenceKind } from '../model/evidence.ts';
import { dateSchema, digestSchema, idSchema, instantSchema, textSchema, type Readonlyed } from '../model/schema.ts';
import type { Confidence } from './confidence.ts';
import type { PaperProposal } from './propose.ts';
import type { ScannedPart } from './split.ts';
import { pagesText } from '../documents/page-ranges.ts';

const confidence = z.enum(['sure', 'likely', 'open']);
const paper = z.strictObject({ kind: z.enum(evidenceKinds), category: z.string().nullable(), apart: z.enum(apartKinds).nullable() });
const fact = z.strictObject({ value: dateSchema.nullable(), confidence, why: z.string() });
const proposalSchema = z.strictObject({
  person: z.strictObject({ personId: z.string().nullable(), confidence, why: z.string(), candidates: z.array(z.string()) }),
  kind: z.strictObject({ paper: paper.nullable(), parts: z.array(z.string()), confidence, why: z.string(), candidates: z.array(paper) }),
  dates: z.strictObject({ requestedOn: fact.exactOptional(), performedOn: fact.exactOptional(), resultOn: fact.exactOptional(), issuedOn: fact.exactOptional(), expiresOn: fact.exactOptional() }),
  result: z.strictObject({ value: z.enum(evidenceResults).nullable(), confidence, why: z.string() }),
  hours: z.string().nullable(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
});

const itemSchema = z.strictObject({
  id: idSchema,
  /** Absent means all pages of the file. */
  pages: z.string().exactOptional(),
  proposal: proposalSchema,
  /** The evidence it was filed as; it counts while that stands on the record. */
  filedAs: idSchema.exactOptional(),
  /** Put off: it comes after the others. */
  skipped: z.literal(true).exactOptional(),
});

const waitingFileSchema = z.strictObject({
  /** Also the id its document gets. */
  id: idSchema,
  sha256: digestSchema,
  /** Of the bytes as handed in, where they are not what is kept: by it the file is known again. */
  handedIn: digestSchema,
  name: textSchema,
  mediaType: textSchema,
  bytes: z.int().nonnegative(),
  /** 0 where it has none to show. */
  pages: z.int().nonnegative(),
  vault: z.enum(['personnel', 'medical']),
  from: z.enum(['dropped', 'folder', 'photographs', 'parted']),
  madeFrom: documentSchema.shape.madeFrom,
  takenAt: instantSchema,
  takenBy: z.string().exactOptional(),
  notes: z.array(z.string()),
  items: z.array(itemSchema),
});

/** One paper of a waiting file, as it waits to be confirmed. */
export type WaitingItem = Readonlyed<z.infer<typeof itemSchema>>;
/** A file at the intake desk: its bytes lie sealed in the document store, nothing of it is on record. */
export type WaitingFile = Readonlyed<z.infer<typeof waitingFileSchema>>;

const blankProposal: PaperProposal = {
  person: { personId: null, confidence: 'open', why: 'Not read yet', candidates: [] },
  kind: { paper: null, parts: [], confidence: 'open', why: 'Not read yet', candidates: [] },
  dates: {}, result: { value: null, confidence: 'open', why: '' }, hours: null, issuer: null, number: null,
};

/** A kept row as a waiting file; where only its proposals cannot be read it waits without them, since no file is to be lost; null where nothing names the bytes. */
export function readWaitingFile(row: unknown): WaitingFile | null {
  const whole = waitingFileSchema.safeParse(row);
  if (whole.success) return whole.data;
  const bare = z.object({ id: idSchema, sha256: digestSchema, name: textSchema, mediaType: textSchema, bytes: z.int().nonnegative(), vault: z.enum(['personnel', 'medical']), takenAt: instantSchema }).safeParse(row);
  if (!bare.success) return null;
  return { ...bare.data, handedIn: bare.data.sha256, pages: 0, from: 'dropped', notes: [], items: [{ id: `${bare.data.id}-1`, proposal: blankProposal }] };
}

/** Papers that are health records: their documents lie in the medical vault. */
export const isMedicalPaper = (kind: EvidenceKind | null, apart: ApartKind | null): boolean => (kind !== null && medicalKinds.includes(kind)) || apart === 'health';
/** The vault of a paper; papers of no kind yet are ordinary. */
export const vaultOf = (item: WaitingItem): 'personnel' | 'medical' => (isMedicalPaper(item.proposal.kind.paper?.kind ?? null, item.proposal.kind.paper?.apart ?? null) ? 'medical' : 'personnel');

/** What the form of an item begins with: every proposal that was read, none that was left open. */
export function draftOf(proposal: PaperProposal, kind: EvidenceKind): EvidenceDraft {
  const empty = emptyDraft(kind);
  if (proposal.kind.paper?.kind !== kind) return empty;
  const dates: { [Field in EvidenceDateField]?: CivilDate } = {};
  for (const field of ['requestedOn', 'performedOn', 'resultOn', 'issuedOn', 'expiresOn'] as const) {
    const value = proposal.dates[field]?.value;
    if (value != null) dates[field] = value;
  }
  return {
    ...empty,
    dates,
    parts: proposal.kind.parts,
    result: proposal.result.value,
    hours: proposal.hours ?? '',
    issuer: proposal.issuer ?? '',
    category: proposal.kind.paper.category ?? '',
    note: proposal.number === null ? '' : `Number ${proposal.number}`,
  };
}

/** Whether an item is on record: its evidence stands. Taken back, it waits again. */
export const isFiled = (item: WaitingItem, file: Pick<AgencyFile, 'evidence'>): boolean =>
  item.filedAs !== undefined && file.evidence.some((each) => each.id === item.filedAs && each.retractedAt === undefined);

export type QueueLine = { readonly file: WaitingFile; readonly item: WaitingItem; readonly place: number; readonly of: number };

/** What waits, in the order in which it came; what was put off stands last. */
export function queueOf(files: readonly WaitingFile[], record: Pick<AgencyFile, 'evidence'>): readonly QueueLine[] {
  const filed = new Set(record.evidence.filter((each) => each.retractedAt === undefined).map((each) => each.id));
  const lines = files.flatMap((file) => file.items.flatMap((item, at) => (item.filedAs !== undefined && filed.has(item.filedAs) ? [] : [{ file, item, place: at + 1, of: file.items.length }])));
  return [...lines.filter(({ item }) => item.skipped !== true), ...lines.filter(({ item }) => item.skipped === true)];
}

/** The documents a digest or its handed-in original is already kept as, purged ones left out. */
export const alreadyKept = (record: Pick<AgencyFile, 'documents'>, digests: readonly string[]) =>
  (record.documents ?? []).filter((document) => document.purgedAt === undefined && (digests.includes(document.sha256) || (document.madeFrom?.files ?? []).some((each) => digests.includes(each.sha256))));

/** The items a division makes of a file. */
export const itemsOf = (parts: readonly ScannedPart[], pages: number, propose: (part: ScannedPart) => PaperProposal, newId: () => string): readonly WaitingItem[] =>
  parts.map((part) => ({ id: newId(), proposal: propose(part), ...(part.pages.length < pages && { pages: pagesText(part.pages) }) }));

/** Why pages of one file cannot lie in one document, and which: medical ones belong to the medical vault, papers kept apart to files of their own. */
export type Class = 'personnel' | 'medical' | ApartKind;
export function classOf(kind: EvidenceKind | null, apart: ApartKind | null): Class {
  if (isMedicalPaper(kind, apart)) return 'medical';
  return apart ?? 'personnel';
}

export const classWords: Readonly<Record<Class, string>> = {
  personnel: 'personnel file', medical: 'medical vault', 'i-9': 'Form I-9, kept apart', payroll: 'payroll, kept apart', health: 'medical vault', 'equal-opportunity': 'equal opportunity form, kept apart', 'social-security': 'Social Security card, kept apart',
};

export const confidenceOf = (item: WaitingItem): Confidence => {
  const { person, kind } = item.proposal;
  if (person.confidence === 'open' || kind.confidence === 'open') return 'open';
  return person.confidence === 'sure' && kind.confidence === 'sure' ? 'sure' : 'likely';
};
