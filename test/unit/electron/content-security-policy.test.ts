import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/content-security-policy.ts';

const directives = (policy: string): Record<string, string> =>
  Object.fromEntries(policy.split('; ').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));

describe('the policy of a built app', () => {
  const policy = contentSecurityPolicy('abc', null);

  it('starts from nothing and names every allowance', () => {
    expect(directives(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'nonce-abc'",
      'img-src': "'self' data: blob:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
    });
  });
});

describe('the policy while developing', () => {
  it('adds the refresh socket and the refresh script, nothing else', () => {
    const policy = directives(contentSecurityPolicy('abc', 'http://127.0.0.1:5273'));
    expect(policy['connect-src']).toBe("'self' ws://127.0.0.1:5273");
    expect(policy['script-src']).toBe("'self' 'nonce-abc'");
    expect(policy['default-src']).toBe("'none'");
  });
});
