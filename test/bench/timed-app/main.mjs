/* global document, performance, requestAnimationFrame -- the function that runs in the page */
/**
 * Starts either an empty window or the built app, and prints when what was asked for had been painted. Both are watched in
 * the same way by the same code: frame by frame, from the moment the page begins.
 *
 * MUSTER_BENCH_MAIN: the app's own main script; without it, an empty window. MUSTER_BENCH_HASH: the screen to open on.
 * MUSTER_BENCH_MARKS: JSON, name to selector.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow } from 'electron';

const { MUSTER_BENCH_MAIN: main, MUSTER_BENCH_HASH: hash, MUSTER_BENCH_MARKS: marks = '{}', MUSTER_PROFILE: profile } = process.env;

const script = Date.now();

/**
 * Runs in the page. A thing is painted when a frame has begun after the one in which it was there with a size.
 * @param {Record<string, string>} wanted
 */
function watch(wanted) {
  return new Promise((resolve) => {
    /** @type {Record<string, number>} */
    const painted = {};
    /** @type {Set<string>} */
    let seen = new Set();
    const frame = () => {
      const now = performance.timeOrigin + performance.now();
      for (const name of seen) painted[name] ??= now;
      seen = new Set(Object.keys(wanted).filter((name) => painted[name] === undefined && (document.querySelector(String(wanted[name]))?.getClientRects().length ?? 0) > 0));
      if (Object.keys(painted).length < Object.keys(wanted).length) requestAnimationFrame(frame);
      else resolve(painted);
    };
    requestAnimationFrame(frame);
  });
}

app.on('browser-window-created', (_event, window) => {
  let ready = 0;
  let begun = 0;
  window.once('ready-to-show', () => (ready = Date.now()));
  if (hash) {
    const load = window.loadURL.bind(window);
    window.loadURL = (url, options) => load(`${url}${hash}`, options);
  }
  window.webContents.once('did-navigate', () => {
    begun = Date.now();
    void window.webContents.mainFrame.executeJavaScript(`(${watch.toString()})(${marks})`).then((painted) => {
      process.stdout.write(`\nMUSTER-BENCH ${JSON.stringify({ ...painted, script, begun, ready })}\n`);
      app.quit();
    });
  });
});

if (main) {
  await import(pathToFileURL(main).href);
} else {
  if (profile) app.setPath('userData', profile);
  void app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 1440, height: 900, show: false });
    window.once('ready-to-show', () => window.show());
    void window.loadFile(path.join(import.meta.dirname, 'blank.html'));
  });
}
