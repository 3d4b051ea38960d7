import { createHmac } from 'node:crypto';
import type { Unlocked } from '../vault/vault.ts';
import type { DocumentVault, SealedPlace } from './sealed-file.ts';

/** What names, seals and opens the documents of an unlocked agency. */
export type DocumentKeys = {
  /** Everybody at work can name every document, so that one can be destroyed by who may not open it. */
  readonly placeOf: (name: { readonly sha256: string; readonly vault: DocumentVault }) => SealedPlace;
  readonly mayOpen: (vault: DocumentVault) => boolean;
  /** @throws where the user at work may not open this vault */
  readonly wrapping: (vault: DocumentVault) => Uint8Array;
  /** Overwrites the keys. */
  readonly forget: () => void;
};

/**
 * Takes the keys of documents from the vault.
 * @param whereIs where the files of a name lie
 */
export function keysFor(unlocked: Unlocked, whereIs: (name: string) => { readonly file: string; readonly keyFile: string }): DocumentKeys {
  const names = unlocked.general('document-names');
  const keys = { personnel: unlocked.general('documents'), medical: unlocked.medical?.('documents') ?? null } as const;
  return {
    placeOf({ sha256, vault }) {
      const name = createHmac('sha256', names).update(`${vault}/${sha256}`).digest('hex');
      return { name, vault, ...whereIs(name) };
    },
    mayOpen: (vault) => keys[vault] !== null,
    wrapping(vault) {
      const key = keys[vault];
      if (key === null) throw new Error('Without the medical right there is no key to the medical vault; ask mayOpen first');
      return key;
    },
    forget() {
      names.fill(0);
      keys.personnel.fill(0);
      keys.medical?.fill(0);
    },
  };
}
