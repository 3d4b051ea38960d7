import { bytesToHex } from '@noble/hashes/utils.js';
import type { AgencyFile } from '../../shared/agency-file/schema.ts';
import { serialiseAgency } from '../../shared/agency-file/write.ts';
import { hashOf } from '../../shared/audit/chain.ts';
import { listDigestsOf, medicalDigestOf, withoutMedical, type Lineage, type SealedMedical, type SourceFacts } from '../../shared/backup/contents.ts';
import { listTables, schemaVersion, type AgencyDatabase, type ListTable, type Row } from './agency-database.ts';
import { digestsFrom } from './digests-from.ts';
import { readRaw } from './load.ts';
import { digestKey } from './meta.ts';
import { bodyOf, idIn } from './rows.ts';
import { lineageOf } from './standing.ts';

/** A record as it goes into a backup: agency.json without medical parts, the medical parts as they are sealed (JSON), and what is true of both. */
export type RecordSource = { readonly facts: SourceFacts; readonly records: Uint8Array; readonly medical: Uint8Array };

/**
 * Reads the whole record of an open, sealed agency at one moment. Medical parts are carried along sealed, so that anybody at work can back up.
 * @throws where the database holds what Muster never writes: that is for the recovery screen, not for a backup
 */
export async function readSource(db: AgencyDatabase, newId: () => string): Promise<RecordSource> {
  if (!db.codec.sealed) throw new Error('Only a protected agency is backed up; the demo is exported');
  const lineage = await lineageOf(db, newId);
  const { raw, medical, key, from } = await db.transaction('r', db.tables, async () => ({ raw: await readRaw(db), medical: await sealedMedical(db), key: await digestKey(db), from: await digestsFrom(db) }));
  if (raw === null) throw new Error(`Agency ${db.agencyId} has no record of the agency itself`);
  // Judged by its schema when it is serialised.
  const file = withoutMedical(raw as AgencyFile);
  const encoder = new TextEncoder();
  return { facts: { ...factsOf(file, lineage, medical, bytesToHex(key)), digestsFrom: from }, records: encoder.encode(serialiseAgency(file)), medical: encoder.encode(JSON.stringify(medical)) };
}

function factsOf(file: AgencyFile, lineage: Lineage, medical: SealedMedical, key: string): SourceFacts {
  const last = file.audit?.at(-1);
  const seq = last?.['seq'];
  return {
    agencyName: file.agency.name,
    schema: schemaVersion,
    lineage,
    logHead: last === undefined ? null : { seq: typeof seq === 'number' ? seq : 0, hash: hashOf(last) },
    digestKey: key,
    lists: listDigestsOf(file),
    medical: medicalDigestOf(medical),
  };
}

/** The medical parts of all rows, as they lie there. */
async function sealedMedical(db: AgencyDatabase): Promise<SealedMedical> {
  const found: Record<string, Readonly<Record<string, string>>> = {};
  const general = { ...db.codec, medical: null };
  for (const list of listTables) {
    const rows = (await db.table<Row, string>(list).toArray()).filter((row) => row.medical instanceof Uint8Array);
    if (rows.length > 0) found[list] = Object.fromEntries(rows.map((row) => [idIn(bodyOf(general, list, row), row), base64(row.medical as Uint8Array)]));
  }
  return found;
}

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
};

/** The sealed medical part of a record as a backup carries it; undefined where it has none. */
export function medicalPartIn(medical: SealedMedical, list: ListTable, id: string): Uint8Array | undefined {
  const text = Object.hasOwn(medical, list) ? medical[list]?.[id] : undefined;
  return text === undefined ? undefined : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
