import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import createModule from '@neslinesli93/qpdf-wasm';

const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm');
// What the package can and its types leave out.
type Qpdf = { readonly callMain: (args: readonly string[]) => number; readonly FS: { readonly writeFile: (path: string, bytes: Uint8Array) => void } };
const create = createModule as unknown as (options: Readonly<Record<string, unknown>>) => Promise<Qpdf>;

/** What `qpdf --check` says of a PDF, every stream unpacked: 0 for nothing at all, 3 for warnings, 2 where the file is not valid. */
export async function qpdfCheck(bytes: Uint8Array, password?: string): Promise<number> {
  const qpdf = await create({ locateFile: () => wasm, noInitialRun: true, wasmBinary: await readFile(wasm) });
  qpdf.FS.writeFile('/in.pdf', bytes);
  try {
    return qpdf.callMain([...(password === undefined ? [] : [`--password=${password}`]), '--check', '/in.pdf']);
  } catch (error) {
    return typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 2;
  }
}
