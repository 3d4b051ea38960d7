import { PDFArray, PDFDict, PDFHexString, PDFRef, PDFStream, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

/** Encrypted with AES-256; the password opens it, and whoever has it may print and copy. */
export type Protection = { readonly password: string };

/**
 * Encrypts a document as it is saved. The library encrypts streams only, and would leave titles, bookmarks and names of files readable in the bytes and
 * garbled in every viewer: the strings are encrypted here. Nothing can be read from the document afterwards.
 */
export function protect(out: PDFDocument, { password }: Protection): void {
  const { context } = out;
  out.encrypt({ userPassword: password, ownerPassword: password, permissions: { printing: 'highResolution', copying: true, contentAccessibility: true } });
  const { security } = context;
  if (security === undefined) throw new Error('an encrypted document has its keys');
  /** One dictionary may stand in two objects; its strings are encrypted once. */
  const done = new Set<PDFObject>();
  const itself = context.trailerInfo.Encrypt;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (ref === itself) continue;
    const encrypt = security.getEncryptFn(ref.objectNumber, ref.generationNumber);
    const sealed = (value: PDFObject): PDFObject | null => {
      if (value instanceof PDFString || value instanceof PDFHexString) return PDFHexString.of(Buffer.from(encrypt(value.asBytes())).toString('hex'));
      if (!(value instanceof PDFRef)) within(value);
      return null;
    };
    const within = (value: PDFObject): void => {
      if (done.has(value)) return;
      done.add(value);
      const dict = value instanceof PDFStream ? value.dict : value instanceof PDFDict ? value : null;
      if (dict !== null) {
        for (const [key, inner] of dict.entries()) {
          const changed = sealed(inner);
          if (changed !== null) dict.set(key, changed);
        }
      } else if (value instanceof PDFArray) {
        value.asArray().forEach((inner, at) => {
          const changed = sealed(inner);
          if (changed !== null) value.set(at, changed);
        });
      }
    };
    const whole = sealed(object);
    if (whole !== null) context.assign(ref, whole);
  }
}
