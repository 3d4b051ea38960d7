import { describe, expect, it, vi } from 'vitest';
import { startIntakeClient } from '../../../renderer/workers/intake-client.ts';
import type { IntakeAnswerMessage, IntakeRequestMessage } from '../../../renderer/workers/intake-messages.ts';
import { intakeWork } from '../../../renderer/workers/intake-work.ts';
import { digestOf } from '../../../shared/agency-file/manifest.ts';
import { pdfOf } from './fixtures/pdfs.ts';
import { picture } from './fixtures/pictures.ts';

/** A worker that does nothing until the test says so. */
function puppet() {
  const started: { readonly asked: IntakeRequestMessage[]; ended: boolean; readonly say: (type: string, data?: IntakeAnswerMessage) => void }[] = [];
  const start = () => {
    const listeners = new Map<string, (event: Event) => void>();
    const asked: IntakeRequestMessage[] = [];
    const one = { asked, ended: false, say: (type: string, data?: IntakeAnswerMessage) => listeners.get(type)?.(new MessageEvent(type, { data })) };
    started.push(one);
    return {
      postMessage: (message: IntakeRequestMessage) => void asked.push(message),
      terminate: () => {
        one.ended = true;
      },
      addEventListener: (type: string, listener: EventListenerOrEventListenerObject) => {
        if (typeof listener === 'function') listeners.set(type, listener);
      },
    };
  };
  return { started, start };
}

const file = (name: string) => ({ name, blob: new Blob(['x']) });
const notExamined = { ok: false, error: { code: 'not-examined' } };
const answer: IntakeAnswerMessage = { kind: 'answer', answer: { ok: false, error: { code: 'empty' } } };

describe('the examination beside the screen', () => {
  it('asks one file after the other, and starts no worker before the first', async () => {
    const { started, start } = puppet();
    const client = startIntakeClient(start);
    expect(started).toHaveLength(0);
    const answers = [client.examine(file('a.pdf')), client.examine(file('b.pdf'), 'secret')];
    expect(started[0]?.asked.map(({ ask }) => ask)).toMatchObject([{ file: { name: 'a.pdf' } }]);
    started[0]?.say('message', answer);
    expect(started[0]?.asked[1]).toMatchObject({ kind: 'examine', ask: { file: { name: 'b.pdf' }, password: 'secret' } });
    started[0]?.say('message', answer);
    expect(await Promise.all(answers)).toEqual([{ ok: false, error: { code: 'empty' } }, { ok: false, error: { code: 'empty' } }]);
    expect(started).toHaveLength(1);
  });

  it('names the file that broke the worker, and goes on with a new one', async () => {
    const { started, start } = puppet();
    const client = startIntakeClient(start);
    const [bad, good] = [client.examine(file('bad.pdf')), client.examine(file('good.pdf'))];
    started[0]?.say('error');
    expect(await bad).toEqual(notExamined);
    expect(started.map(({ ended }) => ended)).toEqual([true, false]);
    // What the ended worker still says is heard by nobody.
    started[0]?.say('message', answer);
    started[1]?.say('message', { kind: 'answer', answer: { ok: true, value: { examined: { mediaType: 'application/pdf', kind: 'pdf', pages: 2, notes: [] }, source: { name: 'good.pdf', sha256: 'f', bytes: 1 } } } });
    expect(await good).toMatchObject({ ok: true });
  });

  it('gives up on silence, not on a long work that says how far it is', async () => {
    vi.useFakeTimers();
    try {
      const { started, start } = puppet();
      const client = startIntakeClient(start, 1_000);
      const told: string[] = [];
      const made = client.photographs([file('a.tif')], (done, total) => told.push(`${done}/${total}`));
      vi.advanceTimersByTime(999);
      started[0]?.say('message', { kind: 'progress', done: 1, total: 9 });
      vi.advanceTimersByTime(999);
      expect(started[0]?.ended).toBe(false);
      vi.advanceTimersByTime(1);
      expect(await made).toEqual({ ok: false, error: { at: 0, name: 'a.tif', problem: { code: 'not-examined' } } });
      expect(started[0]?.ended).toBe(true);
      expect(told).toEqual(['1/9']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('answers everything that was asked when it is closed', async () => {
    const { started, start } = puppet();
    const client = startIntakeClient(start);
    const answers = [client.examine(file('a.pdf')), client.unlock(file('b.pdf'), 'x')];
    client.close();
    expect(await Promise.all(answers)).toEqual([notExamined, notExamined]);
    expect(started.map(({ ended }) => ended)).toEqual([true]);
  });
});

describe('the work of the worker', () => {
  const blobOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
  const nobody = (): void => undefined;

  it('says what a file is, and keeps its digest', async () => {
    const bytes = await pdfOf(['one', 'two']);
    expect(await intakeWork({ kind: 'examine', ask: { file: { name: 'a.pdf', blob: blobOf(bytes) } } }, nobody)).toEqual({
      ok: true, value: { examined: { mediaType: 'application/pdf', kind: 'pdf', pages: 2, notes: [] }, source: { name: 'a.pdf', sha256: digestOf(bytes), bytes: bytes.length } },
    });
  });

  it('makes a PDF of pictures, and of one with a password, and says what of', async () => {
    const jpeg = picture('base.jpg');
    const made = await intakeWork({ kind: 'photographs', ask: { files: [{ name: 'a.jpg', blob: blobOf(jpeg) }, { name: 'b.jpg', blob: blobOf(picture('prog.jpg')) }] } }, nobody);
    expect(made).toMatchObject({ ok: true, value: { pages: 2, from: [{ name: 'a.jpg', sha256: digestOf(jpeg), bytes: jpeg.length }, { name: 'b.jpg' }] } });
    const locked = await pdfOf(['one'], { lock: { userPassword: 'u', ownerPassword: 'o' } });
    expect(await intakeWork({ kind: 'unlock', ask: { file: { name: 'a.pdf', blob: blobOf(locked) }, password: 'u' } }, nobody)).toMatchObject({ ok: true, value: { pages: 1, from: [{ sha256: digestOf(locked) }] } });
  });

  it('names a file that cannot be reached, and one that is too large before it is read', async () => {
    const gone = Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
    expect(await intakeWork({ kind: 'examine', ask: { file: { name: 'a.pdf', blob: gone } } }, nobody)).toEqual({ ok: false, error: { code: 'unreachable' } });
    const large = new Proxy(new Blob([]), { get: (of, key): unknown => (key === 'size' ? 256 * 2 ** 20 + 1 : Reflect.get(of, key)) });
    expect(await intakeWork({ kind: 'examine', ask: { file: { name: 'a.pdf', blob: large } } }, nobody)).toEqual({ ok: false, error: { code: 'too-large', limit: { megabytes: 256 } } });
  });
});
