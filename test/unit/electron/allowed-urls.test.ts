import { describe, expect, it } from 'vitest';
import { isAllowedRequest, isAppUrl, isMailDraft } from '../../../electron/allowed-urls.ts';

const ours = ['app://muster/', 'app://muster', 'app://muster/index.html', 'app://muster/assets/a.js?x=1#y', 'APP://muster/x', 'app://muster/../x'];

const strangers = [
  '',
  'muster',
  '//muster/',
  'app:',
  'app:muster',
  'app:/muster/index.html',
  'app://',
  'app:///muster/',
  'app://MUSTER/', // another origin to Chromium: names of this scheme keep their case
  'app://muster.evil/',
  'app://muster.evil.com/index.html',
  'app://evil/app://muster/',
  'app://evil/?app://muster/',
  'app://evil#app://muster/',
  'app://muster@evil/',
  'app://muster:x@evil/',
  'app://user@muster/',
  'app://user:word@muster/',
  'app://:word@muster/',
  'app://muster:80/',
  'app://muster:443/index.html',
  'app://mustеr/', // a Cyrillic е
  'app://muster%2eevil/',
  'app://muster./',
  'app://.muster/',
  'app://xmuster/',
  'app://muster\\@evil/',
  'apps://muster/',
  'xapp://muster/',
  'http://muster/',
  'https://muster/',
  'https://example.com/app://muster/',
  'file:///muster',
  'file://muster/',
  'javascript:location="app://muster/"',
  'javascript://muster/%0aalert(1)',
  'data:text/html,app://muster/',
  'about:blank',
  'blob:app://muster/0',
  'view-source:app://muster/',
  'chrome://muster/',
  'filesystem:app://muster/temporary/x',
];

describe('isAppUrl', () => {
  it.each(ours)('takes %s', (address) => {
    expect(isAppUrl(address)).toBe(true);
  });
  it.each(strangers)('refuses %s', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});

describe('isAllowedRequest in a built app', () => {
  it.each([...ours, 'data:image/png;base64,AA==', 'blob:app://muster/5f1c'])('lets %s through', (address) => {
    expect(isAllowedRequest(address, null)).toBe(true);
  });
  it.each([
    ...strangers.filter((address) => !address.startsWith('data:') && !address.startsWith('blob:')),
    'blob:https://evil/5f1c',
    'blob:null/5f1c',
    'http://127.0.0.1:5273/',
    'ws://127.0.0.1:5273/',
    'devtools://devtools/bundled/x.js',
    'https://redirector.gvt1.com/edgedl/chrome/dict/en-us-10-1.bdic',
  ])('stops %s', (address) => {
    expect(isAllowedRequest(address, null)).toBe(false);
  });
});

describe('isAllowedRequest while developing', () => {
  const server = 'http://127.0.0.1:5273';
  it.each(['http://127.0.0.1:5273/main.tsx', 'ws://127.0.0.1:5273/?token=x', 'app://muster/', 'devtools://devtools/x'])('lets %s through', (address) => {
    expect(isAllowedRequest(address, server)).toBe(true);
  });
  it.each([
    'http://127.0.0.1:5274/',
    'http://127.0.0.1/',
    'https://127.0.0.1:5273/',
    'wss://127.0.0.1:5273/',
    'http://localhost:5273/',
    'http://127.0.0.1:5273@evil/',
    'http://evil@127.0.0.1:5273/',
    'http://evil/?http://127.0.0.1:5273/',
    'http://127.0.0.1.evil:5273/',
  ])('stops %s', (address) => {
    expect(isAllowedRequest(address, server)).toBe(false);
  });
});

describe('drafts of messages', () => {
  const room = 1_900 - 'mailto:?subject='.length;
  it.each([
    'mailto:?subject=s&body=',
    "mailto:o'neil%40example.org?subject=A%20%26%20B%3F&body=one%0D%0Atwo",
    'mailto:ana@example.org',
    'mailto:ana@example.org?body=x',
    `mailto:?subject=${'x'.repeat(room)}`,
  ])('takes %s', (address) => {
    expect(isMailDraft(address)).toBe(true);
  });

  it.each([
    '', 'mailto', 'MAILTO:ana@example.org', 'https://example.org', 'file:///etc/passwd', ' mailto:ana@example.org', 'mailto:ana@example.org ',
    'mailto:ana@example.org,bob@example.org', 'mailto:ana@example.org%2Cbob@example.org', 'mailto:Ana%20%3Cana@example.org%3E', 'mailto:nobody',
    'mailto:ana@example.org?bcc=x@example.org', 'mailto:ana@example.org?attach=/etc/passwd', 'mailto:?to=ana@example.org', 'mailto:?cc=a@example.org&subject=s',
    'mailto:?subject=a&subject=b', 'mailto:?Subject=a', 'mailto:?subject=a=b', 'mailto:?subject', 'mailto:?subject=a#b', 'mailto:?subject=%', 'mailto:?body=%00',
    'mailto:?subject=a\r\nBcc:x', 'mailto:?subject=a b', 'mailto:?subject=\u00e9', `mailto:?subject=${'x'.repeat(room + 1)}`,
  ])('refuses %j', (address) => {
    expect(isMailDraft(address)).toBe(false);
  });
});
