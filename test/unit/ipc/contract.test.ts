import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, events, ipcLimits, type Channel } from '../../../shared/ipc/contract.ts';
import { ipcFailureSchema } from '../../../shared/ipc/failure.ts';

const channels = Object.keys(contract) as Channel[];
const takes = (name: Channel, args: unknown) => contract[name].args.safeParse(args).success;
const job = { kind: 'binders', agency: {}, personIds: ['p1'], asOf: '2026-03-19', generatedAt: '2026-03-19T10:00:00Z', layout: 'one-file', synthetic: true };

describe('every channel', () => {
  it.each(channels)('%s has a kebab-case name and refuses what is not its object', (name) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const stranger of [null, 'text', 7, [], { unknown: 1 }, undefined]) expect(takes(name, stranger)).toBe(false);
  });

  it('throws at nothing, whatever is sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...channels), fc.anything({ withTypedArray: true, withNullPrototype: true }), (name, args) => {
        expect(typeof takes(name, args)).toBe('boolean');
      }),
    );
  });
});

describe('file names', () => {
  it.each(['Binder Nguyễn.pdf', 'people 2026-03.csv', "O'Neil & Łoś.pdf"])('takes %s', (suggestedName) => {
    expect(takes('save-page-pdf', { suggestedName })).toBe(true);
  });
  it.each(['', '../x.pdf', 'a/b.pdf', 'a\\b.pdf', 'C:x.pdf', 'a\u0000b', 'line\nbreak', 'x'.repeat(151), 'con|pipe', '"q"'])('refuses %j', (suggestedName) => {
    expect(takes('save-page-pdf', { suggestedName })).toBe(false);
  });
});

const place = { agencyId: 'a1', vault: 'personnel' };

describe('bytes', () => {
  it('are a Uint8Array within the limit', () => {
    expect(takes('store-document', { ...place, bytes: new Uint8Array(3) })).toBe(true);
    expect(takes('store-document', { ...place, bytes: [1, 2] })).toBe(false);
    expect(takes('store-document', { ...place, bytes: new ArrayBuffer(2) })).toBe(false);
    const claimed = Object.create(Uint8Array.prototype, { byteLength: { value: ipcLimits.document + 1 } }) as unknown;
    expect(takes('store-document', { ...place, bytes: claimed })).toBe(false);
  });
});

describe('digests', () => {
  it('are 64 lower-case hexadecimal digits', () => {
    expect(takes('read-document', { ...place, sha256: 'a'.repeat(64) })).toBe(true);
    for (const sha256 of ['A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`, '../' + 'a'.repeat(61)]) expect(takes('read-document', { ...place, sha256 })).toBe(false);
  });
});

describe('binder jobs', () => {
  it('name people, a day of the calendar and an instant', () => {
    expect(takes('binder-start', { job, folder: 'usual' })).toBe(true);
    expect(takes('binder-start', { job: { ...job, personIds: [] }, folder: 'usual' })).toBe(false);
    expect(takes('binder-start', { job: { ...job, asOf: '2026-02-30' }, folder: 'usual' })).toBe(false);
    expect(takes('binder-start', { job: { ...job, generatedAt: '2026-03-19' }, folder: 'usual' })).toBe(false);
    expect(takes('binder-start', { job, folder: '/etc' })).toBe(false);
    expect(takes('binder-start', { job: { ...job, outFolder: '/etc' }, folder: 'usual' })).toBe(false);
    expect(takes('binder-start', { job: { ...job, kind: 'leaflets' }, folder: 'usual' })).toBe(false);
  });

  it('or certificates of a month of the calendar, for everybody or for the people named', () => {
    const certificates = { kind: 'certificates', agency: {}, month: '2026-03', asOf: '2026-04-02', generatedAt: '2026-04-02T14:05:00Z' };
    expect(takes('binder-start', { job: certificates, folder: 'usual' })).toBe(true);
    expect(takes('binder-start', { job: { ...certificates, personIds: ['p1'] }, folder: 'usual' })).toBe(true);
    expect(takes('binder-start', { job: { ...certificates, personIds: [] }, folder: 'usual' })).toBe(false);
    expect(takes('binder-start', { job: { ...certificates, month: '2026-13' }, folder: 'usual' })).toBe(false);
    expect(takes('binder-start', { job: { ...certificates, layout: 'one-file' }, folder: 'usual' })).toBe(false);
  });

  it('end with files or a code', () => {
    const file = { name: 'a.pdf', pages: 2, bytes: 10, sha256: '0'.repeat(64) };
    expect(events['binder-finished'].safeParse({ jobId: 'j', result: { ok: true, value: { files: [file] } } }).success).toBe(true);
    expect(events['binder-finished'].safeParse({ jobId: 'j', result: { ok: false, error: { code: 'cancelled' } } }).success).toBe(true);
    expect(events['binder-finished'].safeParse({ jobId: 'j', result: { ok: true } }).success).toBe(false);
  });
});

describe('reminders', () => {
  const run = { overdue: 1, soon: 0, told: 1, notice: { text: '1 deadline: overdue', named: '' } };
  it('are numbers, and at most one notification that says something', () => {
    expect(takes('remind', run)).toBe(true);
    expect(takes('remind', { ...run, notice: null })).toBe(true);
    for (const odd of [{ ...run, overdue: -1 }, { ...run, soon: 0.5 }, { ...run, notice: { text: '', named: '' } }, { ...run, notice: { text: 'x'.repeat(301), named: '' } }, { ...run, notice: [] }]) {
      expect(takes('remind', odd)).toBe(false);
    }
  });

  it('are switched all at once, and a draft is an address of bounded length', () => {
    const switches = { notifications: true, names: false, tray: false, keepRunning: false, login: false };
    expect(takes('set-reminders', switches)).toBe(true);
    expect(takes('set-reminders', { ...switches, tray: 'yes' })).toBe(false);
    expect(takes('set-reminders', { notifications: true })).toBe(false);
    expect(takes('open-mail', { url: 'x'.repeat(1_900) })).toBe(true);
    expect(takes('open-mail', { url: 'x'.repeat(1_901) })).toBe(false);
  });
});

describe('downloads', () => {
  it('name a list and never an address', () => {
    expect(takes('download-list', { list: 'oig-leie' })).toBe(true);
    expect(takes('download-list', { list: 'sam' })).toBe(false);
    expect(takes('download-list', { list: 'oig-leie', address: 'https://example.com' })).toBe(false);
    expect(takes('download-list', { list: 'https://example.com/UPDATED.csv' })).toBe(false);
    expect(takes('allow-downloads', { allowed: true })).toBe(true);
    expect(takes('allow-downloads', { allowed: 'yes' })).toBe(false);
  });

  it('leave a line with every figure, or are none', () => {
    const line = { at: '2026-05-20T12:00:00Z', address: 'https://example.org/', why: { list: 'oig-leie', attempt: 1, attempts: 3 }, outcome: 'taken', status: 200, bytes: 3, milliseconds: 5 };
    const read = (more: object) => contract.connections.result.safeParse({ connections: [{ ...line, ...more }], unread: 0 }).success;
    expect(read({})).toBe(true);
    expect(read({ sha256: '0'.repeat(64), code: 'length' })).toBe(true);
    for (const bad of [{ outcome: 'fine' }, { bytes: -1 }, { at: '2026-05-20' }, { sha256: '0' }, { who: 'me' }]) expect(read(bad)).toBe(false);
  });
});

describe('failures', () => {
  it('are of a closed list', () => {
    expect(ipcFailureSchema.safeParse({ code: 'cannot-read', detail: 'EACCES' }).success).toBe(true);
    expect(ipcFailureSchema.safeParse({ code: 'oops' }).success).toBe(false);
  });
});
