import { paperOf, scannedFile } from '../../../../shared/demo/papers/papers.ts';
import { writePng } from '../../../../shared/documents/png.ts';

const lines = ['Name: Synthetic Person', 'Date: 5 May 2026'];

/** A paper of every kind that is examined. */
export const demoPapers: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  ...(['printed', 'photo', 'fax', 'word'] as const).map((kind) => {
    const { bytes, ending } = paperOf(kind, 'TB test', lines);
    return { name: `TB test.${ending}`, bytes };
  }),
  { name: 'file.pdf', bytes: scannedFile([{ title: 'Application', lines }, { title: 'Reference', lines }]) },
  { name: 'card.png', bytes: writePng({ width: 60, height: 40, bits: 8, colours: 3, rows: Uint8Array.from({ length: 7_200 }, (_each, at) => (at * 37) & 255) }) },
];
