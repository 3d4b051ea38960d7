import { useSyncExternalStore } from 'react';

/** A wish to restore: from a listed backup of an agency, or from a file that is chosen next. `id` tells one wish from the next. */
export type RestoreRequest = { readonly id: number; readonly from: { readonly agencyId: string; readonly name: string } | null };

let request: RestoreRequest | null = null;
let next = 1;
const listeners = new Set<() => void>();

function publish(value: RestoreRequest | null): void {
  request = value;
  for (const listener of listeners) listener();
}

/** Begins restoring, from wherever the person is: the first screen, the recovery screen, or Settings. */
export function askRestore(from: RestoreRequest['from'] = null): void {
  publish({ id: next, from });
  next += 1;
}

/** Ends it, whatever came of it. */
export const endRestore = (): void => publish(null);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRestoreRequest = (): RestoreRequest | null => useSyncExternalStore(subscribe, () => request);
