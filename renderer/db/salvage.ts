import { Dexie } from 'dexie';
import type { z } from 'zod';
import { agencyFileSchema, type AgencyFile } from '../../shared/agency-file/schema.ts';
import { checkReferences } from '../../shared/agency-file/references.ts';
import { agencyRecordSchema } from '../../shared/model/agency-records/agency-record.ts';
import { acknowledgementSchema, agencySchema, siteSchema, teamSchema, vendorSchema } from '../../shared/model/agency.ts';
import { documentSchema } from '../../shared/model/document.ts';
import { evidenceSchema } from '../../shared/model/evidence.ts';
import { decisionSchema, exclusionCheckSchema, listVersionSchema, monthRecordSchema } from '../../shared/model/exclusion.ts';
import { personSchema } from '../../shared/model/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { databaseName, listTables, type ListTable, type LogRow, type Row } from './agency-database.ts';
import { NotGenuine, plainCodec, type Codec } from './codec.ts';
import { isStorageError, storageFailure, type StorageFailure } from './failures.ts';
import { bodyOf, openEntry } from './rows.ts';

const recordSchemas: Readonly<Record<ListTable, z.ZodType>> = {
  sites: siteSchema,
  teams: teamSchema,
  people: personSchema,
  vendors: vendorSchema,
  documents: documentSchema,
  evidence: evidenceSchema,
  exclusionChecks: exclusionCheckSchema,
  decisions: decisionSchema,
  listVersions: listVersionSchema,
  monthRecords: monthRecordSchema,
  acknowledgements: acknowledgementSchema,
  agencyRecords: agencyRecordSchema,
};

/** What could still be read of an agency that does not open. */
export type Salvage = {
  readonly file: AgencyFile;
  /** How many records were read well, the agency's own included. */
  readonly records: number;
  /** `evidence e12`: records that could not be read and are not in the file. */
  readonly lost: readonly string[];
  /** Whether the file can be opened again as it is; else it needs mending by hand first. */
  readonly whole: boolean;
};

/**
 * Reads every record by itself, whatever version the database has, and leaves out what cannot be read. Changes nothing: the
 * database stays as it is, so that a newer or mended program may still read all of it.
 */
export async function salvage(agencyId: string, codec: Codec = plainCodec): Promise<Result<Salvage, StorageFailure>> {
  // Without a version of its own Dexie takes the database as it finds it.
  const db = new Dexie(databaseName(agencyId));
  try {
    if (!(await Dexie.exists(db.name))) return fail({ code: 'storage-failed', detail: `there is no database of the agency ${agencyId}` });
    await db.open();
    const stores = new Set(db.tables.map((table) => table.name));
    const lost: string[] = [];
    let records = 0;
    const wellRead = async (list: ListTable | 'agency', schema: z.ZodType): Promise<readonly unknown[]> => {
      if (!stores.has(list)) return [];
      const rows = await db.table<Row, string>(list).toArray();
      const found: unknown[] = [];
      for (const row of [...rows].sort((one, other) => one.n - other.n)) {
        const body = readable(codec, list, row);
        if (schema.safeParse(body).success) found.push(body);
        else lost.push(`${list} ${row.id}`);
      }
      records += found.length;
      return found;
    };
    const [agency] = await wellRead('agency', agencySchema);
    const lists: Record<string, readonly unknown[]> = {};
    for (const list of listTables) {
      const bodies = await wellRead(list, recordSchemas[list]);
      if (bodies.length > 0 || list === 'people' || list === 'evidence') lists[list] = bodies;
    }
    const log = stores.has('log') ? entriesOf(codec, await db.table<LogRow, number>('log').toArray(), lost) : [];
    const file = agencyFileSchema.parse({
      format: 'muster-agency',
      version: 1,
      agency: agency ?? { name: 'Recovered agency', packs: [] },
      ...lists,
      ...(log.length > 0 && { audit: log }),
    }) as AgencyFile;
    return ok({ file, records, lost, whole: checkReferences(file).length === 0 });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  } finally {
    db.close();
  }
}

/** What `open` answers; undefined where the seal is broken. */
function genuine(open: () => unknown): unknown {
  try {
    return open();
  } catch (error) {
    if (error instanceof NotGenuine) return undefined;
    throw error;
  }
}

const readable = (codec: Codec, list: ListTable | 'agency', row: Row): unknown => genuine(() => bodyOf(codec, list, row));

function entriesOf(codec: Codec, rows: readonly LogRow[], lost: string[]): readonly unknown[] {
  return rows.flatMap((row) => {
    const entry = genuine(() => openEntry(codec, row));
    if (entry === undefined) lost.push(`log ${row.seq}`);
    return entry === undefined ? [] : [entry];
  });
}
