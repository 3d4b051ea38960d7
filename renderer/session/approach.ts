import type { VaultSession, VaultStatus } from '../../shared/ipc/vault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { schemaVersion } from '../db/agency-database.ts';
import type { OpenFailure } from '../db/failures.ts';
import { storedVersion } from '../db/open-agency.ts';
import { knownAgency } from '../db/registry.ts';
import { documentsInPlain, documentsOfOthers } from '../db/documents-in-plain.ts';
import { protectionOf, sealAgency } from '../db/seal-agency.ts';
import { documents, setAside, vault } from '../platform/desktop.ts';
import { vaultOf } from './agencies.ts';
import type { Surroundings } from './use-session-value.ts';

/** What stands before an agency: nothing (the demo), its lock, or that it has no protection yet. */
export type Approach =
  | { readonly kind: 'open-door' }
  | { readonly kind: 'unprotected'; readonly name: string }
  | { readonly kind: 'locked'; readonly status: VaultStatus }
  | { readonly kind: 'refused'; readonly failure: OpenFailure };

/** Looks at an agency without opening it: how its record lies there, and what the main process knows of its keys. */
export async function approach(agencyId: string): Promise<Approach> {
  const [known, protection, status] = await Promise.all([knownAgency(agencyId), protectionOf(agencyId), vault.status({ agencyId })]);
  if (!protection.ok) return { kind: 'refused', failure: protection.error };
  if (!status.ok) return { kind: 'refused', failure: { code: 'storage-failed', detail: `the keys could not be looked at (${status.error.detail ?? status.error.code})` } };
  const version = await storedVersion(agencyId);
  if (version !== null && version > schemaVersion) return { kind: 'refused', failure: { code: 'newer', found: version, known: schemaVersion } };
  const keys = status.value.state;
  if (protection.value === 'none') return { kind: 'refused', failure: { code: 'not-here' } };
  if (protection.value === 'plain' && keys === 'none') return (known?.isDemo ?? false) ? { kind: 'open-door' } : { kind: 'unprotected', name: known?.name ?? 'This agency' };
  if (keys === 'locked' || keys === 'unlocked') return { kind: 'locked', status: status.value };
  return { kind: 'refused', failure: { code: 'keys-missing', keys } };
}

/**
 * Seals what an agency from before, or a sealing that was cut off, still has lying open. Does nothing for a sealed agency.
 * @param progress rows sealed so far, and all there are
 */
export async function protectRecord(
  agencyId: string,
  session: VaultSession,
  { clock, newId }: Pick<Surroundings, 'clock' | 'newId'>,
  progress: (done: number, of: number) => void,
): Promise<Result<null, OpenFailure>> {
  const protection = await protectionOf(agencyId);
  if (!protection.ok) return protection;
  if (protection.value !== 'plain' && protection.value !== 'leftovers') return ok(null);
  // Documents first: while the rows are plain, whatever ends this in between is taken up at the next start.
  if (protection.value === 'plain') {
    const sealed = await protectDocuments(agencyId);
    if (!sealed.ok) return sealed;
  }
  const opened = vaultOf(session);
  try {
    const note = { id: newId(), at: new Date(clock()).toISOString(), what: `Protected the agency with a passphrase; ${session.user.name} is its first user` };
    const sealed = await sealAgency(agencyId, opened, { note, aside: setAside, progress });
    return sealed.ok ? ok(null) : fail(sealed.error);
  } finally {
    opened.codec.forget();
  }
}

/** Seals the documents of an agency from before; every plain copy goes after its sealed one was read back. */
async function protectDocuments(agencyId: string): Promise<Result<null, OpenFailure>> {
  const names = await documentsInPlain(agencyId);
  if (!names.ok) return names;
  const others = await documentsOfOthers(agencyId);
  const sealed = await documents.seal({ agencyId, documents: [...names.value], neededElsewhere: others === null ? null : [...others] });
  if (sealed.ok) return ok(null);
  const { code, detail } = sealed.error;
  return fail(detail === 'ENOSPC' ? { code: 'storage-full' } : { code: 'storage-failed', detail: `its documents could not be sealed (${detail ?? code})` });
}
