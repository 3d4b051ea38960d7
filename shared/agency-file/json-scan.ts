import { fail, ok, type Result } from '../result.ts';
import { pathWords, type PathStep } from './path.ts';

/** Why a text is not the JSON a record may be kept in. Lines and columns count from 1, columns in UTF-16 units. */
export type JsonFault =
  | { readonly code: 'syntax'; readonly line: number; readonly column: number; readonly found: string }
  | { readonly code: 'duplicate-key'; readonly path: string; readonly line: number }
  | { readonly code: 'forbidden-key'; readonly path: string; readonly line: number }
  | { readonly code: 'inexact-number'; readonly path: string; readonly line: number }
  | { readonly code: 'too-deep'; readonly line: number; readonly limit: number };

/** Levels of nesting a record may have; the format itself needs eight. */
const depthLimit = 64;

type Frame = { readonly keys: Set<string> | null; step: PathStep };

const numberPattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const stringEscape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Reads JSON text strictly. Beyond the grammar it refuses what `JSON.parse` would lose without a word: a key given twice, a
 * `__proto__` key, a number that cannot be kept exactly, and nesting deep enough to exhaust the stack of whoever reads on.
 * Iterative, so that no input can exhaust its own.
 */
export function parseJson(text: string): Result<unknown, JsonFault> {
  const fault = new Scanner(text).scan();
  return fault === null ? ok(JSON.parse(text)) : fail(fault);
}

class Scanner {
  private at = 0;
  private readonly frames: Frame[] = [];

  constructor(private readonly text: string) {}

  /** Null when the whole text is one acceptable JSON value. */
  scan(): JsonFault | null {
    for (let fault = this.value(); ; fault = this.value()) {
      if (fault !== null) return fault;
      const next = this.afterValue();
      if (next === 'end') return null;
      if (next !== 'value') return next;
    }
  }

  /** Consumes a scalar, or opens containers until a scalar or an empty container has been consumed. */
  private value(): JsonFault | null {
    for (;;) {
      this.skipSpace();
      const code = this.text.charCodeAt(this.at);
      if (code === 0x7b || code === 0x5b) {
        if (this.frames.length >= depthLimit) return { code: 'too-deep', line: this.line(), limit: depthLimit };
        this.at += 1;
        this.frames.push(code === 0x7b ? { keys: new Set(), step: '' } : { keys: null, step: 0 });
        this.skipSpace();
        if (this.text.charCodeAt(this.at) === (code === 0x7b ? 0x7d : 0x5d)) {
          this.at += 1;
          this.frames.pop();
          return null;
        }
        if (code === 0x7b) {
          const fault = this.key();
          if (fault !== null) return fault;
        }
        continue;
      }
      if (code === 0x22) return this.string() ? null : this.syntax();
      if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.number();
      return this.literal('true') || this.literal('false') || this.literal('null') ? null : this.syntax();
    }
  }

  /** After a value: closes what ends here and says whether another value follows. */
  private afterValue(): 'value' | 'end' | JsonFault {
    for (;;) {
      this.skipSpace();
      const frame = this.frames.at(-1);
      if (frame === undefined) return this.at === this.text.length ? 'end' : this.syntax();
      const code = this.text.charCodeAt(this.at);
      if (code === 0x2c) {
        this.at += 1;
        if (frame.keys === null) frame.step = Number(frame.step) + 1;
        else {
          this.skipSpace();
          const fault = this.key();
          if (fault !== null) return fault;
        }
        return 'value';
      }
      if (code !== (frame.keys === null ? 0x5d : 0x7d)) return this.syntax();
      this.at += 1;
      this.frames.pop();
    }
  }

  private key(): JsonFault | null {
    const start = this.at;
    const frame = this.frames.at(-1);
    if (this.text.charCodeAt(this.at) !== 0x22 || !this.string() || frame?.keys == null) return this.syntax();
    const raw = this.text.slice(start, this.at);
    const key: string = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
    frame.step = key;
    if (key === '__proto__') return { code: 'forbidden-key', path: this.path(), line: this.line() };
    if (frame.keys.has(key)) return { code: 'duplicate-key', path: this.path(), line: this.line() };
    frame.keys.add(key);
    this.skipSpace();
    if (this.text.charCodeAt(this.at) !== 0x3a) return this.syntax();
    this.at += 1;
    return null;
  }

  private string(): boolean {
    for (let at = this.at + 1; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return true;
      }
      if (code < 0x20) {
        this.at = at;
        return false;
      }
      if (code === 0x5c) {
        stringEscape.lastIndex = at;
        if (!stringEscape.test(this.text)) {
          this.at = at;
          return false;
        }
        at = stringEscape.lastIndex - 1;
      }
    }
    this.at = this.text.length;
    return false;
  }

  private number(): JsonFault | null {
    numberPattern.lastIndex = this.at;
    const match = numberPattern.exec(this.text);
    if (match === null) return this.syntax();
    const value = Number(match[0]);
    const whole = match[1] === undefined && match[2] === undefined;
    if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value))) {
      return { code: 'inexact-number', path: this.path(), line: this.line() };
    }
    this.at += match[0].length;
    return null;
  }

  private literal(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private path(): string {
    return pathWords(this.frames.map((frame) => frame.step));
  }

  private line(): number {
    let line = 1;
    for (let at = this.text.indexOf('\n'); at !== -1 && at < this.at; at = this.text.indexOf('\n', at + 1)) line += 1;
    return line;
  }

  private syntax(): JsonFault {
    const column = this.at - this.text.lastIndexOf('\n', this.at - 1);
    const found = this.at >= this.text.length ? '' : this.text.slice(this.at, this.at + 12);
    return { code: 'syntax', line: this.line(), column, found };
  }
}
