import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { backupDue, backupFinding, type BackupFinding } from '../../shared/backup/schedule.ts';
import type { BackupStatus } from '../../shared/backup/status.ts';
import type { EventBody } from '../../shared/ipc/contract.ts';
import type { CopyStanding } from '../db/standing.ts';
import { backups as machine, onBackupProgress } from '../platform/desktop.ts';
import { startLongWork } from '../ui/long-work.ts';
import { useAgencyDoor } from './agency-door.tsx';
import { makeBackup } from './backup-run.ts';
import { commitErrorWords } from './commit-words.ts';
import { useSession } from './session.tsx';

/** The backups of the open agency. */
export type Backups = {
  /** Null until it is known, and for an agency without keys, which has none. */
  readonly status: BackupStatus | null;
  readonly finding: BackupFinding | null;
  readonly working: boolean;
  /** Why this copy is only looked at; null where it is the one that is written. */
  readonly standing: CopyStanding | null;
  /** Makes a backup now. Answers null when it counts, else a sentence; `why` completes the log's sentence: "before disposal". */
  readonly backUp: (why?: string) => Promise<string | null>;
  /** Shows a status that the machine just answered, or asks for it anew. */
  readonly refresh: (status?: BackupStatus) => Promise<void>;
};

const BackupsContext = createContext<Backups | null>(null);

/** The backups of the open agency. Only below `BackupsProvider`. */
export function useBackups(): Backups {
  const backups = useContext(BackupsContext);
  if (backups === null) throw new Error('useBackups needs BackupsProvider around it');
  return backups;
}

/** How often it is asked whether a backup is due, and how long after opening for the first time: the screen comes first. */
const ask = { first: 5_000, every: 5 * 60_000 } as const;

const stages: Readonly<Record<EventBody<'backup-progress'>['stage'], string>> = {
  documents: 'Backing up documents',
  record: 'Writing the backup',
  'reading-back': 'Reading the backup back',
  'old-documents': 'Rotating old backups out',
};

/** Shows the work in the footer while a task runs. */
export async function withProgress<Value>(task: () => Promise<Value>): Promise<Value> {
  const cancel = (): void => void machine.stop();
  let stage: EventBody<'backup-progress'>['stage'] = 'documents';
  let work = startLongWork(stages[stage], cancel);
  const unlisten = onBackupProgress((heard) => {
    if (heard.stage !== stage) {
      work.finish();
      ({ stage } = heard);
      work = startLongWork(stages[stage], cancel);
    }
    work.update(heard.done, heard.total);
  });
  try {
    return await task();
  } finally {
    unlisten();
    work.finish();
  }
}

/** Backs the open agency up when it is due, and knows how its backups stand. */
export function BackupsProvider({ children }: { readonly children: ReactNode }) {
  const { agencyId, backup: door, isDemo, logEvent, now } = useSession();
  const kept = !isDemo && door.sealed;
  const [status, setStatus] = useState<BackupStatus | null>(null);
  const [standing, setStanding] = useState<CopyStanding | null>(null);
  const [working, setWorking] = useState(false);
  const busy = useRef(false);
  const { locked } = useAgencyDoor();
  // True from a lock on, also where the screens wait behind it, and after the agency was left.
  const gone = useRef(false);
  useEffect(() => {
    gone.current = locked !== null;
    return () => {
      gone.current = true;
    };
  }, [locked]);
  const milliseconds = useCallback(() => Date.parse(now()), [now]);

  const refresh = useCallback(async (known?: BackupStatus): Promise<void> => {
    if (!kept) return;
    if (known !== undefined) {
      setStatus(known);
      return;
    }
    const asked = await machine.status({ agencyId });
    if (asked.ok) setStatus(asked.value);
  }, [agencyId, kept]);

  const backUp = useCallback(async (why?: string): Promise<string | null> => {
    if (!kept) return 'The demo is not backed up: its people are invented. Export it in Settings, Data.';
    if (busy.current) return 'A backup is being made already. Wait for it, or cancel it in the footer.';
    busy.current = true;
    setWorking(true);
    try {
      const made = await withProgress(() => makeBackup(agencyId, door, machine));
      if (!made.ok) {
        await refresh();
        return made.error;
      }
      setStatus(made.value.status);
      const logged = await logEvent('backup', `${made.value.what}${why === undefined ? '' : ` (${why})`}`);
      return logged.ok ? null : `The backup is good, but its entry could not be written to the log. ${commitErrorWords(logged.error)}`;
    } catch (error) {
      // A lock takes the keys away at any moment, and whatever was being sealed or opened stops there.
      if (gone.current) return 'The agency was locked before the backup was done. It is tried again after unlocking.';
      throw error;
    } finally {
      busy.current = false;
      setWorking(false);
    }
  }, [agencyId, door, kept, logEvent, refresh]);

  useEffect(() => (kept ? door.watchStanding(setStanding) : undefined), [door, kept]);
  useEffect(() => {
    let stale = false;
    if (kept) void machine.status({ agencyId }).then((asked) => {
      if (!stale && asked.ok) setStatus(asked.value);
    });
    return () => {
      stale = true;
    };
  }, [agencyId, kept]);

  const latest = useRef(backUp);
  useEffect(() => {
    latest.current = backUp;
  }, [backUp]);
  useEffect(() => {
    if (!kept) return undefined;
    // Asked anew each time: it changes while anything is awaited.
    const left = (): boolean => gone.current;
    const look = async (): Promise<void> => {
      if (left()) return;
      const asked = await machine.status({ agencyId });
      if (!asked.ok) return;
      setStatus(asked.value);
      const stands = await door.standing().catch(() => undefined);
      if (!busy.current && !left() && stands === null && backupDue(asked.value, milliseconds())) await latest.current();
    };
    const first = setTimeout(() => void look(), ask.first);
    const every = setInterval(() => void look(), ask.every);
    return () => {
      clearTimeout(first);
      clearInterval(every);
    };
  }, [agencyId, door, kept, milliseconds]);

  const value = useMemo<Backups>(
    () => ({ status, working, standing, backUp, refresh, finding: status === null || standing !== null ? null : backupFinding(status, milliseconds()) }),
    [status, working, standing, backUp, refresh, milliseconds],
  );
  return <BackupsContext value={value}>{children}</BackupsContext>;
}
