import { safeStorage } from 'electron';
import { judgeStore, type KeyStore } from './key-store.ts';

/** The half of safeStorage that every Electron Muster runs on has; newer ones add one that answers later, older ones do not know it. */
type Store = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (plain: string) => Uint8Array;
  readonly decryptString: (sealed: Buffer) => string;
};
const store: Store = safeStorage;

/** The store of the system this runs on. */
export const systemKeyStore: KeyStore = {
  kind: () => judgeStore(store.isEncryptionAvailable(), process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null),
  seal: (text) => store.encryptString(text),
  open: (sealed) => store.decryptString(Buffer.from(sealed)),
};
