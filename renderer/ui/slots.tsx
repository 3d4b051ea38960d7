import { useCallback, useSyncExternalStore, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Places of the frame a screen may fill: beside the title, and the two ends of the footer. */
export type SlotName = 'title' | 'subtitle' | 'footer' | 'keys';

const hosts = new Map<SlotName, HTMLElement>();
const listeners = new Set<() => void>();

function register(name: SlotName, element: HTMLElement | null): void {
  if (element === null) hosts.delete(name);
  else hosts.set(name, element);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Where the frame lets a screen write. */
export function SlotHost({ name, className }: { readonly name: SlotName; readonly className?: string | undefined }) {
  const ref = useCallback(
    (element: HTMLElement | null) => {
      register(name, element);
    },
    [name],
  );
  return <div ref={ref} className={className} />;
}

/** Writes into the frame, for as long as the screen that holds it is shown. */
export function Slot({ name, children }: { readonly name: SlotName; readonly children: ReactNode }) {
  const host = useSyncExternalStore(subscribe, () => hosts.get(name) ?? null);
  return host === null ? null : createPortal(children, host);
}
