import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useRef, useState } from 'react';
import { runSubjects } from '../../../../shared/agenda/exclusions/subjects.ts';
import { versionInForce } from '../../../../shared/agenda/exclusions/versions.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { exclusionListWords, type ListVersion } from '../../../../shared/model/exclusion.ts';
import type { DocumentRecord } from '../../../../shared/model/document.ts';
import type { FileList, ListWarning } from '../../../../shared/screening/list.ts';
import { listErrorWords, type ListErrorCode } from '../../../../shared/screening/lists/list-error.ts';
import { listLimits } from '../../../../shared/screening/lists/limits.ts';
import type { ListPreview } from '../../../../shared/screening/lists/preview-list.ts';
import { failureWords } from '../../../platform/failure-words.ts';
import { cancelDownload, downloadList, onDownloadProgress, openList, storeDocument } from '../../../platform/desktop.ts';
import { commitErrorWords } from '../../../session/commit-words.ts';
import { useSession } from '../../../session/session.tsx';
import type { Asked } from '../../../workers/screening-client.ts';
import type { Comparison, ListSummary } from '../../../workers/screening-messages.ts';
import { noAnswerWords, useScreening } from '../screening-context.tsx';
import { isMapped, rememberedColumns } from './list-facts.ts';

/** A file on its way in. */
export type Source = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly from: 'file' | 'download';
  readonly publishedOn: CivilDate | null;
  /** The list it was chosen for; the file itself says which one it is. */
  readonly wanted: FileList;
};

export type Columns = Readonly<Record<string, string>>;

/** What was read, before it is recorded. */
export type Incoming = {
  readonly source: Source;
  readonly summary: ListSummary;
  readonly warnings: readonly ListWarning[];
  /** The version in force now. */
  readonly before: ListVersion | null;
  /** Whether the columns are those confirmed for an earlier file. */
  readonly remembered: boolean;
};

export type Compared = { readonly state: 'none' } | { readonly state: 'working'; readonly done: number; readonly total: number | null } | { readonly state: 'done'; readonly comparison: Comparison } | { readonly state: 'unknown'; readonly words: string };

export type Flow =
  | { readonly at: 'idle' }
  | { readonly at: 'busy'; readonly words: string; readonly done: number; readonly total: number | null; readonly cancel: (() => void) | null }
  | { readonly at: 'refused'; readonly name: string; readonly words: string; readonly again: (() => void) | null }
  | { readonly at: 'mapping'; readonly source: Source; readonly preview: ListPreview; readonly columns: Columns; readonly problem: string | null }
  | { readonly at: 'summary'; readonly incoming: Incoming; readonly compared: Compared; readonly problem: string | null };

/** What a file of a list without a fixed layout may be refused for before somebody has said which column is which. */
const mayBeMapped: ReadonlySet<ListErrorCode> = new Set(['unknown-list', 'unmapped', 'no-such-column']);

const idle: Flow = { at: 'idle' };
const stays = 'The version in force stays in force.';

/** One list on its way in: read, columns confirmed where the layout is not fixed, compared with the version before, recorded. */
export function useListImport() {
  const { agencyId, file, evaluation, today, now, newId, commit } = useSession();
  const { ask, hold } = useScreening();
  const [flow, setFlow] = useState<Flow>(idle);
  // Each start is a turn of its own: what an abandoned one still answers is not listened to.
  const turn = useRef(0);
  const running = useRef<(() => void) | null>(null);
  const subjects = useMemo(() => runSubjects(file, evaluation).map(({ key, identity }) => ({ key, identity })), [file, evaluation]);

  const close = useCallback(() => {
    turn.current += 1;
    running.current?.();
    running.current = null;
    setFlow(idle);
  }, []);

  const start = (): number => {
    turn.current += 1;
    return turn.current;
  };
  const isCurrent = (own: number): boolean => own === turn.current;

  async function answered<Answer>(asked: Asked<Answer>): Promise<{ readonly ok: true; readonly value: Answer } | { readonly ok: false; readonly words: string }> {
    running.current = asked.cancel;
    const answer = await asked.answer;
    return answer.ok ? answer : { ok: false, words: noAnswerWords(answer.error) };
  }

  const busy = (words: string, cancel: (() => void) | null = close): void => setFlow({ at: 'busy', words, done: 0, total: null, cancel });

  const summarise = async (own: number, source: Source, summary: ListSummary, remembered: boolean): Promise<void> => {
    const before = versionInForce(file, summary.list, today);
    const warned = await answered(ask('warnings', { sha256: summary.sha256, before, today, publishedOn: source.publishedOn }));
    if (!isCurrent(own)) return;
    if (!warned.ok) {
      setFlow({ at: 'refused', name: source.name, words: warned.words, again: () => void take(source) });
      return;
    }
    const incoming: Incoming = { source, summary, warnings: warned.value, before, remembered };
    const compared = (value: Compared): void => {
      if (isCurrent(own)) setFlow((old) => (old.at === 'summary' ? { ...old, compared: value } : { at: 'summary', incoming, compared: value, problem: null }));
    };
    if (before === null || summary.scope !== 'full' || before.sha256 === summary.sha256) {
      compared({ state: 'none' });
      return;
    }
    compared({ state: 'working', done: 0, total: null });
    const held = await hold(before);
    if (!isCurrent(own)) return;
    if (!held.ok) {
      compared({ state: 'unknown', words: held.error });
      return;
    }
    const asked = ask('compare', { before: before.sha256, after: summary.sha256, subjects, on: today }, (done, total) => compared({ state: 'working', done, total }));
    const comparison = await answered(asked);
    compared(comparison.ok ? { state: 'done', comparison: comparison.value } : { state: 'unknown', words: comparison.words });
  };

  const preview = async (own: number, source: Source, list: ListPreview['list'], columns: Columns | null, problem: string | null): Promise<boolean> => {
    const seen = await answered(ask('preview', { bytes: source.bytes, fileName: source.name, list }));
    if (!isCurrent(own)) return true;
    if (!seen.ok || !seen.value.ok) return false;
    setFlow({ at: 'mapping', source, preview: seen.value.value, columns: columns ?? seen.value.value.columns, problem });
    return true;
  };

  async function take(source: Source): Promise<void> {
    const own = start();
    busy(`Reading ${source.name}`);
    const read = await answered(ask('read', { bytes: source.bytes, fileName: source.name, options: {} }));
    if (!isCurrent(own)) return;
    if (!read.ok) {
      setFlow({ at: 'refused', name: source.name, words: `${read.words} ${stays}`, again: () => void take(source) });
      return;
    }
    if (!read.value.ok) {
      // A list without a fixed layout may only lack that somebody says which column is which.
      const { error } = read.value;
      if (isMapped(source.wanted) && mayBeMapped.has(error.code) && (await preview(own, source, source.wanted, null, null))) return;
      if (isCurrent(own)) setFlow({ at: 'refused', name: source.name, words: listErrorWords(error), again: null });
      return;
    }
    const summary = read.value.value;
    if (!isMapped(summary.list)) {
      await summarise(own, source, summary, false);
      return;
    }
    const known = rememberedColumns(file, summary.list, summary.heads);
    if (known === null) await preview(own, source, summary.list, summary.columns, null);
    else await readMapped(own, source, summary.list, known, true);
  }

  async function readMapped(own: number, source: Source, list: ListPreview['list'], columns: Columns, remembered: boolean): Promise<void> {
    busy(`Reading ${source.name}`);
    const read = await answered(ask('read', { bytes: source.bytes, fileName: source.name, options: { list, columns } }));
    if (!isCurrent(own)) return;
    if (read.ok && read.value.ok) {
      await summarise(own, source, read.value.value, remembered);
      return;
    }
    const words = read.ok && !read.value.ok ? listErrorWords(read.value.error) : read.ok ? '' : read.words;
    if (!(await preview(own, source, list, columns, words)) && isCurrent(own)) setFlow({ at: 'refused', name: source.name, words, again: null });
  }

  const choose = async (wanted: FileList): Promise<void> => {
    const opened = await openList();
    if (!opened.ok) setFlow({ at: 'refused', name: exclusionListWords[wanted].long, words: `${failureWords(opened.error)} ${stays}`, again: () => void choose(wanted) });
    else if (opened.value !== null) await take({ bytes: opened.value.bytes, name: opened.value.name, from: 'file', publishedOn: null, wanted });
  };

  const drop = async (dropped: File, wanted: FileList): Promise<void> => {
    // A file that size is refused by name, without being read into memory first.
    if (dropped.size > listLimits.bytes) {
      setFlow({ at: 'refused', name: dropped.name, words: listErrorWords({ fileName: dropped.name, code: 'too-large' }), again: null });
      return;
    }
    await take({ bytes: new Uint8Array(await dropped.arrayBuffer()), name: dropped.name, from: 'file', publishedOn: null, wanted });
  };

  const download = async (): Promise<void> => {
    const own = start();
    const stop = (): void => void cancelDownload();
    running.current = stop;
    setFlow({ at: 'busy', words: 'Downloading from oig.hhs.gov', done: 0, total: null, cancel: stop });
    const quiet = onDownloadProgress(({ received, total }) => {
      if (isCurrent(own)) setFlow({ at: 'busy', words: 'Downloading from oig.hhs.gov', done: received, total, cancel: stop });
    });
    const fetched = await downloadList({ list: 'oig-leie' });
    quiet();
    if (!isCurrent(own)) return;
    if (!fetched.ok) {
      setFlow(fetched.error.code === 'cancelled' ? idle : { at: 'refused', name: 'oig.hhs.gov', words: `${failureWords(fetched.error)} ${stays}`, again: () => void download() });
      return;
    }
    const { name, bytes, publishedOn } = fetched.value;
    await take({ bytes, name, from: 'download', publishedOn: publishedOn ?? null, wanted: 'oig-leie' });
  };

  const record = async ({ source, summary, warnings }: Incoming, reason: string): Promise<void> => {
    const refuse = (problem: string): void => setFlow((old) => (old.at === 'summary' ? { ...old, problem } : old));
    const packed = await answered(ask('pack', { bytes: source.bytes }));
    if (!packed.ok) {
      refuse(packed.words);
      return;
    }
    const stored = await storeDocument({ agencyId, vault: 'personnel', bytes: packed.value });
    if (!stored.ok) {
      refuse(`The copy of the list was not filed (${stored.error.detail ?? stored.error.code}), and nothing was recorded. Check that the disk has space, and try again.`);
      return;
    }
    const recordedAt = now();
    const document: DocumentRecord = {
      id: newId(), sha256: stored.value.sha256, name: `${source.name}.gz`, mediaType: 'application/gzip', bytes: stored.value.bytes, vault: 'personnel', recordedAt,
    };
    const version = await answered(ask('version', {
      sha256: summary.sha256,
      more: {
        id: newId(), source: source.from, documents: [{ id: document.id }], recordedAt,
        ...(source.publishedOn !== null && { publishedOn: source.publishedOn }),
        ...(reason !== '' && { reason }),
        shown: warnings,
      },
    }));
    if (!version.ok) {
      refuse(version.words);
      return;
    }
    const { short } = exclusionListWords[summary.list];
    const done = await commit([{ kind: 'add-document', document }, { kind: 'add-list-version', version: version.value }], `Imported the ${short} list: ${source.name}, ${summary.rowCount.toLocaleString('en-US')} rows`);
    if (!done.ok) {
      refuse(commitErrorWords(done.error));
      return;
    }
    notifications.show({ message: summary.scope === 'full' ? `${short}: ${source.name} is now in force.` : `${short}: ${source.name} is kept as a partial list.`, autoClose: 5000 });
    setFlow(idle);
  };

  return {
    flow, close, take, choose, drop, download, record,
    confirmColumns: (source: Source, list: ListPreview['list'], columns: Columns) => readMapped(start(), source, list, columns, false),
    changeColumns: ({ source, summary }: Incoming) => (isMapped(summary.list) ? preview(start(), source, summary.list, summary.columns, null) : Promise.resolve(false)),
    setColumns: (columns: Columns) => setFlow((old) => (old.at === 'mapping' ? { ...old, columns, problem: null } : old)),
  };
}

export type ListImport = ReturnType<typeof useListImport>;
