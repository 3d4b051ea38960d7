import type { IntakeAnswerMessage, IntakeAnswers, IntakeRequestMessage } from './intake-messages.ts';
import { intakeWork } from './intake-work.ts';

// Files are examined and put together away from the screen. One request at a time: the client waits for the answer before it asks again.
const tell = (message: IntakeAnswerMessage, transfer: readonly Transferable[] = []): void => postMessage(message, { transfer: [...transfer] });

addEventListener('message', (event: MessageEvent<IntakeRequestMessage>) => {
  void intakeWork(event.data, (done, total) => tell({ kind: 'progress', done, total })).then((answer) => tell({ kind: 'answer', answer }, made(answer)));
});

const made = (answer: IntakeAnswers[keyof IntakeAnswers]): readonly Transferable[] => (answer.ok && 'bytes' in answer.value ? [answer.value.bytes.buffer] : []);
