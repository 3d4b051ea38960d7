import { fidelityItemCount } from '../../../model/agency-records/fidelity.ts';
import type { StandingRecords } from '../../../model/agency-records/standing-records.ts';
import { toDay, type CivilDate, type Day } from '../../../civil-date.ts';

export const scaleCategories = ['staffing', 'organization', 'services'] as const;
export type ScaleCategory = (typeof scaleCategories)[number];

/** The three parts of the IPS-25 scale with their first and last item, inclusive. */
export const categoryFacts: Readonly<Record<ScaleCategory, { readonly title: string; readonly first: number; readonly last: number }>> = {
  staffing: { title: 'Staffing', first: 1, last: 3 },
  organization: { title: 'Organization', first: 4, last: 11 },
  services: { title: 'Services', first: 12, last: 25 },
};

export const bandIds = ['exemplary', 'good', 'fair', 'not-supported'] as const;
export type BandId = (typeof bandIds)[number];

/** One range of totals, both ends inclusive. */
export type Band = { readonly id: BandId; readonly from: number; readonly to: number; readonly title: string };

/** The bands of the total, best first. */
export const bands: readonly Band[] = [
  { id: 'exemplary', from: 115, to: 125, title: 'Exemplary fidelity' },
  { id: 'good', from: 100, to: 114, title: 'Good fidelity' },
  { id: 'fair', from: 74, to: 99, title: 'Fair fidelity' },
  { id: 'not-supported', from: 25, to: 73, title: 'Not supported employment' },
];

/** The least total that is good fidelity, what Louisiana wants. */
export const goodFrom = 100;
/** The least total that is exemplary ("exceptional practice"). */
export const exemplaryFrom = 115;
/** The least total with which North Carolina keeps a team certified. */
export const certifiedFrom = 74;
/** An item rated so or lower asks for a line of a corrective action plan in Louisiana. */
export const lowRating = 3;

/** The band of a total; null outside 25 to 125, where it is no total of the scale. */
export const bandOf = (total: number): Band | null => bands.find((band) => total >= band.from && total <= band.to) ?? null;

/** The part of the scale an item belongs to. */
export const categoryOf = (item: number): ScaleCategory => scaleCategories.find((each) => item <= categoryFacts[each].last) ?? 'services';

/** The items 1 to 25. */
export const scaleItems: readonly number[] = Array.from({ length: fidelityItemCount }, (_, index) => index + 1);

// Compared with public copies of the scale; the rest waits until somebody at the agency has compared it.
const verifiedNames: readonly string[] = ['Caseload size', 'Employment services staff', 'Vocational generalists'];

/**
 * The usual names of items 4 to 25, from general knowledge: what the confirming form offers to be compared with the published scale.
 * Nothing else may print them.
 */
export const unconfirmedNames: ReadonlyMap<number, string> = new Map([
  'Integration of rehabilitation with mental health treatment through team assignment',
  'Integration of rehabilitation with mental health treatment through frequent team member contact',
  'Collaboration between employment specialists and Vocational Rehabilitation counselors',
  'Vocational unit',
  'Role of employment supervisor',
  'Zero exclusion criteria',
  'Agency focus on competitive employment',
  'Executive team support for supported employment',
  'Work incentives planning',
  'Disclosure',
  'Ongoing, work-based vocational assessment',
  'Rapid job search for competitive job',
  'Individualized job search',
  'Job development: frequent employer contact',
  'Job development: quality of employer contact',
  'Diversity of job types',
  'Diversity of employers',
  'Competitive jobs',
  'Individualized follow-along supports',
  'Time-unlimited follow-along supports',
  'Community-based services',
  'Assertive engagement and outreach by integrated treatment team',
].map((name, index) => [index + verifiedNames.length + 1, name]));

/** Names of items as confirmed by the agency. */
export type ScaleNames = ReadonlyMap<number, string>;

/** The names confirmed by a day (inclusive): of the standing records the one confirmed last. Empty where nobody has. */
export function scaleNamesOf(records: StandingRecords, asOf: CivilDate): ScaleNames {
  const today: Day = toDay(asOf);
  const known = records.of('scale-names').filter((record) => toDay(record.confirmedOn) <= today);
  const latest = known.reduce<(typeof known)[number] | null>((best, record) => (best === null || record.confirmedOn >= best.confirmedOn ? record : best), null);
  return new Map((latest?.names ?? []).map(({ item, name }) => [item, name]));
}

/** The name of an item alone: what the agency confirmed, or was verified; null while it waits to be confirmed. */
export const confirmedName = (item: number, names: ScaleNames): string | null => names.get(item) ?? verifiedNames[item - 1] ?? null;

/** `Item 7: Vocational unit`, or where nobody has compared the name yet `Item 7 (name: agency to confirm)`. */
export function itemName(item: number, names: ScaleNames): string {
  const name = confirmedName(item, names);
  return name === null ? `Item ${String(item)} (name: agency to confirm)` : `Item ${String(item)}: ${name}`;
}
