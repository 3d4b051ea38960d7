import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { checksFrom } from '../../../../shared/agenda/exclusions/run-checks.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import { exclusionListWords, type ExclusionCheck } from '../../../../shared/model/exclusion.ts';
import { countOf } from '../../../../shared/wording.ts';
import { commitErrorWords } from '../../../session/commit-words.ts';
import { undoWords } from '../../../session/failure-words.ts';
import { useSession } from '../../../session/session.tsx';
import { startLongWork, type LongWorkHandle } from '../../../ui/long-work.ts';
import { noAnswerWords, useScreening } from '../screening-context.tsx';
import { runTally, type RunPlan, type RunTally } from './run-plan.ts';

export type RunResult = {
  readonly on: CivilDate;
  readonly checks: readonly ExclusionCheck[];
  readonly tally: RunTally;
  /** How long the search took, in milliseconds; reading the lists included. */
  readonly took: number;
};

export type RunState =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly words: string; readonly done: number; readonly total: number | null }
  | { readonly at: 'failed'; readonly words: string }
  | { readonly at: 'result'; readonly result: RunResult; readonly problem: string | null; readonly recording: boolean }
  | { readonly at: 'recorded'; readonly logId: string; readonly words: string };

export type Run = {
  readonly state: RunState;
  readonly start: (plan: RunPlan) => Promise<void>;
  readonly cancel: () => void;
  /** Writes the checks of the result, all or none. */
  readonly record: () => Promise<void>;
  /** Leaves a result, a failure or what was recorded. */
  readonly leave: () => void;
  /** Takes back what was recorded; answers null when done, else why not. */
  readonly takeBack: (reason: string) => Promise<string | null>;
};

const RunContext = createContext<Run | null>(null);
const idle: RunState = { at: 'idle' };

/** The search of a month. It lives with the screen, not with its tab: one may look at the lists while it goes on. */
export function RunProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { ask, hold } = useScreening();
  const [state, setState] = useState<RunState>(idle);
  const stop = useRef<(() => void) | null>(null);
  const turn = useRef(0);

  const run = useMemo<Run>(() => {
    const { file, today, newId, now, commit, undo } = session;

    const cancel = (): void => {
      turn.current += 1;
      stop.current?.();
      stop.current = null;
      setState(idle);
    };

    const start = async (plan: RunPlan): Promise<void> => {
      turn.current += 1;
      const own = turn.current;
      const isCurrent = (): boolean => own === turn.current;
      const began = performance.now();
      const work: LongWorkHandle = startLongWork('Searching the lists', cancel);
      const say = (words: string, done: number, total: number | null): void => {
        if (isCurrent()) setState({ at: 'working', words, done, total });
      };
      const fail = (words: string): void => {
        if (isCurrent()) setState({ at: 'failed', words });
      };
      try {
        for (const { version } of plan.searches) {
          say(`Reading the ${exclusionListWords[version.list].short} list`, 0, null);
          const held = await hold(version);
          if (!isCurrent()) return;
          if (!held.ok) {
            fail(held.error);
            return;
          }
        }
        say('Searching', 0, null);
        const tasks = plan.searches.map(({ version, subjects }) => ({ sha256: version.sha256, subjects: subjects.map(({ subject: { key, identity } }) => ({ key, identity })) }));
        const asked = ask('search', { tasks, on: today }, (done, total) => {
          work.update(done, total);
          say('Searching', done, total);
        });
        stop.current = asked.cancel;
        const answer = await asked.answer;
        if (!isCurrent()) return;
        if (!answer.ok) {
          fail(noAnswerWords(answer.error));
          return;
        }
        const checks = plan.searches.flatMap(({ list, version }, at) => checksFrom(answer.value[at] ?? [], { list, version, on: today, file, newId, now: now() }));
        setState({ at: 'result', problem: null, recording: false, result: { on: today, checks, tally: runTally(checks), took: performance.now() - began } });
      } finally {
        work.finish();
      }
    };

    const record = async (): Promise<void> => {
      if (state.at !== 'result' || state.recording) return;
      setState({ ...state, recording: true, problem: null });
      const { checks, tally } = state.result;
      const what = `Searched ${countOf(tally.subjects, 'person or company', 'people and companies')} on ${countOf(tally.lists, 'list')}: ${tally.clear} clear, ${tally.possible} to decide, ${tally.confirmed} confirmed`;
      const done = await commit(checks.map((check): Change => ({ kind: 'add-check', check })), what);
      setState(done.ok ? { at: 'recorded', logId: done.value.logId, words: `${countOf(checks.length, 'check')} recorded.` } : { ...state, recording: false, problem: commitErrorWords(done.error) });
    };

    const takeBack = async (reason: string): Promise<string | null> => {
      if (state.at !== 'recorded') return null;
      const undone = await undo(state.logId, reason);
      if (!undone.ok) return undoWords(undone.error);
      setState(idle);
      return null;
    };

    return { state, start, cancel, record, leave: () => setState(idle), takeBack };
  }, [session, ask, hold, state]);

  return <RunContext.Provider value={run}>{children}</RunContext.Provider>;
}

export function useRun(): Run {
  const run = useContext(RunContext);
  if (run === null) throw new Error('useRun needs the exclusions screen around it');
  return run;
}
