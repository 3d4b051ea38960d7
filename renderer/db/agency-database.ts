import { Dexie, type Table, type Transaction } from 'dexie';
import type { Actor } from '../../shared/access/rights.ts';
import { plainCodec, type Codec } from './codec.ts';

/**
 * One row: the columns that are looked things up by, and one body that went through the codec. `n` is the record's place in
 * its list of the agency file, so that what was read in is written out in the same order. `medical` is the part of the body that only the
 * medical right opens.
 */
export type Row = { readonly id: string; readonly n: number; readonly body: unknown; readonly medical?: unknown };
export type PersonalRow = Row & { readonly personId?: string };
/** A closed month is looked up by its month before every check that is recorded. */
export type MonthRow = Row & { readonly month?: string };
/** One commit in the log; the body is the entry as the agency file carries it. */
export type LogRow = { readonly seq: number; readonly id: string; readonly body: unknown };
/** What a commit created and replaced, for as long as it can be undone; keyed by its log entry. Made for imports, hence the name. */
export type ImportRow = { readonly seq: number; readonly logId: string; readonly body: unknown };
export type MetaRow = { readonly key: string; readonly value: unknown };

/** The version this program writes. Dexie stores ten times this number as the version of the IndexedDB database. */
export const schemaVersion = 2;

const dexieFactor = 10;

/**
 * The schema version behind a version of IndexedDB; null for less than our first: that is a name alone. Whoever began to make that database was cut off, and
 * opening it would make it, empty.
 */
export function schemaVersionOf(indexedDbVersion: number | undefined): number | null {
  const version = Math.floor((indexedDbVersion ?? 0) / dexieFactor);
  return version < 1 ? null : version;
}

const databasePrefix = 'muster-agency-';
export const databaseName = (agencyId: string): string => `${databasePrefix}${agencyId}`;
/** How the id of a database begins in which a backup is proven. It is nobody's agency and is never listed as one. */
export const scratchPrefix = 'scratch--';
export const isScratch = (name: string): boolean => name.startsWith(databaseName(scratchPrefix));
export const agencyIdOf = (name: string): string | null => (name.startsWith(databasePrefix) && !isScratch(name) ? name.slice(databasePrefix.length) : null);

/** A version of the schema: its number, the stores it changes, and how older records become new ones. */
export type SchemaVersion = {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
};

/**
 * The history of the schema, oldest first. Append only: a version that was ever shipped is never edited, since databases of
 * that version lie on other people's machines. Each version with an upgrade has a test that starts from the one before.
 */
export const schemaHistory: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      meta: '&key',
      agency: '&id',
      sites: '&id, n',
      teams: '&id, n',
      people: '&id, n',
      vendors: '&id, n',
      documents: '&id, n',
      evidence: '&id, n, personId',
      exclusionChecks: '&id, n, personId',
      decisions: '&id, n, personId',
      acknowledgements: '&id, n, personId',
      agencyRecords: '&id, n',
      log: '&seq, &id',
      imports: '&seq, &logId',
    },
  },
  {
    version: 2,
    stores: {
      listVersions: '&id, n',
      monthRecords: '&id, n, month',
    },
  },
];

/** What an agency was opened with: how its rows are sealed, and who is at work. */
export type OpenVault = { readonly codec: Codec; readonly actor: Actor };
/** An agency without keys and users: the demo. */
export const openDoor: OpenVault = { codec: plainCodec, actor: null };

/** One agency's database. Plain class fields would shadow the tables Dexie defines, hence `declare`. */
export class AgencyDatabase extends Dexie {
  declare readonly meta: Table<MetaRow, string>;
  declare readonly agency: Table<Row, string>;
  declare readonly sites: Table<Row, string>;
  declare readonly teams: Table<Row, string>;
  declare readonly people: Table<Row, string>;
  declare readonly vendors: Table<Row, string>;
  declare readonly documents: Table<Row, string>;
  declare readonly evidence: Table<PersonalRow, string>;
  declare readonly exclusionChecks: Table<PersonalRow, string>;
  declare readonly decisions: Table<PersonalRow, string>;
  declare readonly acknowledgements: Table<PersonalRow, string>;
  declare readonly listVersions: Table<Row, string>;
  declare readonly monthRecords: Table<MonthRow, string>;
  declare readonly agencyRecords: Table<Row, string>;
  declare readonly log: Table<LogRow, number>;
  declare readonly imports: Table<ImportRow, number>;

  get codec(): Codec {
    return this.vault.codec;
  }

  constructor(readonly agencyId: string, readonly vault: OpenVault = openDoor, history: readonly SchemaVersion[] = schemaHistory) {
    // Evidence and log must be on the disk before anybody is told that they are: a power cut takes nothing back.
    super(databaseName(agencyId), { chromeTransactionDurability: 'strict' });
    for (const each of history) {
      const version = this.version(each.version).stores(each.stores);
      if (each.upgrade !== undefined) version.upgrade(each.upgrade);
    }
  }
}

/**
 * Whether a database holds nothing at all. None that was ever made whole is so: what it was made with is written in the transaction that makes its stores,
 * and a kill at the wrong moment can leave the stores alone. Nothing was acknowledged in it, so it counts as not there.
 */
export async function isUnmade(db: AgencyDatabase): Promise<boolean> {
  return await db.transaction('r', db.tables, async () => (await Promise.all(db.tables.map((table) => table.count()))).every((rows) => rows === 0));
}

/** The lists of the agency file and the tables that hold them. */
export const listTables = ['sites', 'teams', 'people', 'vendors', 'documents', 'evidence', 'exclusionChecks', 'decisions', 'listVersions', 'monthRecords', 'acknowledgements', 'agencyRecords'] as const;
export type ListTable = (typeof listTables)[number];
