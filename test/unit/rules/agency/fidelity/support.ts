import type { AgencyFile } from '../../../../../shared/agency-file/schema.ts';
import { civilDate, toDay, type CivilDate } from '../../../../../shared/civil-date.ts';
import type { Team } from '../../../../../shared/model/agency.ts';
import type { AgencyRecord, FidelityGrant, FidelityPlan, FidelityReview } from '../../../../../shared/model/agency-records/agency-record.ts';
import { standingRecords } from '../../../../../shared/model/agency-records/standing-records.ts';
import type { AgencyContext, AgencyJudgement, FidelityRule } from '../../../../../shared/rules/agency/row.ts';
import { judgeLaFidelity, judgeNcFidelity } from '../../../../../shared/rules/agency/fidelity/judge.ts';

export const recorded = { recordedAt: '2026-01-01T12:00:00.000Z' } as const;
let count = 0;
const id = (): string => `r${String((count += 1))}`;

/** 25 items that add up to a total: as many fours and fives, or threes and fours, as it takes. */
export function itemsFor(total: number): NonNullable<FidelityReview['scores']> {
  const base = Math.floor(total / 25);
  const more = total - base * 25;
  return Array.from({ length: 25 }, (_, index) => ({ item: index + 1, score: index < 25 - more ? base : base + 1 }));
}

/** An external review held on one day, its final report of the same day unless said otherwise. */
export const review = (heldOn: string, total: number | null, more: Partial<FidelityReview> = {}): FidelityReview => ({
  kind: 'fidelity-review', id: id(), teamId: 't', review: 'external', heldFrom: civilDate(heldOn), heldTo: civilDate(heldOn),
  ...(total === null ? {} : { total }), ...recorded, ...more,
});

export const plan = (reviewId: string | undefined, more: Partial<FidelityPlan> = {}): FidelityPlan => ({
  kind: 'fidelity-plan', id: id(), teamId: 't', ...(reviewId === undefined ? {} : { reviewId }), lines: [], ...recorded, ...more,
});

export const grant = (grantedOn: string, months: number): FidelityGrant => ({ kind: 'fidelity-grant', id: id(), teamId: 't', months, grantedOn: civilDate(grantedOn), by: 'Bayou Health Plan', ...recorded });

/** A team with its records, judged for one part. */
export function judged(rule: FidelityRule, records: readonly AgencyRecord[], asOf: string, team: Partial<Team> = { implementedOn: civilDate('2025-01-15') }, more: Partial<AgencyContext<FidelityRule>> = {}): AgencyJudgement | null {
  const date: CivilDate = civilDate(asOf);
  const own: Team = { id: 't', name: 'North', ...team };
  const file = { format: 'muster-agency', version: 1, agency: { name: 'A', packs: ['la-medicaid'] }, people: [], evidence: [], teams: [own], agencyRecords: [...records] } satisfies AgencyFile;
  const context = {
    file, asOf: date, today: toDay(date), soonDays: 30, recordsFrom: null, records: standingRecords(records), packs: ['la-medicaid' as const], demandedFrom: null, team: own, ...more,
  };
  const row = { id: 'x', title: 'The duty', short: 'Duty', group: 'fidelity' as const, scope: 'team' as const, citations: [] };
  return rule.kind === 'la-fidelity' ? judgeLaFidelity({ ...context, row: { ...row, rule } }) : judgeNcFidelity({ ...context, row: { ...row, rule } });
}
