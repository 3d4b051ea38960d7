import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answer, Step } from '../harness/protocol.ts';

/** How to start the program under test. */
export type Launch = { readonly electron: string; readonly electronArguments: readonly string[]; readonly harness: string };

/** The running program under test. */
export type Program = {
  /** Asks for a step; null when the program ended before it acknowledged. */
  readonly ask: (step: Step) => Promise<Answer | null>;
  /** Ends the whole process tree at once, as a power cut ends a program; resolves when nothing of it is left. */
  readonly kill: () => Promise<void>;
  readonly pid: number;
};

/** A program that did not come up within this is no slow machine any more. */
const startLimit = 60_000;

/** Starts the program on a profile, in a process group of its own. `ready` answers false where it was killed before it was ready. */
export function startProgram({ electron, electronArguments, harness }: Launch, profile: string, limits: { readonly fileBytes?: number } = {}): { readonly program: Program; readonly ready: Promise<boolean> } {
  const args = [...electronArguments, '--disable-gpu', '--disable-software-rasterizer', '--in-process-gpu', harness];
  const [command, all] = limits.fileBytes === undefined ? [electron, args] : ['prlimit', [`--fsize=${limits.fileBytes}`, electron, ...args]];
  const child = spawn(command, all, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, FAULTS_PROFILE: profile },
  });
  child.stderr?.on('data', (data: Buffer) => appendFileSync(path.join(path.dirname(profile), 'electron.log'), data));
  const waiting: ((message: unknown) => void)[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(null);
  };
  const from = child.stdio[3] as Readable;
  const to = child.stdio[4] as Writable;
  to.on('error', () => undefined);
  createInterface({ input: from }).on('line', (line) => {
    const answer = waiting.shift();
    // A line that was cut off in the middle was not acknowledged.
    try {
      answer?.(JSON.parse(line));
    } catch {
      answer?.(null);
    }
  });
  child.on('error', end);
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => {
      end();
      resolve();
    });
  });
  const next = (): Promise<unknown> => (ended ? Promise.resolve(null) : new Promise((resolve) => waiting.push(resolve)));
  const kill = async (): Promise<void> => {
    killGroup(child);
    await gone;
  };
  const ready = withinLimit(next(), kill).then((message) => message !== null);
  return {
    ready,
    program: {
      pid: child.pid ?? 0,
      async ask(step) {
        const answer = next();
        to.write(`${JSON.stringify(step)}\n`);
        return (await answer) as Answer | null;
      },
      kill,
    },
  };
}

async function withinLimit(message: Promise<unknown>, kill: () => Promise<void>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), startLimit);
  });
  const first = await Promise.race([message, late]);
  clearTimeout(timer);
  if (first !== 'late') return first;
  await kill();
  throw new Error('The program under test did not come up within a minute; its words are in electron.log of the run');
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
