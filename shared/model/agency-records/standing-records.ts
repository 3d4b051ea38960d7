import { replaced } from '../corrections.ts';
import type { AgencyRecord, AgencyRecordKind, AgencyRecordOf } from './agency-record.ts';

/** The agency records that stand: of every chain of corrections the newest, nothing retracted, in the order of the file. */
export type StandingRecords = {
  readonly of: <Kind extends AgencyRecordKind>(kind: Kind) => readonly AgencyRecordOf<Kind>[];
  /** What stands today of the chain an id belongs to: a plan keeps naming the review it was made for, however often that was carried on. */
  readonly find: <Kind extends AgencyRecordKind>(kind: Kind, id: string) => AgencyRecordOf<Kind> | undefined;
  /** The first id of a record's chain: it names the thing itself, whatever was corrected since. */
  readonly rootOf: (id: string) => string;
};

/**
 * Sorts an agency's records by kind, keeping only what was recorded, and not yet retracted or superseded, by a moment.
 * @param until milliseconds since the epoch, inclusive (`knownUntil`); null is now, for what is on file today.
 */
export function standingRecords(records: readonly AgencyRecord[], until: number | null = null): StandingRecords {
  const stands = (record: AgencyRecord): boolean =>
    until === null
      ? record.retractedAt === undefined
      : Date.parse(record.recordedAt) <= until && (record.retractedAt === undefined || Date.parse(record.retractedAt) > until);
  const losers = replaced(records, stands);
  const byKind = new Map<AgencyRecordKind, AgencyRecord[]>();
  for (const record of records) {
    if (!stands(record) || losers.has(record)) continue;
    const known = byKind.get(record.kind);
    if (known === undefined) byKind.set(record.kind, [record]);
    else known.push(record);
  }
  const earlier = new Map(records.flatMap((record) => (record.supersedes === undefined ? [] : [[record.id, record.supersedes]])));
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let at = id;
    for (let before = earlier.get(at); before !== undefined && !seen.has(before); before = earlier.get(at)) {
      seen.add(before);
      at = before;
    }
    return at;
  };
  const of: StandingRecords['of'] = (kind) => (byKind.get(kind) ?? []) as readonly AgencyRecord[] as readonly AgencyRecordOf<typeof kind>[];
  return { of, rootOf, find: (kind, id) => of(kind).find((record) => rootOf(record.id) === rootOf(id)) };
}
