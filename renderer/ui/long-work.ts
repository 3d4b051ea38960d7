import { useSyncExternalStore } from 'react';

/** Work that outlasts a moment, shown in the footer with its count and, where it can be, a way to stop it. */
export type LongWork = {
  readonly id: number;
  readonly label: string;
  readonly done: number;
  /** Null while the amount is not known yet. */
  readonly total: number | null;
  readonly cancel: (() => void) | null;
};

export type LongWorkHandle = { readonly update: (done: number, total: number | null) => void; readonly finish: () => void };

let works: readonly LongWork[] = [];
let next = 1;
const listeners = new Set<() => void>();

function publish(value: readonly LongWork[]): void {
  works = value;
  for (const listener of listeners) listener();
}

/** Announces long work. Report with `update`, and always `finish`, also after a failure. */
export function startLongWork(label: string, cancel: (() => void) | null = null): LongWorkHandle {
  const id = next;
  next += 1;
  publish([...works, { id, label, done: 0, total: null, cancel }]);
  return {
    update: (done, total) => {
      publish(works.map((work) => (work.id === id ? { ...work, done, total } : work)));
    },
    finish: () => {
      publish(works.filter((work) => work.id !== id));
    },
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** The work going on now, oldest first. */
export const useLongWork = (): readonly LongWork[] => useSyncExternalStore(subscribe, () => works);
