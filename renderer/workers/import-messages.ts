import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import type { CivilDate } from '../../shared/civil-date.ts';
import type { DateOrder } from '../../shared/date-entry.ts';
import type { DateOrderFinding } from '../../shared/import/date-order.ts';
import type { ColumnGuess, Purpose } from '../../shared/import/guess-mapping.ts';
import type { ImportChoices, ImportPlan } from '../../shared/import/plan-import.ts';
import type { TableError } from '../../shared/import/table.ts';
import type { Target } from '../../shared/import/targets.ts';
import type { Result } from '../../shared/result.ts';

/** What the page needs of a table; the table itself stays in the worker. */
export type TableSummary = {
  readonly token: number;
  readonly fileName: string;
  readonly readAs: string;
  readonly sheets: readonly string[];
  readonly headers: readonly string[];
  readonly rowCount: number;
  /** The first filled cells of each column. */
  readonly samples: readonly (readonly string[])[];
  readonly key: string;
  readonly guess: readonly ColumnGuess[];
};

export type PlanRequest = {
  readonly tables: Partial<Readonly<Record<Purpose, { readonly token: number; readonly columns: readonly Target[]; readonly order: DateOrder }>>>;
  readonly into: AgencyFile;
  readonly choices: ImportChoices;
  readonly now: string;
  readonly today: CivilDate;
};

export type ImportRequestMessage =
  | { readonly id: number; readonly kind: 'read'; readonly bytes: Uint8Array; readonly fileName: string; readonly purpose: Purpose; readonly sheet: string | null }
  | { readonly id: number; readonly kind: 'order'; readonly token: number; readonly columns: readonly Target[]; readonly today: CivilDate }
  | ({ readonly id: number; readonly kind: 'plan' } & PlanRequest);

export type ImportAnswers = {
  readonly read: Result<TableSummary, TableError>;
  readonly order: DateOrderFinding;
  readonly plan: ImportPlan;
};

export type ImportAnswerMessage = { readonly id: number; readonly answer: ImportAnswers[keyof ImportAnswers] };
