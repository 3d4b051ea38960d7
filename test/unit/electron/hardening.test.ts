import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageReturn } from '../../../electron/page-return.ts';
import { refuseSwitches, refusedSwitches } from '../../../electron/switches.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** A command line that holds these switches. */
function commandLine(...given: readonly string[]) {
  const held = new Set(given);
  return { held, hasSwitch: (name: string) => held.has(name), removeSwitch: (name: string) => void held.delete(name) };
}

describe('refuseSwitches', () => {
  it('takes the refused ones from an installed program and leaves the others', () => {
    const line = commandLine('remote-debugging-port', 'lang', 'disable-web-security');
    expect(refuseSwitches(line, true)).toEqual(['remote-debugging-port', 'disable-web-security']);
    expect([...line.held]).toEqual(['lang']);
    for (const name of refusedSwitches) expect(refuseSwitches(commandLine(name), true)).toEqual([name]);
  });

  it('leaves a checkout alone', () => {
    const line = commandLine('remote-debugging-port');
    expect(refuseSwitches(line, false)).toEqual([]);
    expect([...line.held]).toEqual(['remote-debugging-port']);
  });
});

describe('a page that is gone', () => {
  it('is opened again, says so once, and not for ever', () => {
    const page = pageReturn();
    expect(page.take()).toBe(false);
    expect(page.gone(0)).toBe('open-again');
    expect(page.take()).toBe(true);
    expect(page.take()).toBe(false);
    expect([page.gone(1_000), page.gone(2_000), page.gone(3_000)]).toEqual(['open-again', 'open-again', 'give-up']);
  });

  it('counts within a minute: the first of four is forgotten at its end and not before', () => {
    const at = (fourth: number) => {
      const page = pageReturn();
      return [0, 20_000, 40_000, fourth].map((time) => page.gone(time)).at(-1);
    };
    expect(at(59_999)).toBe('give-up');
    expect(at(60_000)).toBe('open-again');
  });

  it('never gives up on pages that live for more than twenty seconds each', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 20_000, max: 90_000 }), { maxLength: 30 }), (lives) => {
      const page = pageReturn();
      let now = 0;
      for (const life of lives) expect(page.gone((now += life))).toBe('open-again');
    }));
  });
});

describe('the main process', () => {
  const sources = readdirSync(path.join(root, 'electron'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(root, 'electron', file), 'utf8') }));
  const filesWith = (pattern: RegExp): readonly string[] => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file.replaceAll('\\', '/')).sort();

  it('collects no crash reports: a dump holds what was in memory', () => {
    expect(filesWith(/crashReporter/)).toEqual([]);
  });

  it('hands things to the system in two places only, which check what they hand over', () => {
    expect(filesWith(/shell\.openPath/)).toEqual(['handlers/places.ts']);
    expect(filesWith(/shell\.openExternal/)).toEqual(['handlers/reminders.ts']);
  });

  it('makes pages in one place, and starts no program', () => {
    expect(filesWith(/new (?:BrowserWindow|WebContentsView|BrowserView)\b/)).toEqual(['window.ts']);
    expect(filesWith(/child_process/)).toEqual([]);
  });

  it('runs no text as code', () => {
    expect(filesWith(/\beval\(|new Function\(|executeJavaScript|\bvm\b.*from 'node:vm'/)).toEqual([]);
  });
});
