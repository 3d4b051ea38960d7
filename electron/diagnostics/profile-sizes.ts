import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { profileParts, type ProfilePart } from '../../shared/ipc/diagnostics.ts';

type Size = { readonly files: number; readonly bytes: number };

/** Which part of the profile a file belongs to, by the folders above it. */
function partOf(relative: string): ProfilePart {
  const [first, , third] = relative.split(path.sep);
  if (first === 'IndexedDB') return 'records';
  if (first === 'documents' || (first === 'agencies' && third === 'documents')) return 'documents';
  if (first === 'agencies') return 'keys';
  return first === 'logs' ? 'logs' : 'rest';
}

/** How many files of how many bytes the profile holds, part by part. No name of a file is told. */
export async function profileSizes(profile: string): Promise<Readonly<Record<ProfilePart, Size>>> {
  const sizes = Object.fromEntries(profileParts.map((part) => [part, { files: 0, bytes: 0 }])) as Record<ProfilePart, Size>;
  const entries = await readdir(profile, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    // Chromium's files come and go.
    const bytes = (await stat(file).catch(() => null))?.size ?? 0;
    const part = partOf(path.relative(profile, file));
    sizes[part] = { files: sizes[part].files + 1, bytes: sizes[part].bytes + bytes };
  }
  return sizes;
}
