import { app, dialog, shell } from 'electron';
import path from 'node:path';
import { fail, ok } from '../../shared/result.ts';
import type { BackupDesk, Progress } from '../backup/backup-desk.ts';
import type { RestoreDesk } from '../backup/restore-desk.ts';
import { tell, type AppWindow, type Handler, type Handlers } from '../ipc.ts';
import type { Places } from '../places.ts';

type BackupChannel = Extract<keyof Handlers, `backup-${string}` | `restore-${string}`>;

const telling = (window: AppWindow): Progress => (stage, done, total) => {
  tell(window.webContents, 'backup-progress', { stage, done, total });
};

/** Everything about backups, restoring and handing over. */
export function backupHandlers({ desk, restore, places }: { readonly desk: BackupDesk; readonly restore: RestoreDesk; readonly places: Places }): { readonly [Name in BackupChannel]: Handler<Name> } {
  return {
    'backup-status': async ({ agencyId }) => ok(await desk.status(agencyId)),
    'backup-choose-folder': async ({ agencyId, agencyName }, window) => {
      const chosen = await dialog.showOpenDialog(window, {
        title: 'Choose where backups go: another disk, a USB drive or a network folder',
        defaultPath: (await desk.folderOf(agencyId)) ?? app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      });
      const folder = chosen.filePaths[0];
      return chosen.canceled || folder === undefined ? ok(null) : await desk.choose(agencyId, agencyName, folder);
    },
    'backup-show-folder': async ({ agencyId }) => {
      const folder = await desk.folderOf(agencyId);
      if (folder === null) return fail({ code: 'not-found', detail: 'folder' });
      shell.showItemInFolder(folder);
      return ok({});
    },
    'backup-write': ({ agencyId, source }, window) => desk.write(agencyId, source, telling(window)),
    'backup-proven': ({ agencyId, name, differs }, window) => desk.prove(agencyId, name, differs, telling(window)),
    'backup-stop': () => {
      desk.stop();
      restore.stop();
      return Promise.resolve(ok({}));
    },
    'backup-save': async ({ agencyId, kind, suggestedName, source }, window) => {
      const refused = desk.maySave(agencyId, kind);
      if (refused !== null) return fail(refused);
      const chosen = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters: [{ name: 'Muster, encrypted', extensions: ['muster'] }] });
      if (chosen.canceled || chosen.filePath === '') return ok(null);
      const saved = await desk.save(agencyId, kind, chosen.filePath, source, telling(window));
      return saved.ok ? ok({ name: path.basename(chosen.filePath), place: places.add(chosen.filePath), readBack: saved.value }) : saved;
    },
    'restore-open': async ({ from }, window) => {
      if (from !== null) {
        const folder = await desk.folderOf(from.agencyId);
        return folder === null ? fail({ code: 'not-found', detail: 'folder' }) : await restore.open(path.join(folder, from.name));
      }
      const chosen = await dialog.showOpenDialog(window, { title: 'Choose a backup', properties: ['openFile'], filters: [{ name: 'Muster backups', extensions: ['muster'] }] });
      const file = chosen.filePaths[0];
      return chosen.canceled || file === undefined ? ok(null) : await restore.open(file);
    },
    'restore-unlock': async ({ token, userId, passphrase, recoveryKey }, window) => {
      const read = await restore.unlock(token, { userId, passphrase, ...(recoveryKey !== undefined && { recoveryKey }) }, (done, total) => telling(window)('reading-back', done, total));
      if (!read.ok) return read;
      const { contents: { files, ...contents }, records, medical, badFiles } = read.value;
      return ok({ contents, files: files.length, badFiles: [...badFiles], records, medical });
    },
    'restore-adopt': ({ token, agencyId }, window) => restore.adopt(token, agencyId, (done, total) => telling(window)('documents', done, total)),
    'restore-abandon': ({ token }) => restore.abandon(token),
    'restore-close': async ({ token }) => {
      await restore.close(token);
      return ok({});
    },
  };
}
