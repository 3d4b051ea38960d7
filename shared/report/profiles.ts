import type { Agency } from '../model/agency.ts';
import { binderSections, type RecipientProfile } from '../model/recipient-profile.ts';

const everySection = [...binderSections];

/**
 * The recipients every agency begins with. I-9 forms, payroll, health, equal-opportunity and social-security papers stay out of all of them (rules
 * section 7): an agency that must hand one over makes a recipient that includes it.
 */
const usual: readonly RecipientProfile[] = [
  { id: 'internal', name: 'The agency itself', kind: 'internal', sections: everySection, medicalVolume: true, redact: [], redactedPages: 'rasterise', unknownPages: 'include', include: [], certificateMonths: 12 },
  { id: 'payer', name: 'Payer', kind: 'payer', sections: everySection, medicalVolume: true, redact: ['birth-date', 'address'], redactedPages: 'rasterise', unknownPages: 'leave-out', include: [], certificateMonths: 36 },
  { id: 'state', name: 'State agency', kind: 'state', sections: everySection, medicalVolume: true, redact: [], redactedPages: 'rasterise', unknownPages: 'include', include: [], certificateMonths: 36 },
  {
    id: 'accreditor', name: 'Accreditor', kind: 'accreditor', sections: ['checklist', 'findings', 'grid', 'exhibits', 'crosswalk', 'citations', 'manifest'], medicalVolume: false,
    redact: ['birth-date', 'address', 'identifier'], redactedPages: 'rasterise', unknownPages: 'leave-out', include: [],
  },
];

/** The profile binders are made with where nobody is named: everything, for the agency's own eyes. */
export const internalProfile: RecipientProfile = usual[0] ?? { id: 'internal', name: 'The agency itself', kind: 'internal', sections: everySection, medicalVolume: true, redact: [], redactedPages: 'rasterise', unknownPages: 'include', include: [] };

/** The usual recipients. */
export const defaultProfiles = (): readonly RecipientProfile[] => usual;

/** The recipients of an agency: the usual ones, each replaced where the agency has one of the same id, then its own in their order. */
export function profilesOf(agency: Pick<Agency, 'recipients'>): readonly RecipientProfile[] {
  const own = new Map((agency.recipients ?? []).map((profile) => [profile.id, profile]));
  const known = new Set(usual.map(({ id }) => id));
  return [...usual.map((profile) => own.get(profile.id) ?? profile), ...[...own.values()].filter(({ id }) => !known.has(id))];
}
