import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Agency } from '../../../shared/model/agency.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';

type Changing = {
  readonly agency: Agency;
  readonly working: boolean;
  /** Why the last try was refused. */
  readonly trouble: string | null;
  /** Whether anything can be written now: not while looking at another day. */
  readonly canWrite: boolean;
  /** Answers whether it landed. `what` is the log's sentence, and the one shown. */
  readonly change: (changes: readonly Change[], what: string) => Promise<boolean>;
  readonly setAgency: (agency: Agency, what: string) => Promise<boolean>;
};

/** How every section of the settings writes: one commit, a word when it landed, the reason where it did not. */
export function useChange(): Changing {
  const { file, commit, isNow } = useSession();
  const [working, setWorking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const change = async (changes: readonly Change[], what: string): Promise<boolean> => {
    setWorking(true);
    const done = await commit(changes, what);
    setWorking(false);
    setTrouble(done.ok ? null : commitErrorWords(done.error));
    if (done.ok) notifications.show({ message: what, withBorder: true, autoClose: 4000, closeButtonProps: { 'aria-label': 'Close' } });
    return done.ok;
  };
  return {
    agency: file.agency,
    working,
    trouble,
    canWrite: isNow,
    change,
    setAgency: (agency, what) => change([{ kind: 'set-agency', agency }], what),
  };
}
