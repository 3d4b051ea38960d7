import { recallMapping, rememberMapping, type ColumnGuess } from '../../../shared/import/guess-mapping.ts';
import type { Target } from '../../../shared/import/targets.ts';

// Meanings of columns by the fingerprint of their heads: nothing of anybody, so it lies with the page's own settings.
const keyOf = (fingerprint: string): string => `muster.import-mapping.${fingerprint}`;

/** The mapping a table with the same heads had last time, or null. Storage that is not to be had is no mapping. */
export function recalled(fingerprint: string, headers: readonly string[]): readonly ColumnGuess[] | null {
  try {
    const kept = localStorage.getItem(keyOf(fingerprint));
    return kept === null ? null : recallMapping(kept, headers);
  } catch {
    return null;
  }
}

/** Keeps a mapping for the next table with the same heads. */
export function remember(fingerprint: string, columns: readonly Target[]): void {
  try {
    localStorage.setItem(keyOf(fingerprint), rememberMapping(columns));
  } catch {
    // Remembering is a comfort; the import itself has been done.
  }
}
