import type { Evidence } from '../../../shared/model/evidence.ts';
import type { ExclusionCheck } from '../../../shared/model/exclusion.ts';
import type { Employment, License } from '../../../shared/model/person.ts';
import type { RequirementRow } from './person-view.ts';
import type { StandingMatch } from './stop-work-banner.tsx';

export const tabs = ['requirements', 'checks', 'evidence', 'documents', 'employments', 'history'] as const;
export type Tab = (typeof tabs)[number];

/** Something somebody wants to do on the person screen; the page shows the form that belongs to it. */
export type Deed =
  | { readonly kind: 'add' }
  | { readonly kind: 'record'; readonly row: RequirementRow }
  | { readonly kind: 'attest'; readonly about: string; readonly row: RequirementRow }
  | { readonly kind: 'correct'; readonly item: Evidence }
  | { readonly kind: 'retract'; readonly item: Evidence }
  | { readonly kind: 'note'; readonly row: RequirementRow }
  | { readonly kind: 'check' }
  | { readonly kind: 'decide'; readonly check: ExclusionCheck }
  | { readonly kind: 'report'; readonly standing: StandingMatch }
  | { readonly kind: 'identity' }
  | { readonly kind: 'employment'; readonly employment: Employment | null }
  | { readonly kind: 'change-role'; readonly employment: Employment }
  | { readonly kind: 'end-employment'; readonly employment: Employment }
  | { readonly kind: 'withdraw'; readonly employment: Employment }
  | { readonly kind: 'license'; readonly license: License | null; readonly index: number | null }
  | { readonly kind: 'show-employment'; readonly employmentId: string }
  | { readonly kind: 'open-tab'; readonly tab: Tab };
