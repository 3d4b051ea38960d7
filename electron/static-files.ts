import path from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The media type to serve a file with; a type the app does not ship is served as opaque bytes. */
export function mediaType(file: string): string {
  return mediaTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file an address of the app names inside `root`, or null for anything that would leave it. Containment is decided on
 * the resolved path, not on a prefix: `/data-evil` is not inside `/data`.
 */
export function fileFor(root: string, address: string): string | null {
  let inside: string;
  try {
    inside = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  // An encoded separator, a NUL or a drive letter has no place in the name of a file we ship.
  if (/[\\\0:]/.test(inside) || /%2f|%5c/i.test(address)) return null;
  const file = path.resolve(root, `.${inside === '/' ? '/index.html' : inside}`);
  const relative = path.relative(root, file);
  if (relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return null;
  return file;
}
