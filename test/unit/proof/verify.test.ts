import fc from 'fast-check';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { documentDigests } from '../../../electron/proof/page-digest.ts';
import { finishProof, sideManifestText } from '../../../electron/proof/seal.ts';
import { demonstrationSigner, signerFromPem } from '../../../electron/proof/signer.ts';
import { verifyPdf } from '../../../electron/proof/verify.ts';
import { fingerprintOf } from '../../../shared/proof/key-words.ts';
import { pdfFindingWords, standingWords } from '../../../shared/proof/verdict.ts';
import { mutations } from './mutations.ts';
import { agencySigner, factsFor, sealedBinder, smallBinder } from './sealed-binder.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const agencyKey = fingerprintOf(hex(agencySigner.publicKey));
const codesOf = (verdict: Awaited<ReturnType<typeof verifyPdf>>): readonly string[] => verdict.findings.map(({ code }) => code);

describe('a sealed PDF', () => {
  it('is unaltered, whatever it is called, and says by whom it was signed', async () => {
    const sealed = await sealedBinder();
    const verdict = await verifyPdf(new Uint8Array(sealed.bytes), { key: agencyKey, side: sideManifestText('renamed.pdf', sealed), logged: new Set([sealed.sha256]) });
    expect(codesOf(verdict)).toEqual(['sealed', 'key-as-asked', 'side-fits', 'logged']);
    expect(verdict).toMatchObject({ standing: 'unaltered', sha256: sealed.sha256, pages: 8, key: agencyKey, made: { agency: 'Bayou Harbor', recipient: 'Healthy Pelican', asOf: '2026-03-19' } });
    expect(standingWords(verdict)).toMatch(/^Unaltered: 8 pages as signed by Bayou Harbor, key /);
  });

  it('has the same bytes when made again', async () => {
    expect((await sealedBinder()).sha256).toBe((await sealedBinder()).sha256);
  });

  it('says so where the agency has no record of it', async () => {
    const sealed = await sealedBinder();
    expect((await verifyPdf(sealed.bytes, { key: agencyKey, logged: new Set(['0'.repeat(64)]) })).standing).toBe('not-logged');
  });

  it('is not taken for one of another agency', async () => {
    const verdict = await verifyPdf((await sealedBinder()).bytes, { key: '0'.repeat(64) });
    expect(verdict.standing).toBe('other-key');
    expect(verdict.findings.find(({ code }) => code === 'other-key')?.detail).toBe(agencyKey);
  });

  it('tells the published key of the demo agency apart', async () => {
    const verdict = await verifyPdf((await sealedBinder(demonstrationSigner())).bytes);
    expect(verdict.standing).toBe('unaltered');
    expect(codesOf(verdict)).toEqual(['sealed', 'demonstration-key']);
  });

  it('without a key proves nothing, and says so', async () => {
    const verdict = await verifyPdf((await sealedBinder(null)).bytes);
    expect(verdict.standing).toBe('unsigned');
    expect(codesOf(verdict)).toEqual(['not-signed', 'pages-as-sealed']);
  });

  it('with a password is checked as a whole without it, and page by page with it', async () => {
    const sealed = await finishProof(await smallBinder(), factsFor(8), agencySigner, { password: 'Heron 4711' });
    const outside = await verifyPdf(sealed.bytes, { key: agencyKey, side: sideManifestText('a.pdf', sealed) });
    expect(outside).toMatchObject({ standing: 'unaltered', pages: 8, made: { agency: 'Bayou Harbor' } });
    expect(codesOf(outside)).toEqual(['sealed', 'encrypted', 'key-as-asked', 'side-fits']);
    expect(codesOf(await verifyPdf(sealed.bytes, { password: 'Heron 4711' }))).toEqual(['sealed']);
    expect((await verifyPdf(sealed.bytes, { password: 'wrong' })).standing).toBe('unreadable');
    const doc = await PDFDocument.load(sealed.bytes, { password: 'Heron 4711', updateMetadata: false });
    expect(doc.getTitle()).toBe('Mei Li: personnel binder');
    for (const word of ['Mei Li', Buffer.from('\u{feff}Bookmark', 'utf16le').swap16().toString('hex').toUpperCase(), 'letter.docx']) expect(Buffer.from(sealed.bytes).includes(word)).toBe(false);
    // With the password off, its pages, bookmarks and files are still those of the manifest.
    const open = await smallBinder();
    expect(documentDigests(doc).pages()).toEqual(documentDigests(await PDFDocument.load((await finishProof(open, factsFor(8), agencySigner)).bytes, { updateMetadata: false })).pages());
    expect(documentDigests(doc).rest()).toEqual(sealed.signed.manifest.rest);
  });

  it('names what is no PDF of Muster at all', async () => {
    const plain = await PDFDocument.create();
    plain.addPage();
    expect((await verifyPdf(await plain.save())).standing).toBe('not-muster');
    expect(codesOf(await verifyPdf(new TextEncoder().encode('hello')))).toEqual(['not-a-pdf']);
    expect((await verifyPdf(new Uint8Array())).standing).toBe('unreadable');
  });

  it('resists a manifest beside it that was exchanged or changed', async () => {
    const [sealed, other] = [await sealedBinder(), await sealedBinder(agencySigner, 6)];
    expect(codesOf(await verifyPdf(sealed.bytes, { side: sideManifestText('a.pdf', other) }))).toEqual(['sealed', 'side-differs']);
    const changed = sideManifestText('a.pdf', sealed).replace('Healthy Pelican', 'Somebody else');
    expect(codesOf(await verifyPdf(sealed.bytes, { side: changed }))).toEqual(['sealed', 'side-damaged']);
  });

  it('is compared with the manifest beside it where its own was exchanged by a stranger', async () => {
    const sealed = await sealedBinder();
    const forged = await mutations['re-signed by a stranger']?.(sealed, () => 3);
    const verdict = await verifyPdf(forged?.bytes ?? new Uint8Array(), { key: agencyKey, side: sideManifestText('a.pdf', sealed) });
    expect(verdict.standing).toBe('altered');
    expect(verdict.findings.find(({ code }) => code === 'page-changed')).toMatchObject({ page: 4, exhibit: 'C-2', person: 'Mei Li' });
  });
});

describe('whatever is done to a sealed PDF', () => {
  // 100 a run, at least a few of every kind; the seed is printed by fast-check where one is missed.
  it('shows, and the page is named', async () => {
    const sealed = await sealedBinder();
    const kinds = Object.keys(mutations);
    let done = 0;
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), async (numbers) => {
      // Every kind in its turn, so that none is left to chance.
      const kind = kinds[done % kinds.length] ?? '';
      done += 1;
      let drawn = 0;
      const chance = (limit: number): number => (numbers[drawn++ % numbers.length] ?? 0) % limit;
      const mutated = await mutations[kind]?.(sealed, chance);
      if (mutated === undefined || hex(mutated.bytes) === hex(sealed.bytes)) throw new Error(`${kind} did nothing`);
      const verdict = await verifyPdf(mutated.bytes, { key: agencyKey });
      expect(verdict.standing).not.toBe('unaltered');
      for (const finding of verdict.findings) expect(pdfFindingWords(finding)).toMatch(/\.$/);
      if (mutated.codes.length > 0) expect(mutated.codes.some((code) => codesOf(verdict).includes(code)), `${kind}: ${codesOf(verdict).join(' ')}`).toBe(true);
      if (mutated.page !== undefined) expect(verdict.findings.some((each) => mutated.codes.includes(each.code) && (each.page === mutated.page || each.at === mutated.page)), `${kind}: ${JSON.stringify(verdict.findings)}`).toBe(true);
    }), { numRuns: 100, endOnFailure: true });
  }, 60_000);
});

describe('a key in a PEM file', () => {
  it('is read, and anything else refused', () => {
    expect(signerFromPem('nothing')).toEqual({ ok: false, error: 'not-a-key' });
    expect(signerFromPem('-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n')).toMatchObject({ ok: true });
  });
});
