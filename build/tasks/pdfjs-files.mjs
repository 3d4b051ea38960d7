import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** Where the page finds them: `app://muster/pdfjs/`. */
const PLACE = 'pdfjs';

/** The fonts every reader has to know, the tables of East Asian encodings, and the reader of JPEG 2000 that is plain JavaScript: the page's policy allows no WebAssembly. */
const WANTED = [
  { folder: 'standard_fonts', takes: () => true },
  { folder: 'cmaps', takes: () => true },
  { folder: 'wasm', takes: (/** @type {string} */ name) => name === 'openjpeg_nowasm_fallback.js' || /^LICENSE_.*OPENJPEG$/.test(name) },
];

/**
 * The files pdf.js asks for while it draws a page, beside the page itself.
 * @param {string} [root] the project; given where this file itself is bundled and cannot tell
 * @returns {import('vite').Plugin}
 */
export function pdfjsFiles(root = ROOT) {
  const base = path.join(root, 'node_modules', 'pdfjs-dist');
  /** @param {string} relative @returns {boolean} */
  const isWanted = (relative) => WANTED.some(({ folder, takes }) => path.dirname(relative) === folder && takes(path.basename(relative)));
  return {
    name: 'muster-pdfjs-files',
    async generateBundle() {
      for (const { folder, takes } of WANTED) {
        const names = (await readdir(path.join(base, folder))).filter(takes);
        if (names.length === 0) this.error(`pdfjs-dist has no ${folder} any more; look at build/tasks/pdfjs-files.mjs`);
        for (const name of names.sort()) this.emitFile({ type: 'asset', fileName: `${PLACE}/${folder}/${name}`, source: await readFile(path.join(base, folder, name)) });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${PLACE}`, (request, response, next) => {
        const relative = (request.url ?? '').replace(/[?#].*$/, '').replace(/^\//, '');
        if (!isWanted(relative)) return next();
        readFile(path.join(base, relative)).then((bytes) => {
          response.setHeader('Content-Type', relative.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
          response.end(bytes);
        }, next);
      });
    },
  };
}
