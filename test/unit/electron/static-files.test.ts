import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFor, mediaType } from '../../../electron/static-files.ts';

const root = path.resolve('/srv/muster/out/renderer');

describe('fileFor', () => {
  it('finds files inside the folder', () => {
    expect(fileFor(root, 'app://muster/')).toBe(path.join(root, 'index.html'));
    expect(fileFor(root, 'app://muster/assets/index-A1.js?v=2#x')).toBe(path.join(root, 'assets', 'index-A1.js'));
    expect(fileFor(root, 'app://muster/assets/a%20b.svg')).toBe(path.join(root, 'assets', 'a b.svg'));
    // The URL standard folds dots before anybody sees them: still inside.
    expect(fileFor(root, 'app://muster/../../etc/passwd')).toBe(path.join(root, 'etc', 'passwd'));
  });

  it.each([
    'app://muster/..%2f..%2fetc/passwd',
    'app://muster/..%2F..%2Fetc/passwd',
    'app://muster/..%5c..%5cetc',
    'app://muster/%5cwindows',
    'app://muster/%00',
    'app://muster/index.html%00.png',
    'app://muster/C:/windows/win.ini',
    'app://muster/c%3a/windows',
    'app://muster/%E0%A4%A',
    'not an address',
  ])('refuses %s', (address) => {
    expect(fileFor(root, address)).toBeNull();
  });

  it('never leaves the folder, whatever is asked', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2E.', '..%2f', '%5c', '/', '//', 'a', 'renderer-evil', '\\', '%00', ':'), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileFor(root, `app://muster/${pieces.join('/')}`);
        expect(file === null || file.startsWith(root + path.sep)).toBe(true);
      }),
    );
  });
});

describe('mediaType', () => {
  it('knows what the app ships and calls the rest bytes', () => {
    expect(mediaType('/x/index.HTML')).toBe('text/html; charset=utf-8');
    expect(mediaType('/x/a.woff2')).toBe('font/woff2');
    expect(mediaType('/x/passwd')).toBe('application/octet-stream');
  });
});
