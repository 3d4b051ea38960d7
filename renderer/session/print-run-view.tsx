import { Button, Group } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { BinderProgress } from '../../shared/ipc/binder-job.ts';
import { countOf } from '../../shared/wording.ts';
import { openPdf, showInFolder } from '../platform/desktop.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { printFailureWords, type PrintRun, type PrintRunner } from './print-run.ts';
import styles from './print-run-view.module.css';

/** How a job ended that went well. */
export type PrintRunDone = Extract<PrintRun, { readonly state: 'done' }>;

const phaseWords: Readonly<Record<BinderProgress['phase'], string>> = {
  judge: 'Judging',
  render: 'Drawing pages',
  merge: 'Putting chapters together',
  write: 'Writing files',
};

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}

/** How far the job is, or what came out of it. `idle` stands there before the first, `below` under what came out. */
export function PrintRunView({ runner, idle, below }: { readonly runner: PrintRunner; readonly idle: ReactNode; readonly below?: (run: PrintRunDone) => ReactNode }) {
  const run = runner.useRun();
  switch (run.state) {
    case 'idle':
      return typeof idle === 'string' ? <EmptyState>{idle}</EmptyState> : idle;
    case 'running':
      return <Running run={run} runner={runner} />;
    case 'failed':
      return (
        <div className={styles.outcome}>
          <h2>{run.code === 'cancelled' ? 'Cancelled' : 'Not made'}</h2>
          <p role="alert">{printFailureWords(run.code, run.detail, runner.printed)}</p>
          <Button onClick={runner.dismiss}>Close</Button>
        </div>
      );
    case 'done':
      return <Done run={run} runner={runner} below={below?.(run)} />;
  }
}

function Running({ run, runner: { cancel, printed } }: { readonly run: Extract<PrintRun, { readonly state: 'running' }>; readonly runner: PrintRunner }) {
  const { progress, since } = run;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((performance.now() - since) / 1000), 500);
    return () => {
      clearInterval(timer);
    };
  }, [since]);
  // Drawing takes nearly all of the time; before and after it a guess would only mislead.
  const left = progress !== null && progress.phase === 'render' && progress.done > 0 && seconds > 2 ? Math.ceil((seconds / progress.done) * (progress.total - progress.done)) : null;
  const label = progress === null ? 'Starting' : phaseWords[progress.phase];
  return (
    <div className={styles.outcome}>
      <h2>{run.cancelling ? 'Cancelling' : `Making ${countOf(run.count, printed.one, printed.many)}`}</h2>
      <p>
        {label}
        {progress !== null && progress.total > 0 && <span className="num">{` · ${progress.done} of ${progress.total}`}</span>}
        {left !== null && left > 0 && <span className="num">{left < 90 ? ` · about ${countOf(left, 'second')} left` : ` · about ${countOf(Math.ceil(left / 60), 'minute')} left`}</span>}
      </p>
      <ProgressBar label={`${printed.many.charAt(0).toUpperCase()}${printed.many.slice(1)}`} done={progress?.done ?? 0} total={progress === null || progress.total === 0 ? null : progress.total} />
      <Button disabled={run.cancelling || run.jobId === null} onClick={cancel}>Cancel</Button>
    </div>
  );
}

function Done({ run, runner: { dismiss, printed }, below }: { readonly run: PrintRunDone; readonly runner: PrintRunner; readonly below: ReactNode }) {
  const [problem, setProblem] = useState<string | null>(null);
  const pages = run.files.reduce((sum, each) => sum + each.pages, 0);
  const gone = `The file is not there any more. Make the ${printed.one} again, or look for it where it was moved.`;
  const show = async (name?: string): Promise<void> => {
    const result = await showInFolder({ place: run.place, ...(name === undefined ? {} : { name }) });
    setProblem(result.ok ? null : gone);
  };
  const open = async (name: string): Promise<void> => {
    const result = await openPdf({ place: run.place, name });
    setProblem(result.ok ? null : gone);
  };
  return (
    <div className={styles.outcome}>
      <h2>{`${countOf(run.files.length, 'file')}, ${countOf(pages, 'page')}`}</h2>
      <p>{`In ${run.outFolder}, after ${run.seconds < 10 ? run.seconds.toFixed(1) : Math.round(run.seconds)} seconds.${run.synthetic ? ' Marked SYNTHETIC on every page.' : ''}`}</p>
      <table className={styles.files}>
        <thead><tr><th scope="col">File</th><th scope="col">Pages</th><th scope="col">Size</th><th scope="col">SHA-256</th><th scope="col"><span className="sr-only">Open</span></th></tr></thead>
        <tbody>
          {run.files.map((each) => (
            <tr key={each.name}>
              <td>{each.name}{each.unchanged === true && <span className={styles.reused}>unchanged, left as it is</span>}</td>
              <td className="num">{each.pages}</td>
              <td className="num">{sizeWords(each.bytes)}</td>
              <td className={styles.digest} title={each.sha256}>{each.sha256.slice(0, 12)}</td>
              <td>
                <Group gap={6} wrap="nowrap" justify="flex-end">
                  <Button size="compact-xs" aria-label={`Open ${each.name}`} onClick={() => void open(each.name)}>Open</Button>
                  <Button size="compact-xs" aria-label={`Show ${each.name} in its folder`} onClick={() => void show(each.name)}>Show in folder</Button>
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem !== null && <p role="alert">{problem}</p>}
      {below}
      <Group gap="xs"><Button onClick={() => void show()}>Show the folder</Button><Button onClick={dismiss}>Close</Button></Group>
    </div>
  );
}
