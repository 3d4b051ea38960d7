import { app, dialog } from 'electron';
import type { scanFolderContract } from '../../shared/ipc/scan-folder.ts';
import { ok } from '../../shared/result.ts';
import type { Handlers } from '../ipc.ts';
import type { ScanFolders } from '../scan-folder/scan-folder.ts';

/** Every channel of the scan folder. */
export const scanFolderHandlers = (scans: ScanFolders): Pick<Handlers, keyof typeof scanFolderContract> => ({
  'scan-folder-status': ({ agencyId }) => scans.status(agencyId),
  'scan-folder-choose': async ({ agencyId }, window) => {
    const now = await scans.status(agencyId);
    if (!now.ok) return now;
    const chosen = await dialog.showOpenDialog(window, {
      title: 'Choose the folder your scanner writes to',
      defaultPath: (await scans.folderOf(agencyId)) ?? app.getPath('documents'),
      properties: ['openDirectory'],
    });
    const folder = chosen.filePaths[0];
    return chosen.canceled || folder === undefined ? ok(null) : await scans.choose(agencyId, folder);
  },
  'scan-folder-set': ({ agencyId, afterFiling }) => scans.set(agencyId, afterFiling),
  'scan-folder-forget': ({ agencyId }) => scans.forget(agencyId),
  'scan-folder-look': ({ agencyId }) => scans.look(agencyId),
  'scan-folder-read': ({ agencyId, sha256 }) => scans.read(agencyId, sha256),
  'scan-folder-filed': ({ agencyId, sha256 }) => scans.filed(agencyId, sha256),
});
