import { safeStorage } from 'electron';
import { judgeStore, type KeyStore } from './key-store.ts';

/** The store of the system this runs on. */
export const systemKeyStore: KeyStore = {
  kind: () => judgeStore(safeStorage.isEncryptionAvailable(), process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null),
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
};
