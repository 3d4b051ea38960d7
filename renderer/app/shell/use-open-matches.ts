import { useEffect, useState } from 'react';
import { matchQueue } from '../../../shared/agenda/exclusions/match-queue.ts';
import { useSession } from '../../session/session.tsx';

/** How many matches wait for a decision. Counted once the screen stands: years of checks are looked through, and nobody waits for a badge. */
export function useOpenMatches(): number {
  const { file, asOf, knownAt } = useSession();
  const [count, setCount] = useState(0);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setCount(matchQueue(file, asOf, knownAt ?? undefined).open.length), { timeout: 1000 });
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [file, asOf, knownAt]);
  return count;
}
