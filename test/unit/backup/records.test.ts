import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained, type CarriedEntry } from '../../../shared/audit/chain.ts';
import { compareAgencies } from '../../../shared/backup/comparison.ts';
import { contentsSchema, differingLists, listDigestsOf, withoutMedical } from '../../../shared/backup/contents.ts';
import { handedOver, relationOf } from '../../../shared/backup/lineage.ts';
import { at, evidence, person, smallAgency } from '../model/small-agency.ts';

const log = (...words: readonly string[]): readonly CarriedEntry[] => {
  const entries: CarriedEntry[] = [];
  for (const what of words) entries.push(chained(entries.at(-1) ?? null, { id: what, at, what, changes: [], salt: '00'.repeat(16) }));
  return entries;
};

describe('how two logs stand to each other', () => {
  const ours = log('a', 'b', 'c');
  it('same, ahead, behind', () => {
    expect(relationOf(ours, log('a', 'b', 'c'))).toEqual({ kind: 'same' });
    expect(relationOf(ours, log('a', 'b', 'c', 'd', 'e'))).toEqual({ kind: 'ahead', more: 2 });
    expect(relationOf(ours, log('a'))).toEqual({ kind: 'behind', more: 2 });
    expect(relationOf([], [])).toEqual({ kind: 'same' });
  });
  it('apart, with the place', () => {
    expect(relationOf(ours, log('a', 'x', 'y', 'z'))).toEqual({ kind: 'apart', common: 1, oursMore: 2, theirsMore: 3, partedAt: at });
  });
  it('whatever comes before, what is apart stays apart', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }), fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (before, after) => {
      const mine = log(...before, 'ours', ...after);
      const theirs = log(...before, 'theirs', ...after);
      expect(relationOf(mine, theirs)).toMatchObject({ kind: 'apart', common: before.length });
    }));
  });
  it('looks at a copy as far as it was handed over', () => {
    expect(handedOver(ours, String(ours[1]?.['hash']))).toEqual(ours.slice(0, 2));
    expect(handedOver(ours, '0'.repeat(64))).toBeNull();
  });
});

describe('what restoring would change', () => {
  const ours = { ...smallAgency(), people: [person('p1'), person('p2')], evidence: [evidence('e1', 'p1'), evidence('e2', 'p2')] };
  it('is nothing for the same record', () => {
    expect(compareAgencies(ours, structuredClone(ours))).toMatchObject({ lists: [], agency: false, acknowledgements: { more: 0, differ: false } });
  });
  it('is told list by list', () => {
    const theirs = { ...ours, agency: { ...ours.agency, name: 'Other' }, people: [person('p1', 'Fontenot'), person('p3')], evidence: [evidence('e1', 'p1')] };
    const told = compareAgencies(ours, theirs);
    expect(told.lists).toEqual([
      { list: 'people', added: ['p3'], missing: ['p2'], changed: ['p1'] },
      { list: 'evidence', added: [], missing: ['e2'], changed: [] },
    ]);
    expect(told.agency).toBe(true);
  });
  it('does not look at notes that only the medical right opens', () => {
    expect(compareAgencies(ours, { ...ours, evidence: [evidence('e1', 'p1', { note: 'reddened' }), evidence('e2', 'p2')] }).lists).toEqual([]);
    expect(compareAgencies(ours, { ...ours, evidence: [evidence('e1', 'p1', { result: 'positive' }), evidence('e2', 'p2')] }).lists).toHaveLength(1);
  });
});

describe('digests of a record', () => {
  const file = { ...smallAgency(), evidence: [evidence('e1', 'p1', { note: 'reddened' })] };
  it('do not depend on whether medical notes were readable', () => {
    expect(listDigestsOf(withoutMedical(file))).toEqual(listDigestsOf(file));
    expect(withoutMedical(file).evidence[0]).not.toHaveProperty('note');
  });
  it('name the list that differs', () => {
    const other = { ...file, evidence: [evidence('e1', 'p1', { issuer: 'other' })] };
    expect(differingLists(listDigestsOf(file), listDigestsOf(other))).toEqual(['evidence']);
    expect(differingLists(listDigestsOf(file), listDigestsOf(file))).toEqual([]);
    expect(differingLists({}, listDigestsOf(file))).toContain('people');
  });
});

describe('the contents of a backup', () => {
  const facts = { agencyName: 'Pelican', schema: 2, lineage: { id: 'l', generation: 1 }, logHead: null, digestKey: 'a'.repeat(64), lists: {}, medical: { count: 0, sha256: 'b'.repeat(64) } };
  const contents = (path: string) => ({ format: 'muster-backup', version: 1, madeAt: at, facts, records: { bytes: 1, sha256: 'c'.repeat(64) }, medicalBytes: 0, files: [{ path, bytes: 1, sha256: 'd'.repeat(64) }] });
  it.each(['ab/abc', 'abc', 'personnel/ab/ab.key', 'a-b_c/d.e'])('take the path %s', (path) => {
    expect(contentsSchema.safeParse(contents(path)).success).toBe(true);
  });
  it.each(['../a', 'a/../b', '/etc/passwd', 'a//b', 'C:\\a', 'a\\b', '.hidden', 'a/.part', '', 'a/b/c/d/e/f', 'a/'])('refuse the path %s', (path) => {
    expect(contentsSchema.safeParse(contents(path)).success).toBe(false);
  });
});
