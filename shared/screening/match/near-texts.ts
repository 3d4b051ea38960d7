import { typosBetween } from './typos.ts';

/** FNV-1a of a text without the letter at `skip` (-1: all of it), 32 bits. */
function hashWithout(text: string, skip: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    if (at === skip) continue;
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Ids fit below this, so that a hash and an id share one exact double. */
const idRoom = 2 ** 21;

/**
 * Distinct texts, and quickly all of them within one typing mistake of another text. Two texts within one mistake (a letter added, left out, replaced, or two
 * neighbours swapped) share a text that either gives by leaving out at most one letter; so every text is filed under itself and each of those, and looked up
 * the same way. Hashes may collide: what is found is compared before it is answered, so nothing is added, and nothing is lost.
 */
export class NearTexts {
  readonly #texts: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  /** hash * idRoom + id, ascending. */
  readonly #keys: Float64Array;
  readonly #known = new Map<string, readonly number[]>();

  constructor(texts: readonly string[]) {
    if (texts.length >= idRoom) throw new Error('more distinct names than a list can have');
    this.#texts = texts;
    this.#ids = new Map(texts.map((text, id) => [text, id]));
    let count = 0;
    for (const text of texts) count += text.length + 1;
    const keys = new Float64Array(count);
    let at = 0;
    for (const [id, text] of texts.entries()) {
      for (let skip = -1; skip < text.length; skip += 1) {
        keys[at] = hashWithout(text, skip) * idRoom + id;
        at += 1;
      }
    }
    this.#keys = keys.sort();
  }

  /** The id of exactly this text. */
  idOf(text: string): number | undefined {
    return this.#ids.get(text);
  }

  /** The ids of all texts within one mistake, the text itself included, ascending. */
  near(text: string): readonly number[] {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const found = new Set<number>();
    for (let skip = -1; skip < text.length; skip += 1) this.#collect(hashWithout(text, skip), text, found);
    const ids = [...found].sort((one, other) => one - other);
    this.#known.set(text, ids);
    return ids;
  }

  #collect(hash: number, text: string, into: Set<number>): void {
    const keys = this.#keys;
    const from = hash * idRoom;
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < keys.length; at += 1) {
      const key = keys[at] ?? Infinity;
      if (key >= from + idRoom) return;
      const id = key - from;
      if (!into.has(id) && typosBetween(this.#texts[id] ?? '', text, 1) <= 1) into.add(id);
    }
  }
}
