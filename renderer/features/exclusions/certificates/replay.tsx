import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReplayedCheck, ReplayReport, ReplayResult } from '../../../../shared/agenda/exclusions/replay.ts';
import { subjectFinder } from '../../../../shared/agenda/exclusions/subject.ts';
import { monthOf, type CivilMonth } from '../../../../shared/civil-date.ts';
import { exclusionListWords, type ListVersion } from '../../../../shared/model/exclusion.ts';
import { countOf, dateWords, longMonthWords } from '../../../../shared/wording.ts';
import { versionOf } from '../../../session/kept-row.ts';
import { useSession } from '../../../session/session.tsx';
import { startLongWork } from '../../../ui/long-work.ts';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { noAnswerWords, useScreening } from '../screening-context.tsx';
import styles from './certificates.module.css';

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly done: number; readonly total: number | null }
  | { readonly is: 'failed'; readonly words: string }
  | { readonly is: 'done'; readonly report: ReplayReport; readonly missing: readonly string[] };

const resultWords: Readonly<Record<Exclude<ReplayResult, 'same'>, string>> = {
  different: 'gives another result now',
  'other-engine': 'was searched by another version of the matching, so nothing can be compared',
  'list-missing': 'was searched on a list version whose copy is not at hand',
  'list-changed': 'was searched on a list version whose kept copy is not the list that was recorded',
};

/** So many differences by name, then a number. */
const shown = 12;

/** Searches the month's checks again, on the kept copies of the lists and under the names as they were, and says whether they give the same. */
export function Replay({ month }: { readonly month: CivilMonth }) {
  const { file, asOf } = useSession();
  const { ask, hold } = useScreening();
  const [state, setState] = useState<State>({ is: 'idle' });
  const cancel = useRef<(() => void) | null>(null);
  const stopped = useRef(false);
  const isStopped = (): boolean => stopped.current;
  const checks = (file.exclusionChecks ?? []).filter((check) => check.search !== undefined && monthOf(check.checkedOn) === month && check.checkedOn <= asOf);

  const run = async (): Promise<void> => {
    stopped.current = false;
    const work = startLongWork('Searching again', () => cancel.current?.());
    cancel.current = () => {
      stopped.current = true;
    };
    try {
      const versions = [...new Set(checks.flatMap((check) => versionOf(file, check) ?? []))];
      setState({ is: 'working', done: 0, total: null });
      const missing: string[] = [];
      for (const version of versions) {
        const held = await hold(version);
        if (isStopped()) {
          setState({ is: 'idle' });
          return;
        }
        // A copy that cannot be read leaves its checks as "not at hand"; the others are searched all the same.
        if (!held.ok) missing.push(nameOf(version));
      }
      const asked = ask('replay', { file, checkIds: checks.map((check) => check.id) }, (done, total) => {
        work.update(done, total);
        setState({ is: 'working', done, total });
      });
      cancel.current = asked.cancel;
      const answer = await asked.answer;
      setState(answer.ok ? { is: 'done', report: answer.value, missing } : answer.error.code === 'cancelled' ? { is: 'idle' } : { is: 'failed', words: noAnswerWords(answer.error) });
    } finally {
      work.finish();
      cancel.current = null;
    }
  };

  return (
    <section className={styles.replay} aria-label="Search again">
      <h2>Search again to check</h2>
      <p>
        {checks.length === 0
          ? `${longMonthWords(month)} has no search of a whole list on this machine; web-site checks are proven by their saved results.`
          : `Searches ${countOf(checks.length, 'check')} of ${longMonthWords(month)} again: the kept copies of the lists, and the names as they were that day. Nothing is recorded.`}
      </p>
      {checks.length > 0 && (
        <div className={styles.replayButtons}>
          <Button disabled={state.is === 'working'} onClick={() => void run()}>Search again</Button>
          {state.is === 'working' && <Button onClick={() => cancel.current?.()}>Cancel</Button>}
        </div>
      )}
      {state.is === 'working' && <ProgressBar label="Searching again" done={state.done} total={state.total} />}
      <div aria-live="polite">
        {state.is === 'failed' && <p className={styles.bad}>{state.words}</p>}
        {state.is === 'done' && <Outcome report={state.report} missing={state.missing} ids={new Set(checks.map((check) => check.id))} />}
      </div>
    </section>
  );
}

const nameOf = (version: ListVersion): string => `${exclusionListWords[version.list].short}, ${version.name}`;

function Outcome({ report, missing, ids }: { readonly report: ReplayReport; readonly missing: readonly string[]; readonly ids: ReadonlySet<string> }) {
  const { file } = useSession();
  const find = subjectFinder(file);
  const own = report.checks.filter((check) => ids.has(check.checkId));
  const same = own.filter((check) => check.result === 'same').length;
  const other = own.filter((check) => check.result !== 'same');
  const line = (check: ReplayedCheck): string => {
    const words = check.result === 'same' ? '' : resultWords[check.result];
    const fields = check.fields.length === 0 ? '' : ` (${check.fields.slice(0, 3).join(', ')}${check.fields.length > 3 ? ` and ${check.fields.length - 3} more` : ''})`;
    return `${find(check.key)?.name ?? 'Somebody no longer on file'}, ${exclusionListWords[check.list].short}, ${dateWords(check.checkedOn)}: ${words}${fields}.`;
  };
  return (
    <>
      <p className={other.length === 0 ? styles.good : styles.bad}>
        {other.length === 0 ? `${countOf(own.length, 'check gives', 'checks give')} the same result.` : `${same} of ${countOf(own.length, 'check gives', 'checks give')} the same result.`}
      </p>
      {missing.length > 0 && <p>{`The kept copy could not be read: ${missing.join('; ')}. Restore it from a backup, or bring the same file in again.`}</p>}
      {other.length > 0 && (
        <ul className={styles.differences}>
          {other.slice(0, shown).map((check) => <li key={check.checkId}>{line(check)}</li>)}
          {other.length > shown && <li>{`and ${other.length - shown} more`}</li>}
        </ul>
      )}
    </>
  );
}
