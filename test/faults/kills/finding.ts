/** What a check found wrong. Any of these fails the run. */
export type FindingKind =
  | 'lost' // something that was acknowledged is not there, or is not what was acknowledged
  | 'half-applied' // something that was not acknowledged is there in part
  | 'broken-chain' // the log does not verify, or forked
  | 'unreadable' // what was there cannot be opened or read
  | 'left-over' // a temporary file that the program promises to sweep
  | 'unclear'; // a failure without its closed code, without words, or thrown

export type Finding = { readonly kind: FindingKind; readonly what: string };

export const finding = (kind: FindingKind, what: string): Finding => ({ kind, what });
