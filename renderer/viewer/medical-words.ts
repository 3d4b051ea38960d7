import { factsInsteadOfName, type DocumentUse } from '../../shared/agenda/documents-on-file.ts';
import { dateWords } from '../../shared/wording.ts';

/** What a medical document is called for whoever has no right to it: "Medical document, 3 Mar 2026, negative". Never its name. */
export function medicalWords(uses: readonly DocumentUse[]): string {
  const { day, result } = factsInsteadOfName(uses);
  return ['Medical document', ...(day === null ? [] : [dateWords(day)]), ...(result === null ? [] : [result])].join(', ');
}
