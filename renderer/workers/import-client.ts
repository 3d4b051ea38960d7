import type { CivilDate } from '../../shared/civil-date.ts';
import type { Purpose } from '../../shared/import/guess-mapping.ts';
import type { Target } from '../../shared/import/targets.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { ImportAnswerMessage, ImportAnswers, ImportRequestMessage, PlanRequest } from './import-messages.ts';

/** The worker that reads spreadsheets ended before it answered: out of memory, or a fault of ours. Nothing was written. */
export type WorkerEnded = { readonly code: 'worker-ended' };

/** Reads and plans in a worker of its own. `close` ends it and frees the tables it holds. */
export type ImportClient = {
  readonly read: (bytes: Uint8Array, fileName: string, purpose: Purpose, sheet: string | null) => Promise<Result<ImportAnswers['read'], WorkerEnded>>;
  readonly order: (token: number, columns: readonly Target[], today: CivilDate) => Promise<Result<ImportAnswers['order'], WorkerEnded>>;
  readonly plan: (request: PlanRequest) => Promise<Result<ImportAnswers['plan'], WorkerEnded>>;
  readonly close: () => void;
};

type Waiting = { readonly take: (answer: unknown) => void; readonly ended: () => void };

/** Starts the worker. It is started once for an import, not once for a question. */
export function startImportClient(): ImportClient {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  const endAll = (): void => {
    for (const { ended } of waiting.values()) ended();
    waiting.clear();
  };
  worker.addEventListener('message', (event: MessageEvent<ImportAnswerMessage>) => {
    waiting.get(event.data.id)?.take(event.data.answer);
    waiting.delete(event.data.id);
  });
  worker.addEventListener('error', endAll);
  worker.addEventListener('messageerror', endAll);

  const ask = <Answer,>(request: (id: number) => ImportRequestMessage): Promise<Result<Answer, WorkerEnded>> =>
    new Promise((resolve) => {
      const id = next;
      next += 1;
      waiting.set(id, {
        take: (answer) => resolve({ ok: true, value: answer as Answer }),
        ended: () => resolve(fail({ code: 'worker-ended' })),
      });
      worker.postMessage(request(id));
    });

  return {
    read: (bytes, fileName, purpose, sheet) => ask((id) => ({ id, kind: 'read', bytes, fileName, purpose, sheet })),
    order: (token, columns, today) => ask((id) => ({ id, kind: 'order', token, columns, today })),
    plan: (request) => ask((id) => ({ id, kind: 'plan', ...request })),
    close: () => {
      worker.terminate();
      endAll();
    },
  };
}
