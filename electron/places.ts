import { randomUUID } from 'node:crypto';

/**
 * The files and folders the person chose in this session. The page knows each by a token, so it can point back at a place
 * but never name one of its own.
 */
export type Places = {
  readonly add: (path: string) => string;
  readonly find: (token: string) => string | null;
};

export function places(): Places {
  const known = new Map<string, string>();
  return {
    add(path) {
      const token = randomUUID();
      known.set(token, path);
      return token;
    },
    find: (token) => known.get(token) ?? null,
  };
}
