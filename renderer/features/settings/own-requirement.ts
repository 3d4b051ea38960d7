import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../../shared/civil-date.ts';
import type { Agency } from '../../../shared/model/agency.ts';
import { roleWords } from '../../../shared/model/person.ts';
import type { AppliesTo, CustomRequirement, Window } from '../../../shared/model/window.ts';
import { requirementsOf } from '../../../shared/rules/catalogue.ts';

export const windowKindWords: Readonly<Record<Window['kind'], string>> = {
  before: 'Done before a moment, not too old',
  within: 'Done within a time after a moment',
  ready: 'In place at a moment, then kept up',
  'every-month': 'Exclusion lists, every month',
  'hours-per-year': 'Hours in every year',
  always: 'On file at all times',
};

/** A window to begin with, of each kind. */
export const firstWindow: Readonly<Record<Window['kind'], Window>> = {
  before: { kind: 'before', anchor: 'hire', maxAgeDays: 90, strict: true },
  within: { kind: 'within', anchor: 'hire', amount: 30, unit: 'days', validity: { by: 'months', months: 12 } },
  ready: { kind: 'ready', anchor: 'first-service', strict: true, validity: { by: 'months', months: 12 } },
  'every-month': { kind: 'every-month', lists: ['oig-leie'], hireMonth: '31-days' },
  'hours-per-year': { kind: 'hours-per-year', hours: 10, year: 'anniversary' },
  always: { kind: 'always', validity: { by: 'printed' } },
};

/** A requirement nobody has named yet; its id comes with its name. */
export const newRequirement = (key: string): CustomRequirement => ({
  id: `own.${key.toLowerCase()}`,
  title: '',
  appliesTo: {},
  window: firstWindow.within,
  kind: 'other',
  reason: '',
});

/** `own.defensive-driving` of "Defensive driving"; a number is added where that is taken. */
export function ownId(title: string, taken: readonly string[]): string {
  const slug = title.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'requirement';
  let id = `own.${slug}`;
  for (let n = 2; taken.includes(id); n += 1) id = `own.${slug}-${n}`;
  return id;
}

export function withOwn(agency: Agency, saved: CustomRequirement): Agency {
  const own = agency.customRequirements ?? [];
  const known = own.some((each) => each.id === saved.id);
  return { ...agency, customRequirements: known ? own.map((each) => (each.id === saved.id ? saved : each)) : [...own, saved] };
}

export const withoutOwn = (agency: Agency, id: string): Agency => ({
  ...agency,
  customRequirements: (agency.customRequirements ?? []).filter((each) => each.id !== id),
});

/** The window of a draft in the words the rules themselves use: what will be judged is what is read here. */
export function sentenceOf(file: AgencyFile, draft: CustomRequirement, on: CivilDate): string {
  const trial: AgencyFile = { ...file, agency: { ...file.agency, overrides: [], customRequirements: [draft] } };
  return requirementsOf(trial, on).find((each) => each.id === draft.id)?.windowWords ?? '';
}

/** `IPS specialist, IPS supervisor; direct care`, or everybody. */
export function whomWords({ roles, kinds, directCare, medicaidPaid }: AppliesTo): string {
  const parts = [
    roles?.map((role) => roleWords[role]).join(', '),
    kinds?.join(', '),
    directCare === undefined ? undefined : directCare ? 'direct care' : 'no direct care',
    medicaidPaid === undefined ? undefined : medicaidPaid ? 'paid by Medicaid' : 'not paid by Medicaid',
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Everybody' : parts.join('; ');
}
