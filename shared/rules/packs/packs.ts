import type { PackId } from '../../model/agency.ts';
import type { AgencyRow } from '../agency/row.ts';
import type { Citation } from '../standing.ts';
import { louisianaRows } from './louisiana.ts';
import { amerihealthAgencyRows, lhcc2022AgencyRows, lhccAgencyRows, louisianaAgencyRows } from './louisiana-agency.ts';
import { northCarolinaRows } from './north-carolina.ts';
import { northCarolinaAgencyRows } from './north-carolina-agency.ts';
import { personnelFileRows } from './personnel-file.ts';
import type { Row } from './row.ts';

/** Which employments a pack's rows concern: by the state of their roles (settled reading 0.6.20), or all. */
export type Jurisdiction = 'louisiana' | 'north-carolina' | 'any';

/** A rule pack: named, versioned data. */
export type Pack = {
  readonly id: PackId;
  readonly title: string;
  /** Year and revision of this program's reading of the text. */
  readonly version: string;
  readonly jurisdiction: Jurisdiction;
  /** A remark shown wherever the pack is chosen or printed. */
  readonly banner: string | null;
  readonly rows: readonly Row[];
  /** What it asks of the agency itself and of its teams. */
  readonly agencyRows: readonly AgencyRow[];
};

/** The same wording stands in another document: the row as it is, cited from there. Public sources stay as they are. */
const citedFrom = (source: string, sectionOf: (section: string) => string): readonly Row[] =>
  louisianaRows.map((row) => ({
    ...row,
    citations: row.citations.map((citation): Citation => (citation.source === 'S2' ? { source, section: sectionOf(citation.section) } : citation)),
  }));

/** LHCC numbers the same items III.B (agency), III.F (staff) and III.G (roles). */
const lhccSection = (section: string): string => {
  if (section.startsWith('Agency ')) return `III.B ${section.slice('Agency '.length)}`;
  if (section.startsWith('Staff ')) return `III.F ${section.slice('Staff '.length)}`;
  return `III.G ${section}`;
};

export const packs: Readonly<Record<PackId, Pack>> = {
  'la-medicaid': {
    id: 'la-medicaid', title: 'Louisiana Medicaid manual, section 2.3', version: '2026.1', jurisdiction: 'louisiana', banner: null, rows: louisianaRows,
    agencyRows: louisianaAgencyRows,
  },
  'la-lhcc': {
    id: 'la-lhcc', title: 'Louisiana Healthcare Connections', version: '2026.1', jurisdiction: 'louisiana',
    banner: 'A draft of January 2026 takes the staff rules out of this policy. It prints no approval or effective date, so the version of 12 April 2025 stands, and the state manual applies in any case.',
    rows: citedFrom('S1', lhccSection),
    agencyRows: lhccAgencyRows,
  },
  'la-lhcc-2022': {
    id: 'la-lhcc-2022', title: 'Louisiana Healthcare Connections, 2022', version: '2026.1', jurisdiction: 'louisiana',
    banner: 'Historical: the policy of January 2022 sets meetings only and no staff requirement.', rows: [],
    agencyRows: lhcc2022AgencyRows,
  },
  'la-amerihealth': {
    id: 'la-amerihealth', title: 'AmeriHealth Caritas Louisiana', version: '2026.1', jurisdiction: 'louisiana', banner: null,
    rows: citedFrom('S3', (section) => section),
    agencyRows: amerihealthAgencyRows,
  },
  'nc-state-funded': {
    id: 'nc-state-funded', title: 'North Carolina, state-funded IPS', version: '2026.1', jurisdiction: 'north-carolina', banner: null, rows: northCarolinaRows,
    agencyRows: northCarolinaAgencyRows,
  },
  'personnel-file': {
    id: 'personnel-file', title: "Personnel file (the agency's own policy)", version: '2026.1', jurisdiction: 'any', banner: null, rows: personnelFileRows,
    agencyRows: [],
  },
};

/** Every requirement of a person that a pack can demand, by id, in catalogue order, without repeats. */
export const requirementIds: readonly string[] = [...louisianaRows, ...northCarolinaRows, ...personnelFileRows].map((row) => row.id);

/** Every duty of an agency or a team that a pack can demand, by id, in catalogue order, without repeats. */
export const agencyRequirementIds: readonly string[] = [...louisianaAgencyRows, ...northCarolinaAgencyRows].map((row) => row.id);

/** Titles by requirement id, those of the agency and its teams included. */
export const requirementTitles: ReadonlyMap<string, string> = new Map(
  [...louisianaRows, ...northCarolinaRows, ...personnelFileRows, ...louisianaAgencyRows, ...northCarolinaAgencyRows].map((row) => [row.id, row.title]),
);
