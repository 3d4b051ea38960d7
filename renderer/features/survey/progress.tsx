import type { SurveyState } from '../../../shared/agenda/survey/survey-state.ts';
import { countOf } from '../../../shared/wording.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

/** How far a plan of correction is, in one line: what is overdue first. */
export function Progress({ state }: { readonly state: Pick<SurveyState, 'plan' | 'overdue' | 'done' | 'findings'> }) {
  const { plan, overdue, done, findings } = state;
  const unplanned = findings.filter((line) => line.state === 'unplanned').length;
  if (overdue > 0) return <StatusMark family="act" glyph="triangle" word="Overdue" variant="pill" text={`${overdue} overdue, ${done} of ${plan.length} done`} />;
  if (unplanned > 0) return <StatusMark family="near" glyph="half-circle" word="Not planned" variant="pill" text={`${countOf(unplanned, 'finding')} without a plan`} />;
  if (plan.length === 0) return <span>nothing to correct</span>;
  return done === plan.length ? <StatusMark family="ok" glyph="tick" word="Done" text={`all ${plan.length} done`} /> : <StatusMark family="open" glyph="circle" word="Open" text={`${done} of ${plan.length} done`} />;
}
