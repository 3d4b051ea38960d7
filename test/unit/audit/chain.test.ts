import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained, chainSteps, isWordless, verifyChain, withoutWords, type CarriedEntry, type LogEntry, type LoggedChange } from '../../../shared/audit/chain.ts';
import { digestOf } from '../../../shared/audit/digest.ts';

const at = '2026-03-19T15:00:00Z';
const salt = (n: number): string => n.toString(16).padStart(32, '0');

function logOf(count: number): readonly LogEntry[] {
  const log: LogEntry[] = [];
  for (let n = 1; n <= count; n += 1) {
    log.push(
      chained(log.at(-1) ?? null, {
        id: `l${n}`,
        at,
        by: 'Dana Whitfield',
        what: `Entry ${n}`,
        ...(n % 2 === 0 && { reason: `Reason ${n}` }),
        salt: salt(n),
        changes: [{ list: 'evidence', id: `e${n}`, before: null, after: digestOf(n) }],
      }),
    );
  }
  return log;
}

/** Entries as they were written before words had a digest: the hash covers all of them. */
function oldLogOf(count: number): readonly CarriedEntry[] {
  const log: CarriedEntry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const body = { id: `l${seq}`, at, what: `Entry ${seq}`, changes: [], seq, previous: log.at(-1)?.['hash'] ?? null };
    log.push({ ...body, hash: digestOf(body) });
  }
  return log;
}

const taking = (ids: readonly string[]): readonly LoggedChange[] => ids.map((id) => ({ list: 'log', id, before: null, after: null }));
const disposal = (last: CarriedEntry | null, ids: readonly string[]): LogEntry =>
  chained(last, { id: 'disposal', at, kind: 'disposal', what: 'Disposed of one file', salt: salt(99), changes: taking(ids) });

describe('the log chain', () => {
  it('verifies what was written, through JSON and back, and answers its head', () => {
    const log = logOf(4);
    expect(verifyChain(JSON.parse(JSON.stringify(log)) as CarriedEntry[])).toEqual({ ok: true, value: log.at(-1)?.hash });
    expect(verifyChain([])).toEqual({ ok: true, value: null });
  });

  it('verifies entries from before words had a digest, and goes on after them', () => {
    const old = oldLogOf(3);
    const next = chained(old.at(-1) ?? null, { id: 'l4', at, what: 'With words', salt: salt(4), changes: [] });
    expect(next.seq).toBe(4);
    expect(verifyChain([...old, next])).toEqual({ ok: true, value: next.hash });
    expect(verifyChain([...old.slice(0, 1), { ...old[1], what: 'Another' }, ...old.slice(2), next])).toEqual({ ok: false, error: { code: 'altered', at: 1 } });
  });

  it('names the place where an entry was taken out, added again or moved', () => {
    const [one, two, three] = logOf(3) as [LogEntry, LogEntry, LogEntry];
    expect(verifyChain([one, three])).toEqual({ ok: false, error: { code: 'not-linked', at: 1 } });
    expect(verifyChain([two, three])).toEqual({ ok: false, error: { code: 'not-linked', at: 0 } });
    expect(verifyChain([one, one, two])).toEqual({ ok: false, error: { code: 'not-linked', at: 1 } });
    expect(verifyChain([one, three, two])).toEqual({ ok: false, error: { code: 'not-linked', at: 1 } });
  });

  it('names an entry whose number does not follow, though it is linked', () => {
    const [one] = logOf(1) as [LogEntry];
    const body = { id: 'x', at, what: 'Numbered by hand', changes: [], seq: 3, previous: one.hash };
    expect(verifyChain([one, { ...body, hash: digestOf(body) }])).toEqual({ ok: false, error: { code: 'out-of-sequence', at: 1 } });
  });

  it('goes on after an entry of another program, linked to all of it', () => {
    const foreign = { note: 'carried over' };
    const next = chained(foreign, { id: 'l1', at, what: 'First here', salt: salt(1), changes: [] });
    expect(next.previous).toBe(digestOf(foreign));
  });

  it('is verified an entry at a time with the same answer', () => {
    const log = logOf(3);
    const steps = chainSteps(log);
    expect([steps.next().value, steps.next().value, steps.next().value, steps.next()]).toEqual([1, 2, 3, { done: true, value: verifyChain(log) }]);
  });
});

/** Every way to change one entry: set any member to another value, add one, or take one away. */
const edits = fc.oneof(
  fc.record({ key: fc.constantFrom('id', 'seq', 'at', 'by', 'kind', 'changes', 'salt', 'words', 'what', 'reason', 'previous', 'hash', 'added'), value: fc.oneof(fc.jsonValue(), fc.string()) }),
  fc.record({ key: fc.constantFrom('id', 'seq', 'at', 'by', 'changes', 'salt', 'words', 'what', 'reason', 'previous', 'hash'), value: fc.constant(undefined) }),
);

function edited(entry: CarriedEntry, { key, value }: { readonly key: string; readonly value: unknown }): CarriedEntry {
  if (value !== undefined) return { ...entry, [key]: value };
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
}

describe('a single change of a single entry', () => {
  it('is named at that entry, whatever was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), edits, (index, edit) => {
        const log = logOf(5);
        const entry = log[index] as LogEntry;
        const changed = edited(entry, edit);
        fc.pre(digestOf(changed) !== digestOf(entry));
        expect(verifyChain(log.map((each, place) => (place === index ? changed : each)))).toEqual({ ok: false, error: { code: 'altered', at: index } });
      }),
      { numRuns: 500 },
    );
  });

  it('is named at the next entry where its hash was made to fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.string({ minLength: 1 }), (index, what) => {
        const log = logOf(5);
        const entry = log[index] as LogEntry;
        const { hash: _hash, words: _words, salt: _salt, ...rest } = entry;
        const body = { ...rest, what: `${what} ` };
        const forged = { ...body, hash: digestOf(body) };
        expect(verifyChain(log.map((each, place) => (place === index ? forged : each)))).toEqual({ ok: false, error: { code: 'not-linked', at: index + 1 } });
      }),
    );
  });
});

describe('words that were taken away', () => {
  it('leave a chain that holds when a later disposal says so, and only then', () => {
    const log = logOf(3);
    const bare = withoutWords(log[1] as LogEntry);
    expect(JSON.stringify(bare)).not.toContain('Entry 2');
    expect(JSON.stringify(bare)).not.toContain('Reason 2');
    expect(isWordless(bare)).toBe(true);
    const cut = [log[0], bare, log[2]] as CarriedEntry[];
    expect(verifyChain(cut)).toEqual({ ok: false, error: { code: 'words-missing', at: 1 } });
    const end = disposal(log[2] as LogEntry, ['l2']);
    expect(verifyChain([...cut, end])).toEqual({ ok: true, value: end.hash });
    expect(verifyChain([...cut, disposal(log[2] as LogEntry, ['l1'])])).toEqual({ ok: false, error: { code: 'words-missing', at: 1 } });
  });

  it('are not excused by a disposal from before the entry, nor by one of another kind', () => {
    const early = disposal(null, ['l2']);
    const entry = chained(early, { id: 'l2', at, what: 'Entry 2', salt: salt(2), changes: [] });
    expect(verifyChain([early, withoutWords(entry)])).toEqual({ ok: false, error: { code: 'words-missing', at: 1 } });
    const [one] = logOf(1) as [LogEntry];
    const change = chained(one, { id: 'x', at, what: 'Not a disposal', salt: salt(3), changes: taking(['l1']) });
    expect(verifyChain([withoutWords(one), change])).toEqual({ ok: false, error: { code: 'words-missing', at: 0 } });
  });

  it('cannot be put back as others, with or without a salt', () => {
    const [one] = logOf(1) as [LogEntry];
    const end = disposal(one, ['l1']);
    const bare = withoutWords(one);
    for (const words of [{ what: 'Another' }, { reason: 'Another' }, { what: 'Another', salt: salt(1) }, { what: null }]) {
      expect(verifyChain([{ ...bare, ...words }, end])).toEqual({ ok: false, error: { code: 'altered', at: 0 } });
    }
    expect(verifyChain([one, end])).toEqual({ ok: true, value: end.hash });
  });

  it('are kept where the hash covers them: an entry of the old shape stays as it is', () => {
    const [old] = oldLogOf(1) as [CarriedEntry];
    expect(withoutWords(old)).toBe(old);
    expect(isWordless(old)).toBe(false);
  });

  it('can be taken from any entries of any log, in any number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.func(fc.boolean()), (count, chosen) => {
        const log = logOf(count);
        const gone = log.filter((entry) => chosen(entry.id)).map(({ id }) => id);
        const end = disposal(log.at(-1) ?? null, gone);
        const cut = log.map((entry) => (gone.includes(entry.id) ? withoutWords(entry) : entry));
        expect(verifyChain([...cut, end])).toEqual({ ok: true, value: end.hash });
      }),
    );
  });
});
