import { EncryptedPDFError, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { fingerprintOf, demonstrationPublicKey } from '../../shared/proof/key-words.ts';
import { manifestName, sideManifestSchema, signedManifestSchema, type Manifest, type SideManifest, type SignedManifest } from '../../shared/proof/manifest.ts';
import { readSeal, sealMark } from '../../shared/proof/seal-line.ts';
import { isSoundCode, type PdfFinding, type PdfFindingCode, type PdfStanding, type PdfVerdict } from '../../shared/proof/verdict.ts';
import { documentDigests, namesIn } from './page-digest.ts';
import { comparePages, type PageChange } from './page-changes.ts';
import { manifestMessage } from './seal.ts';
import { isSignedBy } from './signer.ts';

export type VerifyOptions = {
  readonly password?: string;
  /** The text of `NAME.manifest.json`, where there is one. */
  readonly side?: string;
  /** Fingerprint of the key that is expected, 64 hexadecimal digits. */
  readonly key?: string;
  /** SHA-256 of every file the agency's record or log names. */
  readonly logged?: ReadonlySet<string>;
};

/** What the end of the file says of its bytes. `appended`: the seal is genuine, and something follows it. */
type Seal = { readonly state: 'good' | 'broken' | 'appended'; readonly publicKey: string } | { readonly state: 'missing' };

type Opened = { readonly doc: PDFDocument } | { readonly fault: 'encrypted' | 'wrong-password' | 'damaged'; readonly detail?: string };

const mostManifest = 64 * 2 ** 20;

/**
 * Says whether a PDF is as Muster signed it, and where it is not. Answers of any bytes at all; never throws for what a file holds.
 * Where the seal of the whole file fits, its pages need not be read one by one.
 */
export async function verifyPdf(bytes: Uint8Array, options: VerifyOptions = {}): Promise<PdfVerdict> {
  const { seal, sha256 } = sealOf(bytes);
  const found: PdfFinding[] = [];
  const note = (code: PdfFindingCode, more: Omit<PdfFinding, 'code'> = {}): void => void found.push({ code, ...more });
  const answer = (standing: PdfStanding, rest: Partial<Pick<PdfVerdict, 'pages' | 'key' | 'made'>> = {}): PdfVerdict => ({
    standing, sha256, bytes: bytes.length, pages: null, key: null, made: null, ...rest, findings: found,
  });
  if (!isPdf(bytes)) {
    note('not-a-pdf');
    return answer('unreadable');
  }
  const opened = await opening(bytes, options.password);
  const side = sideOf(options.side);
  if ('fault' in opened && opened.fault === 'damaged') {
    if (seal.state !== 'missing') note(seal.state === 'good' ? 'sealed' : seal.state === 'appended' ? 'appended' : 'seal-broken', seal.state === 'good' ? { detail: fingerprintOf(seal.publicKey) } : {});
    note('damaged', opened.detail === undefined ? {} : { detail: opened.detail });
    return answer(seal.state === 'missing' ? 'unreadable' : 'altered');
  }
  if ('fault' in opened && opened.fault === 'wrong-password') note('wrong-password');
  const doc = 'doc' in opened ? opened.doc : null;
  const embedded = doc === null ? null : embeddedManifest(doc);
  if (seal.state === 'missing' && side === null && embedded === null && doc !== null) {
    note('not-muster');
    return answer('not-muster', { pages: doc.getPageCount() });
  }

  // The whole file.
  if (seal.state === 'good') note('sealed', { detail: fingerprintOf(seal.publicKey) });
  if (seal.state === 'broken') note('seal-broken');
  if (seal.state === 'appended') note('appended');

  // What it says of itself: the embedded manifest, or the one beside it where that is the one with the key asked for.
  const genuineSide = side !== null && side !== 'damaged' && isGenuine(side) ? side : null;
  const genuineInside = embedded !== null && embedded !== 'damaged' && isGenuine(embedded) ? embedded : null;
  const isAsked = (signed: SignedManifest | null): boolean => signed?.manifest.publicKey != null && fingerprintOf(signed.manifest.publicKey) === options.key;
  const believed = genuineInside !== null && (options.key === undefined || isAsked(genuineInside) || !isAsked(genuineSide)) ? genuineInside : (genuineSide ?? genuineInside);
  if (doc !== null) {
    if (embedded === null) note('manifest-missing');
    else if (genuineInside === null) note('manifest-changed');
  }
  const manifestKey = believed?.manifest.publicKey ?? null;
  const unsigned = believed !== null && manifestKey === null;
  if (unsigned) note('not-signed');
  else if (seal.state === 'missing' && believed !== null) note('seal-missing');
  if (seal.state !== 'missing' && genuineInside !== null && genuineInside.manifest.publicKey !== seal.publicKey) note('keys-differ', { detail: fingerprintOf(seal.publicKey) });

  // Its pages, where the bytes as a whole do not speak for them already.
  const wholeSpeaks = seal.state === 'good' && (doc === null || (genuineInside !== null && genuineInside.manifest.publicKey === seal.publicKey && believed === genuineInside));
  let pages = doc?.getPageCount() ?? believed?.manifest.pages.length ?? null;
  if (doc !== null && believed !== null && !wholeSpeaks) {
    try {
      const before = found.length;
      comparedWith(believed.manifest, doc, found);
      if (found.length === before) note(unsigned || seal.state === 'appended' || found.some(({ code }) => code === 'keys-differ' || code === 'manifest-changed') ? 'pages-as-sealed' : 'saved-again');
    } catch (error) {
      note('damaged', { detail: error instanceof Error ? error.message : 'unknown' });
      pages = null;
    }
  }
  if (doc === null && !found.some(({ code }) => code === 'wrong-password')) note('encrypted');

  // Whose it is.
  const key = seal.state === 'good' || seal.state === 'appended' ? fingerprintOf(seal.publicKey) : manifestKey === null ? null : fingerprintOf(manifestKey);
  const keys = [...new Set([seal.state === 'missing' || seal.state === 'broken' ? null : seal.publicKey, genuineInside?.manifest.publicKey ?? null].flatMap((each) => (each === null ? [] : [fingerprintOf(each)])))];
  const stranger = options.key === undefined ? undefined : keys.find((each) => each !== options.key);
  if (stranger !== undefined) note('other-key', { detail: stranger });
  else if (options.key !== undefined && keys.length > 0) note('key-as-asked');
  if (keys.includes(fingerprintOf(demonstrationPublicKey))) note('demonstration-key');
  if (side === 'damaged' || (side !== null && genuineSide === null)) note('side-damaged');
  else if (genuineSide !== null) note(genuineSide.file.sha256 === sha256 && (genuineSide.manifest.publicKey === manifestKey || doc === null) ? 'side-fits' : 'side-differs');
  if (options.logged !== undefined) note(options.logged.has(sha256) ? 'logged' : 'not-logged');
  return answer(standingOf(found, seal), { pages: pages === 0 ? null : pages, key, made: believed === null ? null : madeOf(believed.manifest) });
}

function standingOf(found: readonly PdfFinding[], seal: Seal): PdfStanding {
  const broken = found.filter(({ code }) => !isSoundCode(code)).map(({ code }) => code);
  if (broken.length === 0) return seal.state === 'good' ? 'unaltered' : 'unsigned';
  if (broken.every((code) => code === 'wrong-password')) return 'unreadable';
  if (broken.every((code) => code === 'not-logged')) return 'not-logged';
  if (broken.every((code) => code === 'not-signed' || code === 'not-logged')) return 'unsigned';
  return broken.every((code) => code === 'other-key' || code === 'side-differs' || code === 'not-logged') && broken.includes('other-key') ? 'other-key' : 'altered';
}

const madeOf = ({ kind, agency, title, recipient, asOf, knownAt, generatedAt }: Manifest): PdfVerdict['made'] => ({ kind, agency: agency.name, title, recipient, asOf, knownAt, generatedAt });

/** A reader looks for the beginning within the first kilobyte. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');

/** The last seal in the file, and the digest of all of it: every byte is read once. */
function sealOf(bytes: Uint8Array): { readonly seal: Seal; readonly sha256: string } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = buffer.lastIndexOf(sealMark);
  const read = at === -1 ? null : readSeal(buffer.toString('latin1', at, at + 512));
  const hash = createHash('sha256').update(buffer.subarray(0, read === null ? buffer.length : at));
  if (read === null) return { seal: { state: 'missing' }, sha256: hash.digest('hex') };
  const isSigned = isSignedBy(read.publicKey, read.signature, hash.copy().digest());
  const sha256 = hash.update(buffer.subarray(at)).digest('hex');
  return { sha256, seal: { state: !isSigned ? 'broken' : at + read.length === buffer.length ? 'good' : 'appended', publicKey: read.publicKey } };
}

async function opening(bytes: Uint8Array, password: string | undefined): Promise<Opened> {
  try {
    const doc = await PDFDocument.load(bytes, { updateMetadata: false, ...(password === undefined ? {} : { password }) });
    // A file that was cut off is read as one without pages.
    return doc.getPageCount() > 0 ? { doc } : { fault: 'damaged', detail: 'it has no pages' };
  } catch (error) {
    if (error instanceof EncryptedPDFError) return { fault: 'encrypted' };
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 160) : 'unknown';
    if (/password/i.test(detail)) return { fault: 'wrong-password' };
    return { fault: 'damaged', detail };
  }
}

function embeddedManifest(doc: PDFDocument): SignedManifest | 'damaged' | null {
  try {
    const names = doc.catalog.lookup(PDFName.of('Names'));
    const files = names instanceof PDFDict ? namesIn(names.lookup(PDFName.of('EmbeddedFiles'))) : [];
    const entry = files.find(([name]) => name === manifestName)?.[1];
    if (entry === undefined) return null;
    const spec = doc.context.lookup(entry);
    const inner = spec instanceof PDFDict ? spec.lookup(PDFName.of('EF')) : undefined;
    const stream = inner instanceof PDFDict ? inner.lookup(PDFName.of('F')) : undefined;
    if (!(stream instanceof PDFRawStream)) return 'damaged';
    const bytes = decodePDFRawStream(stream).decode();
    if (bytes.length > mostManifest) return 'damaged';
    return signedManifestSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data ?? 'damaged';
  } catch {
    return 'damaged';
  }
}

function sideOf(text: string | undefined): SideManifest | 'damaged' | null {
  if (text === undefined) return null;
  try {
    return sideManifestSchema.safeParse(JSON.parse(text)).data ?? 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Its signature fits, or it says itself that it has none. */
function isGenuine({ manifest, signature }: SignedManifest): boolean {
  if (manifest.publicKey === null || signature === null) return manifest.publicKey === null && signature === null;
  return isSignedBy(manifest.publicKey, signature, manifestMessage(manifest));
}

/** Every page, link, bookmark and attached file against the manifest. */
function comparedWith(manifest: Manifest, doc: PDFDocument, found: PdfFinding[]): void {
  const digests = documentDigests(doc);
  const drawn = digests.pages();
  const { changes, sealedAt } = comparePages(manifest.pages.map(({ sha256 }) => sha256), drawn.map(({ sha256 }) => sha256));
  const told = (sealed: number): Pick<PdfFinding, 'page' | 'exhibit' | 'person'> => whereIn(manifest, sealed);
  // As printed on them: a part of a binder does not begin with page 1.
  const before = (manifest.pages[0]?.page ?? 1) - 1;
  for (const change of changes) found.push(findingOf(change, told, before));
  // A page that is not there any more takes the links and bookmarks that led to it along.
  if (changes.some(({ kind }) => kind === 'missing')) {
    restCompared(manifest, digests.rest(), found, ['attachments', 'information']);
    return;
  }
  const refs = new Map(doc.getPages().map((page, at) => [page.ref, sealedAt[at] ?? null] as const));
  const numbers = (ref: PDFRef): number | null => {
    const sealed = refs.get(ref) ?? null;
    return sealed === null ? null : sealed + 1;
  };
  const changed = new Set(changes.flatMap((change) => (change.kind === 'changed' ? [change.now] : [])));
  digests.pages(numbers).forEach(({ links }, at) => {
    const sealed = sealedAt[at] ?? null;
    if (sealed === null || changed.has(at)) return;
    if ((manifest.pages[sealed]?.links ?? null) !== links) found.push({ code: 'links-changed', ...told(sealed) });
  });
  restCompared(manifest, digests.rest(numbers), found, ['bookmarks', 'attachments', 'information', 'behaviour']);
}

function restCompared({ rest }: Manifest, now: Manifest['rest'], found: PdfFinding[], parts: readonly (keyof Manifest['rest'])[]): void {
  for (const part of parts) if (rest[part] !== now[part]) found.push({ code: `${part}-changed` });
}

function findingOf(change: PageChange, told: (sealed: number) => Pick<PdfFinding, 'page' | 'exhibit' | 'person'>, before: number): PdfFinding {
  switch (change.kind) {
    case 'changed':
    case 'moved':
      return { code: `page-${change.kind}`, ...told(change.sealed), at: before + change.now + 1 };
    case 'missing':
      return { code: 'page-missing', ...told(change.sealed) };
    case 'added':
      return { code: 'page-added', at: before + change.now + 1 };
    case 'copied':
      return { code: 'page-copied', page: before + change.sealed + 1, at: before + change.now + 1 };
  }
}

/** Which page of the file it was, and of which exhibit of whom. */
function whereIn({ pages, exhibits, people }: Manifest, sealed: number): Pick<PdfFinding, 'page' | 'exhibit' | 'person'> {
  const { exhibit, page = sealed + 1 } = pages[sealed] ?? {};
  const whose = exhibits.find((each) => each.exhibit === exhibit && each.from <= page && page <= each.to) ?? exhibits.find((each) => each.exhibit === exhibit);
  const person = people.length === 1 ? people[0] : people.find(({ personId }) => personId === whose?.personId);
  return { page, ...(exhibit === undefined ? {} : { exhibit }), ...(person === undefined ? {} : { person: person.name }) };
}
