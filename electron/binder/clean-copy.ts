import { PDFArray, PDFDict, PDFName, PDFObjectCopier, PDFRawStream, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

// What a page needs to be drawn (ISO 32000-1, table 33); anything else in its resources draws nothing.
const drawn = ['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'ProcSet', 'Properties'] as const;
// What hangs on drawn things and is never drawn: an editor's private copy, metadata, other files, other pages, alternative pictures.
const never = ['PieceInfo', 'Metadata', 'AF', 'Ref', 'OPI', 'Alternates', 'StructParent', 'StructParents', 'Parent', 'A', 'AA', 'JS', 'EF'].map((name) => PDFName.of(name));
const strangers = new Set(['Catalog', 'Page', 'Pages', 'Annot', 'Action', 'Filespec', 'EmbeddedFile', 'Sig'].map((name) => `/${name}`));

export type CleanCopier = {
  /** Copies what a page draws with into the other document; what is shared is copied once. */
  readonly resources: (dict: PDFDict | undefined) => PDFDict;
  /** Copies a stream with only what its reader needs to unpack it. */
  readonly stream: (stream: PDFRawStream, facts: Readonly<Record<string, PDFObject | undefined>>) => PDFRef;
  readonly copy: <Copied extends PDFObject>(object: Copied) => Copied;
};

/** Copies from one document into another without what is not drawn: no actions, scripts, files, metadata or ways to other pages. */
export function cleanCopier(from: PDFContext, to: PDFContext): CleanCopier {
  const copier = PDFObjectCopier.for(from, to);
  const seen = new Set<PDFObject>();

  /** Takes away, in the source itself, what must not come along: it was read for this and is given up afterwards. */
  function cleaned(root: PDFObject): void {
    const waiting: PDFObject[] = [root];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const object = next instanceof PDFRef ? from.lookup(next) : next;
      if (object === undefined || seen.has(object)) continue;
      seen.add(object);
      if (object instanceof PDFArray) waiting.push(...object.asArray());
      const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
      if (dict === null) continue;
      for (const name of never) dict.delete(name);
      for (const [key, value] of dict.entries()) {
        const target = value instanceof PDFRef ? from.lookup(value) : value;
        const kind = target instanceof PDFDict ? target.get(PDFName.of('Type')) : undefined;
        if (kind !== undefined && strangers.has(kind.toString())) dict.delete(key);
        else waiting.push(value);
      }
    }
  }

  const copy = <Copied extends PDFObject>(object: Copied): Copied => {
    cleaned(object);
    return copier.copy(object);
  };
  return {
    copy,
    resources(dict) {
      const made = to.obj({});
      for (const name of drawn) {
        const value = dict?.get(PDFName.of(name));
        if (value !== undefined) made.set(PDFName.of(name), copy(value));
      }
      return made;
    },
    stream(stream, facts) {
      const dict = to.obj({ Length: stream.contents.length });
      for (const name of ['Filter', 'DecodeParms'] as const) {
        const value = stream.dict.get(PDFName.of(name));
        if (value !== undefined) dict.set(PDFName.of(name), copy(value));
      }
      for (const [name, value] of Object.entries(facts)) if (value !== undefined) dict.set(PDFName.of(name), value);
      return to.register(PDFRawStream.of(dict, stream.contents));
    },
  };
}
