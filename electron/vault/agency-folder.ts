import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../atomic-write.ts';
import { systemCode } from '../system-code.ts';

/** The small files an agency has beside its database, under `PROFILE/agencies/<agencyId>/`. */
export type AgencyFolder = {
  /** Its text; null where there is none. @throws what the system answers otherwise */
  readonly read: (name: string) => Promise<string | null>;
  /** Writes whole, all or nothing, on the disk when it answers. */
  readonly write: (name: string, text: string) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
};

const safeId = /^[A-Za-z0-9-]{1,64}$/;

/** The folder of one agency's files. @throws for an id that could leave the folder */
export function placeOfAgency(folder: string, agencyId: string): string {
  if (!safeId.test(agencyId)) throw new Error('An agency id is letters, digits and dashes');
  return path.join(folder, agencyId);
}

export function agencyFolder(folder: string, agencyId: string): AgencyFolder {
  const place = placeOfAgency(folder, agencyId);
  return {
    async read(name) {
      try {
        return await readFile(path.join(place, name), 'utf8');
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    async write(name, text) {
      await mkdir(place, { recursive: true, mode: 0o700 });
      await writeWhole(path.join(place, name), text);
    },
    remove: (name) => rm(path.join(place, name), { force: true }),
  };
}

/** The agencies that have a folder. */
export async function agencyIdsIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).filter((each) => each.isDirectory() && safeId.test(each.name)).map(({ name }) => name);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
