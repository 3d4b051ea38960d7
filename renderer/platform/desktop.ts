import { bridgeName, type MusterBridge } from '../../shared/ipc/bridge.ts';
import type { ChannelArgs, ChannelResult, EventBody } from '../../shared/ipc/contract.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail } from '../../shared/result.ts';

const bridge = (): MusterBridge | undefined => (globalThis as { readonly [bridgeName]?: MusterBridge })[bridgeName];

/** Asks the machine. A refusal of the bridge itself, or its absence, is a failure like any other: nothing here throws. */
async function ask<Value>(request: (desktop: MusterBridge) => Promise<Value>): Promise<Value | { readonly ok: false; readonly error: IpcFailure }> {
  const desktop = bridge();
  if (desktop === undefined) return fail({ code: 'failed', detail: 'no bridge' });
  try {
    return await request(desktop);
  } catch {
    return fail({ code: 'failed', detail: 'refused' });
  }
}

export const appInfo = (): Promise<ChannelResult<'app-info'>> => ask((desktop) => desktop.appInfo());

/** Lets the person choose a file and reads it; a value of null means they closed the dialog. */
export const openFile = (args: ChannelArgs<'open-file'>): Promise<ChannelResult<'open-file'>> => ask((desktop) => desktop.openFile(args));

/** Lets the person choose the file of an exclusion list and reads it; a value of null means they closed the dialog. */
export const openList = (): Promise<ChannelResult<'open-list'>> => ask((desktop) => desktop.openList());

/** Fetches a list from its official address. Only ever on the person's own click; `not-allowed` until they have allowed it. */
export const downloadList = (args: ChannelArgs<'download-list'>): Promise<ChannelResult<'download-list'>> =>
  ask((desktop) => desktop.downloadList(args));

/** Stops the download under way, which then fails with `cancelled`. */
export const cancelDownload = (): Promise<ChannelResult<'download-cancel'>> => ask((desktop) => desktop.downloadCancel());

export const downloadsAllowed = (): Promise<ChannelResult<'downloads-allowed'>> => ask((desktop) => desktop.downloadsAllowed());

export const allowDownloads = (args: ChannelArgs<'allow-downloads'>): Promise<ChannelResult<'allow-downloads'>> =>
  ask((desktop) => desktop.allowDownloads(args));

/** Every connection ever made, oldest first. */
export const connections = (): Promise<ChannelResult<'connections'>> => ask((desktop) => desktop.connections());

/** Lets the person choose a place and writes there; a value of null means they closed the dialog. */
export const saveFile = (args: ChannelArgs<'save-file'>): Promise<ChannelResult<'save-file'>> => ask((desktop) => desktop.saveFile(args));

export const storeDocument = (args: ChannelArgs<'store-document'>): Promise<ChannelResult<'store-document'>> =>
  ask((desktop) => desktop.storeDocument(args));

export const readDocument = (args: ChannelArgs<'read-document'>): Promise<ChannelResult<'read-document'>> =>
  ask((desktop) => desktop.readDocument(args));

/** Sealing and destroying documents: one function a channel, see `shared/ipc/documents.ts`. */
export const documents = {
  seal: (args: ChannelArgs<'documents-seal'>): Promise<ChannelResult<'documents-seal'>> => ask((desktop) => desktop.documentsSeal(args)),
  condemn: (args: ChannelArgs<'documents-condemn'>): Promise<ChannelResult<'documents-condemn'>> => ask((desktop) => desktop.documentsCondemn(args)),
  sweep: (args: ChannelArgs<'documents-sweep'>): Promise<ChannelResult<'documents-sweep'>> => ask((desktop) => desktop.documentsSweep(args)),
  /** Hears how far sealing is; answers the function that stops listening. */
  onProgress: (listener: (body: EventBody<'documents-progress'>) => void): (() => void) => bridge()?.onDocumentsProgress(listener) ?? noEvents,
};

export const startBinders = (args: ChannelArgs<'binder-start'>): Promise<ChannelResult<'binder-start'>> =>
  ask((desktop) => desktop.binderStart(args));

export const cancelBinders = (args: ChannelArgs<'binder-cancel'>): Promise<ChannelResult<'binder-cancel'>> =>
  ask((desktop) => desktop.binderCancel(args));

export const showInFolder = (args: ChannelArgs<'show-in-folder'>): Promise<ChannelResult<'show-in-folder'>> =>
  ask((desktop) => desktop.showInFolder(args));

export const openPdf = (args: ChannelArgs<'open-pdf'>): Promise<ChannelResult<'open-pdf'>> => ask((desktop) => desktop.openPdf(args));

/** Prints what the page shows, through the system's dialog. */
export const printPage = (): Promise<ChannelResult<'print-page'>> => ask((desktop) => desktop.printPage());

export const savePagePdf = (args: ChannelArgs<'save-page-pdf'>): Promise<ChannelResult<'save-page-pdf'>> =>
  ask((desktop) => desktop.savePagePdf(args));

export const setTitleBarColours = (args: ChannelArgs<'set-title-bar-colours'>): Promise<ChannelResult<'set-title-bar-colours'>> =>
  ask((desktop) => desktop.setTitleBarColours(args));

/** The switches of reminders on this computer, what it can do, and its last notification. */
export const remindersStatus = (): Promise<ChannelResult<'reminders-status'>> => ask((desktop) => desktop.remindersStatus());

export const setReminders = (args: ChannelArgs<'set-reminders'>): Promise<ChannelResult<'set-reminders'>> => ask((desktop) => desktop.setReminders(args));

/** Hands a run's numbers to the tray, and its one notification to the system. */
export const remind = (args: ChannelArgs<'remind'>): Promise<ChannelResult<'remind'>> => ask((desktop) => desktop.remind(args));

/** Opens a draft in the system's mail program; the person sends it. */
export const openMail = (args: ChannelArgs<'open-mail'>): Promise<ChannelResult<'open-mail'>> => ask((desktop) => desktop.openMail(args));

/** The room on the disk the records lie on. */
export const storageSpace = (): Promise<ChannelResult<'storage-space'>> => ask((desktop) => desktop.storageSpace());

/** Agencies that were recorded in here and whose database is not among the present ones. */
export const lostOf = (args: ChannelArgs<'lost-agencies'>): Promise<ChannelResult<'lost-agencies'>> => ask((desktop) => desktop.lostAgencies(args));

/** Whether the page ended by itself and was opened again; said once. */
export const pageReturned = (): Promise<ChannelResult<'page-returned'>> => ask((desktop) => desktop.pageReturned());

/** Where databases are set aside while the storage is written anew: one function a channel, see `shared/ipc/storage-renewal.ts`. */
export const setAside = {
  parts: (): Promise<ChannelResult<'renewal-parts'>> => ask((desktop) => desktop.renewalParts()),
  put: (args: ChannelArgs<'renewal-put'>): Promise<ChannelResult<'renewal-put'>> => ask((desktop) => desktop.renewalPut(args)),
  whole: (args: ChannelArgs<'renewal-whole'>): Promise<ChannelResult<'renewal-whole'>> => ask((desktop) => desktop.renewalWhole(args)),
  clear: (): Promise<ChannelResult<'renewal-clear'>> => ask((desktop) => desktop.renewalClear()),
  get: (args: ChannelArgs<'renewal-get'>): Promise<ChannelResult<'renewal-get'>> => ask((desktop) => desktop.renewalGet(args)),
  done: (): Promise<ChannelResult<'renewal-done'>> => ask((desktop) => desktop.renewalDone()),
} as const;

/** What the main process can say of itself and the machine. */
export const diagnostics = (): Promise<ChannelResult<'diagnostics'>> => ask((desktop) => desktop.diagnostics());

const noEvents = (): void => undefined;

/** Whether a PDF is as Muster signed it; a value of null means they closed the dialog. */
export const verifyPdf = (args: ChannelArgs<'verify-pdf'>): Promise<ChannelResult<'verify-pdf'>> => ask((desktop) => desktop.verifyPdf(args));

/** Fingerprint of the key the agency signs with. */
export const signingKey = (args: ChannelArgs<'signing-key'>): Promise<ChannelResult<'signing-key'>> => ask((desktop) => desktop.signingKey(args));

/** Hears how far a binder job is; answers the function that stops listening. */
export const onBinderProgress = (listener: (body: EventBody<'binder-progress'>) => void): (() => void) =>
  bridge()?.onBinderProgress(listener) ?? noEvents;

/** Hears the end of a binder job; answers the function that stops listening. */
export const onBinderFinished = (listener: (body: EventBody<'binder-finished'>) => void): (() => void) =>
  bridge()?.onBinderFinished(listener) ?? noEvents;

/** Hears how far a download is; answers the function that stops listening. */
export const onDownloadProgress = (listener: (body: EventBody<'download-progress'>) => void): (() => void) =>
  bridge()?.onDownloadProgress(listener) ?? noEvents;

/** Hears that a notification or the tray was clicked; answers the function that stops listening. */
export const onShowReminders = (listener: () => void): (() => void) => bridge()?.onShowReminders(listener) ?? noEvents;

/** Keys, users and the lock: one function a channel, see `shared/ipc/vault.ts`. */
export const vault = {
  status: (args: ChannelArgs<'vault-status'>): Promise<ChannelResult<'vault-status'>> => ask((desktop) => desktop.vaultStatus(args)),
  list: (): Promise<ChannelResult<'vault-list'>> => ask((desktop) => desktop.vaultList()),
  prepare: (args: ChannelArgs<'vault-prepare'>): Promise<ChannelResult<'vault-prepare'>> => ask((desktop) => desktop.vaultPrepare(args)),
  confirm: (args: ChannelArgs<'vault-confirm'>): Promise<ChannelResult<'vault-confirm'>> => ask((desktop) => desktop.vaultConfirm(args)),
  unlock: (args: ChannelArgs<'vault-unlock'>): Promise<ChannelResult<'vault-unlock'>> => ask((desktop) => desktop.vaultUnlock(args)),
  unlockHere: (args: ChannelArgs<'vault-unlock-here'>): Promise<ChannelResult<'vault-unlock-here'>> => ask((desktop) => desktop.vaultUnlockHere(args)),
  recover: (args: ChannelArgs<'vault-recover'>): Promise<ChannelResult<'vault-recover'>> => ask((desktop) => desktop.vaultRecover(args)),
  lock: (): Promise<ChannelResult<'vault-lock'>> => ask((desktop) => desktop.vaultLock()),
  remove: (args: ChannelArgs<'vault-remove'>): Promise<ChannelResult<'vault-remove'>> => ask((desktop) => desktop.vaultRemove(args)),
  prove: (args: ChannelArgs<'vault-prove'>): Promise<ChannelResult<'vault-prove'>> => ask((desktop) => desktop.vaultProve(args)),
  changePassphrase: (args: ChannelArgs<'vault-change-passphrase'>): Promise<ChannelResult<'vault-change-passphrase'>> => ask((desktop) => desktop.vaultChangePassphrase(args)),
  allowHere: (args: ChannelArgs<'vault-allow-here'>): Promise<ChannelResult<'vault-allow-here'>> => ask((desktop) => desktop.vaultAllowHere(args)),
  setLock: (args: ChannelArgs<'vault-set-lock'>): Promise<ChannelResult<'vault-set-lock'>> => ask((desktop) => desktop.vaultSetLock(args)),
  users: (): Promise<ChannelResult<'vault-users'>> => ask((desktop) => desktop.vaultUsers()),
  putUser: (args: ChannelArgs<'vault-put-user'>): Promise<ChannelResult<'vault-put-user'>> => ask((desktop) => desktop.vaultPutUser(args)),
  removeUser: (args: ChannelArgs<'vault-remove-user'>): Promise<ChannelResult<'vault-remove-user'>> => ask((desktop) => desktop.vaultRemoveUser(args)),
  renewRecovery: (args: ChannelArgs<'vault-renew-recovery'>): Promise<ChannelResult<'vault-renew-recovery'>> => ask((desktop) => desktop.vaultRenewRecovery(args)),
  logHeadWritten: (args: ChannelArgs<'log-head-written'>): Promise<ChannelResult<'log-head-written'>> => ask((desktop) => desktop.logHeadWritten(args)),
  logHeadSeen: (args: ChannelArgs<'log-head-seen'>): Promise<ChannelResult<'log-head-seen'>> => ask((desktop) => desktop.logHeadSeen(args)),
} as const;

/** Backups, restoring and handing over: one function a channel, see `shared/ipc/backup.ts`. */
export const backups = {
  status: (args: ChannelArgs<'backup-status'>): Promise<ChannelResult<'backup-status'>> => ask((desktop) => desktop.backupStatus(args)),
  chooseFolder: (args: ChannelArgs<'backup-choose-folder'>): Promise<ChannelResult<'backup-choose-folder'>> => ask((desktop) => desktop.backupChooseFolder(args)),
  showFolder: (args: ChannelArgs<'backup-show-folder'>): Promise<ChannelResult<'backup-show-folder'>> => ask((desktop) => desktop.backupShowFolder(args)),
  write: (args: ChannelArgs<'backup-write'>): Promise<ChannelResult<'backup-write'>> => ask((desktop) => desktop.backupWrite(args)),
  proven: (args: ChannelArgs<'backup-proven'>): Promise<ChannelResult<'backup-proven'>> => ask((desktop) => desktop.backupProven(args)),
  stop: (): Promise<ChannelResult<'backup-stop'>> => ask((desktop) => desktop.backupStop()),
  save: (args: ChannelArgs<'backup-save'>): Promise<ChannelResult<'backup-save'>> => ask((desktop) => desktop.backupSave(args)),
  open: (args: ChannelArgs<'restore-open'>): Promise<ChannelResult<'restore-open'>> => ask((desktop) => desktop.restoreOpen(args)),
  unlock: (args: ChannelArgs<'restore-unlock'>): Promise<ChannelResult<'restore-unlock'>> => ask((desktop) => desktop.restoreUnlock(args)),
  adopt: (args: ChannelArgs<'restore-adopt'>): Promise<ChannelResult<'restore-adopt'>> => ask((desktop) => desktop.restoreAdopt(args)),
  abandon: (args: ChannelArgs<'restore-abandon'>): Promise<ChannelResult<'restore-abandon'>> => ask((desktop) => desktop.restoreAbandon(args)),
  close: (args: ChannelArgs<'restore-close'>): Promise<ChannelResult<'restore-close'>> => ask((desktop) => desktop.restoreClose(args)),
} as const;

/** Hears how far a backup or a restore is; answers the function that stops listening. */
export const onBackupProgress = (listener: (body: EventBody<'backup-progress'>) => void): (() => void) => bridge()?.onBackupProgress(listener) ?? noEvents;

/** Hears that the main process forgot the keys; answers the function that stops listening. */
export const onLocked = (listener: (body: EventBody<'locked'>) => void): (() => void) => bridge()?.onLocked(listener) ?? noEvents;

/** Hears how soon idleness locks. */
export const onLockSoon = (listener: (body: EventBody<'lock-soon'>) => void): (() => void) => bridge()?.onLockSoon(listener) ?? noEvents;

/** The folder the scanner writes to: one function a channel, see `shared/ipc/scan-folder.ts`. */
export const scanFolder = {
  status: (args: ChannelArgs<'scan-folder-status'>): Promise<ChannelResult<'scan-folder-status'>> => ask((desktop) => desktop.scanFolderStatus(args)),
  choose: (args: ChannelArgs<'scan-folder-choose'>): Promise<ChannelResult<'scan-folder-choose'>> => ask((desktop) => desktop.scanFolderChoose(args)),
  set: (args: ChannelArgs<'scan-folder-set'>): Promise<ChannelResult<'scan-folder-set'>> => ask((desktop) => desktop.scanFolderSet(args)),
  forget: (args: ChannelArgs<'scan-folder-forget'>): Promise<ChannelResult<'scan-folder-forget'>> => ask((desktop) => desktop.scanFolderForget(args)),
  look: (args: ChannelArgs<'scan-folder-look'>): Promise<ChannelResult<'scan-folder-look'>> => ask((desktop) => desktop.scanFolderLook(args)),
  read: (args: ChannelArgs<'scan-folder-read'>): Promise<ChannelResult<'scan-folder-read'>> => ask((desktop) => desktop.scanFolderRead(args)),
  filed: (args: ChannelArgs<'scan-folder-filed'>): Promise<ChannelResult<'scan-folder-filed'>> => ask((desktop) => desktop.scanFolderFiled(args)),
} as const;
