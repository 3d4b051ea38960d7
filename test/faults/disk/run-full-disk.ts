import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createHash } from 'node:crypto';
import { randomOf, type Random } from '../../support/random.ts';
import type { Failure, Part } from '../figures.ts';
import { firstAgency, someImport } from '../kills/agency.ts';
import { checkRecord, type Expected } from '../kills/check-record.ts';
import { finding, type Finding } from '../kills/finding.ts';
import { filesBelow, leftOvers } from '../kills/folder-check.ts';
import { startProgram, type Launch } from '../kills/program.ts';
import { applyChanges } from '../../../shared/model/apply-changes.ts';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { Acknowledged, Answer, Step } from '../harness/protocol.ts';
import { readSealed } from '../mutations/targets/sealed-files.ts';
import { agencyId, backupsKey, documents, exports, machineOf, passphrases, prepare, type Deed } from './deeds.ts';

type Options = { readonly points: number; readonly seed: number; readonly folder: string; readonly launch: Launch; readonly strike: string; readonly say: (line: string) => void };

/** Fills the disk at so many points: while files are written, and while the database is. */
export async function runFullDisk({ points, seed, folder, launch, strike, say }: Options): Promise<Part> {
  const failures: Failure[] = [];
  let refusals = 0;
  let inDatabase = 0;
  for (let point = 0; point < points; point += 1) {
    const random = randomOf(seed + point * 6_151);
    const place = await mkdtemp(path.join(folder, `full-${point}-`));
    // One start of a real Electron is dear; three of four points are files.
    const ofDatabase = point % 4 === 0;
    const { findings, refused } = ofDatabase ? await database(random, place, launch) : await files(random, place, strike);
    refusals += refused;
    if (ofDatabase) inDatabase += 1;
    for (const each of findings) {
      failures.push({ ...each, again: `--only full-disk --seed ${seed} --full-disk ${point + 1}` });
      say(`  point ${point}: ${each.kind}: ${each.what}`);
    }
    if (findings.length === 0) await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
  if (points >= 8 && refusals === 0) failures.push({ ...finding('unclear', 'the disk was never full: this part proves nothing'), again: '' });
  return {
    name: 'full disk',
    figures: [['points', points], ['of the database', inDatabase], ['writes refused', refusals], ['old data lost or unclear', failures.length]],
    findings: failures,
    passed: points,
  };
}

type Looked = { readonly findings: readonly Finding[]; readonly refused: number };
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EFBIG', 'EDQUOT']);

async function files(random: Random, folder: string, strike: string): Promise<Looked> {
  const userId = await prepare(folder);
  const limit = Math.round(200 * 10 ** (random.next() * 3.1));
  const { stdout } = await promisify(execFile)('prlimit', [`--fsize=${limit}`, process.execPath, strike, folder, userId]);
  const deeds = JSON.parse(stdout) as readonly Deed[];
  const findings: Finding[] = [];
  for (const { deed, done, code, detail, words } of deeds) {
    if (done) continue;
    if (code !== 'cannot-write' || !full.has(detail)) findings.push(finding('unclear', `${deed} answered ${code} ${detail}`));
    if (!words.includes('disk is full')) findings.push(finding('unclear', `${deed} said: ${words}`));
  }
  const did = (deed: Deed['deed']): boolean => deeds.some((each) => each.deed === deed && each.done);
  const { vault, store, exportPath, backupPath } = machineOf(folder);
  const opened = await vault.unlock(agencyId, userId, did('passphrase') ? passphrases.after : passphrases.before);
  if (!opened.ok) return { findings: [...findings, finding('lost', `the passphrase does not unlock: ${opened.error.code}`)], refused: 0 };
  for (const [when, text] of Object.entries(documents)) {
    const read = await store.read({ sha256: createHash('sha256').update(text).digest('hex'), vault: 'personnel' });
    const there = read.ok && Buffer.from(read.value.bytes).toString() === text;
    if (when === 'before' || did('document') ? !there : read.ok || read.error.code !== 'not-found') findings.push(finding(when === 'before' ? 'lost' : 'half-applied', `the document of ${when} answers ${read.ok ? 'its bytes' : read.error.code}`));
  }
  const exported = await readFile(exportPath, 'utf8');
  if (exported !== (did('export') ? exports.after : exports.before)) findings.push(finding('half-applied', 'the exported file is neither the old one nor the new one'));
  const there = await stat(backupPath).then(() => true, () => false);
  const read = there ? await readSealed(backupPath, backupsKey) : null;
  if (did('backup') ? read?.ok !== true : there) findings.push(finding('half-applied', `the backup ${did('backup') ? 'was made' : 'was refused'} and answers ${read === null ? 'nothing' : read.ok ? 'its parts' : JSON.stringify(read.error)}`));
  return { findings: [...findings, ...leftOvers(await filesBelow(folder))], refused: deeds.filter(({ done }) => !done).length };
}

/** Commits until the quota of the origin is used up; then everything acknowledged must be readable, and with room again writing goes on. */
async function database(random: Random, folder: string, launch: Launch): Promise<Looked> {
  const { program, ready } = startProgram(launch, path.join(folder, 'profile'));
  const findings: Finding[] = [];
  const first = firstAgency(random);
  const expected: { file: AgencyFile; log: Acknowledged[] } = { file: first, log: [] };
  const must = async (step: Step): Promise<unknown> => {
    const answer = await program.ask(step);
    if (answer?.ok !== true) throw new Error(`${step.do} answered ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const more = async (number: number): Promise<Answer | null> => {
    const changes = someImport(number, random);
    const answer = await program.ask({ do: 'commit', changes, note: { id: `log-${number}`, at: '2026-03-19T15:00:00Z', what: 'Imported a roster' } });
    if (answer?.ok === true) {
      const next = applyChanges(expected.file, changes);
      if (next.ok) expected.file = next.value;
      expected.log.push(answer.value as Acknowledged);
    }
    return answer;
  };
  let refused = 0;
  try {
    await ready;
    await must({ do: 'create', agencyId: 'full', file: first, keys: null });
    await more(1);
    await must({ do: 'quota', bytes: 100_000 + random.below(400_000) });
    for (let number = 2; number < 20 && refused === 0; number += 1) {
      const answer = await more(number);
      if (answer?.ok === true) continue;
      refused += 1;
      if (answer === null || 'thrown' in answer || answer.code !== 'storage-full') findings.push(finding('unclear', `a commit on a full disk answered ${JSON.stringify(answer)}`));
      else if (!/disk is full.*safe.*Free some space/.test(answer.words)) findings.push(finding('unclear', `a commit on a full disk said: ${answer.words}`));
    }
    const look = async (step: Step): Promise<void> => {
      findings.push(...checkRecord((await must(step)) as AgencyFile, { ...expected, pending: [] } satisfies Expected).findings);
    };
    await look({ do: 'read' });
    await must({ do: 'quota', bytes: null });
    await look({ do: 'open', agencyId: 'full', keys: null });
    const after = await more(99);
    if (after?.ok !== true) findings.push(finding('unreadable', `with room again a commit answered ${JSON.stringify(after)}`));
    await look({ do: 'read' });
  } catch (error) {
    findings.push(finding('unreadable', error instanceof Error ? error.message : String(error)));
  } finally {
    await program.kill();
  }
  return { findings, refused };
}
