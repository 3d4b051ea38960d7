import { takePages } from '../../shared/intake/take-pages.ts';

// Takes pages out of a PDF away from the screen. One question a worker, which ends with the answer.
addEventListener('message', (event: MessageEvent<{ readonly bytes: Uint8Array; readonly parts: readonly (readonly number[])[] }>) => {
  const { bytes, parts } = event.data;
  void (async () => {
    const made = [];
    for (const pages of parts) made.push(await takePages(bytes, pages));
    postMessage(made);
  })();
});
