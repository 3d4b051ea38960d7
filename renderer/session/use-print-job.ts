import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { printedWords } from '../../shared/audit/printed-words.ts';
import type { BinderResult, PrintRequest } from '../../shared/ipc/binder-job.ts';
import { commitErrorWords } from './commit-words.ts';
import type { PrintRunner } from './print-run.ts';
import { useSession } from './session.tsx';

/** What is printed: `what` as the log calls it, "a binder of Ana Ruiz as of 19 Mar 2026"; `count` of it; where to; `after` it ended and the log says so. */
export type PrintOrder = { readonly job: PrintRequest; readonly count: number; readonly folder: 'ask' | 'usual'; readonly synthetic: boolean; readonly what: string; readonly after?: (result: BinderResult) => void };

/**
 * Starts a job of the printing process. The log says when it began, since what is finished before it is cancelled or stopped stays in the folder, and what came
 * out of it, file by file with its SHA-256.
 */
export function usePrintJob(): (runner: PrintRunner, order: PrintOrder) => void {
  const { agencyId, can, logEvent } = useSession();
  return useCallback(
    (runner, { job, count, folder, synthetic, what, after }) => {
      if (!can('make-binder')) {
        notifications.show({ color: 'red', title: 'Nothing was printed', message: 'An auditor looks and takes nothing along. Ask HR or compliance for the file.', autoClose: 8000 });
        return;
      }
      const log = async (said: string): Promise<void> => {
        const logged = await logEvent('binder', said);
        if (!logged.ok) notifications.show({ color: 'red', title: 'This is not in the log', message: `The files are not affected, but their entry could not be written. ${commitErrorWords(logged.error)}`, autoClose: false });
      };
      void runner.start(job, count, folder, synthetic, {
        begun: () => void log(`Began ${what}`),
        ended: (result, outFolder) => void log(printedWords(what, result, outFolder)).then(() => after?.(result)),
      }, agencyId);
    },
    [agencyId, can, logEvent],
  );
}
