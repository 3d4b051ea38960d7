/**
 * The page of the program under test: the real database code of the app on Chromium's own IndexedDB, without its screens. The main process
 * calls `harness` with one step at a time.
 */
import { hexToBytes, randomBytes } from '@noble/hashes/utils.js';
import { AgencyDatabase, openDoor, schemaHistory, type OpenVault, type Row } from '../../../renderer/db/agency-database.ts';
import { plainCodec, sealingCodec } from '../../../renderer/db/codec.ts';
import { commit, recordEvent } from '../../../renderer/db/commit.ts';
import type { CommitError, OpenFailure, StorageFailure } from '../../../renderer/db/failures.ts';
import { backupDoor } from '../../../renderer/db/backup-door.ts';
import { digestKeyRow } from '../../../renderer/db/meta.ts';
import { loadAgencyFile, openAgency, type OpenAgency } from '../../../renderer/db/open-agency.ts';
import { restoreAgency } from '../../../renderer/db/restore.ts';
import { sealAgency } from '../../../renderer/db/seal-agency.ts';
import { finishRenewal } from '../../../renderer/db/storage-renewal.ts';
import { undoImport, type UndoError } from '../../../renderer/db/undo-import.ts';
import { commitErrorWords } from '../../../renderer/session/commit-words.ts';
import { setAside } from '../../../renderer/platform/desktop.ts';
import { openWords, storageWords, undoWords } from '../../../renderer/session/failure-words.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { LogEntry } from '../../../shared/audit/chain.ts';
import type { Result } from '../../../shared/result.ts';
import type { Acknowledged, Answer, PageKeys, PageStep } from './protocol.ts';

let open: OpenAgency | null = null;

const newId = (): string => crypto.randomUUID();
const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const vaultOf = (keys: PageKeys | null): OpenVault =>
  keys === null ? openDoor : { codec: sealingCodec({ records: hexToBytes(keys.records), medical: keys.medical === null ? null : hexToBytes(keys.medical) }), actor: null };

type AnyFailure = StorageFailure | CommitError | OpenFailure | UndoError;

const failed = (error: AnyFailure, words: string): Answer => ({ ok: false, code: error.code, detail: 'detail' in error ? error.detail : '', words });
const entryOf = ({ id, seq, hash }: LogEntry): Acknowledged => ({ id, seq, hash });
const present = (): OpenAgency => {
  if (open === null) throw new Error('No agency is open');
  return open;
};

async function take(agencyId: string, keys: PageKeys | null): Promise<Answer> {
  open?.db.close();
  open = null;
  const opened = await openAgency(agencyId, vaultOf(keys));
  if (!opened.ok) return failed(opened.error, Object.values(openWords(opened.error)).join(' '));
  open = opened.value;
  return { ok: true, value: opened.value.file };
}

function committed(done: Result<LogEntry, CommitError>): Answer {
  return done.ok ? { ok: true, value: entryOf(done.value) } : failed(done.error, commitErrorWords(done.error));
}

/** Rows as the first version of the program wrote them: plain, under their own ids. */
async function createOld(agencyId: string, file: AgencyFile): Promise<Answer> {
  const old = new AgencyDatabase(agencyId, openDoor, schemaHistory.slice(0, 1));
  const lists = ['sites', 'teams', 'people', 'vendors', 'evidence', 'documents', 'exclusionChecks', 'decisions', 'agencyRecords'] as const;
  await old.transaction('rw', old.tables, async () => {
    await old.meta.bulkAdd([digestKeyRow(plainCodec, randomBytes(32)), { key: 'lists', value: lists.filter((list) => file[list] !== undefined) }]);
    await old.agency.add({ id: 'agency', n: 0, body: file.agency });
    for (const list of lists) await old.table<Row, string>(list).bulkAdd((file[list] ?? []).map((body, n) => ({ id: body.id, n, body })));
  });
  old.close();
  return { ok: true, value: null };
}

async function perform(step: PageStep): Promise<Answer> {
  switch (step.do) {
    case 'create': {
      const made = await restoreAgency(step.file, { agencyId: step.agencyId, digestKey: randomBytes(32), vault: vaultOf(step.keys) });
      if (!made.ok) return failed(made.error, storageWords(made.error));
      made.value.close();
      return take(step.agencyId, step.keys);
    }
    case 'create-old':
      return createOld(step.agencyId, step.file);
    case 'open':
      return take(step.agencyId, step.keys);
    case 'read': {
      const read = await loadAgencyFile(present().db);
      return read.ok ? { ok: true, value: read.value } : failed(read.error, Object.values(openWords(read.error)).join(' '));
    }
    case 'commit':
      return committed(await commit(present().db, step.changes, step.note));
    case 'race': {
      const { db } = present();
      const other = new AgencyDatabase(db.agencyId, db.vault);
      const done = await Promise.all(step.commits.map(({ changes, note }, at) => commit(at % 2 === 0 ? db : other, changes, note)));
      other.close();
      const refused = done.find((each) => !each.ok);
      if (refused !== undefined) return committed(refused);
      return { ok: true, value: done.flatMap((each) => (each.ok ? [entryOf(each.value)] : [])) };
    }
    case 'event': {
      const done = await recordEvent(present().db, step.note);
      return done.ok ? { ok: true, value: entryOf(done.value) } : failed(done.error, storageWords(done.error));
    }
    case 'finish': {
      const done = await finishRenewal(setAside);
      return done.ok ? { ok: true, value: null } : failed(done.error, storageWords(done.error));
    }
    case 'seal': {
      open?.db.close();
      open = null;
      const done = await sealAgency(step.agencyId, vaultOf(step.keys), { note: step.note, aside: setAside });
      return done.ok ? done : failed(done.error, Object.values(openWords(done.error)).join(' '));
    }
    case 'source': {
      const source = await backupDoor(present().db, newId).source();
      if (!source.ok) return { ok: false, code: source.error.code, detail: '', words: '' };
      const { facts, records, medical } = source.value;
      return { ok: true, value: { facts, records: toBase64(records), medical: toBase64(medical) } };
    }
    case 'prove': {
      const proven = await backupDoor(present().db, newId).prove({ records: fromBase64(step.records), medical: fromBase64(step.medical) }, step.facts);
      return proven.ok ? proven : failed(proven.error, storageWords(proven.error));
    }
    case 'undo': {
      const done = await undoImport(present().db, step.logId, step.note);
      return done.ok ? { ok: true, value: done.value } : failed(done.error, undoWords(done.error));
    }
  }
}

/** One step, asked for in JSON and answered in JSON. Nothing is thrown across: what nobody expected is an answer too. */
async function harness(asked: string): Promise<string> {
  try {
    return JSON.stringify(await perform(JSON.parse(asked) as PageStep));
  } catch (error) {
    return JSON.stringify({ ok: false, thrown: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
}

Object.assign(globalThis, { harness });
