import { distance } from 'fastest-levenshtein';

/**
 * The candidate a person most likely meant by `word`, or null when none is near: at most two edits or two fifths of the letters away,
 * case aside. Ties go to the candidate named first.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  // Far longer words are no typing slips, and measuring them would be quadratic work handed over by a hostile file.
  if (word.length > 100) return null;
  const wanted = word.toLowerCase();
  // Two letters changed places are two edits, the commonest slip of all; in a word of three that would be anything.
  const reach = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length * 0.4));
  let nearest: string | null = null;
  let least = reach + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > reach) continue;
    const away = distance(wanted, candidate.toLowerCase());
    if (away < least) {
      least = away;
      nearest = candidate;
    }
  }
  return nearest;
}
