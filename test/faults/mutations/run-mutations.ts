import { Worker } from 'node:worker_threads';
import type { Failure, Part } from '../figures.ts';
import type { Attempted, Batch } from './messages.ts';
import { targetOf, targets } from './targets/all.ts';

/** What takes longer hangs. */
const limit = 5_000;
/** A thread that wants more memory than this is ended, and that is a crash. */
const memoryMb = 1_500;

type Options = { readonly mutations: number; readonly seed: number; readonly worker: URL; readonly threads: number; readonly say: (line: string) => void };

type Tally = { readonly failures: Failure[]; readonly refusals: Map<string, number>; done: number; taken: number; crashes: number; partial: number; hung: number; slowest: number; slowestWas: string };

/** Reads so many mutated inputs, each bounded in time and memory. */
export async function runMutations({ mutations, seed, worker, threads, say }: Options): Promise<Part> {
  const tally: Tally = { failures: [], refusals: new Map(), done: 0, taken: 0, crashes: 0, partial: 0, hung: 0, slowest: 0, slowestWas: '' };
  await Promise.all(Array.from({ length: threads }, (_each, thread) => {
    const numbers = Array.from({ length: mutations }, (_number, number) => number).filter((number) => number % threads === thread);
    return through(numbers, { seed, worker, tally, say });
  }));
  const counts = new Map<string, number>();
  for (let number = 0; number < mutations; number += 1) counts.set(targetOf(number).name, (counts.get(targetOf(number).name) ?? 0) + 1);
  say(`  slowest: ${Math.round(tally.slowest)} ms, ${tally.slowestWas}`);
  say(`  refused with ${[...tally.refusals].sort(([, one], [, other]) => other - one).map(([code, times]) => `${code} ${times}`).join(', ')}`);
  return {
    name: 'mutations',
    figures: [
      ['read', tally.done],
      ...targets.map(({ name }): [string, number] => [name, counts.get(name) ?? 0]),
      ['taken and valid', tally.taken],
      ['crashes', tally.crashes],
      ['partial or invalid data', tally.partial],
      ['hung', tally.hung],
      ['slowest ms', Math.round(tally.slowest)],
    ],
    findings: tally.failures,
    passed: tally.done - tally.failures.length,
  };
}

type Ways = { readonly seed: number; readonly worker: URL; readonly tally: Tally; readonly say: (line: string) => void };

/** Works through the numbers; a thread that was ended is followed by another that goes on behind the input that ended it. */
async function through(numbers: readonly number[], ways: Ways): Promise<void> {
  let left = numbers;
  while (left.length > 0) {
    const endedAt = await oneThread(left, ways);
    if (endedAt === null) return;
    left = left.slice(left.indexOf(endedAt) + 1);
  }
}

/** Runs one thread; the number of the input that ended it, or null when it came to its end. */
function oneThread(numbers: readonly number[], { seed, worker, tally, say }: Ways): Promise<number | null> {
  return new Promise((resolve) => {
    const thread = new Worker(worker, { workerData: { seed, numbers } satisfies Batch, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    let at: { readonly number: number; readonly target: string } | null = null;
    let over = false;
    let timer: NodeJS.Timeout | undefined;
    const end = (value: number | null): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      void thread.terminate().then(() => resolve(value));
    };
    const found = (kind: Failure['kind'], what: string): void => {
      tally.failures.push({ kind, what, again: `--only mutations --seed ${seed} --mutations ${(at?.number ?? 0) + 1}` });
      say(`  ${what}`);
    };
    const stopped = (why: string): void => {
      if (over) return;
      found('unclear', `input ${at?.number ?? '?'} (${at?.target ?? 'before the first'}) ${why}`);
      if (at !== null) tally.done += 1;
      end(at?.number ?? numbers.at(-1) ?? null);
    };
    thread.on('message', (message: Attempted) => {
      clearTimeout(timer);
      if (message === 'done') {
        end(null);
        return;
      }
      if ('began' in message) {
        at = message;
        timer = setTimeout(() => {
          tally.hung += 1;
          stopped(`hung: no answer within ${limit} ms`);
        }, limit);
        return;
      }
      note(message, tally, found);
    });
    thread.on('error', (error) => {
      tally.crashes += 1;
      stopped(`ended its thread: ${error.message}`);
    });
    thread.on('exit', (code) => {
      if (code !== 0 && !over) {
        tally.crashes += 1;
        stopped(`ended its thread with ${code}`);
      }
    });
  });
}

function note(message: Exclude<Attempted, 'done' | { readonly began: true }>, tally: Tally, found: (kind: Failure['kind'], what: string) => void): void {
  const { number, target, how, milliseconds } = message;
  tally.done += 1;
  if (milliseconds > tally.slowest) Object.assign(tally, { slowest: milliseconds, slowestWas: `input ${number} (${target}: ${how})` });
  if ('crash' in message) {
    tally.crashes += 1;
    found('unclear', `input ${number} (${target}: ${how}) was thrown at: ${message.crash.split('\n').slice(0, 6).join(' | ')}`);
  } else if (message.verdict.as === 'refused') tally.refusals.set(message.verdict.code, (tally.refusals.get(message.verdict.code) ?? 0) + 1);
  else if (message.verdict.as === 'taken') tally.taken += 1;
  else {
    tally.partial += 1;
    found('half-applied', `input ${number} (${target}: ${how}): ${message.verdict.what}`);
  }
}
