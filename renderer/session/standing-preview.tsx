import { useMemo } from 'react';
import { applyChanges } from '../../shared/model/apply-changes.ts';
import { changeErrorWords } from '../../shared/model/change-error.ts';
import type { Change } from '../../shared/model/changes.ts';
import { evaluate } from '../../shared/rules/evaluate.ts';
import { explainer } from '../../shared/rules/explain.ts';
import type { Standing } from '../../shared/rules/standing.ts';
import { lookOf } from '../../shared/status-look.ts';
import { useSession } from './session.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import styles from './standing-preview.module.css';

/** Whose standings are shown, and what they are now. */
type PreviewView = {
  readonly person: { readonly id: string };
  readonly employment: { readonly id: string } | null;
  readonly rows: readonly { readonly standing: Standing; readonly title: string }[];
};

type Line = { readonly title: string; readonly before: Standing; readonly after: Standing | null; readonly brief: string };

const differs = (before: Standing, after: Standing | undefined): boolean =>
  after === undefined || before.status !== after.status || before.validThrough !== after.validThrough || before.dueOn !== after.dueOn || before.onTime !== after.onTime;

/**
 * What the rules would say if the changes were recorded now: judged on a copy of the record, never written. Shows the
 * requirement asked about, and whatever else would change with it.
 */
export function StandingPreview({ view, changes, requirement }: {
  readonly view: PreviewView;
  readonly changes: readonly Change[];
  readonly requirement: string | null;
}) {
  const { file, today, requirement: infoOf } = useSession();
  const preview = useMemo((): { readonly lines: readonly Line[]; readonly problem: string | null } => {
    if (changes.length === 0) return { lines: [], problem: null };
    const applied = applyChanges(file, changes);
    if (!applied.ok) return { lines: [], problem: changeErrorWords(applied.error) };
    const evaluation = evaluate(applied.value, { asOf: today, personId: view.person.id });
    const explain = explainer(applied.value, evaluation);
    const after = new Map(evaluation.standings.filter((each) => each.employmentId === view.employment?.id).map((each) => [each.requirement, each]));
    const lines = view.rows
      .filter((row) => row.standing.requirement === requirement || differs(row.standing, after.get(row.standing.requirement)))
      .sort((one, other) => Number(other.standing.requirement === requirement) - Number(one.standing.requirement === requirement))
      .map((row): Line => {
        const next = after.get(row.standing.requirement) ?? null;
        return { title: infoOf(row.standing.requirement)?.title ?? row.title, before: row.standing, after: next, brief: next === null ? '' : explain(next).brief };
      });
    return { lines, problem: null };
  }, [changes, file, today, view, requirement, infoOf]);

  return (
    <section className={styles.preview} aria-live="polite" aria-label="What this would change">
      <h3>What this would change</h3>
      {changes.length === 0 && <p>Type the date, and the new standing appears here.</p>}
      {preview.problem !== null && <p role="alert">{preview.problem}</p>}
      {changes.length > 0 && preview.problem === null && preview.lines.length === 0 && <p>No standing changes.</p>}
      <ul>
        {preview.lines.slice(0, 4).map((line) => (
          <li key={line.before.requirement}>
            <span className={styles.previewTitle}>{line.title}</span>
            <StatusMark {...lookOf(line.before.status)} variant="pill" />
            <span aria-hidden="true">→</span>
            <span className="sr-only">becomes</span>
            {line.after === null ? <span>no longer asked</span> : <StatusMark {...lookOf(line.after.status)} variant="pill" />}
            <span className={styles.previewBrief}>{line.brief}</span>
          </li>
        ))}
      </ul>
      {preview.lines.length > 4 && <p>{`and ${preview.lines.length - 4} more`}</p>}
    </section>
  );
}
