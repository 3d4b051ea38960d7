import fc from 'fast-check';
import { fromDay, toDay, civilDate, type CivilDate, type Day } from '../../../../../shared/civil-date.ts';
import type { FidelityGrant, FidelityPlan, FidelityReview } from '../../../../../shared/model/agency-records/agency-record.ts';
import { laFidelityHistory } from '../../../../../shared/rules/agency/fidelity/louisiana.ts';
import { ncFidelityHistory } from '../../../../../shared/rules/agency/fidelity/north-carolina.ts';
import { statusFacts } from '../../../../../shared/rules/status.ts';
import { judged, recorded } from './support.ts';

const first = toDay(civilDate('2023-01-01'));
const date = fc.integer({ min: 0, max: 2000 }).map((days) => fromDay((first + days) as Day));
const maybe = fc.option(date, { nil: undefined });
const defined = <Fields extends object>(fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

type Optional = { readonly [Key in 'plannedOn' | 'heldFrom' | 'heldTo' | 'draftReceivedOn' | 'finalReceivedOn' | 'submittedOn']: CivilDate | undefined };
const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 25, maxLength: 25 }).map((row) => row.map((score, index) => ({ item: index + 1, score })));

// Dates in any order, in the future, missing: whatever a hand or an import may leave behind.
const reviewOf = (id: string): fc.Arbitrary<FidelityReview> =>
  fc.record({
    dates: fc.record({ plannedOn: maybe, heldFrom: maybe, heldTo: maybe, draftReceivedOn: maybe, finalReceivedOn: maybe, submittedOn: maybe }) satisfies fc.Arbitrary<Optional>,
    review: fc.constantFrom('external' as const, 'external' as const, 'external' as const, 'self-evaluation' as const),
    total: fc.option(fc.oneof(fc.integer({ min: 25, max: 125 }), fc.constantFrom(73, 74, 99, 100, 114, 115)), { nil: undefined }),
    scores: fc.option(scores, { nil: undefined }),
  }).map(({ dates, review, total, scores: items }) => defined({ kind: 'fidelity-review', id, teamId: 't', review, total: items === undefined ? total : undefined, scores: items, ...dates, ...recorded }) as FidelityReview);

const planOf = (id: string): fc.Arbitrary<FidelityPlan> =>
  fc.record({ submittedOn: maybe, approvedOn: maybe, implementedOn: maybe, dueOn: maybe, reviewId: fc.option(fc.constantFrom('r0', 'r1', 'r2'), { nil: undefined }) })
    .map((fields) => defined({ kind: 'fidelity-plan', id, teamId: 't', lines: [], ...fields, ...recorded }) as FidelityPlan);

const grantOf = (id: string): fc.Arbitrary<FidelityGrant> =>
  fc.record({ grantedOn: date, months: fc.integer({ min: 1, max: 36 }) }).map((fields) => ({ kind: 'fidelity-grant', id, teamId: 't', by: 'Payer', ...fields, ...recorded }));

const listOf = <Kept>(most: number, prefix: string, make: (id: string) => fc.Arbitrary<Kept>): fc.Arbitrary<Kept[]> =>
  fc.integer({ min: 0, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => make(`${prefix}${String(index)}`))));

const histories = fc.record({
  implementedOn: fc.option(date, { nil: null }),
  closedOn: fc.option(date, { nil: null, freq: 8 }),
  reviews: listOf(7, 'r', reviewOf),
  plans: listOf(3, 'p', planOf),
  grants: listOf(2, 'g', grantOf),
  individuals: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  asOf: date,
});

/** Runs random histories through both cycles: never a throw, never a state without a next step that has a day or names what is missing, never a step out of order or ahead of the day. */
export function checkHistories(numRuns: number): void {
  fc.assert(fc.property(histories, (facts) => {
    for (const history of [laFidelityHistory(facts), ncFidelityHistory(facts)]) {
      if (history.state !== 'closed' && history.next.length === 0) return false;
      if (history.next.some((step) => step.dueOn === null && step.missing === undefined)) return false;
      if (history.steps.some((step, index) => step.on > facts.asOf || step.on < (history.steps[index - 1]?.on ?? '') || (index > 0 && step.from !== history.steps[index - 1]?.to))) return false;
      if (history.steps.length > 0 && history.steps.at(-1)?.to !== history.state) return false;
    }
    const { state, mayAcceptNewMembers, corrective } = laFidelityHistory(facts);
    return (state !== 'no-new-members' || mayAcceptNewMembers === false) && (state !== 'corrective-action' || corrective !== null);
  }), { numRuns });
}

const parts = [
  ...(['self-evaluation', 'first-review', 'new-team-review', 'plan', 'annual-review', 'reach-100'] as const).map((part) => ({ kind: 'la-fidelity', part } as const)),
  ...(['baseline', 'action-plan', 'minimum', 'next-review', 'contest', 'assistance'] as const).map((part) => ({ kind: 'nc-fidelity', part } as const)),
];

/** Judges every part of random histories: a verdict is always explained in sentences, and one that is near or overdue names a day or what is missing. */
export function checkVerdicts(numRuns: number): void {
  fc.assert(fc.property(histories, ({ implementedOn, closedOn, reviews, plans, grants, asOf }) =>
    parts.every((rule) => {
      const verdict = judged(rule, [...reviews, ...plans, ...grants], asOf, defined({ implementedOn: implementedOn ?? undefined, closedOn: closedOn ?? undefined }) as Parameters<typeof judged>[3]);
      if (verdict === null) return true;
      const said = verdict.explain();
      const sentences = /^[A-Z0-9].*\.$/.test(said.reason) && !/undefined|null|NaN|\s{2}/.test(`${said.reason}${said.brief}${said.headline}${said.sums.join('')}`);
      const open = ['near', 'act'].includes(statusFacts[verdict.status].family ?? '');
      return sentences && said.brief !== '' && said.headline !== '' && (!open || verdict.dueOn !== null || (verdict.missing ?? []).length > 0);
    })), { numRuns });
}
