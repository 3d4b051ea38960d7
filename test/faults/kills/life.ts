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
import { nextStep, type Planned, type Secrets, type World } from './world.ts';

/** Where a world lies on the disk. */
export type Place = { readonly profile: string; readonly exportPath: string };

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
    findings.push('thrown' in answer ? finding('unclear', `${step.do} threw ${answer.thrown}`) : finding('unreadable', `${step.do} answered ${answer.code} ${answer.detail}`));
    throw new Found();
  };
  const found = (): void => {
    if (findings.length > 0) throw new Found();
  };

  try {
    if (!(await ready)) throw new Ended();
    const keys = await keysOf(world, must);
    const seen = await openOrMake(world, keys, ask, must);
    const { file, log, findings: differences } = checkRecord(seen, { file: world.file ?? world.first, log: world.log, pending: world.pending });
    findings.push(...differences);
    Object.assign(world, { file, log, pending: [] });
    checked += world.unseen.record;
    world.unseen.record = 0;
    found();
    while (doom !== null) {
      const planned: Planned = nextStep(world, random, place.exportPath);
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
  if (world.begins !== 'sealed') return null;
  const { agencyId, secrets } = world;
  if (secrets !== null) return (await must({ do: 'unlock', agencyId, userId: secrets.userId, passphrase: secrets.passphrase })) as PageKeys;
  const made = (await must({ do: 'protect', agencyId, userName: 'Odalys Thibodaux', passphrase: firstPassphrase })) as { readonly keys: PageKeys; readonly userId: string; readonly recoveryKey: string };
  world.secrets = secretsOf(made.userId, made.recoveryKey);
  return made.keys;
}

const secretsOf = (userId: string, recoveryKey: string | null): Secrets =>
  ({ userId, passphrase: firstPassphrase, nextPassphrase: null, recoveryKey, recoveryInDoubt: false, users: new Map(), nextUser: null });

/** Opens the agency; makes it where its making was never acknowledged and left nothing. */
async function openOrMake(world: World, keys: PageKeys | null, ask: (step: Step) => Promise<Answer>, must: (step: Step) => Promise<unknown>): Promise<AgencyFile> {
  const { agencyId, first } = world;
  const open: Step = { do: 'open', agencyId, keys };
  if (world.file === null) {
    const answer = await ask(open);
    // Killed after it was made and before anybody heard: it is there, whole.
    if (answer.ok) return answer.value as AgencyFile;
    if ('code' in answer && answer.code === 'not-here') {
      await must(world.begins === 'old' ? { do: 'create-old', agencyId, file: first } : { do: 'create', agencyId, file: first, keys });
      world.file = first;
      world.unseen.record += 1;
    }
  }
  return (await must(open)) as AgencyFile;
}

/** What lies on the disk while nothing runs: the keyring and the exported file. */
async function checkFiles(world: World, { profile, exportPath }: Place): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const file = keyringFile(profile, world.agencyId);
  if (world.secrets !== null) findings.push(...(await checkKeyring(file, world.secrets)));
  else if (world.begins === 'sealed') {
    // Killed before anybody heard that the keys were made: there are none, or they are whole.
    const keyring = await keyringOnDisk(file);
    if (keyring === 'unreadable') findings.push(finding('half-applied', 'the first keyring cannot be read'));
    else if (keyring !== 'none') world.secrets = secretsOf(keyring.users[0]?.id ?? '', null);
  }
  if (world.exported !== null || world.exporting !== null) {
    findings.push(...(await checkExport(exportPath, [world.exported, ...(world.exporting === null ? [] : [world.exporting])])));
    if (world.exporting !== null && (await checkExport(exportPath, [world.exporting])).length === 0) world.exported = world.exporting;
    world.exporting = null;
  }
  return findings;
}

