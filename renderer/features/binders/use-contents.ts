import { useEffect, useState } from 'react';
import { useSession } from '../../session/session.tsx';
import { contentsOf, type Contents, type Wanted } from './contents.ts';

/** How long the screen may wait for one stretch of reckoning, and how long a choice has to stand still before it begins. */
const stretchMs = 10;
const stillMs = 150;

/** What a binder will hold; `whole` is false while it is still being reckoned. Null: nobody is chosen. */
export function useContents(wanted: Wanted | null): { readonly contents: Contents; readonly whole: boolean } | null {
  const { file } = useSession();
  const [found, setFound] = useState<{ readonly wanted: Wanted; readonly contents: Contents; readonly whole: boolean } | null>(null);
  useEffect(() => {
    if (wanted === null) return undefined;
    const steps = contentsOf(file, wanted);
    let timer = setTimeout(stretch, stillMs);
    function stretch(): void {
      if (wanted === null) return;
      const until = performance.now() + stretchMs;
      let step = steps.next();
      while (step.done !== true && performance.now() < until) step = steps.next();
      setFound({ wanted, contents: step.value, whole: step.done === true });
      if (step.done !== true) timer = setTimeout(stretch, 0);
    }
    return () => {
      clearTimeout(timer);
    };
  }, [file, wanted]);
  return wanted === null || found === null ? null : { contents: found.contents, whole: found.whole && found.wanted === wanted };
}
