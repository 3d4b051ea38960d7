import { describe, expect, it } from 'vitest';
import { exportName } from '../../../renderer/session/agency-files.ts';
import { commitErrorWords } from '../../../renderer/session/commit-words.ts';
import { openWords, storageWords, undoWords } from '../../../renderer/session/failure-words.ts';
import { npiRemark, timeZoneChoices } from '../../../renderer/session/time-zones.ts';
import type { CommitError, OpenFailure } from '../../../renderer/db/failures.ts';
import { isValidNpi } from '../../../shared/rules/npi.ts';

const opening: readonly OpenFailure[] = [
  { code: 'not-here' },
  { code: 'newer', found: 3, known: 1 },
  { code: 'in-use' },
  { code: 'lost-entries', seen: 12, found: 9 },
  { code: 'lost-entries', seen: 12, found: null },
  { code: 'damaged', where: 'evidence[3]', detail: 'evidence[3].performedOn: expected a date' },
  { code: 'storage-full' },
  { code: 'storage-failed', detail: 'UnknownError' },
];

describe('the words of a failure', () => {
  it.each(opening)('say what happened and what is safe when an agency does not open: $code', (failure) => {
    const { title, happened, safe } = openWords(failure);
    expect(title).not.toMatch(/[.!]$/);
    expect(happened).toMatch(/\.$/);
    expect(safe).toMatch(/\.$/);
  });

  it('say that nothing was changed, and what to do', () => {
    const refused: CommitError = { code: 'refused', error: { code: 'already-retracted', noun: 'evidence', id: 'e1' } };
    expect(commitErrorWords(refused)).toBe('Nothing was recorded. The evidence e1 is already retracted.');
    expect(commitErrorWords({ code: 'storage-full' })).toBe(storageWords({ code: 'storage-full' }));
    expect(storageWords({ code: 'storage-full' })).toContain('Free some space');
    expect(undoWords({ code: 'cannot-undo' })).toContain('Nothing was changed');
  });
});

describe('names and hints', () => {
  it('make a file name of an agency name in any script', () => {
    expect(exportName('Bayou & Piedmont (demo)', '2026-03-19', 'muster')).toBe('Bayou-Piedmont-demo-2026-03-19.muster');
    expect(exportName('Hébert/Côte: «Été»', '2026-03-19', 'json')).toBe('Hébert-Côte-Été-2026-03-19.json');
    expect(exportName('***', '2026-03-19', 'json')).toBe('agency-2026-03-19.json');
  });

  it('remark on an NPI without refusing it', () => {
    expect(npiRemark('', isValidNpi)).toBeNull();
    expect(npiRemark('123', isValidNpi)).toBe('An NPI has ten digits.');
    expect(npiRemark('1234567890', isValidNpi)).toContain('check digit');
    expect(npiRemark(' 1234567893 ', isValidNpi)).toBeNull();
  });

  it('offer a time zone that is set though it is not in the usual list', () => {
    expect(timeZoneChoices('Europe/Warsaw').at(-1)).toEqual({ value: 'Europe/Warsaw', label: 'Europe/Warsaw' });
  });
});
