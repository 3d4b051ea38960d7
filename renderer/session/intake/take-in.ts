import type { CivilDate } from '../../../shared/civil-date.ts';
import { pagesOf } from '../../../shared/documents/page-ranges.ts';
import { noteWords, problemWords, type DocumentProblem } from '../../../shared/documents/problem.ts';
import { proposePaper } from '../../../shared/intake/propose.ts';
import type { RosterIndex } from '../../../shared/intake/roster-index.ts';
import { proposeSplit } from '../../../shared/intake/split.ts';
import { itemsOf, vaultOf, type WaitingFile, type WaitingItem } from '../../../shared/intake/waiting.ts';
import type { DocumentRecord } from '../../../shared/model/document.ts';
import { storeDocument } from '../../platform/desktop.ts';
import type { IntakeClient } from '../../workers/intake-client.ts';
import type { HandedIn } from '../../workers/intake-messages.ts';
import { textOfPages } from '../../workers/text-of-pages.ts';

/** What taking in needs of the open agency. */
export type TakeInTools = {
  readonly agencyId: string;
  readonly client: IntakeClient;
  readonly index: RosterIndex;
  readonly today: CivilDate;
  readonly mayMedical: boolean;
  readonly by: string | undefined;
  readonly newId: () => string;
  readonly now: () => string;
  /** The file at the desk that was handed in with this digest; undefined where none was. */
  readonly atDesk: (sha256: string) => WaitingFile | undefined;
};

/** What became of a file: it waits at the desk, it was there already, or what is wrong with it. */
export type TakenIn =
  | { readonly kind: 'taken'; readonly file: WaitingFile }
  | { readonly kind: 'known'; readonly words: string }
  | { readonly kind: 'trouble'; readonly words: string; readonly askPassword: boolean };

const trouble = (problem: DocumentProblem, name: string): TakenIn => ({ kind: 'trouble', words: problemWords(problem, name), askPassword: (problem.code === 'encrypted' && problem.unlockable) || problem.code === 'wrong-password' });

type Bytes = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string; readonly pages: number; readonly handedIn: string; readonly notes: readonly string[]; readonly madeFrom?: NonNullable<DocumentRecord['madeFrom']> };

/** Examines a file, keeps its bytes, and proposes what it is. A password takes the file's own off. */
export async function takeIn(handed: HandedIn, from: WaitingFile['from'], tools: TakeInTools, password?: string): Promise<TakenIn> {
  const { client } = tools;
  if (password !== undefined) {
    const made = await client.unlock(handed, password);
    if (!made.ok) return trouble(made.error, handed.name);
    const { bytes, pages, from: files } = made.value;
    return await keep({ name: handed.name, bytes, mediaType: 'application/pdf', pages, handedIn: files[0]?.sha256 ?? '', notes: ['It had a password, and is kept without one.'], madeFrom: { how: 'unlocked', files: [...files] } }, from, tools);
  }
  const found = await client.examine(handed);
  if (!found.ok) return trouble(found.error, handed.name);
  const { examined, source } = found.value;
  const lying = examined.notes.find((note) => note.code === 'lying-name');
  const bytes = new Uint8Array(await handed.blob.arrayBuffer());
  return await keep({
    name: lying?.name ?? handed.name, bytes, mediaType: examined.mediaType, pages: examined.pages, handedIn: source.sha256, notes: examined.notes.map((note) => noteWords(note, handed.name)),
  }, from, tools);
}

/** Puts photographs together into one document, in their order. */
export async function takePhotographs(files: readonly HandedIn[], tools: TakeInTools): Promise<TakenIn> {
  const made = await tools.client.photographs(files);
  if (!made.ok) return trouble(made.error.problem, made.error.name);
  const { bytes, pages, from } = made.value;
  const name = `${(files[0]?.name ?? 'Photographs').replace(/\.[a-z0-9]{2,5}$/i, '')}.pdf`;
  return await keep({ name, bytes, mediaType: 'application/pdf', pages, handedIn: from[0]?.sha256 ?? '', notes: [`Made of ${files.length} photographs.`], madeFrom: { how: 'photographs', files: [...from] } }, 'photographs', tools);
}

async function keep(read: Bytes, from: WaitingFile['from'], tools: TakeInTools): Promise<TakenIn> {
  const { agencyId, mayMedical, by, newId, now, atDesk } = tools;
  if (from !== 'photographs' && atDesk(read.handedIn) !== undefined) return { kind: 'known', words: `${read.name} waits at the desk already.` };
  // pdf.js takes its bytes over, and so does the way to the main process.
  const texts = read.mediaType === 'application/pdf' ? await textOfPages(new Uint8Array(read.bytes)) : null;
  const items = proposeItems(read.name, read.pages, texts?.ok === true ? texts.value.map(({ text }) => text) : [], tools);
  const vault = mayMedical && items.some((item) => vaultOf(item) === 'medical') ? 'medical' : 'personnel';
  const { byteLength } = read.bytes;
  const stored = await storeDocument({ agencyId, vault, bytes: read.bytes });
  if (!stored.ok) {
    const why = stored.error.code === 'locked' ? 'the agency is locked' : (stored.error.detail ?? stored.error.code);
    return { kind: 'trouble', words: `${read.name} was not taken (${why}). The file itself is untouched. Check that the disk has room, and hand it in again.`, askPassword: false };
  }
  return {
    kind: 'taken',
    file: {
      id: newId(), sha256: stored.value.sha256, handedIn: read.handedIn === '' ? stored.value.sha256 : read.handedIn, name: read.name, mediaType: read.mediaType, bytes: byteLength, pages: read.pages, vault, from,
      ...(read.madeFrom !== undefined && { madeFrom: { how: read.madeFrom.how, files: [...read.madeFrom.files] } }),
      takenAt: now(), ...(by !== undefined && { takenBy: by }), notes: [...read.notes], items: [...items],
    },
  };
}

/** One paper, or the papers a scanned personnel file seems to hold. */
export function proposeItems(name: string, pages: number, texts: readonly string[], { index, today, newId }: Pick<TakeInTools, 'index' | 'today' | 'newId'>): readonly WaitingItem[] {
  const whole = proposePaper(name, texts.slice(0, 4).join('\n'), index, today);
  const split = pages > 1 && texts.length > 0 ? proposeSplit(texts) : { parts: [] };
  const kinds = new Set(split.parts.map(({ paper }) => (paper === null ? null : `${paper.kind} ${paper.category ?? ''}`)));
  // A file that says what it is as a whole is not taken apart: an application names many papers.
  const isOne = split.parts.length < 2 || kinds.size < 2 || (whole.kind.confidence === 'sure' && /name says/u.test(whole.kind.why));
  if (isOne) return [{ id: newId(), proposal: whole }];
  return itemsOf(split.parts, pages, (part) => proposePaper(name, pagesOf(part.pages.join(','), pages).map((page) => texts[page - 1] ?? '').join('\n'), index, today), newId);
}
