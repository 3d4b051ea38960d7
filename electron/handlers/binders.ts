import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog } from 'electron';
import { fail, ok } from '../../shared/result.ts';
import type { BinderJobs } from '../binder-jobs.ts';
import { tell, type Handler } from '../ipc.ts';
import type { Places } from '../places.ts';
import { systemCode } from '../system-code.ts';

/** `binder-start` */
export function binderStart(jobs: BinderJobs, known: Places): Handler<'binder-start'> {
  return async ({ job, folder }, window) => {
    if (jobs.isBusy()) return fail({ code: 'busy' });
    let outFolder = path.join(app.getPath('documents'), 'Muster');
    if (folder === 'ask') {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Choose a folder for the binders',
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      });
      const first = chosen.filePaths[0];
      if (chosen.canceled || first === undefined) return ok(null);
      outFolder = first;
    }
    try {
      await mkdir(outFolder, { recursive: true });
    } catch (error) {
      return fail({ code: 'cannot-write', detail: systemCode(error) });
    }
    // The dialog was open for as long as the person liked; another job may have begun.
    if (jobs.isBusy()) return fail({ code: 'busy' });
    const page = window.webContents;
    const jobId = jobs.start(job, outFolder, {
      progress: (progress) => {
        tell(page, 'binder-progress', progress);
      },
      finished: (id, result) => {
        tell(page, 'binder-finished', { jobId: id, result });
      },
    });
    return ok({ jobId, outFolder, place: known.add(outFolder) });
  };
}

/** `binder-cancel` */
export function binderCancel(jobs: BinderJobs): Handler<'binder-cancel'> {
  return ({ jobId }) => Promise.resolve(jobs.cancel(jobId) ? ok({}) : fail({ code: 'not-found' as const }));
}
