import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DateOrder } from '../../../shared/date-entry.ts';
import type { DateOrderFinding } from '../../../shared/import/date-order.ts';
import type { ColumnGuess, Purpose } from '../../../shared/import/guess-mapping.ts';
import { missingColumns } from '../../../shared/import/import-into-file.ts';
import { noChoices, type ImportChoices, type ImportPlan } from '../../../shared/import/plan-import.ts';
import type { Target } from '../../../shared/import/targets.ts';
import { tableErrorWords } from '../../../shared/import/words.ts';
import { commitErrorWords } from '../../session/commit-words.ts';
import { useSession } from '../../session/session.tsx';
import { startLongWork } from '../../ui/long-work.ts';
import { startImportClient, type ImportClient } from '../../workers/import-client.ts';
import type { TableSummary } from '../../workers/import-messages.ts';
import { recalled, remember } from './mapping-memory.ts';
import { importedWords } from './words.ts';

export type ColumnChoice = { readonly target: Target; readonly by: ColumnGuess['by'] | 'person' };

/** One chosen file on its way in. */
export type Source = {
  readonly bytes: Uint8Array;
  readonly summary: TableSummary;
  readonly columns: readonly ColumnChoice[];
  readonly finding: DateOrderFinding;
  /** What the person chose where the data do not decide. */
  readonly chosenOrder: DateOrder | null;
};

export type Step = 'files' | 'columns' | 'check' | 'done';
export type Done = { readonly logId: string | null; readonly what: string; readonly plan: ImportPlan };

const workerWords = 'The file could not be worked through: the part of Muster that reads spreadsheets ended. Nothing was changed. Close other programs and choose the file again.';

/** The order of dates a source is read in; null while a person must choose. */
export const orderOf = ({ finding, chosenOrder }: Source): DateOrder | null => (finding.kind === 'decided' ? finding.order : chosenOrder);

/** What still stands between the columns and the check, in a sentence; null when nothing does. */
export function openQuestion(purpose: Purpose, source: Source): string | null {
  const missing = missingColumns(source.columns.map(({ target }) => target), purpose);
  if (missing === 'names') return `${source.summary.fileName}: choose which columns hold the first and the family name, or the full name.`;
  if (missing === 'items') return `${source.summary.fileName}: choose which column holds the kind of item, or give columns an item of their own.`;
  return orderOf(source) === null ? `${source.summary.fileName}: choose how its dates are read.` : null;
}

/** The state of one import, from the files to what was done. */
export function useImport() {
  const session = useSession();
  const client = useClient();
  const [step, setStep] = useState<Step>('files');
  const [sources, setSources] = useState<Partial<Readonly<Record<Purpose, Source>>>>({});
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [reading, setReading] = useState<Purpose | null>(null);
  const [choices, setChoices] = useState<ImportChoices>(noChoices);
  const [done, setDone] = useState<Done | null>(null);
  const { file, today, now } = session;

  const add = useCallback(
    async (purpose: Purpose, bytes: Uint8Array, fileName: string, sheet: string | null = null): Promise<void> => {
      setReading(purpose);
      setFileProblem(null);
      const work = startLongWork(`Reading ${fileName}`);
      try {
        const read = await client().read(bytes, fileName, purpose, sheet);
        if (!read.ok) {
          setFileProblem(workerWords);
          return;
        }
        if (!read.value.ok) {
          setFileProblem(tableErrorWords(read.value.error));
          return;
        }
        const summary = read.value.value;
        const columns: readonly ColumnChoice[] = recalled(summary.key, summary.headers) ?? summary.guess;
        const finding = await client().order(summary.token, columns.map(({ target }) => target), today);
        if (!finding.ok) {
          setFileProblem(workerWords);
          return;
        }
        setSources((before) => ({ ...before, [purpose]: { bytes, summary, columns, finding: finding.value, chosenOrder: null } }));
        setChoices(noChoices);
      } finally {
        work.finish();
        setReading(null);
      }
    },
    [client, today],
  );

  const remove = useCallback((purpose: Purpose): void => {
    setSources(({ [purpose]: _gone, ...rest }) => rest);
    setChoices(noChoices);
  }, []);

  const setColumns = useCallback(
    async (purpose: Purpose, columns: readonly ColumnChoice[]): Promise<void> => {
      const source = sources[purpose];
      if (source === undefined) return;
      setSources((before) => ({ ...before, [purpose]: { ...source, columns } }));
      const finding = await client().order(source.summary.token, columns.map(({ target }) => target), today);
      if (finding.ok) setSources((before) => (before[purpose] === undefined ? before : { ...before, [purpose]: { ...before[purpose], finding: finding.value } }));
    },
    [client, sources, today],
  );

  const setOrder = useCallback((purpose: Purpose, chosenOrder: DateOrder): void => {
    setSources((before) => (before[purpose] === undefined ? before : { ...before, [purpose]: { ...before[purpose], chosenOrder } }));
  }, []);

  const question = (['roster', 'evidence'] as const).flatMap((purpose) => {
    const source = sources[purpose];
    return source === undefined ? [] : (openQuestion(purpose, source) ?? []);
  })[0] ?? null;

  const request = useMemo(() => {
    if (step !== 'check') return null;
    const tables = Object.fromEntries(
      (['roster', 'evidence'] as const).flatMap((purpose) => {
        const source = sources[purpose];
        const order = source === undefined ? null : orderOf(source);
        return source === undefined || order === null ? [] : [[purpose, { token: source.summary.token, columns: source.columns.map(({ target }) => target), order }]];
      }),
    );
    return { tables, into: file, choices, now: now(), today };
  }, [step, sources, file, choices, now, today]);
  const { plan, planProblem } = usePlan(request, client);

  const commit = useCallback(async (): Promise<string | null> => {
    if (plan?.ready !== true) return null;
    for (const source of Object.values(sources)) remember(source.summary.key, source.columns.map(({ target }) => target));
    const names = Object.values(sources).map(({ summary }) => summary.fileName).join(' and ');
    const what = `Imported ${importedWords(plan)} from ${names}`;
    if (plan.changes.length === 0) {
      setDone({ logId: null, what: `Nothing new in ${names}: everything is on file already.`, plan });
      setStep('done');
      return null;
    }
    const work = startLongWork('Recording the import');
    try {
      const result = await session.commit(plan.changes, what, 'import');
      if (!result.ok) return commitErrorWords(result.error);
      setDone({ logId: result.value.logId, what, plan });
      setStep('done');
      return null;
    } finally {
      work.finish();
    }
  }, [plan, sources, session]);

  const restart = useCallback((): void => {
    setStep('files');
    setSources({});
    setChoices(noChoices);
    setDone(null);
    setFileProblem(null);
  }, []);

  return { step, setStep, sources, add, remove, reading, fileProblem, setFileProblem, setColumns, setOrder, question, choices, setChoices, plan, planProblem, commit, done, restart };
}

export type ImportState = ReturnType<typeof useImport>;

/** The worker of this import: started at the first question, ended with the screen. */
function useClient(): () => ImportClient {
  const held = useRef<ImportClient | null>(null);
  useEffect(
    () => () => {
      held.current?.close();
      held.current = null;
    },
    [],
  );
  return useCallback(() => (held.current ??= startImportClient()), []);
}

/** The dry run of the latest request; the last plan stays in view while the next one is made. */
function usePlan(request: Parameters<ImportClient['plan']>[0] | null, client: () => ImportClient): { readonly plan: ImportPlan | null; readonly planProblem: string | null } {
  const [made, setMade] = useState<{ readonly for: typeof request; readonly plan: ImportPlan | null; readonly problem: string | null }>({ for: null, plan: null, problem: null });
  useEffect(() => {
    if (request === null) return;
    let stale = false;
    void client().plan(request).then((result) => {
      if (!stale) setMade(result.ok ? { for: request, plan: result.value, problem: null } : { for: request, plan: null, problem: workerWords });
    });
    return () => {
      stale = true;
    };
  }, [request, client]);
  return request === null ? { plan: null, planProblem: null } : { plan: made.plan, planProblem: made.problem };
}
