import { notifications } from '@mantine/notifications';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { EventBody } from '../../shared/ipc/contract.ts';
import type { VaultSession, VaultStatus } from '../../shared/ipc/vault.ts';
import { ok, type Result } from '../../shared/result.ts';
import { isStorageError, storageFailure, type OpenFailure, type StorageFailure } from '../db/failures.ts';
import type { LiveAgency } from '../db/live-agency.ts';
import { knownAgencies, watchKnownAgencies, type KnownAgency } from '../db/registry.ts';
import { removeAgency } from '../db/remove-agency.ts';
import { onLocked, vault } from '../platform/desktop.ts';
import { keepAgency, logUnlock, openLive } from './agencies.ts';
import { approach, protectRecord } from './approach.ts';
import { lostAgencies } from './lost-agencies.ts';
import { SessionProvider } from './session.tsx';
import { hasUnsavedInput, inputSaved, watchInput } from './unsaved-input.ts';
import { useSessionValue, type Surroundings } from './use-session-value.ts';

/** Why the keys are gone; null where an agency was only approached. */
export type WhyLocked = EventBody<'locked'>['why'] | null;

/** An agency that waits for its keys. `held`: a form with unsaved input waits behind, for this user. */
export type Locked = { readonly agencyId: string; readonly status: VaultStatus; readonly why: WhyLocked; readonly held: { readonly userId: string; readonly userName: string } | null };

/** An agency that gets its keys now: one that lies here from before (`arrival` null), or one that is only coming. */
export type Unprotected = {
  readonly agencyId: string;
  readonly name: string;
  readonly arrival: { readonly file: AgencyFile; readonly documents: ReadonlyMap<string, Uint8Array> } | null;
};

type Where =
  | { readonly kind: 'opening'; readonly progress: { readonly done: number; readonly of: number } | null }
  | { readonly kind: 'start' }
  | { readonly kind: 'unprotected'; readonly unprotected: Unprotected }
  | { readonly kind: 'locked'; readonly locked: Locked }
  | { readonly kind: 'refused'; readonly agencyId: string; readonly failure: OpenFailure }
  | { readonly kind: 'open'; readonly live: LiveAgency; readonly isDemo: boolean; readonly locked: Locked | null };

/** What the first screen, the unlock and recovery screens and the settings can do with whole agencies. */
export type AgencyDoor = {
  /** The agencies of this machine, last opened first. */
  readonly agencies: readonly KnownAgency[];
  /** Why the agency asked for did not open; null elsewhere. */
  readonly refused: { readonly agencyId: string; readonly failure: OpenFailure } | null;
  /** The agency that waits for a passphrase; null elsewhere. */
  readonly locked: Locked | null;
  /** The agency that gets its keys before it is opened; null elsewhere. */
  readonly unprotected: Unprotected | null;
  /** How far the records of an agency are sealed; null while nothing is. */
  readonly sealing: { readonly done: number; readonly of: number } | null;
  readonly open: (agencyId: string) => Promise<void>;
  /** Brings a new agency or one from a plain file: it is protected, then kept and opened. */
  readonly bring: (file: AgencyFile, documents: ReadonlyMap<string, Uint8Array>) => void;
  /** Goes in with the keys that an unlock, a protection or a restore gave. */
  readonly admit: (agencyId: string, session: VaultSession) => Promise<void>;
  /** Keeps a file as an agency of its own and opens it; `session` null is the demo. */
  readonly keep: (agencyId: string, file: AgencyFile, session: VaultSession | null) => Promise<Result<string, StorageFailure>>;
  /** Locks the open agency at once: the keys are forgotten here and in the main process. */
  readonly lock: () => Promise<void>;
  /** Removes an agency from this computer, record and log. Closes it first where it is open. */
  readonly remove: (agencyId: string) => Promise<Result<null, StorageFailure>>;
  /** Back to the first screen; nothing is lost but what a form behind the lock screen held. */
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
  /** Shown while an agency is being read or sealed. */
  readonly opening: ReactNode;
  /** Shown when no agency is open. */
  readonly start: ReactNode;
  /** Shown when an agency waits for a passphrase. */
  readonly unlock: ReactNode;
  /** Shown when an agency lies there without protection. */
  readonly protect: ReactNode;
  /** Shown when the agency asked for could not be opened. */
  readonly recovery: ReactNode;
  /** The app; `useSession` works inside. */
  readonly children: ReactNode;
};

/**
 * Decides what stands between a person and the app: the first screen, a lock, the recovery screen, or an open agency. At start it
 * approaches the agency that was open last. What cannot be read is never answered with an empty app.
 */
export function AgencyDoor({ clock, newId, newKey, opening, start, unlock, protect, recovery, children }: Props) {
  const [where, setWhere] = useState<Where>({ kind: 'opening', progress: null });
  const [agencies, setAgencies] = useState<readonly KnownAgency[]>([]);
  const current = useRef<Extract<Where, { kind: 'open' }> | null>(null);

  const enter = useCallback(async (next: Where): Promise<void> => {
    const before = current.current;
    current.current = next.kind === 'open' ? next : null;
    if (before !== null && (next.kind !== 'open' || next.live !== before.live)) {
      inputSaved();
      setWhere({ kind: 'opening', progress: null });
      await before.live.close();
    }
    setWhere(next);
  }, []);

  const refuse = useCallback((agencyId: string, failure: OpenFailure) => void enter({ kind: 'refused', agencyId, failure }), [enter]);

  const goIn = useCallback(
    async (agencyId: string, session: VaultSession | null) => {
      const opened = await openLive(agencyId, session, { clock, newId }, (failure) => refuse(agencyId, failure));
      if (opened.ok) await enter({ kind: 'open', ...opened.value, locked: null });
      else refuse(agencyId, opened.error);
    },
    [clock, newId, enter, refuse],
  );

  const open = useCallback(
    async (agencyId: string) => {
      await enter({ kind: 'opening', progress: null });
      const found = await approach(agencyId);
      switch (found.kind) {
        case 'open-door':
          await goIn(agencyId, null);
          break;
        case 'unprotected':
          await enter({ kind: 'unprotected', unprotected: { agencyId, name: found.name, arrival: null } });
          break;
        case 'locked':
          await enter({ kind: 'locked', locked: { agencyId, status: found.status, why: null, held: null } });
          break;
        case 'refused':
          refuse(agencyId, found.failure);
          break;
      }
    },
    [enter, goIn, refuse],
  );

  const admit = useCallback(
    async (agencyId: string, session: VaultSession) => {
      const held = current.current;
      if (held?.locked?.held?.userId === session.user.id && held.live.agencyId === agencyId) {
        held.live.resume(session);
        await logUnlock(held.live, session, { clock, newId });
        await enter({ ...held, locked: null });
        return;
      }
      await enter({ kind: 'opening', progress: null });
      const sealed = await protectRecord(agencyId, session, { clock, newId }, (done, of) => setWhere({ kind: 'opening', progress: { done, of } }));
      if (sealed.ok) await goIn(agencyId, session);
      else refuse(agencyId, sealed.error);
    },
    [clock, newId, enter, goIn, refuse],
  );

  const keep = useCallback(
    async (agencyId: string, file: AgencyFile, session: VaultSession | null) => {
      const kept = await keepAgency({ agencyId, file, session }, { clock, newId, newKey });
      if (!kept.ok) return kept;
      await enter({ kind: 'opening', progress: null });
      await goIn(agencyId, session);
      return ok(agencyId);
    },
    [clock, newId, newKey, enter, goIn],
  );

  const lock = useCallback(async () => {
    const now = current.current;
    if (now === null || now.isDemo || now.locked !== null) return;
    await now.live.recordEvent({ id: newId(), at: new Date(clock()).toISOString(), kind: 'lock', what: `Locked by ${now.live.actor?.name ?? 'nobody'}` });
    await vault.lock();
  }, [clock, newId]);

  const remove = useCallback(
    async (agencyId: string) => {
      if (current.current?.live.agencyId === agencyId) await enter({ kind: 'start' });
      return await removeAgency(agencyId);
    },
    [enter],
  );

  useEffect(() => watchKnownAgencies(setAgencies), []);
  useEffect(watchInput, []);
  useEffect(
    () =>
      onLocked(({ why }) => {
        const now = current.current;
        if (now === null || now.isDemo || now.locked !== null) return;
        const { agencyId, actor } = now.live;
        const held = actor !== null && hasUnsavedInput() ? { userId: actor.id, userName: actor.name } : null;
        // Hidden before anything is awaited: nothing of the agency stays to be read, nor what was said of it.
        notifications.clean();
        const shown: Locked = { agencyId, why, held, status: { state: 'locked', users: [], keyStore: 'no-store', lock: { idleMinutes: 0, onSleep: true, onSystemLock: true } } };
        const hide = async (): Promise<void> => {
          if (held !== null) {
            await enter({ ...now, locked: shown });
            await now.live.pause();
          } else await enter({ kind: 'opening', progress: null });
          const status = await vault.status({ agencyId });
          const locked = status.ok ? { ...shown, status: status.value } : shown;
          await enter(held === null ? { kind: 'locked', locked } : { ...now, locked });
        };
        void hide();
      }),
    [enter],
  );
  useEffect(() => {
    let stale = false;
    const begin = async (): Promise<void> => {
      try {
        // What is gone comes first: a first screen, or another agency, would look as if it had never been.
        const [[last], [lost]] = await Promise.all([knownAgencies(), lostAgencies()]);
        if (stale) return;
        const first = lost ?? last?.id;
        if (first === undefined) await enter({ kind: 'start' });
        else await open(first);
      } catch (error) {
        if (!isStorageError(error)) throw error;
        if (!stale) refuse('', storageFailure(error));
      }
    };
    void begin();
    return () => {
      stale = true;
    };
  }, [enter, open, refuse]);

  const isOpen = where.kind === 'open';
  const isLocked = where.kind === 'locked' || (where.kind === 'open' && where.locked !== null);
  useEffect(() => {
    if (!isOpen) document.title = 'Muster';
  }, [isOpen]);
  // What hangs at the body is hidden with the rest: dialogs that wait, and notices that come late from work begun before.
  useEffect(() => {
    if (!isLocked) return;
    document.body.dataset['locked'] = 'true';
    return () => {
      delete document.body.dataset['locked'];
    };
  }, [isLocked]);

  const door = useMemo<AgencyDoor>(
    () => ({
      agencies,
      refused: where.kind === 'refused' ? where : null,
      locked: where.kind === 'locked' || where.kind === 'open' ? where.locked : null,
      unprotected: where.kind === 'unprotected' ? where.unprotected : null,
      sealing: where.kind === 'opening' ? where.progress : null,
      open,
      bring: (file, documents) => void enter({ kind: 'unprotected', unprotected: { agencyId: newId(), name: file.agency.name, arrival: { file, documents } } }),
      admit,
      keep,
      lock,
      remove,
      leave: () => {
        void vault.lock();
        void enter({ kind: 'start' });
      },
      clock,
      newId,
    }),
    [agencies, where, open, admit, keep, lock, remove, enter, clock, newId],
  );

  return <DoorContext value={door}>{view()}</DoorContext>;

  function view(): ReactNode {
    switch (where.kind) {
      case 'opening':
        return opening;
      case 'start':
        return start;
      case 'unprotected':
        return protect;
      case 'locked':
        return unlock;
      case 'refused':
        return recovery;
      case 'open':
        return (
          <>
            {where.locked !== null && unlock}
            <Behind hidden={where.locked !== null}>
              <Open key={where.live.agencyId} live={where.live} isDemo={where.isDemo} clock={clock} newId={newId}>
                {children}
              </Open>
            </Behind>
          </>
        );
    }
  }
}

/** What stands behind the lock screen: mounted, so that what was typed is not lost, and neither seen, read aloud, searched, printed nor reached. */
function Behind({ hidden, children }: { readonly hidden: boolean; readonly children: ReactNode }) {
  useEffect(() => {
    if (!hidden) return;
    const { title } = document;
    document.title = 'Muster';
    return () => {
      document.title = title;
    };
  }, [hidden]);
  return (
    <div style={hidden ? { display: 'none' } : { display: 'contents' }} inert={hidden}>
      {children}
    </div>
  );
}

type OpenProps = { readonly live: LiveAgency; readonly isDemo: boolean; readonly children: ReactNode } & Pick<Surroundings, 'clock' | 'newId'>;

function Open({ live, isDemo, clock, newId, children }: OpenProps) {
  const session = useSessionValue(live, isDemo, { clock, newId });
  return <SessionProvider value={session}>{children}</SessionProvider>;
}
