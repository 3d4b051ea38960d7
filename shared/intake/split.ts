import { kindHits, paperOf, paperWords, type PaperKind } from './kinds.ts';
import { tokensOf } from './tokens.ts';

/** One paper within a scanned file. Pages count from 1 and need not be consecutive once a person has had a say. */
export type ScannedPart = { readonly pages: readonly number[]; readonly paper: PaperKind | null; readonly why: string };

/** How a scanned file may be taken apart. `leftOut`: pages that belong to no part, such as blank ones. */
export type SplitProposal = { readonly parts: readonly ScannedPart[]; readonly leftOut: readonly number[] };

/** A title is the first line, or a short one below it (an agency's name stands above many): so many lines, and below the first so many words. */
const titleLines = 3;
const titleWords = 6;
const pageOf = /\bpage\s+(\d{1,3})\s+(?:of|\/)\s+(\d{1,3})\b/iu;

type Page = { readonly number: number; readonly isBlank: boolean; readonly paper: PaperKind | null; readonly words: string; readonly ofPaper: { readonly page: number; readonly of: number } | null };

function pageOfText(text: string, number: number): Page {
  const tokens = tokensOf(text);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').slice(0, titleLines);
  const [first] = lines.flatMap((line, at) => {
    const words = tokensOf(line);
    // "References: two" is a field of a form, not a title.
    return at > 0 && (words.length > titleWords || /:\s*\S/u.test(line)) ? [] : kindHits(words.slice(0, 12)).hits.filter(({ strong }) => strong);
  });
  const numbered = pageOf.exec(text);
  return {
    number,
    isBlank: tokens.length === 0,
    paper: first === undefined ? null : paperOf(first.row),
    words: first?.words ?? '',
    ofPaper: numbered === null ? null : { page: Number(numbered[1]), of: Number(numbered[2]) },
  };
}

const same = (one: PaperKind | null, other: PaperKind | null): boolean => one?.kind === other?.kind && one?.category === other?.category;

/**
 * Where one scanned file falls into papers, by its text layer: a page that begins with the name of another paper, or says "page 1 of n", begins a part; blank pages are
 * left out. A file without any text has one part; a person divides it.
 * @param pages the text of each page in order; empty for a picture or a blank page.
 */
export function proposeSplit(pages: readonly string[]): SplitProposal {
  const all = pages.map((text, at) => pageOfText(text, at + 1));
  if (all.every(({ isBlank }) => isBlank)) return { parts: [{ pages: all.map(({ number }) => number), paper: null, why: 'No text layer: divide it by hand' }], leftOut: [] };
  const parts: { pages: number[]; paper: PaperKind | null; why: string }[] = [];
  const leftOut: number[] = [];
  let afterBlank = false;
  for (const page of all) {
    const current = parts.at(-1);
    const before = all[page.number - 2];
    if (page.isBlank) {
      // A picture among pages with text may be the back of the page before; a person looks at it.
      leftOut.push(page.number);
      afterBlank = true;
      continue;
    }
    const goesOn = page.ofPaper !== null && page.ofPaper.page > 1 && (before?.ofPaper == null || before.ofPaper.page === page.ofPaper.page - 1);
    const begins = current === undefined ? 'the file begins here'
      : goesOn ? null
      : page.ofPaper?.page === 1 ? `page ${page.number} says “page 1 of ${page.ofPaper.of}”`
      : page.paper !== null && !same(page.paper, current.paper) ? `page ${page.number} begins with “${page.words}”`
      : page.paper !== null && before?.ofPaper != null && before.ofPaper.page === before.ofPaper.of ? `page ${page.number} begins with “${page.words}”`
      : afterBlank && page.paper !== null ? `page ${page.number} follows a page without text`
      : null;
    if (begins === null) current?.pages.push(page.number);
    else parts.push({ pages: [page.number], paper: page.paper, why: page.paper === null ? begins : `${begins === 'the file begins here' ? `page ${page.number} begins with “${page.words}”` : begins}: ${paperWords(page.paper)}` });
    afterBlank = false;
  }
  return { parts, leftOut };
}

/** Divides before a page: what follows in its part becomes a part of its own. Nothing changes at the first page of a part, or where no part has the page. */
export function splitBefore(parts: readonly ScannedPart[], page: number): readonly ScannedPart[] {
  return parts.flatMap((part) => {
    const at = part.pages.indexOf(page);
    if (at <= 0) return [part];
    return [{ ...part, pages: part.pages.slice(0, at) }, { pages: part.pages.slice(at), paper: null, why: 'divided by hand' }];
  });
}

/** Puts the part a page begins together with the part before it. */
export function mergeBefore(parts: readonly ScannedPart[], page: number): readonly ScannedPart[] {
  const at = parts.findIndex((part) => part.pages[0] === page);
  const [previous, own] = [parts[at - 1], parts[at]];
  if (previous === undefined || own === undefined) return parts;
  const pages = [...new Set([...previous.pages, ...own.pages])].sort((one, other) => one - other);
  return [...parts.slice(0, at - 1), { ...previous, pages }, ...parts.slice(at + 1)];
}

/** Takes a page out of all parts, or puts one that is in none back to the part of the page before it. Parts without pages go. */
export function toggleLeftOut(parts: readonly ScannedPart[], page: number): readonly ScannedPart[] {
  if (parts.some(({ pages }) => pages.includes(page))) return parts.map((part) => ({ ...part, pages: part.pages.filter((each) => each !== page) })).filter(({ pages }) => pages.length > 0);
  const home = [...parts].reverse().find(({ pages }) => (pages[0] ?? 0) < page) ?? parts[0];
  if (home === undefined) return [{ pages: [page], paper: null, why: 'divided by hand' }];
  return parts.map((part) => (part === home ? { ...part, pages: [...part.pages, page].sort((one, other) => one - other) } : part));
}
