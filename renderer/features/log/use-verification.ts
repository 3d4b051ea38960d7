import { useCallback, useEffect, useRef, useState } from 'react';
import { headStanding, verificationOf, type HeadStanding, type LogVerification } from '../../../shared/audit/verification.ts';
import { fail, type Result } from '../../../shared/result.ts';
import { countOf } from '../../../shared/wording.ts';
import type { RecordsVerified } from '../../db/verify-records.ts';
import { vault } from '../../platform/desktop.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { storageWords } from '../../session/failure-words.ts';
import { useSession } from '../../session/session.tsx';
import { startLongWork } from '../../ui/long-work.ts';
import { walkChain } from './walk-chain.ts';

/** What a verification came to. `seen`: how the log stands to the last entry this computer saw written; null where it remembers none, or could not be asked. */
export type Verified = {
  readonly chain: LogVerification;
  readonly seen: { readonly seq: number; readonly standing: HeadStanding } | null;
  /** The records against what the log last wrote for them, or in words why they could not be compared. */
  readonly records: Result<RecordsVerified, string>;
  /** Why the verification itself is not in the log; null where it is. */
  readonly unlogged: string | null;
};

export type Verifying = { readonly state: 'idle' } | { readonly state: 'walking'; readonly done: number; readonly total: number } | { readonly state: 'done'; readonly verified: Verified };

/** The sentence the log keeps of its own verification. */
export function verifiedWords({ chain, seen, records }: Omit<Verified, 'unlogged'>): string {
  if (chain.broken !== null) return `Verified the log: first broken at entry ${chain.broken.seq} of ${chain.entries}`;
  if (seen !== null && seen.standing !== 'reached') return `Verified the log: ${countOf(chain.entries, 'entry', 'entries')} hold, but not the last one this computer saw, entry ${seen.seq}`;
  if (!records.ok) return `Verified the log: ${countOf(chain.entries, 'entry', 'entries')} hold, but the records could not be compared`;
  if (records.value.differing.length > 0) return `Verified the log: ${countOf(chain.entries, 'entry', 'entries')} hold, but ${countOf(records.value.differing.length, 'record is', 'records are')} not what it last wrote`;
  return `Verified the log: ${countOf(chain.entries, 'entry', 'entries')}, whole`;
}

/** A turn of the event loop: the screen draws, keys come through. */
const breathe = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve, 0);
});

/** Verifies the log of the open agency: its chain, and that it reaches the last entry this computer saw. Long logs show their progress and can be stopped. */
export function useVerification(): { readonly verifying: Verifying; readonly verify: () => void; readonly dismiss: () => void } {
  const { agencyId, file, logEvent, verifyRecords } = useSession();
  const [verifying, setVerifying] = useState<Verifying>({ state: 'idle' });
  const running = useRef<{ cancelled: boolean } | null>(null);
  useEffect(() => () => {
    if (running.current !== null) running.current.cancelled = true;
  }, []);

  const run = useCallback(async (): Promise<void> => {
    const turn = { cancelled: false };
    running.current = turn;
    const entries = file.audit ?? [];
    const stop = (): void => {
      turn.cancelled = true;
    };
    const work = startLongWork('Verifying the log', stop);
    setVerifying({ state: 'walking', done: 0, total: entries.length });
    try {
      const remembered = await vault.logHeadSeen({ agencyId });
      const result = await walkChain(entries, {
        now: () => performance.now(),
        breathe,
        progress: (done) => {
          work.update(done, entries.length);
          setVerifying({ state: 'walking', done, total: entries.length });
        },
        cancelled: () => turn.cancelled,
      });
      if (result === null || turn.cancelled) {
        setVerifying({ state: 'idle' });
        return;
      }
      const head = remembered.ok ? remembered.value.head : null;
      const records = await verifyRecords();
      const found = { records: records.ok ? records : fail(storageWords(records.error)), chain: verificationOf(entries, result), seen: head === null ? null : { seq: head.seq, standing: headStanding(entries, head) } };
      const logged = await logEvent('verification', verifiedWords(found));
      setVerifying({ state: 'done', verified: { ...found, unlogged: logged.ok ? null : commitErrorWords(logged.error) } });
    } finally {
      work.finish();
      if (running.current === turn) running.current = null;
    }
  }, [agencyId, file, logEvent, verifyRecords]);

  const verify = useCallback(() => {
    if (running.current === null) void run();
  }, [run]);
  const dismiss = useCallback(() => {
    if (running.current !== null) running.current.cancelled = true;
    setVerifying({ state: 'idle' });
  }, []);
  return { verifying, verify, dismiss };
}
