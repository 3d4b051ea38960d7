import type { storageRenewalContract } from '../../shared/ipc/storage-renewal.ts';
import type { Handlers } from '../ipc.ts';
import type { StorageRenewal } from '../storage-renewal.ts';

/** The page's databases set aside while its storage is written anew. */
export const storageRenewalHandlers = (renewal: StorageRenewal): Pick<Handlers, keyof typeof storageRenewalContract> => ({
  'renewal-parts': () => renewal.parts(),
  'renewal-put': ({ part, content }) => renewal.put(part, content),
  'renewal-whole': ({ parts }) => renewal.markWhole(parts),
  'renewal-clear': () => renewal.clear(),
  'renewal-get': ({ part }) => renewal.get(part),
  'renewal-done': () => renewal.done(),
});
