import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNull, PDFNumber, PDFPageLeaf, PDFRef, PDFStream, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';

/** What an object says, and the pages it leads to in the order they are named: kept apart, since pages get other numbers when one is taken out. */
export type ObjectDigest = { readonly sha256: string; readonly pages: readonly PDFRef[] };

export type ObjectDigests = {
  readonly of: (value: PDFObject | undefined) => ObjectDigest;
  /** Of a dictionary without some of its entries. */
  readonly without: (dict: PDFDict, names: readonly string[]) => ObjectDigest;
  /** What a stream holds, unpacked where that is done here. */
  readonly unpacked: (stream: PDFStream) => Uint8Array;
};

/** No file Muster makes comes near it; a file made to keep a reader busy does. */
const mostObjects = 20_000_000;
const mostUnpacked = 256 * 2 ** 20;

// Ways back up, copies for editors and dates: nothing that is seen or clicked.
const ignored = new Set(['Parent', 'StructParent', 'StructParents', 'ParentTree', 'PieceInfo', 'LastModified', 'Metadata']);

const sha = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

// How a destination begins (ISO 32000-1, 12.3.2.2): the page, then one of these.
const views = new Set(['XYZ', 'Fit', 'FitH', 'FitV', 'FitR', 'FitB', 'FitBH', 'FitBV'].map((name) => PDFName.of(name) as PDFObject));

const deflate = PDFName.of('FlateDecode');
const nameOf = (name: PDFName): string => `/${name.decodeText()}`;

/** A stream whose only packing is plain deflate is judged by what it holds, so that packing it anew changes nothing; any other by its bytes as they lie. */
function held(stream: PDFStream): { readonly bytes: Uint8Array; readonly packed: boolean } {
  const bytes = stream.getContents();
  const { dict } = stream;
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === undefined || (filter instanceof PDFArray && filter.size() === 0)) return { bytes, packed: false };
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== deflate || dict.has(PDFName.of('DecodeParms'))) return { bytes, packed: true };
  try {
    return { bytes: inflateSync(bytes, { maxOutputLength: mostUnpacked }), packed: false };
  } catch {
    return { bytes, packed: true };
  }
}

/**
 * Digests of a document's objects by what they say: the same before it is saved and after it is read, whatever numbers its objects have.
 * Shared objects are read once. Throws a RangeError where a document nests or repeats without end.
 */
export function objectDigests(context: PDFContext): ObjectDigests {
  const known = new Map<PDFRef, ObjectDigest>();
  const above: PDFRef[] = [];
  let read = 0;
  /** How far up the ways back found so far lead; what holds one that leads out of it means another thing elsewhere, and is not kept. */
  let highest = Number.POSITIVE_INFINITY;

  function indirect(ref: PDFRef, pages: PDFRef[]): string {
    const object = context.lookup(ref);
    if (object === undefined || object === PDFNull) return 'null';
    if (object instanceof PDFPageLeaf) {
      pages.push(ref);
      return 'page';
    }
    // Small things are as they are, wherever they are kept.
    if (!(object instanceof PDFDict || object instanceof PDFArray || object instanceof PDFStream)) return plain(object, pages);
    const before = known.get(ref);
    if (before !== undefined) {
      pages.push(...before.pages);
      return before.sha256;
    }
    const at = above.lastIndexOf(ref);
    if (at !== -1) {
      highest = Math.min(highest, at);
      return `up ${above.length - at}`;
    }
    const outer = highest;
    highest = Number.POSITIVE_INFINITY;
    above.push(ref);
    const inner: PDFRef[] = [];
    const sha256 = plain(object, inner);
    above.pop();
    if (highest >= above.length) known.set(ref, { sha256, pages: inner });
    highest = Math.min(outer, highest >= above.length ? Number.POSITIVE_INFINITY : highest);
    pages.push(...inner);
    return sha256;
  }

  /** What is long is given as its digest, so that an indirect object and the same object written in place say the same. */
  function plain(object: PDFObject, pages: PDFRef[]): string {
    read += 1;
    if (read > mostObjects) throw new RangeError('the document has more parts than any that can be verified');
    if (object instanceof PDFRef) return indirect(object, pages);
    if (object instanceof PDFNumber) return String(object.asNumber() + 0);
    if (object instanceof PDFName) return nameOf(object);
    if (object instanceof PDFString || object instanceof PDFHexString) return `<${Buffer.from(object.asBytes()).toString('hex')}>`;
    if (object instanceof PDFBool) return object.asBoolean() ? 'true' : 'false';
    if (object instanceof PDFArray && isLost(object)) {
      const [first, ...rest] = object.asArray();
      pages.push(first instanceof PDFRef ? first : PDFRef.of(0));
      return sha('[', ['page', ...rest.map((item) => plain(item, pages))].join(' '));
    }
    if (object instanceof PDFArray) return sha('[', object.asArray().map((item) => plain(item, pages)).join(' '));
    if (object instanceof PDFStream) {
      const { bytes, packed } = held(object);
      return sha('stream', entries(object.dict, pages, new Set(['Length', 'DL', ...(packed ? [] : ['Filter', 'DecodeParms'])])), sha(bytes));
    }
    if (object instanceof PDFDict) return sha('<<', entries(object, pages, new Set()));
    return object === PDFNull ? 'null' : `other ${object.toString()}`;
  }

  function entries(dict: PDFDict, pages: PDFRef[], left: ReadonlySet<string>): string {
    return dict.entries()
      .map(([key, value]) => [key.decodeText(), value] as const)
      .filter(([key, value]) => !ignored.has(key) && !left.has(key) && !(key === 'P' && isPartOfStructure(value)))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, plain(value, pages)] as const)
      .filter(([, said]) => said !== 'null')
      .map(([key, said]) => `/${key} ${said}`)
      .join(' ');
  }

  /** A destination whose page was taken out: it still leads to a page, only to none that is there. */
  function isLost(array: PDFArray): boolean {
    const [first, view] = array.asArray();
    return view !== undefined && views.has(view) && (first === PDFNull || (first instanceof PDFRef && (context.lookup(first) ?? PDFNull) === PDFNull));
  }

  /** The tags of a document name what they are part of under `P`, which is the way back up. */
  function isPartOfStructure(value: PDFObject): boolean {
    const target = value instanceof PDFRef ? context.lookup(value) : value;
    return target instanceof PDFDict && !(target instanceof PDFPageLeaf) && (target.has(PDFName.of('S')) || target.has(PDFName.of('K')));
  }

  const collected = (say: (pages: PDFRef[]) => string): ObjectDigest => {
    const pages: PDFRef[] = [];
    return { sha256: say(pages), pages };
  };
  return {
    of: (value) => collected((pages) => (value === undefined ? 'null' : plain(value, pages))),
    without: (dict, names) => collected((pages) => sha('<<', entries(dict, pages, new Set(names)))),
    unpacked: (stream) => held(stream).bytes,
  };
}
