import { performance } from 'node:perf_hooks';
import type { AgencyFile } from '../../../shared/agency-file/schema.ts';
import type { Random } from '../../support/random.ts';
import type { Answer, PageKeys, Step } from '../harness/protocol.ts';
import { checkRecord } from './check-record.ts';
import { finding, type Finding } from './finding.ts';
import { checkExport } from './folder-check.ts';
import { checkKeyring, keyringFile, keyringOnDisk } from './keyring-check.ts';
import { startProgram, type Launch } from './program.ts';
import type { Timing } from './timing.ts';
import { checkBackups } from './backup-check.ts';
import { nextStep, noteOf, settle, type Outside, type Planned, type Secrets, type World } from './world.ts';

/** Where a world lies on the disk. */
export type Place = Outside & { readonly profile: string };

/** When a life ends: within the step after so many, at this share of what such a step takes; or so many milliseconds after it began. */
export type Doom = { readonly steps: number; readonly share: number } | { readonly milliseconds: number } | null;

/** What came of one life. */
export type Life = { readonly findings: readonly Finding[]; readonly steps: number; readonly checked: number; readonly diedIn: string };

/** Thrown to leave a life whose program is gone. */
class Ended extends Error {}
/** Thrown to leave a life in which something was found. */
class Found extends Error {}

const firstPassphrase = 'the first passphrase of all';

/**
 * One life of a world: looks at the files the one before left, starts the program, opens the agency, compares it with what was acknowledged,
 * then works until doom. Without a doom it ends once it has looked.
 */
export async function live(world: World, place: Place, random: Random, { launch, timing, doom }: { readonly launch: Launch; readonly timing: Timing; readonly doom: Doom }): Promise<Life> {
  const findings: Finding[] = [...(await checkFiles(world, place))];
  let checked = world.unseen.files;
  world.unseen.files = 0;
  let [steps, asked] = [0, 0];
  let diedIn = 'start';
  const { program, ready } = startProgram(launch, place.profile);
  const death: { timer?: NodeJS.Timeout; under: Promise<void> | null } = { under: null };
  const dieIn = (milliseconds: number): void => {
    death.timer = setTimeout(() => {
      death.under = program.kill();
    }, milliseconds);
  };
  if (doom !== null && 'milliseconds' in doom) dieIn(doom.milliseconds);

  /** Asks for a step; what it answered, unless the program ended first. */
  const ask = async (step: Step): Promise<Answer> => {
    if (doom !== null && 'steps' in doom && asked === doom.steps) dieIn(doom.share * timing.of(step.do));
    asked += 1;
    diedIn = step.do;
    const began = performance.now();
    const answer = await program.ask(step);
    if (answer === null) throw new Ended();
    timing.note(step.do, performance.now() - began);
    steps += 1;
    return answer;
  };
  /** Asks for a step that must succeed. */
  const must = async (step: Step): Promise<unknown> => {
    const answer = await ask(step);
    if (answer.ok) return answer.value;
    findings.push('thrown' in answer ? finding('unclear', `${step.do} threw ${answer.thrown}`) : finding('unreadable', `${step.do} answered ${answer.code} ${answer.detail} (begins ${world.begins}, sealed ${world.sealed}, ${world.file === null ? 'making never acknowledged' : 'acknowledged'})`));
    throw new Found();
  };
  const found = (): void => {
    if (findings.length > 0) throw new Found();
  };

  try {
    if (!(await ready)) throw new Ended();
    await must({ do: 'finish' });
    const keys = await keysOf(world, must);
    const look = (seen: AgencyFile): void => {
      const { file, log, findings: differences } = checkRecord(seen, { file: world.file ?? world.first, log: world.log, pending: world.pending });
      findings.push(...differences);
      Object.assign(world, { file, log, pending: [] });
      checked += world.unseen.record;
      world.unseen.record = 0;
      found();
    };
    look(await openOrMake(world, keys, ask, must));
    if (world.sealed === 'in doubt' || (world.sealed === 'no' && doom !== null && random.chance(0.4))) look(await seal(world, keys, must));
    await checkDocuments(world, ask, must, findings);
    found();
    while (doom !== null) {
      const planned: Planned = nextStep(world, random, place);
      planned.begin();
      planned.acknowledged(await must(planned.step));
    }
  } catch (error) {
    if (!(error instanceof Ended) && !(error instanceof Found)) throw error;
    if (error instanceof Ended && doom === null) findings.push(finding('unreadable', `the program ended by itself in ${diedIn}`));
  } finally {
    clearTimeout(death.timer);
    await (death.under ?? program.kill());
  }
  return { findings, steps, checked, diedIn };
}

/** The keys of a sealed world, made in its first life. */
async function keysOf(world: World, must: (step: Step) => Promise<unknown>): Promise<PageKeys | null> {
  const { agencyId, secrets } = world;
  if (world.begins !== 'sealed' && secrets === null) return null;
  if (secrets !== null) return (await must({ do: 'unlock', agencyId, userId: secrets.userId, passphrase: secrets.passphrase })) as PageKeys;
  return await protect(world, must);
}

async function protect(world: World, must: (step: Step) => Promise<unknown>): Promise<PageKeys> {
  const made = (await must({ do: 'protect', agencyId: world.agencyId, userName: 'Odalys Thibodaux', passphrase: firstPassphrase })) as { readonly keys: PageKeys; readonly userId: string; readonly recoveryKey: string };
  world.secrets = secretsOf(made.userId, made.recoveryKey);
  return made.keys;
}

/** Seals an agency that lies in plain text, or goes on with it, and opens it with its keys. */
async function seal(world: World, known: PageKeys | null, must: (step: Step) => Promise<unknown>): Promise<AgencyFile> {
  const { agencyId, file } = world;
  const keys = known ?? (await protect(world, must));
  const note = noteOf(world, 'Protected the agency');
  if (file !== null) world.pending = [{ file, added: [note.id] }];
  world.sealed = 'in doubt';
  const { rows } = (await must({ do: 'seal', agencyId, keys, note })) as { readonly rows: number };
  world.sealed = 'yes';
  // Without a row it had been sealed before the kill that left this in doubt.
  if (file !== null && rows > 0) settle(world, file, [{ id: note.id, seq: world.log.length + 1, hash: '' }]);
  return (await must({ do: 'open', agencyId, keys })) as AgencyFile;
}

const secretsOf = (userId: string, recoveryKey: string | null): Secrets =>
  ({ userId, passphrase: firstPassphrase, nextPassphrase: null, recoveryKey, recoveryInDoubt: false, users: new Map(), nextUser: null });

/** Opens the agency; makes it where its making was never acknowledged and left nothing. */
async function openOrMake(world: World, keys: PageKeys | null, ask: (step: Step) => Promise<Answer>, must: (step: Step) => Promise<unknown>): Promise<AgencyFile> {
  const { agencyId, first } = world;
  // Killed while it was sealed: it is sealed, or it is not, and says which.
  if (world.sealed === 'in doubt') {
    const answer = await ask({ do: 'open', agencyId, keys });
    if (answer.ok) return answer.value as AgencyFile;
    return (await must({ do: 'open', agencyId, keys: null })) as AgencyFile;
  }
  const open: Step = { do: 'open', agencyId, keys: world.begins === 'sealed' || world.sealed === 'yes' ? keys : null };
  if (world.file === null) {
    const answer = await ask(open);
    // Killed after it was made and before anybody heard: it is there, whole.
    if (answer.ok) {
      if (world.begins === 'sealed') world.sealed = 'yes';
      return answer.value as AgencyFile;
    }
    if ('code' in answer && answer.code === 'not-here') {
      await must(world.begins === 'old' ? { do: 'create-old', agencyId, file: first } : { do: 'create', agencyId, file: first, keys });
      world.file = first;
      world.unseen.record += 1;
    }
  }
  if (world.begins === 'sealed') world.sealed = 'yes';
  return (await must(open)) as AgencyFile;
}

/** The documents as the program itself reads them; what was being destroyed is destroyed now. */
async function checkDocuments(world: World, ask: (step: Step) => Promise<Answer>, must: (step: Step) => Promise<unknown>, findings: Finding[]): Promise<void> {
  const { agencyId, documents, destroyed, storing, destroying } = world;
  if (world.sealed !== 'yes' || (documents.size === 0 && storing === null && destroying === null)) return;
  const read = async (sha256: string): Promise<Answer> => await ask({ do: 'read-document', agencyId, sha256 });
  if (destroying !== null) {
    await must({ do: 'destroy', agencyId, sha256: destroying, onRecord: [...documents.keys()] });
    destroyed.add(destroying);
    world.destroying = null;
  }
  for (const [sha256, text] of documents) {
    const answer = await read(sha256);
    if (!answer.ok) findings.push(finding('lost', `a document that was acknowledged answers ${'code' in answer ? answer.code : answer.thrown}`));
    else if (answer.value !== text) findings.push(finding('lost', 'a document that was acknowledged has another content'));
  }
  if (storing !== null) {
    const answer = await read(storing.sha256);
    if (answer.ok && answer.value === storing.text) documents.set(storing.sha256, storing.text);
    else if (answer.ok || !('code' in answer) || answer.code !== 'not-found') findings.push(finding('half-applied', `a document that was being stored answers ${JSON.stringify(answer).slice(0, 200)}`));
    world.storing = null;
  }
  for (const sha256 of [...destroyed].slice(-3)) if ((await read(sha256)).ok) findings.push(finding('half-applied', 'a document that was destroyed can still be read'));
}

/** What lies on the disk while nothing runs: the keyring, backups and the exported file. */
async function checkFiles(world: World, { profile, exportPath }: Place): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const file = keyringFile(profile, world.agencyId);
  if (world.secrets !== null) findings.push(...(await checkKeyring(file, world.secrets)));
  else {
    // Killed before anybody heard that the keys were made: there are none, or they are whole.
    const keyring = await keyringOnDisk(file);
    if (keyring === 'unreadable') findings.push(finding('half-applied', 'the first keyring cannot be read'));
    else if (keyring !== 'none') world.secrets = secretsOf(keyring.users[0]?.id ?? '', null);
  }
  if (world.secrets !== null) findings.push(...(await checkBackups(profile, world.agencyId, world.secrets, world.backedUp)));
  if (world.exported !== null || world.exporting !== null) {
    findings.push(...(await checkExport(exportPath, [world.exported, ...(world.exporting === null ? [] : [world.exporting])])));
    if (world.exporting !== null && (await checkExport(exportPath, [world.exporting])).length === 0) world.exported = world.exporting;
    world.exporting = null;
  }
  return findings;
}

