/** A thread that makes up and draws stretches of a binder, one at a time, in the order asked. */
import { parentPort } from 'node:worker_threads';
import { required } from '../../shared/assert.ts';
import { answerRequest } from './chapter-renderer.ts';
import type { ChapterRequest, FromWorker } from './chapter-messages.ts';
import { installedFaces } from './font-files.ts';

const port = required(parentPort, 'chapter-worker runs as a worker thread');
const faces = installedFaces();

function say(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

port.on('message', (request: ChapterRequest) => {
  answerRequest(faces, request).then(
    (answer) => { say({ kind: 'answer', answer }, answer.kind === 'drawn' ? [answer.drawn.pdf.buffer] : []); },
    (error: unknown) => { say({ kind: 'fault', message: error instanceof Error ? error.message : String(error) }); },
  );
});
say({ kind: 'ready' });
