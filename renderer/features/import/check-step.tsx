import { Button } from '@mantine/core';
import type { Purpose } from '../../../shared/import/guess-mapping.ts';
import type { ImportPlan } from '../../../shared/import/plan-import.ts';
import { countOf } from '../../../shared/wording.ts';
import { DuplicateList } from './duplicate-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { WordList } from './word-list.tsx';
import type { ImportState } from './use-import.ts';
import styles from './import.module.css';

/** The dry run: what would be written, who must be told apart, what is wrong where. */
export function CheckStep({ state }: { readonly state: ImportState }) {
  const { plan, choices, setChoices } = state;
  if (plan === null) return <p className={styles.waiting} role="status">Checking every row.</p>;
  const leftOut = plan.leftOut.roster.length + plan.leftOut.evidence.length;
  const leaveOut = (rows: Readonly<Record<Purpose, readonly number[]>>): void => {
    setChoices({
      ...choices,
      leaveOut: { roster: [...new Set([...choices.leaveOut.roster, ...rows.roster])], evidence: [...new Set([...choices.leaveOut.evidence, ...rows.evidence])] },
    });
  };

  return (
    <div className={styles.check}>
      <Summary plan={plan} />
      {plan.notices.length > 0 && <ul className={styles.notices}>{plan.notices.map((notice) => <li key={notice}>{notice}</li>)}</ul>}
      {leftOut > 0 && (
        <p className={styles.leftOut}>
          {`${countOf(leftOut, 'row')} left out: ${leftOutWords(plan)}.`}
          <Button variant="subtle" onClick={() => setChoices({ ...choices, leaveOut: { roster: [], evidence: [] } })}>Take them back in</Button>
        </p>
      )}
      <DuplicateList
        duplicates={plan.duplicates}
        onChoose={(key, choice) => setChoices({ ...choices, people: { ...choices.people, [key]: choice } })}
        onLeaveOut={(duplicate) => leaveOut({ roster: [], evidence: [], [duplicate.file]: duplicate.rows })}
      />
      <WordList problems={plan.problems} chosen={choices.words} onChoose={(key, word) => setChoices({ ...choices, words: { ...choices.words, [key]: word } })} />
      <ProblemList problems={plan.problems} onLeaveOut={leaveOut} />
    </div>
  );
}

function leftOutWords({ leftOut }: ImportPlan): string {
  const rows = (name: string, list: readonly number[]): readonly string[] =>
    list.length === 0 ? [] : [`${name} ${list.slice(0, 12).join(', ')}${list.length > 12 ? ` and ${list.length - 12} more` : ''}`];
  return [...rows('roster', leftOut.roster), ...rows('evidence', leftOut.evidence)].join('; ');
}

function Summary({ plan }: { readonly plan: ImportPlan }) {
  const { people, teams, evidence, checks } = plan.counts;
  const figures: readonly { readonly count: number; readonly what: string; readonly more: string }[] = [
    { count: people.created, what: people.created === 1 ? 'new person' : 'new people', more: `${people.updated} added to, ${people.unchanged} unchanged` },
    { count: evidence.created, what: evidence.created === 1 ? 'new item' : 'new items', more: `${evidence.unchanged} already on file` },
    { count: checks.created, what: checks.created === 1 ? 'exclusion check' : 'exclusion checks', more: `${checks.unchanged} already on file` },
    { count: teams.created, what: teams.created === 1 ? 'new team' : 'new teams', more: `${teams.unchanged} known` },
  ];
  const errors = plan.problems.filter(({ severity }) => severity === 'error').length;
  const open = plan.duplicates.filter(({ choice }) => choice === null).length;
  const statement = plan.ready
    ? plan.changes.length === 0
      ? 'Nothing new: everything in these files is on file already.'
      : 'Ready to import. Nothing has been written yet.'
    : `Nothing is imported until ${[
        ...(open > 0 ? [`${countOf(open, 'person is', 'people are')} told apart`] : []),
        ...(errors > 0 ? [`${countOf(errors, 'problem is', 'problems are')} mended or their rows left out`] : []),
      ].join(' and ')}.`;
  return (
    <header className={styles.summary}>
      <h1 className={styles.statement} aria-live="polite">{statement}</h1>
      <dl className={styles.figures}>
        {figures.map(({ count, what, more }) => (
          <div key={what} data-zero={count === 0 || undefined}>
            <dt>{what}</dt>
            <dd className={styles.figure}>{count}</dd>
            <dd className={styles.hint}>{more}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
