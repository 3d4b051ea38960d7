import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomOf, type Random } from '../../support/random.ts';
import { countOf, type Failure, type Part } from '../figures.ts';
import { live, type Doom, type Life, type Place } from './life.ts';
import type { Launch } from './program.ts';
import { timingOf } from './timing.ts';
import { newWorld } from './world.ts';

type Options = { readonly kills: number; readonly seed: number; readonly folder: string; readonly launch: Launch; readonly say: (line: string) => void };

/** Kills the program so many times at moments drawn from the seed, and looks each time at what it left. */
export async function runKills({ kills, seed, folder, launch, say }: Options): Promise<Part> {
  const failures: Failure[] = [];
  const timing = timingOf();
  const deaths = new Map<string, number>();
  let [killed, checked, steps] = [0, 0, 0];
  const count = (life: Life, where: string): void => {
    checked += life.checked;
    steps += life.steps;
    for (const each of life.findings) failures.push({ ...each, again: `--only kills --seed ${seed} --kills ${killed}` });
    for (const each of life.findings.slice(0, 5)) say(`  ${where}: ${each.kind}: ${each.what}`);
  };

  for (let number = 0; killed < kills; number += 1) {
    const random = randomOf(seed + number * 7_919);
    const world = newWorld(random, number);
    const place = await placeFor(folder, number);
    // Records grow, and beginnings must be killed too: a world has a few lives, and then the next one begins.
    const lives = 3 + random.below(16);
    let broken = false;
    for (let life = 0; life < lives && killed < kills && !broken; life += 1) {
      const lived = await live(world, place, random, { launch, timing, doom: doomOf(random, life) });
      killed += 1;
      deaths.set(lived.diedIn, (deaths.get(lived.diedIn) ?? 0) + 1);
      count(lived, `kill ${killed} (world ${number}, in ${lived.diedIn})`);
      broken = lived.findings.length > 0;
      if (killed % 50 === 0) say(`  ${killed} kills, ${steps} steps, ${checked} acknowledged changes checked, ${failures.length} findings`);
    }
    // What the last kill of a world left is looked at too.
    if (!broken) count(await live(world, place, random, { launch, timing, doom: null }), `after the last kill of world ${number}`);
    if (failures.length === 0) await rm(path.dirname(place.profile), { recursive: true, force: true, maxRetries: 5 });
  }
  say(`  killed in ${[...deaths].sort(([, one], [, other]) => other - one).map(([step, times]) => `${step} ${times}`).join(', ')}`);
  const [lost, half, broken] = [countOf(failures, 'lost'), countOf(failures, 'half-applied'), countOf(failures, 'broken-chain')];
  return {
    name: 'kills',
    figures: [
      ['killed', killed],
      ['acknowledged changes checked', checked],
      ['lost', lost],
      ['half-applied', half],
      ['broken chains', broken],
      ['other findings', failures.length - lost - half - broken],
    ],
    findings: failures,
    passed: killed,
  };
}

/** Beginnings are short; later lives work a while before they end. Some end while the program starts. */
function doomOf(random: Random, life: number): Doom {
  if (random.chance(0.05)) return { milliseconds: random.below(500) };
  return { steps: random.below(life === 0 ? 5 : 10), share: random.next() * 1.2 };
}

async function placeFor(folder: string, number: number): Promise<Place> {
  const place = await mkdtemp(path.join(folder, `world-${number}-`));
  const [profile, out] = [path.join(place, 'profile'), path.join(place, 'out')];
  await mkdir(profile);
  await mkdir(path.join(out, 'backups'), { recursive: true });
  return { profile, exportPath: path.join(out, 'agency.muster'), backups: path.join(out, 'backups') };
}
