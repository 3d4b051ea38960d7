import { agencyFileSchema, type AgencyFile } from '../../../shared/agency-file/schema.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { DateOrder } from '../../../shared/date-entry.ts';
import { importIntoFile } from '../../../shared/import/import-into-file.ts';
import { noChoices, type ImportChoices, type ImportPlan, type PlanContext } from '../../../shared/import/plan-import.ts';
import type { Change } from '../../../shared/model/changes.ts';
import { utf8 } from './tables.ts';

export const today = civilDate('2026-03-19');

export const emptyAgency: AgencyFile = { format: 'muster-agency', version: 1, agency: { name: 'Bayou Bridge', packs: ['la-medicaid'] }, people: [], evidence: [] };

/** Ids that count up, so that a test can name what was made. */
export function context(prefix = 'n'): PlanContext {
  let count = 0;
  return { newId: () => `${prefix}${(count += 1)}`, now: '2026-03-19T15:00:00Z', today };
}

type Files = { readonly roster?: string; readonly evidence?: string; readonly into?: AgencyFile; readonly choices?: Partial<ImportChoices>; readonly dates?: DateOrder };

/** Plans the import of CSV text as the command line does. */
export async function planned({ roster, evidence, into = emptyAgency, choices, dates }: Files, making = context()): Promise<ImportPlan> {
  const read = await importIntoFile(
    {
      roster: roster === undefined ? undefined : { bytes: utf8(roster), fileName: 'roster.csv' },
      evidence: evidence === undefined ? undefined : { bytes: utf8(evidence), fileName: 'evidence.csv' },
      into,
      dates: dates ?? 'us',
      choices: { ...noChoices, ...choices },
    },
    making,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.plan;
}

/** The file after the changes, checked by the format's own schema. */
export function after(file: AgencyFile, changes: readonly Change[]): AgencyFile {
  const next = changes.reduce<AgencyFile>((before, change) => {
    switch (change.kind) {
      case 'put-team':
        return { ...before, teams: [...(before.teams ?? []), change.team] };
      case 'put-person':
        return { ...before, people: [...before.people.filter(({ id }) => id !== change.person.id), change.person] };
      case 'add-evidence':
        return { ...before, evidence: [...before.evidence, change.evidence] };
      case 'add-check':
        return { ...before, exclusionChecks: [...(before.exclusionChecks ?? []), change.check] };
      default:
        throw new Error(`An import makes no ${change.kind}`);
    }
  }, file);
  agencyFileSchema.parse(next);
  return next;
}

export const errorsOf = (plan: ImportPlan): readonly string[] =>
  plan.problems.filter(({ severity }) => severity === 'error').map(({ row, column, value, what }) => `${row} ${column} [${value}] ${what}`);
export const warningsOf = (plan: ImportPlan): readonly string[] =>
  plan.problems.filter(({ severity }) => severity === 'warning').map(({ row, column, what }) => `${row} ${column}: ${what}`);
