import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { ok, type Result } from '../../shared/result.ts';
import { isStorageError, storageFailure, type OpenFailure, type StorageFailure } from '../db/failures.ts';
import type { LiveAgency } from '../db/live-agency.ts';
import { knownAgencies, watchKnownAgencies, type KnownAgency } from '../db/registry.ts';
import { removeAgency } from '../db/remove-agency.ts';
import { keepAgency, openLive } from './agencies.ts';
import { SessionProvider } from './session.tsx';
import { useSessionValue, type Surroundings } from './use-session-value.ts';

type Where =
  | { readonly kind: 'opening' }
  | { readonly kind: 'start' }
  | { readonly kind: 'refused'; readonly agencyId: string; readonly failure: OpenFailure }
  | { readonly kind: 'open'; readonly live: LiveAgency; readonly isDemo: boolean };

/** What the first screen, the recovery screen and the settings can do with whole agencies. */
export type AgencyDoor = {
  /** The agencies of this machine, last opened first. */
  readonly agencies: readonly KnownAgency[];
  /** Why the agency asked for did not open; null elsewhere. */
  readonly refused: { readonly agencyId: string; readonly failure: OpenFailure } | null;
  readonly open: (agencyId: string) => Promise<void>;
  /** Keeps a file as an agency of its own and opens it. */
  readonly keep: (agencyId: string, file: AgencyFile, isDemo: boolean) => Promise<Result<string, StorageFailure>>;
  /** Removes an agency from this computer, record and log; stored documents stay. Closes it first where it is open. */
  readonly remove: (agencyId: string) => Promise<Result<null, StorageFailure>>;
  /** Back to the first screen; nothing is lost. */
  readonly leave: () => void;
  readonly clock: () => number;
  readonly newId: () => string;
};

const DoorContext = createContext<AgencyDoor | null>(null);

/** The agencies of this machine. Only below `AgencyDoor`. */
export function useAgencyDoor(): AgencyDoor {
  const door = useContext(DoorContext);
  if (door === null) throw new Error('useAgencyDoor needs AgencyDoor around it');
  return door;
}

type Props = Surroundings & {
  /** Shown while an agency is being read. */
  readonly opening: ReactNode;
  /** Shown when no agency is open. */
  readonly start: ReactNode;
  /** Shown when the agency asked for could not be opened. */
  readonly recovery: ReactNode;
  /** The app; `useSession` works inside. */
  readonly children: ReactNode;
};

/**
 * Decides what stands between a person and the app: the first screen, the recovery screen, or an open agency. At start it
 * opens the agency that was open last. What cannot be read is never answered with an empty app.
 */
export function AgencyDoor({ clock, newId, newKey, opening, start, recovery, children }: Props) {
  const [where, setWhere] = useState<Where>({ kind: 'opening' });
  const [agencies, setAgencies] = useState<readonly KnownAgency[]>([]);
  const current = useRef<LiveAgency | null>(null);

  const enter = useCallback((next: Where) => {
    if (current.current !== null && (next.kind !== 'open' || next.live !== current.current)) current.current.close();
    current.current = next.kind === 'open' ? next.live : null;
    setWhere(next);
  }, []);

  const open = useCallback(
    async (agencyId: string) => {
      enter({ kind: 'opening' });
      const refuse = (failure: OpenFailure): void => enter({ kind: 'refused', agencyId, failure });
      const opened = await openLive(agencyId, clock, refuse);
      if (opened.ok) enter({ kind: 'open', ...opened.value });
      else refuse(opened.error);
    },
    [clock, enter],
  );

  const keep = useCallback(
    async (agencyId: string, file: AgencyFile, isDemo: boolean) => {
      const kept = await keepAgency(agencyId, file, isDemo, { clock, newKey });
      if (!kept.ok) return kept;
      await open(kept.value);
      return ok(kept.value);
    },
    [clock, newKey, open],
  );

  const remove = useCallback(
    async (agencyId: string) => {
      if (current.current?.agencyId === agencyId) enter({ kind: 'start' });
      return await removeAgency(agencyId);
    },
    [enter],
  );

  useEffect(() => watchKnownAgencies(setAgencies), []);
  useEffect(() => {
    let stale = false;
    const begin = async (): Promise<void> => {
      try {
        const [last] = await knownAgencies();
        if (stale) return;
        if (last === undefined) enter({ kind: 'start' });
        else await open(last.id);
      } catch (error) {
        if (!isStorageError(error)) throw error;
        if (!stale) enter({ kind: 'refused', agencyId: '', failure: storageFailure(error) });
      }
    };
    void begin();
    return () => {
      stale = true;
    };
  }, [enter, open]);

  const door = useMemo<AgencyDoor>(
    () => ({
      agencies,
      refused: where.kind === 'refused' ? where : null,
      open,
      keep,
      remove,
      leave: () => enter({ kind: 'start' }),
      clock,
      newId,
    }),
    [agencies, where, open, keep, remove, enter, clock, newId],
  );

  return <DoorContext value={door}>{view()}</DoorContext>;

  function view(): ReactNode {
    switch (where.kind) {
      case 'opening':
        return opening;
      case 'start':
        return start;
      case 'refused':
        return recovery;
      case 'open':
        return (
          <Open key={where.live.agencyId} live={where.live} isDemo={where.isDemo} clock={clock} newId={newId}>
            {children}
          </Open>
        );
    }
  }
}

type OpenProps = { readonly live: LiveAgency; readonly isDemo: boolean; readonly children: ReactNode } & Pick<Surroundings, 'clock' | 'newId'>;

function Open({ live, isDemo, clock, newId, children }: OpenProps) {
  const session = useSessionValue(live, isDemo, { clock, newId });
  return <SessionProvider value={session}>{children}</SessionProvider>;
}
