import { constants } from 'node:fs';
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { filedFolder } from '../../shared/ipc/scan-folder.ts';
import { systemCode } from '../system-code.ts';

/** Moves a file of the folder into "Filed in Muster" under a name that is free there; nothing is ever overwritten. Answers the name. */
export async function moveFiled(folder: string, name: string): Promise<string> {
  const into = path.join(folder, filedFolder);
  await mkdir(into, { recursive: true });
  const { name: stem, ext } = path.parse(name);
  for (let attempt = 1; ; attempt += 1) {
    const free = attempt === 1 ? name : `${stem} (${attempt})${ext}`;
    try {
      await place(path.join(folder, name), path.join(into, free));
      await rm(path.join(folder, name));
      return free;
    } catch (error) {
      if (systemCode(error) !== 'EEXIST' || attempt > 999) throw error;
    }
  }
}

/** A link fails where something has the name, which a rename would overwrite. Drives without links get a copy, on the same terms. */
async function place(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (systemCode(error) === 'EEXIST' || systemCode(error) === 'ENOENT') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
