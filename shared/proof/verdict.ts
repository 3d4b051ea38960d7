import { z } from 'zod';
import { dateSchema, digestSchema, instantSchema, textSchema, type Readonlyed } from '../model/schema.ts';
import { countOf, dateWords } from '../wording.ts';
import { fingerprintWords } from './key-words.ts';

/** Everything the verification of a PDF can find; what it means for the file is in `brokenCodes`. */
export const pdfFindingCodes = [
  'sealed', 'pages-as-sealed', 'side-fits', 'key-as-asked', 'logged', 'demonstration-key', 'encrypted',
  'not-a-pdf', 'damaged', 'not-muster', 'wrong-password', 'not-signed', 'seal-missing', 'seal-broken', 'appended', 'saved-again', 'manifest-missing', 'manifest-changed',
  'page-changed', 'page-missing', 'page-added', 'page-copied', 'page-moved', 'links-changed', 'bookmarks-changed', 'attachments-changed', 'information-changed', 'behaviour-changed',
  'other-key', 'keys-differ', 'side-differs', 'side-damaged', 'not-logged',
] as const;
export type PdfFindingCode = (typeof pdfFindingCodes)[number];

/** What speaks for a file, or against nobody. */
const soundCodes: ReadonlySet<PdfFindingCode> = new Set(['sealed', 'pages-as-sealed', 'side-fits', 'key-as-asked', 'logged', 'demonstration-key', 'encrypted']);
export const isSoundCode = (code: PdfFindingCode): boolean => soundCodes.has(code);

const count = z.int().positive();

const pdfFindingSchema = z.strictObject({
  code: z.enum(pdfFindingCodes),
  /** As it was sealed, counted from 1. */
  page: count.exactOptional(),
  /** Where it stands now. */
  at: count.exactOptional(),
  /** `C-1`, and which of its pages. */
  exhibit: textSchema.exactOptional(),
  person: textSchema.exactOptional(),
  /** A fingerprint, or what the reader of the file said. */
  detail: z.string().exactOptional(),
});
export type PdfFinding = Readonlyed<z.infer<typeof pdfFindingSchema>>;

export const pdfStandings = ['unaltered', 'altered', 'other-key', 'unsigned', 'not-logged', 'unreadable', 'not-muster'] as const;
export type PdfStanding = (typeof pdfStandings)[number];

/** What is to be thought of a PDF. Only `unaltered` is good. */
export const pdfVerdictSchema = z.strictObject({
  standing: z.enum(pdfStandings),
  /** SHA-256 and size of the whole file. */
  sha256: digestSchema,
  bytes: z.int().nonnegative(),
  pages: count.nullable(),
  /** Fingerprint of the key that signed it, where the signature is genuine. */
  key: digestSchema.nullable(),
  /** What its signed manifest says of it; null where there is none that can be believed. */
  made: z
    .strictObject({
      kind: z.enum(['binder', 'packet', 'certificate']), agency: textSchema, title: textSchema, recipient: textSchema.nullable(), asOf: dateSchema, knownAt: instantSchema.nullable(), generatedAt: instantSchema,
    })
    .nullable(),
  findings: z.array(pdfFindingSchema),
});
export type PdfVerdict = Readonlyed<z.infer<typeof pdfVerdictSchema>>;

/** The verdict in one sentence. */
export function standingWords({ standing, key, made, pages, findings }: PdfVerdict): string {
  const by = key === null ? '' : ` by ${made === null ? 'the holder of' : `${made.agency},`} key ${fingerprintWords(key.slice(0, 16))} …`;
  switch (standing) {
    case 'unaltered':
      return `Unaltered: ${pages === null ? 'every byte' : countOf(pages, 'page')} as signed${by}.`;
    case 'altered':
      return `Not as it was signed: ${countOf(findings.filter(({ code }) => !isSoundCode(code)).length, 'difference')}.`;
    case 'other-key':
      return 'Signed, but not with the key it was compared with. Whoever made it is not who was asked for.';
    case 'unsigned':
      return 'Not signed: nothing shows who made it or whether it was changed.';
    case 'not-logged':
      return 'Signed and unaltered, but the agency it was compared with has no record of it.';
    case 'unreadable':
      return 'It cannot be read, so nothing can be said of it.';
    case 'not-muster':
      return 'Not a file Muster made, or everything that would prove it was taken out.';
  }
}

function whereWords({ page, exhibit, person }: PdfFinding): string {
  const what = [exhibit === undefined ? '' : `exhibit ${exhibit}`, person ?? ''].filter((part) => part !== '').join(', ');
  return `Page ${page ?? '?'}${what === '' ? '' : ` (${what})`}`;
}

/** One finding as one or two sentences: what is so, and what it means. */
export function pdfFindingWords(finding: PdfFinding): string {
  const { code, at, detail } = finding;
  const where = whereWords(finding);
  switch (code) {
    case 'sealed':
      return `Every byte is as it was signed with key ${fingerprintWords(detail ?? '')}.`;
    case 'pages-as-sealed':
      return 'Every page shows and does what its signed manifest says.';
    case 'side-fits':
      return 'The manifest beside it tells of this very file.';
    case 'key-as-asked':
      return 'It is the key it was compared with.';
    case 'logged':
      return 'The record of the agency names this very file among those it made.';
    case 'demonstration-key':
      return 'The key is the published one of the demo agency: everybody can sign with it, so it proves nothing about a real agency.';
    case 'encrypted':
      return 'It has a password that was not given: its signature was checked, its pages were not read.';
    case 'not-a-pdf':
      return 'It is not a PDF.';
    case 'damaged':
      return `It is damaged or cut off, and cannot be read as a PDF${detail === undefined ? '' : ` (${detail})`}. Ask for the file again.`;
    case 'not-muster':
      return 'It carries neither a manifest nor a seal.';
    case 'wrong-password':
      return 'The password does not open it.';
    case 'not-signed':
      return 'Its manifest is not signed: whoever changes the pages can write it anew.';
    case 'seal-missing':
      return 'The line that signs the whole file is missing from its end: it was saved again by another program, or taken out.';
    case 'seal-broken':
      return 'The signature of the whole file does not fit: bytes were changed after it was signed.';
    case 'appended':
      return 'Something was added behind its end after it was signed. What stands before is as signed, but a viewer shows what was added.';
    case 'saved-again':
      return 'The file was changed although every page, link, bookmark and attached file reads as signed: perhaps saved again by another program. Ask for the original file.';
    case 'manifest-missing':
      return 'Its manifest was taken out.';
    case 'manifest-changed':
      return 'Its manifest was changed: the signature does not fit it any more, so it cannot say which pages were.';
    case 'page-changed':
      return `${where} was changed: it does not show what was signed${at !== undefined && at !== finding.page ? `; it stands at page ${at} now` : ''}.`;
    case 'page-missing':
      return `${where} is missing.`;
    case 'page-added':
      return `Page ${at ?? '?'} was added: it was not there when the file was signed.`;
    case 'page-copied':
      return `Page ${at ?? '?'} was added: it repeats page ${finding.page ?? '?'}.`;
    case 'page-moved':
      return `${where} was moved: it stands at page ${at ?? '?'} now.`;
    case 'links-changed':
      return `${where}: a link leads elsewhere than when it was signed.`;
    case 'bookmarks-changed':
      return 'The bookmarks were changed.';
    case 'attachments-changed':
      return 'The attached files were changed, exchanged, added or taken out.';
    case 'information-changed':
      return 'Title, subject, author or keywords of the file were changed.';
    case 'behaviour-changed':
      return 'What the file does when it is opened, its forms, layers or named places were changed.';
    case 'other-key':
      return `It is signed with another key, ${fingerprintWords(detail ?? '')}, than the one it was compared with.`;
    case 'keys-differ':
      return `The file as a whole is signed with another key, ${fingerprintWords(detail ?? '')}, than its manifest: somebody else signed it anew.`;
    case 'side-differs':
      return 'The manifest beside it tells of another file, or of this one before it was changed.';
    case 'side-damaged':
      return 'The manifest beside it is damaged or was changed: its signature does not fit.';
    case 'not-logged':
      return 'Neither the record nor the log of the agency names this file.';
  }
}

/** What it is and for whom it was made: "binder for Healthy Pelican as of 19 Mar 2026, made 20 Mar 2026". */
export function madeWords({ kind, recipient, asOf, generatedAt }: NonNullable<PdfVerdict['made']>): string {
  const made = generatedAt.slice(0, 10);
  return `${kind}${recipient === null ? '' : ` for ${recipient}`} as of ${dateWords(asOf)}, made ${dateWords(dateSchema.parse(made))}`;
}
