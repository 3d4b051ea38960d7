import path from 'node:path';
import { stat } from 'node:fs/promises';
import { shell } from 'electron';
import { fail, ok } from '../../shared/result.ts';
import type { Handler } from '../ipc.ts';
import { isPdfFile } from '../pdf-file.ts';
import type { Places } from '../places.ts';

/** `show-in-folder` */
export function showInFolder(known: Places): Handler<'show-in-folder'> {
  return async ({ place, name }) => {
    const target = await locate(known, place, name);
    if (target === null) return fail({ code: 'not-found' });
    shell.showItemInFolder(target);
    return ok({});
  };
}

/** `open-pdf`: nothing but a PDF, by name and by content, is ever handed to the system to open. */
export function openPdf(known: Places): Handler<'open-pdf'> {
  return async ({ place, name }) => {
    const target = await locate(known, place, name);
    if (target === null || !(await isPdfFile(target))) return fail({ code: 'not-found' });
    const trouble = await shell.openPath(target);
    return trouble === '' ? ok({}) : fail({ code: 'cannot-read' });
  };
}

/** The place itself, or a file directly in it. `name` is checked by the contract to hold no separator. */
async function locate(known: Places, place: string, name: string | undefined): Promise<string | null> {
  const chosen = known.find(place);
  if (chosen === null || name === '..' || name === '.') return null;
  const target = name === undefined ? chosen : path.join(chosen, name);
  return stat(target).then(
    () => target,
    () => null,
  );
}
