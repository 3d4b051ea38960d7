import { notifications } from '@mantine/notifications';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RosterIndex } from '../../../shared/intake/roster-index.ts';
import { alreadyKept, isFiled, queueOf, type QueueLine, type WaitingFile } from '../../../shared/intake/waiting.ts';
import type { ScanFolderLook, ScanFolderStatus } from '../../../shared/ipc/scan-folder.ts';
import { documents, scanFolder } from '../../platform/desktop.ts';
import type { IntakeClient } from '../../workers/intake-client.ts';
import type { HandedIn } from '../../workers/intake-messages.ts';
import { useSession } from '../session.tsx';
import type { TakenIn, TakeInTools } from './take-in.ts';

/** A file that was handed in and is not taken: what is wrong with it, in words, and whether a password would mend it. */
export type Trouble = { readonly id: string; readonly handed: HandedIn; readonly from: WaitingFile['from']; readonly words: string; readonly askPassword: boolean; readonly working: boolean };

/** The intake desk of the open agency: what waits there, what is being taken, and what was not. */
export type Intake = {
  readonly files: readonly WaitingFile[];
  /** What waits to be confirmed. */
  readonly queue: readonly QueueLine[];
  /** Files handed in and not read yet; null while nothing is. */
  readonly taking: { readonly done: number; readonly of: number } | null;
  readonly troubles: readonly Trouble[];
  readonly hand: (files: readonly HandedIn[]) => void;
  readonly handPhotographs: (files: readonly HandedIn[]) => void;
  readonly tryPassword: (id: string, password: string) => void;
  readonly dropTrouble: (id: string) => void;
  /** Writes changed files; false where it could not be kept. `gone`: files whose place they take. */
  readonly change: (files: readonly WaitingFile[], gone?: readonly string[]) => Promise<boolean>;
  /** Takes files off the desk; bytes that nothing on record needs are destroyed. */
  readonly discard: (files: readonly WaitingFile[]) => Promise<boolean>;
  /** Destroys bytes the desk does not need any more, such as a copy in the other vault. */
  readonly letGo: (names: readonly { readonly sha256: string; readonly vault: 'personnel' | 'medical' }[], but?: readonly string[]) => Promise<void>;
  readonly scan: { readonly status: ScanFolderStatus | null; readonly look: ScanFolderLook | null; readonly setStatus: (status: ScanFolderStatus) => void };
  readonly seen: (sha256: string) => void;
  readonly tools: () => Promise<TakeInTools>;
};

const IntakeContext = createContext<Intake | null>(null);

/** The intake desk. Only below `IntakeProvider`. */
export function useIntake(): Intake {
  const intake = useContext(IntakeContext);
  if (intake === null) throw new Error('useIntake needs IntakeProvider around it');
  return intake;
}

type Job = { readonly run: (tools: TakeInTools) => Promise<TakenIn>; readonly handed: HandedIn; readonly from: WaitingFile['from']; readonly trouble?: string };

/** How often, in milliseconds, the scan folder is looked at. */
const lookEvery = 3_000;

/** Takes files in one after the other while the agency is open, on whatever screen; the desk and the rail read from here. */
export function IntakeProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { agencyId, file, today, can, actor, newId, now, intake: store, canRecord } = session;
  const [files, setFiles] = useState<readonly WaitingFile[]>([]);
  const [taking, setTaking] = useState<Intake['taking']>(null);
  const [troubles, setTroubles] = useState<readonly Trouble[]>([]);
  const [status, setStatus] = useState<ScanFolderStatus | null>(null);
  const [look, setLook] = useState<ScanFolderLook | null>(null);
  const latest = useRef({ files, file, today });
  const seenDigests = useRef<Set<string> | null>(null);
  const offered = useRef(new Set<string>());
  const jobs = useRef<Job[]>([]);
  const running = useRef(false);
  const client = useRef<IntakeClient | null>(null);
  const index = useRef<{ readonly people: unknown; readonly made: RosterIndex } | null>(null);

  const show = useCallback((next: readonly WaitingFile[]) => {
    latest.current = { ...latest.current, files: next };
    setFiles(next);
  }, []);
  useEffect(() => {
    latest.current = { ...latest.current, file, today };
  });

  useEffect(() => {
    let stale = false;
    const load = async (): Promise<void> => {
      const [kept, seen] = await Promise.all([store.list(), store.seen()]);
      if (stale) return;
      seenDigests.current = new Set(seen);
      // What was filed whole before the last start is not kept for taking back any longer.
      const done = kept.filter((each) => each.items.length > 0 && each.items.every((item) => isFiled(item, latest.current.file)));
      show(kept.filter((each) => !done.includes(each)));
      if (done.length > 0) void store.remove(done.map(({ id }) => id));
      const folder = await scanFolder.status({ agencyId });
      if (folder.ok) setStatus(folder.value);
    };
    void load();
    return () => {
      stale = true;
      client.current?.close();
      client.current = null;
    };
  }, [store, agencyId, show]);

  const tools = useCallback(async (): Promise<TakeInTools> => {
    const [{ startIntakeClient }, { rosterIndex }] = await Promise.all([import('../../workers/intake-client.ts'), import('../../../shared/intake/roster-index.ts')]);
    client.current ??= startIntakeClient();
    const { people } = latest.current.file;
    if (index.current?.people !== people) index.current = { people, made: rosterIndex(people) };
    return {
      agencyId, client: client.current, index: index.current.made, today: latest.current.today, mayMedical: can('read-medical'), by: actor?.name, newId, now,
      atDesk: (sha256) => latest.current.files.find((each) => (each.handedIn === sha256 || each.sha256 === sha256) && !each.items.every((item) => isFiled(item, latest.current.file))),
    };
  }, [agencyId, can, actor, newId, now]);

  const run = useCallback(async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    let done = 0;
    try {
      for (let job = jobs.current.shift(); job !== undefined; job = jobs.current.shift()) {
        setTaking({ done, of: done + jobs.current.length + 1 });
        const current = job;
        const taken = await current.run(await tools());
        done += 1;
        const without = (all: readonly Trouble[]): readonly Trouble[] => all.filter(({ id }) => id !== current.trouble);
        if (taken.kind === 'taken') {
          // Only what is written down is shown as taken.
          if (await store.put([taken.file])) {
            show([...latest.current.files, taken.file]);
            setTroubles(without);
          } else setTroubles((all) => [...without(all), { id: newId(), handed: current.handed, from: current.from, words: `${current.handed.name} was not taken: the desk could not be written on this computer. The file itself is untouched. Check that the disk has room, and hand it in again.`, askPassword: false, working: false }]);
        } else if (taken.kind === 'known') {
          setTroubles(without);
          notifications.show({ message: taken.words, autoClose: 5000 });
        } else setTroubles((all) => [...without(all), { id: newId(), handed: current.handed, from: current.from, words: taken.words, askPassword: taken.askPassword, working: false }]);
      }
    } finally {
      running.current = false;
      setTaking(null);
    }
  }, [tools, store, show, newId]);

  const enqueue = useCallback((more: readonly Job[]) => {
    jobs.current.push(...more);
    void run();
  }, [run]);

  const handFrom = useCallback((handed: readonly HandedIn[], from: WaitingFile['from']) => {
    enqueue(handed.map((each) => ({ handed: each, from, run: async (with_) => (await import('./take-in.ts')).takeIn(each, from, with_) })));
  }, [enqueue]);

  const letGo = useCallback<Intake['letGo']>(async (names, but = []) => {
    const onRecord = (latest.current.file.documents ?? []).filter((each) => each.purgedAt === undefined).map(({ sha256, vault }) => ({ sha256, vault }));
    const waiting = latest.current.files.filter(({ id }) => !but.includes(id)).map(({ sha256, vault }) => ({ sha256, vault }));
    await documents.condemn({ agencyId, documents: names.map(({ sha256, vault }) => ({ sha256, vault })) });
    await documents.sweep({ agencyId, onRecord: [...onRecord, ...waiting] });
  }, [agencyId]);

  const change = useCallback<Intake['change']>(async (changed, gone = []) => {
    if (!(await store.put(changed, gone))) return false;
    const byId = new Map(changed.map((each) => [each.id, each]));
    const kept = latest.current.files.filter(({ id }) => !gone.includes(id)).map((each) => byId.get(each.id) ?? each);
    show([...kept, ...changed.filter(({ id }) => !kept.some((each) => each.id === id))]);
    return true;
  }, [store, show]);

  const seen = useCallback((sha256: string) => {
    seenDigests.current?.add(sha256);
    void store.see(sha256);
  }, [store]);

  const discard = useCallback<Intake['discard']>(async (gone) => {
    const ids = gone.map(({ id }) => id);
    if (!(await store.remove(ids))) return false;
    show(latest.current.files.filter(({ id }) => !ids.includes(id)));
    for (const each of gone) seen(each.handedIn);
    await letGo(gone);
    return true;
  }, [store, show, seen, letGo]);

  // The scan folder is looked at while the agency is open; the main process refuses while it is locked.
  const folder = status?.folder ?? null;
  useEffect(() => {
    if (folder === null || !canRecord) return undefined;
    const stop = new AbortController();
    const isOver = (): boolean => stop.signal.aborted;
    let busy = false;
    const lookNow = async (): Promise<void> => {
      if (busy || seenDigests.current === null) return;
      busy = true;
      try {
        const looked = await scanFolder.look({ agencyId });
        if (isOver() || !looked.ok) return;
        setLook(looked.value);
        for (const { sha256 } of looked.value.files) {
          const known = seenDigests.current.has(sha256) || offered.current.has(sha256) || alreadyKept(latest.current.file, [sha256]).length > 0 || latest.current.files.some((each) => each.handedIn === sha256);
          if (known) continue;
          const read = await scanFolder.read({ agencyId, sha256 });
          if (isOver()) return;
          if (!read.ok) continue;
          offered.current.add(sha256);
          handFrom([{ name: read.value.name, blob: new Blob([new Uint8Array(read.value.bytes)]) }], 'folder');
        }
      } finally {
        busy = false;
      }
    };
    void lookNow();
    const timer = setInterval(() => void lookNow(), lookEvery);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [folder, agencyId, canRecord, handFrom]);

  const queue = useMemo(() => queueOf(files, file), [files, file]);
  const value = useMemo<Intake>(() => ({
    files, queue, taking, troubles,
    hand: (handed) => handFrom(handed, 'dropped'),
    handPhotographs: (handed) => {
      const [first] = handed;
      if (first !== undefined) enqueue([{ handed: first, from: 'photographs', run: async (with_) => (await import('./take-in.ts')).takePhotographs(handed, with_) }]);
    },
    tryPassword: (id, password) => {
      const trouble = troubles.find((each) => each.id === id);
      if (trouble === undefined || password === '') return;
      setTroubles((all) => all.map((each) => (each.id === id ? { ...each, working: true } : each)));
      enqueue([{ handed: trouble.handed, from: trouble.from, trouble: id, run: async (with_) => (await import('./take-in.ts')).takeIn(trouble.handed, trouble.from, with_, password) }]);
    },
    dropTrouble: (id) => setTroubles((all) => all.filter((each) => each.id !== id)),
    change, discard, letGo, seen, tools,
    scan: { status, look: folder === null ? null : look, setStatus },
  }), [files, queue, taking, troubles, handFrom, enqueue, change, discard, letGo, seen, tools, status, look, folder]);
  return <IntakeContext value={value}>{children}</IntakeContext>;
}
