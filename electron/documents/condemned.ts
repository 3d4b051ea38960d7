import { z } from 'zod';
import type { AgencyFolder } from '../vault/agency-folder.ts';

const file = 'condemned-documents.json';
const schema = z.array(z.string().regex(/^(?:plain|sealed)\/[0-9a-f]{64}$/)).max(500_000);

/**
 * The documents that are about to be destroyed, noted before the record says so: where the record was changed and then the power went, the next
 * opening finishes the work; where it was not, they are taken off the list again.
 */
export const condemned = {
  async read(folder: AgencyFolder): Promise<ReadonlySet<string>> {
    const text = await folder.read(file);
    if (text === null) return new Set();
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      return new Set(parsed.success ? parsed.data : []);
    } catch {
      // It is written whole, so a list nobody can read was altered: it condemns nothing.
      return new Set();
    }
  },
  write: (folder: AgencyFolder, names: ReadonlySet<string>): Promise<void> => (names.size === 0 ? folder.remove(file) : folder.write(file, `${JSON.stringify([...names])}\n`)),
};
