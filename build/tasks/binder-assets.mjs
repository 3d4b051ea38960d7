import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './run.mjs';

/**
 * What a bundle needs to print binders: the fonts and PDFium beside it, and the PDF library's tables of the standard fonts, which it
 * opens when it starts and would look up in its package at run time.
 *
 * @param {string} [root] the project; given where this file itself is bundled and cannot tell
 * @returns {import('vite').Plugin}
 */
export function binderAssets(root = ROOT) {
  return {
    name: 'muster-binder-assets',
    apply: 'build',
    transform(code, id) {
      if (!/[\\/]pdfkit[\\/]js[\\/]pdfkit\.node\.mjs$/.test(id.split('?')[0] ?? id)) return null;
      const lookup = 'const require$1 = createRequire(import.meta.url);';
      if (!code.includes(lookup)) this.error('pdfkit finds its standard fonts in another way now; look at build/tasks/binder-assets.mjs');
      const names = [...new Set([...code.matchAll(/#standard-fonts\/(\w+)/g)].map((found) => found[1] ?? ''))];
      const imports = names.map((name) => `import ${name}Table from './standard-fonts/${name}.mjs';`);
      const table = `const require$1 = (name) => ({ ${names.map((name) => `${name}: ${name}Table`).join(', ')} })[name.split('/')[1]];`;
      return { code: code.replace(lookup, () => [...imports, table].join('\n')), map: null };
    },
    async generateBundle() {
      /** @type {Record<string, string>} */
      const fonts = JSON.parse(await readFile(path.join(root, 'electron/binder/fonts.json'), 'utf8'));
      for (const file of Object.values(fonts)) {
        this.emitFile({ type: 'asset', fileName: `fonts/${path.basename(file)}`, source: await readFile(path.join(root, 'node_modules', file)) });
      }
      this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source: await readFile(path.join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm')) });
    },
  };
}
