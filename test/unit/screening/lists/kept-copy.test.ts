import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../shared/screening/lists/crc32.ts';
import { keptCopyErrorWords, packCopy, unpackCopy } from '../../../../shared/screening/lists/kept-copy.ts';
import { leieFile, utf8 } from './files.ts';

const bytes = utf8(leieFile(Array.from({ length: 200 }, (_, at) => ({ FIRSTNAME: `A${String(at)}` }))));

describe('the kept copy of a list', () => {
  it('gives the file again, byte for byte, and is always the same bytes', () => {
    const packed = packCopy(bytes);
    expect(packed.length).toBeLessThan(bytes.length / 5);
    expect(packCopy(bytes)).toEqual(packed);
    // No time in it: bytes 4 to 7.
    expect([...packed.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
    expect(unpackCopy(packed)).toEqual({ ok: true, value: bytes });
    expect(unpackCopy(packCopy(new Uint8Array()))).toEqual({ ok: true, value: new Uint8Array() });
  });

  it.each<[string, (packed: Uint8Array) => Uint8Array, string]>([
    ['that is no gzip', () => bytes, 'not-gzip'],
    ['of nothing', () => new Uint8Array(), 'not-gzip'],
    ['cut off', (packed) => packed.subarray(0, packed.length - 20), 'damaged'],
    ['with one bit altered', (packed) => packed.with(packed.length - 30, (packed[packed.length - 30] ?? 0) ^ 1), 'damaged'],
    ['with another checksum', (packed) => packed.with(packed.length - 6, (packed[packed.length - 6] ?? 0) ^ 1), 'damaged'],
    ['that says it is shorter', (packed) => packed.with(packed.length - 3, 1), 'damaged'],
    ['that says it is larger than any list', (packed) => packed.with(packed.length - 1, 0xff), 'too-large'],
  ])('refuses a copy %s', (_, change, code) => {
    const opened = unpackCopy(change(packCopy(bytes)));
    expect(opened.ok ? 'ok' : opened.error.code).toMatch(code === 'damaged' ? /damaged|too-large/ : code);
    if (!opened.ok) expect(keptCopyErrorWords(opened.error)).toMatch(/Restore the document/);
  });

  it('counts checksums as everybody does', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
