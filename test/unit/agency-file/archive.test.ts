import { unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { describeAgencyFileError } from '../../../shared/agency-file/error.ts';
import { archiveLimits, type ArchiveLimits } from '../../../shared/agency-file/limits.ts';
import { digestOf, type Manifest } from '../../../shared/agency-file/manifest.ts';
import { readAgencyFile } from '../../../shared/agency-file/read.ts';
import { agencyFileSchema } from '../../../shared/agency-file/schema.ts';
import { serialiseAgency, writeAgencyFile } from '../../../shared/agency-file/write.ts';
import { bytesOf, documentBytes, documentSha, sampleFile, sampleJson, type JsonObject } from './sample.ts';

const documents = new Map([[documentSha, documentBytes]]);
const written = (): Uint8Array => writeAgencyFile(sampleFile(), documents, { appVersion: '0.1.0' });
const words = (bytes: Uint8Array, limits?: Partial<ArchiveLimits>): string => {
  const read = readAgencyFile(bytes, 'a.muster', { ...archiveLimits, ...limits });
  return read.ok ? 'accepted' : describeAgencyFileError(read.error);
};

type Entries = Record<string, Uint8Array>;
/** Repacks the written archive after a change to its entries; `seal` makes the manifest agree with the change. */
function repacked(change: (entries: Entries) => void, seal = false): Uint8Array {
  const entries: Entries = unzipSync(written());
  change(entries);
  if (seal) {
    const manifest = JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as Manifest;
    const sealed = Object.entries(entries).filter(([path]) => path !== 'manifest.json')
      .map(([path, bytes]) => ({ path, sha256: digestOf(bytes), bytes: bytes.length }));
    entries['manifest.json'] = bytesOf({ ...manifest, entries: sealed });
  }
  return zipSync(entries);
}

describe('a .muster archive', () => {
  it('comes back exactly as it was written', () => {
    const read = readAgencyFile(written(), 'a.muster');
    if (!read.ok) throw new Error(describeAgencyFileError(read.error));
    expect(read.value.file).toEqual(sampleFile());
    expect([...read.value.documents]).toEqual([[documentSha, documentBytes]]);
    expect(read.value.manifest).toMatchObject({ appVersion: '0.1.0', agencyFileVersion: 1, auditHead: 'aa' });
    expect(writeAgencyFile(read.value.file, read.value.documents, { appVersion: '0.1.0' })).toEqual(written());
  });

  it('has the same bytes whatever order keys and documents were given in', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, each]) => [key, reversed(each)])) : value;
    };
    const { agencyRecords, audit, ...rest } = sampleJson();
    const file = agencyFileSchema.parse({ ...(reversed(rest) as JsonObject), agencyRecords, audit });
    expect(serialiseAgency(file)).toBe(serialiseAgency(sampleFile()));
  });

  it('keeps log entries and agency records as they are, key order included', () => {
    expect(serialiseAgency(sampleFile())).toContain('"seq": 1,\n      "z": "last",\n      "a": "first"');
  });

  it('carries only the documents the record lists, and is read where one is missing', () => {
    const odd = new Map([...documents, ['f'.repeat(64), documentBytes]]);
    expect(writeAgencyFile(sampleFile(), odd, { appVersion: '0.1.0' })).toEqual(written());
    expect(words(writeAgencyFile(sampleFile(), new Map(), { appVersion: '0.1.0' }))).toBe('accepted');
  });

  it('is never written from a record that could not be read again', () => {
    const broken = { ...sampleFile(), version: 2 } as unknown as ReturnType<typeof sampleFile>;
    expect(() => writeAgencyFile(broken, documents, { appVersion: '0.1.0' })).toThrow();
  });

  it.each<[string, Uint8Array, string]>([
    ['cut short', written().slice(0, -30), 'the archive is damaged or cut short, take another copy'],
    ['only begun', written().slice(0, 10), 'the archive is damaged or cut short, take another copy'],
    ['without agency.json', repacked((entries) => delete entries['agency.json']), 'agency.json is missing from the archive, take another copy'],
    ['without manifest', repacked((entries) => delete entries['manifest.json']), 'manifest.json is missing from the archive, take another copy'],
    ['with an entry it should not have', repacked((entries) => void (entries['../evil.txt'] = documentBytes)), '../evil.txt: an agency file holds only agency.json, manifest.json and documents/<sha256>, remove the entry'],
    ['with a folder climbing out of documents', repacked((entries) => void (entries['documents/../x'] = documentBytes)), 'documents/../x: an agency file holds only agency.json, manifest.json and documents/<sha256>, remove the entry'],
    ['with a changed record', repacked((entries) => void (entries['agency.json'] = bytesOf({ ...sampleJson(), people: [] }))), 'agency.json: differs from what manifest.json lists, the file was changed after it was written; take another copy'],
    ['with a changed document', repacked((entries) => void (entries[`documents/${documentSha}`] = bytesOf(1))), `documents/${documentSha.slice(0, 50)}…: differs from what manifest.json lists, the file was changed after it was written; take another copy`],
    ['with a document named wrongly', repacked((entries) => void (entries[`documents/${documentSha}`] = bytesOf(1)), true), `documents/${documentSha.slice(0, 50)}…: the content does not have the SHA-256 the entry is named by, take another copy`],
    ['with an unlisted document', repacked((entries) => void (entries[`documents/${digestOf(bytesOf(1))}`] = bytesOf(1))), `documents/${digestOf(bytesOf(1)).slice(0, 50)}…: manifest.json does not list it, the file was changed after it was written; take another copy`],
    ['with a document nobody knows', repacked((entries) => void (entries[`documents/${digestOf(bytesOf(1))}`] = bytesOf(1)), true), `documents/${digestOf(bytesOf(1)).slice(0, 50)}…: agency.json lists no document of this SHA-256, add it there or remove the entry`],
    ['with a listed document gone', repacked((entries) => Reflect.deleteProperty(entries, `documents/${documentSha}`)), `documents/${documentSha} is missing from the archive, take another copy`],
    ['with a manifest that is no JSON', repacked((entries) => void (entries['manifest.json'] = documentBytes)), 'manifest.json: is not JSON, take another copy'],
    ['with a manifest of other keys', repacked((entries) => void (entries['manifest.json'] = bytesOf({ format: 'muster-manifest', version: 1, appVersion: '1', auditHead: null, agencyFileVersion: 1, entrys: [] }))), 'manifest.json: entries: required but missing, add it'],
    ['with a record of another size than stated', repacked((entries) => {
      const json = sampleJson();
      (json['documents'] as JsonObject[])[0] = { ...((json['documents'] as JsonObject[])[0] ?? {}), bytes: 10 };
      entries['agency.json'] = bytesOf(json);
    }, true), `documents/${documentSha.slice(0, 50)}…: agency.json says 10 bytes, the stored document has 9`],
    ['with an unreadable record', repacked((entries) => void (entries['agency.json'] = bytesOf({ ...sampleJson(), peeple: [] })), true), 'peeple: unknown key, did you mean people?'],
  ])('is refused %s', (_what, bytes, expected) => {
    expect(words(bytes)).toBe(`a.muster: ${expected}`);
  });

  it('is bounded in entries, in the size of each and of all, and in its ratio', () => {
    expect(words(written(), { entries: 2 })).toBe('a.muster: the archive holds more than 2 entries, no agency file does');
    expect(words(written(), { jsonBytes: 100 })).toMatch(/^a\.muster: agency\.json is larger than 0 MiB unpacked/);
    expect(words(written(), { documentBytes: 8 })).toMatch(/^a\.muster: documents\/6ffb.*… is larger than/);
    expect(words(written(), { totalBytes: 1000 })).toMatch(/^a\.muster: the content is larger than/);
    const bomb: Zippable = { 'agency.json': [new Uint8Array(8_000_000).fill(0x20), { level: 9 }] };
    expect(words(zipSync(bomb))).toBe('a.muster: agency.json unpacks to more than 250 times its size, which no agency file does');
    expect(words(bytesOf(sampleJson()), { jsonBytes: 10 })).toMatch(/^a\.muster: the content is larger than/);
  });

  it('is refused when an entry is there twice', () => {
    // Two archives of one entry each, glued under one directory: the way a second agency.json could hide behind the first.
    const bytes = zipSync({ 'agency.json': bytesOf(sampleJson()), 'agency.jso2': bytesOf(sampleJson()) });
    const twice = new TextDecoder('latin1').decode(bytes).replaceAll('agency.jso2', 'agency.json');
    expect(words(Uint8Array.from(twice, (character) => character.charCodeAt(0)))).toBe('a.muster: agency.json: the archive holds this entry twice, take another copy');
  });

  it('believes no size an archive claims beyond what it holds', () => {
    const bytes = written().slice();
    const view = new DataView(bytes.buffer);
    // The directory's record of the first entry: unpacked size at 24.
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, view.getUint32(directory + 24, true) + 5, true);
    expect(words(bytes)).toMatch(/^a\.muster: (the archive is damaged|agency\.json: differs)/);
  });
});
