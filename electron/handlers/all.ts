import type { BackupDesk } from '../backup/backup-desk.ts';
import type { RestoreDesk } from '../backup/restore-desk.ts';
import type { BinderJobs } from '../binder-jobs.ts';
import type { DocumentStores } from '../documents/document-stores.ts';
import type { ConnectionLog } from '../downloads/connection-log.ts';
import type { DownloadPermission } from '../downloads/download-permission.ts';
import type { ListDownloads } from '../downloads/list-downloads.ts';
import type { Handlers } from '../ipc.ts';
import type { Program } from '../diagnostics/machine-facts.ts';
import type { PageReturn } from '../page-return.ts';
import type { Places } from '../places.ts';
import type { ReminderDesk } from '../reminders/reminder-desk.ts';
import type { ScanFolders } from '../scan-folder/scan-folder.ts';
import type { StorageRenewal } from '../storage-renewal.ts';
import type { Vault } from '../vault/vault.ts';
import type { Verifier } from '../verifier.ts';
import { appInfo } from './app-info.ts';
import { backupHandlers } from './backup.ts';
import { binderCancel, binderStart } from './binders.ts';
import { diagnostics } from './diagnostics.ts';
import { documentHandlers } from './documents.ts';
import { allowDownloads, connections, downloadCancel, downloadList, downloadsAllowed } from './downloads.ts';
import { openFile, openList, saveFile } from './files.ts';
import { printPage, savePagePdf, setTitleBarColours } from './page.ts';
import { openPdf, showInFolder } from './places.ts';
import { openMail, remind, remindersStatus, setReminders } from './reminders.ts';
import { scanFolderHandlers } from './scan-folder.ts';
import { storageHandlers } from './storage.ts';
import { storageRenewalHandlers } from './storage-renewal.ts';
import { vaultHandlers } from './vault.ts';
import { verifyPdfHandlers } from './verify-pdf.ts';

/** Who answers which channel: the whole reach of the page into the machine, on one screen. */
export function allHandlers(tools: {
  readonly places: Places;
  readonly documents: DocumentStores;
  readonly binders: BinderJobs;
  readonly downloads: ListDownloads;
  readonly permission: DownloadPermission;
  readonly record: ConnectionLog;
  readonly reminders: ReminderDesk;
  readonly vault: Vault;
  readonly backups: BackupDesk;
  readonly restore: RestoreDesk;
  readonly profile: string;
  readonly returns: PageReturn;
  readonly program: Program;
  readonly renewal: StorageRenewal;
  readonly scans: ScanFolders;
  readonly verifier: Verifier;
}): Handlers {
  const { places, documents, binders, downloads, permission, record, reminders, vault, backups, restore, profile, returns, program, renewal, scans, verifier } = tools;
  return {
    'app-info': appInfo,
    'open-file': openFile,
    'open-list': openList,
    'download-list': downloadList(downloads),
    'download-cancel': downloadCancel(downloads),
    'downloads-allowed': downloadsAllowed(permission),
    'allow-downloads': allowDownloads(permission, downloads),
    connections: connections(record),
    'save-file': saveFile(places),
    ...documentHandlers(documents),
    'binder-start': binderStart({ jobs: binders, known: places, documents, vault, profile }),
    'binder-cancel': binderCancel(binders),
    'show-in-folder': showInFolder(places),
    'open-pdf': openPdf(places),
    'print-page': printPage,
    'save-page-pdf': savePagePdf(places),
    'set-title-bar-colours': setTitleBarColours,
    'reminders-status': remindersStatus(reminders),
    'set-reminders': setReminders(reminders),
    remind: remind(reminders),
    'open-mail': openMail,
    ...vaultHandlers(vault),
    ...backupHandlers({ desk: backups, restore, places }),
    ...storageHandlers(profile, returns),
    ...storageRenewalHandlers(renewal),
    ...scanFolderHandlers(scans),
    ...verifyPdfHandlers({ verifier, places, vault }),
    diagnostics: diagnostics(profile, program),
  };
}
