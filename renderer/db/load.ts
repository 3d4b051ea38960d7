import { listTables, type AgencyDatabase, type Row } from './agency-database.ts';
import { bodyOf, openEntry } from './rows.ts';

/** The lists an agency file may leave out; which of the empty ones it had is remembered, so that a round trip adds none. */
export const optionalLists = ['sites', 'teams', 'vendors', 'documents', 'exclusionChecks', 'acknowledgements', 'decisions', 'listVersions', 'monthRecords', 'agencyRecords', 'audit'] as const;

/** Everything of an agency as it lies in the database, bodies opened, not yet judged. `null` where there is no agency row. */
export async function readRaw(db: AgencyDatabase): Promise<Readonly<Record<string, unknown>> | null> {
  return await db.transaction('r', db.tables, async () => {
    const [agency, present, log, ...lists] = await Promise.all([
      db.agency.toCollection().first(),
      db.meta.get('lists'),
      db.log.toArray(),
      ...listTables.map((name) => db.table<Row, string>(name).toArray()),
    ]);
    if (agency === undefined) return null;
    const content = new Map<string, readonly unknown[]>(
      listTables.map((name, index) => [name, inOrder(lists[index] ?? []).map((row) => bodyOf(db.codec, name, row))]),
    );
    content.set('audit', log.map((row) => openEntry(db.codec, row)));
    const had = new Set(Array.isArray(present?.value) ? (present.value as readonly unknown[]) : []);
    const optional = (name: (typeof optionalLists)[number]): Record<string, unknown> => {
      const list = content.get(name) ?? [];
      return list.length > 0 || had.has(name) ? { [name]: list } : {};
    };
    return {
      format: 'muster-agency',
      version: 1,
      agency: bodyOf(db.codec, 'agency', agency),
      ...optional('sites'),
      ...optional('teams'),
      people: content.get('people') ?? [],
      ...optional('vendors'),
      evidence: content.get('evidence') ?? [],
      ...optional('documents'),
      ...optional('exclusionChecks'),
      ...optional('acknowledgements'),
      ...optional('decisions'),
      ...optional('listVersions'),
      ...optional('monthRecords'),
      ...optional('agencyRecords'),
      ...optional('audit'),
    };
  });
}

const inOrder = (rows: readonly Row[]): readonly Row[] => [...rows].sort((one, other) => one.n - other.n);
