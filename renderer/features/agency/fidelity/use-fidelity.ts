import { useMemo } from 'react';
import { toDay, type CivilDate } from '../../../../shared/civil-date.ts';
import type { Team } from '../../../../shared/model/agency.ts';
import { attestedFigures } from '../../../../shared/model/agency-records/caseload.ts';
import type {
  AgencyRecord, FidelityContest, FidelityGrant, FidelityPlan, FidelityReview, TechnicalAssistance,
} from '../../../../shared/model/agency-records/agency-record.ts';
import type { StandingRecords } from '../../../../shared/model/agency-records/standing-records.ts';
import { laFidelityHistory, type LaFidelityFacts, type LaHistory } from '../../../../shared/rules/agency/fidelity/louisiana.ts';
import { ncFidelityHistory, type NcFidelityFacts, type NcHistory } from '../../../../shared/rules/agency/fidelity/north-carolina.ts';
import { reviewFacts, totalOf, type ReviewFacts } from '../../../../shared/rules/agency/fidelity/review-facts.ts';
import { scaleNamesOf, type ScaleNames } from '../../../../shared/rules/agency/fidelity/scale.ts';
import { packs } from '../../../../shared/rules/packs/packs.ts';
import { shortCitation } from '../../../../shared/rules/packs/sources.ts';
import type { Citation } from '../../../../shared/rules/standing.ts';
import { useAgencyRecords } from '../../../session/use-agency-records.ts';
import { useSession } from '../../../session/session.tsx';

/** A review with what is known of it on the day looked at. */
export type KnownReview = { readonly record: FidelityReview; readonly facts: ReviewFacts; readonly total: number | null; readonly on: CivilDate | null };

/** Everything about one team's fidelity on the day looked at. */
export type TeamFidelity = {
  readonly team: Team;
  readonly records: StandingRecords;
  readonly names: ScaleNames;
  /** The source of a rule in the document this team's packs bring: AmeriHealth words the cycle as the manual does. */
  readonly cite: (rule: Citation) => string;
  readonly la: { readonly facts: LaFidelityFacts; readonly history: LaHistory } | null;
  readonly nc: { readonly facts: NcFidelityFacts; readonly history: NcHistory } | null;
  /** Newest first; planned ones before them. */
  readonly reviews: readonly KnownReview[];
  readonly plans: readonly FidelityPlan[];
  readonly contests: readonly FidelityContest[];
  readonly grants: readonly FidelityGrant[];
  readonly assistance: readonly TechnicalAssistance[];
};

/** What a dialog of this tab is opened for. */
export type FidelityDeed =
  | { readonly kind: 'review'; readonly record: FidelityReview | null }
  | { readonly kind: 'plan'; readonly record: FidelityPlan | null; readonly review: FidelityReview | null }
  | { readonly kind: 'contest' | 'assistance'; readonly review: FidelityReview }
  | { readonly kind: 'received'; readonly record: TechnicalAssistance }
  | { readonly kind: 'grant' | 'names' }
  | { readonly kind: 'retract'; readonly record: AgencyRecord; readonly title: string };

const dayOf = (record: FidelityReview): CivilDate | null =>
  record.heldTo ?? record.heldFrom ?? record.draftReceivedOn ?? record.finalReceivedOn ?? record.submittedOn ?? record.plannedOn ?? null;

/** The fidelity of one team. A team of neither state is shown by the Louisiana cycle only where its packs say so. */
export function useFidelity(team: Team | null): TeamFidelity | null {
  const { file, asOf } = useSession();
  const records = useAgencyRecords();
  return useMemo(() => {
    if (team === null) return null;
    const ofTeam = <Kept extends { readonly teamId: string }>(kept: readonly Kept[]): readonly Kept[] => kept.filter((record) => record.teamId === team.id);
    const ids = (team.packs ?? file.agency.packs).map((use) => (typeof use === 'string' ? use : use.pack));
    const used = ids.map((id) => packs[id].jurisdiction);
    const source = !ids.includes('la-medicaid') && ids.includes('la-amerihealth') ? 'S3' : 'S2';
    const reviews = ofTeam(records.of('fidelity-review'));
    const plans = ofTeam(records.of('fidelity-plan'));
    const contests = ofTeam(records.of('fidelity-contest'));
    const grants = ofTeam(records.of('fidelity-grant'));
    const assistance = ofTeam(records.of('technical-assistance'));
    const shared = { implementedOn: team.implementedOn ?? null, closedOn: team.closedOn ?? null, reviews, plans, rootOf: records.rootOf, asOf };
    const laFacts: LaFidelityFacts = { ...shared, grants };
    const ncFacts: NcFidelityFacts = { ...shared, contests, assistance, individuals: attestedFigures(records, 'active-members', { teamId: team.id }, asOf)[0]?.value ?? null };
    return {
      team, records, plans, contests, grants, assistance,
      names: scaleNamesOf(records, asOf),
      cite: (rule) => shortCitation(rule.source === 'S2' ? { ...rule, source } : rule),
      la: used.includes('louisiana') ? { facts: laFacts, history: laFidelityHistory(laFacts) } : null,
      nc: used.includes('north-carolina') ? { facts: ncFacts, history: ncFidelityHistory(ncFacts) } : null,
      reviews: reviews
        .map((record) => ({ record, facts: reviewFacts(record, toDay(asOf)), total: totalOf(record), on: dayOf(record) }))
        .toSorted((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? 1 : -1)),
    };
  }, [team, records, file.agency.packs, asOf]);
}
