import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog } from 'electron';
import type { PrintRequest } from '../../shared/ipc/binder-job.ts';
import { fail, ok } from '../../shared/result.ts';
import type { BinderJobs } from '../binder-jobs.ts';
import type { Supplies } from '../binder-messages.ts';
import type { DocumentFault, DocumentSource } from '../binder/document-source.ts';
import type { DocumentStores } from '../documents/document-stores.ts';
import { tell, type Handler } from '../ipc.ts';
import type { Places } from '../places.ts';
import { systemCode } from '../system-code.ts';
import { placeOfAgency } from '../vault/agency-folder.ts';
import type { Vault } from '../vault/vault.ts';

type Desk = { readonly jobs: BinderJobs; readonly known: Places; readonly documents: DocumentStores; readonly vault: Pick<Vault, 'unlocked'>; readonly profile: string };

/** The agency's key to sign with and its drawn chapters; those of an agency without keys lie as plain as its record. */
function suppliesFor({ vault, profile }: Pick<Desk, 'vault' | 'profile'>, job: PrintRequest, agencyId: string | undefined): Omit<Supplies, 'documents'> {
  if (agencyId === undefined || job.kind !== 'binders') return { signing: null, chapters: null };
  const unlocked = vault.unlocked();
  const own = unlocked?.agencyId === agencyId ? unlocked : null;
  const folder = path.join(placeOfAgency(path.join(profile, 'agencies'), agencyId), 'chapters');
  if (own === null) return { signing: job.synthetic ? { kind: 'demonstration' } : null, chapters: job.synthetic ? { folder, key: null } : null };
  return { signing: { kind: 'seed', seed: new Uint8Array(own.general('binder-signing')) }, chapters: { folder, key: new Uint8Array(own.general('chapter-cache')) } };
}

/** The documents of a job. Medical ones only where an entry of the log says that they are opened for it. */
async function lentTo(documents: DocumentStores, agencyId: string, job: Extract<PrintRequest, { kind: 'binders' }>): Promise<DocumentSource> {
  const lending = await documents.of(agencyId).lend(job.logged);
  return {
    read: async (name) => {
      const read = await lending.read(name);
      return read.ok ? ok(read.value.bytes) : fail(faultOf(read.error.code));
    },
  };
}

const faultOf = (code: string): DocumentFault => (code === 'not-found' ? 'not-here' : code === 'not-allowed' || code === 'locked' ? code : 'damaged');

/** `binder-start` */
export function binderStart({ jobs, known, documents, vault, profile }: Desk): Handler<'binder-start'> {
  return async ({ job, folder, agencyId }, window) => {
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
    const supplies = suppliesFor({ vault, profile }, job, agencyId);
    const source = agencyId === undefined || job.kind !== 'binders' ? null : await lentTo(documents, agencyId, job);
    const jobId = jobs.start(job, outFolder, {
      progress: (progress) => {
        tell(page, 'binder-progress', progress);
      },
      finished: (id, result) => {
        tell(page, 'binder-finished', { jobId: id, result });
      },
    }, supplies, source);
    return ok({ jobId, outFolder, place: known.add(outFolder) });
  };
}

/** `binder-cancel` */
export function binderCancel(jobs: BinderJobs): Handler<'binder-cancel'> {
  return ({ jobId }) => Promise.resolve(jobs.cancel(jobId) ? ok({}) : fail({ code: 'not-found' as const }));
}
