import type { Drawn } from './chapter-messages.ts';

/** A drawn stretch as bytes: the length of a head in JSON, the head, the pages' streams one behind the other. */
export function drawnToBytes({ pages, ...rest }: Drawn): Uint8Array {
  const head = Buffer.from(JSON.stringify({ ...rest, pages: pages.map(({ content, ...page }) => ({ ...page, content: content.length })) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...pages.map(({ content }) => content)]);
}

/** The stretch again; null where the bytes are not whole. They come from a cache that is proven or the user's own, so that their shape is taken as written. */
export function drawnFromBytes(bytes: Uint8Array): Drawn | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length < 4) return null;
  const headEnd = 4 + all.readUInt32BE(0);
  if (headEnd > all.length) return null;
  try {
    const { pages, ...rest } = JSON.parse(all.toString('utf8', 4, headEnd)) as Omit<Drawn, 'pages'> & { readonly pages: readonly (Omit<Drawn['pages'][number], 'content'> & { readonly content: number })[] };
    let at = headEnd;
    const whole = pages.map((page) => {
      const content = new Uint8Array(all.subarray(at, at + page.content));
      at += page.content;
      return { ...page, content };
    });
    return at === all.length ? { ...rest, pages: whole } : null;
  } catch {
    return null;
  }
}
