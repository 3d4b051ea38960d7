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
  binderStart: (args) => ask('binder-start', args),
  binderCancel: (args) => ask('binder-cancel', args),
  showInFolder: (args) => ask('show-in-folder', args),
  openPdf: (args) => ask('open-pdf', args),
  printPage: () => ask('print-page', {}),
  savePagePdf: (args) => ask('save-page-pdf', args),
  setTitleBarColours: (args) => ask('set-title-bar-colours', args),
  remindersStatus: () => ask('reminders-status', {}),
  setReminders: (args) => ask('set-reminders', args),
  remind: (args) => ask('remind', args),
  openMail: (args) => ask('open-mail', args),
  onBinderProgress: (listener) => listen('binder-progress', listener),
  onBinderFinished: (listener) => listen('binder-finished', listener),
  onDownloadProgress: (listener) => listen('download-progress', listener),
  onShowReminders: (listener) => listen('show-reminders', listener),
} satisfies MusterBridge;

contextBridge.exposeInMainWorld('muster', bridge);
