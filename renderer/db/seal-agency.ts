import { fail, ok, type Result } from '../../shared/result.ts';
import { AgencyDatabase, isUnmade, listTables, schemaVersion, type OpenVault, type PersonalRow, type Row } from './agency-database.ts';
import { plainCodec, type Codec } from './codec.ts';
import { write, type CommitNote, type RecordWrite } from './commit.ts';
import { isStorageError, storageFailure, type OpenFailure, type StorageFailure } from './failures.ts';
import { digestKey, digestKeyRow, sealedRow } from './meta.ts';
import { loadAgencyFile, storedVersion } from './open-agency.ts';
import { bodyOf, digested, idIn, logRow, rowOf } from './rows.ts';
import { leftoversKey, renewStorage, type SetAside } from './storage-renewal.ts';

/**
 * How an agency's database lies on this computer. `plain`: not sealed (the demo, or one from before); `leftovers`: sealed, but what it was before may
 * still lie in the files, since the sealing was cut off; `sealed`: nothing of it is readable.
 */
export type Protection = 'none' | 'plain' | 'leftovers' | 'sealed';

/** Asks how an agency lies there; needs no keys. One that a newer Muster wrote is not opened even for that, and answers `sealed`. */
export async function protectionOf(agencyId: string): Promise<Result<Protection, StorageFailure>> {
  const db = new AgencyDatabase(agencyId);
  try {
    const version = await storedVersion(agencyId);
    if (version === null) return ok('none');
    if (version > schemaVersion) return ok('sealed');
    if (await isUnmade(db)) return ok('none');
    const [sealed, leftovers] = await db.transaction('r', db.meta, () => Promise.all([db.meta.get('sealed'), db.meta.get(leftoversKey)]));
    if (sealed?.value !== true) return ok('plain');
    return ok(leftovers === undefined ? 'sealed' : 'leftovers');
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  } finally {
    db.close();
  }
}

/** What sealing needs besides the keys: the words for the log, and where databases are set aside while their files are written anew. */
export type Sealing = {
  readonly note: CommitNote;
  readonly aside: SetAside;
  /** Called with the rows sealed so far and all there are. */
  readonly progress?: (done: number, of: number) => void;
};

/**
 * Seals an agency that lies on this computer in plain text, and leaves nothing of that text in the files of the storage. Call it again
 * whenever `protectionOf` answers `plain` or `leftovers` for an agency with keys: killed at any moment, either the plain or the sealed
 * agency is whole, and this goes on where it was. An agency that cannot be read whole is refused as `openAgency` would, unchanged.
 * @param vault the keys, of a user with the medical right. No database of this computer may be open but the list of agencies.
 * @returns how many rows were sealed.
 */
export async function sealAgency(agencyId: string, vault: OpenVault, { note, aside, progress = () => undefined }: Sealing): Promise<Result<{ readonly rows: number }, OpenFailure>> {
  const { codec } = vault;
  if (!codec.sealed || codec.medical === null) return fail({ code: 'locked' });
  const version = await storedVersion(agencyId);
  if (version === null) return fail({ code: 'not-here' });
  if (version > schemaVersion) return fail({ code: 'newer', found: version, known: schemaVersion });
  const db = new AgencyDatabase(agencyId, { codec: plainCodec, actor: vault.actor });
  let rows = 0;
  try {
    if ((await db.meta.get('sealed'))?.value !== true) {
      const whole = await loadAgencyFile(db);
      if (!whole.ok) return whole;
      rows = await sealRows(db, codec, note, progress);
    }
    const leftovers = await db.meta.get(leftoversKey);
    db.close();
    if (leftovers === undefined) return ok({ rows });
  } catch (error) {
    if (isStorageError(error)) return fail(storageFailure(error));
    throw error;
  } finally {
    db.close();
  }
  const renewed = await renewStorage(aside);
  return renewed.ok ? ok({ rows }) : renewed;
}

/** Every row in its place, in one transaction: all of them are sealed, or none. */
async function sealRows(db: AgencyDatabase, codec: Codec, note: CommitNote, progress: (done: number, of: number) => void): Promise<number> {
  return await db.transaction('rw', db.tables, async () => {
    await write(db, [], { ...note, kind: 'users' });
    const tables = ['agency', ...listTables] as const;
    const of = (await Promise.all([...tables, 'log', 'imports'].map((name) => db.table(name).count()))).reduce((sum, count) => sum + count, 0);
    let done = 0;
    const replace = async <Kept>(name: string, sealed: (row: Kept) => Kept): Promise<void> => {
      const table = db.table<Kept>(name);
      const rows = (await table.toArray()).map(sealed);
      await table.clear();
      await table.bulkAdd(rows);
      done += rows.length;
      progress(done, of);
    };
    for (const list of tables) await replace<PersonalRow>(list, (row) => sealedFrom(codec, list, row));
    await replace<{ readonly seq: number; readonly body: unknown }>('log', ({ seq, body }) => logRow(codec, seq, body as Readonly<Record<string, unknown>>));
    await replace<{ readonly seq: number; readonly logId: string; readonly body: unknown }>('imports', (row) => ({ ...row, body: codec.seal('imports', `${row.seq}`, withoutMedical(row.body)) }));
    await sealMeta(db, codec);
    return done;
  });
}

function sealedFrom(codec: Codec, list: (typeof listTables)[number] | 'agency', row: Row): PersonalRow {
  const body = bodyOf(plainCodec, list, row);
  return rowOf(codec, list, idIn(body, row), row.n, body);
}

/** What is kept for undoing holds general parts alone; before there were two parts it held whole records. */
const withoutMedical = (kept: unknown): unknown =>
  (kept as readonly RecordWrite[]).map((each) => ({ ...each, before: digested(each.list, each.before), after: digested(each.list, each.after) }));

/** The rows beside the record: those whose values pass through the codec wherever they are read. */
async function sealMeta(db: AgencyDatabase, codec: Codec): Promise<void> {
  const key = await digestKey(db);
  for (const name of ['reminders', 'standing'] as const) {
    const row = await db.meta.get(name);
    if (row !== undefined) await db.meta.put({ key: name, value: codec.seal('meta', name, row.value) });
  }
  await db.meta.bulkPut([digestKeyRow(codec, key), sealedRow(codec), { key: leftoversKey, value: true }]);
}
