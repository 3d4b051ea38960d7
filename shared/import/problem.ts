import type { Purpose } from './guess-mapping.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Something a person must know about one place in a file. An error keeps the whole import from happening until it is mended or the
 * row is left out; a warning says what was not taken over, or taken for granted.
 */
export type Problem = {
  readonly file: Purpose;
  /** Row as in the file, the header counted. */
  readonly row: number;
  /** The column's head; empty where the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly what: string;
  readonly mend: string;
  readonly severity: 'error' | 'warning';
  /** Set where a word was not understood: the person may say what it stands for (`ImportChoices.words`). */
  readonly word?: { readonly vocabulary: Vocabulary; readonly text: string };
};

/** The key of a word in `ImportChoices.words`. */
export const wordKey = (vocabulary: Vocabulary, text: string): string => `${vocabulary}:${text.trim().toLowerCase()}`;
