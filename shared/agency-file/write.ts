import { agencyEntry, documentPath, manifestEntry, pack } from './archive.ts';
import { manifestOf } from './manifest.ts';
import { agencyFileSchema, type AgencyFile } from './schema.ts';

export type WriteOptions = { readonly appVersion: string };

/**
 * The text of agency.json: keys in the order the format names them, two spaces of indentation, a line end at the end. The same
 * record gives the same text, whatever order its keys were made in. Throws on a record the schema refuses: to write what
 * could never be read again is a bug, not an outcome.
 */
export function serialiseAgency(file: AgencyFile): string {
  // Parsing answers the record in the schema's own key order, and proves in passing that it can be read again.
  return `${JSON.stringify(agencyFileSchema.parse(file), null, 2)}\n`;
}

/**
 * Writes a `.muster` archive: agency.json, the documents by their SHA-256, and the manifest that seals them. Same input, same
 * bytes. Documents the record does not list are left out, since the reader refuses them.
 * @param documents stored files by SHA-256; one the record lists and the map lacks stays known by metadata only.
 */
export function writeAgencyFile(file: AgencyFile, documents: ReadonlyMap<string, Uint8Array>, options: WriteOptions): Uint8Array {
  const encoder = new TextEncoder();
  const entries = new Map<string, Uint8Array>([[agencyEntry, encoder.encode(serialiseAgency(file))]]);
  const listed = [...new Set((file.documents ?? []).map((document) => document.sha256))].sort();
  for (const digest of listed) {
    const bytes = documents.get(digest);
    if (bytes !== undefined) entries.set(documentPath(digest), bytes);
  }
  const manifest = manifestOf(file, entries, options.appVersion);
  return pack(new Map([...entries, [manifestEntry, encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`)]]));
}
