import { chainSteps, type CarriedEntry, type ChainResult } from '../../../shared/audit/chain.ts';

/** Milliseconds of work at a stretch: shorter than a frame of the screen. */
const stretch = 12;

type Walk = {
  /** Milliseconds; of a clock that never goes back. */
  readonly now: () => number;
  /** Lets the screen draw and the keyboard through. */
  readonly breathe: () => Promise<void>;
  readonly progress: (done: number) => void;
  readonly cancelled: () => boolean;
};

/** Verifies a log of any length without holding up the screen. Null: it was cancelled. */
export async function walkChain(entries: readonly CarriedEntry[], { now, breathe, progress, cancelled }: Walk): Promise<ChainResult | null> {
  const steps = chainSteps(entries);
  let since = now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() - since < stretch) continue;
    progress(step.value);
    await breathe();
    if (cancelled()) return null;
    since = now();
  }
}
