import { Button } from '@mantine/core';
import { useState } from 'react';
import { exclusionListWords } from '../../../../shared/model/exclusion.ts';
import { countOf } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { ConfirmWithReason } from '../../../ui/confirm-with-reason.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { navigate } from '../../../ui/navigate.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { subjectName } from '../subject-name.ts';
import { useRun, type RunResult } from './run-context.tsx';
import styles from './run.module.css';

/** What the search found, before it is recorded. */
export function ResultPanel({ result, problem, recording }: { readonly result: RunResult; readonly problem: string | null; readonly recording: boolean }) {
  const { file } = useSession();
  const run = useRun();
  const button = useFirstFocus<HTMLButtonElement>();
  const { tally, checks, took } = result;
  const hits = checks.filter(({ outcome }) => outcome !== 'clear');
  return (
    <section className={styles.result} aria-label="What the search found">
      <ul className={styles.tallies}>
        <li><StatusMark family="ok" glyph="tick" word="Clear" text="" /><b>{tally.clear}</b> clear</li>
        <li><StatusMark family="review" glyph="question" word="To decide" text="" /><b>{tally.possible}</b> to decide</li>
        <li><StatusMark family={tally.confirmed > 0 ? 'fail' : null} glyph={tally.confirmed > 0 ? 'octagon' : 'dash'} word="Confirmed" text="" /><b>{tally.confirmed}</b> confirmed</li>
        <li><StatusMark family="ok" glyph="tick" word="Remembered" text="" /><b>{tally.remembered}</b> decided earlier, still the same</li>
        <li><StatusMark family={null} glyph="dash" word="Weak" text="" /><b>{tally.weak}</b> weak, kept in the log</li>
      </ul>
      {hits.length > 0 && (
        <ul className={styles.names}>
          {hits.slice(0, 12).map((check) => (
            <li key={check.id}>
              {check.personId !== undefined ? subjectName(file, { personId: check.personId }) : subjectName(file, { vendorId: check.vendorId ?? '' })}
              {` · ${exclusionListWords[check.list].short} · ${check.outcome === 'confirmed' ? 'confirmed earlier' : countOf((check.search?.candidates ?? []).filter(({ tier }) => tier !== 'weak').length, 'entry to decide', 'entries to decide')}`}
            </li>
          ))}
          {hits.length > 12 && <li>{`and ${hits.length - 12} more`}</li>}
        </ul>
      )}
      <p className={styles.fine}>{`${countOf(checks.length, 'check')} in ${took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(1)} s`}. Nothing has been recorded yet.`}</p>
      {problem !== null && <p className={styles.refused} role="alert">{problem}</p>}
      <div className={styles.buttons} style={{ marginTop: 10 }}>
        <Button variant="filled" loading={recording} ref={button} rightSection={<><Kbd onAccent>Ctrl</Kbd><Kbd onAccent>Enter</Kbd></>} onClick={() => void run.record()}>
          {`Record ${countOf(checks.length, 'check')}`}
        </Button>
        <Button onClick={run.leave}>Leave it</Button>
      </div>
    </section>
  );
}

/** What was recorded, and the way back. */
export function Recorded({ words }: { readonly words: string }) {
  const run = useRun();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className={styles.working} role="status">
      <StatusMark family="ok" glyph="tick" word="Recorded" text="" />
      <span>{words}</span>
      <Button variant="subtle" onClick={() => setAsking(true)}>Undo</Button>
      <Button variant="subtle" onClick={() => navigate('/exclusions/matches')}>Possible matches</Button>
      <Button variant="subtle" onClick={() => navigate('/exclusions/coverage')}>Coverage</Button>
      <ConfirmWithReason
        opened={asking}
        title="Take the checks back?"
        reasonLabel="Why are they taken back?"
        confirmLabel="Take them back"
        problem={problem}
        onConfirm={async (reason) => {
          const failed = await run.takeBack(reason);
          setProblem(failed);
          if (failed === null) setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        The checks of this search are removed and the log says so, with your reason. To have them again, search again.
      </ConfirmWithReason>
    </div>
  );
}
