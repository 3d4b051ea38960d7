import { fileLists, type FileList } from '../list.ts';
import { formats, type ListFormat } from './formats.ts';
import { fieldsFound, hasSignature } from './mapped-layout.ts';

/** Where the heads stand, whose they are, and how sure that is: 1 for every head found. */
export type FoundHeader = { readonly at: number; readonly list: FileList; readonly share: number };

/** Titles, dates and comments may stand above the heads. */
const lookedAt = 20;

/** Heads as they are compared: trimmed, without blank ones at the end. */
export function headsOf(cells: readonly string[]): readonly string[] {
  const trimmed = cells.map((cell) => cell.trim());
  return trimmed.slice(0, trimmed.findLastIndex((head) => head !== '') + 1);
}

/** A head of a fixed layout as it is compared. */
export const headKey = (head: string, spellings: Readonly<Record<string, string>>): string => {
  const key = head.toUpperCase();
  return (spellings[key] ?? key).toUpperCase();
};

function shareOf(format: ListFormat, heads: readonly string[], isWanted: boolean): number {
  if (format.kind === 'mapped') {
    if (hasSignature(format.mapped, heads)) return 0.9;
    return isWanted ? Math.min(0.5, fieldsFound(format.mapped, heads) / 10) : 0;
  }
  const found = new Set(heads.map((head) => headKey(head, format.spellings)));
  const shares = format.layouts.map((layout) => layout.heads.filter((head) => found.has(head.toUpperCase())).length / layout.heads.length);
  const share = Math.max(...shares);
  return share >= (isWanted ? 0.15 : 0.5) ? share : 0;
}

/**
 * Finds the header among the first rows and the list it belongs to. With `wanted`, fewer of that list's heads are enough, so that what is missing
 * can be named; a list without a fixed layout may have heads nobody has seen, and then its widest first row is taken. Null: no heads of any list.
 */
export function findHeader(rows: readonly (readonly string[])[], wanted?: FileList): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [at, cells] of rows.slice(0, lookedAt).entries()) {
    const heads = headsOf(cells);
    if (heads.length < 2) continue;
    for (const list of fileLists) {
      const share = shareOf(formats[list], heads, list === wanted);
      // Two lists with equal claims: the one asked for.
      if (share > 0 && (best === null || share > best.share || (share === best.share && list === wanted))) best = { at, list, share };
    }
  }
  if (best !== null || wanted === undefined || formats[wanted].kind === 'fixed') return best;
  const filled = rows.slice(0, lookedAt).map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  return widest < 2 ? null : { at: filled.indexOf(widest), list: wanted, share: 0.1 };
}
