import { civilDate } from '../../../shared/civil-date.ts';
import type { AccreditationApplication, AccreditationDecision, Credential, FidelityPlan, FidelityReview } from '../../../shared/model/agency-records/agency-record.ts';
import { at } from './small-agency.ts';

/** A payer contract of 1 March 2025. */
export const contract = (id: string, more: Partial<Credential> = {}): Credential => ({
  id, kind: 'credential', credential: 'payer-contract', party: 'Pelican Health Plan', effectiveOn: civilDate('2025-03-01'), recordedAt: at, ...more,
});

export const application = (id: string): AccreditationApplication => ({
  id, kind: 'accreditation-application', accreditor: 'carf', appliedOn: civilDate('2025-01-06'), feePaidOn: civilDate('2025-01-07'), recordedAt: at,
});

export const decision = (id: string, applicationId: string): AccreditationDecision => ({
  id, kind: 'accreditation-decision', accreditor: 'carf', outcome: 'reduced', decidedOn: civilDate('2026-01-05'), applicationId, recordedAt: at,
});

export const review = (id: string, more: Partial<FidelityReview> = {}): FidelityReview => ({ id, kind: 'fidelity-review', teamId: 't1', review: 'external', recordedAt: at, ...more });

export const plan = (id: string, reviewId: string, more: Partial<FidelityPlan> = {}): FidelityPlan => ({
  id, kind: 'fidelity-plan', teamId: 't1', reviewId, lines: [{ item: 3, action: 'Hire a second specialist' }], recordedAt: at, ...more,
});
