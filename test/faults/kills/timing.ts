import type { Step } from '../harness/protocol.ts';

/** How long steps take on this machine, by kind: what the moment of a kill is drawn from. */
export type Timing = { readonly of: (kind: Step['do']) => number; readonly note: (kind: Step['do'], milliseconds: number) => void };

/** The median of the last nine, and before the first a guess. */
export function timingOf(): Timing {
  const seen = new Map<Step['do'], readonly number[]>();
  return {
    of(kind) {
      const last = [...(seen.get(kind) ?? [])].sort((one, other) => one - other);
      return last[last.length >> 1] ?? 60;
    },
    note(kind, milliseconds) {
      seen.set(kind, [...(seen.get(kind) ?? []).slice(-8), milliseconds]);
    },
  };
}
