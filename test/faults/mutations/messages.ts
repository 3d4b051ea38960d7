import type { Verdict } from './target.ts';

export type Batch = { readonly seed: number; readonly numbers: readonly number[] };

type Of = { readonly number: number; readonly target: string };
export type Attempted =
  | (Of & { readonly began: true })
  | (Of & { readonly how: string; readonly milliseconds: number; readonly verdict: Verdict })
  | (Of & { readonly how: string; readonly milliseconds: number; readonly crash: string })
  | 'done';
