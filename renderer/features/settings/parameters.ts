import type { CivilDate } from '../../../shared/civil-date.ts';
import type { Agency, Override } from '../../../shared/model/agency.ts';
import { roleWords } from '../../../shared/model/person.ts';
import type { Parameters } from '../../../shared/model/window.ts';
import { anchorWords } from '../../../shared/rules/window-words.ts';

export type ParameterKey = keyof Parameters;

/** A rule as settings show it: what it may be changed in, and the packs' values. */
export type EditableRule = {
  readonly parameters: Parameters;
  readonly readings: readonly { readonly change: string }[];
};

export const parameterLabels: Readonly<Record<ParameterKey, string>> = {
  enabled: 'Judged',
  maxAgeDays: 'Oldest accepted (days)',
  withinDays: 'Time allowed (days)',
  withinMonths: 'Time allowed (months)',
  everyMonths: 'Renewed every (months)',
  hours: 'Hours a year',
  limit: 'Number allowed or asked for',
  year: 'Training year',
  hireMonth: 'Check for the month of hire',
  anchor: 'Counted from',
  roles: 'Roles concerned',
  sameDay: 'Done on the very day of "before"',
};

export const choiceWords = {
  year: { anniversary: 'Employment year', calendar: 'Calendar year', fiscal: 'Fiscal year from 1 July' },
  hireMonth: { '31-days': 'In it, or at most 31 days before hire', 'same-month': 'Only in it' },
  sameDay: { review: 'A person decides', accept: 'Accepted' },
} as const;

/** The parameters a rule may be changed in: those it has, those a reading leaves to the agency, and those it already changed. */
export function editableKeys({ parameters, readings }: EditableRule, changed: Parameters): readonly ParameterKey[] {
  const offered = (key: ParameterKey): boolean => readings.some((reading) => reading.change.endsWith(`, ${key}`));
  return (Object.keys(parameterLabels) as ParameterKey[]).filter((key) => parameters[key] !== undefined || changed[key] !== undefined || offered(key));
}

/** A value as people read it. */
export function valueWords(key: ParameterKey, values: Parameters): string {
  switch (key) {
    case 'enabled':
      return values.enabled === false ? 'No' : 'Yes';
    case 'roles':
      return values.roles === undefined ? 'All' : values.roles.map((role) => roleWords[role]).join(', ');
    case 'anchor':
      return values.anchor === undefined ? '' : capital(anchorWords[values.anchor]);
    case 'year':
      return values.year === undefined ? '' : choiceWords.year[values.year];
    case 'hireMonth':
      return values.hireMonth === undefined ? '' : choiceWords.hireMonth[values.hireMonth];
    case 'sameDay':
      return values.sameDay === undefined ? '' : choiceWords.sameDay[values.sameDay];
    default:
      return values[key] === undefined ? 'No limit' : String(values[key]);
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An agency's changes to one rule, in the order they take effect. */
export const overridesOf = (agency: Agency, requirement: string): readonly Override[] =>
  (agency.overrides ?? [])
    .filter((override) => override.requirement === requirement)
    .sort((one, other) => compare(one.from ?? '', other.from ?? '') || compare(one.recordedAt, other.recordedAt));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** What the agency's changes come to on a day; keys it did not change are absent. */
export function agencyValues(overrides: readonly Override[], on: CivilDate): Parameters {
  let values: Parameters = {};
  for (const override of overrides) if (override.from === undefined || override.from <= on) values = { ...values, ...override.set };
  return values;
}

/** The keys whose value the form changed, with the new values. */
export function changedValues(keys: readonly ParameterKey[], before: Parameters, after: Parameters): Parameters {
  const changed = keys.filter((key) => after[key] !== undefined && JSON.stringify(after[key]) !== JSON.stringify(before[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key]]));
}

/** `Oldest accepted (days): 90 to 60`, one a changed parameter. */
export const changeWords = (set: Parameters, before: Parameters): string =>
  (Object.keys(set) as ParameterKey[]).map((key) => `${parameterLabels[key]}: ${valueWords(key, before)} to ${valueWords(key, set)}`).join('; ');
