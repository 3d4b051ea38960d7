/** Bytes compared and searched as the file formats write them: ASCII, at a place. */
export const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string => {
  let text = '';
  for (let at = Math.max(0, from); at < Math.min(to, bytes.length); at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
};

/** Whether the bytes at a place are these. */
export const isAt = (bytes: Uint8Array, at: number, what: readonly number[] | string): boolean => {
  for (let each = 0; each < what.length; each += 1) {
    const wanted = typeof what === 'string' ? what.charCodeAt(each) : what[each];
    if (bytes[at + each] !== wanted) return false;
  }
  return true;
};

/** The last place, before `before`, where some ASCII stands; -1 for nowhere. */
export function lastPlace(bytes: Uint8Array, what: string, before = bytes.length): number {
  const first = what.charCodeAt(0);
  for (let at = Math.min(before, bytes.length) - what.length; at >= 0; at -= 1) if (bytes[at] === first && isAt(bytes, at, what)) return at;
  return -1;
}

/** The first place from `from` up to `to` where some ASCII stands; -1 for nowhere. */
export function firstPlace(bytes: Uint8Array, what: string, from = 0, to = bytes.length): number {
  const first = what.charCodeAt(0);
  for (let at = from; at + what.length <= Math.min(to, bytes.length); at += 1) if (bytes[at] === first && isAt(bytes, at, what)) return at;
  return -1;
}

export const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};
