import { firstPlace, isAt, lastPlace, latin } from './bytes.ts';
import { pdfHeadAt } from './sniff.ts';

/**
 * Whether a PDF has its end. The end is a `startxref` whose table is there, and `%%EOF` behind it; only blanks, or leftovers of a
 * mail or a fax server, may follow. Objects behind the last end are an update that was cut off, or all but the head of a file that
 * was made for the web. A missing `%%EOF` alone is forgiven where the table is there: nothing is missing then.
 * Source: ISO 32000-1, 7.5.5; annex F for files made for the web, whose first end stands near their beginning.
 */
export function hasEnd(bytes: Uint8Array): boolean {
  const start = lastPlace(bytes, 'startxref');
  if (start < 0) return false;
  const mark = firstPlace(bytes, '%%EOF', start, start + 64);
  if (mark >= 0) return !hasObject(bytes, mark + 5);
  return tableAt(bytes, Number(/^startxref\s+(\d+)/.exec(latin(bytes, start, start + 40))?.[1] ?? Number.NaN)) && !hasObject(bytes, start);
}

/** Whether a table of objects stands at an offset, counted from the head of the file or from its first byte. */
function tableAt(bytes: Uint8Array, offset: number): boolean {
  if (!Number.isSafeInteger(offset)) return false;
  return [offset, offset + Math.max(0, pdfHeadAt(bytes))].some((at) => isAt(bytes, at, 'xref') || /^\d+ \d+ obj/.test(latin(bytes, at, at + 24)));
}

function hasObject(bytes: Uint8Array, from: number): boolean {
  for (let at = firstPlace(bytes, ' obj', from); at >= 0; at = firstPlace(bytes, ' obj', at + 4)) if (/\d+ \d+ obj$/.test(latin(bytes, at - 24, at + 4))) return true;
  return false;
}
