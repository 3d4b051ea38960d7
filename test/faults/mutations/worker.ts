/** Reads mutated inputs in a thread of its own, so that a crash or a hang ends this thread alone. */
import { parentPort, workerData } from 'node:worker_threads';
import { randomOf } from '../../support/random.ts';
import type { Attempted, Batch } from './messages.ts';
import { targetOf } from './targets/all.ts';

const port = parentPort;
if (port === null) throw new Error('This file is a worker');
const { seed, numbers } = workerData as Batch;
const tell = (message: Attempted): void => port.postMessage(message);

for (const number of numbers) {
  const target = targetOf(number);
  let how = '';
  tell({ number, target: target.name, began: true });
  const began = performance.now();
  try {
    const verdict = await target.attempt(randomOf(seed + number * 104_729), (words) => (how = words));
    tell({ number, target: target.name, how, milliseconds: performance.now() - began, verdict });
  } catch (error) {
    tell({ number, target: target.name, how, milliseconds: performance.now() - began, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
tell('done');
