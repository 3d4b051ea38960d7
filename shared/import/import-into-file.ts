import type { AgencyFile } from '../agency-file/schema.ts';
import type { DateOrder } from '../date-entry.ts';
import { fail, ok, type Result } from '../result.ts';
import { findDateOrder, type DateOrderFinding } from './date-order.ts';
import { guessMapping, type Purpose } from './guess-mapping.ts';
import { noChoices, planImport, type ImportChoices, type ImportPlan, type MappedTable, type PlanContext } from './plan-import.ts';
import { readTable } from './read-table.ts';
import type { Table, TableError } from './table.ts';
import { targetWords } from './targets.ts';

/** A file as it lies on the disk. `sheet` names the sheet of a workbook. */
export type SourceFile = { readonly bytes: Uint8Array; readonly fileName: string; readonly sheet?: string };

/** Why nothing could be planned. Everything after that is in the plan's problems. */
export type ImportError =
  | { readonly code: 'table'; readonly purpose: Purpose; readonly error: TableError }
  /** No column says whose row it is, or none says anything to import. */
  | { readonly code: 'no-columns'; readonly purpose: Purpose; readonly fileName: string; readonly missing: 'names' | 'items'; readonly headers: readonly string[] }
  /** 3/2/2026 may be either; the person must say which. */
  | { readonly code: 'date-order'; readonly purpose: Purpose; readonly fileName: string; readonly finding: Extract<DateOrderFinding, { kind: 'needs-choice' }> };

export type ImportRequest = {
  readonly roster?: SourceFile | undefined;
  readonly evidence?: SourceFile | undefined;
  readonly into: AgencyFile | null;
  /** How figures are read where the file does not decide. Without it an undecided file is an error. */
  readonly dates?: DateOrder | undefined;
  readonly choices?: ImportChoices | undefined;
};

/** How one file was understood, for telling the person. */
export type Understood = { readonly purpose: Purpose; readonly table: Table; readonly columns: readonly { readonly header: string; readonly meaning: string }[]; readonly order: DateOrder };

/**
 * Reads the files, guesses what their columns mean, settles the order of their dates and plans the import: what the command
 * line does in one go and the wizard step by step. The plan's changes are for `applyChanges`; they are empty unless `plan.ready`.
 */
export async function importIntoFile(
  request: ImportRequest,
  context: PlanContext,
): Promise<Result<{ readonly plan: ImportPlan; readonly understood: readonly Understood[] }, ImportError>> {
  const mapped: Partial<Record<Purpose, MappedTable>> = {};
  const understood: Understood[] = [];
  for (const purpose of ['roster', 'evidence'] as const) {
    const source = request[purpose];
    if (source === undefined) continue;
    const read = await readTable(source.bytes, source.fileName, source.sheet);
    if (!read.ok) return fail({ code: 'table', purpose, error: read.error });
    const table = read.value;
    const columns = guessMapping(table, purpose).map(({ target }) => target);
    const missing = missingColumns(columns, purpose);
    if (missing !== null) return fail({ code: 'no-columns', purpose, fileName: table.fileName, missing, headers: table.headers });
    const finding = findDateOrder(table, columns, context.today);
    if (finding.kind === 'needs-choice' && request.dates === undefined) return fail({ code: 'date-order', purpose, fileName: table.fileName, finding });
    // What the data prove is not overruled by a general wish, but an explicit demand for ISO is.
    const order = finding.kind === 'needs-choice' ? (request.dates ?? 'us') : request.dates === 'iso' ? 'iso' : finding.proof === null ? (request.dates ?? finding.order) : finding.order;
    mapped[purpose] = { table, columns, order };
    understood.push({ purpose, table, order, columns: columns.map((target, at) => ({ header: table.headers[at] ?? '', meaning: targetWords(target) })) });
  }
  return ok({
    plan: planImport({ roster: mapped.roster, evidence: mapped.evidence, into: request.into, choices: request.choices ?? noChoices }, context),
    understood,
  });
}

/** What a mapping lacks before anything can be imported by it: names, or (in evidence) items. Null when it lacks nothing. */
export function missingColumns(columns: MappedTable['columns'], purpose: Purpose): 'names' | 'items' | null {
  const person = (field: string): boolean => columns.some((column) => column.to === 'person' && column.field === field);
  if (!person('full-name') && !(person('family') && person('given')) && !person('person-id')) return 'names';
  if (purpose === 'roster') return null;
  const items = columns.some((column) => column.to === 'item' || column.to === 'month-check' || (column.to === 'evidence' && column.field === 'kind') || (column.to === 'check' && column.field === 'list'));
  return items ? null : 'items';
}
