import { useSyncExternalStore } from 'react';

/** Where the person is: the path behind the `#`, its parts, and the parameters behind a `?`. */
export type Route = { readonly path: string; readonly parts: readonly string[]; readonly query: URLSearchParams };

function read(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '').map(decoded);
  return { path: path === '' ? '/' : path, parts, query: new URLSearchParams(query) };
}

// A hash typed by hand may hold a stray percent sign; that must not take the screen down.
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let known: { readonly hash: string; readonly route: Route } | null = null;

function current(): Route {
  const { hash } = window.location;
  if (known?.hash !== hash) known = { hash, route: read(hash) };
  return known.route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

/** Goes to a path such as `/people/p-12`. `replace` keeps the place being left out of the history. */
export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  const hash = `#${path}`;
  if (window.location.hash === hash) return;
  if (how === 'push') {
    window.location.hash = hash;
    return;
  }
  window.history.replaceState(null, '', hash);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** A path whose parts may hold any character: `pathOf('people', id)` is `/people/...`. */
export const pathOf = (...parts: readonly string[]): string => `/${parts.map(encodeURIComponent).join('/')}`;

/** The route shown, kept current. */
export const useRoute = (): Route => useSyncExternalStore(subscribe, current);
