import { fromDay as toDate, toDay } from '../../../../shared/civil-date.ts';
import type { FidelityPlan } from '../../../../shared/model/agency-records/agency-record.ts';
import { confirmedName } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { planMissing, planState } from '../../../../shared/rules/agency/fidelity/plan-state.ts';
import { listed } from '../../../../shared/rules/explain/words.ts';
import { countOf, dateWords, distanceWords } from '../../../../shared/wording.ts';
import { useSession } from '../../../session/session.tsx';
import { WriteButton } from '../../../session/write-button.tsx';
import { DateWithDistance } from '../../../ui/date-with-distance.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { FidelityDeed, TeamFidelity } from './use-fidelity.ts';
import styles from './fidelity.module.css';

/** The plan at work with its lines; older ones in a line each. */
export function PlanList({ fidelity, onDeed }: { readonly fidelity: TeamFidelity; readonly onDeed: (deed: FidelityDeed) => void }) {
  const { asOf } = useSession();
  const reviewOf = (plan: FidelityPlan): TeamFidelity['reviews'][number] | null =>
    plan.reviewId === undefined ? null : (fidelity.reviews.find((known) => fidelity.records.rootOf(known.record.id) === fidelity.records.rootOf(plan.reviewId ?? '')) ?? null);
  const plans = fidelity.plans.map((plan) => ({ plan, review: reviewOf(plan) })).toSorted((a, b) => ((a.review?.on ?? a.plan.submittedOn ?? '') < (b.review?.on ?? b.plan.submittedOn ?? '') ? 1 : -1));
  const owed = fidelity.la?.history.plan ?? null;
  const owedReview = owed?.review == null ? null : (fidelity.reviews.find((known) => known.record.id === owed.review?.id) ?? null);
  const [current, ...earlier] = plans;
  if (current === undefined && owed === null) return null;
  const title = fidelity.la === null ? 'Action plans' : 'Corrective action plans';
  return (
    <Panel title={title} aside={plans.length === 0 ? undefined : String(plans.length)}>
      {owed !== null && owed.plan === null && owed.demanded && (
        <div className={styles.namesHint}>
          <span>{`A plan is owed by ${dateWords(toDate(owed.due))} · ${distanceWords(toDate(owed.due), asOf)}, and none is on file.`}</span>
          <WriteButton size="compact-xs" onClick={() => onDeed({ kind: 'plan', record: null, review: owedReview?.record ?? null })}>Write the plan</WriteButton>
        </div>
      )}
      {current !== undefined && <OnePlan fidelity={fidelity} plan={current.plan} of={current.review?.on ?? null} onEdit={() => onDeed({ kind: 'plan', record: current.plan, review: current.review?.record ?? null })} />}
      {earlier.length > 0 && (
        <ul className={styles.earlier}>
          {earlier.map(({ plan, review }) => {
            const state = planState([plan], toDay(asOf));
            return (
              <li key={plan.id}>
                <span>{`${review?.on == null ? 'Plan' : `Review of ${dateWords(review.on)}`}: ${countOf(plan.lines.length, 'line')}, ${state?.doneOn == null ? `lacks ${listed(planMissing(state))}` : `in place ${dateWords(toDate(state.doneOn))}`}`}</span>
                <WriteButton size="compact-xs" onClick={() => onDeed({ kind: 'plan', record: plan, review: review?.record ?? null })}>Edit</WriteButton>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function OnePlan({ fidelity, plan, of, onEdit }: { readonly fidelity: TeamFidelity; readonly plan: FidelityPlan; readonly of: TeamFidelity['reviews'][number]['on']; readonly onEdit: () => void }) {
  const { asOf } = useSession();
  const done = plan.lines.filter((line) => line.doneOn !== undefined && line.doneOn <= asOf).length;
  const missing = planMissing(planState([plan], toDay(asOf)));
  return (
    <>
      <div className={styles.planHead}>
        <span>{`${of === null ? 'Plan' : `For the review of ${dateWords(of)}`} · ${String(done)} of ${countOf(plan.lines.length, 'line')} done${missing.length === 0 ? ' · approved and in place' : ` · lacks ${listed(missing)}`}`}</span>
        <WriteButton size="compact-xs" onClick={onEdit}>Carry on the plan</WriteButton>
      </div>
      <table className={styles.list}>
        <caption className="sr-only">Lines of the plan</caption>
        <thead><tr><th scope="col">Item</th><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Due or done</th></tr></thead>
        <tbody>
          {plan.lines.map((line, at) => {
            const isDone = line.doneOn !== undefined && line.doneOn <= asOf;
            const on = isDone ? line.doneOn : line.dueOn;
            return (
              <tr key={`${String(at)}-${line.action}`}>
                <th scope="row" title={line.item === undefined ? undefined : (confirmedName(line.item, fidelity.names) ?? 'name: agency to confirm')}>{line.item ?? '–'}</th>
                <td>{line.action}{line.finding !== undefined && <span className={styles.rule}>{line.finding}</span>}</td>
                <td>{line.owner ?? ''}</td>
                <td>
                  <span className={styles.lineState}>
                    <Glyph name={isDone ? 'tick' : on !== undefined && on < asOf ? 'triangle' : 'circle'} />
                    {on === undefined ? 'no day set' : <DateWithDistance date={`${isDone ? 'done' : 'due'} ${dateWords(on)}`} distance={distanceWords(on, asOf)} tone={!isDone && on < asOf ? 'over' : 'plain'} />}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
