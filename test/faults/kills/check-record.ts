import { listTables, type ListTable } from '../../../renderer/db/agency-database.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import { canonicalJson } from '../../../shared/audit/canonical-json.ts';
import { verifyChain } from '../../../shared/audit/chain.ts';
import type { Acknowledged } from '../harness/protocol.ts';
import { finding, type Finding } from './finding.ts';

/** One way the record may be after a kill: what is in it, and which entries follow the acknowledged ones. */
export type Outcome = { readonly file: AgencyFile; readonly added: readonly string[] };

/** What must be there: the record as acknowledged, its log, and how an unacknowledged step may have changed it (whole, or not at all). */
/** An acknowledged entry without a hash is known by its id alone. */
export type Expected = { readonly file: AgencyFile; readonly log: readonly Acknowledged[]; readonly pending: readonly Outcome[] };

export type Checked = { readonly findings: readonly Finding[]; readonly file: AgencyFile; readonly log: readonly Acknowledged[] };

/** Compares a record that was read back with what must be there. What it is from here on comes with the findings. */
export function checkRecord(seen: AgencyFile, expected: Expected): Checked {
  const audit = seen.audit ?? [];
  const log = audit.map((entry): Acknowledged => ({ id: String(entry['id']), seq: Number(entry['seq']), hash: String(entry['hash']) }));
  const findings: Finding[] = [];
  const chain = verifyChain(audit);
  if (!chain.ok) findings.push(finding('broken-chain', `entry ${chain.error.at + 1} of the log is ${chain.error.code}`));
  for (const [at, entry] of expected.log.entries()) {
    const there = log[at];
    if (there?.id !== entry.id) findings.push(finding('lost', `entry ${entry.seq} (${entry.id}) of the log is ${there === undefined ? 'gone' : `another: ${there.id}`}`));
    else if (entry.hash !== '' && there.hash !== entry.hash) findings.push(finding('broken-chain', `entry ${entry.seq} (${entry.id}) of the log has another hash than was acknowledged`));
  }
  const added = log.slice(expected.log.length).map((entry) => entry.id);
  const outcome = [{ file: expected.file, added: [] }, ...expected.pending].find((each) => canonicalJson(each.added) === canonicalJson(added));
  if (outcome === undefined) findings.push(finding('half-applied', `the log goes on with ${added.join(', ')}, which no step under way would have written`));
  else findings.push(...differences(seen, outcome.file, expected.file));
  return { findings, file: withoutLog(seen), log };
}

export function withoutLog({ audit: _audit, ...file }: AgencyFile): AgencyFile {
  return file;
}

/** Where a record differs from what it should be: what was acknowledged counts as lost, the rest as half-applied. */
function differences(seen: AgencyFile, wanted: AgencyFile, acknowledged: AgencyFile): readonly Finding[] {
  const findings: Finding[] = [];
  if (canonicalJson(seen.agency) !== canonicalJson(wanted.agency)) findings.push(finding('lost', 'the record of the agency is not what it was'));
  for (const list of listTables) {
    const [there, should, before] = [byId(seen, list), byId(wanted, list), byId(acknowledged, list)];
    for (const [id, text] of should) {
      if (there.get(id) === text) continue;
      findings.push(finding(before.get(id) === text ? 'lost' : 'half-applied', `${list} ${id} is ${there.has(id) ? 'another' : 'not there'}`));
    }
    for (const id of there.keys()) if (!should.has(id)) findings.push(finding('half-applied', `${list} ${id} is there and should not be`));
    if (findings.length === 0 && [...there.keys()].join('\n') !== [...should.keys()].join('\n')) findings.push(finding('half-applied', `${list} are in another order`));
  }
  return findings;
}

function byId(file: AgencyFile, list: ListTable): ReadonlyMap<string, string> {
  const records: readonly unknown[] = file[list] ?? [];
  return new Map(records.map((record, at) => [typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : `${at}`, canonicalJson(record)]));
}
