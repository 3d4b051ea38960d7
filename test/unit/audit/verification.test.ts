import { describe, expect, it } from 'vitest';
import { chained, verifyChain, withoutWords, type CarriedEntry, type LogEntry } from '../../../shared/audit/chain.ts';
import { readLogFile, writeLogFile } from '../../../shared/audit/log-file.ts';
import { brokenWords, entryOfHash, headStanding, shortHash, verificationOf, wholeWords } from '../../../shared/audit/verification.ts';

const log: LogEntry[] = [];
for (let n = 1; n <= 3; n += 1) log.push(chained(log.at(-1) ?? null, { id: `l${n}`, at: `2026-03-0${n}T14:05:00Z`, what: `Entry ${n}`, salt: 'a'.repeat(32), changes: [] }));
const [one, two, three] = log as [LogEntry, LogEntry, LogEntry];

describe('what a verification found', () => {
  it('names the head of a whole log', () => {
    const found = verificationOf(log, verifyChain(log));
    expect(found).toEqual({ entries: 3, wordless: 0, broken: null, head: { seq: 3, at: three.at, hash: three.hash } });
    expect(wholeWords(found)).toBe('3 entries, each as it was written and linked to the one before it');
    expect(wholeWords(verificationOf([], verifyChain([])))).toBe('The log is empty');
  });

  it('names the first broken entry by its number and time, and no head', () => {
    const cut: readonly CarriedEntry[] = [one, three];
    expect(verificationOf(cut, verifyChain(cut))).toMatchObject({ broken: { code: 'not-linked', seq: 3, at: three.at }, head: null });
    const foreign = [{ note: 'of another program' }];
    expect(verificationOf(foreign, verifyChain(foreign))).toMatchObject({ broken: { code: 'altered', seq: 1, at: null } });
  });

  it('counts entries whose words are gone', () => {
    const end = chained(three, { id: 'end', at: three.at, kind: 'disposal', what: 'Disposed', salt: 'b'.repeat(32), changes: [{ list: 'log', id: 'l1', before: null, after: null }] });
    const cut = [withoutWords(one), two, three, end];
    expect(wholeWords(verificationOf(cut, verifyChain(cut)))).toContain('the words of 1 entry were taken away by a disposal');
  });

  it('has words for every break', () => {
    for (const code of ['altered', 'not-linked', 'out-of-sequence', 'words-missing'] as const) expect(brokenWords(code)).toMatch(/^its? /);
  });
});

describe('a head that was noted elsewhere', () => {
  it('is reached, later than the log ends, or another entry', () => {
    expect(headStanding(log, { seq: 2, hash: two.hash })).toBe('reached');
    expect(headStanding(log, { seq: 3, hash: three.hash })).toBe('reached');
    expect(headStanding(log, { seq: 0, hash: '0'.repeat(64) })).toBe('reached');
    expect(headStanding(log, { seq: 4, hash: three.hash })).toBe('ends-before');
    expect(headStanding([], { seq: 1, hash: one.hash })).toBe('ends-before');
    expect(headStanding(log, { seq: 3, hash: two.hash })).toBe('another');
  });

  it('is found as it is printed, with at least eight digits', () => {
    expect(entryOfHash(log, shortHash(two.hash))).toBe(two);
    expect(entryOfHash(log, two.hash.slice(0, 8))).toBe(two);
    expect(entryOfHash(log, two.hash.slice(0, 7))).toBeNull();
    expect(entryOfHash(log, 'zzzzzzzz')).toBeNull();
  });
});

describe('a log by itself', () => {
  const file = { agency: 'Gulf Bridge', exportedAt: '2026-03-19T12:00:00Z', entries: log };

  it('comes back as it was written, and still verifies', () => {
    const read = readLogFile(JSON.parse(writeLogFile(file)));
    expect(read).toMatchObject({ ok: true, value: file });
    expect(read.ok && verifyChain(read.value.entries).ok).toBe(true);
  });

  it('is refused where it is newer, or something else', () => {
    expect(readLogFile({ format: 'muster-log', version: 2 })).toEqual({ ok: false, error: 'was written by a newer Muster, update this one' });
    expect(readLogFile({ format: 'muster-log', version: 1, agency: 'A', exportedAt: 'x', entries: 'none' }).ok).toBe(false);
    expect(readLogFile(null).ok).toBe(false);
  });
});
