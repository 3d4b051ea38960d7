import { PDFDocument, PageSizes } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../shared/civil-date.ts';
import { fileParts, isMixed } from '../../../shared/intake/part-file.ts';
import { proposePaper } from '../../../shared/intake/propose.ts';
import { rosterIndex } from '../../../shared/intake/roster-index.ts';
import { takePages } from '../../../shared/intake/take-pages.ts';
import { alreadyKept, confidenceOf, draftOf, isFiled, queueOf, readWaitingFile, vaultOf, type WaitingFile } from '../../../shared/intake/waiting.ts';
import type { Person } from '../../../shared/model/person.ts';

const today = civilDate('2026-03-19');
const ana: Person = { id: 'ana', names: [{ kind: 'legal', given: 'Ana', family: 'Ruiz' }], employments: [] };
const index = rosterIndex([ana]);
const read = (name: string) => proposePaper(name, '', index, today);
const digest = 'a'.repeat(64);
const waiting = (items: readonly { readonly id: string; readonly name: string; readonly pages?: string; readonly skipped?: true; readonly filedAs?: string }[], more: Partial<WaitingFile> = {}): WaitingFile => ({
  id: 'f1', sha256: digest, handedIn: digest, name: 'scan.pdf', mediaType: 'application/pdf', bytes: 10, pages: 6, vault: 'personnel', from: 'dropped', takenAt: '2026-03-19T14:00:00Z', notes: [],
  items: items.map(({ name, ...item }) => ({ ...item, proposal: read(name) })), ...more,
});

describe('a waiting file', () => {
  test('is read back as it was kept', () => {
    const file = waiting([{ id: 'i1', name: 'Ana Ruiz CPR exp 3-31-27.pdf', pages: '1-2' }]);
    expect(readWaitingFile(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });
  test('waits without its proposals rather than being lost where they cannot be read', () => {
    const file = readWaitingFile({ ...waiting([{ id: 'i1', name: 'x.pdf' }]), items: [{ id: 'i1', proposal: 'of a later version' }] });
    expect(file?.sha256).toBe(digest);
    expect(file?.items).toHaveLength(1);
    expect(file?.items[0]?.proposal.person.personId).toBeNull();
    expect(readWaitingFile({ id: 'no bytes' })).toBeNull();
  });
  test('its papers wait in their order, what was put off last, and what stands on record not at all', () => {
    const file = waiting([{ id: 'i1', name: 'a', skipped: true }, { id: 'i2', name: 'b', filedAs: 'e1' }, { id: 'i3', name: 'c' }]);
    const evidence = { id: 'e1', personId: 'ana', kind: 'cpr-first-aid', recordedAt: '2026-03-19T14:00:00Z' } as const;
    expect(queueOf([file], { evidence: [evidence] }).map(({ item }) => item.id)).toEqual(['i3', 'i1']);
    // Taken back, it waits again.
    expect(queueOf([file], { evidence: [{ ...evidence, retractedAt: '2026-03-19T14:01:00Z' }] }).map(({ item }) => item.id)).toEqual(['i2', 'i3', 'i1']);
    expect(isFiled(file.items[0] ?? { id: '', proposal: read('') }, { evidence: [evidence] })).toBe(false);
  });
  test('begins with what was read and nothing that was left open', () => {
    const draft = draftOf(read('Ana Ruiz CPR exp 3-31-27.pdf'), 'cpr-first-aid');
    expect(draft).toMatchObject({ kind: 'cpr-first-aid', dates: { expiresOn: '2027-03-31' }, parts: ['cpr'], result: null });
    expect(draftOf(read('Ana Ruiz CPR exp 3-31-27.pdf'), 'tb-test')).toMatchObject({ kind: 'tb-test', dates: {}, parts: [] });
  });
  test('TB and drug screens belong to the medical vault, immunisations too', () => {
    const vaultFor = (name: string) => vaultOf({ id: 'i', proposal: read(name) });
    expect([vaultFor('PPD Ana Ruiz.pdf'), vaultFor('Ana Ruiz UDS.pdf'), vaultFor('hep b Ana Ruiz.pdf'), vaultFor('Ana Ruiz CPR.pdf'), vaultFor('scan.pdf')]).toEqual(['medical', 'medical', 'medical', 'personnel', 'personnel']);
  });
  test('is only as sure as person and kind both are', () => {
    const sureness = (name: string) => confidenceOf({ id: 'i', proposal: read(name) });
    expect([sureness('Ana Ruiz CPR.pdf'), sureness('A Ruiz CPR.pdf'), sureness('CPR.pdf'), sureness('Ana Ruiz.pdf')]).toEqual(['sure', 'likely', 'open', 'open']);
  });
  test('is known again by the bytes it was handed in with, and not by those of a purged document', () => {
    const kept = { id: 'd1', sha256: 'b'.repeat(64), name: 'x', mediaType: 'application/pdf', bytes: 1, vault: 'personnel', recordedAt: '2026-03-19T14:00:00Z', madeFrom: { how: 'unlocked', files: [{ name: 'x', sha256: digest, bytes: 1 }] } } as const;
    expect(alreadyKept({ documents: [kept] }, [digest]).map(({ id }) => id)).toEqual(['d1']);
    expect(alreadyKept({ documents: [{ ...kept, purgedAt: '2026-03-19T15:00:00Z' }] }, [digest])).toEqual([]);
  });
});

describe('a file of papers that must not lie in one document', () => {
  const mixed = waiting([{ id: 'i1', name: 'Application', pages: '1-2' }, { id: 'i2', name: 'PPD', pages: '3' }, { id: 'i3', name: 'Reference', pages: '5' }, { id: 'i4', name: 'I-9', pages: '6' }]);
  test('falls into one file a vault, with its pages counted anew and pages of no paper left behind', () => {
    expect(isMixed(mixed)).toBe(true);
    expect(fileParts(mixed).map((part) => [part.class, part.pages, part.items.map(({ id, pages }) => [id, pages])])).toEqual([
      ['personnel', [1, 2, 5], [['i1', '1-2'], ['i3', '3']]],
      ['medical', [3], [['i2', undefined]]],
      ['i-9', [6], [['i4', undefined]]],
    ]);
  });
  test('a file of one class stays whole', () => {
    expect(isMixed(waiting([{ id: 'i1', name: 'PPD' }, { id: 'i2', name: 'UDS' }]))).toBe(false);
  });
  test('the pages taken out are those, in that order', async () => {
    const made = await PDFDocument.create();
    for (const [at, size] of [PageSizes.A4, PageSizes.Letter, PageSizes.A5, PageSizes.A3].entries()) made.addPage(size).drawText(`Page ${at + 1}`);
    const bytes = await made.save();
    const taken = await takePages(bytes, [2, 4]);
    const again = taken.ok ? await PDFDocument.load(taken.value) : null;
    expect(again?.getPages().map((page) => page.getWidth())).toEqual([PageSizes.Letter[0], PageSizes.A3[0]]);
    expect(await takePages(bytes, [5])).toEqual({ ok: false, error: { code: 'no-pages' } });
    expect(await takePages(bytes, [])).toEqual({ ok: false, error: { code: 'no-pages' } });
    expect((await takePages(bytes.slice(0, -40), [1])).ok).toBe(false);
  });
});
