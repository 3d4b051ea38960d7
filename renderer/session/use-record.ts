import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { Change } from '../../shared/model/changes.ts';
import { commitErrorWords } from './commit-words.ts';
import { useSession } from './session.tsx';

/** Commits changes and says so; answers null when done, else the sentence that says why not. */
export function useRecord(): (changes: readonly Change[], what: string, done: string) => Promise<string | null> {
  const { commit } = useSession();
  return useCallback(
    async (changes, what, done) => {
      const result = await commit(changes, what);
      if (!result.ok) return commitErrorWords(result.error);
      notifications.show({ message: done, autoClose: 4000 });
      return null;
    },
    [commit],
  );
}
