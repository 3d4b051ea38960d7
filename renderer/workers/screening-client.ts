import { fail, ok, type Result } from '../../shared/result.ts';
import type { ScreeningAnswerMessage, ScreeningAnswers, ScreeningKind, ScreeningRequestMessage, ScreeningRequests } from './screening-messages.ts';

/** Work in the worker that came to no answer: it was stopped on request, or the worker ended. Nothing was written either way. */
export type NoAnswer = { readonly code: 'cancelled' } | { readonly code: 'worker-ended'; readonly detail?: string };

/** A question under way: its answer, and the way to stop it. */
export type Asked<Answer> = { readonly answer: Promise<Result<Answer, NoAnswer>>; readonly cancel: () => void };

export type ScreeningClient = {
  readonly ask: <Kind extends ScreeningKind>(kind: Kind, request: ScreeningRequests[Kind], progress?: (done: number, total: number) => void) => Asked<ScreeningAnswers[Kind]>;
  /** Ends the worker and frees the lists it holds. */
  readonly close: () => void;
};

type Waiting = { readonly take: (message: ScreeningAnswerMessage) => void; readonly ended: () => void };

/** Starts the worker that reads lists and searches them. One serves a whole visit to the screen: it keeps the lists it has read. */
export function startScreeningClient(): ScreeningClient {
  const worker = new Worker(new URL('./screening-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  const endAll = (): void => {
    for (const { ended } of waiting.values()) ended();
    waiting.clear();
  };
  worker.addEventListener('message', (event: MessageEvent<ScreeningAnswerMessage>) => {
    waiting.get(event.data.id)?.take(event.data);
    if (event.data.kind !== 'progress') waiting.delete(event.data.id);
  });
  worker.addEventListener('error', endAll);
  worker.addEventListener('messageerror', endAll);

  return {
    ask: <Kind extends ScreeningKind>(kind: Kind, ask: ScreeningRequests[Kind], progress?: (done: number, total: number) => void) => {
      const id = next;
      next += 1;
      const answer = new Promise<Result<ScreeningAnswers[Kind], NoAnswer>>((resolve) => {
        waiting.set(id, {
          take: (message) => {
            if (message.kind === 'progress') progress?.(message.done, message.total);
            else if (message.kind === 'answer') resolve(ok(message.answer as ScreeningAnswers[Kind]));
            else if (message.kind === 'cancelled') resolve(fail({ code: 'cancelled' }));
            else resolve(fail({ code: 'worker-ended', detail: message.detail }));
          },
          ended: () => resolve(fail({ code: 'worker-ended' })),
        });
      });
      worker.postMessage({ id, kind, ask });
      return {
        answer,
        cancel: () => {
          const message: ScreeningRequestMessage = { id, kind: 'cancel' };
          worker.postMessage(message);
        },
      };
    },
    close: () => {
      worker.terminate();
      endAll();
    },
  };
}
