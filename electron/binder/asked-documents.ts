import { fail, ok } from '../../shared/result.ts';
import type { DocumentFault, DocumentSource } from './document-source.ts';

export type DocumentQuestion = { readonly id: number; readonly sha256: string; readonly vault: 'personnel' | 'medical' };
export type DocumentAnswer = { readonly id: number; readonly bytes: Uint8Array | null; readonly fault: DocumentFault | null };

/**
 * Documents asked of another process, one at a time: it reads the next one only once this one was given up, so that no more than one lies in memory twice.
 */
export function askedDocuments(ask: (question: DocumentQuestion) => void): DocumentSource & { readonly answered: (answer: DocumentAnswer) => void } {
  let next = 1;
  let turn: Promise<unknown> = Promise.resolve();
  const waiting = new Map<number, (answer: DocumentAnswer) => void>();
  return {
    read: ({ sha256, vault }) => {
      const asked = turn.then(() => new Promise<DocumentAnswer>((resolve) => {
        const id = next;
        next += 1;
        waiting.set(id, resolve);
        ask({ id, sha256, vault });
      }));
      turn = asked;
      return asked.then(({ bytes, fault }) => (bytes === null ? fail(fault ?? 'not-here') : ok(bytes)));
    },
    answered: (answer) => {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    },
  };
}
