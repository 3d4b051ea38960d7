import type { CivilDate } from '../../../civil-date.ts';
import type { FidelityReview } from '../../../model/agency-records/agency-record.ts';
import { dateWords, distanceWords } from '../../../wording.ts';
import type { Citation } from '../../standing.ts';
import type { NextStep } from './history.ts';
import { laFidelityHistory, louisianaRules, type LaFidelityFacts, type LaState } from './louisiana.ts';
import { carolinaRules, ncFidelityHistory, type NcFidelityFacts } from './north-carolina.ts';
import { totalOf } from './review-facts.ts';
import { certifiedFrom, exemplaryFrom, goodFrom } from './scale.ts';

/** One consequence of a score: `stop` forbids something, `act` asks for something by a day, `plain` says what follows. */
export type Consequence = { readonly tone: 'good' | 'plain' | 'act' | 'stop'; readonly text: string; readonly dueOn: CivilDate | null; readonly rule: Citation };

/** The review being entered; `id` is the record's, so that a state already on file is replaced and not counted twice. */
export type DraftReview = Omit<FidelityReview, 'recordedAt' | 'recordedBy'>;

/** A review as if its final report had come in with that total: the dates typed so far, today where none is. */
function asFinal(draft: DraftReview, asOf: CivilDate): { readonly review: FidelityReview; readonly asOf: CivilDate } {
  const heldTo = draft.heldTo ?? draft.heldFrom ?? draft.draftReceivedOn ?? draft.finalReceivedOn ?? draft.plannedOn ?? asOf;
  const heldFrom = draft.heldFrom ?? heldTo;
  const finalReceivedOn = draft.finalReceivedOn ?? [heldTo, draft.draftReceivedOn ?? heldTo, asOf].reduce((a, b) => (a > b ? a : b));
  const latest = [asOf, heldTo, finalReceivedOn].reduce((a, b) => (a > b ? a : b));
  return { review: { ...draft, heldFrom, heldTo, finalReceivedOn, recordedAt: `${latest}T12:00:00.000Z` }, asOf: latest };
}

function withDraft<Facts extends LaFidelityFacts | NcFidelityFacts>(facts: Facts, draft: DraftReview): Facts {
  const root = facts.rootOf ?? ((id: string) => id);
  const { review, asOf } = asFinal(draft, facts.asOf);
  const own = new Set([root(draft.id), ...(draft.supersedes === undefined ? [] : [root(draft.supersedes)])]);
  return { ...facts, asOf, reviews: [...facts.reviews.filter((each) => !own.has(root(each.id))), review] };
}

const shortWords: Readonly<Partial<Record<NextStep['id'], string>>> = {
  plan: 'Approved plan in place by', 'reach-100': `${String(goodFrom)} needed by`, review: 'Next review by', assistance: 'Technical assistance and action plan by', 'action-plan': 'Action plan by',
};

/** What a step says in the form: only what has a day; facts still missing belong to the record, not to the score. */
const stepOf = (step: NextStep, asOf: CivilDate): readonly Consequence[] => {
  const words = shortWords[step.id];
  return words === undefined || step.dueOn === null ? [] : [{ tone: step.id === 'review' ? 'plain' : 'act', text: `${words} ${dateWords(step.dueOn)} · ${distanceWords(step.dueOn, asOf)}`, dueOn: step.dueOn, rule: step.rule }];
};

/**
 * What a score would mean for a Louisiana team if it were final: the state it leads to, and every day that follows from it, before anything
 * is recorded. Empty for a self-evaluation and while the total is not known.
 */
export function laConsequences(facts: LaFidelityFacts, draft: DraftReview): readonly Consequence[] {
  const total = totalOf(draft);
  if (total === null || draft.review !== 'external') return [];
  const own = withDraft(facts, draft);
  const before = laFidelityHistory({ ...own, reviews: own.reviews.slice(0, -1) }).state;
  const after = laFidelityHistory(own);
  if (after.state === 'closed' || after.last?.id !== draft.id) return [];
  return [
    { ...stateWords(before, after.state), dueOn: null },
    ...after.next.flatMap((step) => stepOf(step, facts.asOf)),
    ...(total >= exemplaryFrom && after.state === 'existing' && after.clock?.because !== 'grant' ? [{ tone: 'plain' as const, text: 'Exceptional practice: the payer may grant 24 months between reviews; record the grant', dueOn: null, rule: louisianaRules.exceptional }] : []),
  ];
}

function stateWords(before: LaState, after: LaState): Omit<Consequence, 'dueOn'> {
  switch (after) {
    case 'existing':
      if (before === 'new') return { tone: 'good', text: `The first ${String(goodFrom)}: the team becomes an existing team`, rule: louisianaRules.existing };
      if (before === 'no-new-members') return { tone: 'good', text: 'The team may accept new members again', rule: louisianaRules.lost };
      return { tone: 'good', text: before === 'corrective-action' ? 'Corrective action ends; the team is an existing team' : 'The team stays an existing team', rule: louisianaRules.existing };
    case 'corrective-action': return { tone: 'act', text: before === 'existing' ? 'Corrective action begins; new members may be accepted while it runs' : 'Corrective action goes on; its last day does not move', rule: louisianaRules.reach };
    case 'no-new-members': return { tone: 'stop', text: before === 'no-new-members' ? 'The team still may not accept new members' : 'The team may not accept new members', rule: louisianaRules.lost };
    case 'new':
    case 'closed': return { tone: 'plain', text: `Below ${String(goodFrom)}: the team stays a new team and may serve members`, rule: louisianaRules.newTeamReview };
  }
}

/** What a score would mean for a North Carolina team if it were final; as `laConsequences`. */
export function ncConsequences(facts: NcFidelityFacts, draft: DraftReview): readonly Consequence[] {
  const total = totalOf(draft);
  if (total === null || draft.review !== 'external') return [];
  const after = ncFidelityHistory(withDraft(facts, draft));
  if (after.state === 'closed' || after.last?.id !== draft.id) return [];
  const certified = total >= certifiedFrom;
  return [
    certified
      ? { tone: 'good', text: `Certification is kept: ${total >= exemplaryFrom ? 'exemplary' : total >= goodFrom ? 'good' : 'fair'} fidelity`, dueOn: null, rule: carolinaRules.minimum }
      : { tone: 'stop', text: `Below ${String(certifiedFrom)}: certification is at risk; agree the next review with DHHS and the LME/MCO`, dueOn: null, rule: carolinaRules.minimum },
    ...after.next.flatMap((step) => stepOf(step, facts.asOf)),
    ...(draft.finalReceivedOn === undefined ? [{ tone: 'plain' as const, text: certified ? 'While it is a draft, up to three items may be contested' : 'While it is a draft, more than three items may be contested', dueOn: null, rule: carolinaRules.contest }] : []),
  ];
}
