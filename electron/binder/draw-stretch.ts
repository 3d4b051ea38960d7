import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import type { BodyFacts } from '../../shared/pdf/frame.ts';
import type { ChapterCache } from './chapter-cache.ts';
import type { ChapterRequest, Drawn } from './chapter-messages.ts';
import type { ChapterPool } from './chapter-pool.ts';
import { drawnFromBytes, drawnToBytes } from './drawn-code.ts';
import { draw } from './printing.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a page's body may depend on, and nothing else: neither the moment nor the log's head reaches who draws it, so that what is kept fits the next binder. */
export function bodyFacts({ agencyName, agencyNpi, asOf, paper, volume, recipient, takenOut, keyFingerprint }: BodyFacts): BodyFacts {
  return { agencyName, agencyNpi, asOf, paper, volume, recipient, takenOut, keyFingerprint };
}

/** The digest of everything a stretch is drawn from, and of the program that draws it. */
export const drawingKey = (version: string, request: ChapterRequest): string => sha256(canonicalJson({ version, request }));

/** Draws a stretch, or takes it from the cache where it was drawn from the very same. */
export async function drawnStretch(pool: ChapterPool, cache: ChapterCache | null, version: string, who: string, request: ChapterRequest): Promise<Drawn> {
  if (cache === null) return draw(pool, who, request);
  const key = drawingKey(version, request);
  const kept = await cache.get(key);
  const known = kept === null ? null : drawnFromBytes(kept);
  if (known !== null) return known;
  const drawn = await draw(pool, who, request);
  await cache.put(key, drawnToBytes(drawn));
  return drawn;
}
