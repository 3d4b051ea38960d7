/**
 * How many typing mistakes lie between two texts, counted up to `most`: one more than `most` where there are more. One letter added, left out or
 * replaced is one, and so are two neighbours swapped (optimal string alignment). Symmetric; 0 exactly where they are equal.
 */
export function typosBetween(one: string, other: string, most: 1 | 2): number {
  if (one === other) return 0;
  let [a, b] = one.length <= other.length ? [one, other] : [other, one];
  if (b.length - a.length > most) return most + 1;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let cut = 0;
  while (cut < a.length - start && a.charCodeAt(a.length - 1 - cut) === b.charCodeAt(b.length - 1 - cut)) cut += 1;
  a = a.slice(start, a.length - cut);
  b = b.slice(start, b.length - cut);
  if (a.length === 0) return b.length;
  if (most === 1) {
    if (b.length === 1) return 1;
    return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0] ? 1 : 2;
  }
  return aligned(a, b, most);
}

/** Rows of the table of optimal string alignment, kept while a row's best is still within `most`. */
function aligned(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
