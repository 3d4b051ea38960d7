/** A thread that makes up and draws stretches of a binder, one at a time, in the order asked. */
import { parentPort } from 'node:worker_threads';
import { required } from '../../shared/assert.ts';
import { answerRequest } from './chapter-renderer.ts';
import type { ChapterRequest, FromWorker } from './chapter-messages.ts';
import { facesHere } from './press.ts';

const port = required(parentPort, 'chapter-worker runs as a worker thread');
const faces = facesHere();

function say(message: FromWorker): void {
  port.postMessage(message);
}

port.on('message', (request: ChapterRequest) => {
  try {
    say({ kind: 'answer', drawn: answerRequest(faces, request) });
  } catch (error) {
    say({ kind: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
});
say({ kind: 'ready' });
