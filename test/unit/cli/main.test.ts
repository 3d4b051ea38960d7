import { describe, expect, it } from 'vitest';
import { muster, refused } from './run.ts';

describe('muster', () => {
  it('tells its commands and options on request', async () => {
    const help = await muster('.', ['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    for (const name of ['demo', 'import', 'evaluate', 'binder', 'screen', 'verify', 'calendar']) expect(help.out).toContain(`  ${name}`);
    expect((await muster('.', ['evaluate', '--help'])).out).toMatch(/^muster evaluate --agency FILE \[--as-of DATE\]/);
    expect((await muster('.', ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('refuses no command, and one it does not know', async () => {
    expect(await muster('.', [])).toEqual(refused('name a command: demo, import, evaluate, screen, binder, certificate, calendar, verify; --help tells more'));
    expect(await muster('.', ['evalute'])).toEqual(refused('unknown command "evalute", did you mean evaluate?'));
    expect(await muster('.', ['frob\nnicate'])).toEqual(refused('unknown command "frob\\u000anicate", use --help to see them all'));
    expect(await muster('.', ['__proto__'])).toEqual(refused('unknown command "__proto__", use --help to see them all'));
  });
});
