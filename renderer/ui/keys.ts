import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key and what it does now. `keys` as people write them: `Ctrl+Shift+F`, `?`, `Enter`, `p`. */
export type KeyBinding = {
  readonly keys: string;
  readonly does: string;
  readonly run: () => void;
  /** Acts although a text field has the focus; only keys with Ctrl, and Escape, should. */
  readonly inFields?: boolean;
  /** Acts over an open dialog too: only what must never wait for one to be closed, such as locking. */
  readonly overDialogs?: boolean;
};

type Group = { readonly name: string; readonly bindings: { readonly current: readonly KeyBinding[] } };

let groups: readonly Group[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Group[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)));

/** Whether an event is the named key. On a Mac, Ctrl is also the Command key. */
export function matchesKeys(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, keys: string): boolean {
  const parts = keys.split('+');
  const key = (parts.at(-1) ?? '').toLowerCase();
  const ctrl = parts.includes('Ctrl');
  if (ctrl !== (event.ctrlKey || event.metaKey) || parts.includes('Alt') !== event.altKey) return false;
  // A sign such as ? is typed with Shift on some keyboards and without on others: the sign alone decides.
  const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
  if (!isSign && parts.includes('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key;
}

// A dialog owns the keyboard as soon as it is shown, also before the focus has moved into it. Asked before anybody acts on the key: by the time it
// comes here, the Escape that closed a dialog would find none.
let dialogOpen = false;
// What waits hidden behind a lock takes no keys at all.
let hidden = false;

function beforeKeyDown(): void {
  hidden = document.body.dataset['locked'] !== undefined;
  dialogOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || hidden) return;
  const field = isField(event.target);
  const within = (roles: string): boolean => event.target instanceof Element && event.target.closest(roles) !== null;
  // A popover owns the keyboard too, and an open menu its letters and Escape: the screen behind them is silent.
  const silent = dialogOpen || within('[role="dialog"]') || (within('[role="menu"], [role="listbox"]') && !event.ctrlKey && !event.metaKey);
  for (const group of [...groups].reverse()) {
    for (const binding of group.bindings.current) {
      if ((field && binding.inFields !== true) || (silent && binding.overDialogs !== true)) continue;
      if (!matchesKeys(event, binding.keys)) continue;
      event.preventDefault();
      binding.run();
      return;
    }
  }
}

/** Listens to keys while the component is shown. The newest group is asked first; the `?` list names them all. */
export function useKeys(name: string, bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    const group: Group = { name, bindings: current };
    if (groups.length === 0) {
      window.addEventListener('keydown', beforeKeyDown, { capture: true });
      window.addEventListener('keydown', onKeyDown);
    }
    publish([...groups, group]);
    return () => {
      publish(groups.filter((each) => each !== group));
      if (groups.length === 0) {
        window.removeEventListener('keydown', beforeKeyDown, { capture: true });
        window.removeEventListener('keydown', onKeyDown);
      }
    };
  }, [name]);
}

/** The keys that act now, by group, for the `?` list. */
export function useKeyList(): readonly { readonly name: string; readonly bindings: readonly KeyBinding[] }[] {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => groups,
  );
  return now.map((group) => ({ name: group.name, bindings: group.bindings.current }));
}
