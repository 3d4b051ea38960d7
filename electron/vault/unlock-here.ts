import { z } from 'zod';
import type { AgencyFolder } from './agency-folder.ts';
import type { KeyStore } from './key-store.ts';

const name = 'unlock-here.json';
const schema = z.record(z.string(), z.base64());

async function load(folder: AgencyFolder): Promise<Readonly<Record<string, string>>> {
  try {
    const parsed = schema.safeParse(JSON.parse((await folder.read(name)) ?? '{}'));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

/** The users who may unlock with the system's key store on this computer. */
export const usersHere = async (folder: AgencyFolder): Promise<ReadonlySet<string>> => new Set(Object.keys(await load(folder)));

/** Leaves a user's private half with the system's key store; only called where the store is real. */
export async function allowHere(folder: AgencyFolder, store: KeyStore, userId: string, privateKey: Uint8Array): Promise<void> {
  const sealed = Buffer.from(store.seal(Buffer.from(privateKey).toString('base64'))).toString('base64');
  await folder.write(name, `${JSON.stringify({ ...(await load(folder)), [userId]: sealed })}\n`);
}

export async function forbidHere(folder: AgencyFolder, userId: string): Promise<void> {
  const { [userId]: _gone, ...others } = await load(folder);
  await folder.write(name, `${JSON.stringify(others)}\n`);
}

/** A user's private half, as the store gives it back; null where it has none or refuses. */
export async function privateKeyHere(folder: AgencyFolder, store: KeyStore, userId: string): Promise<Uint8Array | null> {
  const sealed = (await load(folder))[userId];
  if (sealed === undefined || store.kind() !== 'real') return null;
  try {
    return new Uint8Array(Buffer.from(store.open(Buffer.from(sealed, 'base64')), 'base64'));
  } catch {
    return null;
  }
}
