import { examine } from '../../../../shared/documents/examine.ts';
import { pictureOf } from '../../../../shared/documents/picture.ts';
import { problemWords } from '../../../../shared/documents/problem.ts';
import { demoPapers } from './demo-papers.ts';
import { spoiled } from '../mutate-bytes.ts';
import { refused, taken, wrong, type Target } from '../target.ts';

/** The PDF library goes through rubbish byte by byte and slowly; more of it takes longer and shows nothing new, and in the app the worker is given up on. */
const most = 120_000;

/** A document as it is handed in: taken with pages that can be shown, or refused with words that name it. */
export const documents: Target = {
  name: 'documents',
  share: 12,
  attempt: async (random, told) => {
    const { name, bytes } = random.pick(demoPapers);
    const { bytes: spoiledBytes, how } = spoiled(bytes, random);
    const bad = spoiledBytes.subarray(0, most);
    told(`${name}, ${how}`);
    const read = await examine(bad, name);
    if (!read.ok) return problemWords(read.error, name).includes(name) ? refused(read.error.code) : wrong(`the words of ${read.error.code} do not name the file`);
    const { kind, pages } = read.value;
    if ((kind === 'kept') !== (pages === 0)) return wrong(`${kind} was taken with ${pages} pages`);
    if (kind === 'pdf' || kind === 'kept') return taken;
    for (let page = 1; page <= pages; page += 1) if (!pictureOf(bad, kind, page).ok) return wrong(`page ${page} was taken and cannot be shown`);
    return taken;
  },
};
