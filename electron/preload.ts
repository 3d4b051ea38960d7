import { contextBridge, ipcRenderer } from 'electron';
import type { MusterBridge } from '../shared/ipc/bridge.ts';
import type { Channel, ChannelArgs, ChannelResult, EventBody, EventName } from '../shared/ipc/contract.ts';

const ask = <Name extends Channel>(name: Name, args: ChannelArgs<Name>): Promise<ChannelResult<Name>> => ipcRenderer.invoke(name, args);

/** The event object stays here: it would hand the page ipcRenderer itself. */
function listen<Name extends EventName>(name: Name, listener: (body: EventBody<Name>) => void): () => void {
  const heard = (_event: unknown, body: EventBody<Name>): void => {
    listener(body);
  };
  ipcRenderer.on(name, heard);
  return () => {
    ipcRenderer.removeListener(name, heard);
  };
}

const bridge = {
  appInfo: () => ask('app-info', {}),
  openFile: (args) => ask('open-file', args),
  openList: () => ask('open-list', {}),
  downloadList: (args) => ask('download-list', args),
  downloadCancel: () => ask('download-cancel', {}),
  downloadsAllowed: () => ask('downloads-allowed', {}),
  allowDownloads: (args) => ask('allow-downloads', args),
  connections: () => ask('connections', {}),
  saveFile: (args) => ask('save-file', args),
  storeDocument: (args) => ask('store-document', args),
  readDocument: (args) => ask('read-document', args),
  documentsSeal: (args) => ask('documents-seal', args),
  documentsCondemn: (args) => ask('documents-condemn', args),
  documentsSweep: (args) => ask('documents-sweep', args),
  scanFolderStatus: (args) => ask('scan-folder-status', args),
  scanFolderChoose: (args) => ask('scan-folder-choose', args),
  scanFolderSet: (args) => ask('scan-folder-set', args),
  scanFolderForget: (args) => ask('scan-folder-forget', args),
  scanFolderLook: (args) => ask('scan-folder-look', args),
  scanFolderRead: (args) => ask('scan-folder-read', args),
  scanFolderFiled: (args) => ask('scan-folder-filed', args),
  binderStart: (args) => ask('binder-start', args),
  binderCancel: (args) => ask('binder-cancel', args),
  verifyPdf: (args) => ask('verify-pdf', args),
  signingKey: (args) => ask('signing-key', args),
  showInFolder: (args) => ask('show-in-folder', args),
  openPdf: (args) => ask('open-pdf', args),
  printPage: () => ask('print-page', {}),
  savePagePdf: (args) => ask('save-page-pdf', args),
  setTitleBarColours: (args) => ask('set-title-bar-colours', args),
  remindersStatus: () => ask('reminders-status', {}),
  setReminders: (args) => ask('set-reminders', args),
  remind: (args) => ask('remind', args),
  openMail: (args) => ask('open-mail', args),
  vaultStatus: (args) => ask('vault-status', args),
  vaultList: () => ask('vault-list', {}),
  vaultPrepare: (args) => ask('vault-prepare', args),
  vaultProve: (args) => ask('vault-prove', args),
  vaultConfirm: (args) => ask('vault-confirm', args),
  vaultUnlock: (args) => ask('vault-unlock', args),
  vaultUnlockHere: (args) => ask('vault-unlock-here', args),
  vaultRecover: (args) => ask('vault-recover', args),
  vaultLock: () => ask('vault-lock', {}),
  vaultRemove: (args) => ask('vault-remove', args),
  vaultChangePassphrase: (args) => ask('vault-change-passphrase', args),
  vaultAllowHere: (args) => ask('vault-allow-here', args),
  vaultSetLock: (args) => ask('vault-set-lock', args),
  vaultUsers: () => ask('vault-users', {}),
  vaultPutUser: (args) => ask('vault-put-user', args),
  vaultRemoveUser: (args) => ask('vault-remove-user', args),
  vaultRenewRecovery: (args) => ask('vault-renew-recovery', args),
  logHeadWritten: (args) => ask('log-head-written', args),
  logHeadSeen: (args) => ask('log-head-seen', args),
  storageSpace: () => ask('storage-space', {}),
  lostAgencies: (args) => ask('lost-agencies', args),
  pageReturned: () => ask('page-returned', {}),
  renewalParts: () => ask('renewal-parts', {}),
  renewalPut: (args) => ask('renewal-put', args),
  renewalWhole: (args) => ask('renewal-whole', args),
  renewalClear: () => ask('renewal-clear', {}),
  renewalGet: (args) => ask('renewal-get', args),
  renewalDone: () => ask('renewal-done', {}),
  diagnostics: () => ask('diagnostics', {}),
  backupStatus: (args) => ask('backup-status', args),
  backupChooseFolder: (args) => ask('backup-choose-folder', args),
  backupShowFolder: (args) => ask('backup-show-folder', args),
  backupWrite: (args) => ask('backup-write', args),
  backupProven: (args) => ask('backup-proven', args),
  backupStop: () => ask('backup-stop', {}),
  backupSave: (args) => ask('backup-save', args),
  restoreOpen: (args) => ask('restore-open', args),
  restoreUnlock: (args) => ask('restore-unlock', args),
  restoreAdopt: (args) => ask('restore-adopt', args),
  restoreAbandon: (args) => ask('restore-abandon', args),
  restoreClose: (args) => ask('restore-close', args),
  onBinderProgress: (listener) => listen('binder-progress', listener),
  onBinderFinished: (listener) => listen('binder-finished', listener),
  onDownloadProgress: (listener) => listen('download-progress', listener),
  onShowReminders: (listener) => listen('show-reminders', listener),
  onBackupProgress: (listener) => listen('backup-progress', listener),
  onDocumentsProgress: (listener) => listen('documents-progress', listener),
  onLocked: (listener) => listen('locked', listener),
  onLockSoon: (listener) => listen('lock-soon', listener),
} satisfies MusterBridge;

contextBridge.exposeInMainWorld('muster', bridge);
