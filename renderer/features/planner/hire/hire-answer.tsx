import { Anchor } from '@mantine/core';
import type { HirePlan } from '../../../../shared/agenda/planner/hire-plan.ts';
import { earliestWords, leadWords, openLines } from '../../../../shared/agenda/planner/hire-table.ts';
import type { CivilDate } from '../../../../shared/civil-date.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { Panel } from '../../../ui/panel.tsx';
import styles from './hire.module.css';

const deedWords = { order: 'done', record: 'held already and recorded', search: 'searched', file: 'paper filed' } as const;

/** The answer in words: this date, the earliest one, and until when the present evidence stays fresh. */
export function HireAnswer({ plan, onHireOn }: { readonly plan: HirePlan; readonly onHireOn: (date: CivilDate) => void }) {
  const { hireOn, today, earliest, fresh, blockers } = plan;
  const wanting = plan.lines.filter((line) => line.state !== 'in-order' && line.state !== 'after');
  return (
    <div className={styles.answer} aria-live="polite">
      <section className={styles.card} aria-label="On this date">
        <h3>{`If hired on ${dateWords(hireOn)} · ${distanceWords(hireOn, today)}`}</h3>
        <p className={styles.statement}>{plan.ready ? 'Everything that guards the start is in order.' : `${countOf(wanting.length, 'requirement')} not in order with what is on file.`}</p>
        <p className={styles.because}>{plan.ready ? 'Judged with what is on file today.' : wanting.map((line) => line.title).join(', ')}</p>
      </section>
      <section className={styles.card} aria-label="Earliest compliant start">
        <h3>
          Earliest compliant start
          {earliest !== null && earliest.on !== hireOn && <Anchor component="button" type="button" inherit onClick={() => onHireOn(earliest.on)}>Look at that day</Anchor>}
        </h3>
        <p className={styles.statement}>{earliest === null ? 'None can be named' : `${dateWords(earliest.on)} · ${distanceWords(earliest.on, today)}`}</p>
        <p className={styles.because}>{earliest === null ? (blockers.length === 0 ? earliestWords(plan) : blockers.map((each) => `${each.title}: ${each.because}`).join('. ')) : assumedWords(plan)}</p>
      </section>
      <section className={styles.card} aria-label="How long what is on file counts">
        <h3>What counts on this date goes on counting</h3>
        <p className={styles.statement}>{fresh === null ? 'Nothing on file counts' : fresh.to === null ? 'for four months and longer' : `for hires to ${dateWords(fresh.to)} · ${distanceWords(fresh.to, today)}`}</p>
        <p className={styles.because}>{[...staleWords(plan), fresh?.to == null ? '' : `The first to go stale: ${fresh.endsWith.join(' and ')}.`].join(' ')}</p>
      </section>
    </div>
  );
}

/** What the earliest start rests on, in one sentence. */
function assumedWords({ earliest, today }: HirePlan): string {
  if (earliest === null) return '';
  if (earliest.steps.length === 0) return 'With what is on file, nothing has to be done for it.';
  const last = earliest.steps.reduce((latest, step) => (step.doneOn > latest ? step.doneOn : latest), today);
  return `If ${countOf(earliest.steps.length, 'thing')} listed below ${earliest.steps.length === 1 ? 'is' : 'are'} begun today; the last is done ${last === today ? 'today' : `on ${dateWords(last)} · ${distanceWords(last, today)}`}.`;
}

/** What is supposed for the earliest start, step by step. */
export function Assumptions({ plan }: { readonly plan: HirePlan }) {
  const { earliest, today } = plan;
  if (earliest === null || earliest.steps.length === 0) return null;
  return (
    <Panel title={`What the start on ${dateWords(earliest.on)} rests on`}>
      <ol className={styles.todo}>
        {earliest.steps.map((step) => (
          <li key={step.requirement}>
            <b>{step.title}</b>
            <span>{`${deedWords[step.deed]} ${step.doneOn === today ? 'today' : `by ${dateWords(step.doneOn)} · ${distanceWords(step.doneOn, today)}`}${step.lead === null ? '' : `, ordered today: ${leadWords(step.lead)}`}`}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What is on file and too old on the date asked about, and the last hire it counts for. */
const staleWords = (plan: HirePlan): readonly string[] =>
  plan.lines.flatMap((line) => (line.state === 'too-old' ? [`Too old then: ${line.onFile[0] ?? line.title}${line.counts?.to == null ? '' : `, good for hires to ${dateWords(line.counts.to)}`}.`] : []));

/** What to order and to do, until when. */
export function ToDo({ plan }: { readonly plan: HirePlan }) {
  const open = openLines(plan).filter((line) => line.state !== 'after');
  if (open.length === 0) return <p className={styles.because}>Nothing is to be done before the start.</p>;
  return (
    <ol className={styles.todo}>
      {open.map((line) => (
        <li key={line.requirement}>
          <b>{line.title}</b>
          <span>
            {line.doBy === null ? line.brief : line.doBy < plan.today ? `The last day was ${dateWords(line.doBy)} · ${distanceWords(line.doBy, plan.today)}. Choose a later hire date.` : `${line.doFrom !== null && line.doFrom > plan.today ? `from ${dateWords(line.doFrom)} ` : ''}to ${dateWords(line.doBy)} · ${distanceWords(line.doBy, plan.today)}`}
            {line.orderBy !== null && line.lead !== null && ` · order by ${dateWords(line.orderBy)}: ${leadWords(line.lead)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
