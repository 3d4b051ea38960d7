import { describe, expect, it } from 'vitest';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { chained, type LogEntry } from '../../../shared/audit/chain.ts';
import { checkRecord, type Expected } from '../../faults/kills/check-record.ts';
import { evidence, smallAgency } from '../model/small-agency.ts';

// The fault tests are only worth what their check finds: each kind of harm is planted here.

function logOf(...ids: readonly string[]): readonly LogEntry[] {
  const log: LogEntry[] = [];
  for (const id of ids) log.push(chained(log.at(-1) ?? null, { id, at: '2026-03-19T15:00:00Z', what: id, changes: [], salt: '0'.repeat(32) }));
  return log;
}

const acknowledged = logOf('a', 'b', 'c');
const file = smallAgency();
const next: AgencyFile = { ...file, evidence: [...file.evidence, evidence('e2', 'p2'), evidence('e3', 'p2')] };
const expected: Expected = { file, log: acknowledged.map(({ id, seq, hash }) => ({ id, seq, hash })), pending: [{ file: next, added: ['d'] }] };
const kindsOf = (seen: AgencyFile, of: Expected = expected) => checkRecord(seen, of).findings.map(({ kind }) => kind);

describe('the check after a kill', () => {
  it('takes the acknowledged record, and the one with the step under way', () => {
    expect(kindsOf({ ...file, audit: [...acknowledged] })).toEqual([]);
    const landed = checkRecord({ ...next, audit: [...logOf('a', 'b', 'c', 'd')] }, expected);
    expect(landed.findings).toEqual([]);
    expect(landed.file).toEqual(next);
    expect(landed.log.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('finds a lost commit: its entry gone, its record gone, or its record as before', () => {
    expect(kindsOf({ ...file, audit: [...logOf('a', 'b')] })).toContain('lost');
    expect(kindsOf({ ...file, evidence: [], audit: [...acknowledged] })).toEqual(['lost']);
    expect(kindsOf({ ...file, people: file.people.slice(1), audit: [...acknowledged] })).toEqual(['lost']);
    expect(kindsOf({ ...file, agency: { ...file.agency, soonDays: 29 }, audit: [...acknowledged] })).toEqual(['lost']);
  });

  it('finds half a step: records without their entry, an entry without its records, or some of them', () => {
    expect(kindsOf({ ...next, audit: [...acknowledged] })).toEqual(['half-applied', 'half-applied']);
    expect(kindsOf({ ...file, audit: [...logOf('a', 'b', 'c', 'd')] })).toEqual(['half-applied', 'half-applied']);
    expect(kindsOf({ ...next, evidence: next.evidence.slice(0, -1), audit: [...logOf('a', 'b', 'c', 'd')] })).toEqual(['half-applied']);
  });

  it('finds an entry nobody asked for', () => {
    expect(kindsOf({ ...file, audit: [...logOf('a', 'b', 'c', 'x')] })).toEqual(['half-applied']);
  });

  it('finds a fork, and an altered entry', () => {
    const forked = chained(acknowledged[0] ?? null, { id: 'c', at: '2026-03-19T15:00:00Z', what: 'c', changes: [], salt: '0'.repeat(32) });
    expect(kindsOf({ ...file, audit: [...acknowledged.slice(0, 2), forked] })).toContain('broken-chain');
    expect(kindsOf({ ...file, audit: acknowledged.map((entry) => (entry.id === 'b' ? { ...entry, what: 'something else' } : entry)) })).toContain('broken-chain');
    // A log written anew is whole in itself, and yet not the one that was acknowledged.
    expect(kindsOf({ ...file, audit: [...logOf('a', 'b'), chained(logOf('a', 'b').at(-1) ?? null, { id: 'c', at: '2026-03-20T15:00:00Z', what: 'c', changes: [], salt: '0'.repeat(32) })] })).toContain('broken-chain');
  });

  it('finds records that changed places', () => {
    expect(kindsOf({ ...file, people: [...file.people].reverse(), audit: [...acknowledged] })).toEqual(['half-applied']);
  });
});
