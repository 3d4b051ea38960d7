import { readFile } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { binderAssets } from './build/tasks/binder-assets.mjs';
import { inventory } from './build/tasks/inventory.mjs';
import { pdfjsFiles } from './build/tasks/pdfjs-files.mjs';
import fontFiles from './electron/binder/fonts.json' with { type: 'json' };
import { nonceMark } from './electron/content-security-policy.ts';

const root = import.meta.dirname;
const at = (...parts: string[]): string => path.join(root, ...parts);

// Written out, not derived from the installed Electron: the app must run on the older of the two we meet.
const nodeTarget = 'node20';
const pageTarget = 'chrome130';

/** The pictures of the tray icon, beside the main process's code. */
const trayPictures: Plugin = {
  name: 'muster-tray-pictures',
  apply: 'build',
  async generateBundle() {
    for (const [fileName, size] of [['tray.png', 16], ['tray@2x.png', 32]] as const) {
      this.emitFile({ type: 'asset', fileName, source: await readFile(at('build', 'icons', 'linux', `${size}x${size}.png`)) });
    }
  },
};

export default defineConfig({
  main: {
    plugins: [binderAssets(root), trayPictures, inventory(at('out/inventory'), 'main', Object.values(fontFiles))],
    // Its build for Node declares a `require` of its own, which a chunk that gets one from the bundler does not survive; nothing here uses its threads.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      target: nodeTarget,
      outDir: at('out/main'),
      emptyOutDir: true,
      // Everything is in the bundle: the package carries no node_modules, and starts faster for it.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          'binder-process': at('electron/binder-process.ts'),
          'verify-process': at('electron/verify-process.ts'),
          'chapter-worker': at('electron/binder/chapter-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the entries: a worker is found by its name next to the file that starts it, whichever chunk that is.
          chunkFileNames: 'shared-[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    plugins: [inventory(at('out/inventory'), 'preload')],
    build: {
      target: nodeTarget,
      outDir: at('out/preload'),
      emptyOutDir: true,
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file that requires nothing but electron.
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), pdfjsFiles(root), inventory(at('out/inventory'), 'page')],
    html: { cspNonce: nonceMark },
    build: {
      target: pageTarget,
      minify: true,
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // The policy allows no font or script from a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read from the disk, not over a network.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
    worker: { format: 'es', plugins: () => [inventory(at('out/inventory'), 'workers')] },
    // The page is app://muster while developing too; only the refresh socket goes to the server itself.
    server: { host: '127.0.0.1', port: 5273, strictPort: true, hmr: { protocol: 'ws', host: '127.0.0.1', port: 5273 } },
  },
});
