import { findDateOrder } from '../../shared/import/date-order.ts';
import { guessMapping, mappingKey } from '../../shared/import/guess-mapping.ts';
import { planImport, type MappedTable } from '../../shared/import/plan-import.ts';
import { readTable } from '../../shared/import/read-table.ts';
import type { Table } from '../../shared/import/table.ts';
import { required } from '../../shared/assert.ts';
import type { ImportAnswerMessage, ImportAnswers, ImportRequestMessage, PlanRequest, TableSummary } from './import-messages.ts';

// Reads and plans away from the screen, which never waits for a large file. Tables stay here and go by a token.
const tables = new Map<number, Table>();

addEventListener('message', (event: MessageEvent<ImportRequestMessage>) => {
  void answer(event.data).then((reply) => {
    const message: ImportAnswerMessage = { id: event.data.id, answer: reply };
    postMessage(message);
  });
});

async function answer(request: ImportRequestMessage): Promise<ImportAnswers[keyof ImportAnswers]> {
  switch (request.kind) {
    case 'read': {
      const read = await readTable(request.bytes, request.fileName, request.sheet ?? undefined);
      if (!read.ok) return read;
      tables.set(request.id, read.value);
      return { ok: true, value: summaryOf(request.id, read.value, request.purpose) };
    }
    case 'order':
      return findDateOrder(tableOf(request.token), request.columns, request.today);
    case 'plan':
      return plan(request);
  }
}

const tableOf = (token: number): Table => required(tables.get(token), 'A table is asked for only after it was read');

function summaryOf(token: number, table: Table, purpose: 'roster' | 'evidence'): TableSummary {
  return {
    token,
    fileName: table.fileName,
    readAs: table.readAs,
    sheets: table.sheets,
    headers: table.headers,
    rowCount: table.rows.length,
    samples: table.headers.map((_, at) => {
      const cells: string[] = [];
      for (const { cells: row } of table.rows) {
        const cell = row[at] ?? '';
        if (cell !== '' && !cells.includes(cell)) cells.push(cell);
        if (cells.length === 3) break;
      }
      return cells;
    }),
    key: mappingKey(table.headers),
    guess: guessMapping(table, purpose),
  };
}

function plan({ tables: chosen, into, choices, now, today }: PlanRequest): ImportAnswers['plan'] {
  const mapped = (entry: PlanRequest['tables']['roster']): MappedTable | undefined =>
    entry === undefined ? undefined : { table: tableOf(entry.token), columns: entry.columns, order: entry.order };
  return planImport({ roster: mapped(chosen.roster), evidence: mapped(chosen.evidence), into, choices }, { newId: () => crypto.randomUUID(), now, today });
}
