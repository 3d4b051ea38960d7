import { dialog } from 'electron';
import { fail, ok } from '../../shared/result.ts';
import type { Handler } from '../ipc.ts';
import type { Places } from '../places.ts';
import { paintTitleBar } from '../title-bar.ts';
import { saveTo } from './files.ts';

/** `print-page` */
export const printPage: Handler<'print-page'> = (_args, window) =>
  new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, (printed, reason) => {
      // A closed dialog is an answer, not a failure; the words are Chromium's.
      if (printed || /cancel/i.test(reason)) resolve(ok({ printed }));
      else resolve(fail({ code: 'cannot-write', detail: 'printer' }));
    });
  });

/** `save-page-pdf` */
export function savePagePdf(known: Places): Handler<'save-page-pdf'> {
  return async ({ suggestedName }, window) => {
    const chosen = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
    if (chosen.canceled || chosen.filePath === '') return ok(null);
    const pdf = await window.webContents.printToPDF({ pageSize: 'Letter', printBackground: true, preferCSSPageSize: true });
    return saveTo(chosen.filePath, pdf, known);
  };
}

/** `set-title-bar-colours`. The system's own theme is left alone: a page that follows the system must go on hearing it change. */
export const setTitleBarColours: Handler<'set-title-bar-colours'> = ({ theme }, window) => {
  paintTitleBar(window, theme);
  return Promise.resolve(ok({}));
};
