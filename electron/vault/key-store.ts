import type { VaultStatus } from '../../shared/ipc/vault.ts';

/** The system's own key store (Keychain, DPAPI, a Linux secret service), as Electron's safeStorage offers it. */
export type KeyStore = {
  /** Whether it is one at all: on Linux safeStorage falls back to `basic_text`, which anybody can read. */
  readonly kind: () => VaultStatus['keyStore'];
  /** @throws where the store refuses */
  readonly seal: (text: string) => Uint8Array;
  readonly open: (sealed: Uint8Array) => string;
};

/** What Electron says of its store, judged. `backend` is Linux only; elsewhere the store is the system's. */
export function judgeStore(available: boolean, backend: string | null): VaultStatus['keyStore'] {
  if (backend === 'basic_text') return 'plain-text';
  return available && backend !== 'unknown' ? 'real' : 'no-store';
}
