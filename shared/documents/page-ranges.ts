/** No document has more pages; a range beyond is cut off before it is spelled out. */
const most = 100_000;

/**
 * The pages a reference names, from 1, in the order of the document and each once. `ref` as in a print dialog (`3-5`, `1,4-6`);
 * absent means all. What the document does not have is left out, and a range written backwards (`5-3`) is read as `3-5`.
 */
export function pagesOf(ref: string | undefined, pages: number): readonly number[] {
  const last = Math.min(pages, most);
  if (ref === undefined) return Array.from({ length: last }, (_each, at) => at + 1);
  const named = new Set<number>();
  for (const { from, to } of rangesOf(ref)) for (let page = Math.max(1, from); page <= Math.min(to, last); page += 1) named.add(page);
  return [...named].sort((one, other) => one - other);
}

/** The pages as a reference says them, in the shortest form: `3-5`, `1,4-6`. Nothing for no pages. Repeated ones count once. */
export function pagesText(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const ranges: { readonly from: number; to: number }[] = [];
  for (const page of sorted) {
    const open = ranges.at(-1);
    if (open !== undefined && page === open.to + 1) open.to = page;
    else ranges.push({ from: page, to: page });
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** Whether a reference names a page; without a reference every page is. */
export const namesPage = (ref: string | undefined, page: number): boolean => ref === undefined || rangesOf(ref).some(({ from, to }) => page >= from && page <= to);

function rangesOf(ref: string): readonly { readonly from: number; readonly to: number }[] {
  return ref.split(',').flatMap((part) => {
    const read = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
    if (read === null) return [];
    const [one, other] = [Number(read[1]), Number(read[2] ?? read[1])];
    return [{ from: Math.min(one, other), to: Math.max(one, other) }];
  });
}
