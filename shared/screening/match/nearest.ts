import { distance } from 'fastest-levenshtein';
import type { RowProfile, SubjectProfile } from './profile.ts';
import { partsOf, plainScore } from './score-row.ts';
import type { Judgement } from './tier.ts';
import { whyNoMatch } from './why.ts';

/** A row that is no match, and how near it comes. */
type Near = { readonly row: number; readonly score: number; readonly why: string };

/** How alike two given names are, 0 to 8 points: what tells the nearest of many namesakes. */
function likeness(us: SubjectProfile, them: RowProfile): number {
  let best = 0;
  for (const theirs of them.givens) {
    for (const ours of us.givens) {
      const longest = Math.max(ours.text.length, theirs.text.length);
      best = Math.max(best, Math.round(8 * (1 - distance(ours.text, theirs.text) / longest)));
    }
  }
  return best;
}

/**
 * A row comes near if it is no match although the surname agrees without a mistake, or the birth date is equal. Points: those of the score card without
 * the tier, and up to 8 for the likeness of the first names. Null for a row that does not come near.
 */
function nearness(us: SubjectProfile, them: RowProfile, judged: Judgement): number | null {
  const near = judged.birth === 'equal' || (judged.surname.how !== 'none' && judged.surname.typos === 0);
  if (!near) return null;
  return Math.min(49, plainScore(partsOf(us, them, judged)) + (judged.given.how === 'none' ? likeness(us, them) : 0));
}

/** Keeps the nearest of the rows offered: most points, then the first row of the file. */
export class Nearest {
  #best: { readonly them: RowProfile; readonly judged: Judgement; readonly score: number } | null = null;
  readonly #us: SubjectProfile;

  constructor(us: SubjectProfile) {
    this.#us = us;
  }

  offer(them: RowProfile, judged: Judgement): void {
    const score = nearness(this.#us, them, judged);
    if (score === null) return;
    const best = this.#best;
    if (best === null || score > best.score || (score === best.score && them.row.row < best.them.row.row)) this.#best = { them, judged, score };
  }

  found(): { readonly them: RowProfile; readonly near: Near } | null {
    if (this.#best === null) return null;
    const { them, judged, score } = this.#best;
    return { them, near: { row: them.row.row, score, why: whyNoMatch(judged) } };
  }
}
