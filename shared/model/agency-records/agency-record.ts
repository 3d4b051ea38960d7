import { z } from 'zod';
import type { Readonlyed } from '../schema.ts';
import { accreditationApplicationSchema, accreditationDecisionSchema, accreditationSurveySchema, accreditationTaskSchema, writtenNoticeSchema } from './accreditation.ts';
import { madeBinderSchema } from './binder.ts';
import { credentialSchema } from './credential.ts';
import { fidelityContestSchema, fidelityGrantSchema, fidelityPlanSchema, fidelityReviewSchema, scaleNamesSchema, technicalAssistanceSchema } from './fidelity.ts';
import { disposalSchema, legalHoldSchema } from './retention.ts';
import { correctionSchema, surveyFindingSchema, surveySchema } from './survey.ts';
import { fieldSupportSchema, figuresSchema, meetingSchema, reportSchema, snoozeSchema, treatmentTeamSchema } from './team.ts';

/** One record of the agency or of a team: what it holds, what was decided about it, what its teams did. Closed by `kind`. */
export const agencyRecordSchema = z.discriminatedUnion('kind', [
  credentialSchema,
  accreditationApplicationSchema, accreditationSurveySchema, accreditationDecisionSchema, accreditationTaskSchema, writtenNoticeSchema,
  fidelityReviewSchema, fidelityPlanSchema, fidelityContestSchema, fidelityGrantSchema, technicalAssistanceSchema, scaleNamesSchema,
  meetingSchema, treatmentTeamSchema, fieldSupportSchema, figuresSchema, reportSchema, snoozeSchema,
  legalHoldSchema, disposalSchema,
  madeBinderSchema, surveySchema, surveyFindingSchema, correctionSchema,
]);

export type AgencyRecord = Readonlyed<z.infer<typeof agencyRecordSchema>>;
export type AgencyRecordKind = AgencyRecord['kind'];
export type AgencyRecordOf<Kind extends AgencyRecordKind> = Extract<AgencyRecord, { readonly kind: Kind }>;

export type Credential = AgencyRecordOf<'credential'>;
export type AccreditationApplication = AgencyRecordOf<'accreditation-application'>;
export type AccreditationSurvey = AgencyRecordOf<'accreditation-survey'>;
export type AccreditationDecision = AgencyRecordOf<'accreditation-decision'>;
export type AccreditationTaskRecord = AgencyRecordOf<'accreditation-task'>;
export type WrittenNotice = AgencyRecordOf<'written-notice'>;
export type FidelityReview = AgencyRecordOf<'fidelity-review'>;
export type FidelityPlan = AgencyRecordOf<'fidelity-plan'>;
export type FidelityContest = AgencyRecordOf<'fidelity-contest'>;
export type FidelityGrant = AgencyRecordOf<'fidelity-grant'>;
export type TechnicalAssistance = AgencyRecordOf<'technical-assistance'>;
export type Meeting = AgencyRecordOf<'meeting'>;
export type TreatmentTeam = AgencyRecordOf<'treatment-team'>;
export type FieldSupport = AgencyRecordOf<'field-support'>;
export type Figures = AgencyRecordOf<'figures'>;
export type TeamReport = AgencyRecordOf<'report'>;
export type LegalHold = AgencyRecordOf<'legal-hold'>;
export type Disposal = AgencyRecordOf<'disposal'>;
export type MadeBinder = AgencyRecordOf<'binder'>;
export type Survey = AgencyRecordOf<'survey'>;
export type SurveyFinding = AgencyRecordOf<'survey-finding'>;
export type Correction = AgencyRecordOf<'correction'>;
export type Snooze = AgencyRecordOf<'snooze'>;
