import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type FileFilter } from 'electron';
import { ipcLimits, type ChannelResult } from '../../shared/ipc/contract.ts';
import type { IpcFailure } from '../../shared/ipc/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeWhole } from '../atomic-write.ts';
import type { AppWindow, Handler } from '../ipc.ts';
import type { Places } from '../places.ts';
import { systemCode } from '../system-code.ts';

const openable = {
  roster: { title: 'Choose a spreadsheet', filters: [{ name: 'Spreadsheets', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }], limit: ipcLimits.roster },
  list: { title: 'Choose the file of an exclusion list', filters: [{ name: 'Exclusion lists', extensions: ['csv', 'zip', 'xlsx', 'txt'] }], limit: ipcLimits.list },
  agency: { title: 'Choose an agency file', filters: [{ name: 'Agency files', extensions: ['muster', 'json'] }], limit: ipcLimits.agency },
} as const;

/** `open-file` */
export const openFile: Handler<'open-file'> = ({ kind }, window) => choose(kind, window);

/** `open-list` */
export const openList: Handler<'open-list'> = (_args, window) => choose('list', window);

async function choose(kind: keyof typeof openable, window: AppWindow): Promise<ChannelResult<'open-file'>> {
  const { title, filters, limit } = openable[kind];
  const chosen = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: filters.map(({ name, extensions }): FileFilter => ({ name, extensions: [...extensions] })),
  });
  const file = chosen.filePaths[0];
  if (chosen.canceled || file === undefined) return ok(null);
  const read = await readBounded(file, limit);
  return read.ok ? ok({ name: path.basename(file), bytes: read.value }) : read;
}

/** `save-file` */
export function saveFile(known: Places): Handler<'save-file'> {
  return async ({ suggestedName, filters, bytes }, window) => {
    const chosen = await dialog.showSaveDialog(window, {
      defaultPath: suggestedName,
      filters: filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
    });
    if (chosen.canceled || chosen.filePath === '') return ok(null);
    return saveTo(chosen.filePath, bytes, known);
  };
}

/** Writes a chosen file whole and hands out the token that points back at it. */
export async function saveTo(
  file: string,
  bytes: Uint8Array,
  known: Places,
): Promise<Result<{ readonly name: string; readonly place: string }, IpcFailure>> {
  try {
    await writeWhole(file, bytes);
    return ok({ name: path.basename(file), place: known.add(file) });
  } catch (error) {
    return fail({ code: 'cannot-write', detail: systemCode(error) });
  }
}

/** Reads a file of at most `limit` bytes. The size is asked of the opened file, so it cannot be swapped in between. */
async function readBounded(file: string, limit: number): Promise<Result<Uint8Array, IpcFailure>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    const { size } = await handle.stat();
    if (size > limit) return fail({ code: 'too-large', detail: String(limit) });
    return ok(new Uint8Array(await handle.readFile()));
  } catch (error) {
    return fail({ code: 'cannot-read', detail: systemCode(error) });
  } finally {
    await handle?.close();
  }
}
