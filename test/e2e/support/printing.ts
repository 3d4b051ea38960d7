import type { BinderFinished, BinderProgress } from '../../../shared/ipc/binder-job.ts';
import type { Muster } from './launch.ts';

type Heard = { finished: BinderFinished | null; progress: BinderProgress[] };

/** Points Documents at the test's folder and listens on the page, as the screens that print do. */
export async function prepare({ app, page }: Muster, folder: string): Promise<void> {
  await app.evaluate(({ app: running }, documents) => {
    running.setPath('documents', documents);
  }, folder);
  await page.evaluate(() => {
    const heard: Heard = { finished: null, progress: [] };
    Object.assign(globalThis, { heard });
    window.muster.onBinderProgress((progress) => heard.progress.push(progress));
    window.muster.onBinderFinished((finished) => {
      heard.finished = finished;
    });
  });
}

/** What the page heard of the job since `prepare`. */
export const heard = ({ page }: Muster) => page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);

/** Asks for a printing job, with its files in the usual folder. */
export const start = ({ page }: Muster, request: unknown) =>
  page.evaluate((asked) => window.muster.binderStart(asked as Parameters<typeof window.muster.binderStart>[0]), { job: request, folder: 'usual' });
