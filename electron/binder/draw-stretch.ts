import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import type { BodyFacts } from '../../shared/pdf/frame.ts';
import { chapterFingerprint } from '../../shared/report/build-binder.ts';
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
function drawingKey(version: string, request: ChapterRequest): string {
  if (request.kind !== 'draw' || request.stretch.kind !== 'person') return sha256(canonicalJson({ version, request }));
  const { facts, stretch } = request;
  return sha256(canonicalJson({ version, facts, own: stretch.own, chapter: chapterFingerprint(stretch.chapter) }));
}

/** A stretch drawn from the very same before; null where there is none. */
export async function keptStretch(cache: ChapterCache | null, version: string, request: ChapterRequest): Promise<Drawn | null> {
  const bytes = await cache?.get(drawingKey(version, request));
  return bytes == null ? null : drawnFromBytes(bytes);
}

/** Draws a stretch and keeps it. */
export async function newStretch(pool: ChapterPool, cache: ChapterCache | null, version: string, who: string, request: ChapterRequest): Promise<Drawn> {
  const drawn = await draw(pool, who, request);
  await cache?.put(drawingKey(version, request), drawnToBytes(drawn));
  return drawn;
}

/** Draws a stretch, or takes it from the cache where it was drawn from the very same. */
export const drawnStretch = async (pool: ChapterPool, cache: ChapterCache | null, version: string, who: string, request: ChapterRequest): Promise<Drawn> =>
  (await keptStretch(cache, version, request)) ?? newStretch(pool, cache, version, who, request);
