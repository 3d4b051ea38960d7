import type { BinderJobs } from '../binder-jobs.ts';
import type { DocumentStore } from '../document-store.ts';
import type { Handlers } from '../ipc.ts';
import type { Places } from '../places.ts';
import { appInfo } from './app-info.ts';
import { binderCancel, binderStart } from './binders.ts';
import { readDocument, storeDocument } from './documents.ts';
import { openFile, saveFile } from './files.ts';
import { printPage, savePagePdf, setTitleBarColours } from './page.ts';
import { openPdf, showInFolder } from './places.ts';

/** Who answers which channel: the whole reach of the page into the machine, on one screen. */
export function allHandlers(tools: { readonly places: Places; readonly documents: DocumentStore; readonly binders: BinderJobs }): Handlers {
  const { places, documents, binders } = tools;
  return {
    'app-info': appInfo,
    'open-file': openFile,
    'save-file': saveFile(places),
    'store-document': storeDocument(documents),
    'read-document': readDocument(documents),
    'binder-start': binderStart(binders, places),
    'binder-cancel': binderCancel(binders),
    'show-in-folder': showInFolder(places),
    'open-pdf': openPdf(places),
    'print-page': printPage,
    'save-page-pdf': savePagePdf(places),
    'set-title-bar-colours': setTitleBarColours,
  };
}
