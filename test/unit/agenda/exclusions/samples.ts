import type { AgencyFile } from '../../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../../shared/civil-date.ts';
import { applyChanges } from '../../../../shared/model/apply-changes.ts';
import { changeErrorWords } from '../../../../shared/model/change-error.ts';
import type { Change } from '../../../../shared/model/changes.ts';
import type { Decision, ExclusionCheck, KeptCandidate, ListVersion, SearchIdentity } from '../../../../shared/model/exclusion.ts';
import { evaluate } from '../../../../shared/rules/evaluate.ts';
import type { Evaluation } from '../../../../shared/rules/standing.ts';
import { check } from '../../rules/support.ts';

export const day = civilDate;
export const digest = (letter: string): string => letter.repeat(64);

/** New ids and a moment, as whoever owns a clock would give them. */
export function stamp(now = '2026-03-19T15:00:00Z', by?: string): { readonly newId: () => string; readonly now: string; readonly by?: string } {
  let next = 0;
  serial += 1;
  const batch = serial;
  return { newId: () => `new-${batch}-${(next += 1)}`, now, ...(by === undefined ? {} : { by }) };
}
let serial = 0;

/** The changes' outcome, which must be accepted. */
export function after(file: AgencyFile, changes: readonly Change[]): AgencyFile {
  const next = applyChanges(file, changes);
  if (!next.ok) throw new Error(changeErrorWords(next.error));
  return next.value;
}

export function value<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const judged = (file: AgencyFile, asOf: string): Evaluation => evaluate(file, { asOf: day(asOf), all: true });

export const identity = (more: Partial<SearchIdentity> = {}): SearchIdentity => ({
  names: [{ kind: 'legal', given: 'Ada', family: 'Ample' }], businessNames: [], birthDate: day('1990-05-01'), states: ['LA'], ...more,
});

export const candidate = (letter: string, more: Partial<KeptCandidate> = {}): KeptCandidate => ({
  row: 100 + letter.charCodeAt(0), digest: digest(letter), tier: 'possible', score: 62,
  record: { LASTNAME: 'AMPLE', FIRSTNAME: 'ADA', NPI: '0000000000', DOB: '', CITY: `TOWN ${letter.toUpperCase()}` }, ...more,
});

export const version = (id: string, recordedAt: string, more: Partial<ListVersion> = {}): ListVersion => ({
  id, list: 'oig-leie', name: `${id}.csv`, sha256: digest('0'), bytes: 100, rows: 80_000, scope: 'full', source: 'file', recordedAt, ...more,
});

/** A run's check of person `p` on the OIG list that found rows. */
export const searched = (id: string, checkedOn: string, candidates: readonly KeptCandidate[], more: Partial<ExclusionCheck> = {}): ExclusionCheck => ({
  ...check('oig-leie', checkedOn, { id, method: 'whole-list', outcome: candidates.some((each) => each.tier !== 'weak' && each.decisionId === undefined) ? 'possible' : 'clear' }),
  listVersion: { name: 'UPDATED.csv', sha256: digest('0'), rows: 80_000 },
  namesSearched: ['ADA AMPLE'],
  search: { engine: 'muster-match 1', identity: identity(), tier: 'possible', candidates },
  ...more,
});

export const decision = (id: string, checkId: string, letter: string, verdict: Decision['verdict'], decidedOn: string, more: Partial<Decision> = {}): Decision => ({
  id, personId: 'p', list: 'oig-leie', checkId, rowDigest: digest(letter), verdict, decidedOn: day(decidedOn), reason: 'Another birth date',
  identity: identity(), record: candidate(letter).record, recordedAt: `${decidedOn}T12:00:00Z`, ...more,
});
