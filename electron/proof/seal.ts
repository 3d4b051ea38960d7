import type { PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import { manifestName, type Manifest, type ManifestPage, type SideManifest, type SignedManifest } from '../../shared/proof/manifest.ts';
import { sealLine } from '../../shared/proof/seal-line.ts';
import { documentDigests } from './page-digest.ts';
import { protect, type Protection } from './protect.ts';
import type { Signer } from './signer.ts';

/** What the maker of a file says of it; what is on its pages is read from the pages themselves. */
export type ProofFacts = Omit<Manifest, 'pages' | 'rest' | 'publicKey'> & { readonly pages: readonly Omit<ManifestPage, 'sha256' | 'links'>[] };

/** The bytes of a proven file, one piece behind the other: a large binder is not held once more to put a line behind it. */
export type ProvenPieces = { readonly pieces: readonly Uint8Array[]; readonly length: number; readonly signed: SignedManifest; readonly sha256: string };

export type Proven = {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly signed: SignedManifest;
  /** Of `bytes`. */
  readonly sha256: string;
};

/** How every file is saved. Nothing else waits in the process that binds: pauses after every few objects would only make it slower. */
export const savedWhole = { useObjectStreams: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY } as const;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What a signature over a manifest is over. */
export const manifestMessage = (manifest: Manifest): Uint8Array => utf8(canonicalJson(manifest));

/**
 * Ends a document: reads what is on every page, signs and embeds the manifest, saves, and signs all bytes in a line behind them. Nothing may be
 * drawn afterwards. The same document, facts and key give the same bytes, unless it gets a password.
 */
export async function provenPieces(out: PDFDocument, facts: ProofFacts, signer: Signer | null, protection?: Protection): Promise<ProvenPieces> {
  // What is attached or embedded only on saving counts too.
  await out.flush();
  const digests = documentDigests(out);
  const drawn = digests.pages();
  if (drawn.length !== facts.pages.length) throw new Error(`the manifest tells of ${facts.pages.length} pages, the document has ${drawn.length}`);
  const manifest: Manifest = {
    ...facts,
    pages: facts.pages.map((page, index) => {
      const digest = drawn[index];
      if (digest === undefined) throw new Error('every page was read');
      return { ...page, sha256: digest.sha256, ...(digest.links === null ? {} : { links: digest.links }) };
    }),
    rest: digests.rest(),
    publicKey: signer === null ? null : hex(signer.publicKey),
  };
  const signed: SignedManifest = { manifest, signature: signer === null ? null : hex(signer.sign(manifestMessage(manifest))) };
  const when = new Date(facts.generatedAt);
  await out.attach(utf8(canonicalJson(signed)), manifestName, {
    mimeType: 'application/json', description: 'What this file was made of and what is on every page, signed', creationDate: when, modificationDate: when,
  });
  if (protection !== undefined) {
    // Embedded on saving otherwise, after the strings were encrypted.
    await out.flush();
    protect(out, protection);
  }
  const saved = await out.save(savedWhole);
  const hash = createHash('sha256').update(saved);
  if (signer === null) return { pieces: [saved], length: saved.length, signed, sha256: hash.digest('hex') };
  const line = utf8(sealLine(hex(signer.sign(hash.copy().digest())), hex(signer.publicKey)));
  return { pieces: [saved, line], length: saved.length + line.length, signed, sha256: hash.update(line).digest('hex') };
}

/** The same, its bytes put together. */
export async function finishProof(out: PDFDocument, facts: ProofFacts, signer: Signer | null, protection?: Protection): Promise<Proven> {
  const { pieces, length, signed, sha256 } = await provenPieces(out, facts, signer, protection);
  return { bytes: new Uint8Array(Buffer.concat(pieces)), length, signed, sha256 };
}

/** What lies beside a PDF as `NAME.manifest.json`, as text. `name`: of the PDF. */
export function sideManifestText(name: string, { length, signed, sha256 }: Pick<ProvenPieces, 'length' | 'signed' | 'sha256'>): string {
  const side: SideManifest = { ...signed, file: { name, sha256, bytes: length } };
  return `${JSON.stringify(side, null, 1)}\n`;
}
