import type { ExportTable } from '../../../shared/export-table.ts';
import { roleWords } from '../../../shared/model/person.ts';
import { shownId, type RequirementInfo } from '../../../shared/rules/requirement.ts';
import type { Standing } from '../../../shared/rules/standing.ts';
import { statusFacts } from '../../../shared/rules/status.ts';
import type { MatrixRow } from './matrix-model.ts';

/** A verdict as a spreadsheet cell: its word, and the date it turns on in the form every spreadsheet sorts. */
function cell(standing: Standing | undefined): string {
  if (standing === undefined || standing.status === 'not-applicable') return '';
  const date = standing.dueOn ?? standing.validThrough;
  return date === null ? statusFacts[standing.status].word : `${statusFacts[standing.status].word} ${date}`;
}

/** The matrix as shown: one line a person and employment, one column a requirement. */
export const matrixTable = (rows: readonly MatrixRow[], columns: readonly RequirementInfo[]): ExportTable => ({
  heads: ['Person', 'Role', 'Team', ...columns.map((column) => `${shownId(column.id)} ${column.title}`)],
  rows: rows.map((row) => [
    `${row.family}, ${row.given}`,
    row.roles.map((role) => roleWords[role]).join(', '),
    row.teamWords,
    ...columns.map((column) => cell(row.cells.get(column.id))),
  ]),
});
